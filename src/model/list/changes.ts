/** What a user does to a view: each answers a new view, and leaves the old one as it is. */
import type { ColumnView, Filter, FilterMatch, ListView, PriorityRule } from './types.ts';

/**
 * Sorts by a column; the same column again turns it round, and a third time lets go of it.
 *
 * @param add Keeps the other sorts, and comes after them.
 * @param descending The way that is tried first.
 */
export function sortBy(
  view: ListView,
  columnId: string,
  { add, descending }: { readonly add: boolean; readonly descending: boolean },
): ListView {
  const known = view.sort.find((each) => each.columnId === columnId);
  const next = !known
    ? { columnId, descending }
    : known.descending === descending
      ? { columnId, descending: !descending }
      : undefined;
  if (!add) return { ...view, sort: next ? [next] : [] };
  if (!known) return { ...view, sort: [...view.sort, { columnId, descending }] };
  return {
    ...view,
    sort: view.sort.flatMap((each) => (each !== known ? [each] : next ? [next] : [])),
  };
}

/**
 * The filter of a column. Each column has one, but where one is enough of those that the user has written: there it may
 * have another one that narrows.
 *
 * @param narrows Which of two; default the user's.
 */
export function filterOf(view: ListView, columnId: string, narrows?: boolean): Filter | undefined {
  const own = view.filters.filter((each) => each.columnId === columnId);
  return own.find((each) => isNarrowing(each) === (narrows ?? false)) ?? own[0];
}

/** Whether a filter is asked of every row, however the others go together. */
export function isNarrowing({ narrows }: Filter): boolean {
  return narrows === true;
}

/** Puts a column's filter in place of the one it had. A filter that asks nothing is none. */
export function setFilter(view: ListView, filter: Filter): ListView {
  const others = view.filters.filter((each) => !isInstead(view, each, filter));
  return withFilters(view, asksNothing(filter) ? others : [...others, filter]);
}

/** Whether one filter stands where another would be put. */
function isInstead({ match }: ListView, one: Filter, other: Filter): boolean {
  return (
    one.columnId === other.columnId && (match !== 'any' || isNarrowing(one) === isNarrowing(other))
  );
}

/** Where a filter that narrows stands, or would be put. */
function narrowingOf(view: ListView, columnId: string): Filter | undefined {
  return view.filters.find((each) => isInstead(view, each, { columnId, narrows: true }));
}

/** Other filters in place of those of a view. One or none has nothing to go together with: the next is asked beside it. */
export function withFilters(view: ListView, filters: readonly Filter[]): ListView {
  const { match, ...rest } = view;
  const written = filters.filter((each) => !isNarrowing(each));
  return { ...rest, filters, ...(match && written.length > 1 ? { match } : {}) };
}

/** Says whether a row is to pass every filter that the user has written, or one of them at least. */
export function matchFilters(view: ListView, match: FilterMatch): ListView {
  const { match: _, ...rest } = view;
  return match === 'any' ? withFilters({ ...rest, match }, view.filters) : rest;
}

/** Whether a row passes by one filter alone of those that the user has written, whatever the others of them ask. */
export function matchesAny({ match, filters }: Pick<ListView, 'match' | 'filters'>): boolean {
  const written = filters.filter((each) => !isNarrowing(each) && !asksNothing(each));
  return match === 'any' && written.length > 1;
}

/** Takes a column's filter off: of two, the user's, or the one that narrows. */
export function removeFilter(view: ListView, columnId: string, narrows?: boolean): ListView {
  return setFilter(view, { columnId, ...(narrows ? { narrows } : {}) });
}

/** A filter that lets every row pass. */
export function asksNothing({ any, all, min, max, when, contains, states }: Filter): boolean {
  return (
    !any?.length &&
    !all?.length &&
    min === undefined &&
    max === undefined &&
    when === undefined &&
    !contains?.trim() &&
    !states?.length
  );
}

/** Whether a filter narrows as it is written here: for figures, which are pressed while their filter is on. */
export function hasFilter(view: ListView, filter: Filter): boolean {
  const own = narrowingOf(view, filter.columnId);
  return (
    own !== undefined &&
    (Object.keys(filter) as (keyof Filter)[]).every((key) =>
      key === 'all'
        ? filter.all?.every((id) => own.all?.includes(id))
        : key === 'narrows' || same(own[key], filter[key]),
    )
  );
}

/**
 * Narrows by the filter, or takes it off where it stands. What asks for `all` is asked beside what stood before.
 */
export function toggleFilter(view: ListView, filter: Filter): ListView {
  const { columnId, all } = filter;
  const isOn = hasFilter(view, filter);
  if (!all) return isOn ? removeFilter(view, columnId, true) : narrow(view, filter);
  const own = narrowingOf(view, columnId) ?? { columnId };
  const others = (own.all ?? []).filter((id) => !all.includes(id));
  return narrow(view, { ...own, all: isOn ? others : [...others, ...all] });
}

/** Asks a filter of every row, whatever else is asked. */
export function narrow(view: ListView, filter: Filter): ListView {
  return setFilter(view, { ...filter, narrows: true });
}

/** Whether a filter that narrows lets a value pass, among others or alone: for choices of which several can be on. */
export function hasValue(view: ListView, columnId: string, value: string): boolean {
  return narrowingOf(view, columnId)?.any?.includes(value) ?? false;
}

/** Lets a value of a column pass beside those that do, or no longer. Without any left, every row passes again. */
export function toggleValue(view: ListView, columnId: string, value: string): ListView {
  const own = narrowingOf(view, columnId) ?? { columnId };
  const others = (own.any ?? []).filter((each) => each !== value);
  return narrow(view, {
    ...own,
    any: hasValue(view, columnId, value) ? others : [...others, value],
  });
}

function same(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((each) => b.includes(each))
    : a === b;
}

/** Changes how one column is shown. */
export function changeColumn(view: ListView, id: string, change: Partial<ColumnView>): ListView {
  const known = view.columns.some((column) => column.id === id);
  return {
    ...view,
    columns: known
      ? view.columns.map((column) => (column.id === id ? { ...column, ...change } : column))
      : [...view.columns, { id, ...change }],
  };
}

/** Moves a column before another, or last. `order` is how the columns stand now. */
export function moveColumn(
  view: ListView,
  order: readonly string[],
  id: string,
  before: string | undefined,
): ListView {
  if (id === before) return view;
  const rest = order.filter((each) => each !== id);
  const at = before === undefined ? -1 : rest.indexOf(before);
  const moved = at < 0 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)];
  const known = new Map(view.columns.map((column) => [column.id, column]));
  return { ...view, columns: moved.map((each) => known.get(each) ?? { id: each }) };
}

/** Moves a rule of priority up or down. */
export function movePriority(view: ListView, by: PriorityRule['by'], step: -1 | 1): ListView {
  const rules = [...view.priority];
  const from = rules.findIndex((rule) => rule.by === by);
  const to = from + step;
  const [rule] = from >= 0 && to >= 0 && to < rules.length ? rules.splice(from, 1) : [];
  if (!rule) return view;
  rules.splice(to, 0, rule);
  return { ...view, priority: rules };
}

export function turnPriority(view: ListView, by: PriorityRule['by'], on: boolean): ListView {
  return {
    ...view,
    priority: view.priority.map((rule) => (rule.by === by ? { ...rule, on } : rule)),
  };
}
