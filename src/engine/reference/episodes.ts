/** R16, R16a: the runs of spans that share a day with the window, and last so long where that is asked. */
import type { Count, MedicationQuery } from '../../profile/index.ts';
import {
  addPeriod,
  nextDay,
  type ClinicalRecord,
  type PeriodParts,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { eachInSteps, flatMapInSteps, sortInSteps, type Steps } from '../steps.ts';
import type { Span } from '../types.ts';
import {
  coverageDoubt,
  rejectedFor,
  selectInSteps,
  type Answer,
  type PatientContext,
  type Selection,
} from './context.ts';
import { extentOf, isWhole, sharesDay } from './extent.ts';
import {
  isLongEnough,
  isTooLong,
  joinRunsInSteps,
  lengthsOf,
  meetsRuns,
  neededFor,
  type Days,
  type LengthParts,
  type Run,
} from './runs.ts';
import { coreOf, doubtsIn, mostSpans, type PlacedSpan } from './spans.ts';
import { judgeCount } from './truth.ts';
import { read } from './windows.ts';

/** Which runs are counted. */
export interface Asked {
  readonly gap: PeriodParts;
  readonly lengths: LengthParts;
  readonly window: Span;
}

/** How many there are, at least and at most, of what is seen. */
export interface Episodes {
  readonly least: number;
  readonly most: number;
  /** The runs that count whatever is in doubt, oldest first. */
  readonly certain: readonly Run<PlacedSpan>[];
  /** All runs, each as long as it can be, oldest first. */
  readonly runs: readonly Run<PlacedSpan>[];
  /** What of those that may count is in doubt. */
  readonly doubtful: readonly PlacedSpan[];
}

/** R16a: how many runs there are; the number is judged by `count`. */
export function* findEpisodes(
  context: PatientContext,
  type: RecordType,
  query: Selection & Pick<MedicationQuery, 'lasting' | 'episodes'>,
  count: Count,
  window: Span,
): Steps<Answer> {
  const gap = read(query.episodes?.gap ?? 'P0D');
  const lengths = query.lasting === undefined ? {} : lengthsOf(query.lasting);
  const found = yield* countEpisodes(context, type, query, { gap, lengths, window });
  const { least, most, certain, runs, doubtful } = found;
  const needed = query.lasting === undefined ? window : neededFor(runs, gap, window);
  const coverage = coverageDoubt(context, type, query, needed);
  // A list that could not be read at all may have held any number.
  const isUnbounded =
    coverage !== undefined ||
    rejectedFor(context, type, query).some(({ index }) => index === undefined);
  // What is not seen may join all of them to one, and then it may last too long.
  const low = isUnbounded ? (lengths.atMost ? 0 : Math.min(least, 1)) : least;
  return {
    truth: judgeCount(low, isUnbounded ? Infinity : most, count),
    records: certain.flatMap(recordsOf),
    unknownReasons: [...(coverage ? [coverage] : []), ...doubtsIn(type, doubtful)],
  };
}

export function recordsOf({ parts }: Run<PlacedSpan>): readonly ClinicalRecord[] {
  return parts.flatMap(({ record }) => record ?? []);
}

/**
 * Counts the runs for every choice of what is in doubt. At least those that hold one that counts, and that nobody can
 * part from it; where there is a longest, those to which nothing can be joined. At most those that count without all
 * that is in doubt, and as many more as doubtful spans can be by themselves: each run that is new has one that belongs
 * to no other.
 */
export function* countEpisodes(
  context: PatientContext,
  type: RecordType,
  query: Selection,
  asked: Asked,
): Steps<Episodes> {
  const { gap, lengths, window } = asked;
  const selected = yield* selectInSteps(context, type, query);
  const cores = yield* flatMapInSteps(selected, ({ record, doubt }): readonly PlacedSpan[] => {
    const core = doubt ? undefined : coreOf(extentOf(record, context.asOf));
    return core ? [{ ...core, record }] : [];
  });
  const least = yield* joinRunsInSteps(cores, gap);
  const spans = yield* mostSpans(selected, rejectedFor(context, type, query), context.asOf);
  const runs = yield* joinRunsInSteps(spans, gap);
  const certain: Run<PlacedSpan>[] = [];
  const doubtful: PlacedSpan[] = [];
  const whole: PlacedSpan[] = [];
  const others = new Set<ClinicalRecord | Rejection>();
  let [sure, counted, next] = [0, 0, 0];
  yield* eachInSteps(runs, (run) => {
    const inside: Run<PlacedSpan>[] = [];
    for (; next < least.length && (run.to === undefined || least[next]!.from <= run.to); next++)
      inside.push(least[next]!);
    if (!isLongEnough(run, lengths, window)) return;
    const open = run.parts.filter(({ doubt, rejection }) => doubt ?? rejection);
    const own = open.map((span): Open => ({ span, core: presentDays(span, context) }));
    for (const span of open) doubtful.push(span);
    const found = inside.filter(
      (each) => isLongEnough(each, lengths, window) && !isTooLong(each, lengths, window),
    );
    counted += found.length;
    if (found.length > 0 && (!lengths.atMost || isSure(run, inside, own, asked))) {
      sure++;
      for (const each of lengths.atMost ? [run] : found) certain.push(each);
    }
    // What is joined to one of these makes no other.
    const isTaken = meetsGapped(
      inside.filter(
        (each) => isLongEnough(each, lengths, window) || isTooLong(each, lengths, window),
      ),
      gap,
    );
    for (const { span, core } of own) {
      if (core && (isTooLong(core, lengths, window) || isTaken(core))) continue;
      if (!lengths.atLeast && !lengths.atMost && !sharesDay(span.from, span.to, window)) continue;
      if (span.record && isWhole(extentOf(span.record, context.asOf))) whole.push(span);
      else others.add((span.record ?? span.rejection)!);
    }
  });
  const apart = yield* countApart(whole, gap);
  return { least: sure, most: counted + apart + others.size, certain, runs, doubtful };
}

/** A span of which something is in doubt, and the days that it has for certain. */
interface Open {
  readonly span: PlacedSpan;
  readonly core: Days | undefined;
}

/**
 * Whether a run is there for every choice, and never too long: nothing else can be joined to it, and at most days of
 * its own records are in doubt.
 */
function isSure(
  run: Days,
  inside: readonly Days[],
  open: readonly Open[],
  { lengths, window }: Asked,
): boolean {
  const isThere = open.every(({ span, core }) => core && span.doubt?.kind === 'partial-date');
  return isThere && inside.length === 1 && !isTooLong(run, lengths, window);
}

/** The days that a doubtful record has for certain, where it is one of those meant; of one set aside nobody knows. */
function presentDays({ record }: PlacedSpan, { asOf }: PatientContext): Days | undefined {
  return record && coreOf(extentOf(record, asOf));
}

/** Tells of days whether they would be joined to one of some runs, which are in order and apart. */
function meetsGapped(runs: readonly Days[], gap: PeriodParts): (days: Days) => boolean {
  const reach = ({ from, to }: Days): Days =>
    to === undefined ? { from } : { from, to: addPeriod(nextDay(to), gap) };
  const isMet = meetsRuns(runs.map(reach));
  return (days) => isMet(reach(days));
}

/** How many spans there can be none of which is joined to another: each time the one that ends first. */
function* countApart(spans: readonly PlacedSpan[], gap: PeriodParts): Steps<number> {
  const ended = spans.filter(({ to }) => to !== undefined);
  const ordered = yield* sortInSteps(ended, (a, b) => (a.to! < b.to! ? -1 : a.to! > b.to! ? 1 : 0));
  let count = 0;
  let last: Days | undefined;
  const isApart = ({ from }: Days) =>
    last === undefined || from > addPeriod(nextDay(last.to!), gap);
  yield* eachInSteps(ordered, (span) => {
    if (!isApart(span)) return;
    count++;
    last = span;
  });
  // What has no end can only be the last.
  return count + (spans.some((span) => span.to === undefined && isApart(span)) ? 1 : 0);
}
