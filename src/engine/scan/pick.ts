/** R13: one result is picked and judged; what may have been missed makes it unknown. */
import type { ResultValue } from '../../profile/index.ts';
import { openStart } from '../../record/days.ts';
import { timeAt, type TypeColumns } from '../store/index.ts';
import type { Question } from '../query/nodes.ts';
import type { Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { no, unknown, yes } from './truth-vector.ts';
import { exactly, judgeOf, numbersIn } from './values.ts';
import { coverageIn, daysFor, windowPlacer } from './windows.ts';

type Picking = Extract<Question, { kind: 'pick' }>;

export function pickScanner(evaluation: EvaluationContext, question: Picking): Scanner {
  const { pick } = question;
  return pick === 'latest' || pick === 'earliest'
    ? dateScanner(evaluation, question, pick)
    : numberScanner(evaluation, question, pick);
}

function dateScanner(
  evaluation: EvaluationContext,
  question: Picking,
  pick: 'latest' | 'earliest',
): Scanner {
  const { selection, window, value } = question;
  const rows = new Rows(selection, evaluation);
  const place = windowPlacer(evaluation, window);
  const judgement = judgeOf(value, evaluation.dictionary);
  return (segment) => {
    const columns = segment.types[selection.type];
    const placed = place(segment);
    const picked = new PickedRows(segment.size, columns, pick);
    const inDoubt = new Set<number>();
    rows.each(segment, placed, (row, patient, isSure) => {
      if (!isSure || !isKnownToTheDay(columns, row)) inDoubt.add(patient);
      else picked.add(patient, row);
    });
    const covers = coverageIn(evaluation, segment, selection, placed);
    const judge = judgement?.judge();
    const truths = new Uint8Array(segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      const row = picked.of(patient);
      // The latest is known to be the latest when everything after it is covered.
      const start =
        row >= 0 && pick === 'latest' ? columns.from[row]! : daysFor(placed, patient).from;
      if (!covers(patient, start)) truths[patient] = unknown;
      else if (row < 0) truths[patient] = no;
      else truths[patient] = judge ? judge(columns, row) : yes;
    }
    rows.eachRejection(segment, placed, (patient) => {
      truths[patient] = unknown;
    });
    return { truths, doubtful: inDoubt };
  };
}

/** By patient the latest row, or the earliest; of one day by time where each has one, else in the order given. */
export class PickedRows {
  /** The row plus one. */
  readonly #byOrder: Uint32Array;
  /** Of days with more than one row, once there is any. */
  #shared: SharedDays | undefined;
  readonly #sign: 1 | -1;

  constructor(
    private readonly size: number,
    private readonly columns: TypeColumns,
    pick: 'latest' | 'earliest',
  ) {
    this.#byOrder = new Uint32Array(size);
    this.#sign = pick === 'latest' ? 1 : -1;
  }

  add(patient: number, row: number): void {
    const { from } = this.columns;
    const best = this.#byOrder[patient]! - 1;
    const later = best < 0 ? 1 : this.#sign * (from[row]! - from[best]!);
    if (later < 0) return;
    if (later > 0) {
      this.#byOrder[patient] = row + 1;
      if (this.#shared) this.#shared.kind[patient] = alone;
    } else this.#addToDay(patient, row, best);
  }

  /** Few days have more than one. */
  #addToDay(patient: number, row: number, best: number): void {
    const { columns } = this;
    const { kind, byTime } = (this.#shared ??= {
      kind: new Uint8Array(this.size),
      byTime: new Uint32Array(this.size),
    });
    const [isTimed, timed] =
      kind[patient] === alone
        ? [timeAt(columns, best) >= 0, best]
        : [kind[patient] === allTimed, byTime[patient]!];
    const time = timeAt(columns, row);
    kind[patient] = isTimed && time >= 0 ? allTimed : someTimed;
    const difference = time - timeAt(columns, timed);
    byTime[patient] = this.#sign * (difference || row - timed) > 0 ? row : timed;
    if (this.#sign * (row - best) > 0) this.#byOrder[patient] = row + 1;
  }

  /** −1 where there is none. */
  of(patient: number): number {
    const shared = this.#shared;
    return shared?.kind[patient] === allTimed
      ? shared.byTime[patient]!
      : this.#byOrder[patient]! - 1;
  }
}

/** By patient, of rows that share a day. */
interface SharedDays {
  /** `alone` where the row has its day alone. */
  readonly kind: Uint8Array;
  /** The row that is first or last by time. */
  readonly byTime: Uint32Array;
}

/** Of rows that share a day: whether each has a time. */
const alone = 0;
const allTimed = 1;
const someTimed = 2;

/** Whether a point’s day is known. */
export function isKnownToTheDay({ isWhole, from, fromLatest }: TypeColumns, row: number): boolean {
  return isWhole || from[row] === fromLatest[row];
}

function numberScanner(
  evaluation: EvaluationContext,
  question: Picking,
  pick: 'highest' | 'lowest',
): Scanner {
  const { selection, window, value } = question;
  const bounds = boundsOf(value);
  const { above, atLeast, below, atMost } = bounds;
  const rows = new Rows(selection, evaluation);
  const place = windowPlacer(evaluation, window);
  const numbers = numbersIn(bounds, evaluation.dictionary);
  const judge = exactly(value!);
  const isHighest = pick === 'highest';
  // What one record alone proves: that one is as high as was asked, or higher than was allowed.
  const hasFloor = above !== undefined || atLeast !== undefined;
  const hasCeiling = below !== undefined || atMost !== undefined;
  const proof = hasFloor && hasCeiling ? unknown : isHighest === hasFloor ? yes : no;
  return (segment) => {
    const columns = segment.types[selection.type];
    const placed = place(segment);
    const best = new Float64Array(segment.size).fill(isHighest ? -Infinity : Infinity);
    const first = new Int32Array(segment.size).fill(none);
    const inDoubt = new Set<number>();
    const read = numbers();
    rows.each(segment, placed, (row, patient, isSure) => {
      const number = read(columns, row);
      if (!isSure || Number.isNaN(number) || !isKnownToTheDay(columns, row)) {
        inDoubt.add(patient);
        return;
      }
      if (isHighest ? number > best[patient]! : number < best[patient]!) best[patient] = number;
      if (columns.from[row]! < first[patient]!) first[patient] = columns.from[row]!;
    });
    const covers = coverageIn(evaluation, segment, selection, placed);
    const isRejected = new Uint8Array(segment.size);
    rows.eachRejection(segment, placed, (patient) => {
      isRejected[patient] = 1;
    });
    const truths = new Uint8Array(segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      const isSeen = first[patient] !== none;
      const truth = isSeen ? judge(best[patient]!) : no;
      // A window with an open start asks of what was seen.
      const { from } = daysFor(placed, patient);
      const start = isSeen && from === openStart ? first[patient]! : from;
      const isMissing = isRejected[patient] === 1 || !covers(patient, start);
      truths[patient] = isMissing && !(isSeen && truth === proof) ? unknown : truth;
    }
    return { truths, doubtful: inDoubt };
  };
}

const none = 0x7fffffff;

function boundsOf(value: ResultValue | undefined) {
  if (!value || 'text' in value) throw new RangeError('The highest is a number.');
  return value;
}
