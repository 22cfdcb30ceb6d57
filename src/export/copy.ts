import { inSlices } from './slices.ts';
import { danishDate, valueOf, withoutFormulas } from './text.ts';
import type { CopyOptions, ExportCell, ExportTable } from './types.ts';

/**
 * The table as the clipboard takes it to a spreadsheet: a head and rows, cells between tabs, numbers and dates
 * as in `toCsv`. Texts are in one line each, and those that would be formulas get an apostrophe. A text that
 * begins with a quote, behind white space or not, stands in quotes: else a spreadsheet would read on into the next
 * cells, to the next quote.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function copyText(table: ExportTable, options: CopyOptions = {}): Promise<string> {
  const { columns } = table;
  const { hasHeads = true } = options;
  const lines = hasHeads ? [columns.map(({ title }) => field(title)).join('\t')] : [];
  await inSlices(table.rows, columns.length, options, (from, to) => {
    for (let row = from; row < to; row++)
      lines.push(
        columns.map((column, at) => field(valueOf(table.cell(row, at), column))).join('\t'),
      );
  });
  return lines.join('\r\n');
}

function field(value: ExportCell): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'object') return danishDate(value.date);
  const text = withoutFormulas((value ?? '').replace(spaces, ' '));
  return /^\s*"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** White space, and controls: some readers take one for the end of a line, and NUL for the end of it all. */
const spaces = /[\s\p{Cc}]+/gu;
