/** R18: records that are active together. */
import type { Criterion } from '../../profile/index.ts';
import type { Finding } from '../types.ts';
import { coverageDoubt, rejectedFor, selectRecords, type PatientContext } from './context.ts';
import { sharesDay } from './extent.ts';
import { sortByDate } from './order.ts';
import { partOf } from './parts.ts';
import { lasts, neededFor, noGap, sharedRuns } from './runs.ts';
import { doubtsIn, leastWorlds, mostSpans } from './spans.ts';
import { reachOf, read, windowOn } from './windows.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

/** The days on which every part has an active record form a run that lasts in the window. */
export function findConcurrent(
  context: PatientContext,
  criterion: Concurrent,
  path: string,
): Finding {
  const window = windowOn(criterion.when ?? 'now', context.asOf);
  const period = read(criterion.lasting ?? 'P1D');
  const parts = criterion.of.map(partOf).map(({ type, query }) => ({
    type,
    query,
    selected: selectRecords(context, type, query),
  }));
  const found = leastWorlds(
    parts.map(({ selected }) => selected),
    context.asOf,
  ).map((lists) => sharedRuns(lists).filter((run) => lasts(run, period, window)));
  if (found.every((runs) => runs.length > 0)) {
    const reach = reachOf(window, period);
    const records = found[0]!.flatMap((run) =>
      // Of each part only the records that were active together with the others, when it counts.
      run.parts
        .flatMap((each) => each.parts)
        .filter(({ from, to }) => sharesDay(from, to, run) && sharesDay(from, to, reach))
        .flatMap(({ record }) => record ?? []),
    );
    return {
      path,
      truth: 'yes',
      records: sortByDate([...new Set(records)]),
      unknownReasons: [],
      branches: [],
    };
  }
  const most = parts.map((part) => ({
    ...part,
    spans: mostSpans(part.selected, rejectedFor(context, part.type, part.query), context.asOf),
  }));
  const runs = sharedRuns(most.map(({ spans }) => spans));
  const possible = runs.filter((run) => lasts(run, period, window));
  const inside = possible.flatMap((run) => run.parts.flatMap((each) => each.parts));
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
            spans.filter((span) => inside.includes(span)),
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
