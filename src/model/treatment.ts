import {
  previousDay,
  type CalendarDate,
  type CheckedPatient,
  type SpanRecord,
} from '../record/index.ts';

/**
 * The first day of an unbroken treatment: spans of the same code where one begins no later than the day
 * after the other ends. A new dose is a new span of the same treatment.
 */
export function treatedSince(record: SpanRecord, patient: CheckedPatient): CalendarDate {
  let since = record.from;
  const same = patient.records[record.type].filter(
    (other) => other.code === record.code && other.system === record.system,
  );
  for (let extended = true; extended;) {
    extended = false;
    for (const other of same) {
      if (other.from < since && (other.to === undefined || previousDay(since) <= other.to)) {
        since = other.from;
        extended = true;
      }
    }
  }
  return since;
}
