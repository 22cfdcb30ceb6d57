/** R19c: the latest result less another one of the same: what has changed. */
import { defaultWindows, type Change } from '../../profile/index.ts';
import { coveredFor } from './coverage.ts';
import { endless, mayBeInWindow, mustBeInWindow, windowIn, type DayWindow } from './days.ts';
import { decimal, decimalIn } from './decimals.ts';
import type { Answer, Draft } from './draft.ts';
import { selectRecords } from './records.ts';
import { clipFirst, clipLast, setAsideIn } from './set-aside.ts';
import { and, or, sql, type Sql } from './text.ts';

export function answerChange(draft: Draft, change: Change): Answer {
  const { of, from, value } = change;
  const window = windowIn(draft, of.when ?? defaultWindows.result);
  const seen = resultsIn(draft, change, window);
  const worlds = worldsOf(draft, seen);
  const differences = differencesIn(draft, placedIn(draft, seen, worlds), from);
  const count = (rows: Sql, condition: Sql, none: Sql) =>
    sql`COALESCE(${draft.aggregate(rows, sql`count(*) FILTER (WHERE ${condition})`)}, ${none})`;
  const { isYes, isNo } = judgeDifference(draft, value);
  const inDoubt = count(seen, sql`in_doubt`, sql`0`);
  const all = count(worlds, sql`TRUE`, sql`1`);
  const pairs = count(differences, sql`TRUE`, sql`0`);
  const covered = coveredFor(draft, 'result', of, window, (firstDay) => {
    const start = window.from;
    const reaches = (day: Sql) => sql`(${day} IS NULL OR ${firstDay} <= ${day})`;
    // Where there may be fewer than two, the whole window counts.
    if (from === 'previous')
      return and([
        reaches(draft.aggregate(differences, sql`min(other_day)`)),
        ...(start ? [sql`(${pairs} = ${all} OR ${firstDay} <= ${start})`] : []),
      ]);
    if (start) return sql`${firstDay} <= ${start}`;
    // Of a window with an open start the highest and the lowest are asked of what was seen.
    return from === 'earliest'
      ? sql`TRUE`
      : sql`(${pairs} = 0 OR ${reaches(draft.aggregate(seen, sql`min(first_day)`))})`;
  });
  const { none } = setAsideIn(draft, 'result', of, window);
  return draft.answer(
    sql`CASE WHEN ${inDoubt} <= 1 AND ${covered} AND ${none} THEN CASE
      WHEN ${count(differences, isYes, sql`0`)} = ${all} THEN TRUE
      WHEN ${count(differences, isNo, sql`0`)} = ${pairs} THEN FALSE
    END END`,
  );
}

/**
 * A table of the results that may be in the window: `ordinal`, `on_time`, the days in it on which they may have been,
 * `first_day` and `last_day`; `is_inside` on all their lawful days and with all that is asked, else, or where there are
 * several such days, `in_doubt` (R4a, R10a); and all numbers that they stand for (R14), from `low` to `high`, an open end
 * NULL, and whether the ends belong to them.
 */
