import type { Cell, CellColumns, Population } from '../../engine/index.ts';
import { textIn, type Language, type MarkerLevel, type RecordItem } from '../../profile/index.ts';
import { formatCpr, type Patient } from '../../record/index.ts';
import type { CellView } from '../cells.ts';
import { formatLength } from '../describe/index.ts';
import {
  describeMissing,
  describePriority,
  describeUndecided,
  nameNew,
  nameStatus,
} from '../describe/list.ts';
import { columnsOf, controlsOf, fitWidth, type Column } from './columns.ts';
import {
  countStates,
  countTruth,
  FieldKeys,
  FlagKeys,
  maskOf,
  none,
  rangeOf,
  RecordKeys,
  unknown,
  type FacetValue,
  type Flag,
  type Keys,
} from './keys.ts';
import { sortByNumber, sortKeys, type CompareText, type Value } from './order.ts';
import { agePyramid, facetOf, type Overview } from './overview.ts';
import { countFlags, priorities, priorityKeys, type PriorityCounts } from './priority.ts';
import { ageOf, PopulationRow, type Row, type RowStatus } from './rows.ts';
import { keep, patientText, Words, wordsOf } from './search.ts';
import type { CellState, Filter, ListTab, ListView, PriorityRule } from './types.ts';

/** With fewer rows all names are in order in no time. */
const soonSettled = 5000;
/** So many rows stand right from the start; and no stretch of equals longer than this is looked through for it. */
const headRows = 300;
const longestTie = 4000;

export interface ListRound {
  /** By patient id (a map, or what asks the round); one who is not in it has no status. */
  readonly statuses: { get(patientId: string): RowStatus | undefined };
  /** Who came since the last round, and how many left; absent where there is no earlier one. */
  readonly since?: { readonly came: ReadonlySet<string>; readonly left: number };
}

export interface ListOptions {
  readonly tab: ListTab;
  readonly language: Language;
  /** The reader's alphabet: the model has none of its own. */
  readonly compareText: CompareText;
  /** Patients in the clinic. */
  readonly patients: number;
  readonly round?: ListRound | undefined;
}

/** What a column holds, for the panel that filters it. Counted under all other filters. */
export interface FacetValues {
  readonly values: readonly FacetValue[];
  readonly states: Readonly<Record<CellState, number>>;
  /** Of numbers and dates: the least and the greatest. */
  readonly min?: number | string;
  readonly max?: number | string;
}

/**
 * A population as a list that is sorted, filtered, searched and counted. Everything but the rows in view is
 * done on columns of numbers, each made when it is first needed (or by `prepare`), and kept. A row is known
 * by its index: its patient's place in the population.
 */
export class PopulationList {
  readonly size: number;
  readonly tab: ListTab;
  readonly #ids: readonly string[];
  readonly #patients: readonly Patient[];
  readonly #rows = new Map<number, PopulationRow>();
  readonly #words: Words;
  #round: ListRound | undefined;
  #columns: readonly Column[] | undefined;
  #markers: readonly (Flag & { readonly level: MarkerLevel })[] | undefined;
  #controls: readonly (Flag & { readonly item: RecordItem })[] | undefined;
  #indicators: readonly (Flag & { readonly denominator: Uint8Array })[] | undefined;
  #counts: PriorityCounts | undefined;
  #texts: readonly string[] | undefined;
  #byName: Uint32Array | undefined;
  #isSettled = true;
  #places: ReadonlyMap<string, number> | undefined;
  readonly #keys = new Map<string, Keys | undefined>();
  readonly #masks = new Map<string, Uint8Array>();
  readonly #orders = new Map<string, Uint32Array>();
  readonly #visibleRows = new Map<string, Uint32Array>();
  readonly #positions = new WeakMap<Uint32Array, Int32Array>();

  constructor(
    readonly population: Population,
    private readonly options: ListOptions,
  ) {
    this.tab = options.tab;
    this.#ids = population[options.tab];
    this.size = this.#ids.length;
    this.#patients = population.patients(this.#ids);
    this.#words = new Words(population.vocabulary);
    this.#round = options.round;
  }

