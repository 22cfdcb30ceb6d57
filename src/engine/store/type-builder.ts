import {
  isSpan,
  type CheckedPatient,
  type PointRecord,
  type RecordType,
  type ResultRecord,
  type SpanRecord,
} from '../../record/index.ts';
import { dayOf, openEnd, type Day } from '../../record/days.ts';
import { itemsInStep, type Steps } from '../steps.ts';
import { withoutTime, type Postings, type TypeColumns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';

type AnyRecord = CheckedPatient['records'][RecordType][number];

/** Takes in the records of one type, patient by patient, and makes columns of them. */
export class TypeBuilder {
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
  #isTimed = false;
  #counts = new Uint32Array(1024);
  readonly #isOfSpans: boolean;
  readonly #isOfResults: boolean;

  constructor(
    private readonly dictionary: Dictionary,
    type: RecordType,
  ) {
    this.#isOfSpans = isSpan(type);
    this.#isOfResults = type === 'result';
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
      else this.#addPoint(row, record as PointRecord);
      if (this.#isOfResults) this.#addValue(row, record as ResultRecord);
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

  #addPoint(row: number, { at, atLatest, time }: PointRecord): void {
    const day = dayOf(at);
    this.#from[row] = day;
    if (time === undefined) this.#time[row] = withoutTime;
    else {
      this.#time[row] = secondsOf(time);
      this.#isTimed = true;
    }
    if (atLatest !== undefined)
      this.#partial.push({ row, fromLatest: dayOf(atLatest), toEarliest: day });
  }

  #addValue(row: number, { value }: ResultRecord): void {
    this.#value[row] = typeof value === 'number' ? value : NaN;
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
      value: this.#value.slice(0, this.#isOfResults ? rows : 0),
      // Lists of services and results often have no time at all.
      time: this.#time.slice(0, this.#isTimed ? rows : 0),
      postings: postRows(code, start, this.#counts),
    };
    this.#start = [0];
    this.#rows = 0;
    this.#partial = [];
    this.#isTimed = false;
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
