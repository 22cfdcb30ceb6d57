/** R28: care plans counted as records, and the steering group's table out of clinics' reports. */
import { describe, expect, it } from 'vitest';
import { Clinic, finish } from '../../src/engine/index.ts';
import { countActivitiesInSteps } from '../../src/report/activity/count.ts';
import {
  activityReports,
  periodsUntil,
  readReport,
  steeringReport,
} from '../../src/report/index.ts';
import { defaultProtection, protect } from '../../src/report/protection/index.ts';
import type { ActivityReport, ClinicReport, Period } from '../../src/report/types.ts';
import type { CoverageByType, PatientRecords } from '../../src/record/index.ts';
import { isDeep } from '../depth.ts';
import { complete, patientWith } from '../engine/build.ts';
import { reportOf } from './made-reports.ts';

type Plans = NonNullable<PatientRecords['carePlans']>;
const year = periodsUntil(12, 1, '2024-05-31');

/** What one patient's plans count in each month, as letters: `n`ew, `m`aintained, `u`nknown, `-` nothing. */
function monthsOf(
  carePlans: Plans,
  { coverage = complete, ...patient }: { coverage?: CoverageByType; deceased?: string } = {},
): string {
  const clinic = new Clinic(coverage);
  clinic.add([patientWith({ carePlans }, { birthDate: '1950-01-01', ...patient })]);
  const [counts] = finish(countActivitiesInSteps(clinic, [{ id: 'alle' }], year));
  return counts!
    .map((each) => {
      if (!each) return '0';
      const told = (['new', 'maintained', 'unknown'] as const).flatMap((kind) =>
        Array.from({ length: each[kind] }, () => kind[0]!),
      );
      return told.length === 0 ? '-' : told.join('');
    })
    .join(' ');
}

describe('R28', () => {
  it.each<[what: string, plans: Plans, months: string]>([
    ['a first plan is new', [{ code: 'KOL', from: '2023-07-03' }], '- n - - - - - - - - - -'],
    [
      'the next of its type is maintained',
      [
        { code: 'KOL', from: '2023-07-03' },
        { code: 'KOL', from: '2024-02-01' },
      ],
      '- n - - - - - - m - - -',
    ],
    [
      'one before the period makes those in it maintained',
      [
        { code: 'KOL', from: '2020-01-01' },
        { code: 'KOL', from: '2024-02-01' },
      ],
      '- - - - - - - - m - - -',
    ],
    [
      'another type is new by itself',
      [
        { code: 'KOL', from: '2023-07-03' },
        { code: 'T2DM', from: '2023-07-09' },
      ],
      '- nn - - - - - - - - - -',
    ],
    [
      'a type counts once in a month',
      [
        { code: 'KOL', from: '2023-07-03' },
        { code: 'KOL', from: '2023-07-20' },
      ],
      '- n - - - - - - - - - -',
    ],
    [
      'gone through is maintained, in the month of it',
      [{ code: 'KOL', from: '2020-01-01', maintained: '2023-12-24' }],
      '- - - - - - m - - - - -',
    ],
    [
      'gone through on the day that it began is no second',
      [{ code: 'KOL', from: '2023-07-03', maintained: '2023-07-03' }],
      '- n - - - - - - - - - -',
    ],
    [
      'gone through in a month for certain goes before perhaps, whichever stands first',
      [
        { code: 'KOL', from: '2020-01-01', maintained: '2024' },
        { code: 'KOL', from: '2020-01-01', maintained: '2024-01-03' },
      ],
      '- - - - - - - m - - - -',
    ],
    [
      'cancelled counts for nothing',
      [{ code: 'KOL', from: '2023-07-03', status: 'cancelled' }],
      '- - - - - - - - - - - -',
    ],
    [
      'a day known to its year may be in any of its months',
      [{ code: 'KOL', from: '2024' }],
      '- - - - - - - u u u u u',
    ],
    [
      'one that may be before or after another is unknown',
      [
        { code: 'KOL', from: '2023-07-03' },
        { code: 'KOL', from: '2023-07' },
      ],
      '- u - - - - - - - - - -',
    ],
  ])('%s', (_, plans, months) => {
    expect(monthsOf(plans)).toBe(months);
  });

  it('a first plan is unknown where earlier ones may be missing', () => {
    const plans = [{ code: 'KOL', from: '2023-07-03' }];
    const coverage = { ...complete, carePlan: { available: true, from: '2022-01-01' } };
    expect(monthsOf(plans, { coverage })).toBe('- u - - - - - - - - - -');
  });

  it('a month that is not covered is not counted', () => {
    const plans = [{ code: 'KOL', from: '2023-07-03' }];
    const later = { ...complete, carePlan: { available: true, from: '2023-08-01' } };
    expect(monthsOf(plans, { coverage: later })).toBe('0 0 - - - - - - - - - -');
    const missing = { ...complete, carePlan: { available: false } };
    expect(monthsOf(plans, { coverage: missing })).toBe('0 0 0 0 0 0 0 0 0 0 0 0');
  });

  it('a plan that was set aside is unknown, and takes the certainty from the first', () => {
    const plans = [
      { code: 'KOL', from: '2023-07-03' },
      { code: 'KOL', from: 'i går' },
    ];
    expect(monthsOf(plans)).toBe('u uu u u u u u u u u u u');
  });

  it('the dead count in the months that they had plans', () => {
    expect(monthsOf([{ code: 'KOL', from: '2023-07-03' }], { deceased: '2023-08-01' })).toBe(
      '- n - - - - - - - - - -',
    );
  });
});

