import { firstDay, type PatientOutcome } from '../../engine/index.ts';
import type { Language } from '../../profile/index.ts';
import { recordTypes, type CalendarDate, type ClinicalRecord } from '../../record/index.ts';
import { viewMarkers, type MarkerView } from '../marker-view.ts';
import { describeRecord } from '../describe/index.ts';

/** What is other than it was on an earlier date: for the time machine, and since the last round. */
export interface Changes {
  readonly since: CalendarDate;
  readonly markersCame: readonly MarkerView[];
  readonly markersGone: readonly MarkerView[];
  /** Ids of profiles whose population the patient came into, or left. */
  readonly profilesCame: readonly string[];
  readonly profilesLeft: readonly string[];
  /** Treatments and diagnoses that began or ended, results and contacts that came: one line each, newest first. */
  readonly began: readonly string[];
  readonly ended: readonly string[];
}

/** @param before The same patient through the same profiles on an earlier date. */
export function changesBetween(
  before: readonly PatientOutcome[],
  now: readonly PatientOutcome[],
  language: Language,
): Changes | undefined {
  const [first] = now;
  const [earlier] = before;
  if (!first || !earlier || earlier.asOf >= first.asOf) return undefined;
  const since = earlier.asOf;
  const { patient, asOf } = first;
  const records = recordTypes
    .flatMap((type): readonly ClinicalRecord[] => patient.records[type])
    .filter((record) => firstDay(record) <= asOf);
  const began = records.filter((record) => firstDay(record) > since);
  const ended = records.filter(
    (record) =>
      'from' in record &&
      record.from <= since &&
      record.to !== undefined &&
      record.to >= since &&
      record.to < asOf,
  );
  const inOrder = (list: readonly ClinicalRecord[]) =>
    [...list]
      .sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1))
      .map((record) => describeRecord(record, asOf, language, first));
  const then = markersOf(before, language);
  const today = markersOf(now, language);
  return {
    since,
    markersCame: missingFrom(then, today),
    markersGone: missingFrom(today, then),
    profilesCame: membersOf(now).filter((id) => !membersOf(before).includes(id)),
    profilesLeft: membersOf(before).filter((id) => !membersOf(now).includes(id)),
    began: inOrder(began),
    ended: inOrder(ended),
  };
}

interface Keyed {
  readonly key: string;
  readonly marker: MarkerView;
}

function markersOf(outcomes: readonly PatientOutcome[], language: Language): readonly Keyed[] {
  return outcomes.flatMap((outcome) =>
    viewMarkers(outcome, language)
      .filter(({ truth }) => truth === 'yes')
      .map((marker) => ({ key: `${outcome.profile.id} ${marker.id}`, marker })),
  );
}

function missingFrom(some: readonly Keyed[], others: readonly Keyed[]): readonly MarkerView[] {
  const known = new Set(some.map(({ key }) => key));
  return others.filter(({ key }) => !known.has(key)).map(({ marker }) => marker);
}

function membersOf(outcomes: readonly PatientOutcome[]): readonly string[] {
  return outcomes
    .filter(({ membership }) => membership.truth === 'yes')
    .map(({ profile }) => profile.id);
}
