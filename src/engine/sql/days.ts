/** R6, R7: windows and periods on the days in a table. */
import type { CalendarDate, PeriodParts } from '../../record/index.ts';
import type { Span } from '../types.ts';
import type { Draft } from './draft.ts';
import { and, sql, type Sql } from './text.ts';

/** The last day of what goes on: no calendar date is later. */
export const endless = sql`DATE '9999-12-31'`;
const lastDate: CalendarDate = '9999-12-31';

/** Whether the columns `from_day` to `to_day` share a day with the window. */
export function isInWindow(draft: Draft, { from, to }: Span): Sql {
  if (from !== undefined && to !== undefined && from > to) return sql`FALSE`;
  return and([
    ...(to === undefined ? [] : [sql`from_day <= ${draft.date(to)}`]),
    ...(from === undefined ? [] : [sql`to_day >= ${draft.date(from)}`]),
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
 * a year and a month in one interval are thirteen months: another day after 29 February.
 */
export function plus(draft: Draft, day: Sql, { years, months, weeks, days }: PeriodParts): Sql {
  let moved = day;
  if (years > 0) moved = sql`CAST(${moved} + ${draft.integer(years)} * INTERVAL '1' YEAR AS DATE)`;
  if (months > 0)
    moved = sql`CAST(${moved} + ${draft.integer(months)} * INTERVAL '1' MONTH AS DATE)`;
  if (weeks + days > 0) moved = sql`(${moved} + ${draft.integer(7 * weeks + days)})`;
  return moved;
}
