/** What a list that takes part can do, in its page. */
import type { ColumnId, Person } from './people.ts';

export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

export type Filter =
  | { readonly column: ColumnId; readonly contains: string }
  | { readonly column: ColumnId; readonly atLeast: number; readonly atMost: number };

/** Promises, where there are any, only mark the way: the page looks for itself when rows are painted. */
export interface Subject {
  /** What is there before (WASM fetched and compiled, data in the shape it takes); in no figure. */
  start?(people: readonly Person[]): unknown;
  /**
   * Puts the list with all rows into `host`, which fills the window. Where data is loaded before
   * anything is drawn, it answers when that was done (`performance.now()`).
   */
  show(host: HTMLElement, people: readonly Person[]): unknown;
  /** By one column alone; without one, as the rows came. */
  sort(sort: Sort | undefined): unknown;
  /** By one filter alone; without one, all rows. */
  filter(filter: Filter | undefined): unknown;
  /** Rows that pass the filter. */
  count(): number | Promise<number>;
  /** Bytes it holds where the browser does not count them: in WASM in a worker. */
  elsewhere?(): Promise<number>;
  /** The element whose `scrollTop` moves the rows. */
  scroller(): HTMLElement;
}

/** What text is sorted by, where a subject takes a comparer. */
export const compareText = new Intl.Collator('da').compare;

/** Missing numbers before all others, as SQL, AG Grid and others have them; or after them. */
export function compareNumbers(a: number | null, b: number | null, missing = -Infinity): number {
  const [one, other] = [a ?? missing, b ?? missing];
  return one === other ? 0 : one - other;
}

/** "Contains" cares for no case; a missing number lies in no range. */
export function passes(person: Person, filter: Filter): boolean {
  const value = person[filter.column];
  if ('contains' in filter)
    return String(value).toLowerCase().includes(filter.contains.toLowerCase());
  return typeof value === 'number' && value >= filter.atLeast && value <= filter.atMost;
}
