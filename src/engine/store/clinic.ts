import {
  addUnidentified,
  checkPatient,
  checkPatientInSteps,
  readCoverage,
  type CheckedPatient,
  type CheckOutcome,
  type CoverageByType,
  type Hint,
  type PatientRecords,
  type Rejection,
} from '../../record/index.ts';
import { finish, type Steps } from '../steps.ts';
import { lookOver } from './look-over.ts';
import {
  countRecords,
  Dictionary,
  manyRecords,
  restorePatient,
  SegmentBuilder,
  type Code,
  type Detail,
  type RowRef,
  type Segment,
} from './index.ts';

/** A segment from elsewhere, and what is new in its dictionary. */
export interface AdoptedSegment {
  readonly segment?: Segment;
  readonly codes: readonly Code[];
  readonly details: readonly Detail[];
  readonly unidentified: readonly Rejection[];
}

/**
 * All records that an adapter supplied, checked, in columns. Batches may come in any size and order; the
 * same patient again replaces what was there, and costs that patient only.
 */
export class Clinic {
  /** @internal */
  readonly dictionary = new Dictionary();
  /** As it was read: what cannot be read covers nothing. */
  readonly coverage: CoverageByType;
  readonly #builder = new SegmentBuilder(this.dictionary);
  #segments: Segment[] = [];
  /** By id, in the order in which the patients first came: segment × `room` + place. */
  readonly #refs = new Map<string, number>();
  /** By segment: the patients who were replaced or taken out since. The builder is the segment to be. */
  #gone: Set<number>[] = [];
  #isReordered = false;
  #revision = 0;
  /** Whole patients that could not be told from others, those alike in one. */
  readonly #unidentified: Rejection[] = [];

  /** @param coverage What the clinic's data covers, by type; a patient's own coverage goes before it. */
  constructor(coverage: CoverageByType) {
    this.coverage = readCoverage(coverage);
  }

  /** Number of patients. */
  get size(): number {
    return this.#refs.size;
  }

  /**
   * Changes whenever a patient has come, been replaced, or gone.
   * @internal
   */
  get revision(): number {
    return this.#revision;
  }

  /** Whether a patient of this id is here. */
  has(id: string): boolean {
    return this.#refs.has(id);
  }

