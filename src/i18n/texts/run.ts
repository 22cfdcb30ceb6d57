/** Fixed texts on screen: the run of a host’s action over several patients. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  running: (label: string) => `${label} …`,
  done: (ok: string, all: string) => `${ok} af ${all} lykkedes`,
  failed: (count: string) => `${count} mislykkedes`,
  /** However often it is tried. */
  notPossible: (count: string) => `${count} ikke muligt`,
  cancelled: (count: string) => `${count} er ikke sendt`,
  unsure: (count: string) => `${count} ukendt, tjek i journalen`,
  retry: 'Prøv de mislykkede igen',
  retryUnknown: 'Prøv de ukendte igen …',
  doubtful: (count: string) =>
    `For ${count} af dem er det ukendt, om det allerede er gjort: journalsystemet svarede ikke. Gøres det igen, kan det ske to gange.`,
  copyAll: 'Kopiér resultatet',
  exportAll: 'Eksportér til Excel',
  fileBlocked:
    'Filen blev ikke gemt: vinduet tillader ikke overførsler. Kopiér resultatet i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
  fileUnsure:
    'Kommer den ikke frem, tillader vinduet ikke overførsler: kopiér resultatet i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
  confirm: (label: string, count: string) => `${label}: ${danishPatients(count)}?`,
};

const en: Translated<typeof da> = {
  running: (label) => `${label} …`,
  done: (ok, all) => `${ok} of ${all} succeeded`,
  failed: (count) => `${count} failed`,
  notPossible: (count) => `${count} not possible`,
  cancelled: (count) => `${count} not sent`,
  unsure: (count) => `${count} not known, check in the journal`,
  retry: 'Try the failed again',
  retryUnknown: 'Try those not known again …',
  doubtful: (count) =>
    `For ${count} of them it is not known whether it is done already: the practice system did not answer. Done again, it may happen twice.`,
  copyAll: 'Copy the result',
  exportAll: 'Export to Excel',
  fileBlocked:
    'The file was not saved: this window does not allow downloads. Copy the result instead, or ask the vendor to allow them (allow-downloads).',
  fileUnsure:
    'If it does not appear, this window does not allow downloads: copy the result instead, or ask the vendor to allow them (allow-downloads).',
  confirm: (label, count) => `${label}: ${englishPatients(count)}?`,
};

export const runTexts = { da, en };
