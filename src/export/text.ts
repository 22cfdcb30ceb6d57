/** What a spreadsheet would do to a text, and how it is kept from it. */
import type { ExportCell, ExportColumn } from './types.ts';

/** Characters (UTF-16) that one cell of Excel holds. */
export const longestText = 32_767;

/** Stands where a text was shortened. */
const ellipsis = '…';

/** Signs that begin a formula, their wide and small forms too, behind whatever cannot be seen. */
const formula = /^[\p{Z}\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

/** Whether a spreadsheet may take the text for a formula. */
export function startsFormula(text: string): boolean {
  return formula.test(text);
}

/** Everywhere that a reader with other separators than ours would begin a cell, and find a formula. */
const formulas = /(^|[,;\t\r\n])(?=[\p{Z}\p{C}"']*[=+\-@＝＋－＠﹦﹢﹣﹫−])|^(?=[\t\r\n])/gu;

/**
 * An apostrophe before whatever a spreadsheet may take for a formula: at the start, and within the text
 * behind a comma, semicolon, tab or new line, where Excel of another country would begin a new cell.
 */
export function withoutFormulas(text: string): string {
  return text.replace(formulas, "$1'");
}

/** At most `longest` characters, an ellipsis for the rest; no character is cut in two. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = longest - ellipsis.length;
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return text.slice(0, isSplit ? end - 1 : end) + ellipsis;
}

/** The cell as it is to be written: CPR numbers with their hyphen, numbers that are none as text. */
export function valueOf(cell: ExportCell, { type }: ExportColumn): ExportCell {
  if (typeof cell === 'object') return isDate(cell.date) ? cell : cell.date;
  if (type === 'cpr' && cell !== undefined)
    return String(cell).replace(/^(\d{6})([0-9A-ZÆØÅ]{4})$/i, '$1-$2');
  return typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell;
}

/** `24-11-2026`: what Danish Excel reads as a date. */
export function danishDate(date: string): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** Days since 1970-01-01, of a date that exists. */
export function daysOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is the second of March to some engines.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
