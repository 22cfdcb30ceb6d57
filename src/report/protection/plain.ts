/** How the leaves of an indicator leave the clinic. */
import type { Cause, Leaf, Leaves, Protection } from '../types.ts';
import { protect } from './protect.ts';

/** The patients of an indicator's denominator as they were counted, each once. */
export interface Counts {
  readonly numerator: number;
  readonly rest: number;
  readonly unknown: number | readonly (Cause & { readonly count: number })[];
}

/** Protects what one indicator comes to on one date. */
export function protectLeaves(
  { numerator, rest, unknown }: Counts,
  protection: Protection,
): Leaves {
  return {
    numerator: protect(numerator, protection),
    rest: protect(rest, protection),
    unknown:
      typeof unknown === 'number'
        ? protect(unknown, protection)
        : unknown.map(({ count, ...cause }) => ({ ...cause, count: protect(count, protection) })),
  };
}

/** Protects a count that has to do with no other. */
export function protectCount(count: number, protection: Protection): Leaf {
  return protect(count, protection);
}
