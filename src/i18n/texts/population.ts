/** Fixed texts on screen: the list of a population. */
import { plural } from '../numbers.ts';
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  title: 'Populationsoverblik',
  purpose: 'Formål',
  /** Of a combined list, which has no round of its own. */
  combinedRounds: 'status føres på hver liste',
  version: (version: string) => `version ${version}`,
  definition: (hash: string) => `Definitionens kontrolsum (SHA-256): ${hash}`,
  draft: 'kladde',
  updated: (when: string) => `opdateret ${when}`,
  showProfile: 'Se profilen',
  hideProfile: 'Skjul profilen',
  profileRegion: 'Profilen',
  backToList: 'Tilbage til listen',
  switchProfile: 'Skift liste',
  /** The way back to the start page. */
  allLists: 'Alle lister',
  print: 'Udskriv',
  inPopulation: 'I populationen',
  /** What a share of the clinic is of: everybody, or those who can be determined. */
  share: (percent: string, patients: string, isOfDecided: boolean) =>
    `${percent} % af ${danishPatients(patients)}${isOfDecided ? ', der kan afgøres' : ''}`,
  /** Of a clinic of which not all came. */
  shareFetched: (percent: string, patients: string, isOfDecided: boolean) =>
    `${percent} % af ${patients} ${patients === '1' ? 'hentet' : 'hentede'}${isOfDecided ? ', der kan afgøres' : ''}`,
  notFetched: (count: string | undefined) =>
    count === undefined ? 'resten er ikke hentet' : `${count} er ikke hentet`,
  ofFetched: (count: string) => `${count} af de hentede`,
  /** What a share is of: everybody on the list, or those that are shown. */
  ofPopulation: (percent: string, of: string) => `${percent} % af ${of}`,
  ofShown: (percent: string, of: string) => `${percent} % af ${of} viste`,
  /** Stands for a count that nobody can know. */
  notKnown: '?',
  /** Stands for a share of nobody. */
  noShare: '–',
  undecidedBeside: (count: string) => `${count} kan ikke afgøres`,
  attention: 'Opmærksomhed',
  ageAndSex: 'Alder og køn',
  unknownAgeOrSex: 'Alder eller køn ukendt',
  female: 'Kvinder',
  male: 'Mænd',
  pyramidBand: (label: string, female: number, male: number) =>
    `${label} år: ${plural(female, ['kvinde', 'kvinder'], 'da')}, ${plural(male, ['mand', 'mænd'], 'da')}`,
  members: 'I populationen',
  undecided: 'Kan ikke afgøres',
  search: 'Søg navn, CPR, kode …',
  removeFilter: (title: string) => `Fjern filter: ${title}`,
  showing: (shown: string, all: string) => `${shown} af ${all} vises`,
  /** Those who are dealt with in the round, reviewed or exempt: where they stand, and what is offered. */
  done: 'Vis færdige',
  donePlaces: {
    last: 'Færdige: nederst',
    hidden: 'Færdige: skjult',
    'in-order': 'Færdige: i rækkefølge',
  },
  /** How several filters go together. */
  /** Of those that the user has written: they stand after it. What a figure or a task puts on narrows always. */
  match: 'De skrevne filtre tilsammen',
  matches: { all: 'Opfylder alle filtre', any: 'Opfylder mindst ét af disse filtre' },
  doneHidden: (count: string) => `${count} ${count === '1' ? 'færdig' : 'færdige'} skjult`,
  showDone: 'Vis færdige',
  moveDone: (count: string) => `Flyt ${count} ${count === '1' ? 'færdig' : 'færdige'} nederst`,
  hideDone: (count: string) => `Skjul ${count} ${count === '1' ? 'færdig' : 'færdige'}`,
  allDone: (count: string) => `Alle er færdige: ${danishPatients(count)}`,
  allDoneHint: 'Alle er gennemgået eller undtaget, og færdige er skjult.',
  noneLeft: 'Ingen mangler blandt dem, der passer til søgningen',
  noneLeftHint: (count: string) =>
    `${danishPatients(count)} passer, er gennemgået eller undtaget, og skjult.`,
  grid: (title: string) => `${title}, patientliste`,
  sortedBy: (title: string, descending: boolean) =>
    `Sorteret efter ${title}, ${descending ? 'faldende' : 'stigende'}`,
  found: (count: string) => `${danishPatients(count)} vises`,
  patients: danishPatients,
  ofThem: (shown: string, all: string) => `${shown} af ${all}`,
  columns: {
    cpr: 'CPR',
    name: 'Navn',
    age: 'Alder',
    sex: 'Køn',
    practitioner: 'Læge',
    municipality: 'Kommune',
    severity: 'Alvorlighed',
    reasons: 'Hvorfor først',
    lists: 'Lister',
    /** Of a list that is no combined one. */
    others: 'Også på',
    markers: 'Markører',
    diagnoses: 'Diagnoser',
    indicator: 'Indikatorer',
    control: 'Manglende kontrol',
    status: 'Status',
    assignee: 'Ansvarlig',
    due: 'Frist',
    contact: 'Indkaldelse',
    exemption: 'Undtagelse',
    note: 'Note',
    since: 'Siden sidste runde',
    why: 'Hvorfor på listen',
    missing: 'Hvad mangler for at afgøre det',
  },
  noneFound: 'Ingen patienter passer til søgningen',
  noneFoundHint: 'Ryd søgning og filtre for at se alle.',
  /** Whom the search finds in the clinic, and who is not on the tab that is looked at. */
  notListed: (count: string, tab: 'members' | 'undecided') =>
    tab === 'members'
      ? `${count} i klinikken er ikke på listen – hvorfor?`
      : `${count} i klinikken er ikke blandt disse – hvorfor?`,
  /** Nobody in the clinic has the name or number that was searched for. */
  noneInClinic: (patients: string) =>
    `Heller ingen andre blandt ${danishPatients(patients)}, der er hentet, har det i navn eller CPR.`,
  clearAll: 'Ryd alt',
  noMembers: 'Ingen patienter er i populationen',
  noMembersHint: (patients: string) =>
    patients === '1'
      ? 'Klinikkens ene patient er undersøgt og opfylder ikke kriterierne.'
      : `Alle ${patients} patienter er undersøgt, og ingen opfylder kriterierne.`,
  noPatients:
    'Klinikkens system har ikke leveret en eneste patient. Det betyder ikke, at der ingen er.',
  noMembersPartial:
    'Data er ufuldstændige, så listen kan ikke læses som, at der ingen patienter er.',
  noUndecided: 'Alle patienter kan afgøres',
  noUndecidedFetched: 'Alle hentede patienter kan afgøres',
  noUndecidedFetchedHint: 'Om de patienter, der ikke er hentet, vides intet.',
  noUndecidedHint: 'Der mangler ingen oplysninger for at afgøre, hvem der er i populationen.',
};

