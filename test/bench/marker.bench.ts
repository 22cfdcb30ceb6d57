/** The attention marker: from one patient's records to its words, through every profile of the archive. */
import { cpus } from 'node:os';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { compile, evaluatePatient } from '../../src/engine/index.ts';
import { sortMarkers, viewMarkers } from '../../src/model/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import {
  checkPatient,
  listNames,
  recordTypes,
  type PatientRecords,
} from '../../src/record/index.ts';
import type { Suite } from './suite.ts';

/** Milliseconds, after the records. */
const bar = 50;
const asOf = '2026-11-24';

const suite: Suite = {
  name: 'marker',
  help: ['--records 60,1000,4000          records of the one patient', '--runs 60'],
  run({ options, show }) {
    const sizes = (options.records ?? '60,1000,4000').split(',').map(Number);
    const runs = Number(options.runs ?? 60);
    const plans = profiles.map((document) => {
      const parsed = parseProfile(document);
      if (!parsed.ok) throw new Error('A profile of the archive cannot be read.');
      return compile(parsed.profile);
    });
    const { description, patients } = generateClinic({ size: 2500 });
    const mark = (records: PatientRecords) => {
      const { patient } = checkPatient(records);
      if (!patient) throw new Error('The patient cannot be read.');
      return sortMarkers(
        plans.flatMap((plan) =>
          viewMarkers(evaluatePatient(plan, patient, description.coverage, asOf), 'da'),
        ),
      );
    };
    const entries = sizes.map((size) => {
      const records = heavy(patients, size);
      const times: number[] = [];
      let markers = 0;
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        markers = mark(records).length;
        times.push(performance.now() - start);
      }
      const [first = 0] = times;
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
      return { records: size, markers, first, median: at(0.5), slowest: at(0.95) };
    });
    show({
      title: `Marker, ${plans.length} profiles (bar: ${bar} ms after the records)`,
      columns: ['records', 'markers', 'first ms', 'median ms', '95 % ms'],
      rows: entries.map(({ records, markers, first, median, slowest }) => [
        String(records),
        String(markers),
        first.toFixed(1),
        median.toFixed(1),
        slowest.toFixed(1),
      ]),
      notes: [`Check of the records included. ${cpus().length} cores.`],
    });
    return Promise.resolve({ bar, profiles: plans.length, entries });
  },
};
export default suite;

/** One old and sick patient with as many records as that: those of many patients under one name. */
function heavy(patients: readonly PatientRecords[], size: number): PatientRecords {
  const old = patients.filter(
    ({ patient }) => !patient.id.startsWith('edge-') && patient.birthDate < '1950',
  );
  const lists: Record<string, unknown[]> = {};
  let count = 0;
  for (const records of old)
    for (const type of recordTypes)
      for (const record of records[listNames[type]] ?? []) {
        if (count >= size) break;
        (lists[listNames[type]] ??= []).push(record);
        count++;
      }
  const [first] = old;
  if (!first || count < size) throw new Error('The clinic is too small.');
  return { patient: first.patient, ...lists };
}
