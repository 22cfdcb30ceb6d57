/** R19c: the latest result less another one of the same: what has changed. */
import { defaultWindows, type Change, type ValueBounds } from '../../profile/index.ts';
import { decimalDifference, type CalendarDate, type ResultRecord } from '../../record/index.ts';
import { flatMapInSteps, mapInSteps, type Steps } from '../steps.ts';
import type { Finding, Span, Truth, UnknownReason } from '../types.ts';
import { coverageDoubt, rejectedDoubt, rejectedIn, type PatientContext } from './context.ts';
import { daysBetween } from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import {
  above,
  candidatesIn,
  doubtsAbout,
  extreme,
  highestOf,
  isEarlier,
  isLater,
  mayBePicked,
  type Candidate,
} from './pick.ts';
import {
  beginsLater,
  intersect,
  isEmpty,
  judgeNumbers,
  mirrored,
  numbersAsked,
  numbersOf,
  type Interval,
} from './values.ts';
import { unanimous } from './truth.ts';
import { windowIn } from './windows.ts';

export function* findChange(
  context: PatientContext,
  { of, from, value }: Change,
  path: string,
): Steps<Finding> {
  const window = windowIn(context, of.when ?? defaultWindows.result);
  const seen = yield* candidatesIn(context, 'result', of, window);
  const candidates = from === 'previous' ? withoutOlder(seen) : seen;
  yield;
  const inDoubt = candidates.filter(({ isWhole, isCertain }) => !isWhole || !isCertain);
  const answers: WorldAnswer[] = [];
  if (inDoubt.length < 2)
    for (const world of worldsOf(candidates, inDoubt[0]))
      answers.push(yield* judge(world, from, value));
  const truths: readonly Truth[] =
    inDoubt.length < 2 ? answers.map(({ truth }) => truth) : ['unknown'];
  const coverage = coverageDoubt(context, 'result', of, neededFor(answers, seen, from, window));
  yield;
  const missing = [
    ...(coverage ? [coverage] : []),
    ...rejectedDoubt('result', rejectedIn(context, 'result', of, window)),
  ];
  const agreed = unanimous(truths);
  const doubts = new Set(yield* flatMapInSteps(answers, (answer) => answer.doubts));
  // Whether it is one day or another matters only where they differ.
  if (inDoubt.length > 1 || new Set(truths).size > 1)
    for (const each of yield* doubtsAbout(inDoubt)) doubts.add(each);
  const records = new Set(yield* flatMapInSteps(answers, (answer) => answer.records));
  return {
    path,
    truth: missing.length > 0 ? 'unknown' : agreed,
    records: yield* sortByDateInSteps([...records]),
    unknownReasons: [...missing, ...(agreed === 'unknown' ? doubts : [])],
    branches: [],
  };
}

/** Without those that are certainly older than two others: they are neither the latest nor the one before it. */
function withoutOlder(candidates: readonly Candidate[]): readonly Candidate[] {
  const certain = candidates.filter(({ isCertain }) => isCertain);
  const newest = extreme(certain, (a, b) => isLater(a.first, b.first));
  const second = extreme(
    certain.filter((each) => each !== newest).map(({ first }) => first),
    isLater,
  );
  return candidates.filter(({ last }) => second === undefined || last >= second);
}

/**
 * R4a, R10a: the results as they may lie in the window, each with its day: where one of them is in doubt, on each of its
 * lawful days, and without it where it need not be one of them.
 */
function* worldsOf(
  candidates: readonly Candidate[],
  inDoubt: Candidate | undefined,
): Generator<readonly Candidate[], void> {
  if (!inDoubt) {
    yield candidates;
    return;
  }
  const others = candidates.filter((each) => each !== inDoubt);
  for (const day of daysBetween(inDoubt.first, inDoubt.last))
    yield [...others, { ...inDoubt, first: day, last: day, isWhole: true, isCertain: true }];
  if (!inDoubt.isCertain) yield others;
}

/** How it comes out of results whose days are known. */
interface WorldAnswer {
  readonly truth: Truth;
  /** The latest, and the one that it is held against. */
  readonly records: readonly ResultRecord[];
  readonly doubts: readonly UnknownReason[];
  /** The day of the one that it is held against; absent where there are fewer than two. */
  readonly since?: CalendarDate;
}

