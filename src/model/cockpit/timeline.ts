import {
  eachInSteps,
  evidenceOf,
  finish,
  flatMapInSteps,
  joinRunsInSteps,
  mapInSteps,
  meetsRuns,
  noGap,
  recordsIn,
  selectInSteps,
  sharedDays,
  sortInSteps,
  type Finding,
  type PatientOutcome,
  type Run,
  type Steps,
} from '../../engine/index.ts';
import { textIn, type Criterion, type Language, type MarkerLevel } from '../../profile/index.ts';
import { joinedCriteria } from '../../profile/joined-criteria.ts';
import {
  latestDate,
  subtractPeriod,
  type CalendarDate,
  type MedicationRecord,
} from '../../record/index.ts';
import { proofsInFew } from '../few.ts';
import { groupInSteps } from '../group-by.ts';
import { markerLevels } from '../marker-counts.ts';
import { latestStart, treatmentOf } from '../treatment.ts';
import { daysBetween, nameRecord, whenOf } from '../describe/index.ts';

/** One treatment on the timeline: all its spans, and the gravest marker it set off. */
export interface TimelineRow {
  readonly code: string;
  readonly name: string;
  readonly level: MarkerLevel | undefined;
  /** Given on the date of evaluation. */
  readonly active: boolean;
  readonly spans: readonly { readonly from: CalendarDate; readonly to: CalendarDate | undefined }[];
  readonly words: string;
}

/** Days on which treatments that must not go together were given together. */
export interface TimelineOverlap {
  readonly title: string;
  readonly level: MarkerLevel;
  /** ATC codes of what was given on any of the days; worked out when they are asked for. */
  readonly codes: readonly string[];
  /** The first day of it on the timeline. */
  readonly from: CalendarDate;
  /** At most the date of evaluation: what is to come is not counted. */
  readonly to: CalendarDate;
  /** The first day of it that is certain. */
  readonly since: CalendarDate;
  /** From then on, both ends included. */
  readonly days: number;
  /** Whether it may have begun before: the day is not known, or was not covered. */
  readonly mayBeLonger: boolean;
}

export interface Timeline {
  /** The first day shown. */
  readonly start: CalendarDate;
  /** The date of evaluation. */
  readonly end: CalendarDate;
  /** Those with a marker first, then the active ones, newest first. */
  readonly rows: readonly TimelineRow[];
  readonly overlaps: readonly TimelineOverlap[];
  /** Distinct substances (ATC level 5) that are active: the polypharmacy count. */
  readonly active: number;
}

/** Years that the timeline reaches back. */
export const timelineYears = 5;

/** The patient's medication over the last years, as one or several profiles see it. */
export function viewTimeline(
  outcomes: readonly [PatientOutcome, ...PatientOutcome[]],
  language: Language,
): Timeline {
  return finish(viewTimelineInSteps(outcomes, language));
}

/** As `viewTimeline`, some records at a time. */
export function* viewTimelineInSteps(
  outcomes: readonly [PatientOutcome, ...PatientOutcome[]],
  language: Language,
): Steps<Timeline> {
  const [first] = outcomes;
  const { patient, asOf } = first;
  const start = subtractPeriod(asOf, { years: timelineYears, months: 0, weeks: 0, days: 0 });
  const found: TimelineOverlap[] = [];
  for (const outcome of outcomes)
    for (const each of yield* overlapsOf(outcome, start, language)) found.push(each);
  const overlaps = onceEach(found);
  const levels = yield* levelsByCode(outcomes, overlaps, asOf);
  const shown: MedicationRecord[] = [];
  const active: MedicationRecord[] = [];
  yield* eachInSteps(patient.records.medication, (record) => {
    const { from, to } = record;
    if (!(to !== undefined && to < start) && from <= asOf) shown.push(record);
    if (isActive(record, asOf)) active.push(record);
  });
  // Of those without a code the text alone says what they are.
  const byCode = yield* groupInSteps(shown, ({ code, text }) => code || `${text}`);
  const rows: { readonly row: TimelineRow; readonly newest: CalendarDate }[] = [];
  let made = 0;
  for (const records of byCode.values()) {
    const newest = records.reduce((a, b) => (b.from >= a.from ? b : a));
    const row = {
      code: newest.code,
      name: nameRecord(newest, language),
      level: levels.get(newest.code),
      active: records.some((record) => isActive(record, asOf)),
      spans: yield* mapInSteps(records, ({ from, to }) => ({
        from: from < start ? start : from,
        to,
      })),
      words: proofsInFew(records, (record) => whenOf(record, asOf, language, first), language).join(
        '; ',
      ),
    };
    rows.push({ row, newest: newest.from < start ? start : newest.from });
    // Each has some twenty words.
    if (++made % rowsInStep === 0) yield;
  }
  // Of those that began on the same day the one that was given last.
  const inOrder = yield* sortInSteps(
    rows.reverse(),
    (a, b) => rank(a.row) - rank(b.row) || (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0),
  );
  return {
    start,
    end: asOf,
    rows: inOrder.map(({ row }) => row),
    overlaps,
    active: yield* countSubstances(active),
  };
}

