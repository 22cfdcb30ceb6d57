/** R19: records that come one after another: the first on day a, the second on day b, a ≤ b ≤ a + P. */
import { defaultWindows, type Criterion, type SequencePart } from '../../profile/index.ts';
import {
  addPeriod,
  nextDay,
  previousDay,
  type CalendarDate,
  type ClinicalRecord,
  type PeriodParts,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { eachInSteps, mapInSteps, sortInSteps, type Steps } from '../steps.ts';
import type { Finding, Span, UnknownReason } from '../types.ts';
import {
  coverageDoubt,
  rejectedDoubt,
  rejectedIn,
  selectInSteps,
  type PatientContext,
} from './context.ts';
import {
  beginningsIn,
  extentOf,
  extentOfRejected,
  inWindow,
  isWhole,
  type Beginning,
  type Extent,
} from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import { partOf } from './parts.ts';
import { judgeValue } from './values.ts';
import { read, startFor, windowIn } from './windows.ts';

type Sequence = Extract<Criterion, { sequence: unknown }>['sequence'];

export function* findSequence(
  context: PatientContext,
  criterion: Sequence,
  path: string,
): Steps<Finding> {
  const within = read(criterion.within);
  const first = yield* candidatesFor(context, criterion.of[0]);
  const second = yield* candidatesFor(context, criterion.of[1]);
  const base = { path, branches: [] };
  const certain = yield* followingIn(first.certain, second.certain, within, 'surely');
  const records =
    certain.size > 0
      ? new Set([...certain].flatMap(({ record }) => record ?? []))
      : yield* followingOnEveryDay(first, second, within);
  if (records)
    return {
      ...base,
      truth: 'yes',
      records: yield* sortByDateInSteps([...records]),
      unknownReasons: [],
    };
  const possible = yield* followingIn(first.possible, second.possible, within, 'perhaps');
  const isWithoutOne = [first, second].some((part) => part.possible.length === 0 && !part.coverage);
  const unknownReasons = isWithoutOne
    ? []
    : [first, second].flatMap(({ type, coverage, possible: all }) => {
        const own = all.filter((each) => possible.has(each));
        const rejected = new Set(own.flatMap(({ rejection }) => rejection ?? []));
        return [
          ...(coverage ? [coverage] : []),
          ...rejectedDoubt(type, [...rejected]),
          ...own.flatMap(({ doubts }) => doubts),
        ];
      });
  return {
    ...base,
    truth: unknownReasons.length > 0 ? 'unknown' : 'no',
    records: [],
    unknownReasons,
  };
}

/** A record that is, or may be, one of those meant, and when it may have begun while it is. */
interface Candidate extends Beginning {
  readonly record?: ClinicalRecord;
  readonly rejection?: Rejection;
  /** Why it only may be. */
  readonly doubts: readonly UnknownReason[];
}

/** A record that is one of those meant on some of its lawful days (R4a). */
interface Partial {
  readonly record: ClinicalRecord;
  readonly extent: Extent;
}

interface Candidates {
  readonly type: RecordType;
  readonly window: Span;
  /** Meant on all their lawful days. */
  readonly certain: readonly Candidate[];
  /** Known in all but their day. */
  readonly partial: readonly Partial[];
  /** Meant, perhaps, on one of their lawful days at least: the certain ones too. */
  readonly possible: readonly Candidate[];
  readonly coverage: UnknownReason | undefined;
}

function* candidatesFor(context: PatientContext, part: SequencePart): Steps<Candidates> {
  const { type, query } = partOf(part);
  const window = windowIn(context, query.when ?? defaultWindows[type]);
  const certain: Candidate[] = [];
  const partial: Partial[] = [];
  const possible: Candidate[] = [];
  const selected = yield* selectInSteps(context, type, query);
  yield* eachInSteps(selected, ({ record, doubt }) => {
    const extent = extentOf(record, context.asOf);
    const isInside = inWindow(extent, window);
    const { truth, unknownReason } =
      query.value && record.type === 'result'
        ? judgeValue(record, query.value)
        : { truth: 'yes' as const, unknownReason: undefined };
    if (truth === 'no' || isInside === 'no') return;
    const isKnown = !doubt && truth === 'yes';
    const { from, fromLatest } = extent;
    if (isKnown && isInside === 'yes') certain.push({ record, from, fromLatest, doubts: [] });
    if (isKnown && !isWhole(extent)) partial.push({ record, extent });
    possible.push({
      record,
      ...beginningsIn(extent, window),
      doubts: [
        ...(doubt ? [doubt] : []),
        ...(unknownReason ? [unknownReason] : []),
        ...(isWhole(extent) ? [] : [{ kind: 'partial-date', record } as const]),
      ],
    });
  });
  for (const rejection of rejectedIn(context, type, query, window))
    possible.push({
      rejection,
      ...beginningsIn(extentOfRejected(rejection, type), window),
      doubts: [],
    });
  const coverage = coverageDoubt(context, type, query, window);
  return { type, window, certain, partial, possible, coverage };
}

/** A candidate, and the two days of it by which it is told whether one follows another. */
interface Dated {
  readonly candidate: Candidate;
  /** Of one that is followed: from when on. Of one that follows: when it comes. */
  readonly day: CalendarDate;
  /** Of one that is followed: until when. Of one that follows: by when it has come. */
  readonly limit: CalendarDate;
}

/**
 * The candidates that follow one another, or are followed: on whichever of their days, or on one of them at least. A
 * record does not follow itself.
 */
function* followingIn(
  ones: readonly Candidate[],
  others: readonly Candidate[],
  within: PeriodParts,
  certainty: 'surely' | 'perhaps',
): Steps<ReadonlySet<Candidate>> {
  const [begins, ends] =
    certainty === 'surely' ? (['from', 'fromLatest'] as const) : (['fromLatest', 'from'] as const);
  const followed = yield* mapInSteps(ones, (candidate): Dated => ({
    candidate,
    day: candidate[ends],
    limit: addPeriod(candidate[begins], within),
  }));
  const following = yield* mapInSteps(others, (candidate): Dated => ({
    candidate,
    day: candidate[begins],
    limit: candidate[ends],
  }));
  const isFollowed = yield* metBy(followed, following, 1);
  const follows = yield* metBy(following, followed, -1);
  return new Set([...isFollowed, ...follows]);
}

/**
 * Those of whom there is another on the right side of both their days (sign 1: one that comes on the day or after it,
 * and by the limit; −1: the other way round). Each list is gone through once, in the order of its days: of all that
 * have passed, the two with the best limits answer for the others, two because none answers for itself.
 */
function* metBy(
  asking: readonly Dated[],
  offered: readonly Dated[],
  sign: 1 | -1,
): Steps<readonly Candidate[]> {
  const compare = (a: CalendarDate, b: CalendarDate) => (a === b ? 0 : a < b ? -sign : sign);
  const inOrder = (list: readonly Dated[]) => sortInSteps(list, (a, b) => compare(b.day, a.day));
  const offers = yield* inOrder(offered);
  const met: Candidate[] = [];
  let next = 0;
  let best: Dated | undefined;
  let second: Dated | undefined;
  yield* eachInSteps(yield* inOrder(asking), ({ candidate, day, limit }) => {
    for (; next < offers.length && compare(offers[next]!.day, day) >= 0; next++) {
      const offer = offers[next]!;
      if (!best || compare(offer.limit, best.limit) < 0) [best, second] = [offer, best];
      else if (!second || compare(offer.limit, second.limit) < 0) second = offer;
    }
    const other = best && isSame(candidate, best.candidate) ? second : best;
    if (other && compare(other.limit, limit) <= 0) met.push(candidate);
  });
  return met;
}

function isSame(one: Candidate, other: Candidate): boolean {
  if (one.record) return one.record === other.record;
  // A list that cannot be read at all may hold any number.
  return one.rejection === other.rejection && one.rejection?.index !== undefined;
}

/**
 * R4a: where one record alone has a date that is not known to the day: the records that follow one another on
 * each of its lawful days, now these, now those. Undefined where there is a day on which none do.
 */
function* followingOnEveryDay(
  first: Candidates,
  second: Candidates,
  within: PeriodParts,
): Steps<readonly ClinicalRecord[] | undefined> {
  const partial = new Map(
    [...first.partial, ...second.partial].map(({ record, extent }) => [record, extent]),
  );
  const [[alone, extent] = []] = partial.size === 1 ? partial : [];
  if (!alone || !extent) return undefined;
  const isIn = ({ partial: own }: Candidates) => own.some(({ record }) => record === alone);
  const beforeOthers = isIn(first)
    ? yield* mapInSteps(second.certain, ({ record, from }) => ({
        record,
        // The first day from which the period reaches it.
        ...beginningsSurelyIn(
          { from: nextDay(startFor(previousDay(from), within)), to: from },
          extent,
          first.window,
        ),
      }))
    : [];
  const afterOthers = isIn(second)
    ? yield* mapInSteps(first.certain, ({ record, from }) => ({
        record,
        ...beginningsSurelyIn({ from, to: addPeriod(from, within) }, extent, second.window),
      }))
    : [];
  const choices = yield* sortInSteps(
    [...beforeOthers, ...afterOthers].filter(
      ({ record, from, to }) => record !== alone && from <= to,
    ),
    (a, b) => (a.from < b.from ? -1 : 1),
  );
  let covered = previousDay(extent.from);
  for (const { from, to } of choices) if (from <= nextDay(covered) && to > covered) covered = to;
  if (covered < extent.fromLatest) return undefined;
  return [...new Set([alone, ...choices.flatMap(({ record }) => record ?? [])])];
}

/** Of the days on which a record may begin those on which it is in the window, however early it ends. */
function beginningsSurelyIn(
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  { toEarliest, isPoint }: Extent,
  window: Span,
) {
  const mustBeginInside =
    window.from !== undefined && toEarliest !== undefined && (isPoint || toEarliest < window.from);
  return {
    from: mustBeginInside && window.from > from ? window.from : from,
    to: window.to !== undefined && window.to < to ? window.to : to,
  };
}
