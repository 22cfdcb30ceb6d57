/** What a spreadsheet would do to a text, and how it is kept from it. */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { millisecondsInDay } from 'date-fns/constants';
import { isValid } from 'date-fns/isValid';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { toDate } from 'date-fns/toDate';
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

/**
 * Everywhere that a reader with other separators and line ends than ours would begin a cell: comma, semicolon, tab,
 * bar, and whatever any of them takes for the end of a line (Unicode's, and the separators of ASCII).
 */
const separator = /[,;|\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]/g;
/** Separators, and what a reader passes over behind them. */
const gap = /[\p{Z}\p{C}"'\\,;|]+/gu;
const sign = /[=+\-@＝＋－＠﹦﹢﹣﹫−]/;
const first = /^(?=[\p{Z}\p{C}"'\\]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|[\t\r\n])/u;

/**
 * An apostrophe before whatever a spreadsheet may take for a formula: at the start, and within the text behind
 * whatever another reader takes for the end of a cell. So no quote that a reader passes over lets one through.
 */
export function withoutFormulas(text: string): string {
  // By whole gaps: looking for a sign behind each separator would read a gap of them once for each.
  return text
    .replace(gap, (each, at: number) =>
      sign.test(text.charAt(at + each.length)) ? guarded(each) : each,
    )
    .replace(first, "'");
}

/** Guards a sign that comes after a gap, from the last separator on that nobody passes over. */
function guarded(each: string): string {
  const from = Math.max(0, ...[',', ';', '|'].map((one) => each.lastIndexOf(one)));
  return each.slice(0, from) + each.slice(from).replace(separator, "$&'");
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
  return readDate(date)?.danish ?? date;
}

/** Days since 1970-01-01, of a date that exists. */
export function daysOf(date: string): number {
  return readDate(date)?.days ?? NaN;
}

function isDate(text: string): boolean {
  return readDate(text) !== undefined;
}

interface ReadDate {
  readonly danish: string;
  readonly days: number;
}

/** A table names the same few thousand days again and again: each is read once, and kept. */
const mostKept = 20_000;
const kept = new Map<string, ReadDate>();

function readDate(text: string): ReadDate | undefined {
  let read = kept.get(text);
  if (!read && /^\d{4}-\d\d-\d\d$/.test(text)) {
    const date = parseISO(text, { in: (value) => new UTCDateMini(+toDate(value)) });
    if (!isValid(date)) return undefined;
    read = { danish: lightFormat(date, 'dd-MM-yyyy'), days: date.getTime() / millisecondsInDay };
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, read);
  }
  return read;
}