const en: Translated<typeof da> = {
  title: 'Population list',
  purpose: 'Purpose',
  combinedRounds: 'status is kept on each list',
  version: (version) => `version ${version}`,
  definition: (hash) => `Hash of the definition (SHA-256): ${hash}`,
  draft: 'draft',
  updated: (when) => `updated ${when}`,
  showProfile: 'Show the profile',
  hideProfile: 'Hide the profile',
  profileRegion: 'The profile',
  backToList: 'Back to the list',
  switchProfile: 'Switch list',
  allLists: 'All lists',
  print: 'Print',
  inPopulation: 'In the population',
  share: (percent, patients, isOfDecided) =>
    `${percent}% of ${englishPatients(patients)}${isOfDecided ? ' that can be determined' : ''}`,
  shareFetched: (percent, patients, isOfDecided) =>
    `${percent}% of ${patients} fetched${isOfDecided ? ' that can be determined' : ''}`,
  notFetched: (count) =>
    count === undefined
      ? 'the rest were not fetched'
      : `${count} ${count === '1' ? 'was' : 'were'} not fetched`,
  ofFetched: (count) => `${count} of those fetched`,
  ofPopulation: (percent, of) => `${percent}% of ${of}`,
  ofShown: (percent, of) => `${percent}% of ${of} shown`,
  notKnown: '?',
  noShare: '–',
  undecidedBeside: (count) => `${count} cannot be determined`,
  attention: 'Attention',
  ageAndSex: 'Age and sex',
  unknownAgeOrSex: 'Age or sex unknown',
  female: 'Women',
  male: 'Men',
  pyramidBand: (label, female, male) =>
    `${label} years: ${plural(female, ['woman', 'women'], 'en')}, ${plural(male, ['man', 'men'], 'en')}`,
  members: 'In the population',
  undecided: 'Cannot be determined',
  search: 'Search name, CPR, code …',
  removeFilter: (title) => `Remove filter: ${title}`,
  showing: (shown, all) => `${shown} of ${all} shown`,
  done: 'Show those done',
  donePlaces: { last: 'Done: last', hidden: 'Done: hidden', 'in-order': 'Done: in order' },
  match: 'The written filters together',
  matches: { all: 'Meets all filters', any: 'Meets at least one of these filters' },
  doneHidden: (count) => `${count} done hidden`,
  showDone: 'Show those done',
  moveDone: (count) => `Move ${count} done to the end`,
  hideDone: (count) => `Hide ${count} done`,
  allDone: (count) => `All are done: ${englishPatients(count)}`,
  allDoneHint: 'All are reviewed or exempt, and those done are hidden.',
  noneLeft: 'Nobody is left among those that match',
  noneLeftHint: (count) =>
    `${englishPatients(count)} ${count === '1' ? 'matches, is' : 'match, are'} reviewed or exempt, and hidden.`,
  grid: (title) => `${title}, patient list`,
  sortedBy: (title, descending) => `Sorted by ${title}, ${descending ? 'descending' : 'ascending'}`,
  found: (count) => `${englishPatients(count)} shown`,
  patients: englishPatients,
  ofThem: (shown, all) => `${shown} of ${all}`,
  columns: {
    cpr: 'CPR',
    name: 'Name',
    age: 'Age',
    sex: 'Sex',
    practitioner: 'Doctor',
    municipality: 'Municipality',
    severity: 'Severity',
    reasons: 'Why first',
    lists: 'Lists',
    others: 'Also on',
    markers: 'Markers',
    diagnoses: 'Diagnoses',
    indicator: 'Indicators',
    control: 'Missing control',
    status: 'Status',
    assignee: 'Responsible',
    due: 'Due',
    contact: 'Recall',
    exemption: 'Exemption',
    note: 'Note',
    since: 'Since last round',
    why: 'Why listed',
    missing: 'What is missing to determine it',
  },
  noneFound: 'No patients match the search',
  noneFoundHint: 'Clear search and filters to see them all.',
  notListed: (count, tab) =>
    tab === 'members'
      ? `${count} in the clinic ${count === '1' ? 'is' : 'are'} not on the list – why?`
      : `${count} in the clinic ${count === '1' ? 'is' : 'are'} not among these – why?`,
  noneInClinic: (patients) =>
    `Nobody else among the ${englishPatients(patients)} that were fetched has it in the name or the CPR number either.`,
  clearAll: 'Clear all',
  noMembers: 'No patients are in the population',
  noMembersHint: (patients) =>
    patients === '1'
      ? 'The clinic’s one patient was examined and does not meet the criteria.'
      : `All ${patients} patients were examined, and none meets the criteria.`,
  noPatients:
    'The clinic’s system has not delivered a single patient. It does not mean that there are none.',
  noMembersPartial: 'Data is incomplete: this does not mean that there are no patients.',
  noUndecided: 'Every patient can be determined',
  noUndecidedFetched: 'Every patient that was fetched can be determined',
  noUndecidedFetchedHint: 'Of the patients that were not fetched nothing is known.',
  noUndecidedHint: 'Nothing is missing to tell who is in the population.',
};

export const populationTexts = { da, en };
