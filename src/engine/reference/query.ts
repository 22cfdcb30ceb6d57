/** R11–R16: one question about the records of one type. */
import { defaultWindows } from '../../profile/index.ts';
import type { ClinicalRecord, RecordType, Rejection } from '../../record/index.ts';
import { eachInSteps, flatMapInSteps, mapInSteps, type Steps } from '../steps.ts';
import type { UnknownReason, Finding, Span } from '../types.ts';
import {
  coverageDoubt,
  rejectedDoubt,
  rejectedIn,
  selectInSteps,
  type Answer,
  type PatientContext,
} from './context.ts';
import { leastApart, mostApart } from './apart.ts';
import {
  beginningOf,
  beginningsIn,
  extentOf,
  extentOfRejected,
  inWindow,
  isWhole,
  type Extent,
} from './extent.ts';
import { findEpisodes } from './episodes.ts';
import { firstJudge } from './first.ts';
import { findLasting } from './lasting.ts';
import { sortByDateInSteps } from './order.ts';
import type { AnyQuery } from './parts.ts';
import { findPicked, findPreferred } from './pick.ts';
import { judgeCount } from './truth.ts';
import { judgeValue } from './values.ts';
import { read, windowIn } from './windows.ts';

/** Asks one record query of one patient. */
export function* findRecords(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  path: string,
): Steps<Finding> {
  const window = windowIn(context, query.when ?? defaultWindows[type]);
  const answer = query.episodes
    ? yield* findEpisodes(context, type, query, query.count ?? { min: 1 }, window)
    : query.lasting !== undefined
      ? yield* findLasting(context, type, query, query.lasting, window)
      : query.prefer !== undefined
        ? yield* findPreferred(context, type, query, query.prefer, window)
        : query.pick !== undefined && query.pick !== 'any'
          ? yield* findPicked(context, type, query, query.pick, window)
          : yield* findCounted(context, type, query, window);
  return {
    path,
    ...answer,
    records: yield* sortByDateInSteps(answer.records),
    branches: [],
  };
}

/** A record that counts, or may: with its doubts. */
interface Match {
  readonly record: ClinicalRecord;
  readonly extent: Extent;
  readonly doubts: readonly UnknownReason[];
}

/** R11, R12, R15: how many there are, at least and at most. */
function* findCounted(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  window: Span,
): Steps<Answer> {
  const matches = yield* matchesIn(context, type, query, window);
  const certain: Match[] = [];
  const uncertain: Match[] = [];
  yield* eachInSteps(matches, (match) => {
    (match.doubts.length === 0 ? certain : uncertain).push(match);
  });
  const rejected = rejectedIn(context, type, query, window);
  const { count = { min: 1 }, distinct } = query;
  const counts =
    count.apart !== undefined
      ? yield* countApart(certain, uncertain, rejected, type, window, count.apart)
      : distinct
        ? yield* countDistinct(certain, uncertain, rejected, atcLengths[distinct.level])
        : yield* countEach(certain, uncertain, rejected);
  const coverage = coverageDoubt(context, type, query, window);
  // A list that could not be read at all may have held any number.
  const unbounded = coverage ?? rejected.find(({ index }) => index === undefined);
  return {
    truth: judgeCount(counts.least, unbounded ? Infinity : counts.most, count),
    records: certain.map(({ record }) => record),
    unknownReasons: [
      ...(coverage ? [coverage] : []),
      ...rejectedDoubt(type, counts.rejected),
      ...counts.doubts,
    ],
  };
}

/** How many there are, at least and at most, and what it is that leaves it open. */
interface Counts {
  readonly least: number;
  readonly most: number;
  readonly doubts: readonly UnknownReason[];
  readonly rejected: readonly Rejection[];
}

function* countEach(
  certain: readonly Match[],
  uncertain: readonly Match[],
  rejected: readonly Rejection[],
): Steps<Counts> {
  return {
    least: certain.length,
    most: certain.length + uncertain.length + rejected.length,
    doubts: yield* doubtsOf(uncertain),
    rejected,
  };
}