/** So many treatments are put in words in one step. */
const rowsInStep = 50;

function isActive({ from, to }: MedicationRecord, asOf: CalendarDate): boolean {
  return from <= asOf && (to === undefined || to >= asOf);
}

/** A substance has seven characters in ATC; a shorter code may be any of those below it, and counts once. */
function* countSubstances(records: readonly MedicationRecord[]): Steps<number> {
  const substances = new Set<string | undefined>();
  yield* eachInSteps(records, ({ code, text }) => substances.add(code ? code.slice(0, 7) : text));
  return substances.size;
}

/** The gravest level that a medicine set off: by a marker, or by being given together with others now. */
function* levelsByCode(
  outcomes: readonly PatientOutcome[],
  overlaps: readonly TimelineOverlap[],
  asOf: CalendarDate,
): Steps<ReadonlyMap<string, MarkerLevel>> {
  const levels = new Map<string, MarkerLevel>();
  const hits = outcomes.flatMap(({ markers }) => markers).filter(({ truth }) => truth === 'yes');
  for (const level of [...markerLevels].reverse()) {
    for (const { marker, finding } of hits)
      if (marker.level === level)
        yield* eachInSteps(recordsIn(evidenceOf(naming(marker.when, finding))), (record) => {
          if (record.type === 'medication') levels.set(record.code, level);
        });
    for (const overlap of overlaps)
      if (overlap.level === level && overlap.to === asOf)
        for (const code of overlap.codes) levels.set(code, level);
  }
  return levels;
}

/** A criterion that came out *yes*, and what it means to the reader. */
interface Warned {
  readonly title: string;
  readonly level: MarkerLevel;
  readonly criterion: Criterion;
  readonly finding: Finding;
}

/** The markers that are set; and the population itself, which may be those who get medicines together. */
function warningsOf(outcome: PatientOutcome, language: Language): readonly Warned[] {
  const { profile, membership, markers } = outcome;
  const set = markers.filter(({ truth }) => truth === 'yes');
  const level = markerLevels.find((each) => set.some(({ marker }) => marker.level === each));
  const own: Warned = {
    title: textIn(profile.title, language),
    level: level ?? 'warning',
    criterion: profile.population.include,
    finding: membership.include,
  };
  return [
    ...(membership.truth === 'yes' ? [own] : []),
    ...set.map(({ marker, finding }) => ({
      title: textIn(marker.short ?? marker.title, language),
      level: marker.level,
      criterion: marker.when,
      finding,
    })),
  ];
}

/** The days, since the start of the timeline, on which what must not go together was given together. */
function* overlapsOf(
  outcome: PatientOutcome,
  start: CalendarDate,
  language: Language,
): Steps<readonly TimelineOverlap[]> {
  const overlaps: TimelineOverlap[] = [];
  for (const { title, level, criterion, finding } of warningsOf(outcome, language))
    for (const concurrent of concurrentIn(criterion, finding))
      for (const days of yield* togetherIn(concurrent, outcome, start))
        overlaps.push({ title, level, ...days });
  return overlaps;
}

