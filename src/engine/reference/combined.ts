/** R18, R19: records that come together, and records that come one after another. */
import {
  defaultWindows,
  type ConcurrentPart,
  type Criterion,
  type SequencePart,
} from '../../profile/index.ts';
import {
  addPeriod,
  recordTypes,
  type ClinicalRecord,
  type PeriodParts,
  type RecordType,
  type SpanRecord,
} from '../../record/index.ts';
import type { UnknownReason, Finding } from '../types.ts';
import { absenceDoubts, selectRecords, type PatientContext, type Selection } from './context.ts';
import { sortByDate, type AnyQuery } from './query.ts';
import { lasts, neededFor, noGap, sharedRuns } from './runs.ts';
import { judgeValue } from './values.ts';
import { firstDay, isInWindow, lastDay, reachOf, read, sharesDay, windowOn } from './windows.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];
type Sequence = Extract<Criterion, { sequence: unknown }>['sequence'];

/** R18: the days on which every part has an active record form a run that lasts in the window. */
export function findConcurrent(
  context: PatientContext,
  criterion: Concurrent,
  path: string,
): Finding {
  const window = windowOn(criterion.when ?? 'now', context.asOf);
  const parts = criterion.of.map(partOf);
  const runs = sharedRuns(
    parts.map(({ type, query }) => selectRecords(context, type, query) as readonly SpanRecord[]),
  );
  const period = read(criterion.lasting ?? 'P1D');
  const reach = reachOf(window, period);
  const records = runs
    .filter((run) => lasts(run, period, window))
    .flatMap((run) =>
      // Of each part only the records that were active together with the others, when it counts.
      run.parts
        .flatMap((each) => each.parts)
        .filter(
          (record) =>
            sharesDay(firstDay(record), lastDay(record), run) && isInWindow(record, reach),
        ),
    );
  const needed = neededFor(runs, noGap, window);
  const unknownReasons = parts.flatMap(({ type, query }) =>
    absenceDoubts(context, type, query, needed),
  );
  const truth = records.length > 0 ? 'yes' : unknownReasons.length > 0 ? 'unknown' : 'no';
  return {
    path,
    truth,
    records: sortByDate([...new Set(records)]),
    unknownReasons: truth === 'yes' ? [] : unknownReasons,
    branches: [],
  };
}

/** R19: a record of the first on day a, another of the second on day b, a ≤ b ≤ a + P. */
export function findSequence(context: PatientContext, criterion: Sequence, path: string): Finding {
  const within = read(criterion.within);
  const first = candidatesFor(context, criterion.of[0]);
  const second = candidatesFor(context, criterion.of[1]);
  const certain = followingIn(first.certain, second.certain, within);
  if (certain.length > 0)
    return { path, truth: 'yes', records: sortByDate(certain), unknownReasons: [], branches: [] };
  const possible = followingIn(
    [...first.certain, ...first.uncertain.keys()],
    [...second.certain, ...second.uncertain.keys()],
    within,
  );
  const unknownReasons: UnknownReason[] = [
    ...first.unknownReasons,
    ...second.unknownReasons,
    ...possible.flatMap(
      (record) => first.uncertain.get(record) ?? second.uncertain.get(record) ?? [],
    ),
  ];
  return {
    path,
    truth: unknownReasons.length > 0 ? 'unknown' : 'no',
    records: [],
    unknownReasons,
    branches: [],
  };
}

/** The records that follow one another in time, each once: a record does not follow itself. */
function followingIn(
  ones: readonly ClinicalRecord[],
  others: readonly ClinicalRecord[],
  within: PeriodParts,
): readonly ClinicalRecord[] {
  const following = new Set<ClinicalRecord>();
  for (const one of ones) {
    const day = firstDay(one);
    const limit = addPeriod(day, within);
    for (const other of others)
      if (other !== one && day <= firstDay(other) && firstDay(other) <= limit)
        following.add(one).add(other);
  }
  return [...following];
}

function candidatesFor(context: PatientContext, part: SequencePart) {
  const { type, query } = partOf(part);
  const window = windowOn(query.when ?? defaultWindows[type], context.asOf);
  const certain: ClinicalRecord[] = [];
  const uncertain = new Map<ClinicalRecord, UnknownReason>();
  for (const record of selectRecords(context, type, query)) {
    if (!isInWindow(record, window)) continue;
    const { truth, unknownReason } =
      query.value && record.type === 'result'
        ? judgeValue(record, query.value)
        : { truth: 'yes' as const, unknownReason: undefined };
    if (truth === 'yes') certain.push(record);
    if (unknownReason) uncertain.set(record, unknownReason);
  }
  return { certain, uncertain, unknownReasons: absenceDoubts(context, type, query, window) };
}

/** A part is an object with one key, its record type. */
function partOf(part: ConcurrentPart | SequencePart): {
  type: RecordType;
  query: AnyQuery & Selection;
} {
  for (const type of recordTypes)
    if (type in part) return { type, query: (part as Record<RecordType, AnyQuery>)[type] };
  throw new RangeError('A part asks of one record type.');
}
