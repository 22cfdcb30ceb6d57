/** R13: one result is picked and judged; what may have been missed makes it unknown. */
import type { Codes } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import { recordsIn, type Question } from './candidates.ts';
import { coveredIn } from './coverage.ts';
import { endless, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { isWhole } from './records.ts';
import { clipFirst, clipLast, setAsideIn } from './set-aside.ts';
import { and, join, sql, type Sql } from './text.ts';

type Pick = 'latest' | 'earliest' | 'highest' | 'lowest';

export function answerPicked(
  draft: Draft,
  type: RecordType,
  query: Question,
  pick: Pick,
  window: DayWindow,
): Answer {
  return pick === 'latest' || pick === 'earliest'
    ? answerByDate(draft, type, query, pick, window)
    : answerByNumber(draft, type, query, pick, window);
}

/** Whether all records in the window are known, that from which their days are needed given. */
function knownFrom(
  draft: Draft,
  type: RecordType,
  query: Question,
  window: DayWindow,
  day: Sql | undefined,
): Sql {
  const covered = coveredIn(draft, type, query, window, day);
  return sql`${covered} AND ${setAsideIn(draft, type, query, window).none}`;
}

/** The latest or earliest is one of those that may be so on some lawful days: all of them are judged. */
function answerByDate(
  draft: Draft,
  type: RecordType,
  query: Question,
  pick: 'latest' | 'earliest',
  window: DayWindow,
): Answer {
  const { isThere, isYes, isNo, isKnown } = readPicked(draft, type, query, pick, window);
  return draft.answer(
    sql`CASE WHEN ${isKnown()} THEN CASE
      WHEN ${isYes()} AND ${isThere()} THEN TRUE
      WHEN ${isNo()} THEN FALSE
    END END`,
  );
}

/**
 * What is known of the one picked: by how all that may be it are judged. Each is written when it is asked for, so that an
 * answer is read from the tables that it names.
 */
interface Picked {
  /** Whether one is in the window on whichever lawful days. */
  readonly isThere: () => Sql;
  /** Whether the value of each is right; NULL without any. */
  readonly isYes: () => Sql;
  /** Whether it is wrong; TRUE without any. */
  readonly isNo: () => Sql;
  /** Whether nothing is missing that could be the one instead. */
  readonly isKnown: () => Sql;
}

function readPicked(
  draft: Draft,
  type: RecordType,
  query: Question,
  pick: 'latest' | 'earliest',
  window: DayWindow,
): Picked {
  const picked = mayBePicked(draft, recordsInOrder(draft, type, query, window, pick), orders[pick]);
  const ask = (expression: Sql) => draft.aggregate(picked, expression);
  const start = window.from;
  // The latest is known to be the latest when everything after it is covered; where perhaps none is in the
  // window, the whole of it counts.
  const needed = () =>
    pick === 'earliest'
      ? start
      : sql`COALESCE(${ask(sql`min(nearest)`)}, ${start ?? ask(sql`min(first_day)`)}, ${endless})`;
  return {
    isThere: () => sql`${ask(sql`min(nearest)`)} IS NOT NULL`,
    isYes: () => ask(sql`bool_and(judged IS TRUE)`),
    isNo: () => sql`${ask(sql`bool_or(judged IS NOT FALSE)`)} IS NOT TRUE`,
    isKnown: () => knownFrom(draft, type, query, window, needed()),
  };
}

/**
 * R13a: of the first code set with a record in the window the latest is judged. A later set is judged only where every
 * set before it is known to have none; where perhaps it has none, both must be judged alike.
 */
export function answerPreferred(
  draft: Draft,
  type: RecordType,
  query: Question,
  prefer: readonly Codes[],
  window: DayWindow,
): Answer {
  const sets = prefer.map((codes) => {
    const picked = readPicked(draft, type, { ...query, codes }, 'latest', window);
    // Each column is worked out once.
    return {
      isThere: draft.answer(picked.isThere()),
      isYes: draft.answer(sql`${picked.isYes()} IS NOT FALSE`),
      isNo: draft.answer(picked.isNo()),
      isKnown: draft.answer(picked.isKnown()),
    };
  });
  const upTo = (name: 'isYes' | 'isNo' | 'isKnown', count: number) =>
    and(sets.slice(0, count).map((set) => set[name].column));
  const branches = sets.map(
    ({ isThere }, index) => sql`
      WHEN ${isThere.column} THEN CASE WHEN ${upTo('isKnown', index + 1)} THEN CASE
        WHEN ${upTo('isYes', index + 1)} THEN TRUE
        WHEN ${upTo('isNo', index + 1)} THEN FALSE
      END END`,
  );
  return draft.answer(
    sql`CASE${join(branches, sql``)}
      WHEN ${upTo('isKnown', sets.length)} AND ${upTo('isNo', sets.length)} THEN FALSE
    END`,
    sets.flatMap((set) => Object.values(set)),
  );
}

/** How the two ends of a window differ. */
const orders = {
  latest: {
    nearest: sql`first_day`,
    farthest: sql`last_day`,
    best: sql`max`,
    reaches: sql`>=`,
    direction: sql` DESC`,
    worst: sql`min`,
    isBeaten: sql`<`,
  },
  earliest: {
    nearest: sql`last_day`,
    farthest: sql`first_day`,
    best: sql`min`,
    reaches: sql`<=`,
    direction: sql``,
    worst: sql`max`,
    isBeaten: sql`>`,
  },
} as const;

/**
 * The records in the window with the days in it on which they may have been, and of all of them `nearest`: the day
 * that the one picked has at least (or at most).
 */
function recordsInOrder(
  draft: Draft,
  type: RecordType,
  query: Question,
  window: DayWindow,
  pick: 'latest' | 'earliest',
): Sql {
  const { best, nearest } = orders[pick];
  return draft.table(
    'j',
    sql`
  SELECT *, ${best}(CASE WHEN is_inside THEN ${nearest} END) OVER (PARTITION BY clinic, patient_id) AS nearest
  FROM (
    SELECT clinic, patient_id, ordinal, judged, is_inside, ${isWhole} AS is_whole,
      CASE WHEN ${isWhole} THEN on_time END AS on_time,
      ${clipFirst(type, sql`from_first`, window)} AS first_day,
      ${clipLast(sql`from_last`, window)} AS last_day
    FROM ${recordsIn(draft, type, query, window)}) AS seen`,
  );
}

/**
 * Those that are the one on some of all lawful days. Of one day it is the last (or first) by time, where every record
 * of the day has one, else by the order given; a record that may be of the day, and has no time, can be what
 * makes it go by the order.
 */
function mayBePicked(draft: Draft, inOrder: Sql, order: (typeof orders)[keyof typeof orders]): Sql {
  const { nearest, farthest, best, reaches, direction, worst, isBeaten } = order;
  // `is_there`: of the nearest day on whichever of its days; `before`: how many of those stand before it by time;
  // `has_way`: may be of that day, or not.
  return draft.table(
    'j',
    sql`
  SELECT clinic, patient_id, first_day, nearest, judged
  FROM (
    SELECT *,
      bool_and(on_time IS NOT NULL) FILTER (WHERE is_there) OVER patient AS is_timed,
      ${best}(ordinal) FILTER (WHERE is_there) OVER patient AS best_ordinal,
      count(*) FILTER (WHERE is_there) OVER (PARTITION BY clinic, patient_id
        ORDER BY on_time COLLATE "C"${direction}, ordinal${direction}
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
      ${worst}(ordinal) FILTER (WHERE has_way) OVER patient AS way_ordinal
    FROM (
      SELECT *, is_inside AND ${nearest} = nearest AS is_there,
        on_time IS NULL AND NOT (is_inside AND ${nearest} = nearest)
          AND nearest BETWEEN first_day AND last_day AS has_way
      FROM ${inOrder}) AS placed
    WINDOW patient AS (PARTITION BY clinic, patient_id)) AS ranked
  WHERE nearest IS NULL
    OR (${farthest} ${reaches} nearest AND CASE
      WHEN ${farthest} <> nearest THEN TRUE
      WHEN on_time IS NULL OR NOT is_timed THEN ordinal ${reaches} best_ordinal
      ELSE before = 0
        OR (ordinal ${reaches} best_ordinal AND way_ordinal ${isBeaten} ordinal)
    END)`,
  );
}

/** The number is the highest of all, or the lowest, each of which may be any that its result allows. */
function answerByNumber(
  draft: Draft,
  type: RecordType,
  query: Question,
  pick: 'highest' | 'lowest',
  window: DayWindow,
): Answer {
  const { value } = query;
  if (!value || 'text' in value) throw new RangeError('A text is neither highest nor lowest.');
  const records = recordsIn(draft, type, query, window, 'each-bound');
  const ask = (expression: Sql) => draft.aggregate(records, expression);
  const hasLow = value.above !== undefined || value.atLeast !== undefined;
  const hasHigh = value.below !== undefined || value.atMost !== undefined;
  // One record that goes far enough suffices for the one side; for the other, none may go too far.
  const isHighest = pick === 'highest';
  const [reach, keep] = isHighest ? [sql`by_low`, sql`by_high`] : [sql`by_high`, sql`by_low`];
  const [hasReach, hasKeep] = isHighest ? [hasLow, hasHigh] : [hasHigh, hasLow];
  const oneReaches = ask(sql`bool_or(is_inside AND ${reach} IS TRUE)`);
  const allKeep = ask(sql`bool_and(${keep} IS TRUE)`);
  const oneBreaks = ask(sql`bool_or(is_inside AND ${keep} IS FALSE)`);
  const oneMaySatisfy = ask(sql`bool_or(judged IS NOT FALSE)`);
  // Of a window with an open start it is asked of what was seen.
  const needed = window.from ?? sql`COALESCE(${ask(sql`min(from_first)`)}, ${endless})`;
  const isKnown = knownFrom(draft, type, query, window, needed);
  // What one record alone proves is said whatever is missing.
  const proven = hasKeep ? sql`` : sql`\n      WHEN ${oneReaches} THEN TRUE`;
  const refuted = hasReach ? sql`` : sql`\n      WHEN ${oneBreaks} THEN FALSE`;
  return draft.answer(
    sql`CASE${proven}${refuted}
      WHEN ${isKnown} THEN CASE
        WHEN ${oneReaches} AND ${allKeep} THEN TRUE
        WHEN ${oneBreaks} OR ${oneMaySatisfy} IS NOT TRUE THEN FALSE
      END END`,
  );
}
