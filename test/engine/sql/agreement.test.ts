/** Random criteria over random patients: SQL, in both databases, says what the reference says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import type { Truth } from '../../../src/engine/index.ts';
import { cases, isDeep } from '../../depth.ts';
import { expectAgreement } from './agreement.ts';
import { openDuckDb, openPostgres, type Database } from './databases.ts';
import { drawWorld } from './worlds.ts';

const rounds = cases(1, 1);
const criteria = isDeep ? 16 : 8;
const patients = isDeep ? 300 : 120;

describe.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('%s says what the reference says', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it(`${rounds} times ${criteria} criteria of ${patients} patients`, async () => {
    // The databases are asked other questions than one another.
    const random = new Random(`agreement ${name}${process.env.OVERBLIK_SEED ?? ''}`);
    const counts: Record<Truth, number> = { yes: 0, no: 0, unknown: 0 };
    for (let round = 0; round < rounds; round++) {
      const isEverybody = round === 0 || random.chance(0.7);
      const world = drawWorld(random, isEverybody, { criteria, patients });
      const said = await expectAgreement(database, world);
      for (const truth of ['yes', 'no', 'unknown'] as const) counts[truth] += said[truth];
    }
    // Of each answer many, or nothing is shown.
    const all = counts.yes + counts.no + counts.unknown;
    for (const count of Object.values(counts)) expect(count / all).toBeGreaterThan(0.1);
  });
});
