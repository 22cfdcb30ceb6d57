import type { ByLanguage } from '../language.ts';
import { formatCount, plural } from '../numbers.ts';
import type { RecordTypeName } from '../record-types.ts';

export interface ExportPhrases {
  readonly cpr: string;
  readonly name: string;
  readonly age: string;
  readonly sex: string;
  readonly markers: string;
  readonly why: string;
  readonly missing: string;
  readonly reservations: string;
  readonly nothing: string;
  readonly date: (title: string) => string;
  readonly unit: (title: string) => string;
  readonly earlier: (title: string) => string;
  /** Whether a day has passed. */
  readonly lateness: (title: string) => string;
  readonly truths: Record<'yes' | 'no' | 'unknown' | 'exempted', string>;
  readonly unknown: string;
  readonly notAsked: string;
  readonly notGiven: string;
  readonly none: Record<RecordTypeName, string>;
  readonly clock: (time: string) => string;
  readonly undecidedTitle: (title: string) => string;
  readonly info: Record<
    | 'profile'
    | 'version'
    | 'definition'
    | 'approval'
    | 'purpose'
    | 'asOf'
    | 'clinic'
    | 'shows'
    | 'members'
    | 'undecided'
    | 'filters'
    | 'sort'
    | 'problem'
    | 'by'
    | 'at'
    | 'legend'
    | 'privacy'
    | 'action'
    | 'succeeded',
    string
  >;
  readonly draft: string;
  readonly tabs: Record<'members' | 'undecided', string>;
  readonly shown: (shown: number, all: number, tab: string) => string;
  readonly ofPatients: (members: number, patients: number) => string;
  /** Of the patients of a clinic some of whom cannot be determined. */
  readonly ofDecided: (members: number, decided: number, patients: number) => string;
  /** Of a clinic of which not all came; without a number where it does not say how many did not. */
  readonly ofFetched: (
    members: number,
    decided: number,
    fetched: number,
    missing: number | undefined,
  ) => string;
  readonly beside: (undecided: number) => string;
  /** The same of a clinic of which not all came. */
  readonly besideOfFetched: (undecided: number) => string;
  readonly exempted: string;
  readonly withExempted: string;
  readonly noFilters: string;
  readonly chosenOnly: string;
  readonly coverage: (type: string) => string;
  readonly source: (title: string) => string;
  readonly sourceAway: string;
  readonly legend: string;
  /** Of a host's action: what became of a patient, what the host says of it, and how many it succeeded for. */
  readonly outcome: string;
  readonly message: string;
  readonly succeeded: (ok: number, all: number) => string;
  readonly privacy: string;
}

