import type { Criterion } from '../../profile/index.ts';
import { recordTypes, type CalendarDate, type Patient } from '../../record/index.ts';
import type { Clinic } from '../store/clinic.ts';
import { restoreLazily, type RowRef, type Segment } from '../store/index.ts';
import type { Plan } from '../query/compile.ts';
import { NodeMaker, type Node } from '../query/nodes.ts';
import { evidenceOf, recordsIn } from '../evidence.ts';
import { finish, itemsInStep, type Steps } from '../steps.ts';
import { EvaluatedPatient, indexOfItem } from '../reference/evaluated-patient.ts';
import { findMembership, type PatientContext } from '../reference/index.ts';
import { unknownAge, type SegmentAges } from './ages.ts';
import { ItemCells } from './cells.ts';
import { inOrder, type Decided, type Found } from './decide.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { evidenceColumnsInSteps } from './evidence-columns.ts';
import { cellColumnsInSteps } from './cell-columns.ts';
import { idAt, RowRuns } from './row-runs.ts';
import type { TruthCache } from './truth-cache.ts';
import { truthOf, unknown, yes } from './truth-vector.ts';
import type {
  Cell,
  CellColumns,
  Finding,
  IndicatorValue,
  MarkerHit,
  Membership,
  Population,
  Truth,
  Vocabulary,
} from '../types.ts';

/** So many outcomes are kept, with the records and cells in them: a screen needs no more, and a file goes through all. */
const mostOutcomes = 1000;

/** So many cells of one column are made in one step. */
const cellsInStep = 512;

/** A profile's outcome over the columns. Who is in it is known at once, the rest when it is asked for. */
export class EvaluatedPopulation implements Population {
  readonly profile;
  readonly members: readonly string[];
  readonly undecided: readonly string[];
  readonly size: number;
  readonly #segments: readonly Segment[];
  /** By segment: who was no longer there at the moment of evaluation. */
  readonly #gone: readonly ReadonlySet<number>[];
  /** As `Decided` has it. */
  readonly #out: readonly Uint8Array[];
  #asked: readonly string[] | undefined;
  readonly #evaluation: EvaluationContext;
  readonly #truthCache: TruthCache;
  readonly #ages: SegmentAges;
  readonly #memberRows: RowRuns;
  readonly #undecidedRows: RowRuns;
  #known: ReadonlySet<Segment> | undefined;
  /** Those that were asked for last. */
  readonly #outcomes = new Map<string, EvaluatedPatient>();
  /** Of patients with very many records, which take a while to work out: they are kept. */
  readonly #longOutcomes = new Map<string, EvaluatedPatient>();
  readonly #cells: ItemCells;

