import { finish, type Population, type Steps } from '../../engine/index.ts';
import type { Language } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import type { CellView } from '../cells.ts';
import { Memo, MemoMap } from '../memo.ts';
import { SteppedValue } from '../steps.ts';
import { ColumnIndexes } from './column-index/indexes.ts';
import { filterOf, isNarrowing, withFilters } from './changes.ts';
import { columnKinds, memberCells, memberColumns, roundColumns } from './columns/kinds.ts';
import { columnOptionsOf, columnsOf } from './columns/profile-columns.ts';
import type { Column } from './columns/types.ts';
import { ColumnWidths } from './columns/width.ts';
import { ListData, type ListOptions } from './data.ts';
import { OverviewCounter, type Overview, type OverviewOutline } from './overview.ts';
import { describePriorityOf } from './reasons.ts';
import { donePlaceIn } from './rows/done.ts';
import { sectionsOf, type RowGroup, type RowSection } from './rows/groups.ts';
import { countUndecided, facetValuesInSteps, type FacetValues } from './rows/facets.ts';
import { RowFilter, searched } from './rows/filter.ts';
import { fewRows, RowOrder } from './rows/order.ts';
import type { Row } from './rows/row.ts';
import { RowSearch } from './rows/search.ts';
import type { DonePlace, ListRound, ListTab, ListView, PriorityRule, RowStatus } from './types.ts';

export type { FacetValues, ListOptions };

/** Views whose rows are kept. */
const mostViews = 24;

/**
 * A population as a list that is sorted, filtered, searched and counted. Everything but the rows in view is
 * done on columns of numbers, each made when it is first needed (or by `prepare`), and kept. A row is known
 * by its index: its patient's place in the population.
 */
export class PopulationList {
  readonly #data: ListData;
  readonly #widths: ColumnWidths;
  readonly #indexes: ColumnIndexes;
  readonly #search: RowSearch;
  readonly #filter: RowFilter;
  readonly #order: RowOrder;
  readonly #overview: OverviewCounter;
  readonly #columns = new Memo<readonly Column[]>();
  readonly #visible = new MemoMap<Uint32Array>(mostViews);
  readonly #positions = new Memo<Int32Array>();
  readonly #rules = new Memo<undefined>();

