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
  done: (count: string) => `Filen er skrevet: ${danishPatients(count)}.`,
  which: 'Patienter',
  blocked:
    'Filen blev ikke gemt: vinduet tillader ikke overførsler. Kopiér de valgte i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
  unsure:
    'Kommer den ikke frem, tillader vinduet ikke overførsler: kopiér de valgte i stedet, eller bed leverandøren om at tillade dem (allow-downloads).',
  copyReady: 'Der er ikke kopieret endnu: browseren kræver et klik, nu da rækkerne er klar.',
  copyNow: 'Kopiér nu',
  copyBlocked:
    'Der blev ikke kopieret: vinduet giver ikke adgang til udklipsholderen. Eksportér i stedet, eller bed leverandøren om at give den (clipboard-write).',
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
  done: (count) => `The file is written: ${englishPatients(count)}.`,
  which: 'Patients',
  blocked:
    'The file was not saved: this window does not allow downloads. Copy the selected instead, or ask the vendor to allow them (allow-downloads).',
  unsure:
    'If it does not appear, this window does not allow downloads: copy the selected instead, or ask the vendor to allow them (allow-downloads).',
  copyReady: 'Nothing is copied yet: the browser asks for a click, now that the rows are ready.',
  copyNow: 'Copy now',
  copyBlocked:
    'Nothing was copied: this window gives no access to the clipboard. Export instead, or ask the vendor to give it (clipboard-write).',
};

export const exportTexts = { da, en };
