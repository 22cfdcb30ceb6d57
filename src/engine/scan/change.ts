/** R19c: the latest result less another one of the same: what has changed. */
import { openStart, type Day } from '../../record/days.ts';
import { decimalDifference } from '../../record/index.ts';
import type { TypeColumns } from '../store/index.ts';
import type { Question } from '../query/nodes.ts';
import { difference } from '../reference/change.ts';
import { judgeNumbers, mirrored, numbersAsked, type Interval } from '../reference/values.ts';
import type { Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { isKnownToTheDay, PickedRows } from './pick.ts';
import { Rows } from './rows.ts';
import { truthByte, no, unknown } from './truth-vector.ts';
import { exactly, intervalsIn, numbersIn } from './values.ts';
import { coverageIn, daysFor, windowPlacer } from './windows.ts';

type Changing = Extract<Question, { kind: 'change' }>;

export function changeScanner(
  evaluation: EvaluationContext,
  { selection, window, from, value }: Changing,
): Scanner {
  const { plausible: _, ...bounds } = value;
  const rows = new Rows(selection, evaluation);
  const place = windowPlacer(evaluation, window);
  const numbers = numbersIn(value, evaluation.dictionary);
  const intervals = intervalsIn(value, evaluation.dictionary);
  const judge = exactly(bounds);
  const asked = numbersAsked(bounds);
  return (segment) => {
    const columns = segment.types.result;
    const placed = place(segment);
    const [numberOf, intervalOf] = [numbers(), intervals()];
    const inDoubt = new Set<number>();
    const newest = new PickedRows(segment.size, columns, 'latest');
    const found = new FoundRows();
    rows.each(segment, placed, (row, patient, isSure) => {
      if (!isSure || !isKnownToTheDay(columns, row)) inDoubt.add(patient);
      newest.add(patient, row);
      found.add(patient, row);
    });
    const latest = Int32Array.from({ length: segment.size }, (_, patient) => newest.of(patient));
    const others: Others =
      from === 'previous' || from === 'earliest'
        ? new DatedOthers(segment.size, columns, from, numberOf, intervalOf)
        : new ExtremeOthers(segment.size, columns, from, numberOf, intervalOf);
    found.each((patient, row) => {
      if (row !== latest[patient]) others.add(patient, row);
    });
    const covers = coverageIn(evaluation, segment, selection, placed);
    const truths = new Uint8Array(segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      const hasOther = others.has(patient);
      const { from: first } = daysFor(placed, patient);
      if (!covers(patient, hasOther ? others.needs(patient, first) : first))
        truths[patient] = unknown;
      else if (!hasOther) truths[patient] = no;
      else {
        const [one, other] = [numberOf(columns, latest[patient]!), others.number(patient)];
        truths[patient] =
          Number.isNaN(one) || Number.isNaN(other)
            ? truthByte(
                judgeNumbers(
                  difference(intervalOf(columns, latest[patient]!), others.numbers(patient)),
                  asked,
                ),
              )
            : judge(decimalDifference(one, other));
      }
    }
    rows.eachRejection(segment, placed, (patient) => {
      truths[patient] = unknown;
    });
    return { truths, doubtful: inDoubt };
  };
}

/** Rows of a selection with their patients, kept to be gone through once more. */
class FoundRows {
  #pairs = new Int32Array(1024);
  #length = 0;

  add(patient: number, row: number): void {
    if (this.#length === this.#pairs.length) {
      const grown = new Int32Array(2 * this.#length);
      grown.set(this.#pairs);
      this.#pairs = grown;
    }
    this.#pairs[this.#length++] = patient;
    this.#pairs[this.#length++] = row;
  }

  each(visit: (patient: number, row: number) => void): void {
    for (let at = 0; at < this.#length; at += 2) visit(this.#pairs[at]!, this.#pairs[at + 1]!);
  }
}

type NumberOf = (columns: TypeColumns, row: number) => number;
type IntervalOf = (columns: TypeColumns, row: number) => Interval;

/** By patient: what the latest is held against. */
interface Others {
  add(patient: number, row: number): void;
  has(patient: number): boolean;
  /** NaN where it is no one number. */
  number(patient: number): number;
  /** All that it may be. */
  numbers(patient: number): Interval;
  /** The day from which on it must be covered. */
  needs(patient: number, start: Day): Day;
}

class DatedOthers implements Others {
  readonly #picked: PickedRows;

  constructor(
    size: number,
    private readonly columns: TypeColumns,
    private readonly from: 'previous' | 'earliest',
    private readonly numberOf: NumberOf,
    private readonly intervalOf: IntervalOf,
  ) {
    this.#picked = new PickedRows(size, columns, from === 'previous' ? 'latest' : 'earliest');
  }

  add(patient: number, row: number): void {
    this.#picked.add(patient, row);
  }

  has(patient: number): boolean {
    return this.#picked.of(patient) >= 0;
  }

  number(patient: number): number {
    return this.numberOf(this.columns, this.#picked.of(patient));
  }

  numbers(patient: number): Interval {
    return this.intervalOf(this.columns, this.#picked.of(patient));
  }

  needs(patient: number, start: Day): Day {
    return this.from === 'previous' ? this.columns.from[this.#picked.of(patient)]! : start;
  }
}

/** The highest of all, or the lowest: that is the highest of a world that is mirrored. */
class ExtremeOthers implements Others {
  /** As high as the one that begins latest, and no higher than the one that ends latest. */
  readonly #low: Float64Array;
  readonly #lowClosed: Uint8Array;
  readonly #high: Float64Array;
  readonly #highClosed: Uint8Array;
  /** The first day of which there is one. */
  readonly #first: Int32Array;
  readonly #isHighest: boolean;

  constructor(
    size: number,
    private readonly columns: TypeColumns,
    pick: 'highest' | 'lowest',
    private readonly numberOf: NumberOf,
    private readonly intervalOf: IntervalOf,
  ) {
    this.#isHighest = pick === 'highest';
    this.#low = new Float64Array(size).fill(-Infinity);
    this.#lowClosed = new Uint8Array(size).fill(1);
    this.#high = new Float64Array(size).fill(-Infinity);
    this.#highClosed = new Uint8Array(size);
    this.#first = new Int32Array(size).fill(none);
  }

  add(patient: number, row: number): void {
    const day = this.columns.from[row]!;
    if (day < this.#first[patient]!) this.#first[patient] = day;
    const number = this.numberOf(this.columns, row);
    if (Number.isNaN(number)) {
      const { low, lowClosed, high, highClosed } = this.#turn(this.intervalOf(this.columns, row));
      this.#raise(patient, low, lowClosed ? 1 : 0, high, highClosed ? 1 : 0);
    } else {
      const turned = this.#isHighest ? number : -number;
      this.#raise(patient, turned, 1, turned, 1);
    }
  }

  #raise(patient: number, low: number, lowClosed: number, high: number, highClosed: number): void {
    if (low > this.#low[patient]!) {
      this.#low[patient] = low;
      this.#lowClosed[patient] = lowClosed;
    } else if (low === this.#low[patient]) this.#lowClosed[patient]! &= lowClosed;
    if (high > this.#high[patient]!) {
      this.#high[patient] = high;
      this.#highClosed[patient] = highClosed;
    } else if (high === this.#high[patient]) this.#highClosed[patient]! |= highClosed;
  }

  #turn(numbers: Interval): Interval {
    return this.#isHighest ? numbers : mirrored(numbers);
  }

  has(patient: number): boolean {
    return this.#first[patient] !== none;
  }

  number(patient: number): number {
    const [low, high] = [this.#low[patient]!, this.#high[patient]!];
    // Where both ends are one, it is theirs: an interval that has a number has it at both.
    if (low !== high) return NaN;
    return this.#isHighest ? low : -low;
  }

  numbers(patient: number): Interval {
    return this.#turn({
      low: this.#low[patient]!,
      lowClosed: this.#lowClosed[patient] === 1,
      high: this.#high[patient]!,
      highClosed: this.#highClosed[patient] === 1,
    });
  }

  /** A window with an open start asks of what was seen. */
  needs(patient: number, start: Day): Day {
    return start === openStart ? this.#first[patient]! : start;
  }
}

/** No day is later. */
const none = 0x7fffffff;
