/** Fixed texts on screen: what one does with a list, and its overview. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  overview: 'Overblik over populationen',
  isNew: 'Ny',
  only: (count: string, title: string) => `${danishPatients(count)}: ${title}`,
  'not-listed': 'Ikke på listen',
  notListed: (count: string) => `${count} er ikke på listen`,
  refused: 'En del af den gemte visning passer ikke længere og er udeladt.',
  filters: 'Filter',
  addFilter: '+ Filter',
  sortAgain: 'Sortér igen',
  sortAgainHint: 'Nogle er undtaget eller ændret, siden listen blev sorteret.',
  view: 'Visning',
  /** Views that were saved under a name. */
  views: 'Visninger',
  viewNamed: (name: string) => `Visning: ${name}`,
  viewChanged: (name: string) => `Visning: ${name} (ændret)`,
  viewDone: {
    saved: (name: string) => `Visningen “${name}” er gemt`,
    renamed: (name: string) => `Visningen hedder nu “${name}”`,
    shared: (name: string) => `Visningen “${name}” er delt`,
    unshared: (name: string) => `Visningen “${name}” er ikke længere delt`,
    removed: (name: string) => `Visningen “${name}” er slettet`,
  },
  viewPartly: (name: string, missing: string) =>
    `Visningen “${name}” nævner noget, der ikke findes på listen: ${missing}. Resten af visningen gælder.`,
  viewsRefused: (names: string) => `Gemte visninger, der ikke kan læses, er udeladt: ${names}.`,
  keys: 'Genvejstaster',
  columns: 'Kolonner',
  priority: 'Rækkefølge',
  quality: 'Datakvalitet',
  close: 'Luk',
  chartView: 'Vis som diagram',
  showCharts: 'Vis diagrammer',
  hideCharts: 'Skjul diagrammer',
  /** Numbers of one line: of `?` patients too. */
  seriousPatients: (count: string) => `${count} ${count === '1' ? 'alvorlig' : 'alvorlige'}`,
  noticedPatients: (count: string) => `${count} obs.`,
  newPatients: (count: string) => `${count} ${count === '1' ? 'ny' : 'nye'}`,
  uncontrolledPatients: (count: string) => `${count} mangler kontrol`,
  reviewedOf: (part: string, all: string) => `${part}/${all} gennemgået`,
  noControl: (control: string) => `Ingen ${control} seneste 12 mdr.`,
  fresh: (date: string) => `Nye siden runden ${date}`,
  left: (count: string) => `${count} udgået`,
  indicators: 'Indikatorer',
  /** Beside figures that stand whatever is exempted. */
  withExempted: 'undtagne medregnet',
  exemptedChip: (count: number) => `${count} undtaget`,
  indicatorValue: (percent: string, part: string, whole: string) =>
    `${percent} % (${part} af ${whole})`,
  countHead: 'Antal',
  shareHead: 'Andel',
  byPriority: 'Mest sårbare først',
  orderedBy: (order: string) => `Sortér: ${order}`,
  groupedBy: (title: string) => `Grupper: ${title}`,
  states: {
    value: 'har værdi',
    none: 'ingen registreret',
    unknown: 'kan ikke afgøres',
    'not-asked': 'ikke relevant',
  },
  selected: (count: string) => `${count} valgt`,
  closedSelected: (count: string) => `${count} af dem i lukkede grupper`,
  hiddenSelected: (count: string) => `${count} af dem vises ikke på listen lige nu`,
  goneSelected: (count: string) => `${count} er ikke længere på listen`,
  clearSelection: 'Ryd valg',
  more: 'Mere …',
  moreActions: 'Flere handlinger',
  openJournal: 'Åbn journal',
  copy: 'Kopiér',
  copied: (count: string) => `${count} ${count === '1' ? 'række' : 'rækker'} er kopieret`,
  /** By Ctrl+C. */
  copiedCells: (rows: string, columns: string) =>
    rows === '1' && columns === '1'
      ? 'Cellen er kopieret'
      : `${rows} ${rows === '1' ? 'række' : 'rækker'} i ${columns} ${columns === '1' ? 'kolonne' : 'kolonner'} er kopieret`,
  marked: (columns: string) =>
    `${columns} ${columns === '1' ? 'kolonne' : 'kolonner'} markeret: Ctrl+C kopierer`,
};

