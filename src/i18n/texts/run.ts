/** Fixed texts on screen: the run of a host’s action over several patients. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  running: (label: string) => `${label} …`,
  done: (ok: string, all: string) => `${ok} af ${all} lykkedes`,
  failed: (count: string) => `${count} mislykkedes`,
  cancelled: (count: string) => `${count} er ikke sendt`,
  unsure: (count: string) => `${count} vides ikke`,
  retry: 'Prøv de mislykkede igen',
  notKnown: 'vides ikke',
  waiting: 'venter',
  confirm: (label: string, count: string) => `${label}: ${danishPatients(count)}?`,
  go: 'Udfør',
};

const en: Translated<typeof da> = {
  running: (label) => `${label} …`,
  done: (ok, all) => `${ok} of ${all} succeeded`,
  failed: (count) => `${count} failed`,
  cancelled: (count) => `${count} not sent`,
  unsure: (count) => `${count} not known`,
  retry: 'Try the failed again',
  notKnown: 'not known',
  waiting: 'waiting',
  confirm: (label, count) => `${label}: ${englishPatients(count)}?`,
  go: 'Go',
};

export const runTexts = { da, en };
