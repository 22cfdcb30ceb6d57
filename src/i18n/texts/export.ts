/** Fixed texts on screen: the export of a list. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  title: 'Eksportér',
  csv: 'CSV til Excel',
  xlsx: 'Excel-projektmappe',
  rows: (count: string) => `${danishPatients(count)}, som vist på listen`,
  selectedOnly: (count: string) => `Kun de ${count} valgte`,
  hint: 'Filen indeholder personoplysninger: opbevar den efter klinikkens regler.',
  writing: (done: string, all: string) => `Skriver ${done} af ${all}`,
  failed: 'Filen kunne ikke skrives. Prøv igen.',
  cancelled: 'Annulleret. Der er ingen fil.',
  done: (count: string) => `Filen er skrevet: ${count} patienter.`,
  which: 'Patienter',
};

const en: Translated<typeof da> = {
  title: 'Export',
  csv: 'CSV for Excel',
  xlsx: 'Excel workbook',
  rows: (count) => `${englishPatients(count)}, as the list shows them`,
  selectedOnly: (count) => `Only the ${count} selected`,
  hint: 'The file holds personal data: keep it by the clinic’s rules.',
  writing: (done, all) => `Writing ${done} of ${all}`,
  failed: 'The file could not be written. Try again.',
  cancelled: 'Cancelled. There is no file.',
  done: (count) => `The file is written: ${count} patients.`,
  which: 'Patients',
};

export const exportTexts = { da, en };
