/** Fixed texts on screen: what the list and the cockpit say alike. */
import type { Translated } from './types.ts';

const da = {
  asOf: (date: string) => `pr. ${date}`,
  more: 'Mere',
  tableView: 'Vis som tabel',
  sources: 'Kilder',
};

const en: Translated<typeof da> = {
  asOf: (date) => `as of ${date}`,
  more: 'More',
  tableView: 'Show as a table',
  sources: 'Sources',
};

export const commonTexts = { da, en };
