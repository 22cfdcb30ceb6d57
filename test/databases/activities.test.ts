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
    for (let round = 0; round < cases(1, 1); round++) {
      const clinics = drawCarePlanClinics(random, 40);
      const here = activitiesHere(clinics, periods);
      expect(toldOf(here).size).toBe(11);
      expect(await activitiesIn(database, clinics, periods)).toEqual(here);
    }
  });
});
