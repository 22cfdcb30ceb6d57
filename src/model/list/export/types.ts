import type { ExportCell, ExportColumn } from '../../../export/index.ts';
import type { ListData } from '../data.ts';
import type { Row } from '../rows/row.ts';
import type { ListTab } from '../types.ts';

/** A column of a file, with the heading of its kind where the profile gives it its title. */
export type FieldColumn = ExportColumn & { readonly heading?: string };

/** Some columns of a file that come from one of the list, and how a row fills them. */
export interface ExportField {
  readonly columns: readonly FieldColumn[];
  readonly read: (row: Row) => readonly ExportCell[];
}

/** What a file's columns are made from. */
export interface ExportContext {
  readonly data: ListData;
  readonly tab: ListTab;
  /** The column's head on screen. */
  readonly title: string;
  /** Whether the sex has a column of its own. */
  readonly hasSex: boolean;
  /** Whether why a patient is exempt has a column of its own. */
  readonly hasExemption: boolean;
  /** What the cell of a row says in a file, a line each: each reason in all its words. */
  readonly reasonsOf: (row: Row) => readonly string[];
  /** What the cell of a row says, a line each. */
  readonly linesOf: (row: Row) => readonly string[];
}
