import { describe, expect, it } from 'vitest';
import { intersectRuns, joinRuns, lasts, neededFor } from '../../src/engine/reference/runs.ts';
import { read } from '../../src/engine/reference/windows.ts';

const days = (from: string, to?: string) => (to === undefined ? { from } : { from, to });
const noGap = read('P0D');

describe('R16 spans are joined into runs', () => {
  const january = days('2026-01-01', '2026-01-31');
  const february = days('2026-02-01', '2026-02-28');
  const april = days('2026-04-01', '2026-04-30');

  it('that touch, in whatever order they come', () => {
    expect(joinRuns([february, january], noGap)).toStrictEqual([
      { from: '2026-01-01', to: '2026-02-28', parts: [january, february] },
    ]);
  });

  it('but not over a pause that is longer than the gap', () => {
    const apart = [
      { ...january, parts: [january] },
      { ...april, parts: [april] },
    ];
    expect(joinRuns([april, january], noGap)).toStrictEqual(apart);
    // Until 31 January, and from 1 April: 59 days between.
    expect(joinRuns([january, april], read('P58D'))).toStrictEqual(apart);
    expect(joinRuns([january, april], read('P59D'))).toHaveLength(1);
  });

  it('the longer end is the run’s', () => {
    const within = days('2026-01-10', '2026-01-12');
    expect(joinRuns([january, within], noGap)).toStrictEqual([
      { ...january, parts: [january, within] },
    ]);
  });

  it('without end, if any of them has none', () => {
    const endless = days('2026-01-15');
    expect(joinRuns([endless, april, january], noGap)).toStrictEqual([
      { from: '2026-01-01', parts: [january, endless, april] },
    ]);
  });

  it('of one day, in the order given', () => {
    const [one, other] = [
      { ...january, name: 1 },
      { ...january, name: 2 },
    ];
    expect(joinRuns([one, other], noGap)).toStrictEqual([{ ...january, parts: [one, other] }]);
  });
});

describe('R16 a run lasts', () => {
  it.each([
    ['to its own end', days('2026-01-01', '2026-01-10'), {}, true],
    ['a day less', days('2026-01-02', '2026-01-10'), {}, false],
    ['cut at the window’s end', days('2026-01-01', '2026-02-10'), { to: '2026-01-09' }, false],
    ['long enough before it', days('2026-01-01', '2026-02-10'), { to: '2026-01-10' }, true],
    ['without end, cut', days('2026-01-01'), { to: '2026-01-09' }, false],
    ['without end at all', days('2026-01-01'), {}, true],
    ['outside the window', days('2026-01-01', '2026-01-31'), { from: '2026-02-01' }, false],
  ])('%s', (_, run, window, expected) => {
    expect(lasts(run, read('P10D'), window)).toBe(expected);
  });
});

describe('R9 the days that must be covered before nothing lasted', () => {
  const window = { from: '2026-06-01', to: '2026-11-24' };
  const needed = (from: string, to?: string, gap = 'P0D') =>
    neededFor([days(from, to)], read(gap), window);

  it('from the day before what is seen in the window', () => {
    expect(needed('2026-01-01')).toStrictEqual({ ...window, from: '2025-12-31' });
    expect(needed('2026-01-01', '2026-06-01')).toStrictEqual({ ...window, from: '2025-12-31' });
    expect(needed('2026-01-01', undefined, 'P5D').from).toBe('2025-12-26');
  });

  it('those of the window, where nothing is seen that began before it', () => {
    expect(neededFor([], noGap, window)).toStrictEqual(window);
    expect(needed('2026-01-01', '2026-05-31')).toStrictEqual(window);
    expect(needed('2026-07-01')).toStrictEqual(window);
  });

  it('of an open window: as it is', () => {
    expect(neededFor([days('2026-01-01')], noGap, { to: '2026-11-24' })).toStrictEqual({
      to: '2026-11-24',
    });
  });
});

describe('R18 the days that two share', () => {
  it.each([
    [
      days('2026-01-01', '2026-01-31'),
      days('2026-01-10', '2026-02-28'),
      days('2026-01-10', '2026-01-31'),
    ],
    [
      days('2026-01-10', '2026-02-28'),
      days('2026-01-01', '2026-01-31'),
      days('2026-01-10', '2026-01-31'),
    ],
    [days('2026-01-01', '2026-01-31'), days('2026-01-31'), days('2026-01-31', '2026-01-31')],
    [days('2026-01-31'), days('2026-01-01', '2026-01-31'), days('2026-01-31', '2026-01-31')],
    [days('2026-01-01'), days('2026-02-01'), days('2026-02-01')],
  ])('%j and %j: %j', (a, b, expected) => {
    expect(intersectRuns([a], [b])).toStrictEqual([expected]);
  });

  it('none, where one ends before the other begins', () => {
    const [january, later] = [days('2026-01-01', '2026-01-31'), days('2026-02-01')];
    expect(intersectRuns([january], [later])).toEqual([]);
    expect(intersectRuns([later], [january])).toEqual([]);
  });
});
