/** Fixed texts on screen: the cluster package in a report, and the meeting that walks through it. */
import type { Translated } from './types.ts';

const da = {
  title: 'Klyngepakke',
  gate: 'Hvorfor netop det',
  figuresOf: (title: string) => title,
  noReport: (profile: string) => `Ingen klinik har rapporteret ${profile} endnu.`,
  why: 'Hvorfor',
  moves: 'Det flytter tallet',
  target: {
    atLeast: (percent: string) => `Pakkens mål: mindst ${percent}`,
    atMost: (percent: string) => `Pakkens mål: højst ${percent}`,
  },
  questions: 'Spørgsmål til mødet',
  tools: 'Til klinikken',
  agree: 'Hvad aftaler vi?',
  agreeHint: 'Det står på klinikkens startside, til tallene ses igen. Skriv intet om en patient.',
  agreed: 'Aftalt',
  followUp: 'Opfølgning',
  due: (date: string) => `Tallene ses igen ${date}.`,
  keep: 'Mødet er holdt: husk aftalen',
  kept: (date: string) => `Aftalen er husket: mødet ${date}`,
  met: (date: string) => `Mødet ${date}`,
  waiting: (date: string) => `Nye tal ventes ${date}`,
  come: (date: string) => `Nye tal er kommet (pr. ${date})`,
  change: 'Før og efter mødet',
  indicator: 'Indikator',
  /** Of whom a line of the table tells. */
  whom: 'Hvem',
  before: (date: string) => `Før (${date})`,
  after: (date: string) => `Efter (${date})`,
  whose: { area: 'Klyngen', own: 'Min klinik' },
  unusable: 'Klyngepakken kan ikke bruges. Rapporten vises uden den.',
  more: 'Om pakken',
};

const en: Translated<typeof da> = {
  title: 'Cluster package',
  gate: 'Why just this',
  figuresOf: (title) => title,
  noReport: (profile) => `No clinic has reported ${profile} yet.`,
  why: 'Why',
  moves: 'What moves the figure',
  target: {
    atLeast: (percent) => `The package’s target: ${percent} at least`,
    atMost: (percent) => `The package’s target: ${percent} at most`,
  },
  questions: 'Questions for the meeting',
  tools: 'For the clinic',
  agree: 'What do we agree?',
  agreeHint:
    'It stands on the clinic’s start page until the figures are seen again. Write nothing about a patient.',
  agreed: 'Agreed',
  followUp: 'Follow-up',
  due: (date) => `The figures are seen again ${date}.`,
  keep: 'The meeting is held: remember what we agreed',
  kept: (date) => `Remembered: the meeting of ${date}`,
  met: (date) => `Meeting of ${date}`,
  waiting: (date) => `New figures are expected ${date}`,
  come: (date) => `New figures have come (as of ${date})`,
  change: 'Before and after the meeting',
  indicator: 'Indicator',
  whom: 'Who',
  before: (date) => `Before (${date})`,
  after: (date) => `After (${date})`,
  whose: { area: 'The cluster', own: 'My clinic' },
  unusable: 'The cluster package cannot be used. The report is shown without it.',
  more: 'About the package',
};

export const clusterPackageTexts = { da, en };
