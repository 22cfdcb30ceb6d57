/** Fixed texts on screen: the programme's table, pasted in the profile editor. */
import type { Translated } from './types.ts';

const da = {
  title: 'Titel',
  button: 'Indsæt tabel',
  intro:
    'Kopiér programmets tabel (Kriterier / Beskrivelse / Regler og Datatyper) i Word, Excel eller en browser, og indsæt den her. Titel og formål over tabellen læses med.',
  field: 'Tabellen',
  notFound:
    'Der er ingen tabel at læse. Dens første kolonne skal nævne Inklusionskriterier og Eksklusionskriterier eller datatyper som Diagnoser og Medicin.',
  found: (items: number, unread: number, doubtful: number) =>
    `Læst: ${items === 1 ? '1 oplysning' : `${items} oplysninger`}. ${unread === 0 ? 'Alt er læst' : `${unread} ting er ikke læst`}${doubtful === 0 ? '.' : `, ${doubtful} bør ses efter.`}`,
  use: 'Brug tabellen som kladde',
  used: 'Tabellen er nu kladden. Fortryd henter den gamle tilbage.',
  clear: 'Ryd',
  notes: 'Se efter',
  severities: { unread: 'Ikke læst', 'read-as': 'Læst sådan' },
  place: (table: number, row: number, column: string) => `Tabel ${table}, række ${row}, ${column}`,
  columns: { criteria: 'første kolonne', description: 'Beskrivelse', rules: 'Regler' },
  more: (count: number) => `… og ${count} til.`,
  copyIntro: 'Profilen kan også kopieres som programmets tabel til Word eller et regneark.',
  copy: 'Kopiér som tabel',
  copied: {
    done: 'Tabellen er kopieret.',
    failed: 'Browseren giver ikke adgang til udklipsholderen. Prøv i sidens eget vindue.',
  },
};

const en: Translated<typeof da> = {
  title: 'Title',
  button: 'Paste table',
  intro:
    'Copy the programme’s table (Kriterier / Beskrivelse / Regler and Datatyper) in Word, Excel or a browser, and paste it here. Title and purpose above the table are read along.',
  field: 'The table',
  notFound:
    'There is no table to read. Its first column is to name Inklusionskriterier and Eksklusionskriterier, or data types such as Diagnoser and Medicin.',
  found: (items, unread, doubtful) =>
    `Read: ${items === 1 ? '1 item' : `${items} items`}. ${unread === 0 ? 'All is read' : `${unread} not read`}${doubtful === 0 ? '.' : `, ${doubtful} to look at.`}`,
  use: 'Use the table as draft',
  used: 'The table is the draft now. Undo brings back the old one.',
  clear: 'Clear',
  notes: 'To look at',
  severities: { unread: 'Not read', 'read-as': 'Read so' },
  place: (table, row, column) => `Table ${table}, row ${row}, ${column}`,
  columns: { criteria: 'first column', description: 'Beskrivelse', rules: 'Regler' },
  more: (count) => `… and ${count} more.`,
  copyIntro: 'The profile can be copied as the programme’s table too, to Word or a spreadsheet.',
  copy: 'Copy as table',
  copied: {
    done: 'The table is copied.',
    failed: 'The browser gives no access to the clipboard. Try in the page’s own window.',
  },
};

export const editorTableTexts = { da, en };
