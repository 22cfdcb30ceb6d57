/** Fixed texts on screen: the quality of data. */
import type { Translated } from './types.ts';

const da = {
  loading: 'Datakvaliteten undersøges …',
  patients: (count: string) => (count === '1' ? '1 patient' : `${count} patienter`),
  coverage: 'Datadækning',
  notAsked: 'profilen spørger ikke om det',
  flags: { missing: 'mangler', undeclared: 'ikke oplyst', stale: 'forældet' },
  less: (patients: string) => `${patients} har mindre`,
  away: 'svarer ikke',
  gaps: 'Mangler i hele klinikken',
  rejected: 'Kunne ikke læses',
  allRead: 'Alt kunne læses.',
  units: 'Ukendte enheder',
  unitsMean: 'Prøver i dem kan ikke holdes op mod en grænse i en anden enhed.',
  hints: 'Værd at se efter',
  hintsMean: 'Det er læst og bruges, som det står.',
  undecided: 'Patienter, der ikke kan afgøres',
  allDecided: 'Alle patienter kan afgøres.',
  items: 'Kolonner',
  mostlyEmpty: 'næsten tom',
  incomplete: (patients: string) => `${patients} har en værdi, men noget kan mangle`,
  isSet: 'sat',
};

const en: Translated<typeof da> = {
  loading: 'Looking through the data …',
  patients: (count) => (count === '1' ? '1 patient' : `${count} patients`),
  coverage: 'Data coverage',
  notAsked: 'the profile does not ask of it',
  flags: { missing: 'missing', undeclared: 'not stated', stale: 'out of date' },
  less: (patients) => `${patients} have less`,
  away: 'does not answer',
  gaps: 'Missing in the whole clinic',
  rejected: 'Could not be read',
  allRead: 'Everything could be read.',
  units: 'Unknown units',
  unitsMean: 'Results in them cannot be held against a limit in another unit.',
  hints: 'Worth checking',
  hintsMean: 'It was read, and is used as it stands.',
  undecided: 'Patients who cannot be decided',
  allDecided: 'All patients can be decided.',
  items: 'Columns',
  mostlyEmpty: 'nearly empty',
  incomplete: (patients) => `${patients} have a value, but something may be missing`,
  isSet: 'set',
};

export const qualityTexts = { da, en };
