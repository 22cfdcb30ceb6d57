/** A profile as SQL, to run where the data lives. It asks of no database itself. */
export type { Cell, Parameter } from './column.ts';
export {
  createLayout,
  layout,
  schemaName,
  tableNames,
  type Column,
  type ColumnType,
  type TableName,
} from './layout.ts';
export { coverageRows, rowsOf, type Row, type Rows } from './rows.ts';
export {
  clickhouse,
  dialects,
  duckdb,
  postgresql,
  spark,
  sqlserver,
  trino,
  type Dialect,
  type DialectName,
  type Step,
  type Written,
} from './dialect/index.ts';
export type { SqlDatabase, SqlRow } from './database.ts';
export { sqlEngine } from './engine.ts';
export { runStatement } from './run.ts';
export { toSql, type Statement, type StatementOptions } from './statement.ts';
export { untold, type LeavesProtection } from './leaves/protection.ts';
export { toLeavesSql, type LeavesOptions, type LeavesStatement } from './leaves/statement.ts';
export {
  toActivitiesSql,
  type ActivityPeriod,
  type ActivityQuestion,
} from './activities/statement.ts';
export type { OutcomeColumn, OutcomeTable, QueryEngine } from '../engine.ts';
