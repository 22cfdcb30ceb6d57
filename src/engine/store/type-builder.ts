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

/**
 * Takes in the records of one type, patient by patient, and makes columns of them. Records of spans, of points and of
 * results are read by methods of their own, which meet records of few shapes: engines make such code fast.
 */
export abstract class TypeBuilder<Kept extends AnyRecord = AnyRecord> {
  #start: number[] = [0];
  #rows = 0;
  #code = new Uint32Array(1024);
  #detail = new Uint32Array(1024);
  #from = new Int32Array(1024);
  /** The rows of which a day is not known, and the other end of what it may be. */
  #partial: { readonly row: number; readonly fromLatest: Day; readonly toEarliest: Day }[] = [];
  #counts = new Uint32Array(1024);

  constructor(
    private readonly dictionary: Dictionary,
    private readonly type: RecordType,
  ) {}

  /** Takes in the records of the next patient. */
  add(records: readonly Kept[]): void {
    if (records.length > 0) {
      this.#makeRoom(records.length);
      this.addRows(records, 0, records.length);
    }
    this.#start.push(this.#rows);
  }

  /** As `add`, some records at a time. */
  *addInSteps(records: readonly Kept[]): Steps<void> {
    this.#makeRoom(records.length);
    for (let from = 0; from < records.length; from += itemsInStep) {
      if (from > 0) yield;
      this.addRows(records, from, Math.min(records.length, from + itemsInStep));
    }
    this.#start.push(this.#rows);
  }

