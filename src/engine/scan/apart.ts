/** R11: how many records there are of which each is at least so much later than the one before. */
import { addToDay, openEnd, openStart, type Day } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { Question } from '../query/nodes.ts';
import { judgeCount } from './count.ts';
import type { Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { isKnownToTheDay } from './pick.ts';
import { Rows } from './rows.ts';
import { no, unknown, yes } from './truth-vector.ts';
import { judgeOf } from './values.ts';
import { absenceIn, windowPlacer } from './windows.ts';

type Count = Extract<Question, { kind: 'count' }>;

export function apartScanner(
  evaluation: EvaluationContext,
  { selection, window, count, value }: Count,
  apart: PeriodParts,
): Scanner {
  const rows = new Rows(selection, evaluation);
  const place = windowPlacer(evaluation, window);
  const judgement = judgeOf(value, evaluation.dictionary);
  const { min = 0, max } = count;
  /** More than these make no difference. */
  const enough = Math.max(min, max === undefined ? 0 : max + 1);
  const Counter = enough <= 2 ? FirstAndLast : AllDays;
  return (segment) => {
    const columns = segment.types[selection.type];
    const placed = place(segment);
    const certain = new Counter(segment.size);
    const possible = new Counter(segment.size);
    const inDoubt = new Set<number>();
    const judge = judgement?.judge();
    rows.each(segment, placed, (row, patient, isSure) => {
      const truth = judge ? judge(columns, row) : yes;
      if (truth === no) return;
      if (!isSure || !isKnownToTheDay(columns, row)) {
        inDoubt.add(patient);
        return;
      }
      if (truth === yes) certain.add(patient, columns.from[row]!);
      possible.add(patient, columns.from[row]!);
    });
    rows.eachRejection(segment, placed, (patient) => inDoubt.add(patient));
    const truths = absenceIn(evaluation, segment, selection, placed);
    for (let patient = 0; patient < segment.size; patient++) {
      const low = certain.count(patient, apart);
      const high = truths[patient] === unknown ? Infinity : possible.count(patient, apart);
      truths[patient] = judgeCount(low, high, count);
    }
    return { truths, doubtful: inDoubt };
  };
}

/** By patient as many as two that are apart: the first and the last, for no others are further from one another. */
class FirstAndLast {
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(size: number) {
    this.#first = new Int32Array(size).fill(openEnd);
    this.#last = new Int32Array(size).fill(openStart);
  }

  add(patient: number, day: Day): void {
    if (day < this.#first[patient]!) this.#first[patient] = day;
    if (day > this.#last[patient]!) this.#last[patient] = day;
  }

  count(patient: number, apart: PeriodParts): number {
    const first = this.#first[patient]!;
    if (first === openEnd) return 0;
    return isApart(first, this.#last[patient]!, apart) ? 2 : 1;
  }
}

/** By patient all of them, of which each is late enough after the one before. */
class AllDays {
  readonly #days: (Day[] | undefined)[];

  constructor(size: number) {
    this.#days = new Array<Day[] | undefined>(size);
  }

  add(patient: number, day: Day): void {
    const own = this.#days[patient];
    if (own) own.push(day);
    else this.#days[patient] = [day];
  }

  count(patient: number, apart: PeriodParts): number {
    let count = 0;
    let last: Day | undefined;
    for (const day of this.#days[patient]?.sort((a, b) => a - b) ?? []) {
      if (last !== undefined && !isApart(last, day, apart)) continue;
      count++;
      last = day;
    }
    return count;
  }
}

/** At the calendar's end periods are shorter, and no day is after it. */
function isApart(day: Day, later: Day, period: PeriodParts): boolean {
  return later > day && later >= addToDay(day, period);
}
