/** A count as it leaves the clinic. */
import type { Interval, Leaf, Protection } from '../types.ts';

/** The method where nobody has chosen another. */
export const defaultProtection: Protection = { method: 'leaves/1', threshold: 5, base: 5 };

/** No threshold is less: two patients are told apart too easily. */
export const leastThreshold = 3;

/** Protects a count: under the threshold it is told as that alone, else it is rounded to a multiple of the base. */
export function protect(count: number, { threshold, base }: Protection): Leaf {
  return count < threshold ? 'under' : Math.max(base, Math.round(count / base) * base);
}

/** What a protected count may have been. */
export function interval(leaf: Leaf, { threshold, base }: Protection): Interval {
  if (typeof leaf !== 'number')
    return { least: 0, most: threshold - 1, estimate: (threshold - 1) / 2 };
  const least = leaf === base ? threshold : Math.max(threshold, Math.ceil(leaf - base / 2));
  return { least, most: Math.ceil(leaf + base / 2) - 1, estimate: leaf };
}

/** Whether a leaf is one that the method gives. */
export function isLeaf(leaf: unknown, { threshold, base }: Protection): leaf is Leaf {
  if (leaf === 'under') return true;
  if (typeof leaf !== 'number' || !Number.isSafeInteger(leaf)) return false;
  const isMultiple = leaf > 0 && leaf % base === 0;
  return isMultiple && Math.ceil(leaf + base / 2) - 1 >= threshold;
}
