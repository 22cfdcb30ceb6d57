/** A profile as SQL, to run where the data lives. It asks of no database itself. */
export type { Parameter } from './draft.ts';
export {
  createLayout,
  layout,
  schemaName,
  tableNames,
  type Column,
  type ColumnType,
  type TableName,
} from './layout.ts';
export { coverageRows, rowsOf, type Cell, type Row, type Rows } from './rows.ts';
export { toSql, type OutcomeColumn, type Statement } from './statement.ts';
