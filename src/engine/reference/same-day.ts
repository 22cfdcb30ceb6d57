/** R19a: the latest day with a record of each part, whatever its value; on that day each part is judged. */
import type { SameDay, SameDayPart } from '../../profile/index.ts';
import {
  type CalendarDate,
  type ClinicalRecord,
  type RecordType,
  type Rejection,
} from '../../record/index.ts';
import { eachInSteps, type Steps } from '../steps.ts';
import type { Finding, Span, Truth, UnknownReason } from '../types.ts';
import { extremeOf } from './change.ts';
import {
  coverageDoubt,
  rejectedDoubt,
  rejectedIn,
  selectInSteps,
  type PatientContext,
} from './context.ts';
import { beginningsIn, daysBetween, extentOf, inWindow, isWhole } from './extent.ts';
import { sortByDateInSteps } from './order.ts';
import { partOf, type AnyQuery } from './parts.ts';
import { mayBePicked, type Candidate } from './pick.ts';
import { all, unanimous } from './truth.ts';
import { judgeNumbers, judgeValue, numbersAsked } from './values.ts';
import { windowIn } from './windows.ts';

export function* findSameDay(
  context: PatientContext,
  { of, when }: SameDay,
  path: string,
): Steps<Finding> {
  const window = windowIn(context, when ?? 'ever');
  const parts: Part[] = [];
  for (const part of of) parts.push(yield* readPart(context, part, window));
  const shared = latestOf(daysOfAll(parts.map(({ certain }) => certain)));
  const judged: DayAnswer[] = [];
  for (const day of yield* possibleDays(parts, shared)) judged.push(yield* judgeDay(day));
  yield;
  // Where no day is certain there may be none.
  const truths = [
    ...judged.map(({ truth }) => truth),
    ...(shared === undefined ? ['no' as const] : []),
  ];
  const agreed = unanimous(truths);
  const needed = shared === undefined ? window : { ...window, from: shared };
  const missing = missingIn(context, parts, needed, window);
  const doubts = judged.flatMap((each) => [
    ...each.doubts,
    // On one day alone, and of one answer, it makes no difference which of them are meant.
    ...(truths.length > 1 || each.truth === 'unknown' ? each.inDoubt : []),
  ]);
  return {
    path,
    truth: missing.length > 0 ? 'unknown' : agreed,
    records: yield* sortByDateInSteps([...new Set(judged.flatMap(({ records }) => records))]),
    unknownReasons: [...missing, ...(agreed === 'unknown' ? doubts : [])],
    branches: [],
  };
}