  constructor(
    readonly population: Population,
    options: ListOptions,
  ) {
    this.#data = new ListData(population, options);
    this.#widths = new ColumnWidths(this.#data);
    this.#indexes = new ColumnIndexes(this.#data, () => this.#unfitted);
    this.#search = new RowSearch(this.#data, this.#indexes);
    this.#filter = new RowFilter(this.size, population.asOf, this.#indexes, this.#search);
    this.#order = new RowOrder(this.#data, this.#indexes);
    this.#overview = new OverviewCounter(this.#data, (view, without) =>
      this.#shownMask(view, without),
    );
  }

  get size(): number {
    return this.#data.size;
  }

  get tab(): ListTab {
    return this.#data.tab;
  }

  get language(): Language {
    return this.#data.language;
  }

  /** Patients that came from the clinic. */
  get patients(): number {
    return this.#data.options.patients;
  }

  /** Patients of the clinic that did not come; `unknown` where it does not say how many. */
  get notFetched(): number | 'unknown' {
    return this.#data.options.notFetched ?? 0;
  }

  /** Whether a marker or a patient on the list is exempted. */
  get hasExempt(): boolean {
    return this.#data.hasExempt;
  }

  /** What the parts of the list work on, for a file of it. */
  get data(): ListData {
    return this.#data;
  }

  // ── Columns ──────────────────────────────────────────────────────────────────────────────────

  /** Every column that can be shown, as wide as a sample of the rows needs. */
  get columns(): readonly Column[] {
    const columns = this.#unfitted;
    return this.#fitted.of([columns], () => this.#widths.fit(columns));
  }

  readonly #fitted = new Memo<readonly Column[]>();

  get #unfitted(): readonly Column[] {
    const { round, tab } = this.#data;
    const options = columnOptionsOf(round, this.#data.options.others);
    return this.#columns.of(Object.values(options), () =>
      columnsOf(this.population.profile, tab, options),
    );
  }

  /** A filter's value in words of ours; undefined of what is the clinic's own. */
  nameValue(column: Column, value: string): string | undefined {
    return columnKinds[column.kind].nameValue?.(value, this.language, column);
  }

  // ── The round ────────────────────────────────────────────────────────────────────────────────

  /**
   * Takes the round as it is now: statuses change while the list is looked at. The rows stay where they are, so that
   * a click aimed at one meets it, until `sortAnew`; another round in the place of one sorts them.
   *
   * @param changed Ids of the patients of whom it says something else; default everybody. What does not depend on the
   *   round, and the cells of other patients, stay as they are.
   */
  setRound(round: ListRound | undefined, changed?: Iterable<string>): void {
    const data = this.#data;
    const before = data.round;
    data.round = round;
    if (!before && !round) return;
    data.done.take(before && round ? changed : undefined);
    const rows = changed && before && round ? this.#rowsOf(changed) : undefined;
    const sameSince = before?.since?.came === round?.since?.came;
    // A team that is named otherwise is another in every row.
    if (before?.team !== round?.team) {
      this.#forget(['assignee']);
      data.forgetCells(['assignee']);
    }
    // What is stored came, or did not: that is another in every row, and moves none.
    if (before?.isUnknown !== round?.isUnknown) {
      this.#forget(memberColumns);
      data.forgetCells(memberCells);
    }
    const stale = rows && sameSince ? memberColumns : roundColumns;
    if (rows?.length === 0 && sameSince) return;
    if (data.takeExemptions(rows).length > 0) {
      this.#forget([...attention, searched]);
      this.#search.clear();
    }
    this.#forget(stale);
    if (!rows) {
      // Where there was no round yet, the rows may be looked at already.
      if (before) this.sortAnew();
      this.#search.clear();
      this.#forget([searched]);
      data.forgetCells(data.hasExempt ? [...stale, ...memberCells] : stale);
      return;
    }
    for (const row of rows)
      data.forgetCells(data.exemptAt(row) === undefined ? memberColumns : memberCells, row);
    if (!sameSince) data.forgetCells(['since']);
    if (this.#search.update(rows)) this.#forget([searched]);
  }

  #rowsOf(patientIds: Iterable<string>): readonly number[] {
    return [...patientIds].map((id) => this.indexOf(id)).filter((row) => row >= 0);
  }

  /** Puts the rows where they belong by what the round says now: where they are looked at anew. */
  sortAnew(): void {
    this.#visible.forget(this.#order.renew());
  }

  /** Whether the round says something else than it did when the rows of a view were sorted, so that some belong elsewhere. */
  isSortedBefore(view: ListView): boolean {
    return this.#order.isHeld(view);
  }

  /** How many have been dealt with since the rows were sorted, and stand where they did. */
  get doneSince(): number {
    return this.#data.done.doneSince;
  }

  /**
   * Where those stand in a view who were dealt with when the rows were sorted, and how many of them pass its filters:
   * so many are hidden, or stand last.
   */
  doneIn(view: ListView): { readonly place: DonePlace; readonly count: number } {
    const place = donePlaceIn(view);
    const { done } = this.#data;
    if (done.isNone) return { place, count: 0 };
    const mask = this.#filter.mask(view);
    return {
      place,
      count: this.#doneCount.of([mask, done.mask], () => countBoth(mask, done.mask)),
    };
  }

  readonly #doneCount = new Memo<number>();

  /** By row: 1 where it is shown, whatever the filters of some columns ask. */
  #shownMask(view: ListView, without: readonly string[]): Uint8Array {
    const mask = this.#filter.mask(view, without);
    const { done } = this.#data;
    // Whoever looks for what a filter of the status would leave is to find them.
    const isAll = donePlaceIn(view) !== 'hidden' || without.includes('status') || done.isNone;
    if (isAll) return mask;
    // The same array for the same rows: what is counted among them is counted once.
    const narrowed = this.#narrowed.of([done.mask], () => new WeakMap());
    let shown = narrowed.get(mask);
    if (!shown) {
      shown = mask.map((bit, row) => (done.mask[row] === 1 ? 0 : bit));
      narrowed.set(mask, shown);
    }
    return shown;
  }

  /** By row: 1 where it would be shown without any filter of the user's. */
  #reach(view: ListView): Uint8Array {
    const narrowing = view.filters.filter(isNarrowing);
    return this.#shownMask(withFilters({ ...view, done: donePlaceIn(view) }, narrowing), []);
  }

  readonly #narrowed = new Memo<WeakMap<Uint8Array, Uint8Array>>();

  #forget(dependencies: readonly string[]): void {
    for (const part of [this.#indexes, this.#filter, this.#visible]) part.forget(dependencies);
    this.#order.hold(dependencies);
  }

  // ── Rows ─────────────────────────────────────────────────────────────────────────────────────

  /** @throws {RangeError} when there is no such row. */
  row(index: number): Row {
    return this.#data.row(index);
  }

  idAt(index: number): string {
    return this.#data.idAt(index);
  }

  /** The row of a patient; −1 when the patient is not in the list. */
  indexOf(patientId: string): number {
    return this.#data.indexOf(patientId);
  }

  /** The patient alone, without evaluating anything. */
  patientAt(index: number): Patient {
    this.idAt(index);
    return this.#data.patients[index]!;
  }

  statusAt(index: number): RowStatus | undefined {
    return this.#data.statusAt(index);
  }

  /**
   * A cell, ready to draw. It is made when it is first asked for; as long as nothing about it changes, it is
   * the same object.
   *
   * @param rules The rules of priority, for the column that tells why a row stands where it stands.
   */
  cell(index: number, column: Column, rules: readonly PriorityRule[] = []): CellView {
    const data = this.#data;
    if (column.kind === 'reasons')
      this.#rules.of([rules], () => void data.forgetCells(['reasons']));
    return data
      .row(index)
      .keep(column.id, () => columnKinds[column.kind].cell(data, index, column, rules));
  }

  /** Everything that a cell says, a line each: for tooltip and screen reader. */
  lines(index: number, column: Column, rules: readonly PriorityRule[] = []): readonly string[] {
    return this.cell(index, column, rules).lines;
  }

  /** A cell on paper, in a file and on the clipboard, a line each. */
  printed(index: number, column: Column, rules: readonly PriorityRule[]): readonly string[] {
    const cell = this.cell(index, column, rules);
    return columnKinds[column.kind].printed?.(cell, this.language) ?? cell.lines;
  }

  /** Why a row stands where it stands by priority, rule by rule. Empty where nothing speaks for it. */
  reasonsAt(index: number, rules: readonly PriorityRule[]): readonly string[] {
    return describePriorityOf(this.#data, index, rules);
  }

  // ── What is shown ────────────────────────────────────────────────────────────────────────────

  /**
   * Whether equals far down the list stand by name yet: of many rows the first are shown before all names are
   * in order, which `prepare` makes up for.
   */
  get isSettled(): boolean {
    return this.#order.isSettled;
  }

  /**
   * The rows of a view, in its order: by index. Ties are broken by name, then id; cells that cannot be
   * decided come after those with a value either way, empty ones last. Sorted by nothing it is by priority, and
   * the undecided, who have none, by name. Who is dealt with in the round stands last, or not at all, as the view
   * says. Kept: do not write to it.
   */
  visibleRows(view: ListView): Uint32Array {
    const key = keyOf(view);
    const dependencies = [
      ...this.#order.dependenciesOf(view),
      ...this.#filter.dependenciesOf(view),
    ];
    return this.#visible.of(key, dependencies, () => {
      const order = this.#order.of(view);
      if (this.#filter.passesAll(view)) return order;
      const mask = this.#filter.mask(view);
      const rows = new Uint32Array(order.length);
      let count = 0;
      for (let at = 0; at < order.length; at++) {
        const row = order[at]!;
        if (mask[row] === 1) rows[count++] = row;
      }
      return rows.subarray(0, count);
    });
  }

  /** The groups that some rows of a view stand in, in its order; undefined where they stand in none. */
  sectionsIn(view: ListView, rows: Uint32Array): readonly RowSection[] | undefined {
    const groups = this.#order.groupsIn(view);
    return groups && this.#sections.of([rows, groups], () => sectionsOf(rows, groups));
  }

  readonly #sections = new Memo<readonly RowSection[]>();

  /** The group that a row of a view stands in; undefined where it stands in none. */
  groupOf(view: ListView, index: number): RowGroup | undefined {
    const groups = this.#order.groupsIn(view);
    return groups?.groups[groups.of[index]!];
  }

  /** Whether whatever is asked of it is worked out in less time than anybody notices. */
  get isShort(): boolean {
    return this.size <= fewRows && !this.#data.hasLongRows;
  }

  /**
   * Whether the rows of a view, and the outline of its cards, can be had at once: of a short list always, unless
   * somebody in it has very many records. Else `prepare` makes it so.
   */
  isReady(view: ListView): boolean {
    if (this.isShort) return true;
    return this.#isPrepared && this.#visible.has(keyOf(view));
  }

  /**
   * Makes what the rows of a view and the outline of its cards need, in steps of counted work. What the round says
   * meanwhile may undo some of it: then it has to be made ready again.
   */
  *prepare(view: ListView): Steps<void> {
    yield* this.#data.prepare();
    yield* this.#widths.prepare(this.#unfitted);
    void this.columns;
    yield;
    yield* this.#filter.prepare(view);
    yield* this.#order.prepare(view);
    this.visibleRows(view);
    yield* this.#overview.prepareOutline(view);
    this.#isPrepared = true;
  }

  /** Makes what the cards of a view count, in steps; and with it what is needed as soon as somebody does anything. */
  *prepareOverview(view: ListView): Steps<void> {
    yield* this.#overview.prepare(view);
    yield* this.#data.prepareIndexes();
  }

  #isPrepared = false;

  /** By row: where it stands among some rows of the list; −1 where it is not among them. */
  positionsIn(rows: Uint32Array): Int32Array {
    return this.#positions.of([rows], () => {
      const positions = new Int32Array(this.size).fill(-1);
      for (let at = 0; at < rows.length; at++) positions[rows[at]!] = at;
      return positions;
    });
  }

  /** What occurs in a column, under the view's other filters. Nothing of a column that is not there. */
  facetValuesOf(columnId: string, view: ListView): FacetValues {
    return finish(this.facetValuesInSteps(columnId, view));
  }

  /** As `facetValuesOf`, in steps: what was found last is kept. */
  *facetValuesInSteps(columnId: string, view: ListView): Steps<FacetValues> {
    const index = yield* this.#indexes.inSteps(columnId);
    const kind = this.#indexes.column(columnId)?.filter;
    // Where one filter is enough, what is chosen lets pass whoever has it, whatever the others ask.
    const own = filterOf(view, columnId);
    const isOneEnough = this.#filter.isAny(view) && !(own && isNarrowing(own));
    const mask = isOneEnough ? this.#reach(view) : this.#shownMask(view, [columnId]);
    const undecided = this.undecidedBy(columnId, view);
    const found = this.#facets.of(
      [index, mask, undecided],
      () => new SteppedValue(() => facetValuesInSteps(index, kind, mask, undecided)),
    );
    return yield* found.steps();
  }

  readonly #facets = new Memo<SteppedValue<FacetValues>>();

  /** What some values of a column's filter are called, among all rows; those without a name are not in it. */
  namesOf(columnId: string, values: readonly string[]): ReadonlyMap<string, string> {
    return this.#indexes.of(columnId)?.namesOf(values) ?? new Map<string, string>();
  }

  /**
   * Rows with a value of which nobody can say whether it meets a column's filter, under the view's other filters; where
   * one of the user's is enough, of such a one those that no other lets pass. So many would be shown beside the others.
   *
   * @param narrows Which filter of the column; default the user's.
   */
  undecidedBy(columnId: string, view: ListView, narrows?: boolean): number {
    const filter = filterOf(view, columnId, narrows);
    if (!filter || !this.#indexes.column(columnId)) return 0;
    return countUndecided(this.#filter.verdict(filter), () => {
      if (!this.#filter.isAny(view)) return this.#shownMask(view, [columnId]);
      const others = view.filters.filter((each) => each !== filter);
      if (isNarrowing(filter))
        return this.#shownMask({ ...view, filters: others, done: donePlaceIn(view) }, []);
      const written = others.filter((each) => !isNarrowing(each));
      const passes = this.#filter.mask({ ...view, filters: written });
      return this.#reach(view).map((bit, row) => bit & (passes[row]! ^ 1));
    });
  }

  /**
   * Everything that the cards count, among the rows that are shown.
   *
   * @param only Ids of the patients that are shown alone.
   */
  overview(view: ListView, only?: ReadonlySet<string>): Overview {
    return this.#overview.count(view, only);
  }

  /** The cards before they are counted. */
  outline(view: ListView, only?: ReadonlySet<string>): OverviewOutline {
    return this.#overview.outline(view, only);
  }

  /** Makes what sorting, filtering and searching by anything will need, in steps. */
  *prepareAll(view: ListView): Steps<void> {
    yield* this.#order.prepareNames();
    if (this.#order.settle()) this.#visible.clear();
    yield* this.#search.prepare();
    for (const { id } of this.columns) {
      const index = yield* this.#indexes.inSteps(id);
      if (index) yield* index.rank();
      yield;
    }
    this.overview(view);
  }
}

function keyOf({ sort, priority, filters, match, query, done, group }: ListView): string {
  return JSON.stringify([sort, priority, filters, match, query, done, group]);
}

function countBoth(a: Uint8Array, b: Uint8Array): number {
  let rows = 0;
  for (let row = 0; row < a.length; row++) rows += a[row]! & b[row]!;
  return rows;
}

/** What a change of who is exempted concerns. */
const attention = ['control', 'reasons', 'severity'];