/** The days, since the start of the timeline, on which the parts of a criterion were given together. */
function* togetherIn(
  concurrent: Concurrent,
  outcome: PatientOutcome,
  start: CalendarDate,
): Steps<readonly Omit<TimelineOverlap, 'title' | 'level'>[]> {
  const { asOf } = outcome;
  const lists: (readonly Run<CertainSpan>[])[] = [];
  for (const list of yield* spansOf(concurrent, outcome))
    lists.push(yield* joinRunsInSteps(list, noGap));
  const spans = lists.flatMap((runs) => runs.flatMap((run) => run.parts));
  const byFirstDay = yield* groupInSteps(spans, ({ from }) => from);
  const shared = sharedDays(lists).filter(
    ({ from, to }) => from <= asOf && (to === undefined || to >= start),
  );
  return yield* mapInSteps(shared, ({ from, to }) => {
    const last = to === undefined || to > asOf ? asOf : to;
    const isGiven = meetsRuns([{ from, to: last }]);
    return {
      get codes() {
        return [...new Set(spans.filter(isGiven).map(({ record }) => record.code))];
      },
      from: from < start ? start : from,
      to: last,
      since: from,
      // Both ends count, from the day they first came together.
      days: daysBetween(from, last) + 1,
      mayBeLonger: (byFirstDay.get(from) ?? []).some((span) => mayHaveBegunBefore(span, outcome)),
    };
  });
}

/** Two profiles may warn of the same days in the same words. */
function onceEach(overlaps: readonly TimelineOverlap[]): readonly TimelineOverlap[] {
  const key = ({ title, from, to }: TimelineOverlap) => `${title} ${from} ${to}`;
  return [...new Map(overlaps.map((overlap) => [key(overlap), overlap])).values()];
}

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];

/** The `concurrent` criteria of a tree that came out *yes*. */
function concurrentIn(criterion: Criterion, finding: Finding): readonly Concurrent[] {
  if (finding.truth !== 'yes') return [];
  if ('concurrent' in criterion) return [criterion.concurrent];
  return joinedCriteria(criterion).flatMap((each, index) => {
    const own = finding.branches[index];
    return own ? concurrentIn(each, own) : [];
  });
}

/** A finding without the medicines that were only counted: how many there are is said of none of them. */
function naming(criterion: Criterion, finding: Finding): Finding {
  if ('medication' in criterion)
    return criterion.medication.distinct ? { ...finding, records: [] } : finding;
  const parts = joinedCriteria(criterion);
  if (parts.length === 0) return finding;
  const branches = finding.branches.map((branch, at) => {
    const part = parts[at];
    return part ? naming(part, branch) : branch;
  });
  return { ...finding, branches };
}

/** The days on which a medicine was given for certain. */
interface CertainSpan {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly record: MedicationRecord;
}

/** The spans of each part; none where a part asks of something else than medicines. */
function* spansOf(
  { of }: Concurrent,
  outcome: PatientOutcome,
): Steps<readonly (readonly CertainSpan[])[]> {
  const lists: (readonly CertainSpan[])[] = [];
  for (const part of of) {
    if (!('medication' in part)) return [[]];
    const selected = yield* selectInSteps(outcome, 'medication', part.medication);
    const spans = yield* flatMapInSteps(selected, ({ record, doubt }) =>
      !doubt && record.type === 'medication' ? certainSpan(record, outcome.asOf) : [],
    );
    lists.push(spans);
  }
  return lists;
}

/** R4a: nothing where no one day is certain. What began on nobody knows which day had done so by its end, or today. */
function certainSpan(record: MedicationRecord, asOf: CalendarDate): readonly CertainSpan[] {
  const { to: last, toEarliest: to = last } = record;
  const latest = latestStart(record);
  const from = latest !== latestDate ? latest : to !== undefined && to < asOf ? to : asOf;
  if (to === undefined) return [{ from, record }];
  return from <= to ? [{ from, to, record }] : [];
}

function mayHaveBegunBefore({ from, record }: CertainSpan, outcome: PatientOutcome): boolean {
  return record.from < from || !treatmentOf(record, outcome).isWhole;
}

function rank({ level, active }: TimelineRow): number {
  return level === 'critical' ? 0 : level ? 1 : active ? 2 : 3;
}
