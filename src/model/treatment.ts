import type { PatientOutcome } from '../engine/index.ts';
import {
  coverageOf,
  previousDay,
  type CalendarDate,
  type ClinicalRecord,
  type SpanRecord,
} from '../record/index.ts';

/** A patient, and what the clinic covers. */
export type CoveredPatient = Pick<PatientOutcome, 'patient' | 'coverage'>;

/** An unbroken treatment: what is known of when it began. */
export interface Treatment {
  /** The first of its records. */
  readonly first: SpanRecord;
  /**
   * Whether nothing of it can lie before that: what was not covered, could not be read, or is not known to the day
   * may.
   */
  readonly isWhole: boolean;
}

/**
 * The unbroken treatment that a record belongs to: spans of the same code where one begins no later than the day
 * after the other ends. A new dose is a new span of the same treatment.
 */
export function treatmentOf(record: SpanRecord, covered: CoveredPatient): Treatment {
  const same = covered.patient.records[record.type].filter((other) => isSame(other, record));
  let first = record;
  for (;;) {
    const earlier = same.find((other) => other.from < first.from && goesOnTo(other, first));
    if (!earlier) break;
    first = earlier;
  }
  const isKnown = !same.some((other) => other.from < first.from && mayGoOnTo(other, first));
  return { first, isWhole: isKnown && !mayHaveBegunBefore(first, covered) };
}

/** The last day on which a span may have begun. */
export function latestStart({ from, fromLatest = from }: SpanRecord): CalendarDate {
  return fromLatest;
}

/** Of medicines without a code the text alone says what they are. */
function isSame(one: ClinicalRecord, other: ClinicalRecord): boolean {
  return (
    one.code === other.code &&
    one.system === other.system &&
    (one.code !== '' || one.text === other.text)
  );
}

/** Whether no day lies between two spans, whichever days of theirs are meant. */
function goesOnTo({ to, toEarliest = to }: SpanRecord, next: SpanRecord): boolean {
  return toEarliest === undefined || previousDay(latestStart(next)) <= toEarliest;
}

/** Whether the days may be such that no day lies between. */
function mayGoOnTo({ to }: SpanRecord, next: SpanRecord): boolean {
  return to === undefined || previousDay(next.from) <= to;
}

/** Whether a span that is not seen may end where this one begins: it would be the same treatment. */
function mayHaveBegunBefore(first: SpanRecord, { patient, coverage }: CoveredPatient): boolean {
  const { type, system, code } = first;
  const day = previousDay(first.from);
  const asked = { from: day, lastDay: day, systems: [system] };
  if (!coverageOf(patient, coverage, type, asked).covered) return true;
  const touches = (from: CalendarDate | undefined, to: CalendarDate | undefined) =>
    (from === undefined || from <= day) && (to === undefined || to >= day);
  const records: readonly SpanRecord[] = patient.records[type];
  return (
    patient.rejected.some(
      (entry) =>
        entry.type === type &&
        (entry.code === undefined || entry.code === code) &&
        touches(entry.from, entry.to),
    ) || records.some((other) => other.code === '' && code !== '' && touches(other.from, other.to))
  );
}
