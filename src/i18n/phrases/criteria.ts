/** The sentences of criteria, as a clinician would write them. */
import type { ByLanguage } from '../language.ts';

/** The level of ATC on which medicines differ unless another is told. */
const substanceLevel = 5;

type Pick = 'latest' | 'earliest' | 'highest' | 'lowest';
type ChangeFrom = 'previous' | 'earliest' | 'highest' | 'lowest';

export interface CriterionPhrases {
  readonly allOf: string;
  readonly anyOf: string;
  readonly atLeastOf: (least: number) => string;
  readonly notThis: string;
  readonly and: string;
  readonly or: string;
  readonly andOr: string;
  readonly otherwise: string;
  readonly not: string;
  readonly no: string;
  readonly atLeastParts: (least: number, parts: string) => string;
  readonly forAtLeast: (period: string) => string;
  readonly forAtMost: (period: string) => string;
  readonly forBetween: (least: string, most: string) => string;
  readonly together: (parts: string, length: string, window: string) => string;
  /** A day, and what is asked on it. */
  readonly anchored: (day: string, is: string) => string;
  /** There is no such record, or on its day it is not so. */
  readonly notAnchored: (none: string, day: string, is: string) => string;
  /** The day of a record: on which it began, or ended. */
  readonly anchorDays: Readonly<
    Record<'start' | 'end', Readonly<Record<'latest' | 'earliest', (record: string) => string>>>
  >;
  readonly anchorNone: Readonly<Record<'start' | 'end', (record: string) => string>>;
  /** The same day, of records that were named. */
  readonly anchorPicks: Readonly<
    Record<'start' | 'end', Readonly<Record<'latest' | 'earliest', string>>>
  >;
  readonly followed: (first: string, second: string, period: string) => string;
  readonly from: (source: string) => string;
  readonly pauses: (gap: string) => string;
  /** `length` from `forAtLeast` and the like. */
  readonly lasting: (what: string, length: string, gap: string) => string;
  /** After a run that lasted at most so long. */
  readonly ended: string;
  /** Joined records; `one` is whether there is one, `length` how long each lasts. */
  readonly episodes: (
    count: string,
    one: boolean,
    what: string,
    gap: string,
    length: string,
  ) => string;
  /** After what is counted. */
  readonly apart: (period: string) => string;
  /** Of none and of one there are no different ones. */
  readonly distinct: (
    count: string,
    amount: 'none' | 'one' | 'many',
    codes: string,
    level: number,
  ) => string;
  readonly picks: Readonly<Record<Pick, string>>;
  readonly exactly: (count: number) => string;
  readonly between: (min: number, max: number) => string;
  readonly atLeast: (bound: number | string) => string;
  readonly atMost: (bound: number | string) => string;
  readonly above: (bound: string) => string;
  readonly below: (bound: string) => string;
  readonly implausible: (mistakes: string) => string;
  readonly answer: (texts: string) => string;
  /** R19a */
  readonly sharedDay: (parts: string, window: string) => string;
  /** R19c: the latest one, how it has changed, since which. */
  readonly changed: (what: string, how: string, since: string) => string;
  readonly since: Readonly<Record<ChangeFrom, string>>;
  /** Of a change; without a bound: at all. */
  readonly risen: string;
  readonly fallen: string;
  readonly byMoreThan: (direction: string, bound: string) => string;
  readonly byAtLeast: (direction: string, bound: string) => string;
  readonly specialty: (names: string) => string;
  /** Of a record that is the patient's first of its code. */
  readonly firstOfCode: string;
  readonly maintained: (window: string) => string;
  readonly product: (numbers: string) => string;
  readonly strength: (bounds: string) => string;
  readonly status: (statuses: string) => string;
  readonly municipality: (codes: string) => string;
  readonly postalCode: (codes: string) => string;
  readonly insuranceGroup: (group: number) => string;
  readonly practitioner: (names: string) => string;
  /** Of an age in years. */
  readonly years: (years: number) => string;
  readonly ageBetween: (min: string, max: string) => string;
  /** Of one year of age, no more and no less. */
  readonly ageOf: (age: string) => string;
  readonly ageFrom: (min: string) => string;
  readonly ageTo: (max: string) => string;
  /** After an age, on another day than that of evaluation. */
  readonly ageOn: (day: string) => string;
  readonly registered: (window: string) => string;
  readonly listed: string;
  readonly notListed: string;
  readonly others: (count: number) => string;
  readonly except: string;
  readonly without: (codes: string) => string;
}

