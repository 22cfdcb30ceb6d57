/** The words of what is other in one version of a profile than in another. */
import type { ByLanguage } from '../language.ts';
import { severityPhrases } from './severity.ts';

interface DifferencePhrases {
  /** The parts of a profile. */
  readonly parts: {
    readonly population: string;
    readonly codes: string;
    readonly markers: string;
    readonly information: string;
    readonly indicators: string;
    readonly messages: string;
    readonly about: string;
  };
  readonly include: string;
  readonly exclude: string;
  /** Of a list of criteria of which one, or each, is asked. */
  readonly oneOf: (what: string) => string;
  readonly allOf: (what: string) => string;
  readonly codeSet: (name: string) => string;
  readonly codeList: (name: string, list: 'include' | 'exclude') => string;
  readonly without: string;
  readonly entry: (
    list: 'markers' | 'information' | 'indicators' | 'messages',
    id: string,
  ) => string;
  readonly order: (list: 'markers' | 'information' | 'indicators' | 'messages') => string;
  /** How grave a marker is. */
  readonly level: (level: 'critical' | 'warning' | 'info') => string;
  /** How far a version is. */
  readonly status: (status: 'draft' | 'published' | 'retired') => string;
  /** Who vouches for it, and how long. */
  readonly approval: (name: string, on: string | undefined, until: string | undefined) => string;
  /** A field of the format, as it is called; one that has no word here by its name. */
  readonly field: (name: string) => string;
}

const danishEntries = {
  markers: 'Markør',
  information: 'Oplysning',
  indicators: 'Indikator',
  messages: 'Besked',
} as const;
const danishLists = {
  markers: 'markører',
  information: 'oplysninger',
  indicators: 'indikatorer',
  messages: 'beskeder',
} as const;
const englishEntries = {
  markers: 'Marker',
  information: 'Value',
  indicators: 'Indicator',
  messages: 'Message',
} as const;

const danishFields: Readonly<Record<string, string>> = {
  version: 'version',
  status: 'status',
  title: 'titel',
  purpose: 'formål',
  description: 'beskrivelse',
  references: 'kilder',
  validFrom: 'gælder fra',
  validTo: 'gælder til',
  about: 'om profilen',
  short: 'kort navn',
  audience: 'målgruppe',
  authors: 'forfattere',
  approvedBy: 'godkendt af',
  reviewed: 'gennemgået',
  nextReview: 'næste gennemgang',
  origin: 'ophav',
  changes: 'ændringer',
  tests: 'testpatienter',
  codeSystems: 'kodesystemer',
  derivedFrom: 'variant af',
  level: 'niveau',
  when: 'regel',
  advice: 'råd',
  source: 'kilde',
  codes: 'koder',
  condition: 'betingelse',
  show: 'visning',
  type: 'datatype',
  field: 'felt',
  unit: 'enhed',
  uncoded: 'uden koder',
  numerator: 'tæller',
  denominator: 'nævner',
  except: 'undtaget',
  better: 'bedst',
  why: 'hvorfor',
  body: 'tekst',
};

/** Those whose names are no words. */
const englishFields: Readonly<Record<string, string>> = {
  validFrom: 'valid from',
  validTo: 'valid to',
  approvedBy: 'approved by',
  nextReview: 'next review',
  codeSystems: 'code systems',
  derivedFrom: 'derived from',
};

export const differencePhrases: ByLanguage<DifferencePhrases> = {
  da: {
    parts: {
      population: 'Population',
      codes: 'Koder',
      markers: 'Markører',
      information: 'Oplysninger',
      indicators: 'Indikatorer',
      messages: 'Beskeder',
      about: 'Om profilen',
    },
    include: 'Hvem der er med',
    exclude: 'Hvem der udelades',
    oneOf: (what) => `${what}, én af`,
    allOf: (what) => `${what}, alle af`,
    codeSet: (name) => `Kodesæt »${name}«`,
    codeList: (name, list) =>
      `Kodesæt »${name}«, ${list === 'include' ? 'koder med' : 'koder fra'}`,
    without: 'uden',
    entry: (list, id) => `${danishEntries[list]} »${id}«`,
    order: (list) => `Rækkefølgen af ${danishLists[list]}`,
    level: (level) => severityPhrases.da.names[level],
    status: (status) =>
      ({ draft: 'kladde', published: 'udgivet', retired: 'trukket tilbage' })[status],
    approval: (name, on, until) =>
      [name, on && `fra ${on}`, until && `til og med ${until}`].filter(Boolean).join(' '),
    field: (name) => (Object.hasOwn(danishFields, name) ? danishFields[name]! : name),
  },
  en: {
    parts: {
      population: 'Population',
      codes: 'Codes',
      markers: 'Markers',
      information: 'Values',
      indicators: 'Indicators',
      messages: 'Messages',
      about: 'About the profile',
    },
    include: 'Who is in',
    exclude: 'Who is left out',
    oneOf: (what) => `${what}, one of`,
    allOf: (what) => `${what}, all of`,
    codeSet: (name) => `Code set "${name}"`,
    codeList: (name, list) => `Code set "${name}", ${list}`,
    without: 'without',
    entry: (list, id) => `${englishEntries[list]} "${id}"`,
    order: (list) => `Order of the ${list}`,
    level: (level) => level,
    status: (status) => ({ draft: 'draft', published: 'published', retired: 'withdrawn' })[status],
    approval: (name, on, until) =>
      [name, on && `from ${on}`, until && `up to ${until}`].filter(Boolean).join(' '),
    field: (name) => (Object.hasOwn(englishFields, name) ? englishFields[name]! : name),
  },
};
