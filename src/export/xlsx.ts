import { sheetPhrases } from '../i18n/phrases/export.ts';
import { describeCut } from './cut.ts';
import { sheetNames } from './names.ts';
import { inSlices } from './slices.ts';
import { danishDate, daysOf, longestText, shorten, startsFormula, valueOf } from './text.ts';
import type {
  ExportCell,
  ExportColumn,
  ExportCut,
  ExportFile,
  ExportInfo,
  ExportOptions,
  ExportTable,
} from './types.ts';
import { escapeXml, legalText } from './xml.ts';
import { aboutPage, listPage, repeatedColumns, rowHeight, type SheetPage } from './xlsx-page.ts';
import { ZipWriter } from './zip.ts';

/** What a sheet of Excel holds, the head included. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/**
 * The table as a workbook (ECMA-376): a sheet with the list (typed cells, a frozen head, filters) and one
 * that tells of it. Texts are stored as texts, whatever they begin with; those that look like formulas bear
 * Excel's own quote prefix besides. No macros, no links, no formulas; the same input gives the same bytes.
 *
 * @throws The signal's reason, when it aborts.
 * @throws {RangeError} when the list is over 4 GB before it is compressed.
 */
export async function toXlsx(table: ExportTable, options: ExportOptions = {}): Promise<ExportFile> {
  const { title, info, language, at } = table;
  const text = sheetPhrases[language];
  const names = sheetNames([title || text.list, text.about]);
  const columns = table.columns.slice(0, mostColumns);
  const rows = Math.min(table.rows, mostRows - 1);
  const cells = new Cells();
  const zip = new ZipWriter();

  await zip.add('[Content_Types].xml', contentTypes);
  await zip.add('_rels/.rels', packageRelations);
  await zip.add('docProps/core.xml', coreProperties(title, at));
  const widths = columns.map(widthOf);
  const page = listPage(table, widths);
  const repeated = repeatedColumns(columns, widths, columnName);
  await zip.add('xl/workbook.xml', workbook(names, columns.length, rows, repeated));
  await zip.add('xl/_rels/workbook.xml.rels', workbookRelations);
  await zip.add('xl/styles.xml', styles);

  const list = zip.open('xl/worksheets/sheet1.xml');
  const area = areaOf(columns.length, rows);
  await list.push(listHead(page, widths, area));
  await list.push(
    cells.row(
      1,
      columns.map((column) => column.title),
      { widths, text: style.head },
    ),
  );
  await inSlices(rows, columns.length, options, (from, to) => {
    let written = '';
    for (let row = from; row < to; row++)
      written += cells.row(
        row + 2,
        columns.map((column, index) => valueOf(table.cell(row, index), column)),
        { widths, text: style.text },
      );
    return list.push(written);
  });
  await list.push(listFoot(page, columns.length, rows, area));
  await list.close();

  const cut: ExportCut = {
    rows: table.rows - rows,
    columns: table.columns.length - columns.length,
    texts: cells.shortened,
  };
  const told = describeCut(cut, language).map((value) => ({ label: text.cut, value }));
  // What was cut is said where the reader looks for what the list holds.
  await zip.add('xl/worksheets/sheet2.xml', about(table, [...told, ...info], cells));
  return {
    blob: new Blob([...zip.end()], { type: mimeType }),
    cut: { ...cut, texts: cells.shortened },
  };
}

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a row looks. */
interface RowLook {
  /** Of its columns, in characters. */
  readonly widths: readonly number[];
  /** Style of texts; the one after it is the same with a quote prefix. */
  readonly text: number;
  /** Style of the first column's texts. */
  readonly first?: number;
}

/** Writes rows, and counts what did not fit. */
class Cells {
  shortened = 0;

  row(
    number: number,
    values: readonly ExportCell[],
    { widths, text, first = text }: RowLook,
  ): string {
    let cells = '';
    for (let column = 0; column < values.length; column++)
      cells += this.#cell(columnName(column) + number, values[column], column === 0 ? first : text);
    const height = rowHeight(
      values.map((value) => (typeof value === 'string' ? value : undefined)),
      widths,
    );
    return `<row r="${number}"${height === undefined ? '' : ` ht="${height}"`}>${cells}</row>`;
  }

