/** Fixed texts on screen: the grid. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  groupOf: (title: string, count: string) => `${title}, ${danishPatients(count)}`,
  selectAll: 'Vælg alle, der vises',
  selectRow: (name: string) => `Vælg ${name}`,
  filter: (title: string) => `Filtrér ${title}`,
  filtered: (title: string) => `Filtrér ${title}, filtreret`,
  sortPlace: (place: string) => `sortering ${place}`,
  more: 'Vis det hele',
  /** A cell opened in place: what, and whose. */
  whole: (title: string, name: string) => `${title}, ${name}`,
};

const en: Translated<typeof da> = {
  groupOf: (title, count) => `${title}, ${englishPatients(count)}`,
  selectAll: 'Select all that are shown',
  selectRow: (name: string) => `Select ${name}`,
  filter: (title: string) => `Filter ${title}`,
  filtered: (title: string) => `Filter ${title}, filtered`,
  sortPlace: (place: string) => `sort ${place}`,
  more: 'Show all of it',
  /** A cell opened in place: what, and whose. */
  whole: (title: string, name: string) => `${title}, ${name}`,
};

export const gridTexts = { da, en };
