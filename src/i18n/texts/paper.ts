/** Fixed texts on paper: of the list and of the cockpit. */
import type { Translated } from './types.ts';

const da = {
  /** Over boxes to tick. */
  tick: '✓',
  patient: 'Patient',
  otherColumns: 'Øvrige kolonner',
  /** What such a column holds, of which nothing is written where there is nothing. */
  othersHold: (columns: string) => `${columns}. Hvor der intet er, står der intet.`,
  notes: 'Noter',
  aboutList: 'Om listen',
  /** Columns that are left out, for they say the same of everybody. */
  emptyForAll: 'Intet hos nogen af de viste',
  undecidedForAll: 'Kan ikke afgøres for nogen af de viste',
  confidential: 'Fortroligt',
  printed: (when: string, by: string | undefined) => `udskrevet ${when}${by ? ` af ${by}` : ''}`,
  pageOf: (page: string, pages: string) => `Side ${page} af ${pages}`,
};

const en: Translated<typeof da> = {
  tick: '✓',
  patient: 'Patient',
  otherColumns: 'Other columns',
  othersHold: (columns) => `${columns}. Where there is nothing, nothing is written.`,
  notes: 'Notes',
  aboutList: 'About the list',
  emptyForAll: 'Nothing for any of those shown',
  undecidedForAll: 'Cannot be determined for any of those shown',
  confidential: 'Confidential',
  printed: (when, by) => `printed ${when}${by ? ` by ${by}` : ''}`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

export const paperTexts = { da, en };
