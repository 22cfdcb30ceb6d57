/** Care plans counted as records (R28), in each database: what the library counts, each clinic by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { cases } from '../depth.ts';
import type { Database } from '../engine/sql/databases.ts';
import {
  activitiesHere,
  activitiesIn,
  drawCarePlanClinics,
  periodsAsked,
  toldOf,
} from '../report/drawn-care-plans.ts';
import { databases } from './databases.ts';

describe.each(databases)('%s', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it.each(periodsAsked)('by %s', async (length, periods) => {
    const random = new Random(`care plans ${name} ${length}${process.env['OVERBLIK_SEED'] ?? ''}`);
    const told = new Set<string>();
    for (let round = 0; round < cases(1, 1); round++) {
      const clinics = drawCarePlanClinics(random, 80);
      const here = activitiesHere(clinics, periods);
      for (const what of toldOf(here)) told.add(what);
      expect(await activitiesIn(database, clinics, periods)).toEqual(here);
    }
    // Of each some, or nothing is shown.
    for (const what of ['not counted', 'new of all', 'maintained of all', 'unknown of all'])
      expect(told).toContain(what);
  });
});
