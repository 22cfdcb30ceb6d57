/** Fixed texts on screen: the host’s actions. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  cancel: 'Annullér',
  close: 'Luk',
  ok: 'udført',
  notOk: 'mislykkedes',
  /** However often it is tried. */
  notPossible: 'ikke muligt',
  notSent: 'ikke sendt',
  nobody: 'Der er ingen at gøre det for.',
  andMore: (names: string, count: string) => `${names} og ${count} til`,
  closed: (count: string) => `${count} af dem står i lukkede grupper.`,
  hidden: (count: string) => `${count} af dem vises ikke på listen lige nu.`,
  gone: (count: string) => `${count} er ikke længere på listen og er udeladt.`,
  dead: (count: string) => `${count} er ${count === '1' ? 'død' : 'døde'} og er udeladt.`,
  unknown: 'ukendt, tjek i journalen',
  underWay: (label: string) => `“${label}” er i gang.`,
  isReady: (label: string, ok: string, all: string) =>
    `Resultatet af “${label}” er klar: ${ok} af ${all} lykkedes.`,
  show: 'Vis',
  copy: 'Kopiér',
  waiting: 'venter',
  resultOf: (label: string) => `Resultat af “${label}”`,
  retryUnknownTitle: (label: string, count: string) =>
    `${label} igen: ${danishPatients(count)}, hvor resultatet er ukendt?`,
  mayBeDone:
    'Journalsystemet svarede ikke, men kan have gjort det allerede. Gøres det igen, kan det ske to gange. Se efter i journalsystemet først.',
  retryAnyway: 'Gør det igen',
};

const en: Translated<typeof da> = {
  cancel: 'Cancel',
  close: 'Close',
  ok: 'done',
  notOk: 'failed',
  notPossible: 'not possible',
  notSent: 'not sent',
  nobody: 'There is nobody to do it for.',
  andMore: (names, count) => `${names} and ${count} more`,
  closed: (count) => `${count} of them in closed groups.`,
  hidden: (count) => `${count} of them not shown in the list now.`,
  gone: (count) => `${count} no longer on the list and left out.`,
  dead: (count) => `${count} dead and left out.`,
  unknown: 'not known, check in the journal',
  underWay: (label) => `“${label}” is under way.`,
  isReady: (label, ok, all) => `The result of “${label}” is ready: ${ok} of ${all} succeeded.`,
  show: 'Show',
  copy: 'Copy',
  waiting: 'waiting',
  resultOf: (label) => `Result of “${label}”`,
  retryUnknownTitle: (label, count) =>
    `${label} again: ${englishPatients(count)} whose outcome is not known?`,
  mayBeDone:
    'The practice system did not answer, but may have done it already. Done again, it may happen twice. Look in the practice system first.',
  retryAnyway: 'Do it again',
};

export const actionsTexts = { da, en };
