/** Fixed texts on screen: the run of a host’s action over several patients. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  running: (label: string) => `${label} …`,
  done: (ok: string, all: string) => `${ok} af ${all} lykkedes`,
  failed: (count: string) => `${count} mislykkedes`,
  cancelled: (count: string) => `${count} er ikke sendt`,
  unsure: (count: string) => `${count} uvist, om det blev gjort`,
  retry: 'Prøv de mislykkede igen',
  retryUnknown: 'Prøv de uvisse igen …',
  doubtful: (count: string) =>
    `For ${count} af dem er det uvist, om det allerede er gjort: journalsystemet svarede ikke. Gøres det igen, kan det ske to gange.`,
  waiting: 'venter',
  confirm: (label: string, count: string) => `${label}: ${danishPatients(count)}?`,
  go: 'Udfør',
};

const en: Translated<typeof da> = {
  running: (label) => `${label} …`,
  done: (ok, all) => `${ok} of ${all} succeeded`,
  failed: (count) => `${count} failed`,
  cancelled: (count) => `${count} not sent`,
  unsure: (count) => `${count} not known whether it was done`,
  retry: 'Try the failed again',
  retryUnknown: 'Try those not known again …',
  doubtful: (count) =>
    `For ${count} of them it is not known whether it is done already: the practice system did not answer. Done again, it may happen twice.`,
  waiting: 'waiting',
  confirm: (label, count) => `${label}: ${englishPatients(count)}?`,
  go: 'Go',
};

export const runTexts = { da, en };
