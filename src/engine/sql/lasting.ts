/** R16, R18: whether records of one query, joined, or of several, together, last long enough in a window. */
import type { PeriodParts, RecordType } from '../../record/index.ts';
import type { Criterion, Lengths } from '../../profile/index.ts';
import { partOf } from '../reference/parts.ts';
import { lengthsOf } from '../reference/runs.ts';
import { read } from '../reference/windows.ts';
import { coveredFor, coveredIn } from './coverage.ts';
import { isInWindow, lastsIn, plus, windowIn, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { answerShort } from './episodes.ts';
import type { Selection } from './records.ts';
import { intersectRuns, joinRuns, ofPatient, ofWorld, withDay, type Owner } from './runs.ts';
import { doubtfulPatients, leastSpans, mostSpans, worldsOf, type Part } from './spans.ts';
import { and, or, sql, type Sql } from './text.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

const noGap = read('P0D');

interface Lasting {
  readonly period: PeriodParts;
  readonly gap: PeriodParts;
  readonly window: DayWindow;
}

/** R16: the spans of one query form a run that lasts in the window. */
export function answerLasting(
  draft: Draft,
  type: RecordType,
  query: Selection & { readonly gap?: string },
  length: string | Lengths,
  window: DayWindow,
): Answer {
  const gap = read(query.gap ?? 'P0D');
  const lengths = lengthsOf(length);
  const { atLeast: period } = lengths;
  return period && !lengths.atMost
    ? answerRuns(draft, [{ type, selection: query }], { period, gap, window })
    : answerShort(draft, type, query, { gap, lengths, window });
}

/** R18: the days on which every part has an active record form a run that lasts in the window. */
export function answerConcurrent(draft: Draft, { of, when, lasting }: Concurrent): Answer {
  const parts = of.map(partOf).map(({ type, query }) => ({ type, selection: query }));
  return answerRuns(draft, parts, {
    period: read(lasting ?? 'P1D'),
    gap: noGap,
    window: windowIn(draft, when ?? 'now'),
  });
}

function answerRuns(draft: Draft, parts: readonly Part[], lasting: Lasting): Answer {
  const { period, gap, window } = lasting;
  const most = parts.map((part) => mostSpans(draft, part));
  const runs = runsOf(draft, most, gap, ofPatient);
  const mayLast = draft.aggregate(runs, sql`bool_or(${lastsIn(draft, period, window)})`);
  const none = or([
    and([sql`${mayLast} IS NOT TRUE`, ...coveredParts(draft, parts, runs, lasting)]),
    ...(parts.length === 1 ? [] : withoutOne(draft, parts, most, window)),
  ]);
  const { isDoubtful, lasts } = leastLasts(draft, parts, lasting);
  return draft.answer(
    sql`CASE WHEN CASE WHEN ${isDoubtful} THEN ${lasts} ELSE ${mayLast} END THEN TRUE
      WHEN ${none} THEN FALSE END`,
  );
}

function runsOf(draft: Draft, spans: readonly Sql[], gap: PeriodParts, whose: Owner): Sql {
  const owner = withDay(draft, whose);
  return intersectRuns(
    draft,
    spans.map((each) => joinRuns(draft, each, gap, owner)),
    owner,
  );
}

/** Whether there is a run that lasts in every world, and of whom to ask that. */
function leastLasts(draft: Draft, parts: readonly Part[], { period, gap, window }: Lasting) {
  const doubtful = doubtfulPatients(draft, parts);
  const worlds = worldsOf(draft, parts);
  const least = parts.map((part) => leastSpans(draft, part, doubtful, worlds));
  const runs = runsOf(draft, least, gap, ofWorld);
  const lasting = sql`count(DISTINCT world) FILTER (WHERE ${lastsIn(draft, period, window)})`;
  const count = draft.aggregate(worlds, sql`count(*)`);
  return {
    isDoubtful: sql`${doubtful}.patient_id IS NOT NULL`,
    lasts: sql`${draft.aggregate(runs, lasting)} = COALESCE(${count}, 1)`,
  };
}

/** Whether every part is covered, in the window and before it: those days from which `gap` reaches a run seen in it. */
function coveredParts(
  draft: Draft,
  parts: readonly Part[],
  runs: Sql,
  { gap, window }: Lasting,
): readonly Sql[] {
  const { from: start, isThere } = window;
  // In a window without days no run is seen.
  const isSeen = start && and([sql`to_day >= ${start}`, ...(isThere ? [isThere] : [])]);
  const first = isSeen && draft.aggregate(runs, sql`min(from_day) FILTER (WHERE ${isSeen})`);
  const reaches =
    start &&
    first &&
    ((day: Sql) => sql`${day} <= ${start} AND (${first} IS NULL
        OR ${plus(draft, day, gap)} < ${first})`);
  const covered = parts.map(({ type, selection }) =>
    coveredFor(draft, type, selection, window, reaches && ((day) => sql`(${reaches(day)})`)),
  );
  return [...new Set(covered)];
}

/** Whether one part alone is certainly without a record that could take part. */
function withoutOne(
  draft: Draft,
  parts: readonly Part[],
  most: readonly Sql[],
  window: DayWindow,
): readonly Sql[] {
  return parts.map(({ type, selection }, index) => {
    const mayBeSeen = draft.aggregate(most[index]!, sql`bool_or(${isInWindow(window)})`);
    return sql`(${mayBeSeen} IS NOT TRUE AND ${coveredIn(draft, type, selection, window)})`;
  });
}
