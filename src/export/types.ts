/** A table on its way to a file, whatever it tells of. Texts are in the reader's language already. */

/** A calendar date `YYYY-MM-DD`; one that does not exist is written as the text it is. */
export interface ExportDate {
  readonly date: string;
}

/** The value decides how a cell is written: a text, a real number, a real date, or nothing at all. */
export type ExportCell = string | number | ExportDate | undefined;

export interface ExportColumn {
  readonly title: string;
  /** What the column mostly holds; any cell may hold a text instead ("kan ikke afgøres"). `cpr` is a text. */
  readonly type: 'text' | 'number' | 'date' | 'cpr';
  /** In characters; default by type. */
  readonly width?: number;
}

/** One line of what must be known of the table, e.g. the profile, its version, what the data covers. */
export interface ExportInfo {
  readonly label: string;
  readonly value: string;
}

export interface ExportTable {
  /** Also the name of the sheet, shortened and made legal. */
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  /** Number of rows. */
  readonly rows: number;
  /** Asked once for each cell, row by row, while the file is written. */
  cell(row: number, column: number): ExportCell;
  readonly info: readonly ExportInfo[];
  /** ISO date-time of the export, for the file's properties. The room has no clock. */
  readonly at?: string;
  /** Language of the words that the file adds itself. */
  readonly language: 'da' | 'en';
}

export interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told after every slice: rows written, of how many. */
  readonly onProgress?: ((written: number, rows: number) => void) | undefined;
}

export interface CopyOptions extends ExportOptions {
  /** Whether the heads of the columns stand over the rows. Default true. */
  readonly hasHeads?: boolean;
}

/** What did not fit; all 0 when everything did. The user is to be told, and an XLSX says it itself. */
export interface ExportCut {
  /** Rows and columns beyond what a sheet holds. */
  readonly rows: number;
  readonly columns: number;
  /** Cells whose text was shortened. */
  readonly texts: number;
}

export interface ExportFile {
  readonly blob: Blob;
  readonly cut: ExportCut;
}
