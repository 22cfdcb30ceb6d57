/** Fixed texts on screen: the checks of a profile under way. */
import type { Translated } from './types.ts';

const da = {
  title: 'Kontrol',
  keys: 'F8 går til næste, Shift+F8 til forrige, Ctrl+. retter og går videre.',
  underWay: 'Kontrollerer …',
  none: 'Intet at bemærke.',
  allDone: 'Rettet. Der er ikke mere at bemærke.',
  noFix: 'Her kan kun forfatteren afgøre, hvad der skal rettes.',
  fix: 'Ret (Ctrl+.)',
  mended: 'Ret efter kontrollen',
  here: 'Kontrollen siger her',
  whole: 'hele dokumentet',
  severities: { error: 'Fejl', warning: 'Advarsel', note: 'Bemærkning' },
  counts: {
    error: (count: number) => (count === 1 ? '1 fejl' : `${count} fejl`),
    warning: (count: number) => (count === 1 ? '1 advarsel' : `${count} advarsler`),
    note: (count: number) => (count === 1 ? '1 bemærkning' : `${count} bemærkninger`),
  },
  found: (count: number, first: string) => (count === 1 ? first : `${first} (og ${count - 1} til)`),
  at: (number: number, of: number, said: string, canFix: boolean) =>
    `${number} af ${of}: ${said}${canFix ? ' Ctrl+. retter det.' : ''}`,
  more: (count: number) => `… og ${count} til.`,
};

const en: Translated<typeof da> = {
  title: 'Checks',
  keys: 'F8 goes to the next, Shift+F8 to the one before, Ctrl+. mends and goes on.',
  underWay: 'Checking …',
  none: 'Nothing to tell.',
  allDone: 'Mended. There is nothing more to tell.',
  noFix: 'Only the author can tell what is to be corrected here.',
  fix: 'Mend (Ctrl+.)',
  mended: 'Mend by the checks',
  here: 'The checks say here',
  whole: 'the whole document',
  severities: { error: 'Error', warning: 'Warning', note: 'Note' },
  counts: {
    error: (count) => (count === 1 ? '1 error' : `${count} errors`),
    warning: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
    note: (count) => (count === 1 ? '1 note' : `${count} notes`),
  },
  found: (count, first) => (count === 1 ? first : `${first} (and ${count - 1} more)`),
  at: (number, of, said, canFix) =>
    `${number} of ${of}: ${said}${canFix ? ' Ctrl+. mends it.' : ''}`,
  more: (count) => `… and ${count} more.`,
};

export const editorChecksTexts = { da, en };
