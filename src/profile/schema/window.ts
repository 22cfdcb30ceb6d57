/** Periods and windows: which days a query looks at. */
import * as z from 'zod/mini';
import { isCalendarDate } from '../../record/calendar.ts';
import { parsePeriod, roughDays } from '../../record/period.ts';
import { basicRule, optional, rule } from './build.ts';

/** 200 years, in days. */
const longestDays = 200 * 366;

export const period = z.string().check(rule('period', isPeriod));

/** A calendar date that exists, `YYYY-MM-DD`. */
export const date = z.string().check(rule('date', isCalendarDate));

export const windowEdge = z.string().check(rule('window-edge', isWindowEdge));

/** Both ends are included (R6). */
export const window = z.union([
  z.enum(['ever', 'now', 'future']),
  z.strictObject({ from: optional(windowEdge), to: optional(windowEdge) }).check(
    basicRule('empty-window', ({ from, to }) => from !== undefined || to !== undefined),
    rule('window-order', ({ from, to }) => isInOrder(from, to)),
  ),
  z.strictObject({ last: period }),
  z.strictObject({ next: period }),
]);

function isPeriod(text: string): boolean {
  const parsed = parsePeriod(text);
  return parsed !== undefined && text.startsWith('P') && roughDays(parsed) <= longestDays;
}

/** A date, or a period with its sign; only the empty period needs none. */
function isWindowEdge(text: string): boolean {
  const parsed = parsePeriod(text);
  if (!parsed) return isCalendarDate(text);
  const signed = !text.startsWith('P') || roughDays(parsed) === 0;
  return signed && Math.abs(roughDays(parsed)) <= longestDays;
}

/** Two ends can be compared when both are dates, or both are relative. */
function isInOrder(from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined) return true;
  const [a, b] = [parsePeriod(from), parsePeriod(to)];
  // A couple of days of slack: months differ in length.
  if (a && b) return roughDays(a) <= roughDays(b) + 3;
  return a || b ? true : from <= to;
}
