/**
 * A few thousand patients in columns, sealed: nothing in it changes any more, so that what was found in it
 * once stays found. A clinic is a list of them.
 */
import {
  byReason,
  isOfDeath,
  mostClinicRejections,
  recordTypes,
  type CheckedPatient,
  type CoverageByType,
  type Hint,
  type Patient,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { dayOf, openEnd, openStart } from '../../record/days.ts';
import type { Steps } from '../steps.ts';
import type { TypeColumns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { typeBuilder, type TypeBuilder } from './type-builder.ts';

/** What patients have in common about what is known of them. */
export interface CoverageClass {
  readonly coverage: CoverageByType;
  readonly supplied: ReadonlySet<RecordType>;
}

export interface Segment {
  /** Number of patients. A patient is known by its place here. */
  readonly size: number;
  readonly patients: readonly Patient[];
  /** The first day that it may have been; `openStart` where there is no birth date, or it cannot be read. */
  readonly born: Int32Array<ArrayBuffer>;
  /** The last day that it may have been; `openEnd` where there is no date of death, or it cannot be read. */
  readonly died: Int32Array<ArrayBuffer>;
  /** The patients of whom a date of birth or death is not known to the day, or could not be read. */
  readonly doubtfulLives: Uint16Array<ArrayBuffer>;
  /** 1 female, 2 male, 0 not known. */
  readonly sex: Uint8Array<ArrayBuffer>;
  /** The first and the last day on which the patient may have joined the clinic; `openStart` and `openEnd` where nothing is known. */
  readonly registered: Int32Array<ArrayBuffer>;
  readonly registeredLatest: Int32Array<ArrayBuffer>;
  /** 1 on the clinic's list, 2 not, 0 not known. */
  readonly listed: Uint8Array<ArrayBuffer>;
  readonly classes: readonly CoverageClass[];
  /** By patient: place in `classes`. */
  readonly classOf: Uint16Array<ArrayBuffer>;
  /** What failed the check, of those few patients who have any. */
  readonly rejected: ReadonlyMap<number, readonly Rejection[]>;
  /** What looks odd, of those few patients who have any. */
  readonly hints: ReadonlyMap<number, readonly Hint[]>;
  /** Those few patients who have at least `manyRecords`. */
  readonly long: ReadonlySet<number>;
  readonly types: Readonly<Record<RecordType, TypeColumns>>;
}

/** Where a patient is: a segment, and a place in it. */
export interface RowRef {
  readonly segment: Segment;
  readonly patient: number;
}

/** A segment holds no more patients than this (they are numbered in 16 bits) … */
const mostPatients = 4096;
/** … and is sealed soon after this many records: sealing takes a few milliseconds. */
const mostRecords = 65_536;

/** Of a patient with so many records everything takes a while: some are gone through at a time. */
export const manyRecords = 8192;

/** Takes patients in, and seals them to a segment. */
export class SegmentBuilder {
  #patients: Patient[] = [];
  #born: number[] = [];
  #died: number[] = [];
  #sex: number[] = [];
  #registered: number[] = [];
  #registeredLatest: number[] = [];
  #listed: number[] = [];
  #doubtfulLives: number[] = [];
  #classes: CoverageClass[] = [];
  #classNumbers = new Map<string, number>();
  /** By what they supplied: the class of those without coverage of their own, as nearly all are. */
  #plainClasses = new Map<ReadonlySet<RecordType>, number>();
  #classOf: number[] = [];
  #rejected = new Map<number, readonly Rejection[]>();
  #hints = new Map<number, readonly Hint[]>();
  #long = new Set<number>();
  #records = 0;
  /** Of all segments. */
  #rejections = 0;
  readonly #types: Readonly<Record<RecordType, TypeBuilder>>;

  constructor(private readonly dictionary: Dictionary) {
    this.#types = Object.fromEntries(
      recordTypes.map((type) => [type, typeBuilder(dictionary, type)]),
    ) as Record<RecordType, TypeBuilder>;
  }

  /** Number of patients taken in since the last seal. */
  get size(): number {
    return this.#patients.length;
  }

  get isFull(): boolean {
    return this.size >= mostPatients || this.#records >= mostRecords;
  }

  /** Where a clinic has more than are kept one by one, those of whoever comes later are kept by their reason. */
  keep(rejected: readonly Rejection[]): readonly Rejection[] {
    const kept = this.#rejections < mostClinicRejections ? rejected : byReason(rejected);
    this.#rejections += kept.length;
    return kept;
  }

  /** Takes a patient in; answers its place. */
  add(checked: CheckedPatient): number {
    const { records } = checked;
    const ref = this.#addPatient(checked);
    for (const type of recordTypes) this.#types[type].add(records[type]);
    return ref;
  }

  /** As `add`, some records at a time: nothing else may be taken in, or sealed, in between. */
  *addInSteps(checked: CheckedPatient): Steps<number> {
    const { records } = checked;
    const ref = this.#addPatient(checked);
    for (const type of recordTypes) yield* this.#types[type].addInSteps(records[type]);
    return ref;
  }

  /** Takes in all of a patient but the records. */
  #addPatient(checked: CheckedPatient): number {
    const { patient, records, supplied, coverage, rejected, hints } = checked;
    const ref = this.#patients.push(patient) - 1;
    this.#born.push(patient.birthDate === undefined ? openStart : dayOf(patient.birthDate));
    const { deceased, deceasedLatest = deceased } = patient;
    this.#died.push(deceasedLatest === undefined ? openEnd : dayOf(deceasedLatest));
    if (isDoubtful(patient) || rejected.some(isOfDeath)) this.#doubtfulLives.push(ref);
    this.#sex.push(patient.sex === 'female' ? 1 : patient.sex === 'male' ? 2 : 0);
    const { registered, registeredLatest = registered, listed } = patient;
    this.#registered.push(registered === undefined ? openStart : dayOf(registered));
    this.#registeredLatest.push(registeredLatest === undefined ? openEnd : dayOf(registeredLatest));
    this.#listed.push(listed === undefined ? 0 : listed ? 1 : 2);
    this.#classOf.push(this.#classFor(coverage, supplied));
    if (rejected.length > 0) this.#rejected.set(ref, this.keep(rejected));
    if (hints) this.#hints.set(ref, hints);
    const own = countRecords(records);
    this.#records += own;
    if (own >= manyRecords) this.#long.add(ref);
    return ref;
  }

  /** Everything taken in, as a segment; the builder is empty again. */
  seal(): Segment {
    const segment: Segment = {
      size: this.#patients.length,
      patients: this.#patients,
      born: Int32Array.from(this.#born),
      died: Int32Array.from(this.#died),
      sex: Uint8Array.from(this.#sex),
      registered: Int32Array.from(this.#registered),
      registeredLatest: Int32Array.from(this.#registeredLatest),
      listed: Uint8Array.from(this.#listed),
      doubtfulLives: Uint16Array.from(this.#doubtfulLives),
      classes: this.#classes,
      classOf: Uint16Array.from(this.#classOf),
      rejected: this.#rejected,
      hints: this.#hints,
      long: this.#long,
      types: Object.fromEntries(
        recordTypes.map((type) => [type, this.#types[type].seal()]),
      ) as Record<RecordType, TypeColumns>,
    };
    this.#patients = [];
    this.#born = [];
    this.#died = [];
    this.#sex = [];
    this.#registered = [];
    this.#registeredLatest = [];
    this.#listed = [];
    this.#doubtfulLives = [];
    this.#classes = [];
    this.#classNumbers = new Map();
    this.#plainClasses = new Map();
    this.#classOf = [];
    this.#rejected = new Map();
    this.#hints = new Map();
    this.#long = new Set();
    this.#records = 0;
    return segment;
  }

  #classFor(coverage: CoverageByType, supplied: ReadonlySet<RecordType>): number {
    if (hasKeys(coverage)) return this.#numberOf(coverage, supplied);
    let number = this.#plainClasses.get(supplied);
    if (number === undefined) {
      number = this.#numberOf(coverage, supplied);
      this.#plainClasses.set(supplied, number);
    }
    return number;
  }

  #numberOf(coverage: CoverageByType, supplied: ReadonlySet<RecordType>): number {
    const key = JSON.stringify([coverage, recordTypes.map((type) => supplied.has(type))]);
    let number = this.#classNumbers.get(key);
    if (number === undefined) {
      number = this.#classes.push({ coverage, supplied }) - 1;
      this.#classNumbers.set(key, number);
    }
    return number;
  }
}

/** How many records a patient has, of all types. */
export function countRecords(records: CheckedPatient['records']): number {
  let count = 0;
  for (const type of recordTypes) count += records[type].length;
  return count;
}

function isDoubtful({ birthDateLatest, deceasedLatest }: Patient): boolean {
  return birthDateLatest !== undefined || deceasedLatest !== undefined;
}

function hasKeys(object: object): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return true;
  return false;
}
