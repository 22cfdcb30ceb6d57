/** R13: one result is picked and judged; what may have been missed makes it unknown. */
import type { Codes, ResultValue } from '../../profile/index.ts';
import type { CalendarDate, RecordType, Rejection, ResultRecord } from '../../record/index.ts';
import { eachInSteps, flatMapInSteps, mapInSteps, sortInSteps, type Steps } from '../steps.ts';
import type { Span, Truth, UnknownReason } from '../types.ts';
import {
  coverageDoubt,
  rejectedDoubt,
  rejectedIn,
  selectInSteps,
  type Answer,
  type PatientContext,
  type Selection,
} from './context.ts';
import { beginningsIn, extentOf, inWindow, isWhole } from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import { unanimous } from './truth.ts';
import {
  beginsLater,
  intersect,
  isEmpty,
  judgeNumbers,
  judgeValue,
  mirrored,
  numbersAsked,
  numbersOf,
  type Interval,
} from './values.ts';

/** A result that is in the window, or may be (R4a). */
export interface Candidate {
  readonly record: ResultRecord;
  /** First and last day in the window on which it may have been. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly isWhole: boolean;
  /** On whichever of its days, and with all that is asked: nobody can say that it was not. */
  readonly isCertain: boolean;
  /** R10a: why it only may be one of those meant. */
  readonly doubt: UnknownReason | undefined;
}

export function* findPicked(
  context: PatientContext,
  type: RecordType,
  query: Selection & { readonly value?: ResultValue | undefined },
  pick: 'latest' | 'earliest' | 'highest' | 'lowest',
  window: Span,
): Steps<Answer> {
  const { value } = query;
  if (!value) throw new RangeError('A pick is judged by its value.');
  const candidates = yield* candidatesIn(context, type, query, window);
  const { truths, records, doubts, proof } =
    pick === 'latest' || pick === 'earliest'
      ? yield* judgeByDate(candidates, value, pick)
      : yield* judgeByNumber(candidates, value, pick);
  yield;
  const rejected = rejectedIn(context, type, query, window);
  const coverage = coverageDoubt(context, type, query, neededFor(candidates, pick, window));
  const missing = [...(coverage ? [coverage] : []), ...rejectedDoubt(type, rejected)];
  // What one record alone proves is said whatever is missing.
  if (proof) return { truth: proof, records, unknownReasons: missing };
  const truth = missing.length > 0 ? 'unknown' : unanimous(truths);
  return { truth, records, unknownReasons: [...missing, ...doubts] };
}

/**
 * R13a: of the first code set with a result in the window the latest is judged. A later set is judged only where every
 * set before it is known to have none.
 */
export function* findPreferred(
  context: PatientContext,
  type: RecordType,
  query: Selection & { readonly value?: ResultValue | undefined },
  prefer: readonly Codes[],
  window: Span,
): Steps<Answer> {
  const { value } = query;
  if (!value) throw new RangeError('A pick is judged by its value.');
  const truths: Truth[] = [];
  const records = new Set<ResultRecord>();
  const doubts: UnknownReason[] = [];
  const seen: Candidate[] = [];
  const coverage: UnknownReason[] = [];
  const rejected = new Set<Rejection>();
  let isThere = false;
  for (const codes of prefer) {
    const selection = { ...query, codes };
    const candidates = yield* candidatesIn(context, type, selection, window);
    const reason = coverageDoubt(context, type, selection, neededFor(candidates, 'latest', window));
    if (reason) coverage.push(reason);
    for (const each of rejectedIn(context, type, selection, window)) rejected.add(each);
    const judged = yield* judgePickable(candidates, value, 'latest');
    for (const each of candidates) seen.push(each);
    for (const each of judged.truths) truths.push(each);
    for (const each of judged.doubts) doubts.push(each);
    for (const record of judged.records) records.add(record);
    // Where perhaps none is in the window, it may be a later set's that is judged.
    isThere = candidates.some(({ isCertain }) => isCertain);
    if (isThere) break;
  }
  if (!isThere) truths.push('no');
  if (isOpen(truths)) for (const each of yield* doubtsAbout(seen)) doubts.push(each);
  const missing = [...coverage, ...rejectedDoubt(type, [...rejected])];
  const truth = missing.length > 0 ? 'unknown' : unanimous(truths);
  return {
    truth,
    records: [...records],
    unknownReasons: [...missing, ...doubts],
  };
}

export function* candidatesIn(
  context: PatientContext,
  type: RecordType,
  query: Selection,
  window: Span,
): Steps<readonly Candidate[]> {
  const selected = yield* selectInSteps(context, type, query);
  return yield* flatMapInSteps(selected, ({ record, doubt }): readonly Candidate[] => {
    if (record.type !== 'result') return [];
    const extent = extentOf(record, context.asOf);
    const isInside = inWindow(extent, window);
    if (isInside === 'no') return [];
    const { from: first, fromLatest: last } = beginningsIn(extent, window);
    return [
      {
        record,
        first,
        last,
        isWhole: isWhole(extent),
        isCertain: isInside === 'yes' && !doubt,
        doubt,
      },
    ];
  });
}

