/** The cells of one record item for many patients at once, as numbers only: no record is restored. */
import { showOf, windowOfItem, type RecordItem } from '../../profile/index.ts';
import { openEnd, openStart } from '../../record/days.ts';
import type { Steps } from '../steps.ts';
import type { RowRef, Segment, TypeColumns } from '../store/index.ts';
import type { Selection } from '../query/nodes.ts';
import { windowOn } from '../reference/windows.ts';
import type { CellColumns, DaysBetween } from '../types.ts';
import { cellOrder } from './cell-order.ts';
import {
  coveredFrom,
  daysOf,
  isCovered,
  type Days,
  type EvaluationContext,
} from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { no, unknown, yes } from './truth-vector.ts';

/** As in `cellStates`. */
const [value, none, undecided, notAsked] = [0, 1, 2, 3];

/** So many patients are looked at in one step. */
const patientsInStep = 2048;

/**
 * The cells, some patients in each step.
 *
 * @param selection Absent where the item gives no codes.
 * @param asked By place: how the item's condition came out.
 */
export function* cellColumnsInSteps(
  evaluation: EvaluationContext,
  item: RecordItem,
  selection: Selection | undefined,
  refs: readonly RowRef[],
  asked: Uint8Array | undefined,
): Steps<CellColumns> {
  const { length } = refs;
  const states = new Uint8Array(length);
  const counts = new Uint32Array(length);
  const days = new Int32Array(length);
  const values = new Float64Array(item.type === 'result' ? length : 0);
  const pairs = new PairList(length);
  const daysBetween = new Map<number, DaysBetween>();
  const isCounted = showOf(item) === 'count';
  const [least, mayBeMore] = [new Uint32Array(length), new Uint8Array(length)];
  const keys = {
    ...{ states, counts, days, values, start: pairs.start },
    ...(isCounted ? { least, mayBeMore } : {}),
    daysBetween,
  };
  if (!selection) {
    for (let at = 0; at < length; at++)
      states[at] = (asked?.[at] ?? yes) === no ? notAsked : undecided;
    return { ...keys, ...pairs.seal() };
  }
  const rows = new Rows(selection, evaluation);
  const window = windowOfItem(item);
  const range = daysOf(window, evaluation.asOf);
  const span = windowOn(window, evaluation.asOf);
  const inOrder = cellOrder(item, evaluation);
  const isNext = showOf(item) === 'next';
  const look = (begin: number, end: number) => {
    let segment: Segment | undefined;
    let covered: readonly boolean[] = [];
    for (let at = begin; at < end; at++) {
      const ref = refs[at]!;
      if (ref.segment !== segment) {
        segment = ref.segment;
        covered = segment.classes.map((known) =>
          isCovered(coveredFrom(evaluation, known, selection, range), range.from),
        );
      }
      const truth = asked?.[at] ?? yes;
      if (truth === yes) {
        const columns = segment.types[item.type];
        const inWindow = rows.of(columns, ref.patient, range);
        const found = inOrder(inWindow, columns);
        const first = found[0];
        const certain = () => inWindow.filter((row) => rows.isSurelyIn(columns, row, range)).length;
        const isComplete = () =>
          covered[segment!.classOf[ref.patient]!]! &&
          rows.uncertainOf(columns, ref.patient, range).length === 0 &&
          (!segment!.rejected.has(ref.patient) ||
            rows.rejectedOf(segment!, ref.patient, span).length === 0);
        if (isCounted) {
          least[at] = certain();
          mayBeMore[at] = isComplete() ? 0 : 1;
        }
        if (first === undefined)
          states[at] = isComplete() && certain() === inWindow.length ? none : undecided;
        else {
          states[at] = value;
          counts[at] = found.length;
          days[at] = columns.from[first]!;
          if (!columns.isWhole) {
            const between = daysOfFirst(found, columns, range, rows, isNext);
            if (between.first !== between.last) daysBetween.set(at, between);
          }
          if (item.type === 'result') values[at] = columns.value[first]!;
          for (const row of found) pairs.add(columns.code[row]!, columns.detail[row]!);
        }
      } else states[at] = truth === unknown ? undecided : notAsked;
      pairs.next();
    }
  };
  for (let begin = 0; begin < length; begin += patientsInStep) {
    look(begin, Math.min(length, begin + patientsInStep));
    yield;
  }
  return { ...keys, ...pairs.seal() };
}

/**
 * R4a: the days that the newest of some rows may be of, or of those to come the soonest. What only may be in the
 * window bounds it on one side alone.
 */
function daysOfFirst(
  found: readonly number[],
  columns: TypeColumns,
  range: Days,
  rows: Rows,
  isNext: boolean,
): DaysBetween {
  const sure = found.filter((row) => rows.isSurelyIn(columns, row, range));
  const first = (row: number) => columns.from[row]!;
  const last = (row: number) => Math.min(rows.latestOf(columns, row), range.to);
  return isNext
    ? { first: least(found, first), last: least(sure, last) }
    : { first: greatest(sure, first), last: greatest(found, last) };
}

/** One by one: they may be more than a call has room for. */
function least(rows: readonly number[], dayOf: (row: number) => number): number {
  return rows.reduce((day, row) => Math.min(day, dayOf(row)), openEnd);
}

function greatest(rows: readonly number[], dayOf: (row: number) => number): number {
  return rows.reduce((day, row) => Math.max(day, dayOf(row)), openStart);
}

/** By patient a list of codes with their details, each pair once, in the order added. */
export class PairList {
  readonly start: Uint32Array<ArrayBuffer>;
  #codes = new Uint32Array(1024);
  #details = new Uint32Array(1024);
  #patient = 0;
  #end = 0;

  constructor(patients: number) {
    this.start = new Uint32Array(patients + 1);
  }

  /** Answers whether it was not there. */
  add(code: number, detail: number): boolean {
    for (let at = this.start[this.#patient]!; at < this.#end; at++)
      if (this.#codes[at] === code && this.#details[at] === detail) return false;
    if (this.#end === this.#codes.length) {
      const [codes, details] = [this.#codes, this.#details];
      this.#codes = new Uint32Array(2 * this.#end);
      this.#details = new Uint32Array(2 * this.#end);
      this.#codes.set(codes);
      this.#details.set(details);
    }
    this.#codes[this.#end] = code;
    this.#details[this.#end++] = detail;
    return true;
  }

  /** What is added from here on is the next patient's. */
  next(): void {
    this.start[++this.#patient] = this.#end;
  }

  seal() {
    return {
      codes: this.#codes.slice(0, this.#end),
      details: this.#details.slice(0, this.#end),
    };
  }
}
