import { finish, type Cell, type PatientOutcome, type Steps } from '../../engine/index.ts';
import { textIn, type Language } from '../../profile/index.ts';
import type { Exemption } from '../rounds/exemptions.ts';
import {
  dataTypes,
  requireDate,
  subtractPeriod,
  type CalendarDate,
  type DataType,
  type RecordType,
} from '../../record/index.ts';
import { viewCellInSteps, type CellView } from '../cells.ts';
import { controlsOf } from '../controls.ts';
import { viewMarkersInSteps, type MarkerView } from '../marker-view.ts';
import { sortMarkers } from '../markers.ts';
import { prepareTreatments } from '../treatment.ts';
import { viewContactsInSteps, type Contacts } from './contacts.ts';
import { viewHistoryInSteps, type HistoryLine } from './history.ts';
import { viewPartiesInSteps, type CareParties } from './parties.ts';
import { viewResult, type ResultView } from './results.ts';
import { viewTimelineInSteps, type Timeline } from './timeline.ts';
import { viewWhy, type WhyView } from './why.ts';

export interface CockpitItem {
  readonly id: string;
  readonly title: string;
  readonly cell: CellView;
  /** Results alone, but for those that are only counted. */
  readonly result: ResultView | undefined;
  /** A control that the patient has not had in the last 12 months, for certain. */
  readonly isMissed: boolean;
}

export interface CockpitSection {
  readonly type: DataType;
  /** What the profiles ask. */
  readonly items: readonly CockpitItem[];
  /** Everything recorded, the newest first. */
  readonly history: readonly HistoryLine[];
}

/** A marker, and the profile whose rule it is. */
export interface Advice extends MarkerView {
  readonly profile: ProfileName;
  /** Someone has decided that it does not apply to the patient. */
  readonly exemption: Exemption | undefined;
}

