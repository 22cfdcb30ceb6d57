import type { Flag } from './column-index/flag.ts';
import type { ListFlags } from './flags.ts';
import type { SortKey } from './rows/sort.ts';
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

/** What the rules of priority are counted from. */
export interface PrioritySource {
  readonly size: number;
  readonly flags: ListFlags;
  /** By row, in completed years; undefined where it is not known. */
  readonly ages: readonly (number | undefined)[];
}

/** How much each rule finds, by row; counted when a rule is first asked for. */
export class PriorityCounts {
  readonly #counts = new Map<PriorityRule['by'], Uint8Array>();

  constructor(private readonly source: PrioritySource) {}

  of(rule: PriorityRule['by']): Uint8Array {
    let counts = this.#counts.get(rule);
    if (!counts) this.#counts.set(rule, (counts = this.#count(rule)));
    return counts;
  }

  #count(rule: PriorityRule['by']): Uint8Array {
    const { flags, size } = this.source;
    switch (rule) {
      case 'critical':
      case 'warning':
      case 'info':
        return countFlags(
          flags.markers.filter(({ level }) => level === rule),
          2,
          size,
        );
      case 'undecided-markers':
        return countFlags(flags.markers, 1, size);
      case 'missing-control':
        return countFlags(flags.controls, 2, size);
      case 'age':
        // One whose age is not known comes after those of any age.
        return Uint8Array.from(this.source.ages, (age) =>
          age === undefined ? 0 : Math.min(255, age + 1),
        );
    }
  }
}

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
    const own = counts.of(by);
    for (let row = 0; row < size; row++) sums[row] = sums[row]! * 256 + own[row]!;
  }
  return sums;
}

/** The rules that are on as keys to sort by, the first that decides first. */
export function priorityKeys(
  rules: readonly PriorityRule[],
  counts: PriorityCounts,
  descending: boolean,
): readonly SortKey[] {
  return rules.flatMap(({ by: rule, on }) => {
    if (!on) return [];
    const own = counts.of(rule);
    let [least, most] = [255, 0];
    for (let row = 0; row < own.length; row++) {
      const count = own[row]!;
      if (count < least) least = count;
      if (count > most) most = count;
    }
    // What everybody has tells nobody apart.
    if (least >= most) return [];
    const by = new Uint32Array(own.length);
    for (let row = 0; row < own.length; row++)
      by[row] = descending ? most - own[row]! : own[row]! - least;
    return [{ by, limit: most - least + 1 }];
  });
}
