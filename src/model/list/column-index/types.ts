import { searchable } from '../../../record/normalize.ts';
import type { Steps } from '../../../engine/index.ts';
import type { Ranking, Value } from '../rows/sort.ts';
import type { DayBounds } from '../date-ranges.ts';
import type { Filter } from '../types.ts';

/** The states of a cell as numbers: places in the engine's `cellStates`. */
export const [valued, none, unknown] = [0, 1, 2];

/** Kleene's truths, as the engine's bytes. */
export const [no, maybe, yes] = [0, 1, 2];

/** Something that a column holds, and in how many rows. */
export interface FacetValue {
  /** For `Filter.any`. */
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

/** What a filter says of every row: its state, and whether a row with a value meets the conditions. */
export interface FilterVerdict {
  readonly states: Uint8Array;
  readonly met: Uint8Array;
}

/** A filter whose stretch of days, if any, is counted from the day of the list. */
export interface DatedFilter extends Filter {
  readonly within?: DayBounds;
}

/** A column as numbers: what sorts, filters, counts and finds, whatever the rows look like. */
export interface ColumnIndex {
  /** By row: place in `cellStates`. */
  readonly states: Uint8Array;
  /** Of the rows that have a value. */
  readonly ranking: Ranking;
  /** Makes the ranking in steps. */
  rank(): Steps<Ranking>;
  judge(filter: DatedFilter): FilterVerdict;
  /** As `judge`, where it takes its time. */
  judgeInSteps?(filter: DatedFilter): Steps<FilterVerdict>;
  /** What some of the values that occur are called. */
  namesOf(values: readonly string[]): ReadonlyMap<string, string>;
  /** What occurs in the rows of a mask, most frequent first. */
  facetValuesInSteps(mask: Uint8Array): Steps<readonly FacetValue[]>;
  /** Marks the rows in which a word occurs. */
  find?(word: string, found: Uint8Array): void;
}

/** As texts are searched, and CPR numbers with or without their hyphen. */
export function plain(text = ''): string {
  return searchable(text)
    .trim()
    .replace(/^(\d{1,6})-(\d{0,4})$/, '$1$2');
}

/** Whether two values of one kind are in order. */
export function isInOrder(a: Value, b: Value): boolean {
  return typeof a === typeof b && a <= b;
}

/** Whether what is known to lie between two values lies within two bounds; an undefined bound is none. */
export function rangeTruth<Of extends Value>(
  least: Of,
  most: Of,
  min: Value | undefined,
  max: Value | undefined,
): number {
  const isIn = (from: Value | undefined, value: Value | undefined) =>
    from === undefined || value === undefined || isInOrder(from, value);
  if (isIn(min, least) && isIn(most, max)) return yes;
  return isIn(min, most) && isIn(least, max) ? maybe : no;
}

/** The values that occur at all, most frequent first. */
export function frequent(values: readonly FacetValue[]): readonly FacetValue[] {
  return values.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
