/** Reports that somebody has made on purpose: none of them is counted, and none changes what others say. */
import { describe, expect, it } from 'vitest';
import {
  mergeReports,
  readClinicReports,
  readReport,
  type AreaReport,
} from '../../src/report/index.ts';
import { reportOf, withChanged } from './made-reports.ts';

const two = [
  reportOf('k1', [
    [20, 30, 1],
    [40, 30, 7],
  ]),
  reportOf('k2', [
    [60, 30, 1],
    [12, 90, 0],
  ]),
];
const area: AreaReport = mergeReports(two, {
  ...{ level: 'cluster', area: { id: 'c', name: 'C' }, madeAt: two[0]!.madeAt, engine: '0.1.0' },
});

function expectRefused(document: unknown, path: string, code: string): void {
  const reading = readReport(document);
  expect(reading.ok).toBe(false);
  if (!reading.ok) expect(reading.problems[0]).toMatchObject({ path, code });
}

describe('an area’s report is refused', () => {
  it('where a clinic is in it twice', () => {
    const twice = withChanged(area, '/clinics/-', area.clinics![0]);
    expectRefused(twice, '/clinics/2/id', 'report-repeated');
  });

  it.each<[what: string, path: string, value: unknown, told?: string]>([
    [
      'its sum is another than its clinics’ leaves come to',
      '/sums/0/values/1/numerator',
      { least: 50, most: 70, estimate: 60 },
    ],
    ['it has more clinics in a sum than there are', '/sums/0/values/0/reported', 1],
    ['it has a sum of nobody', '/sums/-', { ...area.sums[0]!, id: 'more' }, '/sums/1'],
    ['it lacks its sums', '/sums', []],
    ['it leaves a date out', '/sums/0/values/0', null],
    ['its undecided are others', '/undecided/0', { least: 5, most: 13, estimate: 9 }],
  ])('where %s', (_, path, value, told = path) => {
    expectRefused(withChanged(area, path, value), told, 'report-sum-of-clinics');
  });

  it('where an exact number is said to be the sum of no clinic', () => {
    const exact = { least: 7, most: 7, estimate: 7 };
    const sum = { numerator: exact, rest: exact, unknown: exact, reported: 0 };
    const alone = withChanged(withChanged(area, '/clinics', undefined), '/sums/0/values/0', sum);
    expectRefused(alone, '/sums/0/values/0/reported', 'too-low');
  });
});

describe('a clinic’s report is refused', () => {
  it.each(['2026-02-30T10:00:00Z', '2026-11-29T25:00:00Z', '2026-11-29T10:00:00+99:99'])(
    'where it was made at a time that there is not: %s',
    (madeAt) => {
      expectRefused({ ...two[0], madeAt }, '/madeAt', 'moment');
    },
  );

  const values = '/indicators/0/values';
  it('where a number is more than there are people', () => {
    const many = withChanged(two[0], `${values}/0/rest`, 1_000_000_000);
    expectRefused(many, `${values}/0/rest`, 'too-much');
  });

  it('where numbers stand in the place of words that were right before', () => {
    const hidden = reportOf('k1', [
      [4, 3, 130],
      [4, 3, 130],
    ]);
    expect(hidden.indicators[0]!.values[1]).toMatchObject({ numerator: 'few', rest: 'few' });
    const exact = { numerator: 1, rest: 1, unknown: 130 };
    expectRefused(withChanged(hidden, `${values}/1`, exact), `${values}/1`, 'report-leaves');
    const none = reportOf('k1', [
      [20, 30, 0],
      [20, 30, 0],
    ]);
    const zero = { ...none.indicators[0]!.values[1], unknown: 0 };
    expectRefused(withChanged(none, `${values}/1`, zero), `${values}/1`, 'report-leaves');
  });

  it('where a cause is there twice', () => {
    const cause = { cause: 'source', count: 'under' };
    const twice = withChanged(two[0], `${values}/0/unknown`, [cause, cause]);
    expectRefused(twice, `${values}/0/unknown/1/cause`, 'report-repeated');
  });

  it.each([
    ['the same', { sex: 'female' }, { sex: 'female' }],
    ['within the other', { ages: { from: 0, to: 64 } }, { ages: { from: 18, to: 40 } }],
    ['open at its end', { ages: { from: 65 } }, { sex: 'male', ages: { from: 80, to: 90 } }],
    ['of all', {}, { ages: 'unknown' }],
  ])('where a group shares patients with another: %s', (_, one, other) => {
    const own = two[0]!.indicators[0]!;
    const groups = [one, other].map((group) => ({ group, values: own.values }));
    const shared = withChanged(two[0], '/indicators/0', { id: own.id, values: [], groups });
    expectRefused(shared, '/indicators/0/groups/1/group', 'report-groups');
  });

  it('where its name is nothing that is seen', () => {
    const unseen = withChanged(two[0], '/clinic/name', '\u202e\u0000');
    expectRefused(unseen, '/clinic/name', 'empty');
  });
});

it('who is refused is named by what is seen of the name', () => {
  const wrong = {
    ...two[0]!,
    clinic: { id: 'k\u001b[2J1', name: '\u202eesrever\u0007' },
    dates: [],
  };
  expect(readClinicReports([wrong]).refused).toMatchObject([{ id: 'k[2J1', name: 'esrever' }]);
});

it('what an area’s report says is read again word by word', () => {
  expect(readReport(JSON.stringify(area))).toEqual({ ok: true, report: area });
  const sumsAlone = withChanged(area, '/clinics', undefined);
  expect(readReport(sumsAlone)).toEqual({ ok: true, report: sumsAlone });
});

it('markup, formulas and names of prototypes are texts like others', () => {
  for (const name of [
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("x")',
    '__proto__',
    'constructor',
  ]) {
    const named = reportOf(name, [[20, 30, 1]], { clinic: { id: name, name } }, [name]);
    expect(readReport(JSON.stringify(named))).toEqual({ ok: true, report: named });
    const merged = mergeReports([named], {
      ...{ level: 'cluster', area: { id: name, name }, madeAt: named.madeAt, engine: '0.1.0' },
      expected: [{ id: name, name }],
    });
    expect(merged.missing).toEqual([]);
    expect(merged.sums.map(({ id }) => id)).toEqual([name]);
    expect(readReport(JSON.stringify(merged))).toEqual({ ok: true, report: merged });
  }
});
