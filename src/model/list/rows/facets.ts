import { cellStates } from '../../../engine/index.ts';
import { dateOf } from '../../../record/days.ts';
import type { Column } from '../columns/types.ts';
import {
  maybe,
  valued,
  type ColumnIndex,
  type FacetValue,
  type FilterVerdict,
} from '../column-index/types.ts';
import type { CellState, Filter } from '../types.ts';
import type { Value } from './sort.ts';

/** What a column holds, for the panel that filters it. Counted under all other filters. */
export interface FacetValues {
  readonly values: readonly FacetValue[];
  readonly states: Readonly<Record<CellState, number>>;
  /** Rows with a value of which nobody can say whether it meets what the column's own filter asks. */
  readonly undecided: number;
  /** Rows among which they are counted. */
  readonly of: number;
  /** Of numbers and dates: the least and the greatest. */
  readonly min?: number | string;
  readonly max?: number | string;
}

/** What occurs in the rows of a mask; nothing of a column that is not there. */
export function facetValuesIn(
  index: ColumnIndex | undefined,
  kind: Column['filter'],
  mask: Uint8Array,
  undecided: number,
): FacetValues {
  if (!index) {
    const none = new Uint8Array(0);
    return { values: [], states: countStates(none, none), undecided, of: 0 };
  }
  const hasRange = kind === 'number' || kind === 'date';
  return {
    of: mask.reduce((rows, bit) => rows + bit, 0),
    values: kind === 'text' ? [] : index.facetValues(mask),
    states: countStates(index.states, mask),
    undecided,
    ...(hasRange ? rangeOf(index, mask, kind === 'date') : {}),
  };
}

/** The least and the greatest of what is shown first in the rows of a mask: numbers, or dates. */
function rangeOf({ ranking, states }: ColumnIndex, mask: Uint8Array, isDate: boolean) {
  const { distinct, of } = ranking;
  let [first, last] = [Infinity, -1];
  for (let row = 0; row < of.length; row++) {
    const place = of[row]!;
    if (mask[row] !== 1 || states[row] !== valued) continue;
    // A text among numbers has no place between them.
    if (!isDate && typeof distinct[place] === 'string') continue;
    if (place < first) first = place;
    if (place > last) last = place;
  }
  const [min, max] = [distinct[first], distinct[last]];
  if (min === undefined || max === undefined) return {};
  const asDate = (value: Value) => (isDate && typeof value === 'number' ? dateOf(value) : value);
  return { min: asDate(min), max: asDate(max) };
}

/** How many rows of a mask have a value of which nobody can say whether it meets a filter: bounds alone leave some. */
export function countUndecided(
  filter: Filter,
  verdictOf: () => FilterVerdict,
  maskOf: () => Uint8Array,
): number {
  if (filter.min === undefined && filter.max === undefined) return 0;
  const { states, met } = verdictOf();
  const mask = maskOf();
  let count = 0;
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1 && states[row] === valued && met[row] === maybe) count++;
  return count;
}

/** How many rows of a mask are in each state. */
function countStates(states: Uint8Array, mask: Uint8Array): Record<CellState, number> {
  const counts = { value: 0, none: 0, unknown: 0, 'not-asked': 0 };
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1) counts[cellStates[states[row]!]!]++;
  return counts;
}
