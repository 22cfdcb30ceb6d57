/** R19a: the latest day with a record of each part, whatever its value; on that day each part is judged. */
import type { ResultValue, SameDay } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import { partOf, type AnyQuery } from '../reference/parts.ts';
import { recordsIn } from './candidates.ts';
import { coveredFor } from './coverage.ts';
import { windowIn, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { clipFirst, clipLast, setAsideIn } from './set-aside.ts';
import { and, join, sql, type Sql } from './text.ts';

export function answerSameDay(draft: Draft, { of, when }: SameDay): Answer {
  const window = windowIn(draft, when ?? 'ever');
  const parts = of.map(partOf);
  const days = sharedDays(
    draft,
    parts.map(({ type, query }) => judgedDays(draft, type, query, window)),
  );
  const ask = (expression: Sql) => draft.aggregate(days, expression);
  const shared = ask(sql`max(shared_day)`);
  const start = window.from;
  const known = parts.flatMap(({ type, query }) => [
    coveredFor(draft, type, query, window, (firstDay) =>
      start
        ? sql`${firstDay} <= COALESCE(${shared}, ${start})`
        : sql`(${shared} IS NULL OR ${firstDay} <= ${shared})`,
    ),
    setAsideIn(draft, type, query, window).none,
  ]);
  return draft.answer(
    sql`CASE WHEN ${and([...new Set(known)])} THEN CASE
      WHEN ${shared} IS NOT NULL AND ${ask(sql`bool_and(is_yes IS TRUE)`)} THEN TRUE
      WHEN ${ask(sql`bool_and(is_no IS TRUE)`)} IS NOT FALSE THEN FALSE
    END END`,
  );
}

/**
 * A table of the days that may be the one: that on which every part has a record for certain, and each later one on which
 * every part has one, or may have (R4a, R10a). `shared_day` is the certain one, NULL where there is none.
 */
function sharedDays(draft: Draft, parts: readonly Sql[]): Sql {
  const all = join(
    parts.map(
      (part) => sql`\n    SELECT clinic, patient_id, day, is_certain, is_yes, is_no FROM ${part}`,
    ),
    sql`\n    UNION ALL`,
  );
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, shared_day, is_yes, is_no
  FROM (
    SELECT *, max(CASE WHEN is_certain THEN day END) OVER (PARTITION BY clinic, patient_id) AS shared_day
    FROM (
      SELECT clinic, patient_id, day, bool_and(is_certain) AS is_certain,
        bool_and(is_yes IS TRUE) AS is_yes, bool_or(is_no IS TRUE) AS is_no
      FROM (${all}) AS parts
      GROUP BY clinic, patient_id, day
      HAVING count(*) = ${draft.integer(parts.length)}) AS days) AS placed
  WHERE shared_day IS NULL OR day >= shared_day`,
  );
}

/** A table of the days of one part, with how its records are judged on each; `is_certain` where one is there for certain. */
function judgedDays(draft: Draft, type: RecordType, query: AnyQuery, window: DayWindow): Sql {
  const { value, pick = 'any' } = query;
  const sides = pick === 'highest' || pick === 'lowest' ? 'each-bound' : 'whole';
  const records = recordsIn(draft, type, query, window, sides);
  const isCertain = sql`(is_inside AND from_first = from_last)`;
  const time = type === 'result' ? sql`, on_time` : sql``;
  const bounds = sides === 'each-bound' ? sql`, by_low, by_high` : sql``;
  const columns = sql`clinic, patient_id, ordinal, judged${time}${bounds}`;
  const first = clipFirst(type, sql`from_first`, window);
  const last = clipLast(sql`from_last`, window);
  // A date is known to its year at least.
  const byDay = draft.table(
    'q',
    sql`
  SELECT ${columns}, from_first AS day, TRUE AS is_sure
  FROM ${records}
  WHERE ${isCertain}
  UNION ALL
  SELECT ${columns}, first_day + CAST(number AS INTEGER), FALSE
  FROM (
    SELECT ${columns}, ${first} AS first_day, ${last} AS last_day
    FROM ${records}
    WHERE NOT ${isCertain}) AS doubtful
  JOIN generate_series(0, 366) AS numbers(number) ON first_day + CAST(number AS INTEGER) <= last_day`,
  );
  const { rows, isYes, isNo } = judgePart(draft, byDay, pick, value);
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, day, bool_or(is_sure) AS is_certain,
    ${isYes} AS is_yes,
    ${isNo} AS is_no
  FROM ${rows}
  GROUP BY clinic, patient_id, day`,
  );
}

/** R11–R13 of the records of one day: those that are certain, and those that only may be. */
function judgePart(
  draft: Draft,
  byDay: Sql,
  pick: NonNullable<AnyQuery['pick']>,
  value: ResultValue | undefined,
) {
  const allYes = sql`bool_and(judged IS TRUE)`;
  const allNo = sql`bool_and(judged IS FALSE)`;
  if (pick === 'any')
    return {
      rows: byDay,
      isYes: sql`bool_or(is_sure AND judged IS TRUE) OR ${allYes}`,
      isNo: allNo,
    };
  // Where all are certain, the one picked is judged; else one of them is there, and is judged as all are.
  const unlessSure = (inDoubt: Sql, sure: Sql) =>
    sql`CASE WHEN bool_and(is_sure) THEN ${sure} ELSE ${inDoubt} END`;
  if (pick === 'latest' || pick === 'earliest') {
    const direction = pick === 'latest' ? sql` DESC` : sql``;
    const rows = draft.table(
      'j',
      sql`
  SELECT *, row_number() OVER (PARTITION BY clinic, patient_id, day
    ORDER BY (CASE WHEN is_timed THEN on_time END) COLLATE "C"${direction}, ordinal${direction}) AS place
  FROM (
    SELECT *, bool_and(on_time IS NOT NULL) OVER (PARTITION BY clinic, patient_id, day) AS is_timed
    FROM ${byDay}) AS timed`,
    );
    return {
      rows,
      isYes: unlessSure(allYes, sql`bool_or(place = 1 AND judged IS TRUE)`),
      isNo: unlessSure(allNo, sql`bool_or(place = 1 AND judged IS FALSE)`),
    };
  }
  if (!value || 'text' in value) throw new RangeError('A text is neither highest nor lowest.');
  const [reach, keep] =
    pick === 'highest' ? [sql`by_low`, sql`by_high`] : [sql`by_high`, sql`by_low`];
  return {
    rows: byDay,
    // One that goes far enough suffices for the one side; for the other, none may go too far.
    isYes: unlessSure(allYes, sql`bool_or(${reach} IS TRUE) AND bool_and(${keep} IS TRUE)`),
    isNo: unlessSure(allNo, sql`bool_or(${keep} IS FALSE) OR ${allNo}`),
  };
}
