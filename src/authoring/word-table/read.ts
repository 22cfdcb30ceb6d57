/** Reads the programme's table *Kriterier / Beskrivelse / Regler*, however it is pasted, as the draft of a profile. */
import { wordTableDraft } from '../../i18n/phrases/word-table-words.ts';
import type { JsonObject } from '../../json/values.ts';
import { parseProfile, type Profile, type ProfileError } from '../../profile/index.ts';
import type { Block } from './blocks.ts';
import { criterionOf, isComplement } from './criteria.ts';
import { tablesInFlow } from './flow.ts';
import { readHtml } from './html.ts';
import { itemsOf } from './items.ts';
import { blocksOfMarkup, type MarkupNode } from './markup.ts';
import { explainNote, type Note, type WordTableNote } from './notes.ts';
import { blocksOfText } from './plain.ts';
import { readTables, type TableRow, type WordTables } from './tables.ts';

/** What was pasted, in the forms in which the clipboard has it. HTML is preferred: it keeps the lines of a cell. */
export interface WordTableSource {
  readonly html?: string;
  readonly text?: string;
}

export interface WordTableOptions {
  /** In place of the title that is read. */
  readonly title?: string;
  /** In place of an id made of the title. */
  readonly id?: string;
  /** Reads HTML, e.g. by `DOMParser`; default a small reader that needs no DOM. Nothing of it is ever drawn. */
  readonly parseHtml?: (html: string) => MarkupNode;
}

export interface WordTableOutcome {
  /** Whether one of the programme's tables was found. */
  readonly isFound: boolean;
  /** The draft, valid or not. */
  readonly document: JsonObject;
  /** The draft where it is a valid profile. */
  readonly profile: Profile | undefined;
  /** What the format says of it. */
  readonly errors: readonly ProfileError[];
  /** What was not read, and what was read in one way of several, in reading order. */
  readonly notes: readonly WordTableNote[];
}

/** So much is read of what is pasted, in characters: more than a hundred such tables. */
const mostRead = 500_000;
/** So many notes are told. */
const mostNotes = 500;

/**
 * Reads a table as a draft. Nothing is made up: what has no code is an item without codes, and what could not be read
 * is told with its place and what to do. Never throws.
 */
export function readWordTable(
  source: string | WordTableSource,
  options: WordTableOptions = {},
): WordTableOutcome {
  const notes: Note[] = [];
  const note = (each: Note) => void notes.push(each);
  const tables = tablesOf(typeof source === 'string' ? sourceOf(source) : source, options, note);
  const document = draftOf(tables, options, note);
  const outcome = parseProfile(document);
  return {
    isFound: tables.rows.length > 0,
    document,
    profile: outcome.ok ? outcome.profile : undefined,
    errors: outcome.ok ? [] : outcome.errors,
    notes: notes.slice(0, mostNotes).map(explainNote),
  };
}

/** A text that has the tags of a table is one. */
function sourceOf(text: string): WordTableSource {
  return /<(?:table|tr|td)[\s>]/iu.test(text.slice(0, mostRead)) ? { html: text } : { text };
}

function tablesOf(
  { html, text }: WordTableSource,
  { parseHtml = readHtml }: WordTableOptions,
  note: (note: Note) => void,
): WordTables {
  const cut = (given: string) => {
    if (given.length > mostRead) note({ code: 'too-long', text: String(mostRead) });
    return given.slice(0, mostRead);
  };
  const forms: (() => readonly Block[])[] = [];
  if (html !== undefined && /<table/iu.test(html))
    forms.push(() => blocksOfMarkup(parseHtml(cut(html))));
  if (text !== undefined) {
    forms.push(() => blocksOfText(cut(text)));
    forms.push(() => tablesInFlow(blocksOfText(text.slice(0, mostRead))));
  }
  let read: WordTables = { rows: [], title: undefined, purpose: [], others: [], foreign: [] };
  for (const form of forms) {
    read = readTables(form());
    if (read.rows.length > 0) return read;
  }
  return read;
}

function draftOf(
  { rows, title: found, purpose, others, foreign }: WordTables,
  options: WordTableOptions,
  note: (note: Note) => void,
): JsonObject {
  const title = options.title ?? found;
  if (title === undefined) note({ code: 'no-title', text: '' });
  if (purpose.length === 0) note({ code: 'no-purpose', text: '' });
  const include = criterionOfRows(rows, 'include', note);
  const exclude = criterionOfRows(rows, 'exclude', note);
  if (include === undefined && rows.length > 0) note({ code: 'no-inclusion', text: '' });
  const ids = new Set<string>();
  const information = rows.flatMap((row) =>
    itemsOf(row, note).map(({ title: da, rest }) => ({
      id: idOf(da, ids),
      ...{ type: rest['type'], title: { da } },
      ...rest,
    })),
  );
  for (const { kind, label, place } of rows)
    if (kind === undefined && label !== '')
      note({ code: 'unknown-row', text: label, place: { ...place, column: 'criteria' } });
  for (const number of foreign)
    note({ code: 'foreign-table', text: '', place: { table: number, row: 1, column: 'criteria' } });
  if (others.length > 0) note({ code: 'text-around', text: others.join(' · ') });
  return {
    format: 'overblik-profile/1',
    id: options.id ?? idOf(title ?? 'kladde', new Set()),
    version: '0.1.0',
    status: 'draft',
    title: title === undefined ? wordTableDraft.untitled : { da: title },
    purpose: purpose.length > 0 ? purpose.map((da) => ({ da })) : [wordTableDraft.noPurpose],
    population: {
      // Without a criterion the format says that one is missing: nobody is found by mistake.
      ...(include === undefined ? {} : { include }),
      ...(exclude === undefined ? {} : { exclude }),
    },
    information,
  };
}

function criterionOfRows(
  all: readonly TableRow[],
  kind: 'include' | 'exclude',
  note: (note: Note) => void,
): object | undefined {
  const rows = all.filter((row) => row.kind === kind);
  const asking = rows.filter((row) => {
    if (kind === 'include' || !isComplement(row)) return true;
    const text = row.description.map((line) => line.text).join(' ');
    note({ code: 'complement', text, place: { ...row.place, column: 'description' } });
    return false;
  });
  return asking.length > 0 ? criterionOf(asking, note) : undefined;
}

/** A name within the profile made of a title, and other than those that are taken. */
function idOf(title: string, taken: Set<string>): string {
  const base =
    title
      .toLowerCase()
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'oe')
      .replaceAll('å', 'aa')
      .normalize('NFKD')
      .replace(/[^a-z\d]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 60) || 'kladde';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