function resultsIn(draft: Draft, { of, from, value }: Change, window: DayWindow): Sql {
  const { min, max } = value.plausible ?? {};
  const plausible = and([
    ...(min === undefined ? [] : [sql`number >= ${decimal(draft, min)}`]),
    ...(max === undefined ? [] : [sql`number <= ${decimal(draft, max)}`]),
  ]);
  const end = (open: Sql) =>
    sql`CASE WHEN ${plausible} AND (comparator IS NULL OR comparator IN (${open})) THEN number END`;
  const results = draft.table(
    'w',
    sql`
  SELECT clinic, patient_id, ordinal, on_time, first_day, last_day, is_inside, in_doubt,
    ${end(sql`'>', '>='`)} AS low, comparator IS DISTINCT FROM '>' AS low_closed,
    ${end(sql`'<', '<='`)} AS high, comparator IS DISTINCT FROM '<' AS high_closed,
    row_number() OVER (PARTITION BY clinic, patient_id, is_inside ORDER BY first_day DESC, ordinal) AS place
  FROM (
    SELECT clinic, patient_id, ordinal, on_time, comparator, is_inside,
      NOT is_inside OR from_first <> from_last AS in_doubt,
      ${clipFirst('result', sql`from_first`, window)} AS first_day,
      ${clipLast(sql`from_last`, window)} AS last_day,
      ${decimalIn(draft, value.unit)} AS number
    FROM (
      SELECT *, ${mustBeInWindow(window)} AND NOT is_doubtful AS is_inside
      FROM ${selectRecords(draft, 'result', of)}
      WHERE ${mayBeInWindow(window)}) AS seen) AS clipped`,
  );
  if (from !== 'previous') return results;
  // What is certainly older than two others is neither the latest nor the one before it.
  return draft.table(
    'w',
    sql`
  SELECT *
  FROM (
    SELECT *, max(CASE WHEN is_inside AND place = 2 THEN first_day END)
      OVER (PARTITION BY clinic, patient_id) AS second_day
    FROM ${results}) AS seen
  WHERE second_day IS NULL OR last_day >= second_day`,
  );
}

/**
 * Where one result alone is in doubt, each of its days, and none (NULL) where it need not be one of those asked: a row
 * each. A date is known to its year at least.
 */
function worldsOf(draft: Draft, seen: Sql): Sql {
  const alone = draft.table(
    'x',
    sql`
  SELECT clinic, patient_id, min(first_day) AS first_day, min(last_day) AS last_day,
    bool_and(is_inside) AS is_inside
  FROM ${seen}
  WHERE in_doubt
  GROUP BY clinic, patient_id
  HAVING count(*) = 1`,
  );
  return draft.table(
    'x',
    sql`
  SELECT clinic, patient_id, first_day + CAST(number AS INTEGER) AS day
  FROM ${alone}
  JOIN generate_series(0, 366) AS numbers(number) ON first_day + CAST(number AS INTEGER) <= last_day
  UNION ALL
  SELECT clinic, patient_id, NULL FROM ${alone} WHERE NOT is_inside`,
  );
}

/** The results on their days, in every world. */
function placedIn(draft: Draft, seen: Sql, worlds: Sql): Sql {
  return draft.table(
    'j',
    sql`
  SELECT s.clinic, s.patient_id, COALESCE(x.day, ${endless}) AS world, s.ordinal, s.on_time,
    CASE WHEN s.in_doubt THEN x.day ELSE s.first_day END AS day,
    s.low, s.low_closed, s.high, s.high_closed
  FROM ${seen} AS s
  LEFT JOIN ${worlds} AS x ON x.clinic = s.clinic AND x.patient_id = s.patient_id
  WHERE NOT s.in_doubt OR x.day IS NOT NULL`,
  );
}

