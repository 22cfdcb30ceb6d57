import {
  evidenceOf,
  joinRuns,
  meetsRuns,
  noGap,
  recordsIn,
  sharedDays,
  type Finding,
  type PatientOutcome,
} from '../../engine/index.ts';
import {
  resolveCodes,
  textIn,
  type Criterion,
  type Language,
  type MarkerLevel,
} from '../../profile/index.ts';
import {
  anyCodeMatcher,
  latestDate,
  subtractPeriod,
  type CalendarDate,
  type MedicationRecord,
} from '../../record/index.ts';
import { proofsInFew } from '../few.ts';
import { groupBy } from '../group-by.ts';
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
  const [first] = outcomes;
  const { patient, asOf } = first;
  const start = subtractPeriod(asOf, { years: timelineYears, months: 0, weeks: 0, days: 0 });
  const overlaps = onceEach(outcomes.flatMap((outcome) => overlapsOf(outcome, start, language)));
  const levels = levelsByCode(outcomes, overlaps, asOf);
  const shown = patient.records.medication.filter(
    ({ from, to }) => !(to !== undefined && to < start) && from <= asOf,
  );
  // Of those without a code the text alone says what they are.
  const byCode = groupBy(shown, ({ code, text }) => code || `${text}`);
  const rows = [...byCode.values()].map((records): TimelineRow => {
    const newest = records.reduce((a, b) => (b.from >= a.from ? b : a));
    return {
      code: newest.code,
      name: nameRecord(newest, language),
      level: levels.get(newest.code),
      active: records.some((record) => isActive(record, asOf)),
      spans: records.map(({ from, to }) => ({ from: from < start ? start : from, to })),
      words: proofsInFew(records, (record) => whenOf(record, asOf, language, first), language).join(
        '; ',
      ),
    };
  });
  const newest = new Map(rows.map((row) => [row, newestStart(row)]));
  return {
    start,
    end: asOf,
    rows: rows.sort((a, b) => rank(a) - rank(b) || (newest.get(a)! < newest.get(b)! ? 1 : -1)),
    overlaps,
    active: countSubstances(patient.records.medication.filter((each) => isActive(each, asOf))),
  };
}

function isActive({ from, to }: MedicationRecord, asOf: CalendarDate): boolean {
  return from <= asOf && (to === undefined || to >= asOf);
}

/** A substance has seven characters in ATC; a shorter code may be any of those below it, and counts once. */
function countSubstances(records: readonly MedicationRecord[]): number {
  return new Set(records.map(({ code, text }) => (code ? code.slice(0, 7) : text))).size;
}

/** The gravest level that a medicine set off: by a marker, or by being given together with others now. */
function levelsByCode(
  outcomes: readonly PatientOutcome[],
  overlaps: readonly TimelineOverlap[],
  asOf: CalendarDate,
): ReadonlyMap<string, MarkerLevel> {
  const levels = new Map<string, MarkerLevel>();
  const hits = outcomes.flatMap(({ markers }) => markers).filter(({ truth }) => truth === 'yes');
  for (const level of [...markerLevels].reverse()) {
    for (const { marker, finding } of hits)
      if (marker.level === level)
        for (const record of recordsIn(evidenceOf(finding)))
          if (record.type === 'medication') levels.set(record.code, level);
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
function overlapsOf(
  outcome: PatientOutcome,
  start: CalendarDate,
  language: Language,
): readonly TimelineOverlap[] {
  const { asOf } = outcome;
  return warningsOf(outcome, language).flatMap(({ title, level, criterion, finding }) =>
    concurrentIn(criterion, finding).flatMap((concurrent) => {
      const lists = spansOf(concurrent, outcome).map((list) => joinRuns(list, noGap));
      const spans = lists.flatMap((runs) => runs.flatMap((run) => run.parts));
      const byFirstDay = groupBy(spans, ({ from }) => from);
      return sharedDays(lists)
        .filter(({ from, to }) => from <= asOf && (to === undefined || to >= start))
        .map(({ from, to }): TimelineOverlap => {
          const last = to === undefined || to > asOf ? asOf : to;
          const isGiven = meetsRuns([{ from, to: last }]);
          return {
            title,
            level,
            get codes() {
              return [...new Set(spans.filter(isGiven).map(({ record }) => record.code))];
            },
            from: from < start ? start : from,
            to: last,
            since: from,
            // Both ends count, from the day they first came together.
            days: daysBetween(from, last) + 1,
            mayBeLonger: (byFirstDay.get(from) ?? []).some((span) =>
              mayHaveBegunBefore(span, outcome),
            ),
          };
        });
    }),
  );
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
  const below =
    'all' in criterion
      ? criterion.all
      : 'any' in criterion
        ? criterion.any
        : 'atLeast' in criterion
          ? criterion.of
          : [];
  return below.flatMap((each, index) => {
    const own = finding.branches[index];
    return own ? concurrentIn(each, own) : [];
  });
}

/** The days on which a medicine was given for certain. */
interface CertainSpan {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly record: MedicationRecord;
}

/** The spans of each part; none where a part asks of something else than medicines. */
function spansOf(
  { of }: Concurrent,
  { profile, patient, asOf }: PatientOutcome,
): readonly (readonly CertainSpan[])[] {
  const lists = of.map((part) => {
    if (!('medication' in part)) return undefined;
    const { codes, source } = part.medication;
    const matches = codes && anyCodeMatcher(resolveCodes(profile, codes));
    return patient.records.medication
      .filter(
        (record) =>
          (!matches || matches(record.system, record.code)) &&
          (source === undefined || record.source === source),
      )
      .flatMap((record) => certainSpan(record, asOf));
  });
  return lists.every((list) => list !== undefined) ? lists : [[]];
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

function newestStart({ spans }: TimelineRow): CalendarDate {
  return spans.reduce((latest, { from }) => (from > latest ? from : latest), '');
}
