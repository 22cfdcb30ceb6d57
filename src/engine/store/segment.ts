/**
 * A few thousand patients in columns, sealed: nothing in it changes any more, so that what was found in it
 * once stays found. A clinic is a list of them.
 */
import {
  byReason,
  isOfDeath,
  isSpan,
  mostClinicRejections,
  recordTypes,
  type CheckedPatient,
  type CoverageByType,
  type Hint,
  type Patient,
  type PointRecord,
  type RecordType,
  type Rejection,
  type SpanRecord,
} from '../../record/index.ts';
import { dayOf, openEnd, openStart, type Day } from '../../record/days.ts';
import { itemsInStep, type Steps } from '../steps.ts';
import type { Dictionary } from './dictionary.ts';

/** The records of one type, those of a patient one after another in the order supplied. */
export interface TypeColumns {
  /** By patient: its first row. One longer than there are patients: the last is the number of rows. */
  readonly start: Uint32Array<ArrayBuffer>;
  /** By row: number in the dictionary. */
  readonly code: Uint32Array<ArrayBuffer>;
  readonly detail: Uint32Array<ArrayBuffer>;
  /** By row: the first day of a span, the day of a point; where it is not known to the day, the first that it may be. */
  readonly from: Int32Array<ArrayBuffer>;
  /** By row: the last day of a span, the last that it may be; `openEnd` where it goes on. Of points as `from`. */
  readonly to: Int32Array<ArrayBuffer>;
  /** By row: the last day that `from` may be, and the first that `to` may be (R4a). */
  readonly fromLatest: Int32Array<ArrayBuffer>;
  readonly toEarliest: Int32Array<ArrayBuffer>;
  /** Whether all days are known: then the two are `from` and `to` themselves, and of points all four are one. */
  readonly isWhole: boolean;
  /** By row, results only: the number; NaN where the value is a text. */
  readonly value: Float64Array<ArrayBuffer>;
  /** By row, points only: seconds after midnight as written; −1 without a time. */
  readonly time: Int32Array<ArrayBuffer>;
  readonly postings: Postings;
}

/** The rows of each code. */
export interface Postings {
  /** The codes that occur, ascending. */
  readonly codes: Uint32Array<ArrayBuffer>;
  /** By place in `codes`: where its rows begin in `rows`. One longer than `codes`. */
  readonly start: Uint32Array<ArrayBuffer>;
  /** Rows, grouped by code, ascending within it. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** By place in `rows`: the patient. */
  readonly patients: Uint16Array<ArrayBuffer>;
}

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
      recordTypes.map((type) => [type, new TypeBuilder(dictionary, type)]),
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

type AnyRecord = CheckedPatient['records'][RecordType][number];

function hasKeys(object: object): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return true;
  return false;
}

class TypeBuilder {
  #start: number[] = [0];
  #rows = 0;
  #code = new Uint32Array(1024);
  #detail = new Uint32Array(1024);
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  /** The rows of which a day is not known, and the other end of what it may be. */
  #partial: { readonly row: number; readonly fromLatest: Day; readonly toEarliest: Day }[] = [];
  #value = new Float64Array(1024);
  #time = new Int32Array(1024);
  #counts = new Uint32Array(1024);
  readonly #isOfSpans: boolean;

  constructor(
    private readonly dictionary: Dictionary,
    private readonly type: RecordType,
  ) {
    this.#isOfSpans = isSpan(type);
  }

