/** What a message may say of a patient: what is not known for certain is missing, and never guessed. */
import { formatDate, formatLongDate, isPartial } from '../../i18n/dates.ts';
import type { Cell } from '../../engine/index.ts';
import { joinWords } from '../../i18n/language.ts';
import {
  shortTitleOf,
  textIn,
  type Language,
  type LocalText,
  type Placeholder,
  type Profile,
} from '../../profile/index.ts';
import {
  writtenStart,
  type CalendarDate,
  type ClinicalRecord,
  type Patient,
} from '../../record/index.ts';
import { describeYears } from '../describe/index.ts';
import type { CallReasons } from './call-reasons.ts';
import { controlsOf } from '../controls.ts';
import { nextAppointment } from '../list/columns/dear-items.ts';
import type { PopulationList } from '../list/list.ts';
import { reasonsOf } from '../list/reasons.ts';
import type { PriorityRule } from '../list/types.ts';

/** One patient, as far as a message asks. */
export interface FactSource {
  readonly patient: Patient;
  readonly profile: Profile;
  readonly asOf: CalendarDate;
  readonly cell: (itemId: string) => Cell | undefined;
  /** Why the patient comes first, or what the action is about. */
  readonly reason: () => string | undefined;
  /** What the lists are called that it is about; default the profile's own. */
  readonly lists?: readonly LocalText[];
}

/** What stands in the place of a placeholder; undefined where that is missing. */
export type FactOf = (patientId: string, name: Placeholder) => string | undefined;

/** What is known of the patients of a list. */
export function factsOfList(
  list: PopulationList,
  rules: readonly PriorityRule[],
  clinic: string,
  calls?: CallReasons,
): FactOf {
  const { population, language } = list;
  return (patientId, name) => {
    const index = list.indexOf(patientId);
    if (index < 0) return undefined;
    const source: FactSource = {
      patient: list.patientAt(index),
      ...{ profile: population.profile, asOf: population.asOf },
      cell: (itemId) => population.cell(patientId, itemId),
      reason: () => {
        const chips = reasonsOf(list.data, index, rules, calls?.askedOf(patientId));
        const first = chips.find(({ level, undecided }) => level !== 'plain' && !undecided);
        // A message says why, and no result: that is for whoever reads the list.
        return first && (first.bare === undefined ? (first.long ?? first.text) : first.title);
      },
      ...(calls ? { lists: calls.of(patientId).map(({ title }) => title) } : {}),
    };
    return factOf(name, source, clinic, language);
  };
}

/** What is known of one patient. */
export function factOf(
  name: Placeholder,
  { patient, profile, asOf, cell, reason, lists = [shortTitleOf(profile)] }: FactSource,
  clinic: string,
  language: Language,
): string | undefined {
  return said(value());

  function value(): string | undefined {
    switch (name) {
      case 'name':
        return patient.name;
      case 'firstName':
        return firstNameOf(patient.name);
      case 'age':
        return describeYears(patient, asOf);
      case 'reason':
        return reason();
      case 'conditions':
        return joinWords(
          lists.map((title) => inSentence(textIn(title, language))),
          language === 'da' ? 'og' : 'and',
        );
      case 'practitioner':
        return patient.practitioner;
      case 'lastControl':
        return lastControl();
      case 'nextAppointment':
        return next();
      case 'clinic':
        return clinic;
      case 'date':
        return formatLongDate(asOf, language);
    }
  }

  function lastControl(): string | undefined {
    const cells = controlsOf(profile).flatMap(({ id }) => cell(id) ?? []);
    // Where one of them cannot be told, a later one may be among what is not known.
    if (cells.some(isUnsure)) return undefined;
    const done = pointsOf(cells).filter(({ at }) => at <= asOf);
    const latest = done.reduce<Point | undefined>((a, b) => (a && a.at >= b.at ? a : b), undefined);
    return latest && dayIn(latest, language);
  }

  function next(): string | undefined {
    const item = nextAppointment(profile);
    const found = item && cell(item.id);
    if (!found || isUnsure(found)) return undefined;
    const coming = pointsOf([found]).filter(({ at }) => at >= asOf);
    const first = coming.reduce<Point | undefined>(
      (a, b) => (a && a.at <= b.at ? a : b),
      undefined,
    );
    return first && dayIn(first, language);
  }
}

type Point = Extract<ClinicalRecord, { readonly at: CalendarDate }>;

function pointsOf(cells: readonly Cell[]): readonly Point[] {
  return cells.flatMap(({ records }) => records.filter((each): each is Point => 'at' in each));
}

function isUnsure({ state, unknownReasons }: Cell): boolean {
  return state === 'unknown' || unknownReasons.length > 0;
}

/** `3. december 2026 kl. 10.15`; of a day that is known to its month, that. */
function dayIn(record: Point, language: Language): string {
  const written = writtenStart(record) ?? record.at;
  if (isPartial(written)) return formatDate(written, language);
  const day = formatLongDate(record.at, language);
  const time = record.time?.slice(0, 5);
  if (record.type !== 'appointment' || time === undefined) return day;
  return language === 'da' ? `${day} kl. ${time.replace(':', '.')}` : `${day} at ${time}`;
}

/** Of `Bang, Anna Marie` and of `Anna Marie Bang`: `Anna`. */
function firstNameOf(name: string): string | undefined {
  const [family, given] = name.split(',', 2);
  return (given ?? family)?.trim().split(/\s+/, 1)[0];
}

/** `Type 2-diabetes` as it stands within a sentence; `KOL` as it is. */
function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function said(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
