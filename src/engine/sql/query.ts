/** R11–R16: one question about the records of one type. */
import { defaultWindows } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import type { AnyQuery } from '../reference/parts.ts';
import { atcLengths } from '../reference/query.ts';
import { read } from '../reference/windows.ts';
import { countApart } from './apart.ts';
import { countCondition, type Interval } from './range.ts';
import { isCertain, isPossible, recordsIn } from './candidates.ts';
import { coveredFor, coveredIn } from './coverage.ts';
import { windowIn, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { answerEpisodes } from './episodes.ts';
import { answerLasting } from './lasting.ts';
import { answerPicked, answerPreferred } from './pick.ts';
import { mayShareDay, mightAnswer, setAsideIn } from './set-aside.ts';
import { and, sql, type Sql } from './text.ts';

export function answerQuery(draft: Draft, type: RecordType, query: AnyQuery): Answer {
  const window = windowIn(draft, query.when ?? defaultWindows[type]);
  if (query.episodes) return answerEpisodes(draft, type, query, query.count ?? { min: 1 }, window);
  if (query.lasting !== undefined) return answerLasting(draft, type, query, query.lasting, window);
  if (query.prefer !== undefined) return answerPreferred(draft, type, query, query.prefer, window);
  return query.pick === undefined || query.pick === 'any'
    ? answerCounted(draft, type, query, window)
    : answerPicked(draft, type, query, query.pick, window);
}

/** R11, R12: the true number lies between what is certain and what is possible. */
function answerCounted(draft: Draft, type: RecordType, query: AnyQuery, window: DayWindow): Answer {
  const { count = { min: 1 }, distinct } = query;
  const { least, most } =
    count.apart !== undefined
      ? countApart(draft, type, query, window, {
          period: read(count.apart),
          enough: Math.max(count.min ?? 0, count.max === undefined ? 0 : count.max + 1),
        })
      : distinct
        ? countDistinct(draft, type, query, atcLengths[distinct.level], window)
        : countRecords(draft, type, query, window);
  const covered = coveredIn(draft, type, query, window);
  // What is not covered from the beginning of its data may have had an earlier one.
  const untilNow = { hasCome: undefined, lastAsked: draft.date(draft.asOf) };
  const isKnown = query.first && coveredFor(draft, type, query, untilNow, undefined);
  const { unbounded } = setAsideIn(draft, type, query, window);
  return draft.answer(
    countCondition(draft, count, {
      least: isKnown ? sql`CASE WHEN ${isKnown} THEN ${least} ELSE 0 END` : least,
      most,
      bounded: sql`${covered} AND NOT ${unbounded}`,
    }),
  );
}

type Counts = Pick<Interval, 'least' | 'most'>;

function countRecords(draft: Draft, type: RecordType, query: AnyQuery, window: DayWindow): Counts {
  const records = recordsIn(draft, type, query, window);
  const number = (condition: Sql) =>
    numberOf(draft, records, sql`count(*) FILTER (WHERE ${condition})`);
  return {
    least: number(isCertain),
    most: sql`${number(isPossible)} + ${setAsideIn(draft, type, query, window).count}`,
  };
}

/**
 * R15: different beginnings of codes. A record in doubt adds one, unless its own is counted already; so does a code
 * that is too short, or that nobody can read.
 */
function countDistinct(
  draft: Draft,
  type: RecordType,
  query: AnyQuery,
  level: number,
  window: DayWindow,
): Counts {
  const length = draft.integer(level);
  const beginnings = sql`(
    SELECT clinic, patient_id, left(code, ${length}) AS beginning, ${isCertain} AS is_certain,
      length(code) < ${length} AS is_short
    FROM ${recordsIn(draft, type, query, window)}
    UNION ALL
    SELECT clinic, patient_id, left(code, ${length}), FALSE, COALESCE(length(code) < ${length}, TRUE)
    FROM ${draft.tableOf('set_aside')}
    WHERE ${and([mightAnswer(draft, type, query), mayShareDay(window)])}) AS beginnings`;
  const number = (count: Sql) => numberOf(draft, beginnings, count);
  return {
    least: number(sql`count(DISTINCT beginning) FILTER (WHERE is_certain AND NOT is_short)`),
    most: sql`${number(sql`count(DISTINCT beginning) FILTER (WHERE NOT is_short)`)}
      + ${number(sql`count(*) FILTER (WHERE is_short)`)}`,
  };
}

function numberOf(draft: Draft, rows: Sql, count: Sql): Sql {
  return sql`COALESCE(${draft.aggregate(rows, count)}, 0)`;
}