  /** Takes in the records of the next patient. */
  add(records: CheckedPatient['records'][RecordType]): void {
    if (this.#rows + records.length > this.#code.length) this.#grow(records.length);
    if (records.length > 0) this.#addRows(records, 0, records.length);
    this.#start.push(this.#rows);
  }

  /** As `add`, some records at a time. */
  *addInSteps(records: CheckedPatient['records'][RecordType]): Steps<void> {
    if (this.#rows + records.length > this.#code.length) this.#grow(records.length);
    for (let from = 0; from < records.length; from += itemsInStep) {
      if (from > 0) yield;
      this.#addRows(records, from, Math.min(records.length, from + itemsInStep));
    }
    this.#start.push(this.#rows);
  }

  #addRows(records: readonly AnyRecord[], begin: number, end: number): void {
    for (let at = begin; at < end; at++) {
      const record = records[at]!;
      const row = this.#rows++;
      const code = this.dictionary.numberOf(record.system, record.code);
      this.#code[row] = code;
      this.#detail[row] = this.dictionary.detailOf(record, code);
      if (this.#isOfSpans) this.#addSpan(row, record as SpanRecord);
      else this.#addPoint(row, record as PointRecord & { readonly value?: number | string });
    }
  }

  #addSpan(row: number, { from, to, fromLatest, toEarliest }: SpanRecord): void {
    const first = dayOf(from);
    const last = to === undefined ? openEnd : dayOf(to);
    this.#from[row] = first;
    this.#to[row] = last;
    if (fromLatest === undefined && toEarliest === undefined) return;
    this.#partial.push({
      row,
      fromLatest: fromLatest === undefined ? first : dayOf(fromLatest),
      toEarliest: toEarliest === undefined ? last : dayOf(toEarliest),
    });
  }

  #addPoint(
    row: number,
    { at, atLatest, time, value }: PointRecord & { readonly value?: number | string },
  ): void {
    const day = dayOf(at);
    this.#from[row] = day;
    this.#time[row] = time === undefined ? -1 : secondsOf(time);
    this.#value[row] = typeof value === 'number' ? value : NaN;
    if (atLatest !== undefined)
      this.#partial.push({ row, fromLatest: dayOf(atLatest), toEarliest: day });
  }

  seal(): TypeColumns {
    const rows = this.#rows;
    const isOfSpans = this.#isOfSpans;
    const start = Uint32Array.from(this.#start);
    const code = this.#code.slice(0, rows);
    const from = this.#from.slice(0, rows);
    const { length } = this.dictionary.codes;
    if (this.#counts.length < length) this.#counts = new Uint32Array(2 * length);
    const columns: TypeColumns = {
      start,
      code,
      detail: this.#detail.slice(0, rows),
      ...this.#days(from, isOfSpans ? this.#to.slice(0, rows) : from),
      value: this.#value.slice(0, this.type === 'result' ? rows : 0),
      time: this.#time.slice(0, isOfSpans ? 0 : rows),
      postings: postRows(code, start, this.#counts),
    };
    this.#start = [0];
    this.#rows = 0;
    this.#partial = [];
    return columns;
  }

  /** Most segments have whole dates only, and need no more columns. */
  #days(from: Int32Array<ArrayBuffer>, to: Int32Array<ArrayBuffer>) {
    if (this.#partial.length === 0)
      return { from, to, fromLatest: from, toEarliest: to, isWhole: true };
    const fromLatest = from.slice();
    const toEarliest = to.slice();
    // A point is at its latest where its beginning is.
    const last = from === to ? fromLatest : to;
    for (const each of this.#partial) {
      fromLatest[each.row] = each.fromLatest;
      toEarliest[each.row] = each.toEarliest;
    }
    return { from, to: last, fromLatest, toEarliest, isWhole: false };
  }

  #grow(more: number): void {
    const length = Math.max(this.#code.length * 2, this.#rows + more);
    const grown = <Column extends { set(from: Column): void }>(column: Column, into: Column) => {
      into.set(column);
      return into;
    };
    this.#code = grown(this.#code, new Uint32Array(length));
    this.#detail = grown(this.#detail, new Uint32Array(length));
    this.#from = grown(this.#from, new Int32Array(length));
    this.#to = grown(this.#to, new Int32Array(length));
    this.#value = grown(this.#value, new Float64Array(length));
    this.#time = grown(this.#time, new Int32Array(length));
  }
}

/**
 * Groups rows by code: counts, then places (a counting sort). `counts` is as long as there are codes, and
 * zero before and after: the cost follows the rows, not the dictionary.
 */
function postRows(code: Uint32Array, start: Uint32Array, counts: Uint32Array): Postings {
  const found: number[] = [];
  for (const each of code) if (counts[each]!++ === 0) found.push(each);
  const codes = Uint32Array.from(found).sort();
  const begins = new Uint32Array(codes.length + 1);
  codes.forEach((each, ref) => {
    begins[ref + 1] = begins[ref]! + counts[each]!;
    counts[each] = begins[ref]!;
  });
  const rows = new Uint32Array(code.length);
  const patients = new Uint16Array(code.length);
  for (let patient = 0; patient + 1 < start.length; patient++)
    for (let row = start[patient]!; row < start[patient + 1]!; row++) {
      const to = counts[code[row]!]!++;
      rows[to] = row;
      patients[to] = patient;
    }
  for (const each of found) counts[each] = 0;
  return { codes, start: begins, rows, patients };
}

/** Of `hh:mm` or `hh:mm:ss`. */
function secondsOf(time: string): number {
  return 3600 * Number(time.slice(0, 2)) + 60 * Number(time.slice(3, 5)) + Number(time.slice(6, 8));
}
