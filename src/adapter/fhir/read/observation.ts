/** Results (FHIR R4 Observation; DK Core, DkCoreObservation): one of the observation itself, and one of each component. */
import type { CodeableConcept, Observation, ObservationComponent, Quantity } from 'fhir/r4';
import type { FhirRecord } from '../options.ts';
import { firstDate, leaveOut, make, sourceOf, type Reader, type Reading } from './reading.ts';

export const readObservation: Reader<Observation> = (observation, reading) => {
  const { status, component = [], hasMember = [] } = observation;
  if (status === 'entered-in-error' || status === 'cancelled')
    return leaveOut(observation, status, reading);
  const own = valueOf(observation, reading);
  const isPanel = own.value === undefined && (component.length > 0 || hasMember.length > 0);
  if (isPanel && component.length === 0)
    return leaveOut(observation, 'a panel: its members count', reading);
  const shared = {
    source: sourceOf(observation),
    at: momentOf(observation, reading),
    // What nobody knows the state of is the check's to set aside.
    ...(isTold.has(status) ? {} : { status: status ?? 'missing' }),
  };
  const records: FhirRecord[] = [];
  if (!isPanel)
    records.push(
      make(
        'result',
        { concept: observation.code, ...own, ...rangeOf(observation), ...shared },
        reading,
      ),
    );
  for (const part of component)
    records.push(
      make(
        'result',
        { concept: part.code, ...valueOf(part, reading), ...rangeOf(part), ...shared },
        reading,
      ),
    );
  return records;
};

const isTold: ReadonlySet<string> = new Set([
  ...['registered', 'preliminary', 'final', 'amended', 'corrected'],
]);

/** When it was true of the patient: of a period its end; where nobody says, when it was issued. */
function momentOf(observation: Observation, reading: Reading): string | undefined {
  const { effectivePeriod, effectiveTiming } = observation;
  return firstDate(
    [
      ['effectiveDateTime', observation.effectiveDateTime],
      ['', observation.effectiveInstant],
      ['', effectivePeriod?.end ?? effectivePeriod?.start],
      ['', effectiveTiming?.event?.at(-1)],
      ['issued', observation.issued],
    ],
    observation,
    reading,
    true,
  );
}

interface Value {
  readonly value?: number | string | undefined;
  readonly unit?: string | undefined;
  readonly comparator?: string | undefined;
}

/** A value of any kind: a number with its unit, or a text. Without one it was ordered, and not answered. */
function valueOf(holder: Observation | ObservationComponent, { units, zone }: Reading): Value {
  const { valueQuantity, valueCodeableConcept, valueRange, valueRatio } = holder;
  if (valueQuantity) {
    const { value, comparator } = valueQuantity;
    return { value, comparator, unit: units.of(valueQuantity) };
  }
  if (holder.valueInteger !== undefined) return { value: holder.valueInteger };
  if (holder.valueString !== undefined) return { value: holder.valueString };
  if (holder.valueBoolean !== undefined) return { value: String(holder.valueBoolean) };
  if (valueCodeableConcept) return { value: wordsOf(valueCodeableConcept) };
  if (valueRange)
    return { value: `${wordsOfQuantity(valueRange.low)}–${wordsOfQuantity(valueRange.high)}` };
  if (valueRatio)
    return {
      value: `${wordsOfQuantity(valueRatio.numerator)}:${wordsOfQuantity(valueRatio.denominator)}`,
    };
  const { valueDateTime, valueTime, valuePeriod } = holder;
  const written = zone.local(valueDateTime) ?? valueDateTime ?? valueTime;
  if (written !== undefined) return { value: written };
  if (valuePeriod) return { value: `${valuePeriod.start ?? ''}/${valuePeriod.end ?? ''}` };
  return holder.valueSampledData ? { value: holder.valueSampledData.data } : {};
}

function wordsOf({ text, coding = [] }: CodeableConcept): string | undefined {
  return text ?? coding.find(({ display }) => display)?.display ?? coding[0]?.code;
}

function wordsOfQuantity(quantity: Quantity | undefined): string {
  const { comparator, value, unit } = quantity ?? {};
  return [comparator, value, unit].filter((part) => part !== undefined).join(' ');
}

/** The reference interval, where there is one of numbers in the result's own unit. */
function rangeOf({ referenceRange, valueQuantity }: Observation | ObservationComponent) {
  const usual = (referenceRange ?? []).filter(
    ({ type }) => !type?.coding?.some(({ code }) => code !== 'normal'),
  );
  const { low, high } = usual.length === 1 ? usual[0]! : {};
  const isSame = (limit: Quantity | undefined) =>
    limit?.unit === undefined || limit.unit === valueQuantity?.unit;
  return {
    low: isSame(low) ? low?.value : undefined,
    high: isSame(high) ? high?.value : undefined,
  };
}
