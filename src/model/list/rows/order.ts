import { MemoMap } from '../../memo.ts';
import type { ColumnIndexes } from '../column-index/indexes.ts';
import type { ListData } from '../data.ts';
import { priorityKeys } from '../priority.ts';
import type { ListView, Sort } from '../types.ts';
import { sortByNumber, sortKeys, type SortKey } from './sort.ts';

/** With fewer rows all names are in order in no time. */
const fewRows = 5000;
/** So many first rows have their final order at once, unless a stretch of equals among them is longer than this. */
const firstRows = 300;
const longestTie = 4000;
/** Orders that are kept. */
const mostOrders = 24;

/** Without any sort: by priority, the most vulnerable first. */
const byPriority: readonly Sort[] = [{ columnId: 'priority', descending: true }];

/**
 * Rows in the order of a view; ties by name, then id. Of many rows only the first are put in order by name at
 * once: the collator takes its time, and `settle` makes up for it.
 */
export class RowOrder {
  readonly #orders = new MemoMap<Uint32Array>(mostOrders);
  /** Columns of which something changed since the rows were sorted. */
  readonly #held = new Set<string>();
  #byName: Uint32Array | undefined;
  #isSettled = true;

  constructor(
    private readonly data: ListData,
    private readonly indexes: ColumnIndexes,
  ) {}

  /** Whether equals far down the list stand by name yet. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  of(view: ListView): Uint32Array {
    const sorts = this.#sortsOf(view);
    const key = JSON.stringify([sorts, usesPriority(sorts) ? view.priority : []]);
    return this.#orders.of(key, columnsIn(sorts), () => this.#order(sorts, view));
  }

  /** The columns that the order of a view depends on. */
  dependenciesOf(view: ListView): readonly string[] {
    return columnsIn(this.#sortsOf(view));
  }

  /** Leaves every row in its place though these columns say something else, until `renew`. */
  hold(columnIds: readonly string[]): void {
    for (const each of columnIds) this.#held.add(each);
  }

  /** Whether rows of a view may have been left where they no longer belong. */
  isHeld(view: ListView): boolean {
    return this.dependenciesOf(view).some((each) => this.#held.has(each));
  }

  /** Drops the orders in which rows were left in their place. Answers the columns that said something else. */
  renew(): readonly string[] {
    const columnIds = [...this.#held];
    this.#held.clear();
    this.#orders.forget(columnIds);
    return columnIds;
  }

  /** Puts all names in order. Answers whether rows may stand elsewhere than before. */
  settle(): boolean {
    void this.#names;
    if (this.#isSettled) return false;
    this.#isSettled = true;
    this.#orders.clear();
    return true;
  }

  /** A sort by a column that is not there sorts nothing. */
  #sortsOf({ sort, priority }: ListView): readonly Sort[] {
    const sorts = sort.filter(({ columnId }) => this.indexes.of(columnId, priority));
    return sorts.length > 0 ? sorts : byPriority;
  }

  #order(sorts: readonly Sort[], view: ListView): Uint32Array {
    const keys = sorts.flatMap((sort) => this.#keysOf(sort, view));
    const sorted = (rows: Uint32Array) =>
      keys.reduceRight((order, { by, limit }) => sortByNumber(order, by, limit), rows);
    if (!this.#byName && this.data.size > fewRows) {
      const order = sorted(inSequence(this.data.size));
      if (this.#settleFirst(order, keys)) {
        this.#isSettled = false;
        return order;
      }
    }
    return sorted(this.#names);
  }

  #keysOf({ columnId, descending }: Sort, { priority }: ListView): readonly SortKey[] {
    // What counts is a byte for each rule: no ranking is needed.
    if (columnId === 'priority') return priorityKeys(priority, this.data.counts, descending);
    const index = this.indexes.of(columnId, priority);
    return index ? [sortKeys(index.states, index.ranking, descending)] : [];
  }

  /**
   * Puts the first rows in order by name where nothing else tells them apart. Answers whether it was worth it:
   * a long stretch of equals is as quick to put in order with all names.
   */
  #settleFirst(order: Uint32Array, keys: readonly SortKey[]): boolean {
    const { ids, patients, compareText } = this.data;
    const nameOf = (row: number) => patients[row]!.name.trim();
    const byName = (a: number, b: number) => {
      const [one, other] = [nameOf(a), nameOf(b)];
      // Without a name, last.
      const rank = Number(one === '') - Number(other === '');
      return rank || compareText(one, other) || (ids[a]! < ids[b]! ? -1 : 1);
    };
    for (let from = 0; from < Math.min(order.length, firstRows);) {
      let to = from + 1;
      while (to < order.length && keys.every(({ by }) => by[order[from]!] === by[order[to]!])) to++;
      if (to - from > longestTie) return false;
      order.subarray(from, to).sort(byName);
      from = to;
    }
    return true;
  }

  /** The rows by name, then id. */
  get #names(): Uint32Array {
    if (this.#byName) return this.#byName;
    const { states, ranking } = this.indexes.of('name', [])!;
    const { by, limit } = sortKeys(states, ranking, false);
    const { ids } = this.data;
    let order = inSequence(ids.length);
    if (ids.some((id, index) => index > 0 && id < ids[index - 1]!))
      order = order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
    return (this.#byName = sortByNumber(order, by, limit));
  }
}

function columnsIn(sorts: readonly Sort[]): readonly string[] {
  return sorts.map(({ columnId }) => columnId);
}

function usesPriority(sorts: readonly Sort[]): boolean {
  return sorts.some(({ columnId }) => columnId === 'priority');
}

function inSequence(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}