  constructor(
    private readonly plan: Plan,
    private readonly clinic: Clinic,
    readonly asOf: CalendarDate,
    decided: Decided,
  ) {
    this.profile = plan.profile;
    this.#segments = decided.segments;
    this.#gone = decided.gone;
    this.#out = decided.out;
    this.#evaluation = decided.evaluation;
    this.#truthCache = decided.truthCache;
    this.#ages = decided.ages;
    this.#cells = new ItemCells(plan, decided.evaluation, decided.truthCache, (ref) =>
      this.#contextAt(ref),
    );
    const { members, undecided } = decided;
    this.#memberRows = members.rows;
    this.#undecidedRows = undecided.rows;
    this.members = members.ids;
    this.undecided = undecided.ids;
    this.size = decided.size;
    // The clinic's order is that of the moment of evaluation.
    if (clinic.isReordered) this.#asked = this.#findAsked();
  }

  get asked(): readonly string[] {
    return (this.#asked ??= this.#findAsked());
  }

  outcome(patientId: string): EvaluatedPatient {
    const known = this.#outcomes.get(patientId) ?? this.#longOutcomes.get(patientId);
    if (known) return known;
    const ref = this.#refOf(patientId);
    const outcome = new EvaluatedPatient(this.#contextAt(ref), this.#cells.of(ref));
    const isLong = ref.segment.long.has(ref.patient);
    if (!isLong && this.#outcomes.size >= mostOutcomes)
      this.#outcomes.delete(this.#outcomes.keys().next().value!);
    (isLong ? this.#longOutcomes : this.#outcomes).set(patientId, outcome);
    return outcome;
  }

  withManyRecords(patientIds?: readonly string[]): readonly string[] {
    if (!this.#segments.some(({ long }) => long.size > 0)) return [];
    const { refs } = this.#rowsOf(patientIds);
    return refs.filter(({ segment, patient }) => segment.long.has(patient)).map(idAt);
  }

  *workOut(patientId: string): Steps<void> {
    const outcome = this.outcome(patientId);
    const { records } = outcome.patient;
    for (const type of recordTypes) if (records[type].length >= itemsInStep) yield;
    yield* outcome.workOut({ cells: true });
  }

  membership(patientId: string): Membership {
    return this.outcome(patientId).membership;
  }

  findingInSteps(patientId: string, criterion: Criterion): Steps<Finding> {
    return this.outcome(patientId).finding(criterion);
  }

  markers(patientId: string): readonly MarkerHit[] {
    return this.outcome(patientId).markers;
  }

  markerTruths(markerId: string, patientIds?: readonly string[]): readonly Truth[] {
    const { markers = [] } = this.profile;
    const node = this.plan.nodes.markers[markers.findIndex(({ id }) => id === markerId)];
    if (!node) throw new RangeError(`The profile has no marker "${markerId}".`);
    return Array.from(this.#bytesAt(node, this.#rowsOf(patientIds)), truthOf);
  }

  cell(patientId: string, itemId: string): Cell {
    return this.outcome(patientId).cell(itemId);
  }

  column(itemId: string, patientIds?: readonly string[]): readonly Cell[] {
    return finish(this.columnInSteps(itemId, patientIds));
  }

  *columnInSteps(itemId: string, patientIds?: readonly string[]): Steps<readonly Cell[]> {
    const index = indexOfItem(this.profile, itemId);
    const cells: Cell[] = [];
    for (const ref of this.#rowsOf(patientIds).refs) {
      cells.push(this.#cells.at(ref, index));
      if (cells.length % cellsInStep === 0) yield;
    }
    return cells;
  }

  truths(criterion: Criterion, patientIds?: readonly string[]): Uint8Array {
    return finish(this.truthsInSteps(criterion, patientIds));
  }

  *truthsInSteps(criterion: Criterion, patientIds?: readonly string[]): Steps<Uint8Array> {
    const node = new NodeMaker(this.profile).nodeOf(criterion);
    return yield* this.#bytesInSteps(node, this.#rowsOf(patientIds));
  }

  cellColumns(itemId: string, patientIds?: readonly string[]): CellColumns {
    return finish(this.cellColumnsInSteps(itemId, patientIds));
  }

  *cellColumnsInSteps(itemId: string, patientIds?: readonly string[]): Steps<CellColumns> {
    const index = indexOfItem(this.profile, itemId);
    const item = this.profile.information[index]!;
    if (item.type === 'patient') throw new RangeError(`The item "${itemId}" has no records.`);
    const { conditions, selections } = this.plan.nodes;
    const rows = this.#rowsOf(patientIds);
    const condition = conditions[index];
    const asked = condition && (yield* this.#bytesInSteps(condition, rows));
    return yield* cellColumnsInSteps(this.#evaluation, item, selections[index], rows.refs, asked);
  }

  evidenceColumns(patientIds?: readonly string[]): CellColumns {
    return finish(this.evidenceColumnsInSteps(patientIds));
  }

  evidenceColumnsInSteps(patientIds?: readonly string[]): Steps<CellColumns> {
    return evidenceColumnsInSteps(
      this.#evaluation,
      this.#truthCache,
      new NodeMaker(this.profile),
      this.profile.population.include,
      this.#rowsOf(patientIds).refs,
      (ref) => recordsIn(evidenceOf(findMembership(this.#contextAt(ref)).include)),
    );
  }

  patients(patientIds?: readonly string[]): readonly Patient[] {
    return this.#rowsOf(patientIds).runs.flatMap(({ segment, patients }) =>
      patients.map((patient) => segment.patients[patient]!),
    );
  }

  *agesInSteps(patientIds?: readonly string[]): Steps<readonly (number | undefined)[]> {
    const ages: (number | undefined)[] = [];
    for (const { segment, patients } of this.#rowsOf(patientIds).runs) {
      const own = this.#ages.of(segment);
      for (const patient of patients)
        ages.push(own[patient] === unknownAge ? undefined : own[patient]);
      yield;
    }
    return ages;
  }

  get vocabulary(): Vocabulary {
    return this.clinic.dictionary;
  }

  /** R22: unknown is counted beside, never inside. */
  indicators(): readonly IndicatorValue[] {
    const { indicators = [] } = this.profile;
    return indicators.map((indicator, index) => {
      const { numerator, denominator } = this.plan.nodes.indicators[index]!;
      const counts = { denominator: 0, numerator: 0, unknownNumerator: 0, unknownDenominator: 0 };
      const bottom = denominator && this.#bytesAt(denominator, this.#memberRows);
      const top = this.#bytesAt(numerator, this.#memberRows);
      for (let at = 0; at < top.length; at++) {
        const below = bottom?.[at] ?? yes;
        if (below === unknown) counts.unknownDenominator++;
        if (below !== yes) continue;
        counts.denominator++;
        const above = top[at];
        if (above === yes) counts.numerator++;
        if (above === unknown) counts.unknownNumerator++;
      }
      const known = counts.denominator - counts.unknownNumerator;
      return { indicator, ...counts, ...(known > 0 ? { share: counts.numerator / known } : {}) };
    });
  }

  #findAsked(): readonly string[] {
    const found: Found = { rows: new RowRuns(), ids: [] };
    for (const [index, segment] of this.#segments.entries()) {
      const gone = this.#gone[index]!;
      const asked: number[] = [];
      for (const [patient, isOut] of this.#out[index]!.entries())
        if (isOut === 0 && !gone.has(patient)) asked.push(patient);
      found.rows.addRun(segment, asked);
      for (const patient of asked) found.ids.push(segment.patients[patient]!.id);
    }
    return inOrder(found, this.clinic).ids;
  }

  *#bytesInSteps(node: Node, rows: RowRuns): Steps<Uint8Array> {
    for (const { segment } of rows.runs) yield* this.#truthCache.askInSteps(node, segment);
    return this.#bytesAt(node, rows);
  }

  #bytesAt(node: Node, rows: RowRuns): Uint8Array {
    const bytes = new Uint8Array(rows.size);
    let at = 0;
    for (const { segment, patients } of rows.runs) {
      const truths = this.#truthCache.ask(node, segment);
      for (const patient of patients) bytes[at++] = truths[patient]!;
    }
    return bytes;
  }

  #contextAt({ segment, patient }: RowRef): PatientContext {
    const { dictionary, coverage } = this.clinic;
    return {
      profile: this.profile,
      patient: restoreLazily(segment, patient, dictionary),
      clinicCoverage: coverage,
      asOf: this.asOf,
    };
  }

  #rowsOf(patientIds: readonly string[] | undefined): RowRuns {
    if (!patientIds || patientIds === this.members) return this.#memberRows;
    if (patientIds === this.undecided) return this.#undecidedRows;
    return RowRuns.of(patientIds.map((id) => this.#refOf(id)));
  }

  /** @throws {RangeError} when there was no such patient at the moment of evaluation. */
  #refOf(patientId: string): RowRef {
    const ref = this.#currentRefOf(patientId) ?? this.#formerRefOf(patientId);
    if (!ref) throw new RangeError('The patient is not in the clinic.');
    return ref;
  }

  /** Where the clinic has the patient now, if that is where the patient was at the moment of evaluation. */
  #currentRefOf(patientId: string): RowRef | undefined {
    const now = this.clinic.refOf(patientId);
    this.#known ??= new Set(this.#segments);
    return now && this.#known.has(now.segment) ? now : undefined;
  }

  /** One who was replaced or taken out since. */
  #formerRefOf(patientId: string): RowRef | undefined {
    for (const [index, segment] of this.#segments.entries()) {
      const gone = this.#gone[index]!;
      const patient = segment.patients.findIndex(
        ({ id }, ref) => id === patientId && !gone.has(ref),
      );
      if (patient >= 0) return { segment, patient };
    }
    return undefined;
  }
}
