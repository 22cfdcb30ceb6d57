/** Runs of days: spans joined, and whether one of them lasts (R16). */
import type { PeriodParts, RecordType } from '../../record/index.ts';
import type { Span } from '../types.ts';
import { lastsIn, plus, startOf } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { coveredFor, rejectedFor, type Selection } from './records.ts';
import { and, sql, type Sql } from './text.ts';

/**
 * A table of runs, `patient_id`, `from_day`, `to_day`: spans joined where one begins no later than the day
 * after the others end plus `gap`.
 */
export function joinRuns(draft: Draft, spans: Sql, gap: PeriodParts): Sql {
  const limit = plus(draft, sql`(max(to_day) OVER earlier + 1)`, gap);
  return draft.table(
    'r',
    sql`
  SELECT patient_id, min(from_day) AS from_day, max(to_day) AS to_day
  FROM (
    SELECT patient_id, from_day, to_day,
      sum(begins) OVER (PARTITION BY patient_id ORDER BY from_day, ordinal) AS run
    FROM (
      SELECT patient_id, ordinal, from_day, to_day,
        CASE WHEN from_day <= ${limit} THEN 0 ELSE 1 END AS begins
      FROM ${spans}
      WINDOW earlier AS (PARTITION BY patient_id ORDER BY from_day, ordinal
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS marked) AS numbered
  GROUP BY patient_id, run`,
  );
}

/** A table of the days that all of several sets of runs share. */
export function intersectRuns(draft: Draft, sets: readonly Sql[]): Sql {
  return sets.reduce((shared, other) =>
    draft.table(
      'r',
      sql`
  SELECT a.patient_id, GREATEST(a.from_day, b.from_day) AS from_day, LEAST(a.to_day, b.to_day) AS to_day
  FROM ${shared} AS a
  JOIN ${other} AS b
    ON b.patient_id = a.patient_id AND a.from_day <= b.to_day AND b.from_day <= a.to_day`,
    ),
  );
}

interface Lasting {
  readonly period: PeriodParts;
  readonly gap: PeriodParts;
  readonly window: Span;
  /** What the runs are made of. */
  readonly parts: readonly { readonly type: RecordType; readonly selection: Selection }[];
}

/** Whether any run lasts the period in the window. */
export function answerLasting(
  draft: Draft,
  runs: Sql,
  { period, gap, window, parts }: Lasting,
): Answer {
  const start = startOf(draft, window);
  const lasts = draft.aggregate(runs, sql`bool_or(${lastsIn(draft, period, window)})`);
  const earliest =
    start && draft.aggregate(runs, sql`min(from_day) FILTER (WHERE to_day >= ${start})`);
  // Days before the window count too, where a run seen in it may be joined to a span there: those from
  // which `gap` reaches the run.
  const reaches =
    start &&
    earliest &&
    ((first: Sql) => sql`${first} <= ${start} AND (${earliest} IS NULL
        OR ${plus(draft, first, gap)} < ${earliest})`);
  const known = parts.flatMap(({ type, selection }) => [
    coveredFor(draft, type, reaches),
    rejectedFor(draft, type, selection).none,
  ]);
  return draft.answer(
    sql`CASE WHEN ${lasts} THEN TRUE WHEN ${and([...new Set(known)])} THEN FALSE END`,
  );
}
