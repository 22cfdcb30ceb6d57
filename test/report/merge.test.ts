/** Clinics' reports put together: the same sums in any order, and who is not in them with the reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clinicsOf, mergeReports, readReport, type ClinicReport } from '../../src/report/index.ts';
import { figuresAt } from '../../src/report/protection/index.ts';
import { cases } from '../depth.ts';
import { withFurther } from '../../fixtures/made-further.ts';
import { clinicReport, clinics } from '../../fixtures/made-reports.ts';
import { dateOf, definition, reportOf, type Counted } from './made-reports.ts';

const options = {
  level: 'cluster',
  area: { id: 'c1', name: 'Klynge Havnen' },
  madeAt: '2026-11-30T09:00:00+01:00',
  engine: '0.1.0',
} as const;

const count = fc.integer({ min: 0, max: 60 });
const counted: fc.Arbitrary<Counted> = fc.array(fc.tuple(count, count, count), {
  minLength: 3,
  maxLength: 3,
});

describe('the sums of an area', () => {
  it('hold what was counted, and are the clinics’ leaves added up, in any order', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 9 }), (clinics) => {
        const reports = clinics.map((each, at) => reportOf(`k${at}`, each));
        const area = mergeReports(reports, options);
        expect(mergeReports([...reports].reverse(), options)).toEqual(area);
        for (const [at] of area.dates.entries()) {
          const { numerator, rest, unknown, reported } = area.sums[0]!.values[at]!;
          expect(reported).toBe(clinics.length);
          for (const [kind, interval] of [numerator, rest, unknown].entries()) {
            const exact = clinics.reduce((sum, each) => sum + each[at]![kind]!, 0);
            expect(interval.least).toBeLessThanOrEqual(exact);
            expect(interval.most).toBeGreaterThanOrEqual(exact);
          }
          const added = reports
            .map(({ indicators, protection }) => figuresAt(indicators[0]!, at, protection)!)
            .reduce((sum, each) => sum + each.numerator.estimate, 0);
          expect(numerator.estimate).toBeCloseTo(added, 9);
        }
      }),
      { numRuns: cases(30, 300), seed: 20261129 },
    );
  });

  it('are null where no clinic has counted, and of those who have elsewhere', () => {
    const one = reportOf('k1', [[20, 30, 1]]);
    const none: ClinicReport = {
      ...reportOf('k2', [[20, 30, 1]]),
      indicators: [
        {
          id: 'hba1c',
          values: [null],
          notCounted: [{ date: dateOf(0), type: 'result', from: '2018-01-01' }],
        },
      ],
      undecided: [null],
    };
    expect(mergeReports([none], options).sums[0]!.values).toEqual([null]);
    expect(mergeReports([none], options).undecided).toEqual([null]);
    expect(mergeReports([one, none], options).sums[0]!.values[0]!.reported).toBe(1);
  });

  it('are the same of a region made of clusters as of its clinics', () => {
    const reports = clinics
      .slice(0, 8)
      .map((each) =>
        withFurther({ ...clinicReport(each), clinic: { id: each.id, name: each.name } }, each),
      );
    const clusters = [reports.slice(0, 4), reports.slice(4)].map((each) =>
      mergeReports(each, options),
    );
    const region = { ...options, level: 'region', area: { id: 'r', name: 'R' } } as const;
    const whole = mergeReports(reports, region);
    expect(mergeReports(clusters.flatMap(clinicsOf), region)).toEqual(whole);
    // Causes, exemptions and care plans are in it, and each is read again.
    expect(whole.sums[0]!.values[0]!.causes!.reported).toBe(8);
    expect([whole.exemptions![0]!.reported, whole.activities![0]!.clinics]).toEqual([8, 8]);
    expect(readReport(JSON.stringify(whole))).toEqual({ ok: true, report: whole });
  });

  it('can be told without the clinics, and are read again', () => {
    const area = mergeReports([reportOf('k1', [[20, 30, 1]])], { ...options, clinics: false });
    expect(area.clinics).toBeUndefined();
    expect(readReport(JSON.stringify(area))).toEqual({ ok: true, report: area });
  });
});

describe('a report that cannot be added is refused, with what differs and what to do', () => {
  const reports = [1, 2, 3].map((at) => reportOf(`k${at}`, [[20, 30, 1]]));
  const given = reports[0]!;
  const others: readonly [kind: string, report: ClinicReport, words: RegExp][] = [
    [
      'profile',
      { ...given, profile: { ...given.profile, id: 'dk.kol' } },
      /dk\.kol, ikke dk\.type2/,
    ],
    ['version', { ...given, profile: { ...given.profile, version: '2.0.0' } }, /version 2\.0\.0/],
    [
      'definition',
      { ...given, profile: { ...given.profile, definition: 'b2'.repeat(32) } },
      /b2b2b2b2 mod a1a1a1a1/,
    ],
    ['protection', { ...given, protection: { ...given.protection, threshold: 10 } }, /10\/5.*5\/5/],
    ['dates', { ...reportOf('k', [[20, 30, 1]]), dates: ['2026-01-01'] }, /2017-03-31 mangler/],
    ['area', { ...given, clinic: { ...given.clinic, cluster: 'c2' } }, /hører til c2, ikke c1/],
  ];

  it.each(others)('%s', (kind, report, words) => {
    const own = { ...report, clinic: { ...report.clinic, id: 'k9', name: 'Klinik ni' } };
    const area = mergeReports([...reports, own], options);
    expect(area.clinics).toHaveLength(3);
    expect(area.refused).toEqual([
      {
        id: 'k9',
        name: 'Klinik ni',
        kind,
        reason: { da: expect.stringMatching(words), en: expect.any(String) },
      },
    ]);
  });

  it('names who has not reported, and not who is refused', () => {
    const expected = ['k1', 'k2', 'k3', 'k4', 'k9'].map((id) => ({ id, name: `Klinik ${id}` }));
    const wrong = { ...others[0]![1], clinic: { id: 'k9', name: 'Klinik ni' } };
    const area = mergeReports([...reports, wrong], { ...options, expected });
    expect(area.missing).toEqual([{ id: 'k4', name: 'Klinik k4' }]);
  });

  it('takes the later of two reports of a clinic, by the moment and not by the text, and says so', () => {
    const earlier = reportOf('k1', [[20, 30, 1]], { madeAt: '2026-11-29T23:30:00+01:00' });
    const later = reportOf('k1', [[40, 30, 1]], { madeAt: '2026-11-29T23:00:00Z' });
    for (const both of [
      [earlier, later],
      [later, earlier],
    ]) {
      const area = mergeReports(both, options);
      expect(area.clinics!.map(({ madeAt }) => madeAt)).toEqual([later.madeAt]);
      expect(area.refused.map(({ kind }) => kind)).toEqual(['older']);
    }
  });

  it('says the same of whom it refuses, in whichever order the reports come', () => {
    const times = [
      '2026-11-29T08:00:00Z',
      '2026-11-29T09:30:00+01:00',
      '2026-11-29T10:00:00+01:00',
    ];
    const own = times.map((madeAt) => reportOf('k1', [[20, 30, 1]], { madeAt }));
    const alike = reportOf('k1', [[40, 30, 1]], { madeAt: times[2]! });
    const all = [...own, alike, ...others.map(([, each]) => each), ...reports.slice(1)];
    const given = mergeReports(all, options);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(mergeReports(shuffled, options)).toEqual(given);
      }),
      { numRuns: cases(20, 200), seed: 20261129 },
    );
    const older = given.refused.filter(({ kind }) => kind === 'older');
    expect(older).toHaveLength(3);
    for (const { reason } of older.slice(0, 2)) expect(reason.da).toContain(`(${times[2]})`);
    expect(older.map(({ reason }) => reason.en).join()).toMatch(/two different reports/);
  });

  it('counts the same report once, and says nothing of a second copy of it', () => {
    const area = mergeReports([...reports, structuredClone(given)], options);
    expect(area).toEqual(mergeReports(reports, options));
  });

  it('names whoever is expected once', () => {
    const twice = { id: 'k7', name: 'Klinik syv' };
    expect(mergeReports(reports, { ...options, expected: [twice, twice] }).missing).toEqual([
      twice,
    ]);
  });

  it('takes of a report with more dates those that are asked', () => {
    const more = reportOf('k4', [
      [20, 30, 1],
      [25, 30, 1],
    ]);
    const area = mergeReports([...reports, more], options);
    expect(area.dates).toEqual([dateOf(0)]);
    expect(area.clinics).toHaveLength(4);
    expect(area.sums[0]!.values[0]!.reported).toBe(4);
  });

  it('asks for a report where there is none', () => {
    expect(() => mergeReports([], options)).toThrow(/give one at least/);
    const { profile, protection, dates } = given;
    const area = mergeReports([], { ...options, agreed: { profile, protection, dates } });
    expect(area.profile.definition).toBe(definition);
    expect(area.sums).toEqual([]);
  });
});
