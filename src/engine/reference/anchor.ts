/** R19b: a criterion asked on the day of a record, in the place of the day of evaluation. */
import { defaultWindows, type Anchor, type Criterion } from '../../profile/index.ts';
import {
  addPeriod,
  nextDay,
  type CalendarDate,
  type ClinicalRecord,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { eachInSteps, flatMapInSteps, sortInSteps, type Steps } from '../steps.ts';
import type { Finding, Span, Truth, UnknownReason } from '../types.ts';
import {
  coverageDoubt,
  rejectedDoubt,
  rejectedIn,
  selectInSteps,
  type PatientContext,
  type Selected,
} from './context.ts';
import {
  beginningsIn,
  extentOf,
  extentOfRejected,
  inWindow,
  isWhole,
  type Extent,
} from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import { partOf, type AnyQuery } from './parts.ts';
import { unanimous } from './truth.ts';
import { judgeValue } from './values.ts';
import { read, windowIn } from './windows.ts';

/** Asks a criterion of the patient, on the day that the context says. */
type Ask = (context: PatientContext, criterion: Criterion, path: string) => Steps<Finding>;

/** The days that the anchor may be on are found, and `is` is asked on each of them: it must say the same on all. */
export function* findAnchored(
  outer: PatientContext,
  { on, pick, at, is }: Anchor,
  path: string,
  ask: Ask,
): Steps<Finding> {
  const { type, query } = partOf(on);
  // The record is sought on the day asked, and nothing after the day of evaluation is seen of it either.
  const context = { ...outer, anchor: outer.anchor ?? outer.asOf };
  const window = windowIn(context, query.when ?? defaultWindows[type]);
  // What is asked of the record itself is asked on the day that the anchor is.
  const selected = yield* selectInSteps(outer, type, query);
  const found = yield* candidatesIn(context, type, query, selected, window, at);
  const candidates = yield* contendersOf(found, pick);
  const known = candidates.filter(({ isCertain }) => isCertain);
  // It may have ended on any day by that of evaluation.
  const needed = neededFor(known, pick, at ? { ...window, to: context.asOf } : window);
  const coverage = coverageDoubt(context, type, query, needed);
  const days = coverage ? undefined : yield* daysOf(candidates);
  const unknownReasons = [...(coverage ? [coverage] : []), ...doubtsAbout(type, candidates)];
  // R4a: with two such records nobody knows.
  if (!days || (days.length > 1 && outer.isTried))
    return { path, truth: 'unknown', records: [], unknownReasons, branches: [] };
  // Where perhaps there is no anchor at all, it may be *no* for that.
  const none: readonly Truth[] = known.length > 0 ? [] : ['no'];
  const isTried = outer.isTried || days.length > 1;
  const findings: Finding[] = [];
  for (const day of days) {
    const finding = yield* ask({ ...context, anchor: day, isTried }, is, `${path}/anchor/is`);
    findings.push(finding);
    if (finding.truth === 'unknown' || finding.truth !== findings[0]!.truth) break;
  }
  const truth = unanimous([...findings.map((finding) => finding.truth), ...none]);
  const records = truth === 'unknown' ? [] : candidates.flatMap(({ record }) => record ?? []);
  return {
    path,
    truth,
    records: yield* sortByDateInSteps(records),
    unknownReasons: days.length + none.length > 1 ? unknownReasons : [],
    branches: findings.filter((finding) => finding.truth === truth).slice(0, 1),
  };
}

/** A record, or one set aside, that may be the anchor, and the first and the last day that it may be on while it is. */
interface Candidate {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** Whether it is one of those meant, on whichever of its days. */
  readonly isCertain: boolean;
  readonly record?: ClinicalRecord;
  readonly rejection?: Rejection;
  /** Why it only may be, and why it is not known on which day. */
  readonly doubts: readonly UnknownReason[];
}

function* candidatesIn(
  context: PatientContext,
  type: RecordType,
  query: AnyQuery,
  selected: readonly Selected[],
  window: Span,
  at: Anchor['at'],
): Steps<readonly Candidate[]> {
  const daysOf = (extent: Extent) =>
    at ? endsIn(extent, window, context.asOf) : beginningIn(extent, window);
  const found = yield* flatMapInSteps(selected, ({ record, doubt }): readonly Candidate[] => {
    const extent = extentOf(record, context.asOf);
    const isInside = inWindow(extent, window);
    const days = daysOf(extent);
    const { truth, unknownReason } =
      query.value && record.type === 'result'
        ? judgeValue(record, query.value)
        : { truth: 'yes' as const, unknownReason: undefined };
    if (isInside === 'no' || truth === 'no' || !days) return [];
    // With an end that may be after the day of evaluation, it may be no record.
    const hasEnded = !at || extent.to! <= context.asOf;
    return [
      {
        ...days,
        record,
        isCertain: isInside === 'yes' && truth === 'yes' && hasEnded && !doubt,
        doubts: [
          ...(doubt ? [doubt] : []),
          ...(unknownReason ? [unknownReason] : []),
          ...(isWhole(extent) ? [] : [{ kind: 'partial-date', record } as const]),
        ],
      },
    ];
  });
  const setAside = rejectedIn(context, type, query, window).flatMap(
    (rejection): readonly Candidate[] => {
      const days = daysOf(extentOfRejected(rejection, type));
      return days ? [{ ...days, isCertain: false, rejection, doubts: [] }] : [];
    },
  );
  return [...found, ...setAside];
}

type DaysOf = Pick<Candidate, 'first' | 'last'>;

/** The days on which it may have begun, where it is in the window: a point is in it on its day. */
function beginningIn(extent: Extent, window: Span): DaysOf | undefined {
  const { from, fromLatest } = beginningsIn(extent, window);
  return between(from, fromLatest);
}

/** The days on which it may have ended, by the day of evaluation; undefined where it has not. */
function endsIn({ toEarliest, to }: Extent, window: Span, today: CalendarDate): DaysOf | undefined {
  if (toEarliest === undefined || to === undefined) return undefined;
  return between(later(toEarliest, window.from), earlier(to, today));
}

function between(first: CalendarDate, last: CalendarDate): DaysOf | undefined {
  return first <= last ? { first, last } : undefined;
}

function later(day: CalendarDate, other: CalendarDate | undefined): CalendarDate {
  return other !== undefined && other > day ? other : day;
}

function earlier(day: CalendarDate, other: CalendarDate | undefined): CalendarDate {
  return other !== undefined && other < day ? other : day;
}

/**
 * Those that may be the one picked, on the days on which they are: none of which is before the day that the latest has
 * at least, or after the one that the earliest has at most. On one day it is the same whose day it is.
 */
function* contendersOf(
  candidates: readonly Candidate[],
  pick: 'latest' | 'earliest',
): Steps<readonly Candidate[]> {
  const bound = reachedBy(
    candidates.filter(({ isCertain }) => isCertain),
    pick,
  );
  return yield* flatMapInSteps(candidates, (each): readonly Candidate[] => {
    const { first, last } = each;
    const days =
      pick === 'latest' ? between(later(first, bound), last) : between(first, earlier(last, bound));
    return days ? [{ ...each, ...days }] : [];
  });
}

/** The day that the latest is of at least, the earliest at most; undefined without any. */
function reachedBy(
  certain: readonly Candidate[],
  pick: 'latest' | 'earliest',
): CalendarDate | undefined {
  return pick === 'latest'
    ? certain.reduce<CalendarDate | undefined>((day, { first }) => later(first, day), undefined)
    : certain.reduce<CalendarDate | undefined>((day, { last }) => earlier(last, day), undefined);
}

/** The latest is known to be the latest when everything after it is covered (R13); without one the whole window counts. */
function neededFor(certain: readonly Candidate[], pick: 'latest' | 'earliest', window: Span): Span {
  const day = pick === 'latest' ? reachedBy(certain, pick) : undefined;
  return day === undefined ? window : { ...window, from: later(day, window.from) };
}

/**
 * Every day that the anchor may be on. A date is known to its year at least: of what may be on any of more days nobody
 * asks, and undefined is answered.
 */
function* daysOf(candidates: readonly Candidate[]): Steps<readonly CalendarDate[] | undefined> {
  const isTooLong = ({ first, last }: Candidate) => last > addPeriod(first, longest);
  if (candidates.some(isTooLong)) return undefined;
  const inOrder = yield* sortInSteps(candidates, (a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : 0,
  );
  const days: CalendarDate[] = [];
  yield* eachInSteps(inOrder, ({ first, last }) => {
    const latest = days.at(-1);
    let day = latest === undefined || latest < first ? first : nextDay(latest);
    for (; day <= last && day !== days.at(-1); day = nextDay(day)) days.push(day);
  });
  return days;
}

const longest = read('P366D');

function doubtsAbout(type: RecordType, candidates: readonly Candidate[]): readonly UnknownReason[] {
  return [
    ...rejectedDoubt(
      type,
      candidates.flatMap(({ rejection }) => rejection ?? []),
    ),
    ...candidates.flatMap(({ doubts }) => doubts),
  ];
}
