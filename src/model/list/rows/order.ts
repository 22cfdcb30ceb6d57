import { finish, sortInSteps, type Steps } from '../../../engine/index.ts';
import { MemoMap } from '../../memo.ts';
import { SteppedValue } from '../../steps.ts';
import type { ColumnIndexes } from '../column-index/indexes.ts';
import { columnKinds, mayGroup } from '../columns/kinds.ts';
import type { ListData } from '../data.ts';
import { priorityKeysInSteps } from '../priority.ts';
import type { DonePlace, ListView, Sort } from '../types.ts';
import type { RowGroups } from './groups.ts';
import { doneOrder, donePlaceIn } from './done.ts';
import { sortByNumberInSteps, sortKeys, type SortKey } from './sort.ts';

/** With no more rows everything is worked out at once, in less time than anybody notices. */
export const fewRows = 5000;
/** So many first rows have their final order at once, unless a stretch of equals among them is longer than this. */
const firstRows = 300;
const longestTie = 4000;
/** Orders that are kept. */
const mostOrders = 24;

/** Without any sort: by priority, the most vulnerable first. */
const byPriority: readonly Sort[] = [{ columnId: 'reasons', descending: true }];

/**
 * Rows in the order of a view; ties by name, then id. Of many rows only the first are put in order by name at
 * once: the collator takes its time, and `settle` makes up for it.
 */
