/**
 * R16, R16a: the runs of spans that share a day with the window, and last so long where that is asked; for every choice
 * of what is in doubt.
 */
import type { Count, MedicationQuery } from '../../profile/index.ts';
import type { PeriodParts, RecordType } from '../../record/index.ts';
import { lengthsOf, type LengthParts } from '../reference/runs.ts';
import { read } from '../reference/windows.ts';
import { longest } from './apart.ts';
import { coveredFor, coveredIn } from './coverage.ts';
import { endless, everyDay, isInWindow, lastsIn, plus, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { countCondition } from './range.ts';
import { isWhole, selectRecords, type Selection } from './records.ts';
import { joinRuns, ofPatient, withDay } from './runs.ts';
import { longestSetAside, setAsideIn } from './set-aside.ts';
import { mostSpans } from './spans.ts';
import { and, or, sql, type Sql } from './text.ts';

/** Which runs are counted. */
interface Asked {
  readonly gap: PeriodParts;
  readonly lengths: LengthParts;
  readonly window: DayWindow;
}

/** R16a: how many runs there are; the number is judged by `count`. */
export function answerEpisodes(
  draft: Draft,
  type: RecordType,
  query: Selection & Pick<MedicationQuery, 'lasting' | 'episodes'>,
  count: Count,
  window: DayWindow,
): Answer {
  const lengths = query.lasting === undefined ? {} : lengthsOf(query.lasting);
  const asked = { gap: read(query.episodes?.gap ?? 'P0D'), lengths, window };
  const enough = Math.max(count.min ?? 0, count.max === undefined ? 0 : count.max + 1);
  const { least, most, runs } = countEpisodes(draft, type, query, asked, enough);
  const { unbounded } = setAsideIn(draft, type, query, everyDay);
  const covered =
    query.lasting === undefined
      ? coveredIn(draft, type, query, window)
      : coveredBefore(draft, type, query, asked, runs);
  const bounded = sql`${covered} AND NOT ${unbounded}`;
  // What is not seen may join all of them to one, and then it may last too long.
  const seen = lengths.atMost ? sql`0` : sql`LEAST(${least}, 1)`;
  return draft.answer(
    countCondition(draft, count, {
      least: sql`CASE WHEN ${bounded} THEN ${least} ELSE ${seen} END`,
      most,
      bounded,
    }),
  );
}

/** R16: with `atMost` a run counts only where nothing can be joined to it, what is not covered included. */
export function answerShort(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  asked: Asked,
): Answer {
  const { gap, window } = asked;
  const { most, runs, sure } = countEpisodes(draft, type, selection, asked, 1);
  const latest = draft.aggregate(sure, sql`max(from_day)`);
  const { from: start } = window;
  const reaches = start && ((day: Sql) => sql`(${plus(draft, day, gap)} < ${latest})`);
  const isSeen = coveredFor(draft, type, selection, window, reaches);
  const covered = coveredBefore(draft, type, selection, asked, runs);
  return draft.answer(
    sql`CASE WHEN ${latest} IS NOT NULL AND ${isSeen} THEN TRUE
      WHEN ${most} = 0 AND ${covered} THEN FALSE END`,
  );
}

/** Covered in the window, and before it: those days from which `gap` reaches a run seen in it. */
function coveredBefore(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  { gap, window }: Asked,
  runs: Sql,
): Sql {
  const { from: start } = window;
  if (!start) return coveredFor(draft, type, selection, window, undefined);
  // In a window without days no run is seen.
  const isSeen = and([sql`to_day >= ${start}`, ...(window.isThere ? [window.isThere] : [])]);
  const first = draft.aggregate(runs, sql`min(from_day) FILTER (WHERE ${isSeen})`);
  return coveredFor(
    draft,
    type,
    selection,
    window,
    (day) =>
      sql`(${day} <= ${start} AND (${first} IS NULL OR ${plus(draft, day, gap)} < ${first}))`,
  );
}

/** The runs, and how many of them count. */
interface Episodes {
  /** Never NULL. */
  readonly least: Sql;
  /** Never NULL; no more than `enough` doubtful ones are told apart. */
  readonly most: Sql;
  /** A table of all runs, each as long as it can be. */
  readonly runs: Sql;
  /** A table of those that count whatever is in doubt. */
  readonly sure: Sql;
}

function countEpisodes(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  asked: Asked,
  enough: number,
): Episodes {
  const { gap, lengths, window } = asked;
  const owner = withDay(draft, ofPatient);
  const selected = selectRecords(draft, type, selection);
  const cores = draft.table(
    'b',
    sql`
  SELECT clinic, patient_id${draft.ownDay}, ordinal, from_last AS from_day, to_first AS to_day
  FROM ${selected}
  WHERE NOT is_doubtful AND from_last <= to_first`,
  );
  const least = judged(draft, joinRuns(draft, cores, gap, owner), asked);
  const runs = joinRuns(draft, mostSpans(draft, { type, selection }), gap, owner);
  const most = judged(draft, runs, asked);
  const open = openSpans(draft, type, selection);
  const lostIn = draft.table(
    'x',
    sql`
  SELECT DISTINCT r.clinic, r.patient_id, r.from_day
  FROM ${most} AS r
  JOIN ${open} AS b ON b.clinic = r.clinic AND b.patient_id = r.patient_id AND b.from_day BETWEEN r.from_day AND r.to_day
  WHERE r.is_long_enough AND b.is_loose`,
  );
  const sure = draft.table(
    'r',
    lengths.atMost
      ? sql`
  SELECT r.clinic, r.patient_id, r.from_day
  FROM ${most} AS r
  JOIN ${least} AS l ON l.clinic = r.clinic AND l.patient_id = r.patient_id AND l.from_day BETWEEN r.from_day AND r.to_day
  LEFT JOIN ${lostIn} AS x ON x.clinic = r.clinic AND x.patient_id = r.patient_id AND x.from_day = r.from_day
  WHERE x.patient_id IS NULL AND NOT r.is_too_long
  GROUP BY r.clinic, r.patient_id, r.from_day
  HAVING count(*) = 1 AND bool_and(l.is_long_enough)`
      : sql`
  SELECT DISTINCT r.clinic, r.patient_id, r.from_day
  FROM ${most} AS r
  JOIN ${least} AS l ON l.clinic = r.clinic AND l.patient_id = r.patient_id AND l.from_day BETWEEN r.from_day AND r.to_day
  WHERE l.is_long_enough`,
  );
  // Those that may be a run of their own: not joined to one that counts anyway, or that is too long anyway.
  const isOfItself = [
    sql`r.is_long_enough`,
    sql`b.is_too_long IS NOT TRUE`,
    sql`NOT EXISTS (
      SELECT 1 FROM ${least} AS l
      WHERE l.clinic = b.clinic AND l.patient_id = b.patient_id AND (l.is_long_enough OR l.is_too_long)
        AND l.from_day <= ${plus(draft, sql`(b.core_to + 1)`, gap)}
        AND b.core_from <= ${plus(draft, sql`(l.to_day + 1)`, gap)})`,
    ...(lengths.atLeast || lengths.atMost ? [] : [sql`b.is_inside`]),
  ];
  const added = draft.table(
    'b',
    sql`
  SELECT b.clinic, b.patient_id, b.ordinal, b.from_day, b.to_day, b.is_exact
  FROM (
    SELECT *, ${isInWindow(window)} AS is_inside, ${isTooLong(draft, asked, { from: sql`core_from`, to: sql`core_to` })} AS is_too_long
    FROM ${open}) AS b
  JOIN ${most} AS r ON r.clinic = b.clinic AND r.patient_id = b.patient_id AND b.from_day BETWEEN r.from_day AND r.to_day
  WHERE ${and(isOfItself)}`,
  );
  const exact = draft.table(
    'b',
    sql`
  SELECT clinic, patient_id, from_day, to_day FROM ${added} WHERE is_exact`,
  );
  const apart = longest(draft, exact, ofPatient, {
    isLater: (later, day) => sql`${later} > ${plus(draft, sql`(${day} + 1)`, gap)}`,
    enough,
  });
  const number = (rows: Sql, count: Sql) => sql`COALESCE(${draft.aggregate(rows, count)}, 0)`;
  return {
    least: number(sure, sql`count(*)`),
    most: sql`${number(least, sql`count(*) FILTER (WHERE is_long_enough AND NOT is_too_long)`)}
      + ${apart} + ${number(added, sql`count(DISTINCT COALESCE(ordinal, -1)) FILTER (WHERE NOT is_exact)`)}`,
    runs,
    sure,
  };
}

/** The spans of which anything is in doubt, as long as they can be, and those days that they have for certain. */
function openSpans(draft: Draft, type: RecordType, selection: Selection): Sql {
  const core = (day: Sql) => sql`CASE WHEN from_last <= to_first THEN ${day} END`;
  return draft.table(
    'b',
    sql`
  SELECT clinic, patient_id${draft.ownDay}, ordinal, from_first AS from_day, to_last AS to_day,
    ${core(sql`from_last`)} AS core_from, ${core(sql`to_first`)} AS core_to,
    is_doubtful OR from_last > to_first AS is_loose, ${isWhole} AS is_exact
  FROM ${selectRecords(draft, type, selection)}
  WHERE is_doubtful OR NOT ${isWhole}
  UNION ALL
  SELECT clinic, patient_id${draft.ownDay}, ordinal, from_day, to_day, CAST(NULL AS DATE), CAST(NULL AS DATE), TRUE, FALSE
  FROM (${longestSetAside(draft, type, selection)}) AS aside`,
  );
}

/** A table of runs and what they are: whatever holds one that is long enough, or too long, is so too. */
function judged(draft: Draft, runs: Sql, asked: Asked): Sql {
  const { lengths, window } = asked;
  const isLongEnough = lengths.atLeast
    ? lastsIn(draft, lengths.atLeast, window)
    : isInWindow(window);
  return draft.table(
    'r',
    sql`
  SELECT clinic, patient_id, from_day, to_day, ${isLongEnough} AS is_long_enough,
    ${isTooLong(draft, asked, { from: sql`from_day`, to: sql`to_day` })} AS is_too_long
  FROM ${runs}`,
  );
}

/** Lasts more than the most that is asked, or goes on after the window. */
function isTooLong(
  draft: Draft,
  { lengths: { atMost }, window: { to } }: Asked,
  days: { readonly from: Sql; readonly to: Sql },
): Sql {
  if (!atMost) return sql`FALSE`;
  return or([
    sql`${days.to} = ${endless}`,
    ...(to ? [sql`${days.to} > ${to}`] : []),
    sql`${plus(draft, days.from, atMost)} < ${days.to} + 1`,
  ]);
}
