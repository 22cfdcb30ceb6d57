/** How a sheet of a workbook is printed: A4, with nothing too small to read, and its page's number at the foot. */
import { sheetPhrases } from '../i18n/phrases/export.ts';
import type { ExportColumn, ExportTable } from './types.ts';
import { escapeXml, legalText } from './xml.ts';

/** Points of the workbook's font, and of the least that can be read. */
const size = 11;
const leastSize = 8;
/** In percent, rounded up: 8 points, or a little more. */
const leastScale = Math.ceil((leastSize / size) * 100);

/** In inches: A4 on its side, and what is left white. */
const pageWidth = 297 / 25.4;
const side = 0.4;
/** Excel's width of a column, in characters of its font, as pixels of which 96 are an inch. */
const pixelsOf = (width: number) => Math.trunc(width * 7 + 5);

export interface SheetPage {
  /** Before everything else in the sheet. */
  readonly properties: string;
  /** After the filter. */
  readonly setup: string;
}

/**
 * The list: on its side, as wide as the page where that leaves 8 points, else on several pages side by side, one
 * patient's after each other.
 */
export function listPage(
  { title, at, language }: Pick<ExportTable, 'title' | 'at' | 'language'>,
  widths: readonly number[],
): SheetPage {
  const foot = footer([title, at?.slice(0, 10).split('-').reverse().join('-') ?? ''], language);
  const isFitted = fitsWidth(widths);
  return {
    properties: isFitted ? fitted : '',
    setup: `${margins}<pageSetup paperSize="9" ${
      isFitted
        ? 'orientation="landscape" fitToHeight="0"'
        : `scale="${leastScale}" pageOrder="overThenDown" orientation="landscape"`
    }/>${foot}`,
  };
}

/** What tells of the list: on one page. */
export function aboutPage({ title, language }: Pick<ExportTable, 'title' | 'language'>): SheetPage {
  return {
    properties: fitted,
    setup: `${margins}<pageSetup paperSize="9" orientation="portrait"/>${footer([title], language)}`,
  };
}

/**
 * The columns that are repeated on the pages to the right, `$B:$C`: the CPR number and what stands beside it. Undefined
 * where all columns stand on one page, or there is no such number.
 */
export function repeatedColumns(
  columns: readonly ExportColumn[],
  widths: readonly number[],
  nameOf: (column: number) => string,
): string | undefined {
  const cpr = columns.findIndex(({ type }) => type === 'cpr');
  if (cpr < 0 || fitsWidth(widths)) return undefined;
  const last = columns[cpr + 1]?.type === 'text' ? cpr + 1 : cpr;
  return `$${nameOf(cpr)}:$${nameOf(last)}`;
}

/** Points of a line of text, and of the highest row that Excel has. */
const lineHeight = 15;
const highest = 409;

/**
 * How high a row is, in points, such that no text in it is cut: undefined of one line. Not every program works that out
 * as it opens a file.
 *
 * @param widths In characters.
 */
export function rowHeight(
  texts: readonly (string | undefined)[],
  widths: readonly number[],
): number | undefined {
  let lines = 1;
  for (const [column, text = ''] of texts.entries())
    if (text.length > widths[column]! || text.includes('\n'))
      lines = Math.max(lines, linesOf(text, widths[column]!));
  return lines === 1 ? undefined : Math.min(highest, lines * lineHeight);
}

/** How many lines a text takes that is broken between words. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    lines++;
    let used = 0;
    for (const { length } of line.split(' ')) {
      if (used > 0 && used + 1 + length <= width) {
        used += 1 + length;
        continue;
      }
      if (used > 0) lines++;
      lines += Math.max(0, Math.ceil(length / width) - 1);
      used = length % width || Math.min(length, width);
    }
    // No row is higher.
    if (lines * lineHeight >= highest) return lines;
  }
  return lines;
}

function fitsWidth(widths: readonly number[]): boolean {
  const inches = widths.reduce((sum, width) => sum + pixelsOf(width), 0) / 96;
  return inches * (leastScale / 100) <= pageWidth - 2 * side;
}

const fitted = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const margins = `<pageMargins left="${side}" right="${side}" top="${side}" bottom="0.6" header="0.3" footer="0.3"/>`;

/** At 8 points: what it is on the left, the page on the right. `&` begins a code, and stands for itself when doubled. */
function footer(parts: readonly string[], language: ExportTable['language']): string {
  const left = parts.filter(Boolean).join(' · ').slice(0, 100).replaceAll('&', '&&');
  const right = sheetPhrases[language].page('&P', '&N');
  return `<headerFooter scaleWithDoc="0"><oddFooter>${escapeXml(legalText(`&L&${leastSize} ${left}&R&${leastSize} ${right}`))}</oddFooter></headerFooter>`;
}
