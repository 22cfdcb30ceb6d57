/** Every engine behind the one interface gives the same table: the published profiles over a made-up clinic. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import {
  Clinic,
  columnEngine,
  compile,
  outcomeColumns,
  referenceEngine,
} from '../../src/engine/index.ts';
import { sqlEngine } from '../../src/engine/sql/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { isDeep } from '../depth.ts';
import { checked, loadClinic, openDuckDb, type Database } from './sql/databases.ts';

const asOf = '2026-11-24';
const { patients, description } = generateClinic({ size: isDeep ? 300 : 150 });
const { coverage } = description;
const checkedPatients = patients.map(checked);
const clinic = new Clinic(coverage);
clinic.add(patients);

let database: Database;
beforeAll(async () => {
  database = await openDuckDb();
  await loadClinic(database, checkedPatients, coverage);
});
afterAll(() => database.close());

it.each(profiles.map((document) => [(document as { id: string }).id, document] as const))(
  '%s: columns, reference and SQL agree on every patient',
  async (_, document) => {
    const parsed = parseProfile(document);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const plan = compile(parsed.profile);
    const reference = referenceEngine.evaluate(plan, { patients: checkedPatients, coverage }, asOf);
    const names = outcomeColumns(plan.profile).map(({ name }) => name);
    expect(reference.size).toBe(patients.length);
    for (const row of reference.values()) expect(Object.keys(row)).toEqual(names.slice(1));
    expect(columnEngine.evaluate(plan, clinic, asOf)).toEqual(reference);
    expect(await sqlEngine.evaluate(plan, database, asOf)).toEqual(reference);
  },
);

it('refuses a date that is none, whichever engine is asked', async () => {
  const parsed = parseProfile(profiles[0]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const plan = compile(parsed.profile);
  const none = '2026-02-30';
  expect(() => columnEngine.evaluate(plan, clinic, none)).toThrow(RangeError);
  expect(() =>
    referenceEngine.evaluate(plan, { patients: checkedPatients, coverage }, none),
  ).toThrow(RangeError);
  await expect(sqlEngine.evaluate(plan, database, none)).rejects.toThrow(RangeError);
});
