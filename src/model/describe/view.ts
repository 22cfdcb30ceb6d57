import { formatDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { formatDecimal } from '../../i18n/numbers.ts';
import { viewPhrases } from '../../i18n/phrases/view.ts';
import { isNarrowing } from '../list/changes.ts';
import type { Column } from '../list/columns/types.ts';
import type { DateRange } from '../list/date-ranges.ts';
import type { CellState, DonePlace, Filter, ListView } from '../list/types.ts';

export interface DescribedView {
  /**
   * One each, the search among them, and how many are hidden: `MMSE: til 20 eller mangler`. Those of which one is enough
   * stand together, after those that narrow: `mindst ét af disse: (MMSE: til 20), (Alder: fra 80)`.
   */
  readonly filters: readonly string[];
  /** `Navn, stigende`, or what makes one patient come before another. */
  readonly sort: string;
}

/** What must be known of a list to say how it is looked at. */
export interface ViewedList {
  readonly language: Language;
  readonly columns: readonly Column[];
  /** What some of the values that occur in a column are called, whatever else is asked. */
  namesOf(columnId: string, values: readonly string[]): ReadonlyMap<string, string>;
  undecidedBy(columnId: string, view: ListView, narrows?: boolean): number;
  /** Where those stand who are dealt with in the round, and how many of them pass the filters. */
  doneIn(view: ListView): { readonly place: DonePlace; readonly count: number };
  /** A filter's value in words of ours; undefined of what is the clinic's own. */
  nameValue(column: Column, value: string): string | undefined;
}

/** How a list is looked at, for whoever has only its paper or its file. Names the columns as `titleOf` does. */
export function describeView(
  list: ViewedList,
  view: ListView,
  titleOf: (column: Column) => string,
): DescribedView {
  const { columns, language } = list;
  const text = viewPhrases[language];
  const columnOf = (id: string) => columns.find((column) => column.id === id);
  const wordsOf = (filters: readonly Filter[]) =>
    filters.flatMap((filter) => describeFilter(list, filter, view, titleOf) ?? []);
  const narrowing = wordsOf(view.filters.filter(isNarrowing));
  const written = wordsOf(view.filters.filter((each) => !isNarrowing(each)));
  const query = view.query.trim();
  const sorts = view.sort.flatMap(({ columnId, descending }) => {
    const column = columnOf(columnId);
    return column ? [`${titleOf(column)}, ${text.order[descending ? 1 : 0]}`] : [];
  });
  const { place, count } = list.doneIn(view);
  const grouped = view.group === undefined ? undefined : columnOf(view.group);
  const rules = columnOf('reasons') ? view.priority.filter(({ on }) => on) : [];
  const order =
    sorts.join('; ') ||
    (rules.length > 0
      ? `${text.priority}: ${rules.map(({ by }) => text.rules[by]).join(', ')}`
      : text.byName);
  return {
    filters: [
      ...narrowing,
      ...(view.match === 'any' && written.length > 1 ? [text.anyOf(written)] : written),
      ...(query ? [`${text.search} “${query}”`] : []),
      ...(place === 'hidden' && count > 0 ? [text.doneHidden(count)] : []),
    ],
    sort: [
      ...(grouped
        ? [text.groupedBy(grouped.kind === 'reasons' ? text.gravestMarker : titleOf(grouped))]
        : []),
      order,
      ...(place === 'last' && count > 0 ? [text.doneLast] : []),
    ].join('; '),
  };
}

/**
 * One filter of a view: `MMSE: til 20 eller mangler`, and how many patients it cannot be decided for where they are
 * left out. Undefined of a column that is not there, which filters nothing.
 */
export function describeFilter(
  list: ViewedList,
  filter: Filter,
  view: ListView,
  titleOf: (column: Column) => string,
): string | undefined {
  const column = list.columns.find(({ id }) => id === filter.columnId);
  const asked = column && conditionsOf(filter, column, list);
  if (!asked) return undefined;
  const undecided = filter.states?.includes('unknown')
    ? 0
    : list.undecidedBy(column.id, view, filter.narrows);
  const left = undecided > 0 ? viewPhrases[list.language].leftUndecided(undecided) : '';
  return `${titleOf(column)}: ${asked}${left}`;
}

/** A stretch of days as a column says it: `mere end 12 mdr. siden`, of a result `ældre end 12 mdr.` */
export function nameDateRange(range: DateRange, { item }: Column, language: Language): string {
  const { ranges, olderThan } = viewPhrases[language];
  const [, months] = item?.type === 'result' ? (/^over-(\d+)-months$/.exec(range) ?? []) : [];
  return months === undefined ? ranges[range] : olderThan(Number(months));
}

function conditionsOf(
  { any = [], all = [], answer, min, max, when, contains = '', states = [] }: Filter,
  column: Column,
  list: ViewedList,
): string {
  const { language } = list;
  const { id } = column;
  const text = viewPhrases[language];
  const asked = [...any, ...all];
  const names = asked.length > 0 ? list.namesOf(id, asked) : new Map<string, string>();
  const nameOf = (value: string) => {
    const ours = list.nameValue(column, value);
    if (ours !== undefined) return ours;
    const name = names.get(value) || value;
    // An id of a marker or a colleague is nobody's word; a code is.
    const isWord = column.filter !== 'marker' && column.kind !== 'assignee';
    return name === value || !isWord ? name : `${value} ${name}`;
  };
  const nameState = (state: CellState) =>
    state === 'none' && column.filter === 'marker' ? text.noMarkers : text.states[state];
  const bound = (value: number | string) =>
    typeof value === 'string' ? formatDate(value, language) : formatDecimal(value, language);
  const conditions = [
    all.map(nameOf).join(text.and),
    any.map((each) => (answer ? text.answers[answer](nameOf(each)) : nameOf(each))).join(text.or),
    min === undefined ? '' : `${text.from} ${bound(min)}`,
    max === undefined ? '' : `${text.to} ${bound(max)}`,
    when === undefined ? '' : nameDateRange(when, column, language),
    contains.trim() && `${text.contains} “${contains.trim()}”`,
  ];
  return [conditions.filter(Boolean).join(' '), ...states.map(nameState)]
    .filter(Boolean)
    .join(text.or);
}
