/** Fixed texts on screen: the host’s actions. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  running: (label: string) => `${label} …`,
  done: (ok: string, all: string) => `${ok} af ${all} lykkedes`,
  failed: (count: string) => `${count} mislykkedes`,
  cancelled: (count: string) => `${count} er ikke sendt`,
  unsure: (count: string) => `${count} vides ikke`,
  retry: 'Prøv de mislykkede igen',
  cancel: 'Annuller',
  close: 'Luk',
  ok: 'udført',
  notOk: 'mislykkedes',
  notSent: 'ikke sendt',
  notKnown: 'vides ikke',
  waiting: 'venter',
  confirm: (label: string, count: string) => `${label}: ${danishPatients(count)}?`,
  go: 'Udfør',
  nobody: 'Der er ingen at gøre det for.',
  andMore: (names: string, count: string) => `${names} og ${count} til`,
  hidden: (count: string) => `${count} af dem er skjult af søgning eller filter.`,
  gone: (count: string) => `${count} er ikke længere på listen og er udeladt.`,
  dead: (count: string) => `${count} er ${count === '1' ? 'død' : 'døde'} og er udeladt.`,
};

const en: Translated<typeof da> = {
  running: (label) => `${label} …`,
  done: (ok, all) => `${ok} of ${all} succeeded`,
  failed: (count) => `${count} failed`,
  cancelled: (count) => `${count} not sent`,
  unsure: (count) => `${count} not known`,
  retry: 'Try the failed again',
  cancel: 'Cancel',
  close: 'Close',
  ok: 'done',
  notOk: 'failed',
  notSent: 'not sent',
  notKnown: 'not known',
  waiting: 'waiting',
  confirm: (label, count) => `${label}: ${englishPatients(count)}?`,
  go: 'Go',
  nobody: 'There is nobody to do it for.',
  andMore: (names, count) => `${names} and ${count} more`,
  hidden: (count) => `${count} of them hidden by search or filter.`,
  gone: (count) => `${count} no longer on the list and left out.`,
  dead: (count) => `${count} dead and left out.`,
};

export const actionsTexts = { da, en };
