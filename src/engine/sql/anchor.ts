/** R19b: a criterion asked on the day of a record, in the place of the day of evaluation. */
import { defaultWindows, type Anchor, type Criterion } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import { partOf, type AnyQuery } from '../reference/parts.ts';
import { recordsIn } from './candidates.ts';
import { coveredFor } from './coverage.ts';
import { pastWindowIn, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import {
  beginningsSetAside,
  clipFirst,
  clipLast,
  firstSetAside,
  lastSetAside,
  mayShareDay,
  mightAnswer,
} from './set-aside.ts';
import { and, sql, type Sql } from './text.ts';

/** The days that the anchor may be on are found, and `is` is asked on each of them: it must say the same on all. */
export function answerAnchored(
  draft: Draft,
  { on, pick, at, is }: Anchor,
  ask: (draft: Draft, criterion: Criterion) => Answer,
): Answer {
  const { type, query } = partOf(on);
  const window = pastWindowIn(draft, query.when ?? defaultWindows[type]);
  const records = recordsIn(draft, type, query, window);
  const candidates = at
    ? endsIn(draft, type, query, window, records)
    : beginningsIn(draft, type, query, window, records);
  const contenders = contendersOf(draft, candidates, pick);
  const days = daysOf(draft, contenders);
  const answers = draft.answersOn(days, (inner) => ask(inner, is));
  const isThere = draft.aggregate(contenders, sql`bool_or(is_certain)`);
  const isTooLong = draft.aggregate(contenders, sql`bool_or(last_day - first_day > ${longest})`);
  // R4a: with two such records nobody knows.
  const isTriedTwice = draft.isAnchored
    ? sql` AND NOT (p.is_tried AND COALESCE(${draft.aggregate(days, sql`count(*)`)}, 0) > 1)`
    : sql``;
  // It may have ended on any day by that of evaluation.
  const asked = at ? { hasCome: window.hasCome, lastAsked: draft.date(draft.asOf) } : window;
  const isCovered =
    pick === 'earliest'
      ? coveredFor(
          draft,
          type,
          query,
          asked,
          window.from && ((day) => sql`${day} <= ${window.from!}`),
        )
      : coveredFor(draft, type, query, asked, (day) => reaches(draft, contenders, day, window));
  return draft.answer(
    sql`CASE WHEN ${isCovered} AND ${isTooLong} IS NOT TRUE${isTriedTwice} THEN CASE
      WHEN ${isThere} AND ${draft.aggregate(answers, sql`bool_and(answer IS TRUE)`)} THEN TRUE
      WHEN ${draft.aggregate(answers, sql`bool_and(answer IS FALSE)`)} IS NOT FALSE THEN FALSE
    END END`,
  );
}

/** A date is known to its year at least: of what may be on any of more days nobody asks. */
const longest = sql`366`;

/** The latest is known to be the latest when everything after it is covered (R13); without one the whole window counts. */
function reaches(draft: Draft, contenders: Sql, day: Sql, { from }: DayWindow): Sql {
  const bound = draft.aggregate(contenders, sql`min(bound)`);
  return from
    ? sql`${day} <= GREATEST(${bound}, ${from})`
    : sql`(${bound} IS NULL OR ${day} <= ${bound})`;
}

/** The records that may be the anchor, and the days on which they may have begun while they are in the window. */
function beginningsIn(
  draft: Draft,
  type: RecordType,
  query: AnyQuery,
  window: DayWindow,
  records: Sql,
): Sql {
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, is_inside AND judged IS TRUE AS is_certain,
    ${clipFirst(type, sql`from_first`, window)} AS first_day, ${clipLast(sql`from_last`, window)} AS last_day
  FROM ${records}
  WHERE judged IS NOT FALSE
  UNION ALL
  SELECT clinic, patient_id, FALSE, from_first, from_last
  FROM (${beginningsSetAside(draft, type, query, window)}) AS beginnings`,
  );
}

/** The same of the days on which they may have ended by the day of evaluation. */
function endsIn(
  draft: Draft,
  type: RecordType,
  query: AnyQuery,
  window: DayWindow,
  records: Sql,
): Sql {
  const today = draft.date(draft.asOf);
  const first = (day: Sql) => (window.from ? sql`GREATEST(${day}, ${window.from})` : day);
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, is_inside AND judged IS TRUE AND to_last <= ${today} AS is_certain,
    ${first(sql`to_first`)} AS first_day, LEAST(to_last, ${today}) AS last_day
  FROM ${records}
  WHERE judged IS NOT FALSE
  UNION ALL
  SELECT clinic, patient_id, FALSE, ${first(firstSetAside)}, LEAST(${lastSetAside}, ${today})
  FROM ${draft.tableOf('set_aside')}
  WHERE ${and([mightAnswer(draft, type, query), mayShareDay(window)])}`,
  );
}

/**
 * Those that may be the one picked, on the days on which they are: none before `bound`, the day that the latest has at
 * least, or after the one that the earliest has at most.
 */
function contendersOf(draft: Draft, candidates: Sql, pick: 'latest' | 'earliest'): Sql {
  const [bound, first, last] =
    pick === 'latest'
      ? [sql`max(first_day)`, sql`GREATEST(first_day, bound)`, sql`last_day`]
      : [sql`min(last_day)`, sql`first_day`, sql`LEAST(last_day, bound)`];
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, is_certain, bound, first_day, last_day
  FROM (
    SELECT clinic, patient_id, is_certain, bound, ${first} AS first_day, ${last} AS last_day
    FROM (
      SELECT *, ${bound} FILTER (WHERE is_certain) OVER (PARTITION BY clinic, patient_id) AS bound
      FROM ${candidates}
      WHERE first_day <= last_day) AS bounded) AS clipped
  WHERE first_day <= last_day`,
  );
}

/** Every day that the anchor may be on, and `is_tried`: whether there are several, of this anchor or of one around it. */
function daysOf(draft: Draft, contenders: Sql): Sql {
  const [tried, outer] = draft.isAnchored
    ? [
        sql`p.is_tried OR `,
        sql`\n  JOIN ${draft.tableOf('patient')} AS p ON p.clinic = days.clinic AND p.id = days.patient_id`,
      ]
    : [sql``, sql``];
  return draft.table(
    'j',
    sql`
  SELECT days.clinic, days.patient_id, days.day,
    ${tried}count(*) OVER (PARTITION BY days.clinic, days.patient_id) > 1 AS is_tried
  FROM (
    SELECT clinic, patient_id, first_day AS day FROM ${contenders}
    UNION
    SELECT clinic, patient_id, first_day + CAST(number AS INTEGER)
    FROM ${contenders}
    JOIN generate_series(1, 366) AS numbers(number) ON first_day + CAST(number AS INTEGER) <= last_day
    WHERE first_day < last_day AND last_day - first_day <= ${longest}) AS days${outer}`,
  );
}