/** Of each world with two results at least: the latest less the other. */
function differencesIn(draft: Draft, placed: Sql, from: Change['from']): Sql {
  const inOrder = orderedIn(draft, placed, sql` DESC`);
  const columns = sql`clinic, patient_id, world, day, low, low_closed, high, high_closed`;
  const rest = draft.table(
    'j',
    sql`
  SELECT ${columns}, ordinal, on_time
  FROM ${inOrder}
  WHERE place > 1`,
  );
  const others =
    from === 'highest' || from === 'lowest'
      ? extremesIn(draft, rest, from)
      : sql`${orderedIn(draft, rest, from === 'previous' ? sql` DESC` : sql``)}
    WHERE place = 1`;
  // Not joined: a database that takes each for a row or two would go through all the others for each.
  const ofLatest = (end: Sql) => sql`${end} FILTER (WHERE is_latest)`;
  const ofOther = (end: Sql) => sql`${end} FILTER (WHERE NOT is_latest)`;
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, ${ofOther(sql`min(day)`)} AS other_day,
    ${ofLatest(sql`min(low)`)} - ${ofOther(sql`min(high)`)} AS low,
    ${ofLatest(sql`bool_and(low_closed)`)} AND ${ofOther(sql`bool_and(high_closed)`)} AS low_closed,
    ${ofLatest(sql`min(high)`)} - ${ofOther(sql`min(low)`)} AS high,
    ${ofLatest(sql`bool_and(high_closed)`)} AND ${ofOther(sql`bool_and(low_closed)`)} AS high_closed
  FROM (
    SELECT ${columns}, TRUE AS is_latest FROM ${inOrder} WHERE place = 1
    UNION ALL
    SELECT ${columns}, FALSE FROM ${others}) AS pairs
  GROUP BY clinic, patient_id, world
  HAVING count(*) = 2`,
  );
}

/** With the place of each by day; of one day by time where each has one, else in the order given (R13). */
function orderedIn(draft: Draft, placed: Sql, direction: Sql): Sql {
  return draft.table(
    'j',
    sql`
  SELECT *, row_number() OVER (PARTITION BY clinic, patient_id, world
    ORDER BY day${direction}, (CASE WHEN is_timed THEN on_time END) COLLATE "C"${direction}, ordinal${direction}) AS place
  FROM (
    SELECT *, bool_and(on_time IS NOT NULL) OVER (PARTITION BY clinic, patient_id, world, day) AS is_timed
    FROM ${placed}) AS timed`,
  );
}

/**
 * The highest number of each world, or the lowest, each of which may be any that its result allows: the highest is as high
 * as the one that begins latest, and no higher than the one that ends latest.
 */
function extremesIn(draft: Draft, rest: Sql, pick: 'highest' | 'lowest'): Sql {
  const orders =
    pick === 'highest'
      ? {
          low: sql`low DESC NULLS LAST, low_closed`,
          high: sql`high DESC NULLS FIRST, high_closed DESC`,
        }
      : { low: sql`low NULLS FIRST, low_closed DESC`, high: sql`high NULLS LAST, high_closed` };
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, world, min(day) AS day,
    max(low) FILTER (WHERE low_place = 1) AS low,
    bool_and(low_closed) FILTER (WHERE low_place = 1) AS low_closed,
    max(high) FILTER (WHERE high_place = 1) AS high,
    bool_and(high_closed) FILTER (WHERE high_place = 1) AS high_closed
  FROM (
    SELECT *,
      row_number() OVER (PARTITION BY clinic, patient_id, world ORDER BY ${orders.low}) AS low_place,
      row_number() OVER (PARTITION BY clinic, patient_id, world ORDER BY ${orders.high}) AS high_place
    FROM ${rest}) AS ranked
  GROUP BY clinic, patient_id, world`,
  );
}

/** Whether all numbers of a difference are among those asked, and whether none is (R14). */
function judgeDifference(draft: Draft, { above, atLeast, below, atMost }: Change['value']) {
  const bound = (value: number | undefined, write: (bound: Sql) => Sql) =>
    value === undefined ? [] : [write(decimal(draft, value))];
  const isAbove = (end: Sql) => sql`(low > ${end} OR (low = ${end} AND NOT low_closed))`;
  const isBelow = (end: Sql) => sql`(high < ${end} OR (high = ${end} AND NOT high_closed))`;
  return {
    isYes: and([
      ...bound(above, isAbove),
      ...bound(atLeast, (end) => sql`low >= ${end}`),
      ...bound(below, isBelow),
      ...bound(atMost, (end) => sql`high <= ${end}`),
    ]),
    isNo: or([
      ...bound(above, (end) => sql`high <= ${end}`),
      ...bound(atLeast, isBelow),
      ...bound(below, (end) => sql`low >= ${end}`),
      ...bound(atMost, isAbove),
    ]),
  };
}