/** A record that is in the window on some day, or may be: which day is not known (R4a), or whether it is meant (R10a). */
interface InDoubt {
  readonly record: ClinicalRecord;
  /** First and last day in the window on which it may have been. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly doubt: UnknownReason;
}

type ByDay<Each> = ReadonlyMap<CalendarDate, readonly Each[]>;

interface Part {
  readonly type: RecordType;
  readonly query: AnyQuery;
  readonly certain: ByDay<ClinicalRecord>;
  readonly inDoubt: readonly InDoubt[];
}

function* readPart(context: PatientContext, part: SameDayPart, window: Span): Steps<Part> {
  const { type, query } = partOf(part);
  const certain = new Map<CalendarDate, ClinicalRecord[]>();
  const inDoubt: InDoubt[] = [];
  const selected = yield* selectInSteps(context, type, query);
  yield* eachInSteps(selected, ({ record, doubt }) => {
    const extent = extentOf(record, context.asOf);
    const isInside = inWindow(extent, window);
    if (isInside === 'no') return;
    const { from: first, fromLatest: last } = beginningsIn(extent, window);
    if (isWhole(extent) && !doubt) addTo(certain, first, record);
    else inDoubt.push({ record, first, last, doubt: doubt ?? { kind: 'partial-date', record } });
  });
  return { type, query, certain, inDoubt };
}

function addTo<Each>(lists: Map<CalendarDate, Each[]>, day: CalendarDate, each: Each): void {
  const list = lists.get(day);
  if (list) list.push(each);
  else lists.set(day, [each]);
}

/** The days that all have. */
function daysOfAll([first, ...others]: readonly ByDay<unknown>[]): readonly CalendarDate[] {
  return [...(first?.keys() ?? [])].filter((day) => others.every((days) => days.has(day)));
}

function latestOf(days: readonly CalendarDate[]): CalendarDate | undefined {
  let latest = days[0];
  for (const day of days) if (day > latest!) latest = day;
  return latest;
}

/** A day with what there is of each part, or may be. */
type SharedDay = readonly {
  readonly part: Part;
  readonly certain: readonly ClinicalRecord[];
  readonly inDoubt: readonly InDoubt[];
}[];

/** The days that may be the one: that which is certain, and each later one on which every part has a record, or may have. */
function* possibleDays(
  parts: readonly Part[],
  shared: CalendarDate | undefined,
): Steps<readonly SharedDay[]> {
  const mayBe: ByDay<InDoubt>[] = [];
  const anyDay: ByDay<unknown>[] = [];
  for (const { certain, inDoubt } of parts) {
    const byDay = new Map<CalendarDate, InDoubt[]>();
    yield* eachInSteps(inDoubt, (each) => {
      for (const day of daysIn(each, shared)) addTo(byDay, day, each);
    });
    mayBe.push(byDay);
    anyDay.push(new Map<CalendarDate, readonly unknown[]>([...certain, ...byDay]));
    yield;
  }
  return daysOfAll(anyDay)
    .filter((day) => shared === undefined || day >= shared)
    .map((day) =>
      parts.map((part, index) => ({
        part,
        certain: part.certain.get(day) ?? [],
        inDoubt: mayBe[index]!.get(day) ?? [],
      })),
    );
}

/** What is earlier than the certain day makes no difference. */
function daysIn({ first, last }: InDoubt, shared = first): readonly CalendarDate[] {
  return daysBetween(first > shared ? first : shared, last);
}

interface PartAnswer {
  readonly truth: Truth;
  readonly records: readonly ClinicalRecord[];
  /** What is in doubt about its values. */
  readonly doubts: readonly UnknownReason[];
}

interface DayAnswer extends PartAnswer {
  /** Why it need not be this day, or not with all these records. */
  readonly inDoubt: readonly UnknownReason[];
}

/** The least of the parts. */
function* judgeDay(day: SharedDay): Steps<DayAnswer> {
  const answers: PartAnswer[] = [];
  for (const { part, certain, inDoubt } of day)
    answers.push(
      yield* judgePart(
        part.query,
        certain,
        inDoubt.map(({ record }) => record),
      ),
    );
  return {
    truth: all(answers.map(({ truth }) => truth)),
    records: answers.flatMap(({ records }) => records),
    doubts: answers.flatMap(({ doubts }) => doubts),
    inDoubt: day.flatMap(({ inDoubt }) => inDoubt.map(({ doubt }) => doubt)),
  };
}

/** R11–R13 of the records of one day: those that are certain, and those that only may be. */
function* judgePart(
  { pick = 'any', value }: AnyQuery,
  certain: readonly ClinicalRecord[],
  inDoubt: readonly ClinicalRecord[],
): Steps<PartAnswer> {
  const records = [...certain, ...inDoubt];
  // Without a value it is enough that there is one.
  if (!value) return { truth: 'yes', records, doubts: [] };
  const results = records.flatMap((record) => (record.type === 'result' ? [record] : []));
  const answers = results.map((record) => judgeValue(record, value));
  const truths = answers.map(({ truth }) => truth);
  const doubts = answers.flatMap(({ unknownReason }) => unknownReason ?? []);
  if (pick === 'any' && truths.slice(0, certain.length).includes('yes'))
    return { truth: 'yes', records: results.filter((_, index) => truths[index] === 'yes'), doubts };
  // One of them is there, and is judged as all are.
  if (pick === 'any' || inDoubt.length > 0) return { truth: unanimous(truths), records, doubts };
  const candidates = results.map((record): Candidate => ({
    record,
    first: record.at,
    last: record.at,
    isWhole: true,
    isCertain: true,
    doubt: undefined,
  }));
  if (pick === 'latest' || pick === 'earliest') {
    const [picked] = yield* mayBePicked(candidates, pick);
    const { truth, unknownReason } = judgeValue(picked!.record, value);
    return { truth, records: [picked!.record], doubts: unknownReason ? [unknownReason] : [] };
  }
  if ('text' in value) throw new RangeError('A text is neither highest nor lowest.');
  const extreme = yield* extremeOf(candidates, pick, value);
  const truth = judgeNumbers(extreme.numbers, numbersAsked(value));
  return { truth, records: extreme.records, doubts: extreme.doubts };
}

/** What of the parts is not covered from the day on, or was set aside in the window, counted once for each type. */
function missingIn(
  context: PatientContext,
  parts: readonly Part[],
  needed: Span,
  window: Span,
): readonly UnknownReason[] {
  const coverage: UnknownReason[] = [];
  const rejected = new Map<RecordType, Set<Rejection>>();
  for (const { type, query } of parts) {
    const uncovered = coverageDoubt(context, type, query, needed);
    if (uncovered) coverage.push(uncovered);
    const own = rejected.get(type) ?? new Set();
    for (const each of rejectedIn(context, type, query, window)) own.add(each);
    rejected.set(type, own);
  }
  return [...coverage, ...[...rejected].flatMap(([type, own]) => rejectedDoubt(type, [...own]))];
}
