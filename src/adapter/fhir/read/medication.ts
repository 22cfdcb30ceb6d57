/** Medicines: MedicationStatement, what is taken, and MedicationRequest, what was ordered (FHIR R4). */
import type {
  CodeableConcept,
  Dosage,
  Medication,
  MedicationRequest,
  MedicationStatement,
  Reference,
} from 'fhir/r4';
import type { Strength } from '../../../record/types.ts';
import {
  dateOf,
  firstDate,
  leaveOut,
  make,
  sourceOf,
  type Reader,
  type Reading,
} from './reading.ts';

export const readMedicationStatement: Reader<MedicationStatement> = (statement, reading) => {
  const { status } = statement;
  if (status === 'entered-in-error' || status === 'not-taken')
    return leaveOut(statement, status, reading);
  const { effectivePeriod, effectiveDateTime, dateAsserted } = statement;
  const from = firstDate(
    [
      ['effectivePeriod.start', effectivePeriod?.start],
      ['', effectiveDateTime],
      // A period without a start is said to have none.
      ...(effectivePeriod ? [] : [['dateAsserted', dateAsserted] as const]),
    ],
    statement,
    reading,
  );
  const to = dateOf(
    effectivePeriod?.end,
    { resource: statement, field: 'effectivePeriod.end' },
    reading,
  );
  return [
    make(
      'medication',
      {
        ...medicineOf(statement, reading),
        source: sourceOf(statement),
        dose: doseOf(statement.dosage),
        from,
        to,
        ...stateOf(status, from, to, reading),
      },
      reading,
    ),
  ];
};

export const readMedicationRequest: Reader<MedicationRequest> = (request, reading) => {
  const { status, intent, doNotPerform, dosageInstruction, authoredOn } = request;
  if (leftOut.has(status)) return leaveOut(request, status, reading);
  if (noOrder.has(intent)) return leaveOut(request, `intent ${intent}`, reading);
  if (doNotPerform) return leaveOut(request, 'doNotPerform', reading);
  const bounds = (dosageInstruction ?? []).map(({ timing }) => timing?.repeat?.boundsPeriod);
  const starts = bounds.flatMap((period) => period?.start ?? []);
  const ends = bounds.flatMap((period) => period?.end ?? []);
  const from = firstDate(
    [
      ['boundsPeriod.start', least(starts)],
      ['', authoredOn],
    ],
    request,
    reading,
  );
  // One dose that goes on is enough for the medicine to go on.
  const last = ends.length === bounds.length ? greatest(ends) : undefined;
  const to = dateOf(last, { resource: request, field: 'boundsPeriod.end' }, reading);
  return [
    make(
      'medication',
      {
        ...medicineOf(request, reading),
        source: sourceOf(request),
        dose: doseOf(dosageInstruction),
        from,
        to,
        ...stateOf(status, from, to, reading),
      },
      reading,
    ),
  ];
};

const leftOut: ReadonlySet<string | undefined> = new Set([
  'entered-in-error',
  'draft',
  'cancelled',
]);
const noOrder: ReadonlySet<string | undefined> = new Set(['proposal', 'plan', 'option']);

/**
 * What the status says beside the days, for the check to judge: what is over without a day, or nobody knows how it
 * stands, is set aside. What is to begin has not begun.
 */
function stateOf(
  status: string | undefined,
  from: string | undefined,
  to: string | undefined,
  { asOf }: Reading,
): object {
  if (status === 'active') return {};
  if (status === 'intended' && from !== undefined && from > asOf) return {};
  return to !== undefined && isOver.has(status ?? '') ? {} : { status: status ?? 'missing' };
}

const isOver: ReadonlySet<string> = new Set(['completed', 'stopped']);

interface Prescribed {
  readonly medicationCodeableConcept?: CodeableConcept | undefined;
  readonly medicationReference?: Reference | undefined;
}

/** The medicine itself, wherever it stands; of one that is not found the words that the reference has. */
function medicineOf(
  { medicationCodeableConcept, medicationReference }: Prescribed,
  reading: Reading,
) {
  if (medicationCodeableConcept) return { concept: medicationCodeableConcept };
  const medication = reading.resolve(medicationReference) as Medication | undefined;
  if (!medication) reading.tally.leaveOut('Medication', 'not found: told without a code');
  const { display } = medicationReference ?? {};
  const concept = medication?.code ?? (display === undefined ? undefined : { text: display });
  return { concept, strength: strengthOf(medication) };
}

/** Of one substance in one dose unit; of more nobody can tell which. */
function strengthOf(medication: Medication | undefined): Strength | undefined {
  const { ingredient = [] } = medication ?? {};
  const { numerator, denominator } = ingredient.length === 1 ? (ingredient[0]?.strength ?? {}) : {};
  const unit = numerator?.code ?? numerator?.unit;
  if (numerator?.value === undefined || unit === undefined) return undefined;
  return (denominator?.value ?? 1) === 1 ? { value: numerator.value, unit } : undefined;
}

function doseOf(dosages: readonly Dosage[] | undefined): string | undefined {
  const texts = (dosages ?? []).flatMap(({ text }) => text ?? []);
  return texts.length > 0 ? texts.join('; ') : undefined;
}

function least(dates: readonly string[]): string | undefined {
  return [...dates].sort()[0];
}

function greatest(dates: readonly string[]): string | undefined {
  return [...dates].sort().at(-1);
}
