/** Fixed texts on screen: a round. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  inConflict: 'Ændret af to',
  title: 'Runde',
  status: 'Status',
  note: 'Note',
  statuses: {
    new: 'Ikke gennemgået',
    'to-follow-up': 'Til opfølgning',
    reviewed: 'Gennemgået',
    exempt: 'Undtaget',
  },
  mark: { 'to-follow-up': 'Sæt til opfølgning', reviewed: 'Markér gennemgået' },
  exempt: 'Undtag',
  /** Who is to see to a patient, and by when. */
  assignee: 'Ansvarlig',
  nobody: 'Ingen ansvarlig',
  due: 'Frist',
  noDue: 'Ingen frist',
  dueBy: (date: string) => `Frist ${date}`,
  assign: 'Sæt ansvarlig',
  setDue: 'Sæt frist',
  /** Attempts to reach a patient. */
  contact: 'Kontakt',
  logContact: 'Notér kontakt',
  nextTry: 'Prøv igen (valgfrit)',
  earlierAttempts: (count: string) => `og ${count} tidligere`,
  /** What is taken back is the entry: whatever was sent stays sent. */
  noted: (outcome: string) => `noteret “${outcome}”`,
  /** What waits for the user, and what is late, among the numbers of a round. */
  tasks: { own: 'Mine opgaver', overdue: 'Overskredet' },
  tasksOf: {
    own: (count: string, all: string) => `${count} af ${all} venter på dig eller din funktion`,
    overdue: (count: string, all: string) => `${count} af ${all} har overskredet fristen`,
  },
  /** How many are left, among the numbers of a round. */
  remaining: 'Mangler',
  /** How far the round has come, of everybody in the population whatever is filtered. */
  progress: (all: string) => `Runden: ${danishPatients(all)}`,
  progressOf: (count: string, all: string, status: string) => `${count} af ${all}: ${status}`,
  /** Stands for a count as long as what is stored is not here. */
  notKnown: '?',
  finish: 'Afslut runde',
  pending: (count: string) =>
    `${count} ${count === '1' ? 'ændring' : 'ændringer'} er ikke gemt endnu`,
  pendingUnknown: (count: string) =>
    `Ukendt, om ${count} ${count === '1' ? 'ændring' : 'ændringer'} er gemt`,
  stuck: (count: string) =>
    `${count} ${count === '1' ? 'ændring' : 'ændringer'} kan ikke gemmes. Luk ikke siden`,
  stuckHint: (attempts: string) =>
    `Der er prøvet ${attempts} gange, og der prøves igen. Det skrevne er her, så længe siden er åben. Hjælper “Gem nu” ikke, så skriv det vigtigste i journalen, og kontakt leverandøren.`,
  saveNow: 'Gem nu',
  doubtfulDates: 'Kontrollér runden',
  conflict: (count: string) => `${danishPatients(count)} er ændret af en anden samtidig`,
  settle: 'Løs konflikt',
  roundsFailed: (lists: string) => `Runden kunne ikke hentes: ${lists}. Status dér er ukendt.`,
  conflictsOn: (lists: string) =>
    `Patienter er ændret af en anden samtidig: ${lists}. Konflikten løses på listen selv.`,
  undo: 'Fortryd',
  redo: 'Gentag',
  /** Names of the buttons, with what they do: of one patient or of several. */
  undoOf: (what: string) => `Fortryd: ${what}`,
  redoOf: (what: string) => `Gentag: ${what}`,
  nothingToUndo: 'Der er intet at fortryde',
  nothingToRedo: 'Der er intet at gentage',
  /** What became of it. */
  undone: (what: string) => `Fortrudt: ${what}`,
  redone: (what: string) => `Gentaget: ${what}`,
  undoneFor: (part: string, all: string, what: string) => `Fortrudt for ${part} af ${all}: ${what}`,
  redoneFor: (part: string, all: string, what: string) => `Gentaget for ${part} af ${all}: ${what}`,
  notUndone: (why: string) => `Ikke fortrudt: ${why}`,
  notRedone: (why: string) => `Ikke gentaget: ${why}`,
  changedSince: (name: string, parts: string, by: string) =>
    `${name} (${parts} er siden ændret${by ? ` af ${by}` : ''})`,
  andOthers: (count: string) => `og ${count} ${count === '1' ? 'anden' : 'andre'}`,
  inUse: (by: string) => `${by || 'en kollega'} har skrevet i den nye runde, som fortsætter`,
  /** A patient who is not seen here. */
  otherPatient: 'en anden patient',
  patients: danishPatients,
  /** Before the last of several lists. */
  and: 'og',
  fields: {
    status: 'status',
    note: 'noten',
    exemption: 'undtagelsen',
    assignee: 'den ansvarlige',
    due: 'fristen',
    contact: 'en kontakt',
  },
  deeds: { note: 'note', exemption: 'undtagelse fra markør', settle: 'løst konflikt' },
  /** What a round is to reach, and that it is to be looked at. */
  aimSet: 'Rundens mål er ændret',
  aimChanged: (by: string) => `rundens mål er siden ændret${by ? ` af ${by}` : ''}`,
  evaluationDue: 'Runden skal evalueres',
  begun: 'Ny runde er begyndt',
  markTitle: (mark: string, count: string) => `${mark}: ${danishPatients(count)}?`,
  marked: (count: string, status: string) => `${danishPatients(count)}: ${status}`,
  endsExemptions: (count: string) =>
    `${count} af dem er undtaget: undtagelsen ophører. Begrundelsen bliver stående som note.`,
  finishTitle: 'Afslut runden?',
  notReviewed: (count: string, all: string) => `${count} af ${all} er ikke gennemgået.`,
  carried: (follow: string, exempt: string) =>
    `Til opfølgning: ${follow} · Undtaget: ${exempt}. De følger med til næste runde.`,
  finished: 'Runden er afsluttet',
};

