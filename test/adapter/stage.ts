/** A clinic of 25 patients, and what is asked of an adapter that supplies it. */
import type { ClinicAdapter } from '../../src/adapter/index.ts';
import type { PatientRecords, RecordsRequest } from '../../src/record/index.ts';
import { complete, patientWith } from '../engine/build.ts';

export const everything: RecordsRequest = {
  asOf: '2026-11-24',
  types: { diagnosis: {}, medication: {}, result: {}, service: {}, appointment: {}, referral: {} },
};

export const searched = {
  profile: {},
  asOf: '2026-11-24',
  records: { asOf: '2026-11-24', types: { result: {} } },
};

/** Never aborted. */
export const signal = new AbortController().signal;

export const patients = Array.from({ length: 25 }, (_, index) =>
  patientWith({}, { id: `p${index}` }),
);

export const data = { description: { name: 'K', coverage: complete, patients: 25 }, patients };

/** Reads an adapter's records to their end, or until they fail. */
export async function readAll(adapter: ClinicAdapter, request = everything, stop = signal) {
  const batches: (readonly PatientRecords[])[] = [];
  const stream = adapter.records?.(request, stop);
  if (!stream) throw new Error('The adapter has no records.');
  let error: unknown;
  try {
    for await (const batch of stream) batches.push(batch);
  } catch (thrown) {
    error = thrown;
  }
  return { sizes: batches.map((batch) => batch.length), all: batches.flat(), error };
}
