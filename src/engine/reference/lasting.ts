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
import { joinRuns, lasts, neededFor, type Days } from './runs.ts';
import { certainRuns, doubtsIn, mostSpans } from './spans.ts';
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
  const isLong = (run: Days) => lasts(run, period, window);
  const certain = certainRuns([selected], context.asOf, gap, isLong);
  if (certain) {
    const spans = certain.joined
      .flat()
      .filter(isLong)
      .flatMap(({ parts }) => parts);
    const records = spans.flatMap(({ record }) => record ?? []);
    return { truth: 'yes', records, unknownReasons: [] };
  }
  const runs = joinRuns(mostSpans(selected, rejectedFor(context, type, query), context.asOf), gap);
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
