import type { ExportCell, ExportColumn } from '../../../export/index.ts';
import type { Language } from '../../../profile/index.ts';
import type { CellView } from '../../cells.ts';
import type { ColumnIndex } from '../column-index/types.ts';
import type { ListData } from '../data.ts';
import type { Row } from '../rows/row.ts';
import type { ListTab, PriorityRule } from '../types.ts';
import type { Column } from './types.ts';

/** What a kind of column is: how it stands in the list, and everything that is made from it. */
export interface ColumnDefinition {
  /** The column as the list has it, but for its id and kind. */
  readonly column: Omit<Column, 'id' | 'kind'>;
  /** The column as numbers, for sorting, filtering, counting and finding. */
  readonly index: (data: ListData, column: Column, rules: readonly PriorityRule[]) => ColumnIndex;
  /** The cell in a row, made anew; `PopulationList.cell` keeps it. */
  readonly cell: (
    data: ListData,
    index: number,
    column: Column,
    rules: readonly PriorityRule[],
  ) => CellView;
  /** The cell on paper, a line each; default its `lines`. */
  readonly printed?: (cell: CellView, language: Language) => readonly string[];
  /** A value of the column's filter in words of ours; undefined of what is the clinic's own. */
  readonly nameValue?: (value: string, language: Language) => string | undefined;
  /** The column in a file; default one text column with the cell's `lines`. */
  readonly exported?: (column: Column, context: ExportContext) => ExportField;
  /** What a file says where the cell has no lines; default nothing. */
  readonly exportedEmpty?: (language: Language) => string;
}

/** Some columns of a file that come from one of the list, and how a row fills them. */
export interface ExportField {
  readonly columns: readonly ExportColumn[];
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
}