function doubtsOf(uncertain: readonly Match[]): Steps<readonly UnknownReason[]> {
  return flatMapInSteps(uncertain, ({ doubts }) => doubts);
}

/** R11: of those that are so far apart. What counts for certain may still be of more than one day (R4a). */
function* countApart(
  certain: readonly Match[],
  uncertain: readonly Match[],
  rejected: readonly Rejection[],
  type: RecordType,
  window: Span,
  apart: string,
): Steps<Counts> {
  const period = read(apart);
  const extents = yield* mapInSteps(certain, ({ extent }) => extent);
  const possible = [
    ...extents,
    ...uncertain.map(({ extent }) => extent),
    ...rejected.map((each) => extentOfRejected(each, type)),
  ];
  const least = yield* leastApart(extents, period);
  const beginnings = yield* mapInSteps(possible, (extent) => beginningsIn(extent, window));
  const most = yield* mostApart(beginnings, period);
  const partial = yield* flatMapInSteps(certain, ({ record, extent }): readonly UnknownReason[] =>
    isWhole(extent) ? [] : [{ kind: 'partial-date', record }],
  );
  return { least, most, doubts: [...(yield* doubtsOf(uncertain)), ...partial], rejected };
}

/** The records that count, or may: all that is asked is right, or in doubt. */
function* matchesIn(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  window: Span,
): Steps<readonly Match[]> {
  const untilNow = { to: context.asOf };
  const judgeFirst = query.first
    ? yield* firstJudge(context, type, coverageDoubt(context, type, query, untilNow))
    : undefined;
  const selected = yield* selectInSteps(context, type, query);
  return yield* flatMapInSteps(selected, ({ record, doubt }): readonly Match[] => {
    const extent = extentOf(record, context.asOf);
    const isInside = inWindow(query.first ? beginningOf(extent) : extent, window);
    const value =
      query.value && record.type === 'result' ? judgeValue(record, query.value) : undefined;
    if (isInside === 'no' || value?.truth === 'no') return [];
    const first = judgeFirst?.(record);
    if (first?.truth === 'no') return [];
    const isShort =
      !doubt && query.distinct && record.code.length < atcLengths[query.distinct.level];
    const doubts: UnknownReason[] = [
      ...(doubt ? [doubt] : []),
      ...(value?.unknownReason ? [value.unknownReason] : []),
      ...(first?.doubts ?? []),
      ...(isShort ? [{ kind: 'short-code', record } as const] : []),
      ...(isInside === 'unknown' ? [{ kind: 'partial-date', record } as const] : []),
    ];
    return [{ record, extent, doubts }];
  });
}

/** Length of an ATC code at each level (R15). */
export const atcLengths = { 1: 1, 2: 3, 3: 4, 4: 5, 5: 7 } as const;

/**
 * R15: different beginnings of codes. A record in doubt adds one, unless its own is counted already; so does a code
 * that is too short, or that nobody can read.
 */
function* countDistinct(
  certain: readonly Match[],
  uncertain: readonly Match[],
  rejected: readonly Rejection[],
  length: number,
): Steps<Counts> {
  const counted = new Set<string>();
  yield* eachInSteps(certain, ({ record }) => counted.add(record.code.slice(0, length)));
  const least = counted.size;
  const adds = (code = '') => {
    if (code.length < length) return true;
    const beginning = code.slice(0, length);
    return !counted.has(beginning) && counted.add(beginning) !== undefined;
  };
  const added = uncertain.filter(({ record }) => adds(record.code));
  const addedRejected = rejected.filter(({ code }) => adds(code));
  return {
    least,
    most: least + added.length + addedRejected.length,
    doubts: added.flatMap(({ doubts }) => doubts),
    rejected: addedRejected,
  };
}
