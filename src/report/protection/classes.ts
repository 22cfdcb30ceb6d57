/** The classes of a single count: what is told of it, and what it may have been. */
import type { Interval, Leaf, Protection } from '../types.ts';
import { requireProtection } from './rule.ts';

/** Where a class begins: 0 for counts under the threshold, else the count rounded down to a multiple of the base. */
export function floorOf(count: number, { threshold, base }: Protection): number {
  return count < threshold ? 0 : count - (count % base);
}

/** How many counts are in the class that begins with a number. */
export function widthOf(floor: number, { threshold, base }: Protection): number {
  return floor === 0 ? threshold : base;
}

/** A class as a report has it. */
export function leafOf(floor: number): Leaf {
  return floor === 0 ? 'under' : floor;
}

/**
 * Protects a count that stands alone: of no known whole, and no sum of other counts of the report. Under the threshold
 * it is told as that alone, zero included, else rounded down to a multiple of the base.
 *
 * Sets of which one is within the other keep their order, so that neither gives the other away.
 */
export function protect(count: number, protection: Protection): Leaf {
  requireProtection(protection);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`A count is a whole number from 0 on, not ${count}.`);
  return leafOf(floorOf(count, protection));
}

/** Where the class of a leaf begins; of one that is too few to tell, 0. */
export function startOf(leaf: Leaf): number {
  return typeof leaf === 'number' ? leaf : 0;
}

/** What a count that stands alone may have been, by its leaf; leaves of an indicator are read by `figuresOf`. */
export function interval(leaf: Leaf, protection: Protection): Interval {
  const least = startOf(leaf);
  return between(least, least + widthOf(least, protection) - 1);
}

/** The numbers between two ends, both included, with the middle as the estimate. */
export function between(least: number, most: number): Interval {
  return { least, most, estimate: (least + most) / 2 };
}

/** Whether a leaf is one that a count which stands alone can have. */
export function isLeaf(leaf: unknown, protection: Protection): leaf is Leaf {
  return leaf === 'under' || (typeof leaf === 'number' && leaf > 0 && isFloor(leaf, protection));
}

/** Whether a class begins with a number. */
export function isFloor(number: number, { threshold, base }: Protection): boolean {
  if (!Number.isSafeInteger(number)) return false;
  return number === 0 || (number >= threshold && number % base === 0);
}