  /** Everything taken in, in columns; the builder is empty again. */
  seal(): TypeColumns {
    const rows = this.#rows;
    const start = Uint32Array.from(this.#start);
    const code = this.#code.slice(0, rows);
    const { length } = this.dictionary.codes;
    if (this.#counts.length < length) this.#counts = new Uint32Array(2 * length);
    const own = this.sealOwn(rows);
    const columns: TypeColumns = {
      start,
      code,
      detail: this.#detail.slice(0, rows),
      ...this.#days(this.#from.slice(0, rows), own.to),
      value: own.value ?? new Float64Array(0),
      time: own.time ?? new Int32Array(0),
      postings: postRows(code, start, this.#counts),
    };
    this.#start = [0];
    this.#rows = 0;
    this.#partial = [];
    return columns;
  }

  /** Reads some records, each by `addRow` and by what its kind has besides. */
  protected abstract addRows(records: readonly Kept[], begin: number, end: number): void;

  /** Makes room in the columns of the kind. */
  protected abstract growOwn(length: number): void;

  /** The columns of the kind, as far as there are any: the builder is empty again. */
  protected abstract sealOwn(rows: number): OwnColumns;

  /** Takes in what all records have. The fields are read by who calls, who knows fewer records. */
  protected addRow(record: Kept, system: string, code: string, from: Day): number {
    const row = this.#rows++;
    const number = this.dictionary.numberOf(system, code);
    this.#code[row] = number;
    this.#detail[row] = this.dictionary.detailOf(record, number, this.type);
    this.#from[row] = from;
    return row;
  }

  /** Keeps between which days a row may begin, and end. */
  protected addPartial(row: number, fromLatest: Day, toEarliest: Day): void {
    this.#partial.push({ row, fromLatest, toEarliest });
  }

  /** Most segments have whole dates only, and need no more columns. */
  #days(from: Int32Array<ArrayBuffer>, to: Int32Array<ArrayBuffer> = from) {
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

  #makeRoom(more: number): void {
    if (this.#rows + more <= this.#code.length) return;
    const length = Math.max(this.#code.length * 2, this.#rows + more);
    this.#code = grown(this.#code, new Uint32Array(length));
    this.#detail = grown(this.#detail, new Uint32Array(length));
    this.#from = grown(this.#from, new Int32Array(length));
    this.growOwn(length);
  }
}

/** The columns that some kinds of records have. */
interface OwnColumns {
  readonly to?: Int32Array<ArrayBuffer>;
  readonly value?: Float64Array<ArrayBuffer>;
  readonly time?: Int32Array<ArrayBuffer>;
}

/** The builder for records of a type. */
export function typeBuilder(dictionary: Dictionary, type: RecordType): TypeBuilder {
  if (isSpan(type)) return new SpanBuilder(dictionary, type);
  return type === 'result'
    ? new ResultBuilder(dictionary, type)
    : new PointBuilder(dictionary, type);
}

class SpanBuilder extends TypeBuilder<SpanRecord> {
  #to = new Int32Array(1024);

  protected override addRows(records: readonly SpanRecord[], begin: number, end: number): void {
    for (let at = begin; at < end; at++) {
      const record = records[at]!;
      const first = dayOf(record.from);
      const last = record.to === undefined ? openEnd : dayOf(record.to);
      const row = this.addRow(record, record.system, record.code, first);
      this.#to[row] = last;
      const { fromLatest, toEarliest } = record;
      if (fromLatest === undefined && toEarliest === undefined) continue;
      this.addPartial(
        row,
        fromLatest === undefined ? first : dayOf(fromLatest),
        toEarliest === undefined ? last : dayOf(toEarliest),
      );
    }
  }

  protected override growOwn(length: number): void {
    this.#to = grown(this.#to, new Int32Array(length));
  }

  protected override sealOwn(rows: number): OwnColumns {
    return { to: this.#to.slice(0, rows) };
  }
}

class PointBuilder extends TypeBuilder<PointRecord> {
  readonly #times = new Times();

  protected override addRows(records: readonly PointRecord[], begin: number, end: number): void {
    for (let at = begin; at < end; at++) {
      const record = records[at]!;
      const day = dayOf(record.at);
      const row = this.addRow(record, record.system, record.code, day);
      this.#times.add(row, record.time);
      if (record.atLatest !== undefined) this.addPartial(row, dayOf(record.atLatest), day);
    }
  }

  protected override growOwn(length: number): void {
    this.#times.grow(length);
  }

  protected override sealOwn(rows: number): OwnColumns {
    return { time: this.#times.seal(rows) };
  }
}

class ResultBuilder extends TypeBuilder<ResultRecord> {
  readonly #times = new Times();
  #value = new Float64Array(1024);

  protected override addRows(records: readonly ResultRecord[], begin: number, end: number): void {
    for (let at = begin; at < end; at++) {
      const record = records[at]!;
      const day = dayOf(record.at);
      const row = this.addRow(record, record.system, record.code, day);
      this.#times.add(row, record.time);
      this.#value[row] = typeof record.value === 'number' ? record.value : NaN;
      if (record.atLatest !== undefined) this.addPartial(row, dayOf(record.atLatest), day);
    }
  }

  protected override growOwn(length: number): void {
    this.#times.grow(length);
    this.#value = grown(this.#value, new Float64Array(length));
  }

  protected override sealOwn(rows: number): OwnColumns {
    return { value: this.#value.slice(0, rows), time: this.#times.seal(rows) };
  }
}

/** The times of points. */
class Times {
  #seconds = new Int32Array(1024);
  #isAny = false;

  add(row: number, time: string | undefined): void {
    if (time === undefined) this.#seconds[row] = withoutTime;
    else {
      this.#seconds[row] = secondsOf(time);
      this.#isAny = true;
    }
  }

  grow(length: number): void {
    this.#seconds = grown(this.#seconds, new Int32Array(length));
  }

  /** None where no record has one: lists of services and results often have no time at all. */
  seal(rows: number): Int32Array<ArrayBuffer> {
    const seconds = this.#seconds.slice(0, this.#isAny ? rows : 0);
    this.#isAny = false;
    return seconds;
  }
}

function grown<Column extends { set(from: Column): void }>(column: Column, into: Column): Column {
  into.set(column);
  return into;
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