/** The words of an exported list: heads, cells without a value, and the sheet that tells of it. */
export const exportPhrases: ByLanguage<ExportPhrases> = {
  da: {
    cpr: 'CPR',
    name: 'Navn',
    age: 'Alder',
    sex: 'Køn',
    markers: 'Markører',
    why: 'Hvorfor på listen',
    missing: 'Hvad mangler for at afgøre det',
    reservations: 'Forbehold',
    nothing: 'ingen',
    date: (title) => `${title}, dato`,
    unit: (title) => `${title}, enhed`,
    earlier: (title) => `${title}, tidligere`,
    lateness: (title) => `${title} overskredet`,
    truths: { yes: 'ja', no: 'nej', unknown: 'kan ikke afgøres', exempted: 'undtaget' },
    unknown: 'kan ikke afgøres',
    notAsked: 'ikke relevant',
    notGiven: 'ikke oplyst',
    none: {
      diagnosis: 'ingen',
      medication: 'ingen',
      result: 'mangler',
      service: 'ikke registreret',
      appointment: 'ingen',
      referral: 'ingen',
      letter: 'ingen',
      vaccination: 'ikke registreret',
      carePlan: 'ingen',
      note: 'ingen',
      correspondence: 'ingen',
    },
    clock: (time) => `kl. ${time.replace(':', '.')}`,
    undecidedTitle: (title) => `Kan ikke afgøres: ${title}`,
    info: {
      profile: 'Profil',
      version: 'Version',
      definition: 'Definition (SHA-256)',
      approval: 'Godkendelse',
      purpose: 'Formål',
      asOf: 'Opgjort pr.',
      clinic: 'Klinik',
      shows: 'Viser',
      members: 'I populationen',
      undecided: 'Kan ikke afgøres',
      filters: 'Filtre',
      sort: 'Rækkefølge',
      problem: 'OBS',
      by: 'Eksporteret af',
      at: 'Eksporteret',
      legend: 'Læsevejledning',
      privacy: 'Fortroligt',
      action: 'Handling',
      succeeded: 'Lykkedes',
    },
    draft: 'kladde',
    tabs: { members: 'I populationen', undecided: 'Kan ikke afgøres' },
    shown: (shown, all, tab) =>
      `${formatCount(shown, 'da')} af ${plural(all, ['patient', 'patienter'], 'da')} (${tab})`,
    ofPatients: (members, patients) =>
      `${formatCount(members, 'da')} af klinikkens ${plural(patients, ['patient', 'patienter'], 'da')}`,
    ofDecided: (members, decided, patients) =>
      `${formatCount(members, 'da')} af ${plural(decided, ['patient', 'patienter'], 'da')}, der kan afgøres, af klinikkens ${formatCount(patients, 'da')}`,
    ofFetched: (members, decided, fetched, missing) =>
      `${formatCount(members, 'da')} af ${
        decided === fetched
          ? ''
          : `${plural(decided, ['patient', 'patienter'], 'da')}, der kan afgøres, af `
      }${plural(fetched, ['hentet patient', 'hentede patienter'], 'da')}; ${missing === undefined ? 'flere' : formatCount(missing, 'da')} er ikke hentet`,
    exempted: 'Undtaget',
    withExempted:
      'Undtagne markører og patienter står som undtaget og tæller ikke med i rækkefølgen',
    beside: (undecided) =>
      `${plural(undecided, ['patient', 'patienter'], 'da')} står ved siden af: data mangler for at afgøre dem`,
    besideOfFetched: (undecided) =>
      `${formatCount(undecided, 'da')} af de hentede står ved siden af: data mangler for at afgøre dem`,
    noFilters: 'ingen',
    chosenOnly: 'kun de valgte patienter',
    coverage: (type) => `Datadækning: ${type}`,
    source: (title) => `Kilde: ${title}`,
    sourceAway: 'svarer ikke',
    outcome: 'Resultat',
    message: 'Besked fra journalsystemet',
    succeeded: (ok, all) =>
      `${formatCount(ok, 'da')} af ${plural(all, ['patient', 'patienter'], 'da')}`,
    legend:
      '“kan ikke afgøres”: data mangler, så svaret hverken er ja eller nej. “mangler”, “ingen” og “ikke registreret”: data er der, og der er intet. “ikke relevant”: oplysningen indgår ikke i profilen for denne patient. Kolonnen Forbehold siger, hvad der kan mangle ved siden af det viste.',
    privacy:
      'Filen indeholder helbredsoplysninger om navngivne personer. Opbevar, del og slet den efter klinikkens regler.',
  },
  en: {
    cpr: 'CPR',
    name: 'Name',
    age: 'Age',
    sex: 'Sex',
    markers: 'Markers',
    why: 'Why on the list',
    missing: 'What is missing to determine it',
    reservations: 'Reservations',
    nothing: 'none',
    date: (title) => `${title}, date`,
    unit: (title) => `${title}, unit`,
    earlier: (title) => `${title}, earlier`,
    lateness: (title) => `${title}, overdue`,
    truths: { yes: 'yes', no: 'no', unknown: 'cannot be determined', exempted: 'exempted' },
    unknown: 'cannot be determined',
    notAsked: 'does not apply',
    notGiven: 'not given',
    none: {
      diagnosis: 'none',
      medication: 'none',
      result: 'missing',
      service: 'not registered',
      appointment: 'none',
      referral: 'none',
      letter: 'none',
      vaccination: 'not registered',
      carePlan: 'none',
      note: 'none',
      correspondence: 'none',
    },
    clock: (time) => `at ${time}`,
    undecidedTitle: (title) => `Cannot be determined: ${title}`,
    info: {
      profile: 'Profile',
      version: 'Version',
      definition: 'Definition (SHA-256)',
      approval: 'Approval',
      purpose: 'Purpose',
      asOf: 'As of',
      clinic: 'Clinic',
      shows: 'Shows',
      members: 'In the population',
      undecided: 'Cannot be determined',
      filters: 'Filters',
      sort: 'Order',
      problem: 'NB',
      by: 'Exported by',
      at: 'Exported',
      legend: 'How to read it',
      privacy: 'Confidential',
      action: 'Action',
      succeeded: 'Succeeded',
    },
    draft: 'draft',
    tabs: { members: 'In the population', undecided: 'Cannot be determined' },
    shown: (shown, all, tab) =>
      `${formatCount(shown, 'en')} of ${plural(all, ['patient', 'patients'], 'en')} (${tab})`,
    ofPatients: (members, patients) =>
      `${formatCount(members, 'en')} of the clinic’s ${plural(patients, ['patient', 'patients'], 'en')}`,
    ofDecided: (members, decided, patients) =>
      `${formatCount(members, 'en')} of ${plural(decided, ['patient', 'patients'], 'en')} that can be determined, of the clinic’s ${formatCount(patients, 'en')}`,
    ofFetched: (members, decided, fetched, missing) =>
      `${formatCount(members, 'en')} of ${
        decided === fetched
          ? ''
          : `${plural(decided, ['patient', 'patients'], 'en')} that can be determined, of `
      }${plural(fetched, ['patient', 'patients'], 'en')} fetched; ${missing === undefined ? 'more' : formatCount(missing, 'en')} ${missing === 1 ? 'was' : 'were'} not fetched`,
    exempted: 'Exempted',
    withExempted: 'Exempted markers and patients stand as exempted and do not count in the order',
    beside: (undecided) =>
      `${plural(undecided, ['patient stands', 'patients stand'], 'en')} beside: data is missing to determine it`,
    besideOfFetched: (undecided) =>
      `${formatCount(undecided, 'en')} of those fetched ${undecided === 1 ? 'stands' : 'stand'} beside: data is missing to determine it`,
    noFilters: 'none',
    chosenOnly: 'the chosen patients only',
    coverage: (type) => `Data coverage: ${type}`,
    source: (title) => `Source: ${title}`,
    sourceAway: 'does not answer',
    outcome: 'Result',
    message: 'Message from the practice system',
    succeeded: (ok, all) =>
      `${formatCount(ok, 'en')} of ${plural(all, ['patient', 'patients'], 'en')}`,
    legend:
      '“cannot be determined”: data is missing, so the answer is neither yes nor no. “missing”, “none” and “not registered”: the data is there, and there is nothing. “does not apply”: the data is not part of the profile for this patient. The column Reservations says what may be missing beside what is shown.',
    privacy:
      'The file holds health data about named persons. Keep, share and delete it by the clinic’s rules.',
  },
};

