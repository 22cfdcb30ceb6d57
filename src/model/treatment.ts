import {
  finish,
  flatMapInSteps,
  itemsInStep,
  joinRunsInSteps,
  meetsRuns,
  noGap,
  sortInSteps,
  type PatientOutcome,
  type Span,
  type Steps,
} from '../engine/index.ts';
import {
  coverageOf,
  latestDate,
  previousDay,
  type CalendarDate,
  type CheckedPatient,
  type SpanRecord,
} from '../record/index.ts';
import { groupBy, groupInSteps } from './group-by.ts';

/** A patient, and what the clinic covers. */
export type CoveredPatient = Pick<PatientOutcome, 'patient' | 'coverage'>;

/** An unbroken treatment: what is known of when it began. */
export interface Treatment {
  /** The first of its records. */
  readonly first: SpanRecord;
  /**
   * Whether nothing of it can lie before that: what was not covered, could not be read, or is not known to the day
   * may.
   */
  readonly isWhole: boolean;
}

/**
 * The unbroken treatment that a record belongs to: spans of the same code where one begins no later than the day
 * after the other ends. A new dose is a new span of the same treatment.
 */
export function treatmentOf(record: SpanRecord, { patient, coverage }: CoveredPatient): Treatment {
  const spans = spansOf(patient, record.type);
  const { first, isKnown } = spans.beginnings.get(record.index) ?? { first: record, isKnown: true };
  if (!isKnown) return { first, isWhole: false };
  // Whether a span that is not seen may end where this one begins: it would be the same treatment.
  const day = previousDay(first.from);
  const asked = { from: day, lastDay: day, systems: [first.system] };
  const isCovered = coverageOf(patient, coverage, record.type, asked).covered;
  return { first, isWhole: isCovered && !spans.mayBeOn(day, first.code) };
}

/** The last day on which a span may have begun. */
export function latestStart({ from, fromLatest = from }: SpanRecord): CalendarDate {
  return fromLatest;
}

/** How a treatment began, by the records that are there. */
interface Beginning {
  readonly first: SpanRecord;
  /** Whether none of the others of its kind may reach to it from before. */
  readonly isKnown: boolean;
}

/** What there is to know of a patient's spans of one type. */
interface Spans {
  /** By the record's place in the supplied list: a record read off the columns is another object. */
  readonly beginnings: ReadonlyMap<number, Beginning>;
  /** Whether something of a code may have been on a day: it could not be read, or has no code itself. */
  readonly mayBeOn: (day: CalendarDate, code: string) => boolean;
}

type SpanType = SpanRecord['type'];

/** Gone through once for each patient and type, however many of the records are asked about. */
const knownSpans = new WeakMap<CheckedPatient, Partial<Record<SpanType, Spans>>>();

function spansOf(patient: CheckedPatient, type: SpanType): Spans {
  return finish(spansInSteps(patient, type));
}

/** Makes ready what `treatmentOf` has to know of a patient, some records at a time. */
export function* prepareTreatments(patient: CheckedPatient): Steps<void> {
  yield* spansInSteps(patient, 'diagnosis');
  yield* spansInSteps(patient, 'medication');
}

function* spansInSteps(patient: CheckedPatient, type: SpanType): Steps<Spans> {
  let known = knownSpans.get(patient);
  if (!known) knownSpans.set(patient, (known = {}));
  return (known[type] ??= yield* readSpans(patient, type));
}

function* readSpans({ records, rejected }: CheckedPatient, type: SpanType): Steps<Spans> {
  const own: readonly SpanRecord[] = records[type];
  const unread = rejected.filter((entry) => entry.type === type);
  const isUnreadOn = new Map<string | undefined, (day: CalendarDate) => boolean>();
  for (const [code, each] of groupBy(unread, (entry) => entry.code))
    isUnreadOn.set(code, yield* daysOf(each));
  const isUncodedOn = yield* daysOf(own.filter(({ code }) => code === ''));
  const byKind = yield* groupInSteps(own, kindOf);
  const beginnings = new Map<number, Beginning>();
  let done = 0;
  for (const each of byKind.values()) {
    yield* addBeginnings(beginnings, each);
    // Of many kinds each may have few.
    done += each.length;
    if (done < itemsInStep) continue;
    done = 0;
    yield;
  }
  return {
    beginnings,
    mayBeOn: (day, code) =>
      [undefined, code].some((each) => isUnreadOn.get(each)?.(day)) ||
      (code !== '' && isUncodedOn(day)),
  };
}

