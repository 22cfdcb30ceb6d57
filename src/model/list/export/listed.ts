import type { ClinicDescription } from '../../../adapter/index.ts';
import type { DataGap } from '../../load/gaps.ts';
import type { Problem } from '../../load/problems.ts';
import type { Column } from '../columns/types.ts';
import type { PopulationList } from '../list.ts';
import type { ListView } from '../types.ts';

/** A list as it leaves the screen: for a file, for paper, for the clipboard. */
export interface ListedPopulation {
  readonly list: PopulationList;
  readonly view: ListView;
  /** Those that are shown, in their order. One becomes several where a spreadsheet is better off. */
  readonly columns: readonly Column[];
  readonly titleOf: (column: Column) => string;
  /** Indexes of the rows that are shown, or chosen, in their order. */
  readonly rows: ArrayLike<number>;
  /** The rows were chosen one by one: neither filters nor query tell which they are. */
  readonly isChosen?: boolean;
  /** What else narrows the rows, in words. */
  readonly only?: string | undefined;
  readonly description: ClinicDescription;
  readonly problems?: readonly Problem[];
  /** What the profile asks for and of which nothing came. */
  readonly gaps?: readonly DataGap[];
  /** Who exports. */
  readonly by?: string | undefined;
  /** ISO date-time of the export. */
  readonly at?: string;
}

/** The chosen patients in the list's order, those too whom a filter hides; who is not on it is left out. */
export function chosenRows(
  list: PopulationList,
  view: ListView,
  ids: Iterable<string>,
): Uint32Array {
  const isChosen = new Uint8Array(list.size);
  for (const id of ids) {
    const index = list.indexOf(id);
    if (index >= 0) isChosen[index] = 1;
  }
  return list
    .visibleRows({ ...withDone(view), filters: [], query: '' })
    .filter((index) => isChosen[index] === 1);
}

/** A view that hides nobody: of rows that were chosen or opened one by one. */
export function withDone(view: ListView): ListView {
  return view.done === 'hidden' ? { ...view, done: 'last' } : view;
}
