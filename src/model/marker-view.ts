import {
  evidenceOf,
  finish,
  flatMapInSteps,
  recordsIn,
  unknownReasonsIn,
  type Finding,
  type MarkerHit,
  type PatientOutcome,
  type Steps,
} from '../engine/index.ts';
import {
  combinationOf,
  textIn,
  type CombinedPart,
  type Criterion,
  type Language,
} from '../profile/index.ts';
import type { ClinicalRecord } from '../record/index.ts';
import { decidingNumber, type DecidingNumber } from './deciding-number.ts';
import { describeUnknownReasons, describeRecord, formatTreatment } from './describe/index.ts';
import { proofsInFew } from './few.ts';
import { sortMarkers, type MarkerHead } from './markers.ts';
import { treatmentOf } from './treatment.ts';

/** A marker made ready to draw. */
export interface MarkerView extends MarkerHead {
  /** For the chip: a word or two, and for how long. */
  readonly short: string;
  readonly length: string | undefined;
  /** The patient's number that set it off, where it is one alone (`marker-title.ts` says how it is told). */
  readonly found: DecidingNumber | undefined;
  readonly advice: string | undefined;
  readonly source: string | undefined;
  /** The records that set it off, or what is missing, in words. */
  readonly evidence: readonly string[];
  /**
   * The medicines that set it off, to tell whether two say something of the same. Empty where none did or very many, and
   * where it cannot be decided.
   */
  readonly about: readonly string[];
}

/** A patient's markers, the gravest first, those that cannot be decided last. */
export function viewMarkers(outcome: PatientOutcome, language: Language): readonly MarkerView[] {
  return finish(viewMarkersInSteps(outcome, language));
}

/** As `viewMarkers`, one marker at a time. */
export function* viewMarkersInSteps(
  outcome: PatientOutcome,
  language: Language,
): Steps<readonly MarkerView[]> {
  let byLanguage = knownViews.get(outcome.markers);
  if (!byLanguage) knownViews.set(outcome.markers, (byLanguage = {}));
  const known = byLanguage[language];
  if (known) return known;
  const views: MarkerView[] = [];
  for (const hit of outcome.markers) {
    yield;
    views.push(yield* viewMarker(hit, outcome, language));
  }
  return (byLanguage[language] = sortMarkers(views));
}

/** Each is put in words once, however often it is shown. */
const knownViews = new WeakMap<
  readonly MarkerHit[],
  Partial<Record<Language, readonly MarkerView[]>>
>();

function* viewMarker(
  hit: MarkerHit,
  outcome: PatientOutcome,
  language: Language,
): Steps<MarkerView> {
  const { marker, truth } = hit;
  const { asOf, profile } = outcome;
  const own = truth === 'yes' ? ownQuestion(hit, outcome) : undefined;
  const finding = own?.finding ?? evidenceOf(hit.finding);
  const treatment = truth === 'yes' ? treatmentIn(own?.when ?? marker.when, finding) : undefined;
  const title = textIn(marker.title, language);
  const evidence =
    truth === 'yes'
      ? proofsInFew(
          recordsIn(finding),
          (record) => describeRecord(record, asOf, language, outcome),
          language,
        )
      : describeUnknownReasons(unknownReasonsIn(finding), language);
  yield;
  return {
    id: marker.id,
    level: marker.level,
    truth,
    title,
    short: marker.short ? textIn(marker.short, language) : title,
    length: treatment && (yield* lengthOf(treatment, outcome, language)),
    found:
      truth === 'yes'
        ? decidingNumber(own?.when ?? marker.when, finding, profile, language)
        : undefined,
    advice: marker.advice && textIn(marker.advice, language),
    source: marker.source,
    evidence,
    about: truth === 'yes' ? aboutOf(recordsIn(finding)) : [],
  };
}

/** What is set off by more records is about no one medicine. */
const mostAbout = 50;

/** Each once, in an order of their own. Of one without a code the text alone says what it is. */
function aboutOf(records: readonly ClinicalRecord[]): readonly string[] {
  if (records.length > mostAbout) return [];
  const names = records.flatMap(({ type, code, text }) =>
    type === 'medication' ? [code || `${text}`] : [],
  );
  return [...new Set(names)].sort();
}

/**
 * Of a combined profile, what a marker asks beside who is on its list (`combineProfiles`): that somebody is, the list
 * says.
 */
function ownQuestion(
  { marker: { when }, finding }: MarkerHit,
  { profile }: PatientOutcome,
): { readonly when: Criterion; readonly finding: Finding } | undefined {
  const parts = combinationOf(profile);
  if (!parts || !('all' in when) || when.all.length !== 2) return undefined;
  const [asked, whose] = when.all;
  const [shown] = finding.branches;
  return asked && shown && whose && isMembership(whose, parts)
    ? { when: asked, finding: evidenceOf(shown) }
    : undefined;
}

function isMembership(criterion: Criterion, parts: readonly CombinedPart[]): boolean {
  const isOne = (each: Criterion) =>
    parts.some(({ membership }) => JSON.stringify(membership) === JSON.stringify(each));
  return isOne(criterion) || ('any' in criterion && criterion.any.every(isOne));
}

/**
 * What shows that something is given, where the marker says no more than that, of patients who have some illness or
 * other treatment. Of a marker that asks for more, a missing test say, the treatment's length would be read as the
 * length of what is wrong.
 */
function treatmentIn(when: Criterion, finding: Finding): Finding | undefined {
  if ('medication' in when) {
    const { count, distinct } = when.medication;
    return count === undefined && distinct === undefined ? finding : undefined;
  }
  if (!('all' in when)) return undefined;
  const [first, ...others] = when.all;
  const [shown] = finding.branches;
  return first && shown && others.every(isOfWhom) ? treatmentIn(first, shown) : undefined;
}

/** Whether a criterion tells only which illness or treatment a patient has. */
function isOfWhom(part: Criterion): boolean {
  return 'any' in part ? part.any.every(isOfWhom) : 'diagnosis' in part || 'medication' in part;
}

/** For how long the treatment that set the marker off has gone on; nothing where it is over. */
function* lengthOf(
  evidence: Finding,
  outcome: PatientOutcome,
  language: Language,
): Steps<string | undefined> {
  const { asOf } = outcome;
  const treatments = yield* flatMapInSteps(recordsIn(evidence), (record) =>
    record.type === 'medication' &&
    record.from <= asOf &&
    (record.to === undefined || record.to >= asOf)
      ? [treatmentOf(record, outcome)]
      : [],
  );
  return formatTreatment(treatments, asOf, language);
}
