/** Fixed texts on screen: the quality of data. */
import { plural } from '../numbers.ts';
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  loading: 'Datakvaliteten undersøges …',
  patients: danishPatients,
  coverage: 'Datadækning',
  notAsked: 'indgår ikke i profilen',
  flags: { missing: 'ingen adgang', undeclared: 'ikke oplyst', stale: 'forældet' },
  less: (count: string) => `${danishPatients(count)} har ringere datadækning`,
  away: 'svarer ikke',
  moreSources: (count: number) => `og ${plural(count, ['kilde', 'kilder'], 'da')} mere`,
  gaps: 'Mangler i hele klinikken',
  rejected: 'Kunne ikke læses',
  allRead: 'Alt kunne læses.',
  units: 'Ukendte enheder',
  unitsMean: 'Tal i disse enheder kan ikke holdes op mod en grænse i en anden enhed.',
  otherUnits: 'Enheder, der ikke kan omregnes til profilens',
  otherUnitsMean: 'Svarene afgør intet, hvor profilen sammenligner dem med et tal.',
  foreign: 'Koder, der ligner et andet system',
  foreignMean: 'En profil, der spørger i det system, de står i, finder dem ikke.',
  hints: 'Værd at se efter',
  hintsMean: 'Oplysningerne er læst og bruges, som de står.',
  undecided: 'Patienter, der ikke kan afgøres',
  allDecided: 'Alle patienter kan afgøres.',
  items: 'Kolonner',
  mostlyEmpty: 'næsten tom',
  incomplete: (count: string) => `${danishPatients(count)} har en værdi, men noget kan mangle`,
  isSet: 'sat',
  whetherCounted: 'Om patienten regnes med',
  whetherReached: 'Om det er opfyldt',
  moreReasons: (count: number) => `og ${plural(count, ['anden grund', 'andre grunde'], 'da')}`,
};

const en: Translated<typeof da> = {
  loading: 'Looking through the data …',
  patients: englishPatients,
  coverage: 'Data coverage',
  notAsked: 'not part of the profile',
  flags: { missing: 'no access', undeclared: 'not stated', stale: 'out of date' },
  less: (count) => `${englishPatients(count)} ${hasOrHave(count)} poorer coverage`,
  away: 'does not answer',
  moreSources: (count) => `and ${plural(count, ['more source', 'more sources'], 'en')}`,
  gaps: 'Missing in the whole clinic',
  rejected: 'Could not be read',
  allRead: 'Everything could be read.',
  units: 'Unknown units',
  unitsMean: 'Numbers in these units cannot be held against a limit in another unit.',
  otherUnits: 'Units that do not convert to the profile’s',
  otherUnitsMean: 'The results decide nothing where the profile compares them with a number.',
  foreign: 'Codes that look like another system’s',
  foreignMean: 'A profile that asks in the system they stand in does not find them.',
  hints: 'Worth checking',
  hintsMean: 'The data was read, and is used as it stands.',
  undecided: 'Patients who cannot be determined',
  allDecided: 'All patients can be determined.',
  items: 'Columns',
  mostlyEmpty: 'nearly empty',
  incomplete: (count) =>
    `${englishPatients(count)} ${hasOrHave(count)} a value, but something may be missing`,
  isSet: 'set',
  whetherCounted: 'Whether the patient counts',
  whetherReached: 'Whether it is met',
  moreReasons: (count) => `and ${plural(count, ['other reason', 'other reasons'], 'en')}`,
};

const hasOrHave = (count: string) => (count === '1' ? 'has' : 'have');

export const qualityTexts = { da, en };