/** What an Excel file says of itself: the names of its sheets, and what did not fit. */
export interface SheetPhrases {
  readonly list: string;
  readonly about: string;
  readonly cut: string;
  readonly cutRows: (count: number) => string;
  readonly cutColumns: (count: number) => string;
  readonly cutTexts: (count: number) => string;
  readonly page: (page: string, pages: string) => string;
}

export const sheetPhrases: ByLanguage<SheetPhrases> = {
  da: {
    list: 'Liste',
    about: 'Om listen',
    cut: 'OBS',
    cutRows: (count) =>
      `${plural(count, ['række er udeladt', 'rækker er udeladt'], 'da')}: et ark rummer ikke flere`,
    cutColumns: (count) =>
      `${plural(count, ['kolonne er udeladt', 'kolonner er udeladt'], 'da')}: et ark rummer ikke flere`,
    cutTexts: (count) =>
      `${plural(count, ['tekst er afkortet', 'tekster er afkortet'], 'da')} (…): en celle rummer 32.767 tegn`,
    page: (page, pages) => `Side ${page} af ${pages}`,
  },
  en: {
    list: 'List',
    about: 'About the list',
    cut: 'NB',
    cutRows: (count) =>
      `${plural(count, ['row is left out', 'rows are left out'], 'en')}: a sheet holds no more`,
    cutColumns: (count) =>
      `${plural(count, ['column is left out', 'columns are left out'], 'en')}: a sheet holds no more`,
    cutTexts: (count) =>
      `${plural(count, ['text is shortened', 'texts are shortened'], 'en')} (…): a cell holds 32,767 characters`,
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
};
