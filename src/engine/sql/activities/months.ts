/** The months of periods: in each of them a type of care plan counts once (R28). */
import { addPeriod, previousDay, type CalendarDate } from '../../../record/index.ts';
import type { Draft } from '../draft.ts';
import { integerOf, join, sql, type Sql } from '../text.ts';

/**
 * A table of the months, `first_day`, `last_day`, and the place of the `period` that each is in.
 * @throws {RangeError} of a period that is no whole months.
 */
export function monthsIn(
  draft: Draft,
  periods: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[],
): Sql {
  const rows = periods.flatMap(({ from, to }, period) =>
    monthsOf(from, to).map(
      ([first, last]) => sql`
  SELECT ${draft.date(first)} AS first_day, ${draft.date(last)} AS last_day, ${integerOf(period)} AS period`,
    ),
  );
  return draft.table('b', join(rows, sql`\n  UNION ALL`));
}

type Month = readonly [first: CalendarDate, last: CalendarDate];

function monthsOf(from: CalendarDate, to: CalendarDate): readonly Month[] {
  const found: Month[] = [];
  for (let first = from; first <= to;) {
    const next = addPeriod(first, month);
    found.push([first, previousDay(next)]);
    first = next;
  }
  if (!from.endsWith('-01') || found.at(-1)?.[1] !== to)
    throw new RangeError(`toActivitiesSql: periods are whole months; ${from} to ${to} is not.`);
  return found;
}

const month = { years: 0, months: 1, weeks: 0, days: 0 };