export class RowOrder {
  readonly #orders = new MemoMap<Uint32Array>(mostOrders);
  /** As they were when the rows were put in order. */
  readonly #groups = new MemoMap<SteppedValue<RowGroups>>();
  /** Columns of which something changed since the rows were sorted. */
  readonly #held = new Set<string>();
  /** The rows by name, then id. */
  readonly #names = new SteppedValue(() => this.#orderNames());
  #isSettled = true;
  /** How many times what was ordered may have become another order. */
  #changes = 0;

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
    return this.#orders.of(this.#keyOf(sorts, view), dependenciesOn(sorts, view), () =>
      this.#keep(finish(this.#order(sorts, view))),
    );
  }

  /** Makes the order of a view in steps. Where it may be another meanwhile, it has to be made again. */
  *prepare(view: ListView): Steps<void> {
    const sorts = this.#sortsOf(view);
    const key = this.#keyOf(sorts, view);
    if (this.#orders.has(key)) return;
    const changes = this.#changes;
    const order = yield* this.#order(sorts, view);
    if (this.#changes === changes)
      this.#orders.of(key, dependenciesOn(sorts, view), () => this.#keep(order));
  }

  /** The groups that the rows of a view stand in, as they were put in order; undefined of none. */
  groupsIn(view: ListView): RowGroups | undefined {
    return finish(this.#groupsInSteps(view));
  }

  *#groupsInSteps({ group }: ListView): Steps<RowGroups | undefined> {
    const column = group === undefined ? undefined : this.indexes.column(group);
    const groups = column && mayGroup(column) ? columnKinds[column.kind].groups : undefined;
    if (!column || !groups) return undefined;
    const { data, indexes } = this;
    const made = this.#groups.of(
      column.id,
      [column.id],
      () =>
        new SteppedValue(function* () {
          return yield* groups(data, (yield* indexes.inSteps(column.id))!, column);
        }),
    );
    return yield* made.steps();
  }

  /** Puts the names in order, in steps, for `settle`. */
  *prepareNames(): Steps<void> {
    yield* this.#names.steps();
  }

  #keep({ rows, isSettled }: Order): Uint32Array {
    if (!isSettled) this.#isSettled = false;
    return rows;
  }

  /** What the order of a view depends on: columns, and who is dealt with. */
  dependenciesOf(view: ListView): readonly string[] {
    return dependenciesOn(this.#sortsOf(view), view);
  }

  /** Leaves every row in its place though these columns say something else, until `renew`. */
  hold(columnIds: readonly string[]): void {
    this.#changes++;
    for (const each of columnIds) this.#held.add(each);
  }

  /** Whether rows of a view may have been left where they no longer belong. */
  isHeld(view: ListView): boolean {
    const isMoved = donePlaceIn(view) !== 'in-order' && this.data.done.moved > 0;
    return isMoved || this.dependenciesOf(view).some((each) => this.#held.has(each));
  }

  /** Drops the orders in which rows were left in their place. Answers what said something else. */
  renew(): readonly string[] {
    const others = [...this.#held, ...(this.data.done.renew() ? [doneOrder] : [])];
    if (others.length > 0) this.#changes++;
    this.#held.clear();
    this.#orders.forget(others);
    this.#groups.forget(others);
    return others;
  }

  /** Puts all names in order. Answers whether rows may stand elsewhere than before. */
  settle(): boolean {
    void this.#names.value;
    if (this.#isSettled) return false;
    this.#isSettled = true;
    this.#changes++;
    this.#orders.clear();
    return true;
  }

  /** A sort by a column that is not there sorts nothing. */
  #sortsOf({ sort }: ListView): readonly Sort[] {
    const sorts = sort.filter(({ columnId }) => this.indexes.column(columnId));
    return sorts.length > 0 ? sorts : byPriority;
  }

  /** Where those stand who are dealt with, as far as there are any. */
  #placeIn(view: ListView): DonePlace {
    return this.data.done.isNone ? 'in-order' : donePlaceIn(view);
  }

  #keyOf(sorts: readonly Sort[], view: ListView): string {
    const priority = usesPriority(sorts) ? view.priority : [];
    return JSON.stringify([sorts, priority, this.#placeIn(view), view.group]);
  }

  *#order(sorts: readonly Sort[], view: ListView): Steps<Order> {
    const place = this.#placeIn(view);
    const together = yield* this.#groupsInSteps(view);
    const first = together ? [{ by: together.of, limit: together.groups.length }] : [];
    if (place === 'in-order') return yield* this.#sorted(sorts, view, first);
    yield* this.data.prepare();
    const { mask } = this.data.done;
    if (place === 'last')
      return yield* this.#sorted(sorts, view, [...first, { by: Uint32Array.from(mask), limit: 2 }]);
    const { rows, isSettled } = yield* this.#sorted(sorts, view, first);
    return { rows: rows.filter((row) => mask[row] === 0), isSettled };
  }

  /** @param first What goes before the sorts. */
  *#sorted(sorts: readonly Sort[], view: ListView, first: readonly SortKey[]): Steps<Order> {
    const keys = [...first];
    for (const sort of sorts) keys.push(...(yield* this.#keysOf(sort, view)));
    if (!this.#names.isMade && this.data.size > fewRows) {
      const rows = yield* sortByKeys(inSequence(this.data.size), keys);
      if (this.#settleFirst(rows, keys)) return { rows, isSettled: false };
      yield;
    }
    return { rows: yield* sortByKeys(yield* this.#names.steps(), keys), isSettled: true };
  }

  *#keysOf({ columnId, descending }: Sort, { priority }: ListView): Steps<readonly SortKey[]> {
    // What counts is a byte for each rule: no ranking is needed.
    if (columnId === 'reasons') {
      yield* this.data.prepare();
      return yield* priorityKeysInSteps(priority, this.data.counts, descending);
    }
    const index = yield* this.indexes.inSteps(columnId);
    if (!index) return [];
    const ranking = yield* index.rank();
    yield;
    return [sortKeys(index.states, ranking, descending)];
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

  *#orderNames(): Steps<Uint32Array> {
    const index = (yield* this.indexes.inSteps('name'))!;
    const { by, limit } = sortKeys(index.states, yield* index.rank(), false);
    const { ids } = this.data;
    let order = inSequence(ids.length);
    yield;
    if (ids.some((id, at) => at > 0 && id < ids[at - 1]!))
      order = Uint32Array.from(
        yield* sortInSteps([...order], (a, b) => (ids[a]! < ids[b]! ? -1 : 1), idsInStep),
      );
    yield;
    return yield* sortByNumberInSteps(order, by, limit);
  }
}

/** Rows in an order, and whether equals far down the list stand by name in it. */
interface Order {
  readonly rows: Uint32Array;
  readonly isSettled: boolean;
}

/** So many ids are compared in about two milliseconds. */
const idsInStep = 4000;

function* sortByKeys(rows: Uint32Array, keys: readonly SortKey[]): Steps<Uint32Array> {
  let sorted = rows;
  for (const { by, limit } of keys.toReversed())
    sorted = yield* sortByNumberInSteps(sorted, by, limit);
  return sorted;
}

function dependenciesOn(sorts: readonly Sort[], view: ListView): readonly string[] {
  const columnIds = [
    ...sorts.map(({ columnId }) => columnId),
    ...(view.group === undefined ? [] : [view.group]),
  ];
  return donePlaceIn(view) === 'in-order' ? columnIds : [...columnIds, doneOrder];
}

function usesPriority(sorts: readonly Sort[]): boolean {
  return sorts.some(({ columnId }) => columnId === 'reasons');
}

function inSequence(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}
