/** Protected counts of several clinics: a statement says what the reference counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import { toLeavesSql } from '../../../src/engine/sql/index.ts';
import { profileOf } from '../build.ts';
import { cases, isDeep } from '../../depth.ts';
import { leavesIn, leavesOf } from './agreement.ts';
import { openDuckDb, openPostgres, type Database } from './databases.ts';
import { drawLeaves } from './worlds.ts';

const dates = ['2023-12-31', '2024-03-31'];
const protections = [
  { threshold: 5, base: 5 },
  { threshold: 3, base: 3 },
  { threshold: 12, base: 4 },
];

describe.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('leaves in %s', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('are the counts of the reference, of every clinic, profile, indicator and day', async () => {
    const random = new Random(`leaves ${name}${process.env['OVERBLIK_SEED'] ?? ''}`);
    for (let round = 0; round < cases(1, 1); round++) {
      const { clinics, profiles, plans } = await drawLeaves(random, database);
      // PostgreSQL plans for seconds; protection is the same text in both.
      const isWhole = name === 'DuckDB' || isDeep;
      const days = isWhole ? dates : dates.slice(0, 1);
      for (const protection of protections.slice(0, isWhole ? 3 : 1))
        expect(await leavesIn(database, plans, days, { protection })).toEqual(
          leavesOf(profiles, days, clinics, protection),
        );
      if (!isWhole) continue;
      expect(await leavesIn(database, plans, dates, { clinics: ['other'] })).toEqual(
        leavesOf(profiles, dates, clinics.slice(1)),
      );
    }
  });
});

describe('what is refused', () => {
  const plan = { profile: profileOf({ service: {} }) };
  it.each([
    ['no profile', [], dates, {}],
    ['no day', [plan], [], {}],
    ['a day twice', [plan], ['2024-01-01', '2024-01-01'], {}],
    ['a day that does not exist', [plan], ['2024-02-30'], {}],
    ['a threshold under three', [plan], dates, { protection: { threshold: 2, base: 5 } }],
    ['a threshold that is no number', [plan], dates, { protection: { threshold: NaN, base: 5 } }],
    ['a base under three', [plan], dates, { protection: { threshold: 5, base: 1 } }],
    ['a threshold between steps', [plan], dates, { protection: { threshold: 7, base: 5 } }],
  ])('%s', (_, plans, days, options) => {
    expect(() => toLeavesSql(plans, days, options)).toThrow(RangeError);
  });
});
