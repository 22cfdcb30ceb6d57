/** Dates as they were written: one known to its year or month is told no more exactly than that (R4a). */
import { writtenDate } from './calendar.ts';
import {
  earliestBeginning,
  latestDate,
  type CalendarDate,
  type CarePlanRecord,
  type ClinicalRecord,
  type Patient,
  type SpanRecord,
} from './types.ts';

/**
 * The date of a point, or the first day of a span: `2019-05-14`, `2019-05` or `2019`. Undefined of a span of which
 * nobody knows when it began.
 */
export function writtenStart(record: ClinicalRecord): string | undefined {
  if ('at' in record) return written(record.at, record.atLatest);
  const { from, fromLatest } = record;
  return from === earliestBeginning && fromLatest === latestDate
    ? undefined
    : written(from, fromLatest);
}

/** The last day of a span; undefined where it goes on. */
export function writtenEnd({ to, toEarliest }: SpanRecord): string | undefined {
  return to === undefined ? undefined : written(toEarliest ?? to, to);
}

/** The day on which a care plan was last gone through; undefined where it is not known. */
export function writtenMaintained(record: CarePlanRecord): string | undefined {
  const { maintained, maintainedLatest } = record;
  return maintained === undefined ? undefined : written(maintained, maintainedLatest);
}

/** The birth date; undefined where it is not known. */
export function writtenBirth({ birthDate, birthDateLatest }: Patient): string | undefined {
  return birthDate === undefined ? undefined : written(birthDate, birthDateLatest);
}

/** The date of death; undefined where there is none, or it cannot be read. */
export function writtenDeath({ deceased, deceasedLatest }: Patient): string | undefined {
  return deceased === undefined ? undefined : written(deceased, deceasedLatest);
}

function written(first: CalendarDate, last: CalendarDate = first): string {
  return writtenDate({ first, last });
}
