/**
 * R16, R18: the spans of records whose days, codes or very being are in doubt. What lasts, alone or together, only
 * lasts longer where spans are longer: it lasts for certain when it does with the least that there must be, and it
 * may last when it does with the most that there may be.
 */
import {
  earliestBeginning,
  nextDay,
  type CalendarDate,
  type ClinicalRecord,
  type PeriodParts,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { eachInSteps, flatMapInSteps, mapInSteps, type Steps } from '../steps.ts';
import type { UnknownReason } from '../types.ts';
import { rejectedDoubt, type Selected } from './context.ts';
import { extentOf, isWhole, type Extent } from './extent.ts';
import { joinRuns, joinRunsInSteps, sharedDays, type Days, type Run } from './runs.ts';

/** A record, or one set aside, on certain days; without `to` it has no end. */
export interface PlacedSpan {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly record?: ClinicalRecord;
  readonly rejection?: Rejection;
  readonly doubt?: UnknownReason;
}

/** A record of which it is certain that it is meant. */
interface Certain {
  readonly record: ClinicalRecord;
  readonly extent: Extent;
}

/** What lasts for certain. */
interface CertainRuns {
  /** The runs of each list. */
  readonly joined: readonly (readonly Run<PlacedSpan>[])[];
  /** The days that all lists share, of runs that are long enough. */
  readonly found: readonly Days[];
}

/**
 * The runs that are there, and long enough, with the least that there must be; undefined where none are. Of a date
 * that is known to its year or month it is the days that every lawful choice covers (R4a). Where there are none of
 * them, one such record alone is tried on every day that it may have been all of, and what is told is how it is on the
 * first of them; of several, nothing is certain.
 */
export function* certainRuns(
  lists: readonly (readonly Selected[])[],
  today: CalendarDate,
  gap: PeriodParts,
  isLong: (run: Days) => boolean,
): Steps<CertainRuns | undefined> {
  const certain: (readonly Certain[])[] = [];
  const partial = new Map<ClinicalRecord, Extent>();
  for (const list of lists) {
    const own: Certain[] = [];
    yield* eachInSteps(list, ({ record, doubt }) => {
      if (doubt) return;
      const extent = extentOf(record, today);
      own.push({ record, extent });
      if (!isWhole(extent)) partial.set(record, extent);
    });
    certain.push(own);
  }
  const [only] = partial.size === 1 ? partial.values() : [];
  const days = only && !coreOf(only) ? shortestOf(only) : [];
  const join = function* (alone?: CalendarDate) {
    const joined: (readonly Run<PlacedSpan>[])[] = [];
    for (const list of certain) {
      const spans = yield* flatMapInSteps(list, ({ record, extent }): readonly PlacedSpan[] => {
        const core =
          coreOf(extent) ?? (alone === undefined ? undefined : { from: alone, to: alone });
        return core ? [{ ...core, record }] : [];
      });
      joined.push(yield* joinRunsInSteps(spans, gap));
    }
    return joined;
  };
  const joined = yield* join(days[0]);
  yield;
  const found = sharedDays(joined).filter(isLong);
  if (found.length === 0) return undefined;
  const isAlone = certain.map((list) => list.some(({ extent }) => !coreOf(extent)));
  return days.length < 2 || lastsOnEach(days, yield* join(), isAlone, gap, isLong)
    ? { joined, found }
    : undefined;
}

/** Whether there is a run that is long enough whichever of some days is added to the lists that it belongs to. */
function lastsOnEach(
  days: readonly CalendarDate[],
  joined: readonly (readonly Days[])[],
  isAdded: readonly boolean[],
  gap: PeriodParts,
  isLong: (run: Days) => boolean,
): boolean {
  // What is long enough without it is no shorter with it.
  if (sharedDays(joined).some(isLong)) return true;
  const near = joined.map((runs) => runsAround(runs, days[0]!, days.at(-1)!));
  return days.every((day) =>
    sharedDays(
      near.map((runs, index) =>
        isAdded[index] ? joinRuns([...runs, { from: day, to: day }], gap) : runs,
      ),
    ).some(isLong),
  );
}

/** The runs that a day between two may belong to, or join: those there, the last before and the first after. */
function runsAround(
  runs: readonly Days[],
  first: CalendarDate,
  last: CalendarDate,
): readonly Days[] {
  return runs.filter((_, index) => {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    return !(after && after.from <= first) && !(before && before.from > last);
  });
}

/** The most that there may be in one list: doubtful records and those set aside too, each as long as it can be. */
export function* mostSpans(
  selected: readonly Selected[],
  rejected: readonly Rejection[],
  today: CalendarDate,
): Steps<readonly PlacedSpan[]> {
  return [
    ...(yield* mapInSteps(selected, ({ record, doubt }): PlacedSpan => {
      const extent = extentOf(record, today);
      const { from, to } = extent;
      const own =
        doubt ?? (isWhole(extent) ? undefined : { kind: 'partial-date' as const, record });
      return { ...daysFrom(from, to), record, ...(own ? { doubt: own } : {}) };
    })),
    ...rejected.flatMap((rejection): readonly PlacedSpan[] => {
      const { from = earliestBeginning, to } = rejection;
      if (to === undefined || from <= to) return [{ ...daysFrom(from, to), rejection }];
      // It ends before it begins: one of the two is wrong, and nobody knows which.
      return [
        { from: earliestBeginning, to, rejection },
        { from, rejection },
      ];
    }),
  ];
}

/** What is in doubt about spans of one type: each reason once. */
export function doubtsIn(type: RecordType, spans: readonly PlacedSpan[]): readonly UnknownReason[] {
  const rejected = new Set(spans.flatMap(({ rejection }) => rejection ?? []));
  return [
    ...rejectedDoubt(type, [...rejected]),
    ...new Set(spans.flatMap(({ doubt }) => doubt ?? [])),
  ];
}

/** The days that the record covers whichever its lawful days are; undefined where there are none. */
export function coreOf({ fromLatest, toEarliest }: Extent) {
  return toEarliest === undefined || fromLatest <= toEarliest
    ? daysFrom(fromLatest, toEarliest)
    : undefined;
}

/** The days that may be all of it. */
function shortestOf({ fromLatest, toEarliest }: Extent): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = toEarliest!; day <= fromLatest; day = nextDay(day)) {
    days.push(day);
    if (day === nextDay(day)) break;
  }
  return days;
}

function daysFrom(from: CalendarDate, to: CalendarDate | undefined) {
  return to === undefined ? { from } : { from, to };
}
