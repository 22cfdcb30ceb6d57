/** Fixed texts on screen: the panel that exports a list. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  csv: 'CSV til Excel',
  xlsx: 'Excel-projektmappe',
  rows: (count: string) => `${danishPatients(count)}, som vist på listen`,
  selectedOnly: (count: string) => (count === '1' ? 'Kun den valgte' : `Kun de ${count} valgte`),
  hint: 'Filen indeholder personoplysninger: opbevar den efter klinikkens regler.',
  failed: 'Filen kunne ikke skrives. Prøv igen.',
  cancelled: 'Annulleret. Der er ingen fil.',
  done: (count: string) => `Filen er skrevet: ${danishPatients(count)}.`,
  which: 'Patienter',
  blocked:
    'Filen blev ikke gemt: vinduet tillader ikke overførsler. Kopiér de valgte i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
  unsure:
    'Kommer den ikke frem, tillader vinduet ikke overførsler: kopiér de valgte i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
};

const en: Translated<typeof da> = {
  csv: 'CSV for Excel',
  xlsx: 'Excel workbook',
  rows: (count) => `${englishPatients(count)}, as the list shows them`,
  selectedOnly: (count) => (count === '1' ? 'Only the one selected' : `Only the ${count} selected`),
  hint: 'The file holds personal data: keep it by the clinic’s rules.',
  failed: 'The file could not be written. Try again.',
  cancelled: 'Cancelled. There is no file.',
  done: (count) => `The file is written: ${englishPatients(count)}.`,
  which: 'Patients',
  blocked:
    'The file was not saved: this window does not allow downloads. Copy the selected instead, or ask the vendor to allow them (allow-downloads).',
  unsure:
    'If it does not appear, this window does not allow downloads: copy the selected instead, or ask the vendor to allow them (allow-downloads).',
};

export const exportPanelTexts = { da, en };
