/** Which rows a selection means: its codes and source as tables over the dictionary, made once. */
import { openEnd, openStart } from '../../record/days.ts';
import { isCancellable, normalizeSource, type Rejection } from '../../record/index.ts';
import type { Detail, Dictionary, Segment, TypeColumns } from '../store/index.ts';
import type { Selection } from '../query/nodes.ts';
import { codeTable, type CodeTable } from './codes.ts';
import type { Days } from './evaluation-context.ts';
import { Table } from './table.ts';

/** The rows of a selection, in any segment. */
export class Rows {
  readonly #codes: CodeTable | undefined;
  readonly #details: Table<Detail> | undefined;

  constructor(
    readonly selection: Selection,
    dictionary: Dictionary,
  ) {
    const { type, codes, source } = selection;
    if (codes) this.#codes = codeTable(codes, dictionary);
    // R5: what is cancelled counts for nothing.
    if (source !== undefined || isCancellable(type))
      this.#details = new Table(dictionary.details, (detail) =>
        detail.status !== 'cancelled' && (source === undefined || isFrom(detail, source)) ? 1 : 0,
      );
  }

  /** By detail: whether source and status are right; undefined where all are. */
  get details(): Int32Array | undefined {
    return this.#details?.numbers;
  }

  /** Calls back for every row with code, source and window right: code by code, ascending within each. */
  each(segment: Segment, days: Days, visit: (row: number, patient: number) => void): void {
    const codes = this.#codes?.meant;
    if (!codes) {
      this.eachByPatient(segment, days, visit);
      return;
    }
    const { from, to } = days;
    if (from > to) return;
    const columns = segment.types[this.selection.type];
    const { postings } = columns;
    const { details } = this;
    for (const code of codes) {
      const ref = refOf(postings.codes, code);
      if (ref < 0) continue;
      const end = postings.start[ref + 1]!;
      for (let at = postings.start[ref]!; at < end; at++) {
        const row = postings.rows[at]!;
        if (
          columns.from[row]! <= to &&
          columns.to[row]! >= from &&
          (details === undefined || details[columns.detail[row]!] === 1)
        )
          visit(row, postings.patients[at]!);
      }
    }
  }

  /** As `each`, patient by patient: for many codes, and where a patient's rows are wanted together. */
  eachByPatient(
    segment: Segment,
    { from, to }: Days,
    visit: (row: number, patient: number) => void,
  ): void {
    if (from > to) return;
    const columns = segment.types[this.selection.type];
    const { details } = this;
    const codes = this.#codes?.flags;
    const { start } = columns;
    for (let patient = 0; patient < segment.size; patient++) {
      const end = start[patient + 1]!;
      for (let row = start[patient]!; row < end; row++)
        if (
          columns.from[row]! <= to &&
          columns.to[row]! >= from &&
          (codes === undefined || codes[columns.code[row]!] === 1) &&
          (details === undefined || details[columns.detail[row]!] === 1)
        )
          visit(row, patient);
    }
  }

  /** The rows of one patient with code, source and window right, ascending. */
  of(columns: TypeColumns, patient: number, { from, to }: Days = always): number[] {
    const codes = this.#codes?.flags;
    const { details } = this;
    const rows: number[] = [];
    if (from > to) return rows;
    for (let row = columns.start[patient]!; row < columns.start[patient + 1]!; row++)
      if (
        columns.from[row]! <= to &&
        columns.to[row]! >= from &&
        (codes === undefined || codes[columns.code[row]!] === 1) &&
        (details === undefined || details[columns.detail[row]!] === 1)
      )
        rows.push(row);
    return rows;
  }

  /** By patient: 1 where some row has code, source and window right. */
  owners(segment: Segment, days: Days = always): Uint8Array {
    const owners = new Uint8Array(segment.size);
    this.each(segment, days, (_, patient) => {
      owners[patient] = 1;
    });
    return owners;
  }

  /** R3: the patients with records set aside that might have answered, and those records. */
  eachRejection(
    segment: Segment,
    visit: (patient: number, entries: readonly Rejection[]) => void,
  ): void {
    for (const patient of segment.rejected.keys()) {
      const own = this.rejectedOf(segment, patient);
      if (own.length > 0) visit(patient, own);
    }
  }

  /** R3: the records of one patient that were set aside and might have answered. */
  rejectedOf(segment: Segment, patient: number): readonly Rejection[] {
    const entries = segment.rejected.get(patient) ?? [];
    return entries.filter((entry) => this.#mightAnswer(entry));
  }

  #mightAnswer({ type, system, code }: Rejection): boolean {
    if (type !== this.selection.type) return false;
    return (
      !this.#codes ||
      code === undefined ||
      system === undefined ||
      this.#codes.matches(system, code)
    );
  }
}

const always: Days = { from: openStart, to: openEnd };

function isFrom({ source }: Detail, asked: string): boolean {
  return source !== undefined && normalizeSource(source) === asked;
}

/** Where a number stands in ascending ones; −1 when it does not. */
function refOf(ascending: Uint32Array, number: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle]!;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
