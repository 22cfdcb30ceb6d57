import { cellStates, type Steps } from '../../../engine/index.ts';
import type { Column } from '../columns/types.ts';
import {
  maybe,
  valued,
  type ColumnIndex,
  type FacetValue,
  type FilterVerdict,
} from '../column-index/types.ts';
import type { CellState } from '../types.ts';

/** What a column holds, for the panel that filters it. Counted under all other filters. */
export interface FacetValues {
  readonly values: readonly FacetValue[];
  readonly states: Readonly<Record<CellState, number>>;
  /** Rows with a value of which nobody can say whether it meets what the column's own filter asks. */
  readonly undecided: number;
  /** Rows among which they are counted. */
  readonly of: number;
}

/** What occurs in the rows of a mask; nothing of a column that is not there. */
export function* facetValuesInSteps(
  index: ColumnIndex | undefined,
  kind: Column['filter'],
  mask: Uint8Array,
  undecided: number,
): Steps<FacetValues> {
  if (!index) {
    const none = new Uint8Array(0);
    return { values: [], states: countStates(none, none), undecided, of: 0 };
  }
  const values = isChosen(kind) ? yield* index.facetValuesInSteps(mask) : [];
  return { of: countRows(mask), values, states: countStates(index.states, mask), undecided };
}

/** How many rows of a mask have a value of which nobody can say whether it meets a filter. */
export function countUndecided({ states, met }: FilterVerdict, maskOf: () => Uint8Array): number {
  if (!met.includes(maybe)) return 0;
  const mask = maskOf();
  let count = 0;
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1 && states[row] === valued && met[row] === maybe) count++;
  return count;
}

/** Whether the panel lists what occurs: numbers, dates and texts are written. */
function isChosen(kind: Column['filter']): boolean {
  return kind !== 'number' && kind !== 'date' && kind !== 'text';
}

/** How many rows a mask has. */
export function countRows(mask: Uint8Array): number {
  let rows = 0;
  for (let row = 0; row < mask.length; row++) rows += mask[row]!;
  return rows;
}

/** How many rows of a mask are in each state. */
function countStates(states: Uint8Array, mask: Uint8Array): Record<CellState, number> {
  const counts = { value: 0, none: 0, unknown: 0, 'not-asked': 0 };
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1) counts[cellStates[states[row]!]!]++;
  return counts;
}
