/** The attention marker: from one patient's records to its words, through every profile of the archive. */
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { listNames, recordTypes, type PatientRecords } from 'overblik';
import type * as read from './marker/read.ts';
import type { Suite } from './suite.ts';

/** Milliseconds, after the records. */
const bar = 50;
const asOf = '2026-11-24';

const suite: Suite = {
  name: 'marker',
  help: ['--records 60,1000,4000          records of the one patient', '--runs 60'],
  async run({ options, checkouts, bundle, show }) {
    const sizes = (options.records ?? '60,1000,4000').split(',').map(Number);
    const runs = Number(options.runs ?? 60);
    const { description, patients } = generateClinic({ size: 2500 });
    const readerFrom = async (checkout: string) => {
      const file = await bundle('marker/read.ts', checkout);
      const { markerReader } = (await import(pathToFileURL(file).href)) as typeof read;
      return markerReader(profiles, description.coverage, asOf);
    };
    const subjects = [{ title: 'ours', read: await readerFrom(checkouts.here) }];
    if (checkouts.before)
      subjects.push({ title: 'ours, before', read: await readerFrom(checkouts.before) });
    const entries = sizes.flatMap((size) => {
      const records = heavy(patients, size);
      const measured = subjects.map(({ title, read }) => ({
        title,
        read,
        markers: 0,
        times: [] as number[],
      }));
      // In turns: what disturbs one disturbs the other.
      for (let run = 0; run < runs; run++)
        for (const subject of measured) {
          const start = performance.now();
          subject.markers = subject.read(records);
          subject.times.push(performance.now() - start);
        }
      return measured.map(({ title, markers, times }) => {
        const [first = 0] = times;
        times.sort((a, b) => a - b);
        const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
        return {
          subject: title,
          records: size,
          markers,
          first,
          median: at(0.5),
          slowest: at(0.95),
        };
      });
    });
    show({
      title: `Marker, ${profiles.length} profiles (bar: ${bar} ms after the records)`,
      columns: ['', 'records', 'markers', 'first ms', 'median ms', '95 % ms'],
      rows: entries.map(({ subject, records, markers, first, median, slowest }) => [
        subject,
        String(records),
        String(markers),
        first.toFixed(1),
        median.toFixed(1),
        slowest.toFixed(1),
      ]),
      notes: [`Check of the records included. ${cpus().length} cores.`],
    });
    return { bar, profiles: profiles.length, entries };
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
