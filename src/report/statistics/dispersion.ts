/** Whether clinics differ more than chance alone makes them: over-dispersion (Spiegelhalter 2005; 2012). */
import { quantile } from 'd3-array';
import { decidedIn, roundingVariance } from './shares.ts';
import type { Figures } from '../protection/index.ts';

export interface Dispersion {
  /** The mean square of the winsorised z-scores: about 1 where chance is all. */
  readonly phi: number;
  /** The standard deviation between clinics on the scale of arcsine roots; 0 where chance is enough. */
  readonly tau: number;
}

/** So large a part of the z-scores is pulled in at either end: outliers must not widen their own limits. */
const winsorised = 0.1;

/** A value with the variance that chance gives it. */
export interface Estimated {
  readonly value: number;
  readonly variance: number;
}

/** How the shares of clinics lie about a centre. The protection's own noise counts as chance. */
export function dispersionOf(all: readonly Figures[], centre: number): Dispersion {
  if (centre <= 0 || centre >= 1 || all.length < 2) return { phi: 1, tau: 0 };
  const target = arcsineRoot(centre);
  const estimates = all.map((each): Estimated => {
    const of = decidedIn(each);
    const variance = 1 / (4 * of) + roundingVariance(each, centre) / (4 * centre * (1 - centre));
    return { value: arcsineRoot(each.numerator.estimate / of) - target, variance };
  });
  const scores = winsorise(
    estimates.map(({ value, variance }) => value / Math.sqrt(variance)),
    winsorised,
  );
  const chiSquare = scores.reduce((total, score) => total + score ** 2, 0);
  return {
    phi: chiSquare / scores.length,
    tau:
      chiSquare > chiSquareByChance(scores.length - 1)
        ? Math.sqrt(betweenVariance(chiSquare, estimates))
        : 0,
  };
}

/**
 * The variance between those who are estimated, by the moments of DerSimonian and Laird.
 *
 * @param chiSquare The sum of the squared z-scores.
 */
export function betweenVariance(chiSquare: number, all: readonly Estimated[]): number {
  const weights = all.map(({ variance }) => 1 / variance);
  const whole = weights.reduce((total, each) => total + each, 0);
  const squares = weights.reduce((total, each) => total + each ** 2, 0);
  return Math.max(0, (chiSquare - (all.length - 1)) / (whole - squares / whole));
}

/** The sum of so many squared z-scores that chance passes once in twenty times, by Wilson and Hilferty's cube root. */
export function chiSquareByChance(degrees: number): number {
  const variance = 2 / (9 * degrees);
  return degrees * (1 - variance + 1.6448536 * Math.sqrt(variance)) ** 3;
}

/** Pulls what lies beyond a part of all at either end in to where that part ends. */
export function winsorise(scores: readonly number[], part: number): readonly number[] {
  const [low = 0, high = 0] = [quantile(scores, part), quantile(scores, 1 - part)];
  return scores.map((score) => Math.min(high, Math.max(low, score)));
}

/** The scale on which a share's variance is the same everywhere: 1 ÷ 4n. */
function arcsineRoot(share: number): number {
  return Math.asin(Math.sqrt(share));
}

/** The limit of a clinic's share where clinics differ by more than chance: `z` standard deviations from the centre. */
export function randomEffectsLimit(size: number, centre: number, tau: number, z: number): number {
  const angle = arcsineRoot(centre) + z * Math.sqrt(1 / (4 * size) + tau ** 2);
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
}
