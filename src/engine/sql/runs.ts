/** Runs of days: spans joined (R16), and days shared (R18). */
import type { PeriodParts } from '../../record/index.ts';
import { plus } from './days.ts';
import type { Draft } from './draft.ts';
import { sql, type Sql } from './text.ts';

/** Whose days they are: a patient's, or a patient's in one of several worlds. */
export interface Owner {
  /** Columns of a table of days. */
  readonly columns: Sql;
  /** The same of `a`, which has the same owner as `b`. */
  readonly columnsOfA: Sql;
  readonly isSame: Sql;
}

export const ofPatient: Owner = {
  columns: sql`clinic, patient_id`,
  columnsOfA: sql`a.clinic, a.patient_id`,
  isSame: sql`b.clinic = a.clinic AND b.patient_id = a.patient_id`,
};
export const ofWorld: Owner = {
  columns: sql`clinic, patient_id, world`,
  columnsOfA: sql`a.clinic, a.patient_id, a.world`,
  isSame: sql`b.clinic = a.clinic AND b.patient_id = a.patient_id AND b.world = a.world`,
};

/** The same with the day that is asked, where each patient has one: for what is held against a window. */
export function withDay(draft: Draft, { columns, columnsOfA, isSame }: Owner): Owner {
  if (!draft.isAnchored) return { columns, columnsOfA, isSame };
  return {
    columns: sql`${columns}, asked_on`,
    columnsOfA: sql`${columnsOfA}, a.asked_on`,
    isSame,
  };
}

/**
 * A table of runs, the owner's columns, `from_day`, `to_day`: spans joined where one begins no later than the day
 * after the others end plus `gap`.
 */
export function joinRuns(draft: Draft, spans: Sql, gap: PeriodParts, { columns }: Owner): Sql {
  const limit = plus(draft, sql`(max(to_day) OVER earlier + 1)`, gap);
  return draft.table(
    'r',
    sql`
  SELECT ${columns}, min(from_day) AS from_day, max(to_day) AS to_day
  FROM (
    SELECT ${columns}, from_day, to_day,
      sum(begins) OVER (PARTITION BY ${columns} ORDER BY from_day, ordinal) AS run
    FROM (
      SELECT ${columns}, ordinal, from_day, to_day,
        CASE WHEN from_day <= ${limit} THEN 0 ELSE 1 END AS begins
      FROM ${spans}
      WINDOW earlier AS (PARTITION BY ${columns} ORDER BY from_day, ordinal
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS marked) AS numbered
  GROUP BY ${columns}, run`,
  );
}

/** A table of the days that all of several sets of runs share. */
export function intersectRuns(draft: Draft, sets: readonly Sql[], owner: Owner): Sql {
  return sets.reduce((shared, other) =>
    draft.table(
      'r',
      sql`
  SELECT ${owner.columnsOfA}, GREATEST(a.from_day, b.from_day) AS from_day, LEAST(a.to_day, b.to_day) AS to_day
  FROM ${shared} AS a
  JOIN ${other} AS b
    ON ${owner.isSame} AND a.from_day <= b.to_day AND b.from_day <= a.to_day`,
    ),
  );
}