export const criterionPhrases: ByLanguage<CriterionPhrases> = {
  da: {
    allOf: 'Alle disse',
    anyOf: 'Mindst ét af disse',
    atLeastOf: (least) => `Mindst ${least} af disse`,
    notThis: 'Ikke dette',
    and: 'og',
    or: 'eller',
    andOr: 'og/eller',
    otherwise: 'ellers',
    not: 'ikke',
    no: 'ingen',
    atLeastParts: (least, parts) => `mindst ${least} af: ${parts}`,
    forAtLeast: (period) => ` i mindst ${period}`,
    forAtMost: (period) => ` i højst ${period}`,
    forBetween: (least, most) => ` i mindst ${least} og højst ${most}`,
    together: (parts, length, window) => `samtidig ${parts}${length}, ${window}`,
    anchored: (day, is) => `${day}, gælder: ${is}`,
    notAnchored: (none, day, is) => `enten ${none}, eller også gælder ${day} ikke: ${is}`,
    anchorDays: {
      start: {
        latest: (record) => `ved seneste registrering af ${record}`,
        earliest: (record) => `ved første registrering af ${record}`,
      },
      end: {
        latest: (record) => `den seneste dag, hvor der sluttede ${record}`,
        earliest: (record) => `den første dag, hvor der sluttede ${record}`,
      },
    },
    anchorNone: {
      start: (record) => `findes ingen registrering af ${record}`,
      end: (record) => `er der ikke sluttet ${record}`,
    },
    anchorPicks: {
      start: { latest: 'ved den seneste', earliest: 'ved den første' },
      end: {
        latest: 'den seneste dag, hvor en sluttede,',
        earliest: 'den første dag, hvor en sluttede,',
      },
    },
    followed: (first, second, period) => `${first}, fulgt inden for ${period} af ${second}`,
    from: (source) => ` fra ${source}`,
    pauses: (gap) => ` (pauser op til ${gap} tælles med)`,
    lasting: (what, length, gap) => `${what}${length} uden afbrydelse${gap}`,
    ended: ' og afsluttet',
    episodes: (count, one, what, gap, length) =>
      `${count} forløb med ${what}${gap}${length && (one ? length : `, hvert${length}`)}`,
    apart: (period) => ` med mindst ${period} imellem`,
    distinct: (count, amount, codes, level) =>
      `${count} ${{ none: 'lægemidler', one: 'lægemiddel', many: 'forskellige lægemidler' }[amount]}${codes}${level === substanceLevel ? '' : ` (ATC-niveau ${level})`}`,
    picks: { latest: 'seneste', earliest: 'første', highest: 'højeste', lowest: 'laveste' },
    exactly: (count) => `præcis ${count}`,
    between: (min, max) => `${min} til ${max}`,
    atLeast: (bound) => `mindst ${bound}`,
    atMost: (bound) => `højst ${bound}`,
    above: (bound) => `over ${bound}`,
    below: (bound) => `under ${bound}`,
    implausible: (mistakes) => ` (svar ${mistakes} afgør intet)`,
    answer: (texts) => `med svaret ${texts}`,
    sharedDay: (parts, window) => `på den seneste fælles dag ${parts}, ${window}`,
    changed: (what, how, since) => `${what} er ${how} ${since}`,
    since: {
      previous: 'siden den foregående',
      earliest: 'siden den første',
      highest: 'fra den højeste af de øvrige',
      lowest: 'fra den laveste af de øvrige',
    },
    risen: 'steget',
    fallen: 'faldet',
    byMoreThan: (direction, bound) => `${direction} med mere end ${bound}`,
    byAtLeast: (direction, bound) => `${direction} med mindst ${bound}`,
    specialty: (names) => ` i speciale ${names}`,
    firstOfCode: ' (patientens første af sin slags)',
    maintained: (window) => `, senest vedligeholdt ${window}`,
    product: (numbers) => ` med varenummer ${numbers}`,
    strength: (bounds) => ` med styrken ${bounds}`,
    status: (statuses) => ` (${statuses})`,
    municipality: (codes) => `bor i kommune ${codes}`,
    postalCode: (codes) => `postnummer ${codes}`,
    insuranceGroup: (group) => `sikringsgruppe ${group}`,
    practitioner: (names) => `fast læge ${names}`,
    years: (years) => `${years} år`,
    ageBetween: (min, max) => `${min} til og med ${max}`,
    ageOf: (age) => age,
    ageFrom: (min) => `fyldt ${min}`,
    ageTo: (max) => `højst ${max}`,
    ageOn: (day) => `, opgjort ${day}`,
    registered: (window) => `tilmeldt klinikken ${window}`,
    listed: 'fast tilmeldt klinikken',
    notListed: 'ikke fast tilmeldt klinikken (passant)',
    others: (count) => `${count} andre`,
    except: 'undtagen',
    without: (codes) => `uden ${codes}`,
  },
  en: {
    allOf: 'All of these',
    anyOf: 'At least one of these',
    atLeastOf: (least) => `At least ${least} of these`,
    notThis: 'Not this',
    and: 'and',
    or: 'or',
    andOr: 'and/or',
    otherwise: 'otherwise',
    not: 'not',
    no: 'no',
    atLeastParts: (least, parts) => `at least ${least} of: ${parts}`,
    forAtLeast: (period) => ` for at least ${period}`,
    forAtMost: (period) => ` for at most ${period}`,
    forBetween: (least, most) => ` for at least ${least} and at most ${most}`,
    together: (parts, length, window) => `${parts} at the same time${length}, ${window}`,
    anchored: (day, is) => `${day}: ${is}`,
    notAnchored: (none, day, is) => `either ${none}, or not so ${day}: ${is}`,
    anchorDays: {
      start: {
        latest: (record) => `on the day of the latest ${record}`,
        earliest: (record) => `on the day of the first ${record}`,
      },
      end: {
        latest: (record) => `on the latest day on which there ended ${record}`,
        earliest: (record) => `on the first day on which there ended ${record}`,
      },
    },
    anchorNone: {
      start: (record) => `no ${record}`,
      end: (record) => `no ended ${record}`,
    },
    anchorPicks: {
      start: { latest: 'on the day of the latest', earliest: 'on the day of the first' },
      end: {
        latest: 'on the latest day on which one ended',
        earliest: 'on the first day on which one ended',
      },
    },
    followed: (first, second, period) => `${first}, followed within ${period} by ${second}`,
    from: (source) => ` from ${source}`,
    pauses: (gap) => ` (pauses up to ${gap} included)`,
    lasting: (what, length, gap) => `${what}${length} without interruption${gap}`,
    ended: ' and ended',
    episodes: (count, one, what, gap, length) =>
      `${count} ${one ? 'run' : 'runs'} of ${what}${gap}${length && (one ? length : `, each${length}`)}`,
    apart: (period) => ` at least ${period} apart`,
    distinct: (count, amount, codes, level) =>
      `${count} ${{ none: 'medicines', one: 'medicine', many: 'different medicines' }[amount]}${codes}${level === substanceLevel ? '' : ` (ATC level ${level})`}`,
    picks: { latest: 'latest', earliest: 'first', highest: 'highest', lowest: 'lowest' },
    exactly: (count) => `exactly ${count}`,
    between: (min, max) => `${min} to ${max}`,
    atLeast: (bound) => `at least ${bound}`,
    atMost: (bound) => `at most ${bound}`,
    above: (bound) => `above ${bound}`,
    below: (bound) => `below ${bound}`,
    implausible: (mistakes) => ` (results ${mistakes} decide nothing)`,
    answer: (texts) => `with the answer ${texts}`,
    sharedDay: (parts, window) => `on the latest day that they share ${parts}, ${window}`,
    changed: (what, how, since) => `${what} has ${how} ${since}`,
    since: {
      previous: 'since the one before',
      earliest: 'since the first',
      highest: 'from the highest of the others',
      lowest: 'from the lowest of the others',
    },
    risen: 'risen',
    fallen: 'fallen',
    byMoreThan: (direction, bound) => `${direction} by more than ${bound}`,
    byAtLeast: (direction, bound) => `${direction} by at least ${bound}`,
    specialty: (names) => ` in specialty ${names}`,
    firstOfCode: ' (the patient’s first of its kind)',
    maintained: (window) => `, last maintained ${window}`,
    product: (numbers) => ` with product number ${numbers}`,
    strength: (bounds) => ` with strength ${bounds}`,
    status: (statuses) => ` (${statuses})`,
    municipality: (codes) => `lives in municipality ${codes}`,
    postalCode: (codes) => `postal code ${codes}`,
    insuranceGroup: (group) => `insurance group ${group}`,
    practitioner: (names) => `usual GP ${names}`,
    years: String,
    ageBetween: (min, max) => `aged ${min} to ${max}`,
    ageOf: (age) => `aged ${age}`,
    ageFrom: (min) => `aged ${min} or more`,
    ageTo: (max) => `aged ${max} or less`,
    ageOn: (day) => `, counted ${day}`,
    registered: (window) => `joined the clinic ${window}`,
    listed: 'on the clinic’s list',
    notListed: 'not on the clinic’s list',
    others: (count) => `${count} more`,
    except: 'except',
    without: (codes) => `without ${codes}`,
  },
};
