import { describe, expect, it } from 'vitest';
import {
  byQuarter,
  controlLimits,
  dispersionOverTime,
  trendOf,
  type Dated,
} from '../../../src/report/statistics/trend.ts';
import { runsByChance, runsOf } from '../../../src/report/statistics/runs.ts';
import { counted, protectedLeaves } from './leaves.ts';
import { flowRates, leakingCans, longestRuns } from './published.ts';

/** Quarters from 2020 on. */
function quarters(parts: readonly number[], of: number, leaves = counted): readonly Dated[] {
  return parts.map((part, at) => ({
    date: `${2020 + Math.floor(at / 4)}-${['03-31', '06-30', '09-30', '12-31'][at % 4]}`,
    figures: leaves(part, of - part),
  }));
}

describe('the limits', () => {
  it('are Montgomery’s of the leaking cans', () => {
    const centre = 347 / 1500;
    const { low, high } = controlLimits(centre, (centre * (1 - centre)) / 50, 1);
    expect([centre, low, high].map((each) => each.toFixed(4))).toEqual([
      ...['0.2313', '0.0524', '0.4102'],
    ]);
    const beyond = leakingCans.flatMap((leaking, at) => (leaking / 50 > high ? [at + 1] : []));
    expect(beyond).toEqual([15, 23]);
  });

  it('are NIST’s of the flow rates, where neighbours differ by more than chance', () => {
    // As shares of so many that chance gives next to nothing.
    const of = 1_000_000;
    const centre = 0.5081;
    const variance = (centre * (1 - centre)) / of;
    const scores = flowRates.map((rate) => (rate / 100 - centre) / Math.sqrt(variance));
    const { low, high } = controlLimits(centre, variance, dispersionOverTime(scores));
    expect(high * 100).toBeCloseTo(55.8041, 3);
    expect(low * 100).toBeCloseTo(45.8159, 3);
  });

  it('are never narrower than chance, however close neighbours lie', () => {
    expect(dispersionOverTime([0.1, 0.1, 0.2, 0.1])).toBe(1);
    expect(dispersionOverTime([])).toBe(1);
  });

  it('stay between nobody and everybody', () => {
    expect(controlLimits(0.01, 0.01, 1).low).toBe(0);
    expect(controlLimits(0.99, 0.01, 1).high).toBe(1);
  });
});

describe('Anhøj’s rules', () => {
  it.each(Object.entries(longestRuns))(
    'have of %s useful points a longest run of %s',
    (useful, longest) => {
      expect(runsByChance(Number(useful)).longest).toBe(longest);
    },
  );

  it('are those of the example of 13 points: fewer than 3 crossings, or a run of more than 7', () => {
    // https://sciencetrends.com/improving-tools-for-quality-improvement-crossings-runs-and-crossrun/
    expect(runsByChance(13)).toEqual({ longest: 7, crossings: 3 });
  });

  it('count runs and crossings as that example does', () => {
    const sides = ['below', 'above', 'below', 'above', 'below', 'above'] as const;
    const lengths = [3, 3, 1, 2, 1, 3];
    const all = sides.flatMap((side, at) => Array.from({ length: lengths[at]! }, () => side));
    expect(runsOf(all)).toMatchObject({ useful: 13, longest: 3, crossings: 5 });
  });

  it('find a shift, and say that it goes on', () => {
    const { signals, isPreliminary } = trendOf(
      quarters([40, 41, 39, 42, 40, 41, 40, 39, 61, 60, 62, 59, 61, 60, 62, 61], 100),
    );
    expect(isPreliminary).toBe(false);
    expect(signals).toContainEqual({
      ...{ kind: 'shift', side: 'above', from: 8, to: 15, quarters: 8, isCurrent: true },
    });
    expect(signals).toContainEqual({ kind: 'crossings', crossings: 1, fewest: 4 });
  });

  it('find nothing in what goes up and down', () => {
    const parts = [40, 44, 41, 43, 39, 45, 40, 44, 42, 38, 43, 41, 45, 40];
    expect(trendOf(quarters(parts, 100)).signals).toEqual([]);
  });

  it('find the quarter that lies apart', () => {
    const parts = [40, 44, 41, 43, 39, 45, 80, 44, 42, 38, 43, 41, 45, 40];
    expect(trendOf(quarters(parts, 400)).signals).toContainEqual({
      ...{ kind: 'outlier', side: 'above', at: 6 },
    });
  });

  it('leave out a quarter whose leaves lie on both sides of the median', () => {
    const parts = [11, 12, 11, 12, 11, 12, 11, 12, 11, 12, 11, 12, 11, 12];
    const { runs, signals } = trendOf(quarters(parts, 30, protectedLeaves));
    expect(runs).toBeUndefined();
    expect(signals).toEqual([]);
  });
});

describe('fewer than twelve quarters', () => {
  it('are preliminary: nothing is said of chance, and no limits are drawn', () => {
    const trend = trendOf(quarters([10, 10, 10, 90, 90, 90, 90, 90, 90, 90, 90], 100));
    expect(trend).toMatchObject({ isPreliminary: true, counted: 11, signals: [] });
    expect(trend.runs).toBeUndefined();
    expect(trend.points.every(({ low, high }) => low === undefined && high === undefined)).toBe(
      true,
    );
  });

  it('is also said where quarters were not counted', () => {
    const some = quarters([40, 41, 39, 42, 40, 41, 40, 39, 41, 40, 42, 39], 100);
    expect(trendOf(some).isPreliminary).toBe(false);
    const trend = trendOf(some.map((each, at) => (at === 3 ? { ...each, figures: null } : each)));
    expect(trend.isPreliminary).toBe(true);
    expect(trend.points[3]).toMatchObject({ share: undefined, date: '2020-12-31' });
  });

  it('of nobody have no median', () => {
    expect(trendOf([])).toMatchObject({ points: [], median: undefined, isPreliminary: true });
  });
});

describe('by quarter', () => {
  it('months are the mean of their dates, and no more patients for it', () => {
    const months = [30, 40, 50, 10].map((part, at) => ({
      date: `2026-0${at + 1}-28`,
      figures: counted(part, 100 - part),
    }));
    const [first, second] = byQuarter(months);
    expect(first).toMatchObject({ date: '2026-03-28', year: 2026, quarter: 1 });
    expect(first?.figures).toEqual(counted(40, 60));
    expect(second).toMatchObject({ date: '2026-04-28', quarter: 2 });
  });
});
