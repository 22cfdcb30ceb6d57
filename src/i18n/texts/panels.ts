/** Fixed texts on screen: the panels over a list: filters, columns and order. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  sortBy: 'Sortér efter',
  direction: 'Retning',
  ascending: 'Stigende',
  descending: 'Faldende',
  byPriorityHint:
    'Den første linje, der skiller to patienter, afgør, hvem der kommer først. Grunden står i kolonnen Hvorfor først.',
  rules: {
    critical: 'Flest alvorlige',
    warning: 'Flest obs.',
    info: 'Flest info',
    'missing-control': 'Mangler kontrol',
    'undecided-markers': 'Flest uafgjorte markører',
    age: 'Ældst',
  },
  up: (title: string) => `Flyt ${title} op`,
  down: (title: string) => `Flyt ${title} ned`,
  narrower: (title: string) => `Gør ${title} smallere`,
  wider: (title: string) => `Gør ${title} bredere`,
  pin: (title: string) => `Fastgør ${title}`,
  density: 'Rækkehøjde',
  normal: 'Normal',
  compact: 'Tæt',
  reset: 'Nulstil visning',
  filterOf: (title: string) => `Filter: ${title}`,
  contains: 'Indeholder',
  findCode: 'Find kode eller tekst',
  facetOf: (count: string) => `Tallene er blandt ${danishPatients(count)}`,
  /** Of what is chosen in a filter. */
  together: 'Patienten har',
  holds: { any: 'mindst én af de valgte', all: 'alle de valgte' },
  from: 'Fra',
  to: 'Til',
  /** A stretch of days; of a result how old it is. */
  period: 'Periode',
  age: 'Prøvens alder',
  anyPeriod: 'uanset hvornår',
  state: 'Registrering',
  noMarkers: 'ingen markører',
  undecidedByFilter: (count: string) =>
    `For ${danishPatients(count)} kan filteret ikke afgøres: vælg “kan ikke afgøres” for at se dem med.`,
  removeFilter: 'Fjern filter',
  chooseColumn: 'Vælg kolonne',
  notListedFirst: (shown: string, count: string) =>
    `De første ${shown} af ${count}: skriv mere af navnet eller CPR-nummeret for at se andre.`,
  notListedNone: 'Søgningen finder ikke længere nogen, der ikke er på listen.',
  openOverview: (name: string) => `Åbn overblikket for ${name}`,
  working: 'Undersøges …',
};

const en: Translated<typeof da> = {
  sortBy: 'Sort by',
  direction: 'Direction',
  ascending: 'Ascending',
  descending: 'Descending',
  byPriorityHint:
    'The first line that tells two patients apart decides who comes first. The reason stands in the column Why first.',
  rules: {
    critical: 'Most serious',
    warning: 'Most attention',
    info: 'Most info',
    'missing-control': 'Missing a control',
    'undecided-markers': 'Most undetermined markers',
    age: 'Oldest',
  },
  up: (title) => `Move ${title} up`,
  down: (title) => `Move ${title} down`,
  narrower: (title) => `Make ${title} narrower`,
  wider: (title) => `Make ${title} wider`,
  pin: (title) => `Pin ${title}`,
  density: 'Row height',
  normal: 'Normal',
  compact: 'Compact',
  reset: 'Reset the view',
  filterOf: (title) => `Filter: ${title}`,
  contains: 'Contains',
  findCode: 'Find a code or text',
  facetOf: (count) => `Counted among ${englishPatients(count)}`,
  together: 'The patient has',
  holds: { any: 'at least one of those chosen', all: 'all of those chosen' },
  from: 'From',
  to: 'To',
  period: 'Period',
  age: 'Age of the result',
  anyPeriod: 'whenever',
  state: 'Recorded',
  noMarkers: 'no markers',
  undecidedByFilter: (count) =>
    `The filter cannot be determined for ${englishPatients(count)}: choose “cannot be determined” to see them too.`,
  removeFilter: 'Remove the filter',
  chooseColumn: 'Choose a column',
  notListedFirst: (shown, count) =>
    `The first ${shown} of ${count}: write more of the name or the CPR number to see others.`,
  notListedNone: 'The search no longer finds anybody who is not on the list.',
  openOverview: (name) => `Open the overview of ${name}`,
  working: 'Being worked out …',
};

export const panelsTexts = { da, en };
