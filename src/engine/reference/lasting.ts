/** R16: whether the spans of one query, joined, last long enough in the window. */
import type { Lengths } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import type { Steps } from '../steps.ts';
import type { Span } from '../types.ts';
import {
  coverageDoubt,
  rejectedFor,
  selectInSteps,
  type Answer,
  type PatientContext,
  type Selection,
} from './context.ts';
import { countEpisodes, recordsOf, type Asked } from './episodes.ts';
import { joinRunsInSteps, lasts, lengthsOf, neededFor, startBefore, type Days } from './runs.ts';
import { certainRuns, doubtsIn, mostSpans } from './spans.ts';
import { read } from './windows.ts';

export function* findLasting(
  context: PatientContext,
  type: RecordType,
  query: Selection & { readonly gap?: string | undefined },
  lasting: string | Lengths,
  window: Span,
): Steps<Answer> {
  const gap = read(query.gap ?? 'P0D');
  const lengths = lengthsOf(lasting);
  const { atLeast: period } = lengths;
  if (lengths.atMost || !period)
    return yield* findShort(context, type, query, { gap, lengths, window });
  const selected = yield* selectInSteps(context, type, query);
  const isLong = (run: Days) => lasts(run, period, window);
  const certain = yield* certainRuns([selected], context.asOf, gap, isLong);
  if (certain) {
    const spans = certain.joined
      .flat()
      .filter(isLong)
      .flatMap(({ parts }) => parts);
    const records = spans.flatMap(({ record }) => record ?? []);
    return { truth: 'yes', records, unknownReasons: [] };
  }
  const rejected = rejectedFor(context, type, query);
  const spans = yield* mostSpans(selected, rejected, context.asOf);
  const runs = yield* joinRunsInSteps(spans, gap);
  yield;
  const possible = runs.filter(isLong);
  const coverage = coverageDoubt(context, type, query, neededFor(runs, gap, window));
  const unknownReasons = [
    ...(coverage ? [coverage] : []),
    ...doubtsIn(
      type,
      possible.flatMap(({ parts }) => parts),
    ),
  ];
  return { truth: unknownReasons.length > 0 ? 'unknown' : 'no', records: [], unknownReasons };
}

/** R16: with `atMost` a run counts only where nothing can be joined to it, what is not covered included. */
function* findShort(
  context: PatientContext,
  type: RecordType,
  query: Selection,
  asked: Asked,
): Steps<Answer> {
  const { gap, window } = asked;
  const { most, certain, runs, doubtful } = yield* countEpisodes(context, type, query, asked);
  const latest = certain.at(-1);
  const seen =
    latest && window.from !== undefined ? { ...window, from: startBefore(latest, gap) } : window;
  if (latest && !coverageDoubt(context, type, query, seen))
    return { truth: 'yes', records: certain.flatMap(recordsOf), unknownReasons: [] };
  const coverage = coverageDoubt(context, type, query, neededFor(runs, gap, window));
  return {
    truth: most === 0 && !coverage ? 'no' : 'unknown',
    records: [],
    unknownReasons: [...(coverage ? [coverage] : []), ...doubtsIn(type, doubtful)],
  };
}