export interface ProfileName {
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

/** One patient, seen through one or several profiles: all that the cockpit shows. */
export interface CockpitView {
  readonly asOf: CalendarDate;
  readonly profiles: readonly ProfileName[];
  /** The gravest first, those that cannot be decided last. */
  readonly advice: readonly Advice[];
  /** Those that are exempted; they stand in no other list. */
  readonly exempted: readonly Advice[];
  /** One per profile. */
  readonly whys: readonly (WhyView & { readonly profile: ProfileName })[];
  readonly sections: readonly CockpitSection[];
  readonly timeline: Timeline;
  readonly contacts: Contacts;
  readonly parties: CareParties;
}

/** What the view cannot read off the outcomes. */
export interface CockpitMore {
  /** The day that is today; default the day that the patient is seen on. */
  readonly today?: CalendarDate;
  readonly exemptionOf?: (profileId: string, marker: string) => Exemption | undefined;
  /** Whether the records of a type are known since a date; where not, their absence means nothing. */
  readonly covers?: (type: RecordType, since: CalendarDate) => boolean;
}

/**
 * @param outcomes The same patient on the same date, a profile each.
 * @throws {RangeError} of a day that does not exist.
 */
export function viewCockpit(
  outcomes: readonly [PatientOutcome, ...PatientOutcome[]],
  language: Language,
  { exemptionOf, ...more }: CockpitMore = {},
): CockpitView {
  const situation = finish(viewSituation(outcomes, language, more));
  return withExemptions(situation, exemptionOf);
}

/** What the cockpit shows whatever is exempted: `withExemptions` makes the view of it. */
export interface Situation extends Omit<CockpitView, 'advice' | 'exempted'> {
  /** The gravest first, those that cannot be decided last. */
  readonly markers: readonly ProfileMarker[];
}

/** A marker, and the profile whose rule it is. */
type ProfileMarker = Omit<Advice, 'exemption'>;

/** Tells apart the markers that somebody has exempted. */
export function withExemptions(
  { markers, ...situation }: Situation,
  exemptionOf: CockpitMore['exemptionOf'],
): CockpitView {
  const advice = markers.map((marker) => exempt(marker, exemptionOf));
  return {
    ...situation,
    advice: advice.filter(({ exemption }) => !exemption),
    exempted: advice.filter(({ exemption }) => exemption),
  };
}

/**
 * Makes ready what is seen of a patient, some records at a time.
 *
 * @param outcomes The same patient on the same date, a profile each.
 * @throws {RangeError} of a day that does not exist.
 */
export function* viewSituation(
  outcomes: readonly [PatientOutcome, ...PatientOutcome[]],
  language: Language,
  { covers, today }: Omit<CockpitMore, 'exemptionOf'>,
): Steps<Situation> {
  if (today !== undefined) requireDate(today, 'viewCockpit: today');
  const [{ patient, asOf }] = outcomes;
  yield* prepareTreatments(patient);
  const history = yield* viewHistoryInSteps(outcomes, language);
  const items: (CockpitItem & { readonly type: DataType })[] = [];
  const whys: (WhyView & { readonly profile: ProfileName })[] = [];
  for (const outcome of outcomes) {
    for (const item of yield* itemsOf(outcome, language)) items.push(item);
    yield;
    whys.push({ ...viewWhy(outcome, language, today), profile: nameOf(outcome, language) });
  }
  const markers = yield* markersInSteps(outcomes, language);
  return {
    asOf,
    profiles: outcomes.map((outcome) => nameOf(outcome, language)),
    markers,
    whys,
    sections: dataTypes
      .filter((type) => type !== 'patient')
      .map((type) => ({
        type,
        items: onceEach(items.filter((item) => item.type === type)),
        history: history.get(type) ?? [],
      })),
    timeline: yield* viewTimelineInSteps(outcomes, language),
    contacts: yield* viewContactsInSteps(patient, asOf, { covers }),
    parties: yield* viewPartiesInSteps(outcomes[0], language),
  };
}

/** The markers of some profiles, exempted ones among them: the gravest first, those that cannot be decided last. */
export function viewAdvice(
  outcomes: readonly PatientOutcome[],
  language: Language,
  exemptionOf: CockpitMore['exemptionOf'],
): readonly Advice[] {
  return finish(markersInSteps(outcomes, language)).map((marker) => exempt(marker, exemptionOf));
}

function* markersInSteps(
  outcomes: readonly PatientOutcome[],
  language: Language,
): Steps<readonly ProfileMarker[]> {
  const markers: ProfileMarker[] = [];
  for (const outcome of outcomes)
    for (const marker of yield* viewMarkersInSteps(outcome, language))
      markers.push({ ...marker, profile: nameOf(outcome, language) });
  return sortMarkers(markers);
}

function exempt(marker: ProfileMarker, exemptionOf: CockpitMore['exemptionOf']): Advice {
  return { ...marker, exemption: exemptionOf?.(marker.profile.id, marker.id) };
}

function nameOf({ profile }: PatientOutcome, language: Language): ProfileName {
  return { id: profile.id, title: textIn(profile.title, language), version: profile.version };
}

function* itemsOf(
  outcome: PatientOutcome,
  language: Language,
): Steps<readonly (CockpitItem & { readonly type: DataType })[]> {
  const { profile, cells, asOf } = outcome;
  const controls = controlsOf(profile);
  const yearAgo = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
  const items: (CockpitItem & { readonly type: DataType })[] = [];
  for (const cell of cells) {
    yield;
    items.push({
      type: cell.item.type,
      id: cell.item.id,
      title: textIn(cell.item.title, language),
      cell: yield* viewCellInSteps(cell, outcome, asOf, language),
      result: yield* viewResult(cell, outcome, language),
      isMissed: controls.some(({ id }) => id === cell.item.id) && isMissed(cell, yearAgo),
    });
  }
  return items;
}

/** Nothing recorded where all is covered, or the newest is too old and nothing may be hidden beside it. */
function isMissed(
  { state, records: [newest], unknownReasons }: Cell,
  yearAgo: CalendarDate,
): boolean {
  if (state === 'none') return true;
  return (
    state === 'value' &&
    unknownReasons.length === 0 &&
    newest !== undefined &&
    'at' in newest &&
    (newest.atLatest ?? newest.at) < yearAgo
  );
}

/** Two profiles that ask the same, and are answered the same, ask it once; each has its own goals. */
function onceEach(items: readonly CockpitItem[]): readonly CockpitItem[] {
  const key = ({ title, cell }: CockpitItem) => `${title}\n${cell.tone}\n${cell.lines.join('\n')}`;
  const known = new Map<string, CockpitItem>();
  for (const item of items) {
    const twin = known.get(key(item));
    const { result } = item;
    const goals = [...new Set([...(twin?.result?.goals ?? []), ...(result?.goals ?? [])])];
    const limits = [...new Set([...(twin?.result?.limits ?? []), ...(result?.limits ?? [])])];
    known.set(key(item), { ...item, result: result && { ...result, goals, limits } });
  }
  return [...known.values()];
}
