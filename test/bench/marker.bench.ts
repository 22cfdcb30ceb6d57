/** The attention marker: from one patient's records to its words, through every profile of the archive. */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { listNames, recordTypes, type PatientRecords } from 'overblik';
import type * as reading from './marker/read.ts';
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
    const libraryIn = async (checkout: string) =>
      (await import(
        pathToFileURL(await bundle('marker/read.ts', checkout)).href
      )) as typeof reading;
    const here = await libraryIn(checkouts.here);
    const before = checkouts.before ? await libraryIn(checkouts.before) : undefined;
    // An older library knows less of the format: both are given those of its profiles that are still read.
    const documents = checkouts.before
      ? profilesIn(checkouts.before).filter(here.isReadable)
      : profiles;
    const readerOf = (library: typeof reading) =>
      library.markerReader(documents, description.coverage, asOf);
    const subjects = [{ title: 'ours', read: readerOf(here) }];
    if (before) subjects.push({ title: 'ours, before', read: readerOf(before) });
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
      title: `Marker, ${documents.length} profiles (bar: ${bar} ms after the records)`,
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
    return { bar, profiles: documents.length, entries };
  },
};
export default suite;

/** The profile documents of another checkout. */
function profilesIn(checkout: string): readonly unknown[] {
  const folder = join(checkout, 'fixtures/profiles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

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
