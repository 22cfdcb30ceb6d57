import {
  eachInSteps,
  finish,
  firstDay,
  mapInSteps,
  sortInSteps,
  type PatientOutcome,
  type Steps,
  type Truth,
} from '../../engine/index.ts';
import { textIn, type Language } from '../../profile/index.ts';
import {
  earliestBeginning,
  latestDate,
  recordTypes,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type MedicationRecord,
} from '../../record/index.ts';
import { medicineChangesInSteps, type MedicineChanges } from './medicine-changes.ts';
import { viewMarkersInSteps, type MarkerView } from '../marker-view.ts';
import { describeRecord } from '../describe/index.ts';
import { prepareTreatments } from '../treatment.ts';

/** What is other than it was on an earlier date: for the time machine, and since the last round. */
export interface Changes {
  readonly since: CalendarDate;
  readonly markersCame: readonly MarkerView[];
  readonly markersGone: readonly MarkerView[];
  /** Ids of profiles whose population the patient came into, or left. */
  readonly profilesCame: readonly string[];
  readonly profilesLeft: readonly string[];
  /** What happened to the patient's medicine: one line each, newest first. */
  readonly medicines: Omit<MedicineChanges, 'undecided'>;
  /** Diagnoses and plans that began or ended, results and contacts that came: one line each, newest first. */
  readonly began: readonly string[];
  readonly ended: readonly string[];
  /** Ids of profiles of which nobody can say whether the patient came into them, or left. */
  readonly profilesUndecided: readonly string[];
  /** Markers and records of which nobody can say whether they came, went, began or ended since: one line each. */
  readonly undecided: readonly string[];
}

/** @param before The same patient through the same profiles on an earlier date. */
export function changesBetween(
  before: readonly PatientOutcome[],
  now: readonly PatientOutcome[],
  language: Language,
): Changes | undefined {
  return finish(changesInSteps(before, now, language));
}

/** As `changesBetween`, some records at a time. */
export function* changesInSteps(
  before: readonly PatientOutcome[],
  now: readonly PatientOutcome[],
  language: Language,
): Steps<Changes | undefined> {
  const [first] = now;
  const [earlier] = before;
  if (!first || !earlier || earlier.asOf >= first.asOf) return undefined;
  const since = earlier.asOf;
  const { patient, asOf } = first;
  yield* prepareTreatments(patient);
  const changed: Record<NonNullable<RecordChange>, ClinicalRecord[]> = {
    began: [],
    ended: [],
    undecided: [],
  };
  for (const type of recordTypes)
    yield* eachInSteps<ClinicalRecord>(patient.records[type], (record) => {
      const change = changeOf(record, since, asOf);
      if (change) changed[change].push(record);
    });
  const [began, ended] = [medicinesOf(changed.began), medicinesOf(changed.ended)];
  const medicines = yield* medicineChangesInSteps(patient, { began, ended }, since, asOf);
  const told = function* (records: readonly ClinicalRecord[]): Steps<readonly string[]> {
    // Of the same day the one that was given last.
    const newestFirst = yield* sortInSteps([...records].reverse(), (a, b) => {
      const [dayA, dayB] = [firstDay(a), firstDay(b)];
      return dayA < dayB ? 1 : dayA > dayB ? -1 : 0;
    });
    return yield* mapInSteps(newestFirst, (record) =>
      describeRecord(record, asOf, language, first),
    );
  };
  const profiles = changesIn(membershipsOf(before), membershipsOf(now));
  const markers = changesIn(markersOf(before), markersOf(now));
  return {
    since,
    markersCame: yield* viewsOf(now, markers.came, language),
    markersGone: yield* viewsOf(before, markers.gone, language),
    profilesCame: profiles.came,
    profilesLeft: profiles.gone,
    medicines: {
      started: yield* told(medicines.started),
      stopped: yield* told(medicines.stopped),
      prescribed: yield* told(medicines.prescribed),
    },
    began: yield* told(changed.began.filter(({ type }) => type !== 'medication')),
    ended: yield* told(changed.ended.filter(({ type }) => type !== 'medication')),
    profilesUndecided: profiles.undecided,
    undecided: [
      ...now.flatMap(({ profile }) =>
        (profile.markers ?? []).flatMap(({ id, title }) =>
          markers.undecided.includes(keyOf(profile.id, id)) ? [textIn(title, language)] : [],
        ),
      ),
      ...(yield* told([...changed.undecided, ...medicines.undecided])),
    ],
  };
}

