/** R11–R16: one question about the records of one type. */
import { defaultWindows, type Range } from '../../profile/index.ts';
import type { ClinicalRecord, RecordType, Rejection } from '../../record/index.ts';
import { eachInSteps, flatMapInSteps, type Steps } from '../steps.ts';
import type { UnknownReason, Finding, Span, Truth } from '../types.ts';
import {
  coverageDoubt,
  rejectedDoubt,
  rejectedIn,
  selectInSteps,
  type Answer,
  type PatientContext,
} from './context.ts';
import { extentOf, inWindow } from './extent.ts';
import { findLasting } from './lasting.ts';
import { sortByDateInSteps } from './order.ts';
import type { AnyQuery } from './parts.ts';
import { findPicked, findPreferred } from './pick.ts';
import { judgeValue } from './values.ts';
import { windowIn } from './windows.ts';

/** Asks one record query of one patient. */
export function* findRecords(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  path: string,
): Steps<Finding> {
  const window = windowIn(context, query.when ?? defaultWindows[type]);
  const answer =
    query.lasting !== undefined
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
  const certain: ClinicalRecord[] = [];
  const uncertain: Match[] = [];
  yield* eachInSteps(matches, (match) => {
    if (match.doubts.length === 0) certain.push(match.record);
    else uncertain.push(match);
  });
  const rejected = rejectedIn(context, type, query, window);
  const counts = query.distinct
    ? yield* countDistinct(certain, uncertain, rejected, atcLengths[query.distinct.level])
    : { certain: certain.length, uncertain, rejected };
  const coverage = coverageDoubt(context, type, query, window);
  // A list that could not be read at all may have held any number.
  const unbounded = coverage ?? rejected.find(({ index }) => index === undefined);
  const atMost = unbounded
    ? Infinity
    : counts.certain + counts.uncertain.length + counts.rejected.length;
  return {
    truth: judgeCount(counts.certain, atMost, query.count ?? { min: 1 }),
    records: certain,
    unknownReasons: [
      ...(coverage ? [coverage] : []),
      ...rejectedDoubt(type, counts.rejected),
      ...(yield* flatMapInSteps(counts.uncertain, ({ doubts }) => doubts)),
    ],
  };
}

/** The records that count, or may: all that is asked is right, or in doubt. */
function* matchesIn(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  window: Span,
): Steps<readonly Match[]> {
  const selected = yield* selectInSteps(context, type, query);
  return yield* flatMapInSteps(selected, ({ record, doubt }): readonly Match[] => {
    const isInside = inWindow(extentOf(record, context.asOf), window);
    const value =
      query.value && record.type === 'result' ? judgeValue(record, query.value) : undefined;
    if (isInside === 'no' || value?.truth === 'no') return [];
    const isShort =
      !doubt && query.distinct && record.code.length < atcLengths[query.distinct.level];
    const doubts: UnknownReason[] = [
      ...(doubt ? [doubt] : []),
      ...(value?.unknownReason ? [value.unknownReason] : []),
      ...(isShort ? [{ kind: 'short-code', record } as const] : []),
      ...(isInside === 'unknown' ? [{ kind: 'partial-date', record } as const] : []),
    ];
    return [{ record, doubts }];
  });
}

/** R11: yes if every number from `low` to `high` satisfies, no if none does, else unknown. */
function judgeCount(low: number, high: number, { min = 0, max = Infinity }: Range): Truth {
  if (low >= min && high <= max) return 'yes';
  return high < min || low > max ? 'no' : 'unknown';
}

/** Length of an ATC code at each level (R15). */
export const atcLengths = { 1: 1, 2: 3, 3: 4, 4: 5, 5: 7 } as const;

/**
 * R15: different beginnings of codes. A record in doubt adds one, unless its own is counted already; so does a code
 * that is too short, or that nobody can read.
 */
function* countDistinct(
  certain: readonly ClinicalRecord[],
  uncertain: readonly Match[],
  rejected: readonly Rejection[],
  length: number,
) {
  const counted = new Set<string>();
  yield* eachInSteps(certain, ({ code }) => counted.add(code.slice(0, length)));
  const number = counted.size;
  const adds = (code = '') => {
    if (code.length < length) return true;
    const beginning = code.slice(0, length);
    return !counted.has(beginning) && counted.add(beginning) !== undefined;
  };
  return {
    certain: number,
    uncertain: uncertain.filter(({ record }) => adds(record.code)),
    rejected: rejected.filter(({ code }) => adds(code)),
  };
}
