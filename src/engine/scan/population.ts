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
import { ItemCells } from './cells.ts';
import { evaluationContextOf, type EvaluationContext } from './evaluation-context.ts';
import { evidenceColumnsInSteps } from './evidence-columns.ts';
import { cellColumnsInSteps } from './cell-columns.ts';
import { membersIn, outIn } from './membership.ts';
import { TruthCache } from './truth-cache.ts';
import { no, truthOf, unknown, yes } from './truth-vector.ts';
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

/** Who is in the population, of those who were in the clinic at one moment. */
export interface Decided extends Evaluation {
  readonly segments: readonly Segment[];
  /** By segment: who was no longer there at that moment. */
  readonly gone: readonly ReadonlySet<number>[];
  readonly members: Found;
  readonly undecided: Found;
  /** By segment and patient: 1 who is not asked (R21). */
  readonly out: readonly Uint8Array[];
  readonly size: number;
}

/** Patients, by where they are and by id. */
interface Found {
  readonly refs: RowRef[];
  readonly ids: string[];
}

/**
 * Decides who is in the population: in each step a question of a segment. What is answered is kept for all who ask it of
 * the clinic on the date.
 */
export function* decideMembers(
  { nodes }: Plan,
  clinic: Clinic,
  asOf: CalendarDate,
): Steps<Decided> {
  const { evaluation, truthCache } = evaluationOf(clinic, asOf);
  const segments = [...clinic.segments];
  const gone = segments.map((_, index) => new Set(clinic.goneFrom(index)));
  const members: Found = { refs: [], ids: [] };
  const undecided: Found = { refs: [], ids: [] };
  const outs: Uint8Array[] = [];
  let size = 0;
  for (const [index, segment] of segments.entries()) {
    yield* truthCache.askInSteps(nodes.include, segment);
    if (nodes.exclude) yield* truthCache.askInSteps(nodes.exclude, segment);
    const away = gone[index]!;
    const out = outIn(segment, evaluation);
    outs.push(out);
    const truths = membersIn(segment, nodes, truthCache, out, evaluation);
    for (let patient = 0; patient < segment.size; patient++) {
      if (away.size > 0 && away.has(patient)) continue;
      if (out[patient] === 0) size++;
      const truth = truths[patient];
      if (truth === no) continue;
      const found = truth === yes ? members : undecided;
      found.refs.push({ segment, patient });
      found.ids.push(segment.patients[patient]!.id);
    }
    if (index % segmentsInStep === segmentsInStep - 1) yield;
  }
  return { evaluation, truthCache, segments, gone, members, undecided, out: outs, size };
}

/**
 * Asks what a list of the population begins with, as far as a clinic that is being fetched is here: what is answered
 * then is not waited for when it is whole. Can be gone on with again and again, and asks each segment once.
 */
export class EarlyAnswers {
  #asked = 0;

  constructor(
    private readonly plan: Plan,
    private readonly clinic: Clinic,
    private readonly asOf: CalendarDate,
  ) {}

