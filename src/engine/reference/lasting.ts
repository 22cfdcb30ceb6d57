/** R16: whether the spans of one query, joined, last long enough in the window. */
import type { RecordType } from '../../record/index.ts';
import type { Span } from '../types.ts';
import {
  coverageDoubt,
  rejectedFor,
  selectRecords,
  type Answer,
  type PatientContext,
  type Selection,
} from './context.ts';
import { joinRuns, lasts, neededFor } from './runs.ts';
import { doubtsIn, leastWorlds, mostSpans } from './spans.ts';
import { read } from './windows.ts';

export function findLasting(
  context: PatientContext,
  type: RecordType,
  query: Selection & { readonly gap?: string | undefined },
  lasting: string,
  window: Span,
): Answer {
  const [period, gap] = [read(lasting), read(query.gap ?? 'P0D')];
  const selected = selectRecords(context, type, query);
  const found = leastWorlds([selected], context.asOf).map(([spans = []]) =>
    joinRuns(spans, gap).filter((run) => lasts(run, period, window)),
  );
  if (found.every((runs) => runs.length > 0)) {
    const records = found[0]!.flatMap(({ parts }) => parts).flatMap(({ record }) => record ?? []);
    return { truth: 'yes', records, unknownReasons: [] };
  }
  const runs = joinRuns(mostSpans(selected, rejectedFor(context, type, query), context.asOf), gap);
  const possible = runs.filter((run) => lasts(run, period, window));
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
