import { inSlices } from './slices.ts';
import { danishDate, longestText, shorten, valueOf, withoutFormulas } from './text.ts';
import type { ExportCell, ExportFile, ExportOptions, ExportTable } from './types.ts';

export interface CsvOptions extends ExportOptions {
  /**
   * Writes the table's `info` after an empty line, below the rows: Excel's sort and filter stop there.
   * Default `false`, so that whatever reads the file finds a head and rows, and nothing that looks like a
   * patient; XLSX has a sheet for it.
   */
  readonly about?: boolean;
}

/**
 * The table as Danish Excel opens it with a double click: UTF-8 with a byte order mark, semicolons, decimal
 * comma, `dd-mm-yyyy`, CRLF. A CSV carries no types: Excel still makes numbers of texts that look like such
 * ("0101"); XLSX keeps them. Texts that would be formulas get an apostrophe that can be seen.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function toCsv(table: ExportTable, options: CsvOptions = {}): Promise<ExportFile> {
  const { columns, info } = table;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  const write = (lines: string) => parts.push(encoder.encode(lines));
  let texts = 0;
  const field = (value: ExportCell): string => {
    if (typeof value === 'number') return decimalComma(value);
    if (typeof value === 'object') return danishDate(value.date);
    if (value === undefined) return '';
    const safe = withoutFormulas(value);
    // Excel spills what is too long for a cell over the next row.
    if (safe.length > longestText) texts++;
    return quote(shorten(safe, longestText));
  };
  const line = (values: readonly ExportCell[]) => `${values.map(field).join(';')}\r\n`;

  write(`\ufeff${line(columns.map(({ title }, at) => (at === 0 ? withoutSwitch(title) : title)))}`);
  await inSlices(table.rows, columns.length, options, (from, to) => {
    let lines = '';
    for (let row = from; row < to; row++)
      lines += line(columns.map((column, at) => valueOf(table.cell(row, at), column)));
    write(lines);
  });
  if (options.about) write(`\r\n${info.map(({ label, value }) => line([label, value])).join('')}`);
  return {
    blob: new Blob(parts, { type: 'text/csv;charset=utf-8' }),
    cut: { rows: 0, columns: 0, texts },
  };
}

/** A first line `sep=,` tells Excel to read the file by another separator: a head that says so is only a head. */
function withoutSwitch(title: string): string {
  return /^\s*sep=/i.test(title) ? `'${title}` : title;
}

function decimalComma(value: number): string {
  return String(value).replace('.', ',');
}

/** Texts always stand in quotes: then no separator, whoever's it is, ends one. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