const en: Translated<typeof da> = {
  overview: 'Overview of the population',
  isNew: 'New',
  only: (count, title) => `${englishPatients(count)}: ${title}`,
  'not-listed': 'Not on the list',
  notListed: (count) => `${count} ${isOrAre(count)} not on the list`,
  refused: 'Part of the saved view no longer fits and is left out.',
  filters: 'Filters',
  addFilter: '+ Filter',
  sortAgain: 'Sort again',
  sortAgainHint: 'Some have been exempted or changed since the list was sorted.',
  view: 'View',
  views: 'Views',
  viewNamed: (name) => `View: ${name}`,
  viewChanged: (name) => `View: ${name} (changed)`,
  viewDone: {
    saved: (name) => `The view “${name}” is saved`,
    renamed: (name) => `The view is now called “${name}”`,
    shared: (name) => `The view “${name}” is shared`,
    unshared: (name) => `The view “${name}” is no longer shared`,
    removed: (name) => `The view “${name}” is deleted`,
  },
  viewPartly: (name, missing) =>
    `The view “${name}” names what the list does not have: ${missing}. The rest of it holds.`,
  viewsRefused: (names) => `Saved views that cannot be read are left out: ${names}.`,
  keys: 'Keyboard shortcuts',
  columns: 'Columns',
  priority: 'Order',
  quality: 'Data quality',
  close: 'Close',
  chartView: 'Show as a chart',
  showCharts: 'Show charts',
  hideCharts: 'Hide charts',
  seriousPatients: (count) => `${count} serious`,
  noticedPatients: (count) => `${count} attention`,
  newPatients: (count) => `${count} new`,
  uncontrolledPatients: (count) => `${count} ${count === '1' ? 'lacks' : 'lack'} a control`,
  reviewedOf: (part, all) => `${part}/${all} reviewed`,
  noControl: (control) => `No ${control} in the last 12 months`,
  fresh: (date) => `New since the round of ${date}`,
  left: (count) => `${count} ${count === '1' ? 'has' : 'have'} left`,
  indicators: 'Indicators',
  withExempted: 'exempted included',
  exemptedChip: (count) => `${count} exempted`,
  indicatorValue: (percent, part, whole) => `${percent}% (${part} of ${whole})`,
  countHead: 'Count',
  shareHead: 'Proportion',
  byPriority: 'Most vulnerable first',
  orderedBy: (order) => `Sort: ${order}`,
  groupedBy: (title) => `Groups: ${title}`,
  states: {
    value: 'has a value',
    none: 'none recorded',
    unknown: 'cannot be determined',
    'not-asked': 'does not apply',
  },
  selected: (count) => `${count} selected`,
  closedSelected: (count) => `${count} of them in closed groups`,
  hiddenSelected: (count) => `${count} of them not shown in the list now`,
  goneSelected: (count) => `${count} ${isOrAre(count)} no longer on the list`,
  clearSelection: 'Clear selection',
  more: 'More …',
  moreActions: 'More actions',
  openJournal: 'Open journal',
  copy: 'Copy',
  copied: (count) => `${count} ${count === '1' ? 'row' : 'rows'} copied`,
  copiedCells: (rows, columns) =>
    rows === '1' && columns === '1'
      ? 'The cell is copied'
      : `${rows} ${rows === '1' ? 'row' : 'rows'} in ${columns} ${columns === '1' ? 'column' : 'columns'} copied`,
  marked: (columns) => `${columns} ${columns === '1' ? 'column' : 'columns'} marked: Ctrl+C copies`,
};

const isOrAre = (count: string) => (count === '1' ? 'is' : 'are');

export const listTexts = { da, en };
