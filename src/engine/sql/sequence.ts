/** R19: records that come one after another: the first on day a, the second on day b, a ≤ b ≤ a + P. */
import { defaultWindows, type Criterion, type SequencePart } from '../../profile/index.ts';
import { isSpan, type PeriodParts, type RecordType } from '../../record/index.ts';
import { partOf, type AnyQuery } from '../reference/parts.ts';
import { read } from '../reference/windows.ts';
import { isCertain, isPossible, recordsIn } from './candidates.ts';
import { coveredIn } from './coverage.ts';
import { plus, windowIn, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { typeText } from './layout.ts';
import { isWhole } from './records.ts';
import { beginningsSetAside, clipFirst, clipLast } from './set-aside.ts';
import { and, or, sql, type Sql } from './text.ts';

type Sequence = Extract<Criterion, { sequence: unknown }>['sequence'];

/** The records of a part that are, or may be, what it asks of. */
export interface Part {
  readonly type: RecordType;
  readonly query: AnyQuery;
  readonly window: DayWindow;
  readonly records: Sql;
}

export function answerSequence(draft: Draft, { of, within }: Sequence): Answer {
  const [first, second] = of.map((part) => readPart(draft, part));
  if (!first || !second) throw new RangeError('A sequence has two parts.');
  const period = read(within);
  const possible = [first, second].map((part) => possibleIn(draft, part));
  const covered = [first, second].map(({ type, query, window }) =>
    coveredIn(draft, type, query, window),
  );
  const isWithoutOne = covered.map(
    (each, index) => sql`(${draft.aggregate(possible[index]!, sql`count(*)`)} IS NULL AND ${each})`,
  );
  const mayFollow = draft.aggregate(
    pairsOf(possible, first.type === second.type, followsOnSomeDay(draft, period)),
    sql`count(*)`,
  );
  const follows = draft.aggregate(
    pairsOf(
      [first, second].map(certainIn),
      first.type === second.type,
      followsOnEveryDay(draft, period),
    ),
    sql`count(*)`,
  );
  const followsAnyway = draft.aggregate(
    checksOf(draft, first, second, period),
    sql`bool_and(choices > 0)`,
  );
  return draft.answer(
    sql`CASE WHEN ${follows} > 0 OR ${followsAnyway} THEN TRUE
      WHEN ${or([and([...new Set(covered), sql`${mayFollow} IS NULL`]), ...isWithoutOne])} THEN FALSE END`,
  );
}

function readPart(draft: Draft, part: SequencePart): Part {
  const { type, query } = partOf(part);
  const window = windowIn(draft, query.when ?? defaultWindows[type]);
  return { type, query, window, records: recordsIn(draft, type, query, window) };
}

/** Those that count on all their lawful days. */
function certainIn({ records }: Part): Sql {
  return sql`(SELECT clinic, patient_id, ordinal, from_first, from_last FROM ${records} WHERE ${isCertain})`;
}

/** Those that may count, and those set aside that might, with the days on which they may have begun while they do. */
export function possibleIn(draft: Draft, { type, query, window, records }: Part): Sql {
  const first = clipFirst(type, sql`from_first`, window);
  const last = clipLast(sql`from_last`, window);
  return draft.table(
    'q',
    sql`
  SELECT clinic, patient_id, ordinal, ${first} AS from_first, ${last} AS from_last
  FROM ${records}
  WHERE ${isPossible}
  UNION ALL${beginningsSetAside(draft, type, query, window)}`,
  );
}

/**
 * The pairs of the first and the second. A record does not follow itself; a list that cannot be read may hold any
 * number.
 */
function pairsOf([first, second]: readonly Sql[], isOneType: boolean, follows: Sql): Sql {
  const another = isOneType ? sql` AND (a.ordinal <> b.ordinal) IS NOT FALSE` : sql``;
  return sql`(
    SELECT a.clinic, a.patient_id
    FROM ${first!} AS a
    JOIN ${second!} AS b ON b.clinic = a.clinic AND b.patient_id = a.patient_id${another}
      AND ${follows}) AS pairs`;
}

/** On whichever of their days. */
function followsOnEveryDay(draft: Draft, within: PeriodParts): Sql {
  return sql`a.from_last <= b.from_first AND b.from_last <= ${plus(draft, sql`a.from_first`, within)}`;
}

/** On one of their days at least. */
function followsOnSomeDay(draft: Draft, within: PeriodParts): Sql {
  return sql`a.from_first <= b.from_last AND b.from_first <= ${plus(draft, sql`a.from_last`, within)}`;
}

/**
 * R4a: where one record alone has a date that is not known to the day: whether others come before or after it on each
 * of its lawful days, now these, now those. Each row is a day to check, `choices` how many come then: its first day,
 * and each day after the last on which another one can be the other.
 */
function checksOf(draft: Draft, first: Part, second: Part, within: PeriodParts): Sql {
  const partial = ({ type, records }: Part, isFirst: Sql) => sql`
    SELECT clinic, patient_id${draft.ownDay}, ${typeText(type)} AS type, ordinal, ${isFirst} AS is_first, from_first, from_last, to_first
    FROM ${records}
    WHERE judged AND NOT is_doubtful AND NOT ${isWhole}`;
  const alone = draft.table(
    'q',
    sql`
  SELECT *
  FROM (
    SELECT *, min(type) OVER patient = max(type) OVER patient
        AND min(ordinal) OVER patient = max(ordinal) OVER patient AS is_alone
    FROM (${partial(first, sql`TRUE`)}
    UNION ALL${partial(second, sql`FALSE`)}) AS partial
    WINDOW patient AS (PARTITION BY clinic, patient_id)) AS counted
  WHERE is_alone`,
  );
  // Where it is the first, the other day must be reached from it; where it is the second, it must be reached.
  const before = choicesOf(draft, alone, sql`a.is_first`, second, first, {
    first: sql`a.from_first`,
    last: sql`b.from_first`,
    reach: sql`b.from_first`,
  });
  const after = choicesOf(draft, alone, sql`NOT a.is_first`, first, second, {
    first: sql`b.from_first`,
    last: plus(draft, sql`b.from_first`, within),
    reach: sql`CAST(NULL AS DATE)`,
  });
  const choices = draft.table('q', sql`${before}\n  UNION ALL${after}`);
  return draft.table(
    'q',
    sql`
  SELECT days.clinic, days.patient_id, days.day, count(choices.patient_id) AS choices
  FROM (
    SELECT clinic, patient_id, from_first AS day FROM ${alone}
    UNION
    SELECT clinic, patient_id, last_day + 1 FROM ${choices}
    WHERE last_day < end_day AND last_day >= begin_day) AS days
  LEFT JOIN ${choices} AS choices ON choices.clinic = days.clinic AND choices.patient_id = days.patient_id
    AND days.day BETWEEN choices.first_day AND choices.last_day
    AND (choices.reach IS NULL OR ${plus(draft, sql`days.day`, within)} >= choices.reach)
  GROUP BY days.clinic, days.patient_id, days.day`,
  );
}

/** For each certain record of the other part, the days of the one alone on which the two follow one another. */
function choicesOf(
  draft: Draft,
  alone: Sql,
  isOwn: Sql,
  other: Part,
  { type, window }: Part,
  days: { readonly first: Sql; readonly last: Sql; readonly reach: Sql },
): Sql {
  // On some of its days it may not be in the window: it must begin there, however early it ends.
  const { from } = window;
  const mustBegin = isSpan(type) ? from && sql`a.to_first < ${from}` : sql`TRUE`;
  const first =
    mustBegin && from
      ? sql`CASE WHEN ${mustBegin} THEN GREATEST(${days.first}, ${from}) ELSE ${days.first} END`
      : days.first;
  return sql`
  SELECT a.clinic, a.patient_id, a.from_first AS begin_day, a.from_last AS end_day,
    ${first} AS first_day, ${clipLast(days.last, window)} AS last_day, ${days.reach} AS reach
  FROM ${alone} AS a
  JOIN ${certainIn(other)} AS b ON b.clinic = a.clinic AND b.patient_id = a.patient_id
    AND (a.type <> ${typeText(other.type)} OR a.ordinal <> b.ordinal)
  WHERE ${isOwn}`;
}
