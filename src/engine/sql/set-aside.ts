/** R3: the records set aside that might have answered: nothing that can be read of them rules them out. */
import { isCancellable, isSpan, type RecordType } from '../../record/index.ts';
import { fieldsAsked } from '../reference/fields.ts';
import { codeCondition, isOneOf } from './codes.ts';
import { earliest, endless, sharesDay, type DayWindow, type WindowDays } from './days.ts';
import type { Draft } from './draft.ts';
import { typeText } from './layout.ts';
import { askedSystems, atc, type Selection } from './records.ts';
import { and, sql, type Sql } from './text.ts';

/** How many might have answered; never NULL. */
export interface SetAside {
  readonly count: Sql;
  /** Whether there are none. */
  readonly none: Sql;
  /** Whether a list could not be read at all, and may have held any number. */
  readonly unbounded: Sql;
}

/** Those that may have a day in the window. */
export function setAsideIn(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  window: WindowDays,
): SetAside {
  const might = and([mightAnswer(draft, type, selection), mayShareDay(window)]);
  const count = (condition: Sql) => {
    const counted = sql`count(*) FILTER (WHERE ${condition})`;
    return sql`COALESCE(${draft.aggregate(draft.tableOf('set_aside'), counted)}, 0)`;
  };
  return {
    count: count(might),
    none: sql`${count(might)} = 0`,
    unbounded: sql`${count(sql`${might} AND ordinal IS NULL`)} > 0`,
  };
}

/** By all but its days: of the columns of `set_aside`. */
export function mightAnswer(draft: Draft, type: RecordType, selection: Selection): Sql {
  const { codes, distinct } = selection;
  const { source, status } = fieldsAsked(selection) ?? {};
  const mayBeOneOf = (column: Sql, texts: readonly string[] | undefined) =>
    texts ? [sql`(${column} IS NULL OR ${isOneOf(draft, column, texts)})`] : [];
  const systems = askedSystems(draft, selection);
  return and([
    sql`type = ${typeText(type)}`,
    ...(isCancellable(type) ? [sql`status IS DISTINCT FROM 'cancelled'`] : []),
    ...mayBeOneOf(sql`source`, source),
    ...mayBeOneOf(sql`upper(status)`, status),
    ...(distinct ? [sql`(system IS NULL OR system = ${draft.text(atc)})`] : []),
    ...(codes === undefined || !systems
      ? []
      : [
          sql`(system IS NULL OR (code IS NULL AND ${isOneOf(draft, sql`system`, systems)}) OR ${codeCondition(draft, codes)})`,
        ]),
  ]);
}

/** Where it ends before it begins, one of the two is wrong, and nobody knows which. */
const isReversed = sql`(from_first > to_last)`;

/** By what can be read of its days. */
export function mayShareDay(window: WindowDays): Sql {
  const { from, to, isThere } = window;
  if (!from && !to) return sql`TRUE`;
  const days = {
    from: sql`COALESCE(from_first, ${earliest})`,
    to: sql`COALESCE(to_last, ${endless})`,
  };
  const isInside = sharesDay(days, window);
  if (!from || !to) return sql`(${isReversed} IS TRUE OR ${isInside})`;
  // Ruled out only where the window lies wholly between the two.
  const isBeside = sql`(${from} <= to_last OR ${to} >= from_first)`;
  return sql`CASE WHEN ${isReversed} THEN ${and([...(isThere ? [isThere] : []), isBeside])}
      ELSE ${isInside} END`;
}

/**
 * As many days as they may have had, `patient_id`, `ordinal`, `from_day`, `to_day`: two spans of one that ends
 * before it begins.
 */
export function longestSetAside(draft: Draft, type: RecordType, selection: Selection): Sql {
  const might = mightAnswer(draft, type, selection);
  return sql`
  SELECT clinic, patient_id${draft.ownDay}, ordinal,
    CASE WHEN ${isReversed} THEN ${earliest} ELSE COALESCE(from_first, ${earliest}) END AS from_day,
    COALESCE(to_last, ${endless}) AS to_day
  FROM ${draft.tableOf('set_aside')}
  WHERE ${might}
  UNION ALL
  SELECT clinic, patient_id${draft.ownDay}, ordinal, from_first, ${endless}
  FROM ${draft.tableOf('set_aside')}
  WHERE ${might} AND ${isReversed}`;
}

/** Those that may have a day in the window, and the days on which they may have begun while they have. */
export function beginningsSetAside(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  window: DayWindow,
): Sql {
  return sql`
  SELECT clinic, patient_id, ordinal, ${clipFirst(type, firstSetAside, window)} AS from_first,
    ${clipLast(lastSetAside, window)} AS from_last
  FROM ${draft.tableOf('set_aside')}
  WHERE ${and([mightAnswer(draft, type, selection), mayShareDay(window)])}`;
}

function unlessReversed(day: Sql, other: Sql): Sql {
  return sql`CASE WHEN ${isReversed} THEN ${other} ELSE COALESCE(${day}, ${other}) END`;
}

/** The days within which one that was set aside was: of one that ends before it begins nothing is known. */
export const firstSetAside = unlessReversed(sql`from_first`, earliest);
export const lastSetAside = unlessReversed(sql`to_last`, endless);

/** The first day on which something in the window may have begun: a point is in it on its day. */
export function clipFirst(type: RecordType, day: Sql, { from }: Pick<DayWindow, 'from'>): Sql {
  return !from || isSpan(type) ? day : sql`GREATEST(${day}, ${from})`;
}

/** The last day on which something in the window may have begun. */
export function clipLast(day: Sql, { to }: Pick<DayWindow, 'to'>): Sql {
  return to ? sql`LEAST(${day}, ${to})` : day;
}
