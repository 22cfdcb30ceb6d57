/** What every question of a survey stands on: the clinic's dictionary and coverage, the date, the windows. */
import type { Window } from '../../profile/index.ts';
import { dateOf, dayOf, openEnd, openStart, type Day } from '../../record/days.ts';
import { coverageOf, type CalendarDate, type CoverageByType } from '../../record/index.ts';
import type { Selection } from '../query/nodes.ts';
import type { CoverageClass, Dictionary, Segment } from '../store/index.ts';
import { windowOn } from '../reference/windows.ts';

export interface EvaluationContext {
  readonly dictionary: Dictionary;
  readonly coverage: CoverageByType;
  readonly asOf: CalendarDate;
  /** `asOf` as a day number. */
  readonly today: Day;
  /**
   * R19b: of each patient of a segment the day of a record, in the place of `today`; absent: it is asked today. See
   * `windows.ts`: a scanner places its windows by it.
   */
  readonly anchors?: (segment: Segment) => Int32Array;
}

export function evaluationContextOf(
  dictionary: Dictionary,
  coverage: CoverageByType,
  asOf: CalendarDate,
): EvaluationContext {
  return { dictionary, coverage, asOf, today: dayOf(asOf) };
}

/** The days of a window, both included, open sides as `openStart` and `openEnd`. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** R6 */
export function daysOf(window: Window, asOf: CalendarDate): Days {
  const { from, to } = windowOn(window, asOf);
  return {
    from: from === undefined ? openStart : dayOf(from),
    to: to === undefined ? openEnd : dayOf(to),
  };
}

/** R1a, R9: the first day covered: `openStart` when everything is, `openEnd` when nothing is. */
export function coveredFrom(
  { coverage, asOf, today }: EvaluationContext,
  known: CoverageClass,
  { type, systems }: Selection,
  window: Days,
): Day {
  const question = {
    lastDay: window.to < today ? dateOf(window.to) : asOf,
    ...(systems ? { systems } : {}),
  };
  // Before the calendar everything is asked: what is covered from some day on says so.
  const answer = coverageOf(known, coverage, type, { ...question, from: '' });
  if (answer.covered) return openStart;
  if (answer.reason !== 'starts-later') return openEnd;
  // It starts late, but is it fresh?
  return coverageOf(known, coverage, type, question).covered ? dayOf(answer.from!) : openEnd;
}

/** Whether data covered from a day answers for a window: an open start asks the data that exists (R9). */
export function isCovered(from: Day, start: Day): boolean {
  return start === openStart ? from !== openEnd : from <= start;
}
