/** R18: records that are active together. */
import type { Criterion } from '../../profile/index.ts';
import { flatMapInSteps, type Steps } from '../steps.ts';
import type { Finding } from '../types.ts';
import {
  coverageDoubt,
  rejectedFor,
  selectInSteps,
  type PatientContext,
  type Selected,
} from './context.ts';
import { sharesDay } from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import { partOf } from './parts.ts';
import {
  joinRunsInSteps,
  lasts,
  meetsRuns,
  neededFor,
  noGap,
  sharedDays,
  type Days,
  type Run,
} from './runs.ts';
import { certainRuns, doubtsIn, mostSpans, type PlacedSpan } from './spans.ts';
import { reachOf, read, windowIn } from './windows.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

/** The days on which every part has an active record form a run that lasts in the window. */
export function* findConcurrent(
  context: PatientContext,
  criterion: Concurrent,
  path: string,
): Steps<Finding> {
  const window = windowIn(context, criterion.when ?? 'now');
  const period = read(criterion.lasting ?? 'P1D');
  const parts: (ReturnType<typeof partOf> & { readonly selected: readonly Selected[] })[] = [];
  for (const { type, query } of criterion.of.map(partOf))
    parts.push({ type, query, selected: yield* selectInSteps(context, type, query) });
  const isLong = (run: Days) => lasts(run, period, window);
  const certain = yield* certainRuns(
    parts.map(({ selected }) => selected),
    context.asOf,
    noGap,
    isLong,
  );
  if (certain) {
    const reach = reachOf(window, period);
    const isShared = meetsRuns(certain.found);
    // Of each part only the records that were active together with the others, when it counts.
    const spans = certain.joined.flatMap((runs) => runs.flatMap((run) => run.parts));
    yield;
    const records = yield* flatMapInSteps(spans, (span) =>
      span.record && isShared(span) && sharesDay(span.from, span.to, reach) ? [span.record] : [],
    );
    return {
      path,
      truth: 'yes',
      records: yield* sortByDateInSteps([...new Set(records)]),
      unknownReasons: [],
      branches: [],
    };
  }
  const most: (ReturnType<typeof partOf> & {
    readonly spans: readonly PlacedSpan[];
    readonly runs: readonly Run<PlacedSpan>[];
  })[] = [];
  for (const { type, query, selected } of parts) {
    const rejected = rejectedFor(context, type, query);
    const spans = yield* mostSpans(selected, rejected, context.asOf);
    most.push({ type, query, spans, runs: yield* joinRunsInSteps(spans, noGap) });
  }
  const runs = sharedDays(most.map((part) => part.runs));
  const isPossible = meetsRuns(runs.filter(isLong));
  const inside = new Set(
    most.flatMap((part) => part.runs.filter(isPossible).flatMap((run) => run.parts)),
  );
  yield;
  const needed = neededFor(runs, noGap, window);
  const isWithoutOne = most.some(
    ({ type, query, spans }) =>
      !spans.some(({ from, to }) => sharesDay(from, to, window)) &&
      !coverageDoubt(context, type, query, window),
  );
  const unknownReasons = isWithoutOne
    ? []
    : most.flatMap(({ type, query, spans }) => {
        const coverage = coverageDoubt(context, type, query, needed);
        return [
          ...(coverage ? [coverage] : []),
          ...doubtsIn(
            type,
            spans.filter((span) => inside.has(span)),
          ),
        ];
      });
  return {
    path,
    truth: unknownReasons.length > 0 ? 'unknown' : 'no',
    records: [],
    unknownReasons,
    branches: [],
  };
}