  get language(): Language {
    return this.options.language;
  }

  /** Patients in the clinic. */
  get patients(): number {
    return this.options.patients;
  }

  /** Every column that can be shown, as wide as a sample of the rows needs. */
  get columns(): readonly Column[] {
    return (this.#columns ??= this.#fit(
      columnsOf(this.population.profile, this.tab, {
        round: this.#round !== undefined,
        since: this.#round?.since !== undefined,
      }),
    ));
  }

  /** Takes the round as it is now: statuses change while the list is looked at. */
  setRound(round: ListRound | undefined): void {
    this.#round = round;
    this.#columns = undefined;
    for (const id of roundColumns) this.#keys.delete(id);
    for (const answers of [this.#masks, this.#orders, this.#visibleRows]) answers.clear();
    this.#texts = undefined;
  }

  // ── Rows ─────────────────────────────────────────────────────────────────────────────────────

  /** @throws {RangeError} when there is no such row. */
  row(index: number): Row {
    let row = this.#rows.get(index);
    if (!row) {
      // A file or a print goes through all of them: no more are kept than a screen needs.
      if (this.#rows.size >= mostRows) this.#rows.clear();
      row = new PopulationRow(
        index,
        this.population.outcome(this.#idAt(index)),
        this.options.language,
      );
      this.#rows.set(index, row);
    }
    return row;
  }

  idAt(index: number): string {
    return this.#idAt(index);
  }

  /** The row of a patient; −1 when the patient is not in the list. */
  indexOf(patientId: string): number {
    this.#places ??= new Map(this.#ids.map((id, index) => [id, index]));
    return this.#places.get(patientId) ?? -1;
  }

  /** The patient alone, without evaluating anything. */
  patientAt(index: number): Patient {
    this.#idAt(index);
    return this.#patients[index]!;
  }

  statusAt(index: number): RowStatus | undefined {
    return this.#round?.statuses.get(this.#idAt(index));
  }

  /** Whether the patient has come since the last round. */
  isNewAt(index: number): boolean {
    return this.#round?.since?.came.has(this.#idAt(index)) ?? false;
  }

  /** Why a row stands where it stands by priority, ground by ground. Empty where nothing speaks for it. */
  reasonsAt(index: number, rules: readonly PriorityRule[]): readonly string[] {
    const { language } = this.options;
    const counts = this.#countsBy;
    return rules.flatMap(({ by, on }) => {
      if (!on) return [];
      if (by === 'missing-control')
        return this.#controlFlags
          .filter(({ truths }) => truths[index] === 2)
          .map(({ item }) => this.#missing(index, item));
      const count = by === 'age' ? this.row(index).age : counts[by][index];
      return count === undefined || (count === 0 && by !== 'age')
        ? []
        : [describePriority(by, count, language)];
    });
  }

  /** Everything that a cell says, a line each: for tooltip and screen reader. */
  lines(index: number, column: Column, rules: readonly PriorityRule[] = []): readonly string[] {
    const row = this.row(index);
    switch (column.kind) {
      case 'cpr':
        return row.patient.cpr === undefined ? [] : [formatCpr(row.patient.cpr)];
      case 'name':
        return row.patient.name ? [row.patient.name] : [];
      case 'markers':
        return row.markers.flatMap(({ title, evidence }) => [title, ...evidence]);
      case 'why':
        return row.why.lines;
      case 'priority':
        return this.reasonsAt(index, rules);
      case 'indicator':
        return this.#indicatorFlags
          .filter(({ truths }) => truths[index] === 2)
          .map(({ title }) => title);
      case 'control':
        return [
          ...this.missingAt(index),
          ...this.#controlFlags
            .filter(({ truths }) => truths[index] === 1)
            .map(({ title }) => describeUndecided(title, this.options.language)),
        ];
      case 'status': {
        const status = this.statusAt(index)?.status;
        return status ? [nameStatus(status, this.options.language)] : [];
      }
      case 'note':
        return [this.statusAt(index)?.note ?? ''].filter(Boolean);
      case 'since':
        return this.isNewAt(index) ? [nameNew(this.options.language)] : [];
      case 'item':
        return column.item ? row.cell(column.item.id).lines : [];
      default:
        return [];
    }
  }

  /** The controls that a patient misses, in words. */
  missingAt(index: number): readonly string[] {
    return this.reasonsAt(index, [{ by: 'missing-control', on: true }]);
  }

  #idAt(index: number): string {
    const id = this.#ids[index];
    if (id === undefined) throw new RangeError(`The list has no row ${index}.`);
    return id;
  }

  #missing(index: number, item: RecordItem): string {
    const { language } = this.options;
    const { outcome } = this.row(index);
    const cell = outcome.cells.find((each: Cell) => each.item.id === item.id);
    const latest = cell?.records[0];
    const length =
      latest && 'at' in latest ? formatLength(latest.at, outcome.asOf, language) : undefined;
    return describeMissing(item, length, language);
  }

  // ── What is shown ────────────────────────────────────────────────────────────────────────────

  /**
   * Whether equals far down the list stand by name yet: of many rows the first are shown before all names are
   * in order, which `prepare` makes up for.
   */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /**
   * The rows of a view, in its order: by index. Ties are broken by name, then id; cells that cannot be
   * decided come after those with a value either way, empty ones last. Sorted by nothing it is by priority, and
   * the undecided, who have none, by name. Kept: do not write to it.
   */
  visibleRows(view: ListView): Uint32Array {
    const key = JSON.stringify([view.sort, view.priority, view.filters, view.query]);
    const known = this.#visibleRows.get(key);
    if (known) return known;
    const order = this.#order(view);
    const mask = this.#mask(view);
    const rows = new Uint32Array(order.length);
    let count = 0;
    for (let at = 0; at < order.length; at++) {
      const row = order[at]!;
      if (mask[row] === 1) rows[count++] = row;
    }
    return keep(this.#visibleRows, key, rows.subarray(0, count));
  }

  /** Where a patient stands among what a view shows; −1 when not there. */
  positionOf(patientId: string, view: ListView): number {
    const shown = this.visibleRows(view);
    let places = this.#positions.get(shown);
    if (!places) {
      this.#positions.set(shown, (places = new Int32Array(this.size).fill(-1)));
      for (let at = 0; at < shown.length; at++) places[shown[at]!] = at;
    }
    return places[this.indexOf(patientId)] ?? -1;
  }

  /** What occurs in a column, under the view's other filters. Nothing of a column that is not there. */
  facetValuesOf(columnId: string, view: ListView): FacetValues {
    const keys = this.#keysOf(columnId, view.priority);
    const mask = this.#mask(view, [columnId]);
    if (!keys) return { values: [], states: countStates(new Uint8Array(0), new Uint8Array(0)) };
    const column = this.columns.find(({ id }) => id === columnId);
    const range = column?.filter === 'number' || column?.filter === 'date';
    return {
      values: column?.filter === 'text' ? [] : keys.facetValues(mask),
      states: countStates(keys.states, mask),
      ...(range ? rangeOf(keys, mask, column.filter === 'date') : {}),
    };
  }

  /** Everything that the cards count. */
  overview(view: ListView): Overview {
    const { population } = this;
    const [ofMarkers, ofControls, ofIndicators] = ['markers', 'control', 'indicator'].map((id) =>
      this.#mask(view, [id]),
    ) as [Uint8Array, Uint8Array, Uint8Array];
    const since = this.#round?.since;
    const came = since && this.#cameFlag();
    return {
      total: this.visibleRows(view).length,
      size: this.size,
      patients: this.options.patients,
      members: population.members.length,
      undecided: population.undecided.length,
      markers: this.#markerFlags.map((flag) => ({
        ...facetOf('markers', flag, ofMarkers),
        level: flag.level,
      })),
      controls: this.#controlFlags.map((flag) => facetOf('control', flag, ofControls)),
      ages: agePyramid(
        this.#valuesOf('age'),
        this.#valuesOf('sex'),
        this.#mask(view, ['age', 'sex']),
      ),
      indicators: this.#indicatorFlags.map((flag) => ({
        ...facetOf('indicator', flag, ofIndicators),
        of: countTruth(flag.denominator, ofIndicators, 2),
      })),
      ...(came ? { came: facetOf('since', came, this.#mask(view, ['since'])) } : {}),
      ...(since ? { left: since.left } : {}),
    };
  }

  /**
   * Makes what sorting, filtering and searching need, step by step: between two steps the page may do
   * other things.
   */
  *prepare(view: ListView): Generator<void> {
    void this.#names;
    if (!this.#isSettled) {
      this.#isSettled = true;
      this.#orders.clear();
      this.#visibleRows.clear();
    }
    yield;
    void this.#patientTexts;
    yield;
    for (const { id } of this.columns) {
      const keys = this.#keysOf(id, view.priority);
      yield;
      void keys?.ranking;
      yield;
    }
    this.overview(view);
  }

  /** By row: 1 where it passes all filters and the query, but for the filters of some columns. */
  #mask(view: ListView, without: readonly string[] = []): Uint8Array {
    const filters = view.filters.filter(
      ({ columnId }) => !without.includes(columnId) && this.#keysOf(columnId, view.priority),
    );
    const parts = [
      ...filters.map((filter) => this.#filterMask(filter, view.priority)),
      ...wordsOf(view.query).map((word) => this.#found(word)),
    ];
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const mask = new Uint8Array(this.size).fill(1);
    for (const part of parts)
      for (let row = 0; row < mask.length; row++) if (part[row] === 0) mask[row] = 0;
    return mask;
  }

  #filterMask(filter: Filter, rules: readonly PriorityRule[]): Uint8Array {
    const key = JSON.stringify(filter);
    return (
      this.#masks.get(key) ??
      keep(this.#masks, key, maskOf(filter, this.#keysOf(filter.columnId, rules)!))
    );
  }

  /** By row: 1 where the word occurs. */
  #found(word: string): Uint8Array {
    const key = `word ${word}`;
    const known = this.#masks.get(key);
    if (known) return known;
    const found = new Uint8Array(this.size);
    const texts = this.#patientTexts;
    for (let row = 0; row < this.size; row++) if (texts[row]!.includes(word)) found[row] = 1;
    for (const { id } of this.columns) {
      // Why somebody cannot be decided is worked out patient by patient: too slow to look through.
      if (id === 'why' && this.tab === 'undecided') continue;
      this.#keysOf(id, [])?.find?.(word, found);
    }
    return keep(this.#masks, key, found);
  }

  #order(view: ListView): Uint32Array {
    const sorts = view.sort.filter(({ columnId }) => this.#keysOf(columnId, view.priority));
    // Without any, by priority, the most vulnerable first.
    const asked = sorts.length > 0 ? sorts : [{ columnId: 'priority', descending: true }];
    const key = JSON.stringify([
      asked,
      asked.some(({ columnId }) => columnId === 'priority') ? view.priority : [],
    ]);
    const known = this.#orders.get(key);
    if (known) return known;
    const passes = asked.flatMap(({ columnId, descending }) => {
      // What counts is a byte for each rule: no ranking is needed.
      if (columnId === 'priority') return priorityKeys(view.priority, this.#countsBy, descending);
      const keys = this.#keysOf(columnId, view.priority);
      return keys ? [sortKeys(keys.states, keys.ranking, descending)] : [];
    });
    const sorted = (from: Uint32Array) =>
      passes.reduceRight((order, { by, limit }) => sortByNumber(order, by, limit), from);
    if (!this.#byName && this.size > soonSettled) {
      const order = sorted(Uint32Array.from(this.#ids, (_, index) => index));
      if (this.#settleHead(order, passes)) {
        this.#isSettled = false;
        return keep(this.#orders, key, order);
      }
    }
    return keep(this.#orders, key, sorted(this.#names));
  }

  /**
   * Puts the first rows in order by name where nothing else tells them apart. Answers whether it was worth it:
   * a long stretch of equals is as quick to settle whole.
   */
  #settleHead(order: Uint32Array, passes: readonly { readonly by: Uint32Array }[]): boolean {
    const { compareText } = this.options;
    const ids = this.#ids;
    const nameOf = (row: number) => this.#patients[row]!.name.trim();
    const byName = (a: number, b: number) => {
      const [one, other] = [nameOf(a), nameOf(b)];
      // Without a name, last.
      const rank = Number(one === '') - Number(other === '');
      return rank || compareText(one, other) || (ids[a]! < ids[b]! ? -1 : 1);
    };
    for (let from = 0; from < Math.min(order.length, headRows);) {
      let to = from + 1;
      while (to < order.length && passes.every(({ by }) => by[order[from]!] === by[order[to]!]))
        to++;
      if (to - from > longestTie) return false;
      order.subarray(from, to).sort(byName);
      from = to;
    }
    return true;
  }

  /** The rows by name, then id. */
  get #names(): Uint32Array {
    if (this.#byName) return this.#byName;
    const { states, ranking } = this.#keysOf('name', [])!;
    const { by, limit } = sortKeys(states, ranking, false);
    const ids = this.#ids;
    let order = Uint32Array.from(ids, (_, index) => index);
    if (ids.some((id, index) => index > 0 && id < ids[index - 1]!))
      order = order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
    return (this.#byName = sortByNumber(order, by, limit));
  }

  // ── Columns as numbers ───────────────────────────────────────────────────────────────────────

  /** Undefined of a column that is not there. */
  #keysOf(columnId: string, rules: readonly PriorityRule[]): Keys | undefined {
    const key = columnId === 'priority' ? JSON.stringify(rules) : columnId;
    if (!this.#keys.has(key)) {
      const column = this.columns.find(({ id }) => id === columnId);
      this.#keys.set(key, column && this.#makeKeys(column, rules));
    }
    return this.#keys.get(key);
  }

  #makeKeys({ kind, item }: Column, rules: readonly PriorityRule[]): Keys {
    const { population, size } = this;
    const { compareText } = this.options;
    switch (kind) {
      case 'markers':
        return new FlagKeys(this.#markerFlags, size);
      case 'control':
        return new FlagKeys(this.#controlFlags, size);
      case 'indicator':
        return new FlagKeys(this.#indicatorFlags, size);
      case 'since':
        return new FlagKeys([this.#cameFlag()], size);
      case 'priority':
        return new FieldKeys(
          Array.from(priorities(rules, this.#countsBy, size)),
          none,
          compareText,
        );
      case 'why':
        if (this.tab === 'undecided') break;
        return this.#recordKeys(undefined, population.evidenceColumns());
      case 'item':
        if (item && item.type !== 'patient')
          return this.#recordKeys(item, population.cellColumns(item.id, this.#ids));
    }
    if (kind === 'cpr')
      // Digits need no alphabet.
      return new FieldKeys(this.#fields(kind), unknown, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const absent = kind === 'status' || kind === 'note' ? none : unknown;
    return new FieldKeys(this.#fields(kind, item?.id), absent, compareText);
  }

  /** By row: what stands in a column of the patient's own. */
  #valuesOf(columnId: 'age' | 'sex'): readonly (Value | undefined)[] {
    return (this.#keysOf(columnId, []) as FieldKeys).values;
  }

  #recordKeys(item: RecordItem | undefined, keys: CellColumns): RecordKeys {
    return new RecordKeys(
      item,
      keys,
      this.population.vocabulary,
      this.#words,
      this.options.compareText,
    );
  }

  #fields(kind: Column['kind'], itemId?: string): readonly (Value | undefined)[] {
    const { population } = this;
    switch (kind) {
      case 'cpr':
        return this.#patients.map(({ cpr }) => cpr);
      case 'name':
        return this.#patients.map(({ name }) => name || undefined);
      case 'age':
        return this.#patients.map((patient) => ageOf(patient, population.asOf));
      case 'sex':
        return this.#patients.map(({ sex }) => sex);
      case 'status':
        return this.#ids.map((id) => this.#round?.statuses.get(id)?.status);
      case 'note':
        return this.#ids.map((id) => this.#round?.statuses.get(id)?.note);
      case 'why':
        return this.#ids.map((_, index) => this.row(index).why.short);
      default:
        return population.column(itemId ?? '', this.#ids).map(({ field }) => field);
    }
  }

  get #markerFlags() {
    // R22: markers are asked of members only.
    const { markers = [] } = this.tab === 'members' ? this.population.profile : {};
    return (this.#markers ??= markers.map(({ id, title, short, level, when }) => ({
      id,
      title: textIn(title, this.options.language),
      ...(short ? { short: textIn(short, this.options.language) } : {}),
      level,
      weight: weights[level],
      truths: this.population.truths(when),
    })));
  }

  /** Who misses a control: the profile's own question of the last 12 months, the other way round. */
  /** R22: the numerator is asked of those alone for whom the denominator is yes. */
  get #indicatorFlags() {
    const { population } = this;
    const { indicators = [] } = population.profile;
    return (this.#indicators ??= indicators.map(({ id, title, numerator, denominator }) => {
      const above = population.truths(numerator);
      const below = denominator ? population.truths(denominator) : above.map(() => 2);
      const truths = above.map((truth, row) => Math.min(truth, below[row]!));
      const words = textIn(title, this.options.language);
      return { id, title: words, truths, weight: 1, denominator: below };
    }));
  }

  get #controlFlags() {
    const items = this.tab === 'members' ? controlsOf(this.population.profile) : [];
    return (this.#controls ??= items.map((item) => {
      const { id, title, codes, source, condition } = item;
      const service = {
        ...(codes === undefined ? {} : { codes }),
        ...(source === undefined ? {} : { source }),
        when: { last: 'P12M' },
      };
      const missing = { not: { service } };
      const truths = this.population.truths(condition ? { all: [condition, missing] } : missing);
      return { id, title: textIn(title, this.options.language), truths, weight: 1, item };
    }));
  }

  #cameFlag(): Flag {
    const came = this.#round?.since?.came;
    const truths = Uint8Array.from(this.#ids, (id) => (came?.has(id) ? 2 : 0));
    return { id: 'came', title: '', truths, weight: 1 };
  }

  get #countsBy(): PriorityCounts {
    const { size } = this;
    const ofLevel = (level: MarkerLevel) =>
      countFlags(
        this.#markerFlags.filter((flag) => flag.level === level),
        2,
        size,
      );
    return (this.#counts ??= {
      critical: ofLevel('critical'),
      warning: ofLevel('warning'),
      info: ofLevel('info'),
      'undecided-markers': countFlags(this.#markerFlags, 1, size),
      'missing-control': countFlags(this.#controlFlags, 2, size),
      // One whose age is not known comes after those of any age.
      age: Uint8Array.from(this.#valuesOf('age'), (age) =>
        age === undefined ? 0 : Math.min(255, Number(age) + 1),
      ),
    });
  }

  get #patientTexts(): readonly string[] {
    return (this.#texts ??= this.#patients.map((patient, index) => {
      const note = this.#round?.statuses.get(this.#ids[index]!)?.note;
      const text = patientText(patient);
      return note ? `${text}\n${note.toLowerCase()}` : text;
    }));
  }

  #fit(columns: readonly Column[]): readonly Column[] {
    const step = Math.max(1, Math.floor(this.size / sampleSize));
    const sample: Row[] = [];
    for (let at = 0; at < Math.min(sampleSize, this.size); at++) sample.push(this.row(at * step));
    return columns.map((column) => {
      const { item } = column;
      if (!item) return column;
      const lengths = sample.map((row) => lengthOf(row.cell(item.id)));
      return {
        ...column,
        width: fitWidth(item, textIn(item.title, this.options.language), lengths),
      };
    });
  }
}

/** Rows that are kept, each with all it was asked for. */
const mostRows = 500;

const roundColumns = ['status', 'note', 'since'];

/** One critical marker outweighs any number of warnings, one warning any number of notes. */
const weights: Readonly<Record<MarkerLevel, number>> = { critical: 1e6, warning: 1e3, info: 1 };

/** Rows that tell how wide the columns need to be. */
const sampleSize = 60;

function lengthOf({ parts }: CellView): number {
  return parts.reduce((sum, { text, note }) => sum + text.length + (note ? note.length + 1 : 0), 0);
}
