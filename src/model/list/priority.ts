import type { Steps } from '../../engine/index.ts';
import type { Flag } from './column-index/flag.ts';
import type { ListFlags } from './flags.ts';
import { onePass, type SortKey } from './rows/sort.ts';
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

/** How much a rule finds: a byte a row, and the least and the greatest of them. */
interface Count {
  readonly byRow: Uint8Array;
  readonly least: number;
  readonly most: number;
}

/** How much each rule finds, by row; counted when a rule is first asked for. */
export class PriorityCounts {
  readonly #counts = new Map<PriorityRule['by'], Count>();

  constructor(private readonly source: PrioritySource) {}

  of(rule: PriorityRule['by']): Count {
    let count = this.#counts.get(rule);
    if (!count) this.#counts.set(rule, (count = withExtremes(this.#count(rule))));
    return count;
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
        return countAges(this.source.ages);
    }
  }
}

/** How many of some flags have a truth, by row; 255 stands for more. */
function countFlags(flags: readonly Flag[], truth: number, size: number): Uint8Array {
  const counts = new Uint8Array(size);
  for (const { truths } of flags)
    for (let row = 0; row < size; row++)
      if (truths[row] === truth && counts[row]! < 255) counts[row]!++;
  return counts;
}

/** One whose age is not known comes after those of any age. */
function countAges(ages: readonly (number | undefined)[]): Uint8Array {
  const counts = new Uint8Array(ages.length);
  for (let row = 0; row < counts.length; row++) {
    const age = ages[row];
    if (age !== undefined) counts[row] = Math.min(255, age + 1);
  }
  return counts;
}

function withExtremes(byRow: Uint8Array): Count {
  let [least, most] = [255, 0];
  for (let row = 0; row < byRow.length; row++) {
    const count = byRow[row]!;
    if (count < least) least = count;
    if (count > most) most = count;
  }
  return { byRow, least, most };
}

/**
 * The rules that are on as keys to sort by, the first that decides first. Rules share a key as long as one
 * counting pass takes it: the order is the same, in fewer passes. Each step is a pass or two over all rows.
 */
export function* priorityKeysInSteps(
  rules: readonly PriorityRule[],
  counts: PriorityCounts,
  descending: boolean,
): Steps<readonly SortKey[]> {
  const keys: { by: Uint32Array; limit: number }[] = [];
  for (const { by: rule, on } of rules) {
    if (!on) continue;
    const { byRow, least, most } = counts.of(rule);
    yield;
    // What everybody has tells nobody apart.
    if (least >= most) continue;
    const limit = most - least + 1;
    const last = keys.at(-1);
    if (last && last.limit * limit <= onePass) last.limit *= limit;
    else keys.push({ by: new Uint32Array(byRow.length), limit });
    addToKey(keys.at(-1)!.by, byRow, limit, descending ? -1 : 1, descending ? most : -least);
    yield;
  }
  return keys;
}

/** By row a further digit of a key: the count, times `sign`, plus `start`, from 0 below `limit`. */
function addToKey(
  by: Uint32Array,
  byRow: Uint8Array,
  limit: number,
  sign: 1 | -1,
  start: number,
): void {
  for (let row = 0; row < by.length; row++) by[row] = by[row]! * limit + sign * byRow[row]! + start;
}
