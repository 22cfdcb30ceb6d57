/** Care plans counted in a database (R28): what the library counts where the patients are, each clinic by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { dialects, toActivitiesSql } from '../../src/engine/sql/index.ts';
import { readActivities } from '../../src/report/index.ts';
import { cases, isDeep } from '../depth.ts';
import { openDuckDb, openPostgres, type Database } from '../engine/sql/databases.ts';
import {
  activities,
  activitiesHere,
  activitiesIn,
  drawCarePlanClinics,
  periodsAsked,
  protection,
  toldOf,
} from './drawn-care-plans.ts';

/** Everyday one database says it; `npm run test:databases` asks the others. */
const asked: readonly (readonly [string, () => Promise<Database>])[] = [
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
];

describe.each(isDeep ? asked : asked.slice(0, 1))('in %s', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it.each(periodsAsked)('by %s', async (length, periods) => {
    const random = new Random(`care plans ${name} ${length}${process.env['OVERBLIK_SEED'] ?? ''}`);
    const told = new Set<string>();
    for (let round = 0; round < cases(1, 1); round++) {
      const clinics = drawCarePlanClinics(random, isDeep ? 80 : 60);
      const here = activitiesHere(clinics, periods);
      for (const what of toldOf(here)) told.add(what);
      expect(await activitiesIn(database, clinics, periods)).toEqual(here);
    }
    // Of each some, or nothing is shown.
    for (const what of ['not counted', 'new of all', 'maintained of all', 'unknown of all'])
      expect(told).toContain(what);
  });
});

const [, periods] = periodsAsked[0]!;

it('nothing of a question is in the text, and no word that a database does not know', () => {
  for (const dialect of Object.values(dialects)) {
    const { before, text } = toActivitiesSql(activities, periods, { dialect, clinics: ['k1'] });
    const whole = [...before.map((each) => each.text), text].join('\n');
    for (const said of ['KOL', 'LOCAL', 'k1', '2024-05']) expect(whole).not.toContain(said);
    expect(text).toContain('unknown_plans');
  }
});

describe('what is refused', () => {
  const [month, next] = periods;
  const half = { from: '2024-05-01', to: '2024-05-15' };
  it.each([
    ['no activity', [], [month!], 'no activity'],
    ['no period', activities, [], 'no period'],
    ['periods out of order', activities, [next!, month!], 'in order, and none share a day'],
    ['periods that share a day', activities, [month!, month!], 'in order, and none share a day'],
    ['half a month', activities, [half], 'whole months; 2024-05-01 to 2024-05-15'],
  ] as const)('%s', (_, those, when, message) => {
    expect(() => toActivitiesSql(those, when)).toThrow(message);
  });

  it('protection that protects nothing', () => {
    const sizes = { threshold: 1, base: 1 };
    expect(() => toActivitiesSql(activities, periods, { protection: sizes })).toThrow(RangeError);
  });

  const row = { clinic: 'k1', activity: 0, period: 0 };
  const leaves = { new_plans: 3, maintained_plans: -1, unknown_plans: '6' };
  const options = { activities: [{ id: 'all' }], periods: [month!], clinics: ['k1'], protection };
  it.each([
    [[], 'says nothing of clinic k1, activity 0, period 0'],
    [[{ ...row, ...leaves, new_plans: 4 }], 'says 4 as new_plans of clinic k1'],
    [[{ ...row, ...leaves, new_plans: 0 }], 'says 0 as new_plans'],
    [[{ ...row, ...leaves, new_plans: null }], 'says null as new_plans'],
    [[{ ...row, ...leaves, new_plans: -2 }], 'says -2 as new_plans'],
    [
      [
        { ...row, ...leaves },
        { ...row, ...leaves },
      ],
      'says twice clinic k1',
    ],
    [
      [
        { ...row, ...leaves },
        { ...row, ...leaves, clinic: 'k2' },
      ],
      'also tells of clinic k2',
    ],
  ])('rows that are not those of the statement: %j', (rows, message) => {
    expect(() => readActivities(rows, options)).toThrow(message);
  });

  it('the rows of the statement are read', () => {
    expect(readActivities([{ ...row, ...leaves }], options).get('k1')?.[0]?.values).toEqual([
      { new: 3, maintained: 'under', unknown: 6 },
    ]);
  });
});
