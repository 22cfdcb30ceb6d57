/** How an area's clinics are spread: deciles and quartiles, by clinic, never a rank. */
import { quantileSorted } from 'd3-array';
import { fewestClinics } from './funnel.ts';
import type { Interval } from '../types.ts';

/** A part of the clinics that lies below a share. */
export interface Quantile extends Interval {
  /** Between 0 and 1. */
  readonly part: number;
}

/** The parts that are told: deciles, and the quartiles between them. */
const toldParts = [0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9] as const;

/**
 * The quantiles of shares, one clinic one vote, between neighbours in proportion (Hyndman and Fan's seventh way, which
 * Excel's PERCENTILE.INC goes too). The least and the most hold for certain: no share that the leaves allow moves a
 * quantile beyond the quantile of the leasts, or of the mosts.
 *
 * @returns undefined for fewer than ten clinics, of which a decile is nobody.
 */
export function decilesOf(shares: readonly Interval[]): readonly Quantile[] | undefined {
  if (shares.length < fewestClinics) return undefined;
  const least = sorted(shares.map((share) => share.least));
  const most = sorted(shares.map((share) => share.most));
  const estimate = sorted(shares.map((share) => share.estimate));
  return toldParts.map((part) => ({
    part,
    least: quantileSorted(least, part)!,
    most: quantileSorted(most, part)!,
    estimate: quantileSorted(estimate, part)!,
  }));
}

/** The share that half of the clinics lie below; undefined of none. */
export function medianOf(shares: readonly Interval[]): number | undefined {
  return quantileSorted(sorted(shares.map(({ estimate }) => estimate)), 0.5);
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
