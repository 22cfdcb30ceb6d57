/** Shares of protected leaves: what the leaves allow, and what they say most likely. */
import { shareOf as protectedShareOf, sumOf, type Figures } from '../protection/index.ts';
import type { Interval } from '../types.ts';

/** A share between 0 and 1: the least and the most that the leaves allow, beside the estimate. */
export interface Share extends Interval {
  /** Whom it is a share of: those who can be decided, as estimated. */
  readonly of: number;
}

/** A count that nobody has protected: one's own. */
export function exactly(count: number): Interval {
  return { least: count, most: count, estimate: count };
}

/** Numerator ÷ (numerator + rest); undefined where there may be nobody to be told of. */
export function shareOf(figures: Figures): Share | undefined {
  const share = protectedShareOf(figures);
  return share && { ...share, of: decidedIn(figures) };
}

/** The share who cannot be decided, of all who are counted; undefined where there may be nobody. */
export function unknownShareOf({ numerator, rest, unknown }: Figures): Share | undefined {
  return shareOf({ numerator: unknown, rest: sumOf([numerator, rest]), unknown: exactly(0) });
}

/** How many can be decided, as estimated. */
export function decidedIn({ numerator, rest }: Figures): number {
  return numerator.estimate + rest.estimate;
}

/**
 * How much of a share's variance is the protection's own: each leaf is taken to lie anywhere in its interval with the
 * same chance.
 */
export function roundingVariance(figures: Figures, share: number): number {
  const { numerator, rest } = figures;
  const own = (1 - share) ** 2 * spread(numerator) + share ** 2 * spread(rest);
  return own / decidedIn(figures) ** 2;
}

/** The variance of a whole number that lies anywhere in an interval with the same chance. */
function spread({ least, most }: Interval): number {
  return ((most - least + 1) ** 2 - 1) / 12;
}
