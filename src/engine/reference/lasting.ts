/** R16: whether the spans of one query, joined, last long enough in the window. */
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
import { joinRunsInSteps, lasts, neededFor, type Days } from './runs.ts';
import { certainRuns, doubtsIn, mostSpans } from './spans.ts';
import { read } from './windows.ts';

export function* findLasting(
  context: PatientContext,
  type: RecordType,
  query: Selection & { readonly gap?: string | undefined },
  lasting: string,
  window: Span,
): Steps<Answer> {
  const [period, gap] = [read(lasting), read(query.gap ?? 'P0D')];
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