  *goOn(): Steps<void> {
    const { include, exclude, markers } = this.plan.nodes;
    const { truthCache } = evaluationOf(this.clinic, this.asOf);
    while (this.#asked < this.clinic.sealed.length) {
      const segment = this.clinic.sealed[this.#asked++]!;
      for (const node of [include, exclude, ...markers])
        if (node) yield* truthCache.askInSteps(node, segment);
    }
  }
}

/** So many segments whose questions are all answered already are gone through in one step. */
const segmentsInStep = 2;

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
  readonly #memberRefs: readonly RowRef[];
  readonly #undecidedRefs: readonly RowRef[];
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
    this.#cells = new ItemCells(plan, decided.evaluation, decided.truthCache, (ref) =>
      this.#contextAt(ref),
    );
    const members = inOrder(decided.members, clinic);
    const undecided = inOrder(decided.undecided, clinic);
    this.#memberRefs = members.refs;
    this.#undecidedRefs = undecided.refs;
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
    const refs = this.#refsOf(patientIds);
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
    return this.#refsOf(patientIds).map((ref) => truthOf(this.#byteAt(node, ref)));
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
    for (const ref of this.#refsOf(patientIds)) {
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
    return yield* this.#bytesInSteps(node, this.#refsOf(patientIds));
  }

  cellColumns(itemId: string, patientIds?: readonly string[]): CellColumns {
    return finish(this.cellColumnsInSteps(itemId, patientIds));
  }

  *cellColumnsInSteps(itemId: string, patientIds?: readonly string[]): Steps<CellColumns> {
    const index = indexOfItem(this.profile, itemId);
    const item = this.profile.information[index]!;
    if (item.type === 'patient') throw new RangeError(`The item "${itemId}" has no records.`);
    const { conditions, selections } = this.plan.nodes;
    const refs = this.#refsOf(patientIds);
    const condition = conditions[index];
    const asked = condition && (yield* this.#bytesInSteps(condition, refs));
    return yield* cellColumnsInSteps(this.#evaluation, item, selections[index], refs, asked);
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
      this.#refsOf(patientIds),
      (ref) => recordsIn(evidenceOf(findMembership(this.#contextAt(ref)).include)),
    );
  }

  patients(patientIds?: readonly string[]): readonly Patient[] {
    return this.#refsOf(patientIds).map(({ segment, patient }) => segment.patients[patient]!);
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
      const bottom = denominator && this.#bytesAt(denominator, this.#memberRefs);
      const top = this.#bytesAt(numerator, this.#memberRefs);
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
    const found: Found = { refs: [], ids: [] };
    for (const [index, segment] of this.#segments.entries())
      for (let patient = 0; patient < segment.size; patient++)
        if (this.#out[index]![patient] === 0 && !this.#gone[index]!.has(patient)) {
          found.refs.push({ segment, patient });
          found.ids.push(segment.patients[patient]!.id);
        }
    return inOrder(found, this.clinic).ids;
  }

  #byteAt(node: Node, { segment, patient }: RowRef): number {
    return this.#truthCache.ask(node, segment)[patient]!;
  }

  *#bytesInSteps(node: Node, refs: readonly RowRef[]): Steps<Uint8Array> {
    let last: Segment | undefined;
    for (const { segment } of refs)
      if (segment !== last) yield* this.#truthCache.askInSteps(node, (last = segment));
    return this.#bytesAt(node, refs);
  }

  #bytesAt(node: Node, refs: readonly RowRef[]): Uint8Array {
    const bytes = new Uint8Array(refs.length);
    let last: Segment | undefined;
    let truths = bytes;
    for (let at = 0; at < refs.length; at++) {
      const { segment, patient } = refs[at]!;
      if (segment !== last) truths = this.#truthCache.ask(node, (last = segment));
      bytes[at] = truths[patient]!;
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

  #refsOf(patientIds: readonly string[] | undefined): readonly RowRef[] {
    if (!patientIds || patientIds === this.members) return this.#memberRefs;
    if (patientIds === this.undecided) return this.#undecidedRefs;
    return patientIds.map((id) => this.#refOf(id));
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

function idAt({ segment, patient }: RowRef): string {
  return segment.patients[patient]!.id;
}

/** A patient who was replaced stands last in the columns, and keeps the old place in the clinic. */
function inOrder(found: Found, clinic: Clinic): Found {
  if (!clinic.isReordered) return found;
  const order = new Map(clinic.ids.map((id, index) => [id, index]));
  const orderOf = (ref: RowRef) => order.get(idAt(ref)) ?? 0;
  const refs = [...found.refs].sort((a, b) => orderOf(a) - orderOf(b));
  return { refs, ids: refs.map(idAt) };
}

interface Evaluation {
  readonly evaluation: EvaluationContext;
  readonly truthCache: TruthCache;
}

/** A clinic's surveys, the latest dates last. */
const evaluations = new WeakMap<Clinic, Map<CalendarDate, Evaluation>>();
const mostDates = 4;

/** One survey for a clinic and date, whatever profiles are asked: they share the answers. */
function evaluationOf(clinic: Clinic, asOf: CalendarDate): Evaluation {
  let byDate = evaluations.get(clinic);
  if (!byDate) evaluations.set(clinic, (byDate = new Map<CalendarDate, Evaluation>()));
  let cached = byDate.get(asOf);
  if (!cached) {
    const evaluation = evaluationContextOf(clinic.dictionary, clinic.coverage, asOf);
    cached = { evaluation, truthCache: new TruthCache(evaluation) };
  }
  byDate.delete(asOf);
  byDate.set(asOf, cached);
  for (const oldest of byDate.keys()) if (byDate.size > mostDates) byDate.delete(oldest);
  return cached;
}
