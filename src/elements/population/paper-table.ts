/** The columns of a printed list: what stands together in one, which share one, and how wide they are. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Column, ColumnKind, ListedPopulation, PaperCell } from '../../model/index.ts';
import type { PaperTexts } from '../shared/paper.ts';
import { gap, hasLongWord, paperText, paperWidths, type PaperText } from './paper-columns.ts';

type Row = readonly PaperCell[];

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

/**
 * A box to tick with the status, who it is, why first, the other columns, room for notes. Those for which there is no
 * room share one.
 */
export function paperTable(props: PaperTableProps): { readonly columns: readonly PrintedColumn[] } {
  const { columns, shown, texts } = props;
  const who = shown.filter((at) => identity.has(columns[at]!.kind));
  const rest = shown.filter((at) => !identity.has(columns[at]!.kind));
  const status = rest.find((at) => columns[at]!.kind === 'status');
  const sample = sampled(props.rows);
  const before = [statusColumn(status, props), ...(who.length > 0 ? [whoColumn(who, props)] : [])];
  const own = rest.filter((at) => at !== status).map((at) => ownColumn(at, props));
  const notes: Planned = {
    kind: 'notes',
    head: texts.notes,
    cells: () => nothing,
    words: () => [],
    least: notesWidth,
  };
  // From the right, the fewest that leave room for what is before them.
  for (let apart = own.length; apart >= 0; apart--) {
    const others = rest.filter((at) => at !== status).slice(apart);
    const planned = [
      ...before,
      ...own.slice(0, apart),
      ...(others.length > 0 ? [othersColumn(others, props)] : []),
      notes,
    ];
    const measured = planned.map(({ head, words, least = 0 }): PaperText => {
      const text = paperText(head, sample.map(words));
      return { ...text, least: Math.max(text.least, least) };
    });
    const widths = paperWidths(measured, room);
    if (!widths && apart > 0) continue;
    const given = widths ?? measured.map(({ least }) => least + gap);
    const whole = given.reduce((sum, width) => sum + width, 0);
    return {
      columns: planned.map(({ kind, head, cells }, at) => ({
        ...{ kind, head, cells },
        share: Math.round((given[at]! / whole) * 1000) / 10,
      })),
    };
  }
  return { columns: [] };
}

/** A line of a cell. */
export function printedLine(line: string): TemplateResult {
  return html`<div class=${hasLongWord(line) ? 'unbroken' : ''}>${line}</div>`;
}

/** How many characters of 8 points stand beside each other on A4 on its side, of a font that is rather wide. */
const room = 184;
/** Of a note by hand: 40 mm. */
const notesWidth = 23;
/** Of what says most, that it need not take many lines. */
const reasonsWidth = 32;
const othersWidth = 36;
/** Of so many rows the widths are worked out. */
const mostSampled = 400;

/** Who it is stands in one place: paper is narrower than a screen. */
const identity: ReadonlySet<ColumnKind> = new Set(['name', 'cpr', 'age', 'sex']);

interface Planned {
  readonly kind: PrintedColumn['kind'];
  readonly head: string;
  readonly cells: PrintedColumn['cells'];
  readonly words: (row: Row) => readonly string[];
  readonly least?: number;
}

function statusColumn(status: number | undefined, { texts, cell }: PaperTableProps): Planned {
  const isFor = (row: Row) => (status === undefined ? undefined : row[status]);
  return {
    kind: 'status',
    head: texts.tick,
    cells: (row) => {
      const said = isFor(row);
      return said ? cell(said) : nothing;
    },
    words: (row) => isFor(row)?.lines ?? [],
  };
}

/** The name, and below it the CPR number and the age. */
function whoColumn(who: readonly number[], { columns, titleOf, texts }: PaperTableProps): Planned {
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
    // The name is bold: a sixth wider.
    words: (row) => {
      const [named = '', rest = ''] = partsOf(row);
      return [
        named + '\u00a0'.repeat(Math.ceil(named.length / 6)),
        rest.replaceAll(' ', '\u00a0'),
      ].filter((each) => each.trim());
    },
  };
}

function orderOf({ kind }: Column): number {
  return [...identity].indexOf(kind);
}

function ownColumn(at: number, { columns, titleOf, cell }: PaperTableProps): Planned {
  const column = columns[at]!;
  const isReasons = column.kind === 'reasons';
  return {
    kind: column.kind,
    head: titleOf(column),
    cells: (row) => cell(row[at]!),
    // How grave it is stands in bold, and in a box.
    words: (row) => wordsOf(row[at]!).map((line) => (isReasons ? `${line}\u00a0` : line)),
    ...(isReasons ? { least: reasonsWidth } : {}),
  };
}

function wordsOf({ lines, reasons = [] }: PaperCell): readonly string[] {
  const groups = reasons.map(({ said, texts }) => `${said}\u00a0${texts.join(', ')}`.trim());
  return groups.length > 0 ? [...lines, groups.join(' · ')] : lines;
}

function othersColumn(others: readonly number[], props: PaperTableProps): Planned {
  const said = (row: Row) => foldedCell(row, others, props);
  return {
    kind: 'others',
    head: props.texts.otherColumns,
    cells: (row) => printedLine(said(row)),
    words: (row) => [said(row)],
    least: othersWidth,
  };
}

/** `MMSE: 13 (8 mdr.) · BASIC, EKG: mangler`. */
function foldedCell(
  row: Row,
  places: readonly number[],
  { columns, titleOf }: PaperTableProps,
): string {
  const titles = new Map<string, string[]>();
  for (const at of places) {
    const value = wordsOf(row[at]!).join(', ');
    if (value) titles.set(value, [...(titles.get(value) ?? []), titleOf(columns[at]!)]);
  }
  return [...titles].map(([value, each]) => `${each.join(', ')}: ${value}`).join(' · ');
}

function sampled(rows: readonly Row[]): readonly Row[] {
  const step = Math.ceil(rows.length / mostSampled);
  return step <= 1 ? rows : rows.filter((_, at) => at % step === 0);
}