const en: Translated<typeof da> = {
  inConflict: 'Changed by two',
  title: 'Round',
  status: 'Status',
  note: 'Note',
  statuses: {
    new: 'Not reviewed',
    'to-follow-up': 'To follow up',
    reviewed: 'Reviewed',
    exempt: 'Exempt',
  },
  mark: { 'to-follow-up': 'Set to follow up', reviewed: 'Mark reviewed' },
  exempt: 'Exempt',
  assignee: 'Responsible',
  nobody: 'Unassigned',
  due: 'Due',
  noDue: 'No due date',
  dueBy: (date) => `Due ${date}`,
  assign: 'Assign',
  setDue: 'Set due date',
  contact: 'Contact',
  logContact: 'Log contact',
  nextTry: 'Try again (optional)',
  earlierAttempts: (count) => `and ${count} earlier`,
  noted: (outcome) => `logged “${outcome}”`,
  tasks: { own: 'My tasks', overdue: 'Overdue' },
  tasksOf: {
    own: (count, all) => `${count} of ${all} wait for you or your role`,
    overdue: (count, all) => `${count} of ${all} overdue`,
  },
  remaining: 'Remaining',
  progress: (all) => `The round: ${englishPatients(all)}`,
  progressOf: (count, all, status) => `${count} of ${all}: ${status}`,
  notKnown: '?',
  finish: 'Finish the round',
  pending: (count) => `${count === '1' ? '1 change is' : `${count} changes are`} not saved yet`,
  pendingUnknown: (count) =>
    `Not known whether ${count === '1' ? '1 change is' : `${count} changes are`} saved`,
  stuck: (count) =>
    `${count === '1' ? '1 change' : `${count} changes`} cannot be saved. Do not close the page`,
  stuckHint: (attempts) =>
    `It has been tried ${attempts} times, and is tried again. What is written is here as long as the page is open. Where “Save now” does not help, write what matters most in the journal, and contact the vendor.`,
  saveNow: 'Save now',
  doubtfulDates: 'Check the round',
  conflict: (count) =>
    `${englishPatients(count)} ${count === '1' ? 'was' : 'were'} changed by someone else at the same time`,
  settle: 'Settle',
  roundsFailed: (lists) =>
    `The round could not be fetched: ${lists}. The status there is not known.`,
  conflictsOn: (lists) =>
    `Patients were changed by somebody else at the same time: ${lists}. Settle it on the list itself.`,
  undo: 'Undo',
  redo: 'Redo',
  undoOf: (what) => `Undo: ${what}`,
  redoOf: (what) => `Redo: ${what}`,
  nothingToUndo: 'There is nothing to undo',
  nothingToRedo: 'There is nothing to redo',
  undone: (what) => `Undone: ${what}`,
  redone: (what) => `Redone: ${what}`,
  undoneFor: (part, all, what) => `Undone for ${part} of ${all}: ${what}`,
  redoneFor: (part, all, what) => `Redone for ${part} of ${all}: ${what}`,
  notUndone: (why) => `Not undone: ${why}`,
  notRedone: (why) => `Not redone: ${why}`,
  changedSince: (name, parts, by) => `${name} (${parts} changed since${by ? ` by ${by}` : ''})`,
  andOthers: (count) => `and ${count} ${count === '1' ? 'other' : 'others'}`,
  inUse: (by) => `${by || 'a colleague'} has written in the new round, which goes on`,
  otherPatient: 'another patient',
  patients: englishPatients,
  and: 'and',
  fields: {
    status: 'status',
    note: 'note',
    exemption: 'exemption',
    assignee: 'the responsible',
    due: 'due date',
    contact: 'a contact',
  },
  deeds: { note: 'note', exemption: 'exemption from a marker', settle: 'settled conflict' },
  aimSet: 'The goal of the round is changed',
  aimChanged: (by) => `the goal of the round was changed since${by ? ` by ${by}` : ''}`,
  evaluationDue: 'The round is to be evaluated',
  begun: 'A new round has begun',
  markTitle: (mark, count) => `${mark}: ${englishPatients(count)}?`,
  marked: (count, status) => `${englishPatients(count)}: ${status}`,
  endsExemptions: (count) =>
    `${count} of them exempt: the exemption ends. The reason stays as a note.`,
  finishTitle: 'Finish the round?',
  notReviewed: (count, all) => `${count} of ${all} not reviewed.`,
  carried: (follow, exempt) =>
    `To follow up: ${follow} · Exempt: ${exempt}. They go along to the next round.`,
  finished: 'The round is finished',
};

export const roundTexts = { da, en };
