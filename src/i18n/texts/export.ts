/** Fixed texts on screen: the export of a list. */
import type { Translated } from './types.ts';

const da = {
  title: 'Eksportér',
  writing: (done: string, all: string) => `Skriver ${done} af ${all}`,
  copyReady: 'Der er ikke kopieret endnu: browseren kræver et klik, nu da rækkerne er klar.',
  copyNow: 'Kopiér nu',
  copyBlocked:
    'Der blev ikke kopieret: vinduet giver ikke adgang til udklipsholderen. Eksportér i stedet, eller bed leverandøren om at give den (clipboard-write).',
};

const en: Translated<typeof da> = {
  title: 'Export',
  writing: (done, all) => `Writing ${done} of ${all}`,
  copyReady: 'Nothing is copied yet: the browser asks for a click, now that the rows are ready.',
  copyNow: 'Copy now',
  copyBlocked:
    'Nothing was copied: this window gives no access to the clipboard. Export instead, or ask the vendor to give it (clipboard-write).',
};

export const exportTexts = { da, en };
