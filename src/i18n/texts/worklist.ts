/** Fixed texts on screen: going from patient to patient through a list. */
import type { Translated } from './types.ts';

const da = {
  region: (profile: string) => `Status i runden: ${profile}`,
  regionAlone: 'Næste patient',
  ofProfile: (profile: string) => `Runde: ${profile}`,
  next: 'Næste patient',
  previous: 'Forrige patient',
  justNext: 'Næste',
  saveAndNext: 'Gem og næste',
  reviewedAndNext: 'Gennemgået og næste',
  save: 'Gem',
  saved: 'Gemt',
  place: (at: string, of: string) => `${at}/${of}`,
  placeInWords: (at: string, of: string) => `Patient ${at} af ${of} på listen`,
  notShown: (of: string) => `Ikke blandt de ${of} på listen, som den vises nu`,
  last: 'Sidste på listen',
  first: 'Første på listen',
  allSeverities: 'Markører i alle profiler',
  notSaved: (names: string) => `Ikke gemt endnu: ${names}.`,
  stays: 'Det skrevne bliver her, så længe siden er åben, og der prøves igen.',
  goOn: 'Gå videre alligevel',
  readOnly: 'Status og note kan ikke ændres her',
  refused: 'Intet er ændret: Der blev trykket, mens patienten skiftede. Tryk igen.',
  keys: 'Genvejstaster',
};

const en: Translated<typeof da> = {
  region: (profile) => `Status in the round: ${profile}`,
  regionAlone: 'Next patient',
  ofProfile: (profile) => `Round: ${profile}`,
  next: 'Next patient',
  previous: 'Previous patient',
  justNext: 'Next',
  saveAndNext: 'Save and next',
  reviewedAndNext: 'Reviewed and next',
  save: 'Save',
  saved: 'Saved',
  place: (at, of) => `${at}/${of}`,
  placeInWords: (at, of) => `Patient ${at} of ${of} in the list`,
  notShown: (of) => `Not among the ${of} in the list as it is shown now`,
  last: 'Last in the list',
  first: 'First in the list',
  allSeverities: 'Markers in all profiles',
  notSaved: (names) => `Not saved yet: ${names}.`,
  stays: 'What is written stays here as long as the page is open, and is tried again.',
  goOn: 'Go on all the same',
  readOnly: 'Status and note cannot be changed here',
  refused:
    'Nothing was changed: it was pressed while one patient gave way to the next. Press again.',
  keys: 'Keyboard shortcuts',
};

export const worklistTexts = { da, en };
