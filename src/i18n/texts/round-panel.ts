/** Fixed texts on screen: the panel of a round, and the exemption of several patients. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  exemptTitle: (count: string) => `Undtag ${danishPatients(count)}`,
  exemptHint:
    'De bliver stående på listen som undtaget. Årsag og begrundelse følger med til næste runde.',
  assignTitle: (count: string) => `Sæt ansvarlig for ${danishPatients(count)}`,
  dueTitle: (count: string) => `Sæt frist for ${danishPatients(count)}`,
  contactTitle: (count: string) => `Notér kontakt med ${danishPatients(count)}`,
  /** Of how many of the chosen something else was said before: it is replaced. */
  replaces: (count: string) => `${count} af dem har en anden i forvejen, som erstattes.`,
  replacesDue: (count: string) => `${count} af dem har en anden frist i forvejen, som erstattes.`,
  me: (name: string) => `Mig: ${name}`,
  dueIn: {
    week: 'Om 1 uge',
    twoWeeks: 'Om 2 uger',
    month: 'Om 1 måned',
    threeMonths: 'Om 3 måneder',
  },
  otherDay: 'Anden dato',
  start: 'Begynd ny runde',
  started: (date: string) => `Runden begyndte ${date}`,
  aim: 'Mål og evaluering',
  goal: 'Mål for runden',
  goalPlaceholder: 'F.eks.: halvér antallet i antipsykotisk behandling …',
  aimBefore: 'Forrige rundes mål',
  useAimBefore: 'Brug også i denne runde',
  evaluation: 'Evalueres',
  owner: 'Rundens ansvarlige',
  evaluatedOn: (date: string) => `Evalueret ${date}`,
  markEvaluated: 'Markér evalueret',
  since: (date: string) => `Ændring siden runden begyndte ${date}`,
  before: 'Da',
  today: 'Nu',
  gone: 'Ikke længere',
  fresh: 'Nye',
  allPatients: 'Patienter på listen',
  /** Who came is not written in the round. */
  cameUnknown: 'ukendt',
  cameUnknownWhy: 'Runden begyndte, før det blev noteret, hvem der er kommet til siden.',
  unsure: 'Ukendt, om kommet til eller udgået',
  aimDispute: 'Rundens mål er ændret af en anden samtidig, eller kunne ikke gemmes. Din udgave:',
  aimDisputeOf: (began: string) =>
    `Målet for runden fra ${began} er ændret af en anden samtidig, eller kunne ikke gemmes. Din udgave:`,
  exemptions: 'Undtagelser',
  exemptedWhat: 'Markør',
  forAuthor:
    'Til profilens forfatter: antal uden patienter og uden klinikkens navn. Under 5 står som “under 5”, andre tal er rundet ned til et multiplum af 5.',
  copyCounts: 'Kopiér antal',
  saveCounts: 'Gem som CSV',
  countsCopied: 'Antal undtagelser er kopieret, uden patienter',
  countsNotSeen:
    'Kommer filen ikke frem, tillader vinduet ikke overførsler: kopiér antal i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
  compare: 'Sammenlign',
  with: 'med',
  now: 'nu',
  /** Where there are more rounds than can be chosen among at once: which they are, and the way to the others. */
  offered: (from: string, to: string, all: string) =>
    `Vælg blandt runde ${from} til ${to} af ${all}. Den nyeste er nr. ${all}.`,
  finishedBy: 'Find runder afsluttet senest',
  older: 'Ældre runder',
  newer: 'Nyere runder',
  came: 'Kommet til',
  left: 'Udgået',
  changed: 'Ændret',
  notReached: (round: string) => `Ikke gennemgået i runden ${round}`,
};

const en: Translated<typeof da> = {
  exemptTitle: (count) => `Exempt ${englishPatients(count)}`,
  exemptHint:
    'They stay on the list as exempt. The reason and the words go along to the next round.',
  assignTitle: (count) => `Assign ${englishPatients(count)}`,
  dueTitle: (count) => `Set the due date of ${englishPatients(count)}`,
  contactTitle: (count) => `Log contact with ${englishPatients(count)}`,
  replaces: (count) => `${count} of them had somebody else before, who is replaced.`,
  replacesDue: (count) => `${count} of them had another due date before, which is replaced.`,
  me: (name) => `Me: ${name}`,
  dueIn: {
    week: 'In 1 week',
    twoWeeks: 'In 2 weeks',
    month: 'In 1 month',
    threeMonths: 'In 3 months',
  },
  otherDay: 'Another date',
  start: 'Start a new round',
  started: (date) => `The round began ${date}`,
  aim: 'Goal and evaluation',
  goal: 'Goal of the round',
  goalPlaceholder: 'E.g.: halve the number on antipsychotics …',
  aimBefore: 'Goal of the last round',
  useAimBefore: 'Use it in this round too',
  evaluation: 'To be evaluated',
  owner: 'Owner of the round',
  evaluatedOn: (date) => `Evaluated ${date}`,
  markEvaluated: 'Mark as evaluated',
  since: (date) => `Change since the round began ${date}`,
  before: 'Then',
  today: 'Now',
  gone: 'No longer',
  fresh: 'New',
  allPatients: 'Patients on the list',
  cameUnknown: 'unknown',
  cameUnknownWhy: 'The round began before it was written down who has come since.',
  unsure: 'Unknown whether they have come or left',
  aimDispute:
    'Someone else has changed the goal at the same time, or it could not be saved. Yours:',
  aimDisputeOf: (began: string) =>
    `Someone else has changed the goal of the round of ${began} at the same time, or it could not be saved. Yours:`,
  exemptions: 'Exemptions',
  exemptedWhat: 'Marker',
  forAuthor:
    'For the profile’s author: numbers without patients and without the clinic’s name. Below 5 stands as “under 5”, other numbers are rounded down to a multiple of 5.',
  copyCounts: 'Copy the numbers',
  saveCounts: 'Save as CSV',
  countsCopied: 'The numbers of exemptions are copied, without patients',
  countsNotSeen:
    'If the file does not appear, this window does not allow downloads: copy the numbers instead, or ask the vendor to allow them (allow-downloads).',
  compare: 'Compare',
  with: 'with',
  now: 'now',
  offered: (from, to, all) =>
    `Choose among rounds ${from} to ${to} of ${all}. No. ${all} is the newest.`,
  finishedBy: 'Find rounds finished by',
  older: 'Older rounds',
  newer: 'Newer rounds',
  came: 'Came',
  left: 'Left',
  changed: 'Changed',
  notReached: (round) => `Not reviewed in the round of ${round}`,
};

export const roundPanelTexts = { da, en };
