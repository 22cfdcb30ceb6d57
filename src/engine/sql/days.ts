/** R4a, R6, R7: windows and periods on the days in a table. */
import type { Window } from '../../profile/index.ts';
import type { CalendarDate, PeriodParts } from '../../record/index.ts';
import { dayOn, edgesOf, hasNotCome, windowIn as spanIn, type Edge } from '../reference/windows.ts';
import type { Span } from '../types.ts';
import type { Draft } from './draft.ts';
import { and, sql, type Sql } from './text.ts';

/** The last day of what goes on: no calendar date is later. */
export const endless = sql`DATE '9999-12-31'`;
const lastDate: CalendarDate = '9999-12-31';
/** The first day of what began on a day that nobody knows (R4a). */
export const earliest = sql`DATE '1850-01-01'`;

/**
 * R6: a window, as text of a statement: the same for all, or of each patient counted from `asked_on` (R19b). Each side is
 * written when it is asked for, so that a statement has no parameter that it does not name.
 */
export interface DayWindow {
  /** Undefined where it is open. */
  readonly from: Sql | undefined;
  readonly to: Sql | undefined;
  /** Whether it has a day; undefined: it has. */
  readonly isThere: Sql | undefined;
  /** Whether its first day has come by the day of evaluation; undefined: that does not matter. */
  readonly hasCome: Sql | undefined;
  /** The last day on which something is asked: the window's, or that of evaluation where that is earlier. */
  readonly lastAsked: Sql;
}

/** The days of a window, whatever else is to be known of it. */
export type WindowDays = Pick<DayWindow, 'from' | 'to' | 'isThere'>;

/** The window of a query, on the day that it is asked. */
export function windowIn(draft: Draft, window: Window): DayWindow {
  if (draft.isAnchored) return anchoredWindow(draft, window);
  return fixedWindow(draft, spanIn({ asOf: draft.asOf }, window));
}

/** As `windowIn`, and nothing after the day of evaluation is seen, on whichever day it is asked (R19b). */
export function pastWindowIn(draft: Draft, window: Window): DayWindow {
  if (draft.isAnchored) return anchoredWindow(draft, window);
  const today = { asOf: draft.asOf, anchor: draft.asOf };
  const span = spanIn(today, window);
  return fixedWindow(draft, span, hasNotCome(today, span) ? sql`FALSE` : undefined);
}

function fixedWindow(draft: Draft, { from, to }: Span, hasCome?: Sql): DayWindow {
  return {
    get from() {
      return from === undefined ? undefined : draft.date(from);
    },
    get to() {
      return to === undefined || to === lastDate ? undefined : draft.date(to);
    },
    isThere: from !== undefined && to !== undefined && from > to ? sql`FALSE` : undefined,
    hasCome,
    get lastAsked() {
      return draft.date(to === undefined || to > draft.asOf ? draft.asOf : to);
    },
  };
}

function anchoredWindow(draft: Draft, window: Window): DayWindow {
  const { from, to } = edgesOf(window);
  const today = () => draft.date(draft.asOf);
  const last = () => (to === undefined ? today() : sql`LEAST(${dayFor(draft, to)}, ${today()})`);
  return {
    get from() {
      return from === undefined ? undefined : dayFor(draft, from);
    },
    get to() {
      return last();
    },
    get isThere() {
      return from === undefined ? undefined : sql`${dayFor(draft, from)} <= ${last()}`;
    },
    get hasCome() {
      return from === undefined ? undefined : sql`${dayFor(draft, from)} <= ${today()}`;
    },
    get lastAsked() {
      return last();
    },
  };
}

/** Every day there is. */
export const everyDay: WindowDays = {
  from: undefined,
  to: undefined,
  isThere: undefined,
};

/** A day of a window, counted from the day that is asked; no day is before the calendar's first (R27). */
export function dayFor(draft: Draft, edge: Edge): Sql {
  if (typeof edge === 'string') return draft.date(edge);
  if (!draft.isAnchored) return draft.date(dayOn(edge, draft.asOf));
  const moved = plus(draft, sql`asked_on`, edge, edge.sign);
  return edge.sign === 1 ? moved : sql`GREATEST(${moved}, DATE '0001-01-01')`;
}

