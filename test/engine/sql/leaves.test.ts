/** Protected counts of several clinics: a statement says what the reference counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import { referenceEngine } from '../../../src/engine/index.ts';
import { toLeavesSql, type LeavesProtection } from '../../../src/engine/sql/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import { profileOf } from '../build.ts';
import { cases, isDeep } from '../../depth.ts';
import {
  loadClinics,
  openDuckDb,
  openPostgres,
  type Database,
  type LoadedClinic,
} from './databases.ts';
import { drawWorld } from './worlds.ts';

const dates = ['2023-12-31', '2024-03-31'];
const protections = [
  { threshold: 5, base: 5 },
  { threshold: 3, base: 1 },
  { threshold: 4, base: 10 },
];

/** What is to be said of an indicator: counted by the reference, and protected in plain numbers. */
function expectedOf(
  profiles: readonly Profile[],
  clinics: readonly LoadedClinic[],
  { threshold, base }: LeavesProtection,
) {
  const leaf = (count: number) =>
    count < threshold ? -1 : Math.max(base, Math.round(count / base) * base);
  return clinics.flatMap(({ id, patients, coverage }) =>
    profiles.flatMap((profile, place) =>
      dates.flatMap((date, day) => {
        const said = [
          ...referenceEngine.evaluate({ profile }, { patients, coverage }, date).values(),
        ];
        const members = said.filter(({ member }) => member === 'yes');
        return (profile.indicators ?? []).map((_, index) => {
          const count = (isOne: (numerator: string, denominator: string) => boolean) =>
            leaf(members.filter((each) => isOne(each[`n${index}`]!, each[`d${index}`]!)).length);
          return [
            ...[id, place, index, day],
            count((numerator, denominator) => denominator === 'yes' && numerator === 'yes'),
            count((numerator, denominator) => denominator === 'yes' && numerator === 'no'),
            count(
              (numerator, denominator) =>
                denominator === 'unknown' || (denominator === 'yes' && numerator === 'unknown'),
            ),
          ];
        });
      }),
    ),
  );
}

describe.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('leaves in %s', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const ask = async (...[plans, days, options]: Parameters<typeof toLeavesSql>) => {
    const { text, parameters } = toLeavesSql(plans, days, options);
    const rows = await database.run(text, parameters);
    return rows
      .map((row) => [
        row['clinic'],
        ...['profile', 'indicator', 'day', 'numerator', 'rest', 'unknown'].map((column) =>
          Number(row[column]),
        ),
      ])
      .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  };
  const sorted = (rows: readonly unknown[]) =>
    [...rows].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));

  it('are the counts of the reference, of every clinic, profile, indicator and day', async () => {
    const random = new Random(`leaves ${name}${process.env['OVERBLIK_SEED'] ?? ''}`);
    for (let round = 0; round < cases(1, 1); round++) {
      const size = { criteria: 5, patients: 80 };
      const [one, other] = [drawWorld(random, true, size), drawWorld(random, false, size)];
      await loadClinics(database, one.clinics);
      const plans = [one, other].map(({ profile }) => ({
        profile: { ...profile, markers: [], indicators: profile.indicators?.slice(0, 2) ?? [] },
      }));
      const profiles = plans.map(({ profile }) => profile);
      // PostgreSQL plans for seconds; protection is the same text in both.
      for (const protection of protections.slice(0, name === 'DuckDB' || isDeep ? 3 : 1))
        expect(await ask(plans, dates, { protection })).toEqual(
          sorted(expectedOf(profiles, one.clinics, protection)),
        );
      if (name !== 'DuckDB' && !isDeep) continue;
      expect(await ask(plans, dates, { clinics: ['other'] })).toEqual(
        sorted(expectedOf(profiles, one.clinics.slice(1), { threshold: 5, base: 5 })),
      );
    }
  }, 120_000);
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
    ['a base under one', [plan], dates, { protection: { threshold: 5, base: 0 } }],
  ])('%s', (_, plans, days, options) => {
    expect(() => toLeavesSql(plans, days, options)).toThrow(RangeError);
  });
});
