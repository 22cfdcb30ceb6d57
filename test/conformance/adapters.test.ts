/** The ready-made adapters pass whole: over a channel to another program, and over a FHIR server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fhirAdapter } from '../../src/adapter/fhir/index.ts';
import type { ClinicAdapter } from '../../src/adapter/index.ts';
import { runConformance } from '../../src/conformance/index.ts';
import { isDeep } from '../depth.ts';
import { closeStages, stageBridge } from '../adapter/bridge/stage.ts';
import { serveFhir, type LittleServer } from '../adapter/fhir/little-server.ts';
import { mapping } from '../adapter/fhir/same-lists.ts';
import { writeClinic } from '../adapter/fhir/write-clinic.ts';
import {
  asOf,
  description,
  everythingAllowed,
  goodAdapter,
  slimPatients,
  withResult,
} from './stage.ts';

// What a source lacks for one patient alone, no resource of FHIR's says.
const patients = slimPatients.filter(({ coverage }) => !coverage).slice(0, isDeep ? undefined : 15);
const { coverage, ...described } = description;
/** Whoever reads patients in a way of their own tells how many there are. */
const clinic = { ...described, patients: patients.length };
let server: LittleServer;

beforeAll(async () => {
  server = await serveFhir((base) => writeClinic(patients, base));
});
afterAll(async () => {
  closeStages();
  await server.close();
});

/** A line for each: how it is made. */
const adapters: readonly (readonly [name: string, make: () => Promise<ClinicAdapter>])[] = [
  ['memory', () => Promise.resolve(goodAdapter(patients))],
  ['bridge', async () => (await stageBridge(goodAdapter(patients))).adapter],
  [
    'fhir',
    () =>
      Promise.resolve(
        fhirAdapter({ clinic, base: server.base, fetch, coverage, page: 200, ...mapping }).adapter,
      ),
  ],
];

/** Everyday what a clinic and a patient come to is looked at; in depth everything, a dozen loads of it. */
const everyday = [
  ...['ADP', 'DES', 'LOA-01', 'LOA-02', 'LOA-03', 'LOA-04', 'LOA-05'],
  ...['PAT', 'DAT', 'ROU', 'ACT'],
];

it.each(adapters)(
  '%s',
  async (_, make) => {
    const report = await runConformance(await make(), {
      ...everythingAllowed,
      asOf,
      sample: 4,
      only: isDeep ? [] : everyday,
      actions: {
        actions: ['queue', 'call'],
        patients: patients.slice(0, 3).map(({ patient }) => patient.id),
      },
      // How long something takes on a busy machine is for the benchmarks to say.
      deadline: 60_000,
      limits: { describe: 1e5, firstBatch: 1e5, load: 1e6, task: 1e5, patient: 1e5, abort: 2e4 },
    });
    const wrong = report.results.filter(({ result }) => result === 'fail' || result === 'error');
    expect(wrong.map(({ id, findings, why }) => ({ id, findings, why }))).toEqual([]);
    expect(withResult(report, 'pass').length).toBeGreaterThan(isDeep ? 85 : 50);
  },
  300_000,
);