/**
 * The days that must be covered. The latest is known to be the latest when everything after it is; of a window
 * with an open start, the highest and the lowest are asked of what was seen.
 */
function neededFor(
  candidates: readonly Candidate[],
  pick: 'latest' | 'earliest' | 'highest' | 'lowest',
  window: Span,
): Span {
  const earliest = extreme(
    candidates.map(({ first }) => first),
    isEarlier,
  );
  if (earliest === undefined) return window;
  if (pick === 'latest') {
    // The earliest day that the latest may be of: all are as early as they can be, or not in the window.
    const certain = candidates.filter(({ isCertain }) => isCertain);
    const latest = extreme(
      certain.map(({ first }) => first),
      isLater,
    );
    // Where perhaps none is in the window, the whole of it counts.
    return { ...window, from: latest ?? window.from ?? earliest };
  }
  if (pick !== 'earliest' && window.from === undefined) return { ...window, from: earliest };
  return window;
}

export const isLater = (a: CalendarDate, b: CalendarDate) => a > b;
export const isEarlier = (a: CalendarDate, b: CalendarDate) => a < b;

/** The one that is beyond all others; undefined without any. */
export function extreme<Each>(
  list: readonly Each[],
  isBeyond: (a: Each, b: Each) => boolean,
): Each | undefined {
  let [best] = list;
  for (const each of list) if (isBeyond(each, best!)) best = each;
  return best;
}

/** As `extreme`, some at a time. */
function* extremeInSteps<Each>(
  list: readonly Each[],
  isBeyond: (a: Each, b: Each) => boolean,
): Steps<Each | undefined> {
  let [best] = list;
  yield* eachInSteps(list, (each) => {
    if (isBeyond(each, best!)) best = each;
  });
  return best;
}

interface Judgement {
  /** How it comes out, on whichever lawful days, with whichever numbers. */
  readonly truths: readonly Truth[];
  /** Those that may be the one picked, or that prove something. */
  readonly records: readonly ResultRecord[];
  readonly doubts: readonly UnknownReason[];
  readonly proof?: Truth;
}

function* judgeByDate(
  candidates: readonly Candidate[],
  value: ResultValue,
  pick: 'latest' | 'earliest',
): Steps<Judgement> {
  const { truths: picked, records, doubts } = yield* judgePickable(candidates, value, pick);
  const truths: readonly Truth[] = candidates.some(({ isCertain }) => isCertain)
    ? picked
    : [...picked, 'no'];
  return {
    truths,
    records,
    doubts: [...doubts, ...(isOpen(truths) ? yield* doubtsAbout(candidates) : [])],
  };
}

/** Those that may be the one picked, where one is in the window. */
function* judgePickable(
  candidates: readonly Candidate[],
  value: ResultValue,
  pick: 'latest' | 'earliest',
): Steps<Judgement> {
  const may = yield* mayBePicked(candidates, pick);
  const answers = yield* mapInSteps(may, ({ record }) => judgeValue(record, value));
  return {
    truths: answers.map(({ truth }) => truth),
    records: may.map(({ record }) => record),
    doubts: answers.flatMap(({ unknownReason }) => unknownReason ?? []),
  };
}

/** Those that on some of all lawful days are the latest (or the earliest) in the window: of days that are known, one. */
export function* mayBePicked(
  candidates: readonly Candidate[],
  pick: 'latest' | 'earliest',
): Steps<readonly Candidate[]> {
  yield;
  const contenders = contendersOf(candidates, pick);
  yield;
  return yield* pickable(contenders, pick);
}

/** Whether it depends on the day which it is. */
function isOpen(truths: readonly Truth[]): boolean {
  return unanimous(truths) === 'unknown' && truths.length > 1;
}

/** Why it is not known which of them are in the window, and when. */
export function doubtsAbout(candidates: readonly Candidate[]): Steps<readonly UnknownReason[]> {
  return flatMapInSteps(candidates, ({ record, isWhole, doubt }): readonly UnknownReason[] => [
    ...(doubt ? [doubt] : []),
    ...(isWhole ? [] : [{ kind: 'partial-date', record } as const]),
  ]);
}

/** Without those that are certainly earlier (or later) than another: they neither are picked nor stand in the way. */
function contendersOf(
  candidates: readonly Candidate[],
  pick: 'latest' | 'earliest',
): readonly Candidate[] {
  const certain = candidates.filter(({ isCertain }) => isCertain);
  if (pick === 'latest') {
    const bound = extreme(
      certain.map(({ first }) => first),
      isLater,
    );
    return candidates.filter(({ last }) => bound === undefined || last >= bound);
  }
  const bound = extreme(
    certain.map(({ last }) => last),
    isEarlier,
  );
  return candidates.filter(({ first }) => bound === undefined || first <= bound);
}

/**
 * Those that on some of all lawful days are the latest (or the earliest) in the window. Each is tried on the best day
 * for it, with the others out of its way as far as they can be.
 */
