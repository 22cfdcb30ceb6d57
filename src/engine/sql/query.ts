/** R11–R16: one question about the records of one type. */
import {
  defaultWindows,
  type DiagnosisQuery,
  type MedicationQuery,
  type Range,
  type ResultQuery,
  type ServiceQuery,
} from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import { atcLengths } from '../reference/query.ts';
import { read, windowOn } from '../reference/windows.ts';
import type { Span } from '../types.ts';
import { isInWindow, startOf } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { coveredFrom, selectRecords, rejectedFor } from './records.ts';
import { answerLasting, joinRuns } from './runs.ts';
import { and, or, sql, type Sql } from './text.ts';
import { valueCondition } from './values.ts';

/** Any query: what a type does not have is simply absent. */
export type AnyQuery = DiagnosisQuery & MedicationQuery & ResultQuery & ServiceQuery;

export function answerQuery(draft: Draft, type: RecordType, query: AnyQuery): Answer {
  const window = windowOn(query.when ?? defaultWindows[type], draft.asOf);
  if (query.lasting !== undefined) {
    const gap = read(query.gap ?? 'P0D');
    const runs = joinRuns(draft, selectRecords(draft, type, query), gap);
    return answerLasting(draft, runs, {
      period: read(query.lasting),
      gap,
      window,
      parts: [{ type, selection: query }],
    });
  }
  return query.pick === undefined || query.pick === 'any'
    ? answerCounted(draft, type, query, window)
    : answerPicked(draft, type, query, query.pick, window);
}

/** R11, R12, R15: the true number lies between what is certain and what is possible. */
function answerCounted(draft: Draft, type: RecordType, query: AnyQuery, window: Span): Answer {
  const candidates = sql`(
    SELECT patient_id, code, ${valueCondition(draft, query.value)} AS judged
    FROM ${selectRecords(draft, type, query)}
    WHERE ${isInWindow(draft, window)}) AS candidates`;
  const number = (count: Sql) => sql`COALESCE(${draft.aggregate(candidates, count)}, 0)`;
  const { certain, uncertain } = countsOf(draft, query);
  const rejected = rejectedFor(draft, type, query);
  return draft.answer(
    countCondition(draft, query.count ?? { min: 1 }, {
      least: number(certain),
      most: sql`${number(certain)} + ${uncertain ? sql`${number(uncertain)} + ` : sql``}${rejected.count}`,
      bounded: sql`${coveredFrom(draft, type, startOf(draft, window))} AND NOT ${rejected.unbounded}`,
    }),
  );
}

function countsOf(draft: Draft, { distinct, value }: AnyQuery): Counts {
  if (value)
    return {
      certain: sql`count(*) FILTER (WHERE judged)`,
      uncertain: sql`count(*) FILTER (WHERE judged IS NULL)`,
    };
  if (!distinct) return { certain: sql`count(*)` };
  const length = draft.integer(atcLengths[distinct.level]);
  return {
    certain: sql`count(DISTINCT left(code, ${length})) FILTER (WHERE length(code) >= ${length})`,
    uncertain: sql`count(*) FILTER (WHERE length(code) < ${length})`,
  };
}

interface Counts {
  readonly certain: Sql;
  /** Absent: every candidate is certain. */
  readonly uncertain?: Sql;
}

interface Interval {
  readonly least: Sql;
  /** Holds only where `bounded`; else there may be any number. */
  readonly most: Sql;
  readonly bounded: Sql;
}

/** Yes if every number of the interval satisfies, no if none does. */
function countCondition(draft: Draft, { min = 0, max }: Range, interval: Interval): Sql {
  const { least, most, bounded } = interval;
  const low = draft.integer(min);
  const high = max === undefined ? undefined : draft.integer(max);
  const every = and([
    sql`${least} >= ${low}`,
    ...(high ? [sql`${bounded} AND ${most} <= ${high}`] : []),
  ]);
  const none = or([
    sql`(${bounded} AND ${most} < ${low})`,
    ...(high ? [sql`${least} > ${high}`] : []),
  ]);
  return sql`CASE WHEN ${every} THEN TRUE WHEN ${none} THEN FALSE END`;
}

/** R13: one record is picked and judged; what may have been missed makes it unknown. */
function answerPicked(
  draft: Draft,
  type: RecordType,
  query: AnyQuery,
  pick: keyof typeof orders,
  window: Span,
): Answer {
  const numeric = pick === 'highest' || pick === 'lowest';
  const name = draft.joined(
    'p',
    sql`
  SELECT patient_id, from_day, ${valueCondition(draft, query.value)} AS judged
  FROM (
    SELECT patient_id, from_day, number_value, text_value, comparator, unit,
      row_number() OVER (PARTITION BY patient_id ORDER BY ${orders[pick]}) AS place
    FROM ${selectRecords(draft, type, query)}
    WHERE ${and([isInWindow(draft, window), ...(numeric ? [sql`number_value IS NOT NULL`] : [])])}
  ) AS candidates
  WHERE place = 1`,
  );
  // The latest is known to be the latest when everything after it is covered.
  const start = startOf(draft, window);
  const inWindow = coveredFrom(draft, type, start);
  const covered =
    pick === 'latest'
      ? sql`CASE WHEN ${name}.patient_id IS NULL THEN ${inWindow} ELSE ${coveredFrom(
          draft,
          type,
          sql`${name}.from_day`,
        )} END`
      : inWindow;
  return draft.answer(
    sql`CASE WHEN ${covered} AND ${rejectedFor(draft, type, query).none}
      THEN ${name}.patient_id IS NOT NULL AND ${name}.judged END`,
  );
}

/** Ties by date, then by the order given, the later entry being later. */
const orders = {
  latest: sql`from_day DESC, ordinal DESC`,
  earliest: sql`from_day, ordinal`,
  highest: sql`number_value DESC, from_day DESC, ordinal DESC`,
  lowest: sql`number_value, from_day DESC, ordinal DESC`,
} as const;
