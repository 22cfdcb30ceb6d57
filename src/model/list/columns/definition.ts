import type { Steps } from '../../../engine/index.ts';
import type { Language } from '../../../profile/index.ts';
import type { CellView } from '../../cells.ts';
import type { ColumnIndex } from '../column-index/types.ts';
import type { ListData } from '../data.ts';
import type { RowGroups } from '../rows/groups.ts';
import type { PriorityRule } from '../types.ts';
import type { Column } from './types.ts';

/** What a kind of column is: how it stands in the list, and what is made from it on screen and on paper. Files have
 * their own columns (`export/fields.ts`). */
export interface ColumnDefinition {
  /** The column as the list has it, but for its id and kind. */
  readonly column: Omit<Column, 'id' | 'kind'>;
  /** The column as numbers, for sorting, filtering, counting and finding; in steps where it takes its time. */
  readonly index: (data: ListData, column: Column) => ColumnIndex | Steps<ColumnIndex>;
  /** Which rows belong together; absent of columns by which rows are not put in groups. */
  readonly groups?: (data: ListData, index: ColumnIndex, column: Column) => Steps<RowGroups>;
  /** The cell in a row, made anew; `PopulationList.cell` keeps it. */
  readonly cell: (
    data: ListData,
    index: number,
    column: Column,
    rules: readonly PriorityRule[],
  ) => CellView;
  /** The cell on paper, in a file and on the clipboard, a line each; default its `lines`. */
  readonly printed?: (cell: CellView, language: Language) => readonly string[];
  /** A value of the column's filter in words of ours; undefined of what is the clinic's own. */
  readonly nameValue?: (value: string, language: Language, column: Column) => string | undefined;
}