function* pickable(
  contenders: readonly Candidate[],
  pick: 'latest' | 'earliest',
): Steps<readonly Candidate[]> {
  const isLatest = pick === 'latest';
  const [bestDay, worstDay] = isLatest
    ? (['last', 'first'] as const)
    : (['first', 'last'] as const);
  // No contender is certainly beyond this day, and some are certainly not before it.
  const bound = extreme(
    contenders.filter(({ isCertain }) => isCertain).map((each) => each[worstDay]),
    isLatest ? isLater : isEarlier,
  );
  yield;
  const must = contenders.filter((each) => each.isCertain && each[worstDay] === bound);
  const may = contenders.filter(
    (each) =>
      bound !== undefined &&
      each.record.time === undefined &&
      each.first <= bound &&
      bound <= each.last &&
      !(each.isCertain && each[worstDay] === bound),
  );
  yield;
  const wins = (a: Candidate, b: Candidate) =>
    isLatest ? a.record.index > b.record.index : a.record.index < b.record.index;
  const winsByTime = (a: Candidate, b: Candidate) => {
    const [own, other] = [timeOf(a), timeOf(b)];
    return own === other ? wins(a, b) : isLatest === own > other;
  };
  // Who wins against the one that wins against all wins against each.
  const winner = yield* extremeInSteps(must, wins);
  const timeWinner = yield* extremeInSteps(must, winsByTime);
  const loser = yield* extremeInSteps(may, (a, b) => wins(b, a));
  const isTimed = must.every(({ record }) => record.time !== undefined);
  const isPickable = (each: Candidate) => {
    // Beyond that day it has no rival.
    if (each[bestDay] !== bound) return true;
    const isFirst = each === winner || wins(each, winner!);
    if (!isTimed || each.record.time === undefined) return isFirst;
    // Each has a time, unless one without is of the day too.
    return (
      (isFirst && loser !== undefined && wins(each, loser)) ||
      each === timeWinner ||
      winsByTime(each, timeWinner!)
    );
  };
  return yield* flatMapInSteps(contenders, (each) => (isPickable(each) ? [each] : []));
}

/** As written, with seconds. */
function timeOf({ record: { time = '' } }: Candidate): string {
  return time.padEnd(8, ':00');
}

/** R13: the number is the highest of all, or the lowest, each of which may be any that its result allows. */
function* judgeByNumber(
  candidates: readonly Candidate[],
  value: ResultValue,
  pick: 'highest' | 'lowest',
): Steps<Judgement> {
  if ('text' in value) throw new RangeError('A text is neither highest nor lowest.');
  // The lowest is the highest of a world that is mirrored.
  const turn = pick === 'highest' ? (numbers: Interval) => numbers : mirrored;
  const asked = turn(numbersAsked(value));
  const each = yield* mapInSteps(candidates, (candidate) => {
    const { numbers, doubt } = numbersOf(candidate.record, value);
    return { ...candidate, numbers: turn(numbers), ofNumber: doubt };
  });
  const certain = each.filter(({ isCertain }) => isCertain);
  // Nothing that is certainly there is higher: the two that begin latest say it for all.
  const [highest, second] = yield* sortInSteps(certain, (a, b) =>
    beginsLater(a.numbers, b.numbers) ? -1 : beginsLater(b.numbers, a.numbers) ? 1 : 0,
  );
  const may = yield* flatMapInSteps(each, (one) => {
    const other = one === highest ? second : highest;
    const numbers = other ? intersect(one.numbers, above(other.numbers)) : one.numbers;
    return isEmpty(numbers) ? [] : [{ ...one, numbers }];
  });
  const truths = [...(yield* mapInSteps(may, ({ numbers }) => judgeNumbers(numbers, asked)))];
  if (certain.length === 0) truths.push('no');
  const proving = yield* flatMapInSteps(certain, (one) => {
    const truth = judgeNumbers(one.numbers, asked);
    const isProof =
      asked.high === Infinity ? truth === 'yes' : asked.low === -Infinity && truth === 'no';
    return isProof ? [one] : [];
  });
  const isUndecided = unanimous(truths) === 'unknown';
  return {
    truths,
    records: yield* highestOf(proving.length > 0 ? proving : may),
    doubts: isUndecided
      ? [...may.flatMap(({ ofNumber }) => ofNumber ?? []), ...(yield* doubtsAbout(candidates))]
      : [],
    ...(proving.length > 0 ? { proof: asked.high === Infinity ? 'yes' : 'no' } : {}),
  };
}

/** From where a number may begin, without end. */
export function above({ low, lowClosed }: Interval): Interval {
  return { low, lowClosed, high: Infinity, highClosed: true };
}

/** The record with the highest number of which something is known; of equals the later. */
export function* highestOf(
  each: readonly { readonly record: ResultRecord; readonly numbers: Interval }[],
): Steps<readonly ResultRecord[]> {
  const numbersBy = new Map(each.map(({ record, numbers }) => [record, numbers]));
  yield;
  const inOrder = (yield* sortByDateInSteps(
    each.map(({ record }) => record),
  )) as readonly ResultRecord[];
  let best: ResultRecord | undefined;
  for (const record of inOrder)
    if (!best || !beginsLater(numbersBy.get(best)!, numbersBy.get(record)!)) best = record;
  return best ? [best] : [];
}