/**
 * The day of the last visit before another day; undefined where there is none, or one that is known to its month or
 * year may have been later (R4a).
 */
export function lastVisitBefore(
  { records }: CheckedPatient,
  day: CalendarDate,
): CalendarDate | undefined {
  let last: CalendarDate | undefined;
  let lastPartly: CalendarDate | undefined;
  for (const { at, atLatest } of records.service) {
    if (at >= day) continue;
    if (atLatest === undefined) last = last === undefined || at > last ? at : last;
    else lastPartly = lastPartly === undefined || atLatest > lastPartly ? atLatest : lastPartly;
  }
  return lastPartly !== undefined && !(last !== undefined && lastPartly <= last) ? undefined : last;
}

function medicinesOf(records: readonly ClinicalRecord[]): readonly MedicationRecord[] {
  return records.filter((record): record is MedicationRecord => record.type === 'medication');
}

type RecordChange = 'began' | 'ended' | 'undecided' | undefined;

/** R4a: what happened to a record after one day and up to another, on whichever of its days it began and ended. */
function changeOf(record: ClinicalRecord, since: CalendarDate, asOf: CalendarDate): RecordChange {
  const [first, last] = beginningOf(record, asOf);
  if (first > asOf) return undefined;
  if (first > since && last <= asOf) return 'began';
  const mayHaveBegun = last > since;
  if (!('from' in record) || record.to === undefined) return mayHaveBegun ? 'undecided' : undefined;
  const { to, toEarliest = to } = record;
  const isOver = (day: CalendarDate) => day >= since && day < asOf;
  if (!mayHaveBegun && isOver(toEarliest) && isOver(to)) return 'ended';
  const mayHaveEnded = to >= since && toEarliest < asOf;
  // What began after the one day and ended by the other was neither then nor now.
  return to >= since && (mayHaveBegun || mayHaveEnded) ? 'undecided' : undefined;
}

/** The first and the last day that a record may be of, or have begun on. */
function beginningOf(
  record: ClinicalRecord,
  asOf: CalendarDate,
): readonly [first: CalendarDate, last: CalendarDate] {
  if ('at' in record) return [record.at, record.atLatest ?? record.at];
  const { from, fromLatest = from } = record;
  // What began on a day that is not known at all has begun.
  return [from, from === earliestBeginning && fromLatest === latestDate ? asOf : fromLatest];
}

/** What came and what went, by key: what is known to be no on one day and yes on the other. */
function changesIn(before: ReadonlyMap<string, Truth>, now: ReadonlyMap<string, Truth>) {
  const from = (then: Truth, today: Truth) =>
    [...now.keys()].filter((key) => before.get(key) === then && now.get(key) === today);
  return {
    came: from('no', 'yes'),
    gone: from('yes', 'no'),
    undecided: [...from('unknown', 'yes'), ...from('yes', 'unknown')],
  };
}

function membershipsOf(outcomes: readonly PatientOutcome[]): ReadonlyMap<string, Truth> {
  return new Map(outcomes.map(({ profile, membership }) => [profile.id, membership.truth]));
}

/** R22: markers are asked of members only; of whom nobody can say whether they are members, nobody can say more. */
function markersOf(outcomes: readonly PatientOutcome[]): ReadonlyMap<string, Truth> {
  return new Map(
    outcomes.flatMap(({ profile, membership, markers }) =>
      (profile.markers ?? []).map(({ id }): [string, Truth] => [
        keyOf(profile.id, id),
        membership.truth === 'yes'
          ? (markers.find(({ marker }) => marker.id === id)?.truth ?? 'no')
          : membership.truth,
      ]),
    ),
  );
}

function* viewsOf(
  outcomes: readonly PatientOutcome[],
  keys: readonly string[],
  language: Language,
): Steps<readonly MarkerView[]> {
  const views: MarkerView[] = [];
  for (const outcome of outcomes)
    for (const view of yield* viewMarkersInSteps(outcome, language))
      if (keys.includes(keyOf(outcome.profile.id, view.id))) views.push(view);
  return views;
}

function keyOf(profileId: string, markerId: string): string {
  return `${profileId} ${markerId}`;
}
