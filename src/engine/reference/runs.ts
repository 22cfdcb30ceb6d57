/** Runs of days: spans joined (R16), and days shared (R18). */
import {
  addPeriod,
  nextDay,
  previousDay,
  type CalendarDate,
  type PeriodParts,
} from '../../record/index.ts';
import type { Lengths } from '../../profile/index.ts';
import { eachInSteps, finish, sortInSteps, type Steps } from '../steps.ts';
import type { Span } from '../types.ts';
import { sharesDay } from './extent.ts';
import { read, startFor } from './windows.ts';

/** Days without a break, and what they are joined from. */
export interface Run<Part> extends Days {
  readonly parts: readonly Part[];
}

/** Runs that must touch: nothing lies between them. */
export const noGap = read('P0D');

/** Days without a break, from `from` to `to`, both included; without `to` they have no end. */
export interface Days {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
}

/** Joins spans where one begins no later than the day after the other ends plus `gap` (R16). */
export function joinRuns<Part extends Days>(
  spans: readonly Part[],
  gap: PeriodParts,
): readonly Run<Part>[] {
  return finish(joinRunsInSteps(spans, gap));
}

/** As `joinRuns`, some spans at a time. */
export function* joinRunsInSteps<Part extends Days>(
  spans: readonly Part[],
  gap: PeriodParts,
): Steps<readonly Run<Part>[]> {
  const ordered = yield* sortInSteps(spans, (a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  );
  const runs: { from: CalendarDate; to?: CalendarDate; parts: Part[] }[] = [];
  yield* eachInSteps(ordered, (span) => {
    const last = runs.at(-1);
    if (last && (last.to === undefined || span.from <= addPeriod(nextDay(last.to), gap))) {
      last.parts.push(span);
      const to = later(last.to, span.to);
      if (to === undefined) delete last.to;
      else last.to = to;
    } else runs.push({ ...withEnd(span.from, span.to), parts: [span] });
  });
  return runs;
}

/** R16: shares a day with the window and, cut at its last day, lasts the period. */
export function lasts(run: Days, period: PeriodParts, window: Span): boolean {
  if (!sharesDay(run.from, run.to, window)) return false;
  const last = earlier(run.to, window.to);
  return last === undefined || addPeriod(run.from, period) <= nextDay(last);
}

/** How long a run is to last. */
export interface LengthParts {
  readonly atLeast?: PeriodParts;
  readonly atMost?: PeriodParts;
}

/** Reads what a profile says: a period is the least. */
export function lengthsOf(lasting: string | Lengths): LengthParts {
  if (typeof lasting === 'string') return { atLeast: read(lasting) };
  const { atLeast, atMost } = lasting;
  return {
    ...(atLeast === undefined ? {} : { atLeast: read(atLeast) }),
    ...(atMost === undefined ? {} : { atMost: read(atMost) }),
  };
}

/** R16: shares a day with the window, and lasts the least that is asked. Whatever holds the run is so too. */
export function isLongEnough(run: Days, { atLeast }: LengthParts, window: Span): boolean {
  return atLeast ? lasts(run, atLeast, window) : sharesDay(run.from, run.to, window);
}

/** R16: lasts more than the most that is asked, or goes on after the window. Whatever holds the run is so too. */
export function isTooLong(run: Days, { atMost }: LengthParts, window: Span): boolean {
  if (!atMost) return false;
  if (run.to === undefined || (window.to !== undefined && run.to > window.to)) return true;
  return addPeriod(run.from, atMost) < nextDay(run.to);
}

/**
 * The days that must be covered before "nothing lasted" can be said (R9): those of the window, and, where a
 * run is seen there that was too short, those before it that it may be joined to.
 */
export function neededFor(runs: readonly Days[], gap: PeriodParts, window: Span): Span {
  const { from, to: last } = window;
  // In a window without days no run is seen.
  if (from === undefined || (last !== undefined && last < from)) return window;
  const before = runs
    .filter(({ to }) => to === undefined || to >= from)
    .map((run) => startBefore(run, gap));
  return { ...window, from: [from, ...before].reduce((a, b) => (a < b ? a : b)) };
}

/** The day from which on everything that may be joined to a run is seen: what ended before is too far away. */
export function startBefore(run: Days, gap: PeriodParts): CalendarDate {
  return startFor(previousDay(run.from), gap);
}

/** R18: the days on which every one of several lists of runs without gaps has one: runs without gaps too. */
export function sharedDays(lists: readonly (readonly Days[])[]): readonly Days[] {
  return lists.reduce((a, b) => intersectRuns(a, b));
}

/** The days that two sets of runs share, each in order and apart from one another. */
export function intersectRuns(a: readonly Days[], b: readonly Days[]): readonly Days[] {
  const shared: Days[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    const from = one.from > other.from ? one.from : other.from;
    const to = earlier(one.to, other.to);
    if (to === undefined || from <= to) shared.push(withEnd(from, to));
    // What ends first meets nothing more.
    if (to === one.to) i++;
    else j++;
  }
  return shared;
}

/** Tells of days whether they share one with any of some runs, which are in order and apart from one another. */
export function meetsRuns(runs: readonly Days[]): (days: Span) => boolean {
  return ({ from, to }) => {
    // The first that has not ended by then.
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = runs[middle]!.to;
      if (end === undefined || from === undefined || end >= from) high = middle;
      else low = middle + 1;
    }
    const run = runs[low];
    return run !== undefined && (to === undefined || run.from <= to);
  };
}

function withEnd(from: CalendarDate, to: CalendarDate | undefined): Days {
  return to === undefined ? { from } : { from, to };
}

/** Undefined means without end. */
function later(a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a > b ? a : b;
}

function earlier(
  a: CalendarDate | undefined,
  b: CalendarDate | undefined,
): CalendarDate | undefined {
  if (a === undefined) return b;
  return b === undefined || a < b ? a : b;
}
