/** What stands in each column of a printed list: what stands together in one, and what shares one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Column, ColumnKind, ListedPopulation, PaperCell } from '../../model/index.ts';
import type { PaperTexts } from '../shared/paper.ts';
import { hasLongWord, wordsIn, type Words } from './paper-words.ts';

export type Row = readonly PaperCell[];

/** A column on paper, of one or several of the list. */
export interface PrintedColumn {
  readonly kind: ColumnKind | 'who' | 'others' | 'notes';
  readonly head: string;
  /** Of the table's width, in percent. */
  readonly share: number;
  /** Draws what stands in it of a row. */
  readonly cells: (row: Row) => unknown;
}

export interface PaperTableProps {
  readonly columns: readonly Column[];
  /** Places of those that are printed. */
  readonly shown: readonly number[];
  readonly titleOf: ListedPopulation['titleOf'];
  readonly texts: PaperTexts;
  readonly rows: readonly Row[];
  readonly cell: (cell: PaperCell) => unknown;
}

/** A line of a cell. */
export function printedLine(line: string): TemplateResult {
  return html`<div class=${hasLongWord(line) ? 'unbroken' : ''}>${line}</div>`;
}

/** Of a note by hand: 35 mm. */
export const notesWidth = 12.5;
const tickWidth = 1.4;
const othersWidth = 20;
/** Who it is stands in one place: paper is narrower than a screen. */
export const identity: ReadonlySet<ColumnKind> = new Set(['name', 'cpr', 'age', 'sex']);

/** A column before it has a width. */
export interface Planned {
  readonly kind: PrintedColumn['kind'];
  readonly head: string;
  readonly cells: PrintedColumn['cells'];
  /** What stands in it of a row, a line each. */
  readonly words: (row: Row) => readonly Words[];
  /** What it must have in any case, in em. */
  readonly least?: number;
}

export function statusColumn(
  status: number | undefined,
  { texts, cell }: PaperTableProps,
): Planned {
  const isFor = (row: Row) => (status === undefined ? undefined : row[status]);
  return {
    kind: 'status',
    head: texts.tick,
    cells: (row) => {
      const said = isFor(row);
      return said ? cell(said) : nothing;
    },
    words: (row) => (isFor(row)?.lines ?? []).map((line) => wordsIn(line)),
    least: tickWidth,
  };
}

/** The name, and below it the CPR number and the age. */
export function whoColumn(
  who: readonly number[],
  { columns, titleOf, texts }: PaperTableProps,
): Planned {
  const [name, ...others] = [...who].sort((a, b) => orderOf(columns[a]!) - orderOf(columns[b]!));
  const isNamed = columns[name!]!.kind === 'name';
  const partsOf = (row: Row) => {
    const lines = (at: number) => row[at]!.lines.join(', ');
    const rest = (isNamed ? others : who).map(lines).filter(Boolean).join(' · ');
    return isNamed ? [lines(name!), rest] : ['', rest];
  };
  return {
    kind: 'who',
    head: who.length === 1 ? titleOf(columns[name!]!) : texts.patient,
    cells: (row) => {
      const [named, rest] = partsOf(row);
      return html`${named ? html`<div class="name">${named}</div>` : nothing}${
        rest ? html`<div class="known">${rest.replaceAll(' ', '\u00a0')}</div>` : nothing
      }`;
    },
    words: (row) => {
      const [named = '', rest = ''] = partsOf(row);
      return [wordsIn(named, { isBold: true }), wordsIn(rest.replaceAll(' ', '\u00a0'))].filter(
        ({ length }) => length > 0,
      );
    },
  };
}

function orderOf({ kind }: Column): number {
  return [...identity].indexOf(kind);
}

export function ownColumn(at: number, { columns, titleOf, cell }: PaperTableProps): Planned {
  const column = columns[at]!;
  return {
    kind: column.kind,
    head: titleOf(column),
    cells: (row) => cell(row[at]!),
    words: (row) => wordsOf(row[at]!),
  };
}

function wordsOf(cell: PaperCell): readonly Words[] {
  const { lines, reasons = [] } = cell;
  const groups = reasons.flatMap(({ said, texts }, at) => [
    ...wordsIn(at > 0 ? `· ${said}\u00a0` : `${said}\u00a0`, { isBold: true }),
    ...wordsIn(texts.join(', ')),
  ]);
  return [...lines.map((line) => wordsIn(line)), ...(groups.length > 0 ? [groups] : [])];
}

export function othersColumn(others: readonly number[], props: PaperTableProps): Planned {
  const said = (row: Row) => foldedCell(row, others, props);
  return {
    kind: 'others',
    head: props.texts.otherColumns,
    cells: (row) => printedLine(said(row)),
    words: (row) => [wordsIn(said(row))],
    least: othersWidth,
  };
}

/** A number is not parted from its unit: `71 mL/min`, `8 mdr.`. */
function heldTogether(text: string): string {
  return text.replaceAll(/(\d) (?=\p{L}{1,5}(?!\p{L}))/gu, '$1\u00a0');
}

/** `MMSE: 13 (8 mdr.) · BASIC, EKG: mangler`. */
function foldedCell(
  row: Row,
  places: readonly number[],
  { columns, titleOf }: PaperTableProps,
): string {
  const titles = new Map<string, string[]>();
  for (const at of places) {
    if (isSilent(row[at]!)) continue;
    const value = textOf(row[at]!);
    if (value) titles.set(value, [...(titles.get(value) ?? []), titleOf(columns[at]!)]);
  }
  return heldTogether(
    [...titles].map(([value, each]) => `${each.join(', ')}: ${value}`).join(' · '),
  );
}

function textOf({ lines, reasons = [] }: PaperCell): string {
  const groups = reasons.map(({ said, texts }) => `${said}\u00a0${texts.join(', ')}`.trim());
  return [...lines, ...(groups.length > 0 ? [groups.join(' · ')] : [])].join(', ');
}

/** Room to write by hand, below what was written in the list. */
export function notesColumn(note: number | undefined, props: PaperTableProps): Planned {
  const written = note === undefined ? undefined : ownColumn(note, props);
  return {
    kind: 'notes',
    head: props.texts.notes,
    cells: (row) => written?.cells(row) ?? nothing,
    words: (row) => written?.words(row) ?? [],
    least: notesWidth,
  };
}

/** There is nothing, and a dash or nothing at all says so. */
export function isSilent({ tone, lines, reasons = [] }: PaperCell): boolean {
  return (
    tone === 'nothing' && reasons.length === 0 && lines.every((line) => line === '' || line === '–')
  );
}
