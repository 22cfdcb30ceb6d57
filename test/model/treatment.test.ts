/** Treatments are told as if each record were held against each. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { treatmentOf } from '../../src/model/treatment.ts';
import { checkPatient, previousDay, type SpanRecord } from '../../src/record/index.ts';
import { complete, patientWith } from '../engine/build.ts';

const numRuns = 300 * Number(process.env.OVERBLIK_DEEP ?? 1);

const date = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((days) => onDay(days)),
  fc.constantFrom('2024', '2024-01', '2024-02', undefined),
);
const medication = fc
  .record({ code: fc.constantFrom('N05AH03', 'N05AH03', 'C09AA02', ''), from: date, to: date })
  .map(({ to, from, ...more }) => ({
    ...{ ...more, text: 'Pille', from: from ?? '2024-01-05' },
    ...(to === undefined ? {} : { to }),
  }));

function onDay(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
}

/** Goes from record to record, as far back as may be. */
function earliestOf(record: SpanRecord, all: readonly SpanRecord[]): string {
  const reached = new Set([record]);
  for (const next of reached)
    for (const other of all) {
      const { fromLatest = next.from } = next;
      const end = other.toEarliest ?? other.to ?? '9999-12-31';
      if (other.from < next.from && end >= previousDay(fromLatest)) reached.add(other);
    }
  return [...reached].map(({ from }) => from).sort()[0]!;
}

it('the first record is the earliest that a record certainly goes back to', () => {
  fc.assert(
    fc.property(fc.array(medication, { maxLength: 12 }), (medications) => {
      const patient = checkPatient(patientWith({ medications })).patient!;
      const all = patient.records.medication;
      for (const record of all) {
        const same = all.filter(({ code }) => code === record.code);
        const { first, isWhole } = treatmentOf(record, { patient, coverage: complete });
        expect(first.from).toBe(earliestOf(record, same));
        const mayReach = ({ from, to = '9999-12-31' }: SpanRecord) =>
          from < first.from && to >= previousDay(first.from);
        const isUnread = patient.rejected.some(
          ({ code, from = '', to = '9999-12-31' }) =>
            (code === undefined || code === first.code) &&
            from <= previousDay(first.from) &&
            to >= previousDay(first.from),
        );
        const isUncoded =
          first.code !== '' &&
          all.some(
            ({ code, from, to = '9999-12-31' }) =>
              code === '' && from <= previousDay(first.from) && to >= previousDay(first.from),
          );
        expect(isWhole).toBe(!same.some(mayReach) && !isUnread && !isUncoded);
      }
    }),
    { numRuns, endOnFailure: true },
  );
});
