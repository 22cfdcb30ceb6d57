/** Runs of days: spans joined (R16), and days shared (R18). */
import {
  addPeriod,
  nextDay,
  previousDay,
  type CalendarDate,
  type PeriodParts,
} from '../../record/index.ts';
import type { Span } from '../types.ts';
import { sharesDay } from './extent.ts';
import { read, startFor } from './windows.ts';

/** Days without a break, from `from` to `to`, both included; without `to` it has no end. */
export interface Run<Part> {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  /** What it is joined from. */
  readonly parts: readonly Part[];
}

/** Runs that must touch: nothing lies between them. */
export const noGap = read('P0D');

interface Days {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
}

/** Joins spans where one begins no later than the day after the other ends plus `gap` (R16). */
export function joinRuns<Part extends Days>(
  spans: readonly Part[],
  gap: PeriodParts,
): readonly Run<Part>[] {
  const ordered = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const runs: Run<Part>[] = [];
  for (const span of ordered) {
    const last = runs.at(-1);
    if (last && (last.to === undefined || span.from <= addPeriod(nextDay(last.to), gap)))
      runs[runs.length - 1] = {
        ...withEnd(last.from, later(last.to, span.to)),
        parts: [...last.parts, span],
      };
    else runs.push({ ...withEnd(span.from, span.to), parts: [span] });
  }
  return runs;
}

/** R16: shares a day with the window and, cut at its last day, lasts the period. */
export function lasts(run: Days, period: PeriodParts, window: Span): boolean {
  if (!sharesDay(run.from, run.to, window)) return false;
  const last = earlier(run.to, window.to);
  return last === undefined || addPeriod(run.from, period) <= nextDay(last);
}

/**
 * The days that must be covered before "nothing lasted" can be said (R9): those of the window, and, where a
 * run is seen there that was too short, those before it that it may be joined to.
 */
export function neededFor(runs: readonly Days[], gap: PeriodParts, window: Span): Span {
  const { from } = window;
  if (from === undefined) return window;
  const before = runs
    .filter(({ to }) => to === undefined || to >= from)
    .map((run) => startFor(previousDay(run.from), gap));
  return { ...window, from: [from, ...before].reduce((a, b) => (a < b ? a : b)) };
}

/** R18: the days on which every one of several lists of spans has an active one, as runs without gaps. */
export function sharedRuns<Part extends Days>(
  lists: readonly (readonly Part[])[],
): readonly Run<Run<Part>>[] {
  const shared = lists
    .map((spans): readonly Run<Part>[] => joinRuns(spans, noGap))
    .reduce((a, b) => intersectRuns(a, b));
  // Shared runs that touch are one run: whole days follow one another.
  return joinRuns(shared, noGap);
}

/** The days that two sets of runs share, with the parts of both. */
export function intersectRuns<Part>(
  a: readonly Run<Part>[],
  b: readonly Run<Part>[],
): readonly Run<Part>[] {
  const shared: Run<Part>[] = [];
  for (const one of a)
    for (const other of b) {
      const from = one.from > other.from ? one.from : other.from;
      const to = earlier(one.to, other.to);
      if (to === undefined || from <= to)
        shared.push({ ...withEnd(from, to), parts: [...one.parts, ...other.parts] });
    }
  return shared;
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