  #cell(place: string, value: ExportCell, textStyle: number): string {
    if (value === undefined || value === '') return '';
    if (typeof value === 'number') return `<c r="${place}" s="${style.number}"><v>${value}</v></c>`;
    if (typeof value === 'string') return this.#text(place, value, textStyle);
    // Excel's calendar has a day too many in early 1900, and nothing before it.
    const serial = daysOf(value.date) + daysBefore1970;
    return serial < firstSerial
      ? this.#text(place, danishDate(value.date), textStyle)
      : `<c r="${place}" s="${style.date}"><v>${serial}</v></c>`;
  }

  #text(place: string, value: string, textStyle: number): string {
    const legal = legalText(value);
    if (legal.length > longestText) this.shortened++;
    const text = shorten(legal, longestText);
    const quoted = startsFormula(text) ? 1 : 0;
    return `<c r="${place}" s="${textStyle + quoted}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  }
}

const daysBefore1970 = 25_569;
const firstSerial = 61;

/** `A` … `Z`, `AA` …: the name of a column counted from 0. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** `A1:T120`: the head and the rows; absent when there are no columns. */
function areaOf(columns: number, rows: number): string | undefined {
  return columns > 0 ? `A1:${columnName(columns - 1)}${rows + 1}` : undefined;
}

// ── The parts ──────────────────────────────────────────────────────────────────────────────────

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const packageRelations = relationships(
  [`${relations}/officeDocument`, 'xl/workbook.xml'],
  [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
);

const workbookRelations = relationships(
  [`${relations}/worksheet`, 'worksheets/sheet1.xml'],
  [`${relations}/worksheet`, 'worksheets/sheet2.xml'],
  [`${relations}/styles`, 'styles.xml'],
);

function relationships(...entries: readonly (readonly [type: string, target: string])[]): string {
  const all = entries.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

function coreProperties(title: string, at: string | undefined): string {
  // Excel refuses the whole file for a time that it cannot read.
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(at ?? '');
  const created = isTime
    ? `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`
    : '';
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(legalText(title))}</dc:title>${created}</cp:coreProperties>`;
}

function workbook(
  names: readonly string[],
  columns: number,
  rows: number,
  repeated: string | undefined,
): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const first = `'${escapeXml((names[0] ?? '').replaceAll("'", "''"))}'!`;
  // The filter's own name, and the head on every printed page.
  const defined =
    columns > 0
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${first}$A$1:$${columnName(columns - 1)}$${rows + 1}</definedName>`
      : '';
  return `${declaration}<workbook ${main} xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets><definedNames>${defined}<definedName name="_xlnm.Print_Titles" localSheetId="0">${repeated === undefined ? '' : `${first}${repeated},`}${first}$1:$1</definedName></definedNames></workbook>`;
}

/** Places in `cellXfs` below. */
const style = { number: 1, date: 2, text: 3, head: 5, label: 7 } as const;

const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const styles = `${declaration}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5B6B75"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${top}</xf>`,
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${top}</xf>`,
  ...quotable(
    (prefix) =>
      `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"${prefix} applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>`,
  ),
  ...quotable(
    (prefix) =>
      `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0"${prefix} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
  ),
  ...quotable(
    (prefix) =>
      `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0"${prefix} applyNumberFormat="1" applyFont="1" applyAlignment="1">${wrapped}</xf>`,
  ),
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function quotable(xf: (prefix: string) => string): readonly string[] {
  return [xf(''), xf(' quotePrefix="1"')];
}

function widthOf({ type, width }: ExportColumn): number {
  const given = width ?? { text: 24, number: 12, date: 12, cpr: 13 }[type];
  return Math.min(widest, Math.max(1, given));
}

function listHead(page: SheetPage, widths: readonly number[], area: string | undefined): string {
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  return `${declaration}<worksheet ${main}>${page.properties}${
    area === undefined ? '' : `<dimension ref="${area}"/>`
  }<sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>${cols(widths)}<sheetData>`;
}

function listFoot(
  page: SheetPage,
  columns: number,
  rows: number,
  area: string | undefined,
): string {
  // A code such as "0101" is meant to be a text: no green corner.
  const quiet =
    columns > 0 && rows > 0
      ? `<ignoredErrors><ignoredError sqref="A2:${columnName(columns - 1)}${rows + 1}" numberStoredAsText="1"/></ignoredErrors>`
      : '';
  return `</sheetData>${area === undefined ? '' : `<autoFilter ref="${area}"/>`}${page.setup}${quiet}</worksheet>`;
}

function about(
  table: Pick<ExportTable, 'title' | 'language'>,
  info: readonly ExportInfo[],
  cells: Cells,
): string {
  const page = aboutPage(table);
  const widths = [30, 100];
  const label = { widths, text: style.label };
  const rows = info.map(({ label: name, value }, index) =>
    cells.row(index + 2, [name, value], { ...label, text: style.text, first: style.label }),
  );
  return `${declaration}<worksheet ${main}>${page.properties}<sheetViews><sheetView workbookViewId="0"/></sheetViews>${cols(widths)}<sheetData>${cells.row(1, [table.title], label)}${rows.join('')}</sheetData>${page.setup}</worksheet>`;
}

/** Excel's columns are so many characters wide at most. */
const widest = 255;

function cols(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const each = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}
