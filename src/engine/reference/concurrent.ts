/** R18: records that are active together. */
import type { Criterion } from '../../profile/index.ts';
import type { Finding } from '../types.ts';
import { coverageDoubt, rejectedFor, selectRecords, type PatientContext } from './context.ts';
import { sharesDay } from './extent.ts';
import { sortByDate } from './order.ts';
import { partOf } from './parts.ts';
import { joinRuns, lasts, meetsRuns, neededFor, noGap, sharedDays, type Days } from './runs.ts';
import { certainRuns, doubtsIn, mostSpans } from './spans.ts';
import { reachOf, read, windowIn } from './windows.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

/** The days on which every part has an active record form a run that lasts in the window. */
export function findConcurrent(
  context: PatientContext,
  criterion: Concurrent,
  path: string,
): Finding {
  const window = windowIn(context, criterion.when ?? 'now');
  const period = read(criterion.lasting ?? 'P1D');
  const parts = criterion.of.map(partOf).map(({ type, query }) => ({
    type,
    query,
    selected: selectRecords(context, type, query),
  }));
  const isLong = (run: Days) => lasts(run, period, window);
  const certain = certainRuns(
    parts.map(({ selected }) => selected),
    context.asOf,
    noGap,
    isLong,
  );
  if (certain) {
    const reach = reachOf(window, period);
    const isShared = meetsRuns(certain.found);
    // Of each part only the records that were active together with the others, when it counts.
    const records = certain.joined
      .flatMap((runs) => runs.flatMap((run) => run.parts))
      .filter((span) => isShared(span) && sharesDay(span.from, span.to, reach))
      .flatMap(({ record }) => record ?? []);
    return {
      path,
      truth: 'yes',
      records: sortByDate([...new Set(records)]),
      unknownReasons: [],
      branches: [],
    };
  }
  const most = parts.map((part) => {
    const rejected = rejectedFor(context, part.type, part.query);
    const spans = mostSpans(part.selected, rejected, context.asOf);
    return { ...part, spans, runs: joinRuns(spans, noGap) };
  });
  const runs = sharedDays(most.map((part) => part.runs));
  const isPossible = meetsRuns(runs.filter(isLong));
  const inside = new Set(
    most.flatMap((part) => part.runs.filter(isPossible).flatMap((run) => run.parts)),
  );
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
