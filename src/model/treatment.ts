import { previousDay, type CheckedPatient, type SpanRecord } from '../record/index.ts';

/**
 * The record that an unbroken treatment began with: spans of the same code where one begins no later than the day
 * after the other ends. A new dose is a new span of the same treatment.
 */
export function firstOfTreatment(record: SpanRecord, patient: CheckedPatient): SpanRecord {
  let first: SpanRecord = record;
  const same = patient.records[record.type].filter(
    (other) => other.code === record.code && other.system === record.system,
  );
  for (let extended = true; extended;) {
    extended = false;
    for (const other of same) {
      if (
        other.from < first.from &&
        (other.to === undefined || previousDay(first.from) <= other.to)
      ) {
        first = other;
        extended = true;
      }
    }
  }
  return first;
}