function* judge(
  candidates: readonly Candidate[],
  from: Change['from'],
  value: Change['value'],
): Steps<WorldAnswer> {
  const [latest] = yield* mayBePicked(candidates, 'latest');
  const rest = candidates.filter((each) => each !== latest);
  if (!latest || rest.length === 0) return { truth: 'no', records: [], doubts: [] };
  yield;
  const other = yield* otherOf(rest, from, value);
  const { numbers, doubt } = numbersOf(latest.record, value);
  const truth = judgeNumbers(difference(numbers, other.numbers), numbersAsked(value));
  return {
    truth,
    records: [...other.records, latest.record],
    doubts: truth === 'unknown' ? [...other.doubts, ...(doubt ? [doubt] : [])] : [],
    since: other.since,
  };
}

/** Every difference of a number of the one and a number of the other. */
export function difference(one: Interval, other: Interval): Interval {
  return {
    low: decimalDifference(one.low, other.high),
    lowClosed: one.lowClosed && other.highClosed,
    high: decimalDifference(one.high, other.low),
    highClosed: one.highClosed && other.lowClosed,
  };
}

/** What the latest is held against. */
interface Other {
  readonly numbers: Interval;
  readonly records: readonly ResultRecord[];
  readonly doubts: readonly UnknownReason[];
  readonly since: CalendarDate;
}

function* otherOf(
  rest: readonly Candidate[],
  from: Change['from'],
  value: Change['value'],
): Steps<Other> {
  if (from === 'highest' || from === 'lowest') return yield* extremeOf(rest, from, value);
  const [picked] = yield* mayBePicked(rest, from === 'previous' ? 'latest' : 'earliest');
  const { record, first } = picked!;
  const { numbers, doubt } = numbersOf(record, value);
  return { numbers, records: [record], doubts: doubt ? [doubt] : [], since: first };
}

/** The highest of all, or the lowest, each of which may be any that its result allows. */
export function* extremeOf(
  rest: readonly Pick<Candidate, 'record' | 'first'>[],
  pick: 'highest' | 'lowest',
  value: ValueBounds,
): Steps<Other> {
  // The lowest is the highest of a world that is mirrored.
  const turn = pick === 'highest' ? (numbers: Interval) => numbers : mirrored;
  const each = yield* mapInSteps(rest, ({ record, first }) => {
    const { numbers, doubt } = numbersOf(record, value);
    return { record, first, numbers: turn(numbers), doubt };
  });
  // It is as high as the one that begins latest, and no higher than the one that ends latest.
  const { low, lowClosed } = extreme(each, (a, b) => beginsLater(a.numbers, b.numbers))!.numbers;
  yield;
  const { high, highClosed } = extreme(each, (a, b) => endsLater(a.numbers, b.numbers))!.numbers;
  const numbers = { low, lowClosed, high, highClosed };
  const may = yield* flatMapInSteps(each, (one) =>
    isEmpty(intersect(one.numbers, above(numbers))) ? [] : [one],
  );
  return {
    numbers: turn(numbers),
    records: yield* highestOf(may),
    doubts: may.flatMap(({ doubt }) => doubt ?? []),
    since: extreme(each, (a, b) => isEarlier(a.first, b.first))!.first,
  };
}

/** Whether an interval has numbers above which another has none. */
function endsLater(a: Interval, b: Interval): boolean {
  return beginsLater(mirrored(b), mirrored(a));
}

/**
 * The days that must be covered: from the one before the latest on; of a window with an open start, for the highest and
 * the lowest from the first result seen on. Where there may be fewer than two, the whole window.
 */
function neededFor(
  answers: readonly WorldAnswer[],
  seen: readonly Candidate[],
  from: Change['from'],
  window: Span,
): Span {
  const days = answers.flatMap(({ since }) => since ?? []);
  if (days.length === 0 || from === 'earliest') return window;
  const isWindow =
    window.from !== undefined && (from !== 'previous' || days.length < answers.length);
  if (isWindow) return window;
  const first = extreme(from === 'previous' ? days : seen.map((each) => each.first), isEarlier);
  return first === undefined ? window : { ...window, from: first };
}
