/** R4a, R6, R7: windows and periods on the days in a table. */
import type { CalendarDate, PeriodParts } from '../../record/index.ts';
import type { Span } from '../types.ts';
import type { Draft } from './draft.ts';
import { and, sql, type Sql } from './text.ts';

/** The last day of what goes on: no calendar date is later. */
export const endless = sql`DATE '9999-12-31'`;
const lastDate: CalendarDate = '9999-12-31';
/** The first day of what began on a day that nobody knows (R4a). */
export const earliest = sql`DATE '1850-01-01'`;

/** Whether the columns `from_day` to `to_day` share a day with the window. */
export function isInWindow(draft: Draft, window: Span): Sql {
  return sharesDay(draft, { from: sql`from_day`, to: sql`to_day` }, window);
}

/** Whether the days of `from_first` … `to_last` share one with the window: on some lawful day at least. */
export function mayBeInWindow(draft: Draft, window: Span): Sql {
  return sharesDay(draft, { from: sql`from_first`, to: sql`to_last` }, window);
}

/** Whether they share one on all lawful days: begun by `from_last`, ended by `to_first` at the earliest. */
export function mustBeInWindow(draft: Draft, window: Span): Sql {
  return sharesDay(draft, { from: sql`from_last`, to: sql`to_first` }, window);
}

/** Whether it may begin in the window, or be of a day in it. */
export function mayBeginIn(draft: Draft, window: Span): Sql {
  return sharesDay(draft, { from: sql`from_first`, to: sql`from_last` }, window);
}

/** Whether it does on all lawful days. */
export function mustBeginIn(draft: Draft, window: Span): Sql {
  return sharesDay(draft, { from: sql`from_last`, to: sql`from_first` }, window);
}

/** Two days, or what stands for them. */
interface Days {
  readonly from: Sql;
  readonly to: Sql;
}

/** Whether days, none of them NULL, share one with the window. */
export function sharesDay(draft: Draft, days: Days, { from, to }: Span): Sql {
  if (from !== undefined && to !== undefined && from > to) return sql`FALSE`;
  return and([
    ...(to === undefined ? [] : [sql`${days.from} <= ${draft.date(to)}`]),
    ...(from === undefined ? [] : [sql`${days.to} >= ${draft.date(from)}`]),
  ]);
}

/** The window's first day; undefined where it is open. */
export function startOf(draft: Draft, { from }: Span): Sql | undefined {
  return from === undefined ? undefined : draft.date(from);
}

/** R16: whether the run `from_day` to `to_day` lasts the period in the window. */
export function lastsIn(draft: Draft, period: PeriodParts, window: Span): Sql {
  const end = plus(draft, sql`from_day`, period);
  const open = window.to === undefined || window.to === lastDate;
  return and([
    isInWindow(draft, window),
    open
      ? sql`(to_day = ${endless} OR ${end} <= to_day + 1)`
      : sql`${end} <= LEAST(to_day, ${draft.date(window.to)}) + 1`,
  ]);
}

/**
 * A day and a period later: years, then months, each clamped to the month's end, then weeks and days. In steps, for
 * a year and a month in one interval are thirteen months: another day after 29 February. (A database's calendar goes
 * further than the longest period of a profile can lead: no day has to stop at its edge, R27.)
 */
export function plus(draft: Draft, day: Sql, { years, months, weeks, days }: PeriodParts): Sql {
  let moved = day;
  if (years > 0) moved = sql`CAST(${moved} + ${draft.integer(years)} * INTERVAL '1' YEAR AS DATE)`;
  if (months > 0)
    moved = sql`CAST(${moved} + ${draft.integer(months)} * INTERVAL '1' MONTH AS DATE)`;
  if (weeks + days > 0) moved = sql`(${moved} + ${draft.integer(7 * weeks + days)})`;
  return moved;
}
