/** Fixed texts on screen: the sections of the cockpit. */
import { formatCount, plural } from '../numbers.ts';
import type { Translated } from './types.ts';

const da = {
  together: (title: string, days: number, from: string) =>
    `${title}: samtidig i ${plural(days, ['dag', 'dage'], 'da')}, siden ${from}`,
  togetherAtLeast: (title: string, days: number) =>
    `${title}: samtidig i mindst ${plural(days, ['dag', 'dage'], 'da')}`,
  moreTogether: (count: number) => `og ${plural(count, ['periode', 'perioder'], 'da')} mere`,
  moreMedicines: (count: number) =>
    `${plural(count, ['præparat', 'præparater'], 'da')} mere står under Vis alle`,
  trendOf: (count: number) => `Kurven viser yderpunkterne af ${formatCount(count, 'da')} værdier`,
  moreRounds: (count: number) => `og ${plural(count, ['runde', 'runder'], 'da')} før det`,
  moreSources: (count: number) => `og ${plural(count, ['kilde', 'kilder'], 'da')} mere`,
  substances: (count: number) => plural(count, ['præparat', 'præparater'], 'da'),
  missed: 'ikke udført seneste 12 mdr.',
  outside: { below: 'under referenceintervallet', above: 'over referenceintervallet' },
  values: (count: number) =>
    count === 2 ? 'Vis begge værdier' : `Vis alle ${formatCount(count, 'da')} værdier`,
  everything: (count: number) => `Vis alle (${formatCount(count, 'da')})`,
  contacts: 'Kontakter',
  lastMonths: (count: number) => `seneste ${count} måneder`,
  /** Without a number: nobody can know. */
  contactTotals: (practice?: number, hospital?: number, missed?: number) =>
    [
      practice === undefined ? 'praksis kan ikke afgøres' : `${practice} i praksis`,
      hospital === undefined ? 'sygehus kan ikke afgøres' : `${hospital} fra sygehus`,
      ...(missed ? [`${missed} udeblevet`] : []),
    ].join(' · '),
  daysOld: (days: number) => `${plural(days, ['dag', 'dage'], 'da')} gammel`,
  unavailable: (types: string) => `ingen adgang (${types})`,
  who: 'Hvem gør hvad?',
  acrossSectors: 'tværsektorielt',
  cannotSay: 'kan ikke afgøres',
  nothingHere: 'intet registreret',
  timeMachine: 'Vis pr. dato',
  today: 'I dag',
  earlierDate: (date: string) => `Du ser overblikket pr. ${date}`,
  backToToday: 'Tilbage til i dag',
  changes: (date: string) => `Ændret siden ${date}`,
  noChanges: 'Intet er ændret.',
  compareWith: 'Sammenlign med',
  came: 'Ny markør',
  gone: 'Markør bortfaldet',
  began: 'Nyt',
  ended: 'Ophørt',
  undecidedChange: 'Kan ikke afgøres, om det er ændret',
  joined: 'Kommet til i populationen',
  leftProfile: 'Udgået af populationen',
  print: 'Udskriv',
  asked: 'udvalgt af profilen',
  allProfiles: (count: number) => `Alle profiler (${count})`,
  exempt: 'Undtag …',
  exempted: 'Undtaget',
  patientExempt: 'patienten er undtaget i runden',
  exemptedUntil: (date: string) => `til og med ${date}`,
  endExemption: 'Ophæv',
  save: 'Gem',
  reference: (low: string, high: string) =>
    low && high ? `ref. ${low}–${high}` : low ? `ref. ≥ ${low}` : `ref. ≤ ${high}`,
  doneUnknown: 'ukendt, tjek i journalen',
  sinceVisit: (date: string) => `Ændret siden sidste besøg, ${date}`,
  sinceRound: (date: string) => `Ændret siden sidste runde, ${date}`,
};

const en: Translated<typeof da> = {
  together: (title, days, from) =>
    `${title}: together for ${plural(days, ['day', 'days'], 'en')}, since ${from}`,
  togetherAtLeast: (title, days) =>
    `${title}: together for at least ${plural(days, ['day', 'days'], 'en')}`,
  moreTogether: (count) => `and ${plural(count, ['more period', 'more periods'], 'en')}`,
  moreMedicines: (count) =>
    `${plural(count, ['more substance stands', 'more substances stand'], 'en')} under All entries`,
  trendOf: (count) => `The line shows the extremes of ${formatCount(count, 'en')} values`,
  moreRounds: (count) => `and ${plural(count, ['round', 'rounds'], 'en')} before that`,
  moreSources: (count) => `and ${plural(count, ['more source', 'more sources'], 'en')}`,
  substances: (count) => plural(count, ['substance', 'substances'], 'en'),
  missed: 'not done in the last 12 months',
  outside: { below: 'below the reference interval', above: 'above the reference interval' },
  values: (count) =>
    count === 2 ? 'Show both values' : `Show all ${formatCount(count, 'en')} values`,
  everything: (count) => `All entries (${formatCount(count, 'en')})`,
  contacts: 'Contacts',
  lastMonths: (count) => `last ${count} months`,
  contactTotals: (practice, hospital, missed) =>
    [
      practice === undefined ? 'practice cannot be determined' : `${practice} in the practice`,
      hospital === undefined ? 'hospital cannot be determined' : `${hospital} from hospital`,
      ...(missed ? [`${missed} missed`] : []),
    ].join(' · '),
  daysOld: (days) => `${plural(days, ['day', 'days'], 'en')} old`,
  unavailable: (types) => `no access (${types})`,
  who: 'Who does what?',
  acrossSectors: 'across sectors',
  cannotSay: 'cannot be determined',
  nothingHere: 'nothing registered',
  timeMachine: 'Show as of',
  today: 'Today',
  earlierDate: (date) => `You see the overview as of ${date}`,
  backToToday: 'Back to today',
  changes: (date) => `Changed since ${date}`,
  noChanges: 'Nothing has changed.',
  compareWith: 'Compare with',
  came: 'New marker',
  gone: 'Marker no longer set',
  began: 'New',
  ended: 'Ended',
  undecidedChange: 'Cannot be determined whether it has changed',
  joined: 'Came into the population',
  leftProfile: 'Left the population',
  print: 'Print',
  asked: 'chosen by the profile',
  allProfiles: (count) => `All profiles (${count})`,
  exempt: 'Exempt …',
  exempted: 'Exempt',
  patientExempt: 'the patient is exempt in the round',
  exemptedUntil: (date) => `up to and including ${date}`,
  endExemption: 'End it',
  save: 'Save',
  reference: (low, high) =>
    low && high ? `ref. ${low}–${high}` : low ? `ref. ≥ ${low}` : `ref. ≤ ${high}`,
  doneUnknown: 'not known, check in the journal',
  sinceVisit: (date) => `Changed since the last visit, ${date}`,
  sinceRound: (date) => `Changed since the last round, ${date}`,
};

export const patientViewTexts = { da, en };