/** Tells of a day whether it is one of some spans. One that ends before it begins has none. */
function* daysOf(spans: readonly Span[]): Steps<(day: CalendarDate) => boolean> {
  const readable = yield* flatMapInSteps(spans, ({ from = firstOfAll, to }) =>
    to === undefined ? [{ from }] : from <= to ? [{ from, to }] : [],
  );
  const isIn = meetsRuns(yield* joinRunsInSteps(readable, noGap));
  return (day) => isIn({ from: day, to: day });
}

/** The first day that there is. */
const firstOfAll: CalendarDate = '0001-01-01';

/** Of medicines without a code the text alone says what they are. */
function kindOf({ system, code, text }: SpanRecord): string {
  // White space is in neither a code nor a system.
  return code === '' ? `${system} \n${text}` : `${system} ${code}`;
}

/** A treatment that has begun, as one of its records knows it. */
interface Ongoing {
  /** Until when it goes on for certain. */
  readonly end: CalendarDate;
  readonly first: SpanRecord;
  /** The place of `first`, the earliest first. */
  readonly rank: number;
}

/**
 * Adds the beginnings of the treatments of one kind of records, by their places: in one pass, from the record that began
 * first on. Of what has begun so far only that is kept which nothing outdoes by going on longer and having begun earlier;
 * then that which ends first has begun first.
 */
function* addBeginnings(
  beginnings: Map<number, Beginning>,
  records: readonly SpanRecord[],
): Steps<void> {
  const ordered = yield* sortInSteps(
    records,
    (a, b) => compare(a.from, b.from) || compare(latestStart(a), latestStart(b)),
  );
  const ongoing: Ongoing[] = [];
  /** The last day on which any that began before may have gone on. */
  let latestEnd: CalendarDate | undefined;
  for (let at = 0, rested = 0; at < ordered.length;) {
    if (at - rested >= itemsInStep) {
      rested = at;
      yield;
    }
    const { from } = ordered[at]!;
    const before = previousDay(from);
    const isKnown = latestEnd === undefined || latestEnd < before;
    // Those of one day do not go before one another.
    const added: Ongoing[] = [];
    for (; ordered[at]?.from === from; at++) {
      if (added.length % itemsInStep === itemsInStep - 1) yield;
      const record = ordered[at]!;
      const earlier = ongoing[firstUntil(ongoing, previousDay(latestStart(record)))];
      beginnings.set(
        record.index,
        (earlier && beginnings.get(earlier.first.index)) ?? { first: record, isKnown },
      );
      added.push({ first: record, rank: at, ...earlier, end: certainEnd(record) });
    }
    for (const each of added) keep(ongoing, each);
    for (const { to = latestDate } of ordered.slice(at - added.length, at))
      if (latestEnd === undefined || to > latestEnd) latestEnd = to;
  }
}

/** Keeps what goes on, unless something outdoes it, and drops what it outdoes. */
function keep(ongoing: Ongoing[], added: Ongoing): void {
  const place = firstUntil(ongoing, added.end);
  const next = ongoing[place];
  if (next && next.rank <= added.rank) return;
  let first = place;
  while (first > 0 && ongoing[first - 1]!.rank >= added.rank) first--;
  const last = next?.end === added.end ? place + 1 : place;
  ongoing.splice(first, last - first, added);
}

/** The place of the first that goes on until a day, or longer. */
function firstUntil(ongoing: readonly Ongoing[], day: CalendarDate): number {
  let [low, high] = [0, ongoing.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ongoing[middle]!.end >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last day that belongs to a span whichever days of it are meant. */
function certainEnd({ to = latestDate, toEarliest = to }: SpanRecord): CalendarDate {
  return toEarliest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
