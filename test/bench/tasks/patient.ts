/** One patient with more records than anyone has: of each of two types so many, of the codes that dementia asks for. */
import type { ClinicAdapter, PatientRecords } from 'overblik';
import { today } from '../list/people.ts';

export const profile = {
  format: 'overblik-profile/1',
  id: 'many',
  version: '1.0.0',
  title: { da: 'Mange oplysninger' },
  purpose: [{ da: 'Måle' }],
  codes: {
    demensmedicin: { system: 'ATC', include: ['N06DA02', 'N06DA03', 'N06DA04', 'N06DX01'] },
    antipsykotika: { system: 'ATC', include: ['N05A'] },
    beroligende: { system: 'ATC', include: ['N05B', 'N05C'] },
    mmse: { system: 'NPU', include: ['MCS88042'] },
  },
  population: { include: { medication: { codes: 'demensmedicin', when: 'ever' } } },
  information: [
    { id: 'medicin', type: 'medication', title: { da: 'Medicin' }, when: 'ever', show: 'list' },
    { id: 'mmse', type: 'result', title: { da: 'MMSE' }, codes: 'mmse', show: 'trend' },
  ],
  markers: [
    {
      ...{ id: 'given', level: 'critical', title: { da: 'Antipsykotika' } },
      when: { medication: { codes: 'antipsykotika', when: 'ever' } },
    },
    {
      ...{ id: 'together', level: 'warning', title: { da: 'Givet sammen' } },
      when: {
        concurrent: {
          of: [
            { medication: { codes: 'antipsykotika' } },
            { medication: { codes: 'beroligende' } },
          ],
          when: 'ever',
        },
      },
    },
    {
      ...{ id: 'low', level: 'info', title: { da: 'Lav MMSE' } },
      when: { result: { codes: 'mmse', pick: 'lowest', value: { below: 20, unit: '1' } } },
    },
  ],
};

/** Days since 1 January 2000. */
const day = (days: number) =>
  new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
/** As many days as the records are spread over. */
const spread = 9800;

/** @param count Medicines, and as many results. */
function recordsOf(count: number): PatientRecords {
  const drugs = ['N05AH04', 'N05BA01', 'N06DA02', 'C09AA02'];
  return {
    patient: { id: '1', name: 'Birthe Mange', birthDate: '1941-06-15', sex: 'female' },
    medications: Array.from({ length: count }, (_, index) => ({
      code: drugs[index % drugs.length]!,
      text: `Middel ${index % 50}`,
      from: day(index % spread),
      to: day((index % spread) + 40),
    })),
    results: Array.from({ length: count }, (_, index) => ({
      ...{ code: 'MCS88042', at: day(index % spread), value: index % 30, unit: '1' },
    })),
  };
}

/** A clinic of that one patient. */
export function clinicOf(count: number): ClinicAdapter {
  const records = recordsOf(count);
  const available = Object.fromEntries(
    ['diagnosis', 'medication', 'result', 'service', 'appointment', 'referral', 'letter'].map(
      (type) => [type, { available: true, updated: today }],
    ),
  );
  return {
    describe: () => Promise.resolve({ id: 'k', name: 'Klinik', patients: 1, coverage: available }),
    async *records() {
      await Promise.resolve();
      yield [records];
    },
    patient: () => Promise.resolve(records),
    openJournal: () => undefined,
  };
}
