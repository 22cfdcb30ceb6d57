/** Fixed texts on screen: the sheet of keys. */
import type { Translated } from './types.ts';

const da = {
  title: 'Genvejstaster',
  close: 'Luk',
  patient: 'Fra patient til patient',
  list: 'På listen',
  everywhere: 'Overalt',
  does: {
    next: 'næste patient',
    previous: 'forrige patient',
    reviewed: 'sæt status til Gennemgået',
    followUp: 'sæt status til Til opfølgning',
    note: 'skriv en note',
    saveAndNext: 'gem og gå til næste; Ikke gennemgået bliver til Gennemgået',
    undo: 'fortryd det sidste, du satte',
    redo: 'gør det fortrudte igen',
    leave: 'forlad noten; tryk igen for at lukke overblikket',
    keys: 'vis denne oversigt',
    open: 'åbn patienten',
    rows: 'fra række til række',
    choose: 'vælg rækken, eller ryd valget',
    chooseAll: 'vælg alle',
    sort: 'i et kolonnehoved: sortér',
    filter: 'i et kolonnehoved: filtrér',
    buttons: 'fra knap til knap på samme linje; Tab går til næste linje',
  },
  letters: 'Brug genvejstaster på ét tegn (J, K, R, F, N og ?)',
  lettersHint:
    'De virker, når du ikke skriver i et felt. Slå dem fra, hvis de forstyrrer talestyring eller journalsystemets egne genveje.',
  control: 'Ctrl',
  enter: 'Enter',
  space: 'Mellemrum',
  escape: 'Esc',
};

const en: Translated<typeof da> = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  patient: 'From patient to patient',
  list: 'In the list',
  everywhere: 'Everywhere',
  does: {
    next: 'next patient',
    previous: 'previous patient',
    reviewed: 'set the status to Reviewed',
    followUp: 'set the status to To follow up',
    note: 'write a note',
    saveAndNext: 'save and go to the next; Not reviewed becomes Reviewed',
    undo: 'undo what you set last',
    redo: 'redo what was undone',
    leave: 'leave the note; press again to close the overview',
    keys: 'show this sheet',
    open: 'open the patient',
    rows: 'from row to row',
    choose: 'choose the row, or clear the choice',
    chooseAll: 'choose all',
    sort: 'in a column head: sort',
    filter: 'in a column head: filter',
    buttons: 'from button to button on the same line; Tab goes to the next line',
  },
  letters: 'Use shortcuts of one character (J, K, R, F, N and ?)',
  lettersHint:
    'They work while you are not typing in a field. Turn them off where they disturb speech input or the practice system’s own shortcuts.',
  control: 'Ctrl',
  enter: 'Enter',
  space: 'Space',
  escape: 'Esc',
};

export const keysTexts = { da, en };
