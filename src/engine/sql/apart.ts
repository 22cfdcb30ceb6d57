/** R11: how many records there are of which each is at least so much later than the one before. */
import type { PeriodParts, RecordType } from '../../record/index.ts';
import type { AnyQuery } from '../reference/parts.ts';
import { isCertain, recordsIn } from './candidates.ts';
import { endless, plus, type DayWindow } from './days.ts';
import type { Draft } from './draft.ts';
import { ofPatient, ofWorld, type Owner } from './runs.ts';
import { possibleIn } from './sequence.ts';
import { sql, type Sql } from './text.ts';

/** What is counted. */
interface Apart {
  readonly period: PeriodParts;
  /** More make no difference. */
  readonly enough: number;
}

/** What comes one after another. */
interface Chain {
  /** Whether one that begins on a day comes after one that ended on another. */
  readonly isLater: (later: Sql, day: Sql) => Sql;
  /** More make no difference. */
  readonly enough: number;
}

/** At least and at most so many; no more than `enough` are told apart. Never NULL. */
export function countApart(
  draft: Draft,
  type: RecordType,
  query: AnyQuery,
  window: DayWindow,
  apart: Apart,
): { readonly least: Sql; readonly most: Sql } {
  const records = recordsIn(draft, type, query, window);
  const certain = draft.table(
    'b',
    sql`
  SELECT clinic, patient_id, from_first AS from_day, from_last AS to_day FROM ${records} WHERE ${isCertain}`,
  );
  return {
    least: longest(draft, certain, ofPatient, chainOf(draft, apart)),
    most: mostApart(draft, possibleIn(draft, { type, query, window, records }), apart),
  };
}

/**
 * One that may have begun on several days is tried on its first, and on the first of them that is late enough after
 * any other: each of these is a world. Where there are several such records, each may add one to the others, unless
 * the days of all of them are too close.
 */
function mostApart(draft: Draft, possible: Sql, apart: Apart): Sql {
  const known = draft.table(
    'b',
    sql`
  SELECT DISTINCT clinic, patient_id, from_first AS day FROM ${possible} WHERE from_first = from_last`,
  );
  const alone = draft.table(
    'x',
    sql`
  SELECT clinic, patient_id, min(from_first) AS from_first, min(from_last) AS from_last
  FROM ${possible}
  WHERE from_first < from_last
  GROUP BY clinic, patient_id
  HAVING count(*) = 1`,
  );
  const worlds = draft.table(
    'x',
    sql`
  SELECT clinic, patient_id, from_first AS world FROM ${alone}
  UNION
  SELECT a.clinic, a.patient_id, ${dayApart(draft, sql`b.day`, apart)}
  FROM ${alone} AS a
  JOIN ${known} AS b ON b.clinic = a.clinic AND b.patient_id = a.patient_id
    AND ${dayApart(draft, sql`b.day`, apart)} BETWEEN a.from_first AND a.from_last`,
  );
  const days = draft.table(
    'b',
    sql`
  SELECT b.clinic, b.patient_id, COALESCE(x.world, ${endless}) AS world, b.day AS from_day, b.day AS to_day
  FROM ${known} AS b
  LEFT JOIN ${worlds} AS x ON x.clinic = b.clinic AND x.patient_id = b.patient_id
  UNION ALL
  SELECT clinic, patient_id, world, world, world FROM ${worlds}`,
  );
  const open = draft.aggregate(possible, sql`count(*) FILTER (WHERE from_first < from_last)`);
  const areApart = draft.aggregate(
    possible,
    sql`max(from_last) > min(from_first) AND max(from_last) >= ${dayApart(draft, sql`min(from_first)`, apart)}`,
  );
  const most = longest(draft, days, ofWorld, chainOf(draft, apart));
  return sql`CASE WHEN ${open} > 1 THEN CASE WHEN ${areApart} THEN ${most} + ${open} ELSE 1 END ELSE ${most} END`;
}

/**
 * How many of the days of each owner are apart, in that world where they are most: the one that ends first, and after
 * it each time the one that ends first of those that begin late enough.
 */
export function longest(draft: Draft, days: Sql, owner: Owner, chained: Chain): Sql {
  const { columns, columnsOfA: own, isSame } = owner;
  const later = draft.table(
    'b',
    sql`
  SELECT ${own}, a.to_day AS day, min(b.to_day) AS next_day
  FROM ${days} AS a
  JOIN ${days} AS b ON ${isSame}
    AND ${chained.isLater(sql`b.from_day`, sql`a.to_day`)}
  GROUP BY ${own}, a.to_day`,
  );
  const chain = draft.recursive(
    'j',
    (chain) => sql`
  SELECT ${columns}, min(to_day) AS day, 1 AS number FROM ${days} GROUP BY ${columns}
  UNION ALL
  SELECT ${own}, b.next_day, a.number + 1
  FROM ${chain} AS a
  JOIN ${later} AS b ON ${isSame} AND b.day = a.day
  WHERE a.number < ${draft.integer(chained.enough)}`,
  );
  return sql`COALESCE(${draft.aggregate(chain, sql`max(number)`)}, 0)`;
}

function chainOf(draft: Draft, apart: Apart): Chain {
  return {
    isLater: (later, day) => sql`${later} > ${day} AND ${later} >= ${dayApart(draft, day, apart)}`,
    enough: apart.enough,
  };
}

/** The first day that is late enough after another. At the calendar's end periods are shorter. */
function dayApart(draft: Draft, day: Sql, { period }: Apart): Sql {
  return sql`LEAST(${plus(draft, day, period)}, ${endless})`;
}