  /** Ids in the order in which the patients first came. */
  get ids(): readonly string[] {
    return [...this.#refs.keys()];
  }

  /** Everything that failed the check, patient by patient. */
  get rejected(): readonly Rejection[] {
    const found: Rejection[] = [...this.#unidentified];
    this.segments.forEach((segment, index) => {
      for (const [patient, entries] of segment.rejected)
        // One by one: a patient may have more than a call has room for.
        if (!this.#gone[index]?.has(patient)) for (const entry of entries) found.push(entry);
    });
    return found;
  }

  /** What looks odd though it could be read, by patient. */
  get hints(): ReadonlyMap<string, readonly Hint[]> {
    const found = new Map<string, readonly Hint[]>();
    this.segments.forEach((segment, index) => {
      for (const [patient, hints] of segment.hints)
        if (!this.#gone[index]?.has(patient)) found.set(segment.patients[patient]!.id, hints);
    });
    return found;
  }

  /** The patients whose own coverage goes before the clinic's (R9), with it. */
  get ownCoverage(): ReadonlyMap<string, CoverageByType> {
    const found = new Map<string, CoverageByType>();
    this.segments.forEach((segment, index) => {
      const own = segment.classes.map(({ coverage }) => Object.keys(coverage).length > 0);
      if (!own.includes(true)) return;
      for (let patient = 0; patient < segment.size; patient++) {
        const number = segment.classOf[patient]!;
        if (own[number] && !this.#gone[index]?.has(patient))
          found.set(segment.patients[patient]!.id, segment.classes[number]!.coverage);
      }
    });
    return found;
  }

  patient(id: string): CheckedPatient | undefined {
    const ref = this.refOf(id);
    return ref && restorePatient(ref.segment, ref.patient, this.dictionary);
  }

  /** Checks and takes in a batch. Never throws: what cannot be read is set aside. */
  add(batch: readonly PatientRecords[]): void {
    for (const supplied of batch) {
      const checked = this.#identified(checkPatient(supplied));
      if (!checked) continue;
      if (isLong(checked)) finish(this.#takeAlone(checked));
      else this.#take(checked);
    }
  }

  /** As `add`; a patient with very many records some of them at a time. Between two steps everybody is here whole. */
  *addInSteps(batch: readonly PatientRecords[]): Steps<void> {
    for (const supplied of batch) {
      const checked = this.#identified(yield* checkPatientInSteps(supplied));
      if (checked) yield* this.takeInSteps(checked);
    }
  }

  /** Takes in a patient that has passed the check. Between two steps everybody is here whole. */
  *takeInSteps(checked: CheckedPatient): Steps<void> {
    if (isLong(checked)) yield* this.#takeAlone(checked);
    else this.#take(checked);
  }

  /**
   * Takes over columns that were built elsewhere, by a builder whose dictionary this clinic follows.
   * @internal
   */
  adopt({ segment, codes, details, unidentified }: AdoptedSegment): void {
    this.dictionary.extend(codes, details);
    for (const entry of unidentified) addUnidentified(this.#unidentified, entry);
    if (!segment) return;
    this.#seal();
    const first = this.#segments.length * room;
    segment.patients.forEach(({ id }, patient) => this.#settle(id, first + patient));
    this.#segments.push(segment);
  }

  /** Takes a patient out; answers whether there was one. */
  remove(id: string): boolean {
    this.#revision++;
    this.#leave(id);
    return this.#refs.delete(id);
  }

  /**
   * The columns. What was taken in since the last time is a segment of its own.
   * @internal
   */
  get segments(): readonly Segment[] {
    this.#seal();
    return this.#segments;
  }

  /**
   * The columns that are whole already, while patients are still being taken in.
   * @internal
   */
  get sealed(): readonly Segment[] {
    return this.#segments;
  }

  /**
   * Whether a patient has very many records: of them everything takes a while.
   * @internal
   */
  get hasLong(): boolean {
    return this.segments.some(({ long }) => long.size > 0);
  }

  /** @internal */
  refOf(id: string): RowRef | undefined {
    // Sealing may move patients: a place told before is old.
    const { segments } = this;
    const ref = this.#refs.get(id);
    if (ref === undefined) return undefined;
    return { segment: segments[Math.floor(ref / room)]!, patient: ref % room };
  }

  /**
   * The patients of the segment with this index who are no longer there.
   * @internal
   */
  goneFrom(index: number): ReadonlySet<number> {
    return this.#gone[index] ?? nobody;
  }

  /**
   * Whether the patients' order is no longer that of the segments, because some were replaced.
   * @internal
   */
  get isReordered(): boolean {
    return this.#isReordered;
  }

  /** The patient, where there is one who can be told from others; what was rejected of nobody is kept. */
  #identified({ patient, rejected }: CheckOutcome): CheckedPatient | undefined {
    if (!patient) for (const entry of rejected) addUnidentified(this.#unidentified, entry);
    return patient;
  }

  #take(checked: CheckedPatient): void {
    const first = this.#segments.length * room;
    this.#settle(checked.patient.id, first + this.#builder.add(checked));
    if (this.#builder.isFull) this.#seal();
  }

  /** A patient with very many records is a segment of their own, which is here when it is whole. */
  *#takeAlone(checked: CheckedPatient): Steps<void> {
    const builder = new SegmentBuilder(this.dictionary);
    const rejected = this.#builder.keep(checked.rejected);
    yield* builder.addInSteps({ ...checked, rejected });
    yield;
    const segment = builder.seal();
    this.#seal();
    this.#settle(checked.patient.id, this.#segments.length * room);
    this.#segments.push(segment);
  }

  /** A patient is here from now on; whoever had this id before is replaced. */
  #settle(id: string, ref: number): void {
    this.#revision++;
    this.#isReordered = this.#leave(id) || this.#isReordered;
    this.#refs.set(id, ref);
  }

  /** Whoever has this id is gone from the columns. */
  #leave(id: string): boolean {
    const ref = this.#refs.get(id);
    if (ref === undefined) return false;
    (this.#gone[Math.floor(ref / room)] ??= new Set()).add(ref % room);
    return true;
  }

  #seal(): void {
    if (this.#builder.size === 0) return;
    const small = this.#segments.length - this.#segments.findLastIndex(isLarge) - 1;
    if (small >= mostSmall) this.#gather(small);
    const segment = this.#builder.seal();
    lookOver(segment, this.dictionary);
    this.#segments.push(segment);
  }

  /** Many small segments at the end, of patients who came one by one, become one again. */
  #gather(count: number): void {
    const builder = new SegmentBuilder(this.dictionary);
    const first = this.#segments.length - count;
    const waiting = this.#gone[this.#segments.length];
    for (let index = first; index < this.#segments.length; index++) {
      const segment = this.#segments[index]!;
      for (let patient = 0; patient < segment.size; patient++) {
        if (this.#gone[index]?.has(patient)) continue;
        const restored = restorePatient(segment, patient, this.dictionary);
        this.#refs.set(restored.patient.id, first * room + builder.add(restored));
      }
    }
    this.#segments = [...this.#segments.slice(0, first), builder.seal()];
    this.#gone = this.#gone.slice(0, first);
    // The builder's own patients move along: their segment has another number now.
    if (waiting) this.#gone[first + 1] = waiting;
    for (const [id, ref] of this.#refs)
      if (ref >= (first + count) * room) this.#refs.set(id, (first + 1) * room + (ref % room));
  }
}

/** More than a segment's patients, so that one number tells both. */
const room = 65_536;
const mostSmall = 16;

/** Whether to gather it with others would be more work than it saves: so it is of one with very many records. */
function isLarge(segment: Segment): boolean {
  return segment.size >= 64 || (segment.size === 1 && segment.long.size === 1);
}

function isLong({ records }: CheckedPatient): boolean {
  return countRecords(records) >= manyRecords;
}

const nobody: ReadonlySet<number> = new Set();
