/** R19c: the latest result less another one of the same: what has changed. */
import { defaultWindows, type Change } from '../../profile/index.ts';
import {
  decimalDifference,
  nextDay,
  type CalendarDate,
  type ResultRecord,
} from '../../record/index.ts';
import type { Finding, Span, Truth, UnknownReason } from '../types.ts';
import { coverageDoubt, rejectedDoubt, rejectedIn, type PatientContext } from './context.ts';
import { sortByDate } from './order.ts';
import {
  above,
  candidatesIn,
  doubtsAbout,
  extreme,
  highestOf,
  isEarlier,
  isLater,
  mayBePicked,
  unanimous,
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
import { windowOn } from './windows.ts';

export function findChange(context: PatientContext, change: Change, path: string): Finding {
  const { of, from, value } = change;
  const window = windowOn(of.when ?? defaultWindows.result, context.asOf);
  const seen = candidatesIn(context, 'result', of, window);
  const candidates = from === 'previous' ? withoutOlder(seen) : seen;
  const inDoubt = candidates.filter(({ isWhole, isCertain }) => !isWhole || !isCertain);
  const answers =
    inDoubt.length > 1
      ? []
      : worldsOf(candidates, inDoubt[0]).map((all) => judge(all, from, value));
  const truths: readonly Truth[] =
    inDoubt.length > 1 ? ['unknown'] : answers.map(({ truth }) => truth);
  const needed = neededFor(answers, seen, from, window);
  const coverage = coverageDoubt(context, 'result', of, needed);
  const missing = [
    ...(coverage ? [coverage] : []),
    ...rejectedDoubt('result', rejectedIn(context, 'result', of, window)),
  ];
  const agreed = unanimous(truths);
  const doubts = new Set([
    ...answers.flatMap((answer) => answer.doubts),
    // Whether it is one day or another matters only where they differ.
    ...(inDoubt.length > 1 || new Set(truths).size > 1 ? doubtsAbout(inDoubt) : []),
  ]);
  return {
    path,
    truth: missing.length > 0 ? 'unknown' : agreed,
    records: sortByDate([...new Set(answers.flatMap(({ records }) => records))]),
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
function worldsOf(
  candidates: readonly Candidate[],
  inDoubt: Candidate | undefined,
): readonly (readonly Candidate[])[] {
  if (!inDoubt) return [candidates];
  const others = candidates.filter((each) => each !== inDoubt);
  const worlds = daysIn(inDoubt).map((day) => [
    ...others,
    { ...inDoubt, first: day, last: day, isWhole: true, isCertain: true },
  ]);
  return inDoubt.isCertain ? worlds : [...worlds, others];
}

function daysIn({ first, last }: Candidate): readonly CalendarDate[] {
  const days = [first];
  for (let day = first; day < last;) days.push((day = nextDay(day)));
  return days;
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

function judge(
  candidates: readonly Candidate[],
  from: Change['from'],
  value: Change['value'],
): WorldAnswer {
  const [latest] = mayBePicked(candidates, 'latest');
  const rest = candidates.filter((each) => each !== latest);
  if (!latest || rest.length === 0) return { truth: 'no', records: [], doubts: [] };
  const other = otherOf(rest, from, value);
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

function otherOf(rest: readonly Candidate[], from: Change['from'], value: Change['value']): Other {
  if (from === 'highest' || from === 'lowest') return extremeOf(rest, from, value);
  const [picked] = mayBePicked(rest, from === 'previous' ? 'latest' : 'earliest');
  const { record, first } = picked!;
  const { numbers, doubt } = numbersOf(record, value);
  return { numbers, records: [record], doubts: doubt ? [doubt] : [], since: first };
}

/** The highest of all, or the lowest, each of which may be any that its result allows. */
function extremeOf(
  rest: readonly Candidate[],
  pick: 'highest' | 'lowest',
  value: Change['value'],
): Other {
  // The lowest is the highest of a world that is mirrored.
  const turn = pick === 'highest' ? (numbers: Interval) => numbers : mirrored;
  const each = rest.map(({ record }) => {
    const { numbers, doubt } = numbersOf(record, value);
    return { record, numbers: turn(numbers), doubt };
  });
  // It is as high as the one that begins latest, and no higher than the one that ends latest.
  const least = extreme(each, (a, b) => beginsLater(a.numbers, b.numbers))!.numbers;
  const most = extreme(each, (a, b) =>
    beginsLater(mirrored(b.numbers), mirrored(a.numbers)),
  )!.numbers;
  const may = each.filter(({ numbers }) => !isEmpty(intersect(numbers, above(least))));
  return {
    numbers: turn({
      low: least.low,
      lowClosed: least.lowClosed,
      high: most.high,
      highClosed: most.highClosed,
    }),
    records: highestOf(may),
    doubts: may.flatMap(({ doubt }) => doubt ?? []),
    since: extreme(
      rest.map(({ first }) => first),
      isEarlier,
    )!,
  };
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