/** Whether the columns `from_day` to `to_day` share a day with the window. */
export function isInWindow(window: DayWindow): Sql {
  return sharesDay({ from: sql`from_day`, to: sql`to_day` }, window);
}

/** Whether the days of `from_first` … `to_last` share one with the window: on some lawful day at least. */
export function mayBeInWindow(window: DayWindow): Sql {
  return sharesDay({ from: sql`from_first`, to: sql`to_last` }, window);
}

/** Whether they share one on all lawful days: begun by `from_last`, ended by `to_first` at the earliest. */
export function mustBeInWindow(window: DayWindow): Sql {
  return sharesDay({ from: sql`from_last`, to: sql`to_first` }, window);
}

/** Whether it may begin in the window, or be of a day in it. */
export function mayBeginIn(window: DayWindow): Sql {
  return sharesDay({ from: sql`from_first`, to: sql`from_last` }, window);
}

/** Whether it does on all lawful days. */
export function mustBeginIn(window: DayWindow): Sql {
  return sharesDay({ from: sql`from_last`, to: sql`from_first` }, window);
}

/** Two days, or what stands for them. */
interface Days {
  readonly from: Sql;
  readonly to: Sql;
}

/** Whether days, none of them NULL, share one with the window. */
export function sharesDay(days: Days, { from, to, isThere }: WindowDays): Sql {
  return and([
    ...(isThere ? [isThere] : []),
    ...(to ? [sql`${days.from} <= ${to}`] : []),
    ...(from ? [sql`${days.to} >= ${from}`] : []),
  ]);
}

/** R16: whether the run `from_day` to `to_day` lasts the period in the window. */
export function lastsIn(draft: Draft, period: PeriodParts, window: DayWindow): Sql {
  const end = plus(draft, sql`from_day`, period);
  const { to } = window;
  return and([
    isInWindow(window),
    to
      ? sql`${end} <= LEAST(to_day, ${to}) + 1`
      : sql`(to_day = ${endless} OR ${end} <= to_day + 1)`,
  ]);
}

/**
 * A day and a period later: years, then months, each clamped to the month's end, then weeks and days. In steps, for
 * a year and a month in one interval are thirteen months: another day after 29 February. (A database's calendar goes
 * further than the longest period of a profile can lead: no day has to stop at its edge, R27.) Or, by its sign, as
 * much earlier.
 */
export function plus(
  draft: Draft,
  day: Sql,
  { years, months, weeks, days }: PeriodParts,
  sign: 1 | -1 = 1,
): Sql {
  const by = sign === 1 ? sql`+` : sql`-`;
  let moved = day;
  if (years > 0)
    moved = sql`CAST(${moved} ${by} ${draft.integer(years)} * INTERVAL '1' YEAR AS DATE)`;
  if (months > 0)
    moved = sql`CAST(${moved} ${by} ${draft.integer(months)} * INTERVAL '1' MONTH AS DATE)`;
  if (weeks + days > 0) moved = sql`(${moved} ${by} ${draft.integer(7 * weeks + days)})`;
  return moved;
}

/**
 * The day on which who is born on a day reaches an age (R17): in ages a day beyond its month's end is the first of the
 * next month.
 */
export function ageReached(
  draft: Draft,
  born: Sql,
  { years, months, weeks, days }: PeriodParts,
): Sql {
  const none = { years: 0, months: 0, weeks: 0, days: 0 };
  const rolledOver = (day: Sql, period: PeriodParts) => {
    const moved = plus(draft, day, period);
    return sql`(${moved} + CASE WHEN extract(DAY FROM ${moved}) < extract(DAY FROM ${day}) THEN 1 ELSE 0 END)`;
  };
  let reached = born;
  if (years > 0) reached = rolledOver(reached, { ...none, years });
  if (months > 0) reached = rolledOver(reached, { ...none, months });
  return plus(draft, reached, { ...none, weeks, days });
}
