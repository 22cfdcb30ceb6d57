/** `overblik report --database`: reports of each clinic of a database, through a module of a vendor's. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Clinic } from '../../src/engine/index.ts';
import {
  activityReports,
  periodsUntil,
  readReport,
  type ClinicReport,
} from '../../src/report/index.ts';
import { loadClinics, openDuckDb, type Database } from '../engine/sql/databases.ts';
import { drawnClinics, named, plansOf, reportsHere } from '../report/database.ts';
import { Folder } from './call.ts';

const folder = new Folder();
const clinics = drawnClinics(['k1', 'k2'], 180);
const plans = plansOf(['dk.demens']);
const profile = folder.write('demens.json', plans[0]!.profile);
const call = ['report', profile, '--dates', '2026-06-30,2026-09-30'];

/** The connection that the module is given, as a vendor's module would open its own. */
const shared = globalThis as { overblikDatabase?: Database };
let database: Database;
beforeAll(async () => {
  database = await openDuckDb();
  await loadClinics(database, clinics);
  shared.overblikDatabase = database;
});
afterAll(async () => {
  delete shared.overblikDatabase;
  await database.close();
});

it('is what the library says where the patients are', async () => {
  const said = clinics.map((each) => ({ ...named(each).clinic, coverage: each.coverage }));
  const file = folder.write(
    'database.mjs',
    `export default () => ({
      dialect: 'duckdb',
      run: (text, parameters) => globalThis.overblikDatabase.run(text, parameters),
      clinics: ${JSON.stringify(said)},
    });`,
  );
  const { out, err, code } = await folder.call([...call, '--database', file, '--json']);
  expect([err, code]).toEqual(['', 0]);
  const reports = JSON.parse(out) as readonly ClinicReport[];
  for (const report of reports) expect(readReport(report)).toEqual({ ok: true, report });
  const here = await reportsHere(clinics, plans);
  const withoutMaking = (all: readonly ClinicReport[]) =>
    all.map(({ madeAt: _madeAt, engine: _engine, ...report }) => report);
  expect(withoutMaking(reports)).toEqual(withoutMaking(here));
});

it('tells of care plans too, each clinic’s in each of its reports', async () => {
  const said = clinics.map((each) => ({ ...named(each).clinic, coverage: each.coverage }));
  const file = folder.write(
    'care-plans.mjs',
    `export default () => ({
      dialect: 'duckdb',
      run: (text, parameters) => globalThis.overblikDatabase.run(text, parameters),
      clinics: ${JSON.stringify(said)},
    });`,
  );
  const asked = [...call, '--as-of', '2026-11-24', '--care-plans', 'quarter'];
  const { out, err, code } = await folder.call([...asked, '--database', file, '--json']);
  expect([err, code]).toEqual(['', 0]);
  const reports = JSON.parse(out) as readonly ClinicReport[];
  const periods = periodsUntil(4, 3, '2026-11-24');
  for (const [place, each] of clinics.entries()) {
    const clinic = new Clinic(each.coverage);
    clinic.add(each.supplied);
    const here = activityReports(clinic, [{ id: 'care-plans' }], periods);
    expect(reports[place]!.activities).toEqual(here);
    expect(readReport(reports[place])).toMatchObject({ ok: true });
  }
});

it.each([
  ['export const database = {};', 'has no default export (it exports database)'],
  ['export default 7;', 'it is no object'],
  ['export default { dialect: "oracle" };', 'its dialect is "oracle", and not one of duckdb'],
  ['export default { dialect: "trino" };', 'it has no function run'],
  ['export default { dialect: "trino", run() {} };', 'it names no clinics'],
  [
    'export default { dialect: "trino", run() {}, clinics: [{ id: "k1" }] };',
    'clinics[0] has no id, no name or no coverage',
  ],
  [
    'export default { dialect: "duckdb", run() { throw new Error("no such table"); }, clinics: [{ id: "k1", name: "K", coverage: {} }] };',
    'no such table',
  ],
])('%s is told: %s', async (module, message) => {
  const file = folder.write(`database-${message.length}.mjs`, module);
  const { err, code } = await folder.call([...call, '--database', file]);
  expect(err).toContain(message);
  expect(code).toBe(3);
});

it('refuses what is said of one clinic', async () => {
  const { err } = await folder.call([...call, '--database', 'x.mjs', '--capacity', '2']);
  expect(err).toContain('--capacity does not go with --database');
});
