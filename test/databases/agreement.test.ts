/** Random criteria over random patients, in each database that is installed: it says what the reference says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { leavesIn, leavesOf, expectAgreement } from '../engine/sql/agreement.ts';
import { drawLeaves, drawWorld } from '../engine/sql/worlds.ts';
import type { Database } from '../engine/sql/databases.ts';
import { cases } from '../depth.ts';
import { databases } from './databases.ts';

/** To plan a statement takes ClickHouse seconds for each profile and day. */
const dates = ['2023-12-31'];

describe.each(databases)('%s', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  const random = new Random(`databases ${name}${process.env['OVERBLIK_SEED'] ?? ''}`);

  it('says of each patient what the reference says', async () => {
    for (let round = 0; round < cases(1, 0.25); round++) {
      const world = drawWorld(random, round % 3 < 2, { criteria: 5, patients: 60 });
      // ClickHouse plans for seconds; of the others there are enough with one.
      const indicators = world.profile.indicators?.slice(0, 1) ?? [];
      await expectAgreement(database, { ...world, profile: { ...world.profile, indicators } });
    }
  });

  it('counts what the reference counts', async () => {
    for (let round = 0; round < cases(1, 0.1); round++) {
      const { clinics, profiles, plans } = await drawLeaves(random, database);
      expect(await leavesIn(database, plans, dates)).toEqual(leavesOf(profiles, dates, clinics));
    }
  });
});
