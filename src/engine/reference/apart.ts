/**
 * R11: how many of some records are each at least so much later than the one before. The largest such set takes the
 * earliest record, and after each the earliest that is late enough: whatever another set has taken by then, this one
 * has taken no later.
 */
import { addPeriod, type CalendarDate, type PeriodParts } from '../../record/index.ts';
import { eachInSteps, itemsInStep, sortInSteps, type Steps } from '../steps.ts';
import type { Beginning } from './extent.ts';

/**
 * How many there are whichever of its lawful days each has (R4a): each must be late enough on the first of them. There
 * need not be more: those that are not can all have begun too soon after the last day of the one before.
 */
export function* leastApart(beginnings: readonly Beginning[], period: PeriodParts): Steps<number> {
  let count = 0;
  let last: CalendarDate | undefined;
  const ordered = yield* sortInSteps(beginnings, (a, b) => compare(a.fromLatest, b.fromLatest));
  yield* eachInSteps(ordered, ({ from, fromLatest }) => {
    if (last !== undefined && !isApart(last, from, period)) return;
    count++;
    last = fromLatest;
  });
  return count;
}

/**
 * How many there may be at most. One that may have begun on several days is tried on all of them; where they are
 * several, each may add one to the others, unless the days of all of them are too close.
 */
export function* mostApart(beginnings: readonly Beginning[], period: PeriodParts): Steps<number> {
  const known: Beginning[] = [];
  const open: Beginning[] = [];
  let [first, last] = ['', ''];
  yield* eachInSteps(beginnings, (each) => {
    (each.from === each.fromLatest ? known : open).push(each);
    if (first === '' || each.from < first) first = each.from;
    if (each.fromLatest > last) last = each.fromLatest;
  });
  const [only] = open;
  if (!only) return yield* leastApart(known, period);
  if (open.length === 1) return yield* mostWithOne(known, only, period);
  return isApart(first, last, period) ? (yield* leastApart(known, period)) + open.length : 1;
}

/** How many there are with one that may have begun on any of some days. */
function* mostWithOne(
  known: readonly Beginning[],
  one: Beginning,
  period: PeriodParts,
): Steps<number> {
  const ordered = yield* sortInSteps(known, (a, b) => compare(a.from, b.from));
  const days = ordered.map(({ from }) => from);
  /** The soonest day on which so many can have been taken, without the one and with it. */
  let without = days[0];
  let withIt: CalendarDate | undefined = one.from;
  for (let count = 1; ; count++) {
    if (count % itemsInStep === 0) yield;
    const later: CalendarDate | undefined =
      withIt === undefined ? undefined : firstApart(days, withIt, period);
    const added: CalendarDate | undefined =
      without === undefined ? undefined : dayApart(one, without, period);
    withIt = later === undefined || (added !== undefined && added < later) ? added : later;
    without = without === undefined ? undefined : firstApart(days, without, period);
    if (withIt === undefined && without === undefined) return count;
  }
}

/** The first of some days in order that is late enough. */
function firstApart(
  days: readonly CalendarDate[],
  after: CalendarDate,
  period: PeriodParts,
): CalendarDate | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isApart(after, days[middle]!, period)) high = middle;
    else low = middle + 1;
  }
  return days[low];
}

/** The first day of those on which one may have begun that is late enough. */
function dayApart(
  { from, fromLatest }: Beginning,
  after: CalendarDate,
  period: PeriodParts,
): CalendarDate | undefined {
  const due = addPeriod(after, period);
  const day = due > from ? due : from;
  return day <= fromLatest && isApart(after, day, period) ? day : undefined;
}

/** Whether a day is so much later than another. At the calendar's end periods are shorter, and no day is after it. */
function isApart(day: CalendarDate, later: CalendarDate, period: PeriodParts): boolean {
  return later > day && later >= addPeriod(day, period);
}

function compare(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
