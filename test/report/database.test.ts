/** Reports out of a database are those that the library makes where the patients are. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLeaves, reportSubjects } from '../../src/report/index.ts';
import { loadClinics, openDuckDb, type Database } from '../engine/sql/databases.ts';
import { isDeep } from '../depth.ts';
import {
  dates,
  drawnClinics,
  engine,
  madeAt,
  named,
  plansOf,
  reportsHere,
  reportsIn,
} from './database.ts';

const clinics = drawnClinics(['k1', 'k2'], isDeep ? 900 : 220);
const plans = plansOf(['dk.demens', 'dk.kol']);

let database: Database;
beforeAll(async () => {
  database = await openDuckDb();
  await loadClinics(database, clinics);
});
afterAll(() => database.close());

it('each clinic’s report is the same, word by word', async () => {
  const reports = await reportsIn(database, clinics, plans);
  const here = await reportsHere(clinics, plans);
  expect(reports).toEqual(here);
  expect(JSON.stringify(reports)).toBe(JSON.stringify(here));
  // Of each kind of leaf one at least, or nothing is shown.
  const leaves = JSON.stringify(reports);
  for (const leaf of ['"numerator":"few"', '"unknown":"under"', /"rest":\d+/])
    expect(leaves).toMatch(leaf);
});

it('what is no protected count is refused', async () => {
  const subjects = await reportSubjects(plans);
  const [clinic] = clinics;
  const options = { dates, madeAt, engine, clinics: [named(clinic!)] };
  const row = {
    clinic: 'k1',
    profile: 0,
    indicator: 0,
    day: 0,
    numerator: 5,
    rest: 25,
    unknown: -1,
  };
  for (const [rows, message] of [
    [[{ ...row, numerator: 7 }], 'says 7 as numerator of clinic k1, profile 0'],
    [[{ ...row, unknown: 0 }], 'says 0 as unknown'],
    [[{ ...row, rest: null }], 'says null as rest'],
    [[{ ...row, numerator: 10, rest: 20 }], 'says 10, 20 and under of clinic k1'],
    [[row, row], 'says twice clinic k1, profile 0, indicator 0, day 0'],
    [[row], 'says nothing of clinic k1'],
  ] as const)
    expect(() => readLeaves(rows, subjects, options)).toThrow(message);
});
