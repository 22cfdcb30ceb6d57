/** Code tables out of a file's text: JSON, or the columns of a spreadsheet. */
import { isObject } from '../../json/values.ts';
import { normalize } from '../../record/normalize.ts';
import { rowsOf, type Row } from './cells.ts';
import type { CodeTable, TableCode } from './memory.ts';

/** What a column may be called. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  system: ['system', 'codesystem', 'kodesystem'],
  code: ['code', 'kode'],
  da: ['text', 'da', 'tekst', 'navn', 'name', 'display'],
  en: ['en', 'english', 'engelsk'],
  parent: ['parent', 'overordnet'],
  retired: ['retired', 'inactive', 'udgået'],
  replacedBy: ['replacedby', 'replaced-by', 'erstattetaf'],
  release: ['release', 'version', 'udgave'],
};
type Column = 'system' | 'code' | 'da' | 'en' | 'parent' | 'retired' | 'replacedBy' | 'release';

const yes = new Set(['1', 'TRUE', 'YES', 'JA', 'X', 'RETIRED', 'UDGÅET']);

/**
 * Reads code tables: JSON, `{ "tables": [{ system, release?, codes: [{ code, text: { da, en? }, … }] }] }` or the list
 * alone; or a CSV file whose first line names its columns (`system;code;text;en;parent;retired;replacedBy;release`).
 *
 * @throws {TypeError} of a text that is neither, told in English for the one who wrote it.
 */
export function readCodeTables(text: string): readonly CodeTable[] {
  const first = text.replace(/^\uFEFF/, '').trimStart();
  if (!/^[{[]/.test(first)) return readColumns(rowsOf(text));
  let document: unknown;
  try {
    document = JSON.parse(first);
  } catch (error) {
    throw new TypeError(`it is no JSON: ${(error as SyntaxError).message}`, { cause: error });
  }
  const tables = isObject(document) ? document.tables : document;
  if (!Array.isArray(tables)) throw new TypeError('it has no list "tables" of code tables.');
  return tables as readonly CodeTable[];
}

function readColumns([head, ...rows]: readonly Row[]): readonly CodeTable[] {
  const columns = (head?.cells ?? []).map((cell) => columnNamed(cell));
  for (const needed of ['system', 'code', 'da'] as const)
    if (!columns.includes(needed))
      throw new TypeError(
        `its first line names no column "${needed === 'da' ? 'text' : needed}": system, code and text are needed.`,
      );
  const tables = new Map<string, { system: string; release?: string; codes: TableCode[] }>();
  for (const { cells } of rows) {
    const row: Partial<Record<Column, string>> = {};
    for (const [index, column] of columns.entries())
      if (column && cells[index]) row[column] = cells[index];
    const { system = '', code = '', da = '', en, parent, retired, replacedBy, release } = row;
    let table = tables.get(system);
    if (!table) tables.set(system, (table = { system, codes: [] }));
    if (release !== undefined) table.release ??= release;
    table.codes.push({
      code,
      text: { da, ...(en === undefined ? {} : { en }) },
      ...(parent === undefined ? {} : { parent }),
      ...(retired !== undefined && yes.has(normalize(retired)) ? { retired: true } : {}),
      ...(replacedBy === undefined ? {} : { replacedBy }),
    });
  }
  return [...tables.values()].map(({ system, release, codes }) => ({
    system,
    codes,
    ...(release === undefined ? {} : { release: { name: release } }),
  }));
}

function columnNamed(cell: string): Column | undefined {
  const name = cell.toLowerCase().replaceAll(/[\s_]/g, '');
  return (Object.keys(columnNames) as Column[]).find((column) =>
    columnNames[column].includes(name),
  );
}
