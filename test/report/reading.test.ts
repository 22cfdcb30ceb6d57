/** Reports that come in: those that are right come through as they are, and others say where and what to do. */
import { describe, expect, it } from 'vitest';
import { mergeReports, readClinicReports, readReport } from '../../src/report/index.ts';
import { withFurther } from '../../fixtures/made-further.ts';
import { clinicReport, clinics } from '../../fixtures/made-reports.ts';
import { dateOf, reportOf, withChanged } from './made-reports.ts';

const good = reportOf('k1', [
  [20, 30, 1],
  [12, 1, 0],
]);
const area = mergeReports(
  clinics.slice(0, 3).map((each) => withFurther(clinicReport(each), each)),
  {
    ...{ level: 'municipality', area: { id: 'm', name: 'M' }, madeAt: good.madeAt },
    engine: '0.1.0',
  },
);
/** The report with one place changed. */
const changed = (path: string, value: unknown, report: unknown = good) =>
  withChanged(report, path, value);

describe('a report', () => {
  it('comes through as it is, of a clinic and of an area, as text and as a value', () => {
    expect(readReport(good)).toEqual({ ok: true, report: good });
    expect(readReport(JSON.stringify(good))).toEqual({ ok: true, report: good });
    const area = mergeReports([good], {
      ...{ level: 'region', area: { id: 'r', name: 'R' }, madeAt: good.madeAt, engine: '0.1.0' },
    });
    expect(readReport(JSON.stringify(area))).toEqual({ ok: true, report: area });
  });

  const leaves = '/indicators/0/values/0';
  it.each<[what: string, document: unknown, path: string, code: string]>([
    ['no JSON', '{', '', 'report-no-json'],
    ['nothing', undefined, '', 'report-no-json'],
    ['a list', [], '', 'report-no-json'],
    ['another document', { format: 'overblik-profile/1' }, '/format', 'report-format'],
    ['a newer format', { format: 'overblik-report/2' }, '/format', 'report-newer'],
    ['very deep', '['.repeat(100_000), '', 'report-too-large'],
    ['an unknown key', changed('/patients', ['p1']), '/patients', 'unknown-key'],
    ['a misspelt key', changed('/capasity', 3), '/capasity', 'unknown-key'],
    ['a leaf that is no multiple', changed(`${leaves}/numerator`, 7), leaves, 'report-leaves'],
    ['a leaf under the threshold', changed(`${leaves}/numerator`, 3), leaves, 'report-leaves'],
    ['a leaf of zero', changed(`${leaves}/numerator`, 0), leaves, 'report-leaves'],
    ['a number as text', changed(`${leaves}/numerator`, '20'), `${leaves}/numerator`, 'not-one-of'],
    [
      'no list of values',
      changed('/indicators/0/values', {}),
      '/indicators/0/values',
      'wrong-type',
    ],
    ['values left out', changed('/indicators/0', { id: 'x' }), '/indicators/0/values', 'missing'],
    [
      'a leaf left out',
      changed(leaves, { numerator: 20, rest: 30 }),
      `${leaves}/unknown`,
      'missing',
    ],
    [
      'a leaf too much',
      changed(leaves, { numerator: 20, rest: 30, unknown: 5, all: 55 }),
      `${leaves}/all`,
      'unknown-key',
    ],
    ['half a patient', changed(`${leaves}/rest`, 12.5), `${leaves}/rest`, 'not-one-of'],
    ['a number below zero', changed(`${leaves}/rest`, -5), `${leaves}/rest`, 'too-low'],
    ['dates out of order', changed('/dates', [dateOf(1), dateOf(0)]), '/dates/1', 'report-order'],
    ['a date twice', changed('/dates', [dateOf(0), dateOf(0)]), '/dates/1', 'report-order'],
    ['a day that does not exist', changed('/dates/0', '2017-02-30'), '/dates/0', 'date'],
    [
      'too few values',
      changed('/indicators/0/values', []),
      '/indicators/0/values',
      'report-length',
    ],
    ['a lone number that is exact', changed('/undecided/0', 13), '/undecided/0', 'report-leaf'],
    ['another protection', changed('/protection/threshold', 1), '/protection', 'report-protection'],
    [
      'a method nobody knows',
      changed('/protection/method', 'x'),
      '/protection',
      'report-protection',
    ],
    [
      'a sum of exemptions that is exact',
      changed('/exemptions/0/rest', { least: 90, most: 90, estimate: 90 }, area),
      '/exemptions/0/rest',
      'report-sum',
    ],
    [
      'a sum of care plans that is exact',
      changed('/activities/0/values/0/new', { least: 9, most: 10, estimate: 9 }, area),
      '/activities/0/values/0/new',
      'report-sum',
    ],
    [
      'a clinic in two bands',
      changed('/activities/0/bands/none', { least: 2, most: 2, estimate: 2 }, area),
      '/activities/0/bands',
      'report-sum',
    ],
    [
      'a sum of a cause that is exact',
      changed('/sums/0/values/0/causes/counts/0/count', { least: 9, most: 9, estimate: 9 }, area),
      '/sums/0/values/0/causes/counts/0/count',
      'report-sum',
    ],
    ['a time without offset', changed('/madeAt', '2026-11-29'), '/madeAt', 'moment'],
    [
      'leaves of all beside groups',
      changed('/indicators/0/groups', [
        { group: { sex: 'female' }, values: good.indicators[0]!.values },
      ]),
      '/indicators/0/values',
      'report-length',
    ],
  ])('is refused: %s', (_, document, path, code) => {
    const reading = readReport(document);
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.problems[0]).toMatchObject({ path, code });
    expect(reading.problems[0].message.da).toMatch(/\.$/);
    expect(reading.problems[0].fix.en).toMatch(/[.?]$/);
  });

  it.each([
    ['exact', { least: 300, most: 300, estimate: 300 }],
    ['narrower than one leaf', { least: 300, most: 303, estimate: 301 }],
    ['the wrong way round', { least: 310, most: 300, estimate: 305 }],
    ['estimated beyond its ends', { least: 300, most: 310, estimate: 311 }],
    ['no count', { least: -4, most: 3.5, estimate: 1 }],
  ])('of an area is refused where a sum is %s', (_, sum) => {
    const area = mergeReports([good], {
      ...{ level: 'region', area: { id: 'r', name: 'R' }, madeAt: good.madeAt, engine: '0.1.0' },
    });
    const path = '/sums/0/values/0/rest';
    const reading = readReport(changed(path, sum, area));
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.problems[0]).toMatchObject({ path, code: 'report-sum' });
  });

  it('is refused where a number is none of JSON, or an object is its own', () => {
    const circle: Record<string, unknown> = { ...good };
    circle['coverage'] = circle;
    for (const each of [changed('/capacity', NaN), changed('/capacity', Infinity), circle])
      expect(readReport(each).ok).toBe(false);
  });

  it('names the key that was meant', () => {
    const reading = readReport(changed('/indicaters', []));
    expect(!reading.ok && reading.problems[0].fix.en).toContain('"indicators"');
  });

  it('sets no prototype', () => {
    const text = JSON.stringify(good).replace('{', '{"__proto__":{"polluted":1},');
    const reading = readReport(text);
    expect(reading.ok).toBe(false);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

it('one report that is wrong leaves the others, and is named with where and what', () => {
  const { reports, refused } = readClinicReports([
    JSON.stringify(good),
    '{',
    changed('/indicators/0/values/1/rest', 1),
    reportOf('k2', [[20, 30, 1]]),
  ]);
  expect(reports.map(({ clinic }) => clinic.id)).toEqual(['k1', 'k2']);
  expect(refused).toMatchObject([
    { id: '', kind: 'unreadable' },
    {
      id: 'k1',
      name: 'Klinik k1',
      reason: { da: expect.stringContaining('/indicators/0/values/1: ') },
    },
  ]);
});
