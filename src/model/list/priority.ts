import type { Flag } from './keys.ts';
import type { PriorityRule } from './types.ts';

/**
 * Who comes first, before anybody has said otherwise: the first rule in which two patients differ decides,
 * so that one critical marker outweighs any number of warnings. The order is that of a doctor's morning:
 *
 * 1. *critical*, then *warning*: what is known to be wrong can be acted on today, the gravest first;
 * 2. *missing control*: nobody has looked in a year, so what is wrong would not be known;
 * 3. *undecided markers*: danger that cannot be ruled out is never treated as none, but where a source is
 *    missing it is so of everybody, and then it must not hide what is known;
 * 4. *info*: what is only good to know;
 * 5. *age*: between equals the older are the frailer, and it makes the order plain to everyone.
 */
export const defaultPriority: readonly PriorityRule[] = (
  ['critical', 'warning', 'missing-control', 'undecided-markers', 'info', 'age'] as const
).map((by) => ({ by, on: true }));

/** By row, how much a rule finds. */
export type PriorityCounts = Readonly<Record<PriorityRule['by'], Uint8Array>>;

/** How many of some flags have a truth, by row; 255 stands for more. */
export function countFlags(flags: readonly Flag[], truth: number, size: number): Uint8Array {
  const counts = new Uint8ClampedArray(size);
  for (const { truths } of flags)
    for (let row = 0; row < size; row++) if (truths[row] === truth) counts[row]!++;
  return new Uint8Array(counts.buffer);
}

/** The rules that are on, as one number per row: the greater comes first. Six bytes are exact. */
export function priorities(
  rules: readonly PriorityRule[],
  counts: PriorityCounts,
  size: number,
): Float64Array {
  const sums = new Float64Array(size);
  for (const { by, on } of rules) {
    if (!on) continue;
    const own = counts[by];
    for (let row = 0; row < size; row++) sums[row] = sums[row]! * 256 + own[row]!;
  }
  return sums;
}

/** The rules that are on as keys to sort by, the first that decides first. */
export function priorityKeys(
  rules: readonly PriorityRule[],
  counts: PriorityCounts,
  descending: boolean,
): readonly { readonly by: Uint32Array; readonly limit: number }[] {
  return rules.flatMap(({ by: rule, on }) => {
    if (!on) return [];
    const own = counts[rule];
    const by = new Uint32Array(own.length);
    let differs = false;
    for (let row = 0; row < own.length; row++) {
      by[row] = descending ? 255 - own[row]! : own[row]!;
      differs ||= own[row] !== own[0];
    }
    // What everybody has tells nobody apart.
    return differs ? [{ by, limit: 256 }] : [];
  });
}