describe('periods', () => {
  it('are whole, have ended, and follow one another', () => {
    expect(periodsUntil(2, 1, '2024-03-30')).toEqual([
      { from: '2024-01-01', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-02-29' },
    ]);
    expect(periodsUntil(2, 12, '2024-05-31')).toEqual([
      { from: '2022-06-01', to: '2023-05-31' },
      { from: '2023-06-01', to: '2024-05-31' },
    ]);
    expect(periodsUntil(1, 3, '2024-12-31')).toEqual([{ from: '2024-10-01', to: '2024-12-31' }]);
  });

  it('that share a day are refused where they are counted, and where they are read', () => {
    const clinic = new Clinic(complete);
    const [month] = periodsUntil(1, 1, '2024-05-31');
    const [whole] = periodsUntil(1, 12, '2024-05-31');
    expect(() => activityReports(clinic, [{ id: 'alle' }], [whole!, month!])).toThrow(RangeError);
    const leaves = { new: 5, maintained: 'under', unknown: 'under' } as const;
    const activity: ActivityReport = {
      ...{ id: 'alle', type: 'carePlan', periods: [whole!, month!], values: [leaves, leaves] },
    };
    const reading = readReport({ ...reportOf('k1', [[20, 30, 1]]), activities: [activity] });
    expect(!reading.ok && reading.problems[0].path).toBe('/activities/0/periods');
  });
});

/** The steering group's table of June 2023 to May 2024: plans made since June, new and maintained. */
const table = {
  new: [6309, 8739, 14456, 22226, 30406, 38836, 46388, 55891, 64205, 71928, 81177, 90920],
  maintained: [8161, 11134, 18833, 28720, 38223, 48805, 57463, 68707, 79051, 89915, 102271, 114852],
};

describe('the steering group’s table', () => {
  const clinics = 1599;

  it('is held by the bounds of what the clinics’ reports come to', () => {
    const { periods } = steeringReport(reportsOf(year, clinics), 'alle');
    expect(periods.map(({ clinics: each }) => each)).toEqual(year.map(() => clinics));
    for (const [at, { accumulated }] of periods.entries())
      for (const kind of ['new', 'maintained'] as const) {
        expect(accumulated[kind].least).toBeLessThanOrEqual(table[kind][at]!);
        expect(accumulated[kind].most).toBeGreaterThanOrEqual(table[kind][at]!);
        // Each leaf has five numbers at the most.
        const width = accumulated[kind].most - accumulated[kind].least;
        expect(width).toBe(4 * clinics * (at + 1));
      }
  });

  it('is nearer where a clinic tells the year in one number', () => {
    const [whole] = periodsUntil(1, 12, '2024-05-31');
    const { periods } = steeringReport(reportsOf([whole!], clinics), 'alle');
    const { new: made, maintained } = periods[0]!.accumulated;
    for (const [interval, exact] of [
      [made, 90920],
      [maintained, 114852],
    ] as const) {
      expect(interval.least).toBeLessThanOrEqual(exact);
      expect(interval.most).toBeGreaterThanOrEqual(exact);
      expect(interval.most - interval.least).toBe(4 * clinics);
      expect(Math.abs(interval.estimate - exact) / exact).toBeLessThan(0.02);
    }
  });
});

it('records that make the table are counted to it: everyday a hundredth of the country, in depth all of it', () => {
  const part = isDeep ? 1 : 100;
  const clinics = Math.ceil(1599 / part);
  const totals = (kind: keyof typeof table) =>
    monthly(table[kind].map((each) => Math.floor(each / part)));
  const [made, maintained] = [totals('new'), totals('maintained')].map((months) =>
    months.map((total) => spread(total, clinics)),
  );
  const sums = year.map(() => ({ new: 0, maintained: 0, unknown: 0 }));
  for (let at = 0; at < clinics; at++) {
    const clinic = new Clinic(complete);
    const add = (carePlans: Plans, id: string) =>
      clinic.add([patientWith({ carePlans }, { id, birthDate: '1950-01-01' })]);
    for (const [month, { from }] of year.entries()) {
      for (let one = 0; one < made![month]![at]!; one++)
        add([{ code: 'KOL', from }], `n${month}-${one}`);
      for (let one = 0; one < maintained![month]![at]!; one++)
        add(
          [
            { code: 'KOL', from: '2021-02-03', to: '2022-02-03' },
            { code: 'KOL', from },
          ],
          `m${month}-${one}`,
        );
    }
    const [counts] = finish(countActivitiesInSteps(clinic, [{ id: 'alle' }], year));
    for (const [month, count] of counts!.entries())
      for (const kind of ['new', 'maintained', 'unknown'] as const)
        sums[month]![kind] += count![kind];
  }
  const accumulated = (kind: 'new' | 'maintained' | 'unknown') =>
    sums.map((_, at) => sums.slice(0, at + 1).reduce((sum, each) => sum + each[kind], 0));
  expect(accumulated('new')).toEqual(table.new.map((each) => Math.floor(each / part)));
  expect(accumulated('maintained')).toEqual(
    table.maintained.map((each) => Math.floor(each / part)),
  );
  expect(accumulated('unknown')).toEqual(year.map(() => 0));
});

describe('clinics by new plans a GP', () => {
  const [whole] = periodsUntil(1, 12, '2024-05-31');
  const madeBy = (plans: number, capacity?: number): ClinicReport => ({
    ...reportOf(`k${plans}-${capacity}`, [[20, 30, 1]]),
    activities: [activityOf([whole!], [plans], [0])],
    ...(capacity === undefined ? {} : { capacity }),
  });

  it('are counted where the leaves are certain, and between bounds where they are not', () => {
    const { bands } = steeringReport(
      [madeBy(0, 2), madeBy(3, 2), madeBy(7, 3), madeBy(40, 2), madeBy(12)],
      'alle',
    );
    // Under five: none, or some; of the two nobody can say which.
    expect(bands.none).toMatchObject({ least: 0, most: 2 });
    expect(bands.oneToFour).toMatchObject({ least: 1, most: 3 });
    expect(bands.fiveOrMore).toMatchObject({ least: 1, most: 1 });
    expect(bands.notKnown).toBe(1);
  });
});

/** The clinics' reports whose counts add up to the table. */
function reportsOf(periods: readonly Period[], clinics: number): readonly ClinicReport[] {
  const of = (kind: 'new' | 'maintained') =>
    (periods.length === 1 ? [table[kind].at(-1)!] : monthly(table[kind])).map((total) =>
      spread(total, clinics),
    );
  const [made, maintained] = [of('new'), of('maintained')];
  return Array.from({ length: clinics }, (_, clinic) => ({
    ...reportOf(`k${clinic}`, [[20, 30, 1]]),
    activities: [
      activityOf(
        periods,
        made.map((each) => each[clinic]!),
        maintained.map((each) => each[clinic]!),
      ),
    ],
  }));
}

function activityOf(
  periods: readonly Period[],
  made: readonly number[],
  maintained: readonly number[],
): ActivityReport {
  return {
    id: 'alle',
    type: 'carePlan',
    periods,
    values: periods.map((_, at) => ({
      new: protect(made[at]!, defaultProtection),
      maintained: protect(maintained[at]!, defaultProtection),
      unknown: 'under' as const,
    })),
  };
}

/** What was made in each month, of what was made since the first. */
function monthly(accumulated: readonly number[]): readonly number[] {
  return accumulated.map((each, at) => each - (accumulated[at - 1] ?? 0));
}

/** A total over clinics, of which some make many and others none. */
function spread(total: number, clinics: number): readonly number[] {
  const weights = Array.from({ length: clinics }, (_, at) => (at * 7) % 11);
  const all = weights.reduce((sum, each) => sum + each, 0);
  const counts = weights.map((weight) => Math.floor((total * weight) / all));
  let left = total - counts.reduce((sum, each) => sum + each, 0);
  for (let at = 0; left > 0; at = (at + 1) % clinics, left--) counts[at]!++;
  return counts;
}
