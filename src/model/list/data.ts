import type { Population, Steps, Vocabulary } from '../../engine/index.ts';
import type { Language } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import { SteppedValue } from '../steps.ts';
import { sameExempt, type ExemptMarkers } from '../rounds/exempt-markers.ts';
import { ListFlags, type ExemptRows } from './flags.ts';
import { PriorityCounts, type PrioritySource } from './priority.ts';
import { DoneRows } from './rows/done.ts';
import { PopulationRow } from './rows/row.ts';
import { VocabularySearch } from './rows/vocabulary-search.ts';
import type { CompareText } from './rows/sort.ts';
import type { ListRound, ListTab, OtherList, RowStatus } from './types.ts';

export interface ListOptions {
  readonly tab: ListTab;
  readonly language: Language;
  /** Compares in the reader's alphabet: the model has none of its own. */
  readonly compareText: CompareText;
  /** Patients that came from the clinic. */
  readonly patients: number;
  /** Patients of the clinic that did not come; `unknown` where it does not say how many. Default none. */
  readonly notFetched?: number | 'unknown';
  readonly round?: ListRound | undefined;
  /** What other lists the patients may be on. */
  readonly others?: readonly OtherList[] | undefined;
  /** Whether the user may open a journal from the list; default true. */
  readonly mayOpenJournal?: boolean | undefined;
}

/** Of so many patients something is looked up in about two milliseconds. */
const patientsInStep = 4000;

/** Rows that are kept with the cells made for them: a screen needs no more. */
const mostRows = 500;

/** What every part of one list works on: its patients in the population's order, the round, and the rows made so far. */
export class ListData implements PrioritySource {
  readonly tab: ListTab;
  readonly ids: readonly string[];
  readonly patients: readonly Patient[];
  readonly size: number;
  readonly flags: ListFlags;
  /** What the rules of priority find; others whenever other markers are exempted. */
  counts: PriorityCounts;
  readonly search: VocabularySearch;
  readonly mayOpenJournal: boolean;
  /** The round as it is now; absent where there is none. */
  round: ListRound | undefined;
  /** Who was dealt with when the rows were put in order. */
  readonly done: DoneRows;
  readonly #long: readonly string[];
  #exempt: ExemptRows = new Map();
  readonly #rows = new Map<number, PopulationRow>();
  /** The rows of patients with very many records, which take a while to make: they are kept. */
  readonly #longRows = new Map<number, PopulationRow>();
  readonly #ages = new SteppedValue(() => this.population.agesInSteps(this.ids));
  readonly #indexes = new SteppedValue(() => this.#findIndexes());

  constructor(
    readonly population: Population,
    readonly options: ListOptions,
  ) {
    this.tab = options.tab;
    this.ids = population[options.tab];
    this.size = this.ids.length;
    this.patients = population.patients(this.ids);
    this.#long = population.withManyRecords(this.ids);
    this.flags = new ListFlags(population, options.tab, options.language, options.others);
    this.counts = new PriorityCounts(this);
    this.search = new VocabularySearch(population.vocabulary);
    this.round = options.round;
    this.done = new DoneRows(this);
    this.takeExemptions();
    this.mayOpenJournal = options.mayOpenJournal ?? true;
  }

  get language(): Language {
    return this.options.language;
  }

  get compareText(): CompareText {
    return this.options.compareText;
  }

  get vocabulary(): Vocabulary {
    return this.population.vocabulary;
  }

  /** By row, in completed years on the date of evaluation; undefined where it is not known. */
  get ages(): readonly (number | undefined)[] {
    return this.#ages.value;
  }

  /** Whether patients have so many records that their rows are to be made ready. */
  get hasLongRows(): boolean {
    return this.#long.length > 0;
  }

  /** Makes what every view of the list needs, in steps. */
  *prepare(): Steps<void> {
    for (const id of this.#long) {
      const index = this.indexOf(id);
      const row = this.row(index);
      this.#longRows.set(index, row);
      yield* row.prepare();
    }
    yield* this.flags.prepare();
    yield* this.#ages.steps();
    // Whoever is dealt with in a round is known by id, and looked for at once.
    if (this.round?.done?.size) yield* this.prepareIndexes();
  }

  /** Makes what `indexOf` looks in, in steps. */
  *prepareIndexes(): Steps<void> {
    yield* this.#indexes.steps();
  }

  /** @throws {RangeError} when there is no such row. */
  idAt(index: number): string {
    const id = this.ids[index];
    if (id === undefined) throw new RangeError(`The list has no row ${index}.`);
    return id;
  }

  /** The row of a patient; −1 when the patient is not in the list. */
  indexOf(patientId: string): number {
    return this.#indexes.value.get(patientId) ?? -1;
  }

  *#findIndexes(): Steps<ReadonlyMap<string, number>> {
    const indexes = new Map<string, number>();
    for (const id of this.ids) {
      indexes.set(id, indexes.size);
      if (indexes.size % patientsInStep === 0) yield;
    }
    return indexes;
  }

  /** @throws {RangeError} when there is no such row. */
  row(index: number): PopulationRow {
    let row = this.#madeAt(index);
    if (!row) {
      if (this.#rows.size >= mostRows) this.#rows.clear();
      row = new PopulationRow(index, this.idAt(index), this.population, this.language, () =>
        this.exemptAt(index),
      );
      this.#rows.set(index, row);
    }
    return row;
  }

  /** Drops the cells of some columns, in the rows made so far or in one of them. */
  forgetCells(columnIds: readonly string[], index?: number): void {
    if (index !== undefined) this.#madeAt(index)?.forget(columnIds);
    else
      for (const row of [...this.#rows.values(), ...this.#longRows.values()]) row.forget(columnIds);
  }

  #madeAt(index: number): PopulationRow | undefined {
    return this.#longRows.get(index) ?? this.#rows.get(index);
  }

  /** Which markers of a patient are exempted; undefined where none is. */
  exemptAt(index: number): ExemptMarkers | undefined {
    return this.#exempt.get(index);
  }

  /** Whether anything is exempted of anybody. */
  get hasExempt(): boolean {
    return this.#exempt.size > 0;
  }

  /**
   * Takes which markers are exempted now. Answers the rows in which others are than before.
   *
   * @param rows Those that may have changed; default all.
   */
  takeExemptions(rows?: readonly number[]): readonly number[] {
    const { exempt = new Map<string, ExemptMarkers>() } = this.round ?? {};
    const asked = rows ?? [
      ...new Set([
        ...this.#exempt.keys(),
        ...[...exempt.keys()].map((id) => this.indexOf(id)).filter((index) => index >= 0),
      ]),
    ];
    const changed = asked.filter(
      (index) => !sameExempt(this.#exempt.get(index), exempt.get(this.idAt(index))),
    );
    if (changed.length === 0) return changed;
    const now = new Map(this.#exempt);
    for (const index of changed) {
      const own = exempt.get(this.idAt(index));
      if (own) now.set(index, own);
      else now.delete(index);
      this.#madeAt(index)?.forgetMarkers();
    }
    this.#exempt = now;
    this.flags.setExempt(now);
    this.counts = new PriorityCounts(this);
    return changed;
  }

  statusAt(index: number): RowStatus | undefined {
    return this.round?.statuses.get(this.idAt(index));
  }

  /** Whether the patient has come since the last round. */
  isNewAt(index: number): boolean {
    return this.round?.since?.came.has(this.idAt(index)) ?? false;
  }
}
