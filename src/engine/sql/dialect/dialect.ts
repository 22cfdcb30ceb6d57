import type { Truth } from '../../types.ts';
import type { Cell, Column, ColumnType, Parameter } from '../column.ts';
import type { TableName } from '../text.ts';

export type DialectName = 'duckdb' | 'postgresql' | 'clickhouse' | 'trino' | 'spark' | 'sqlserver';

/** A text that a database runs at once, with the values of its parameters. */
export interface Step {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** A statement in some dialect: `text` answers, between what is run before it and after it. */
export interface Written extends Step {
  /**
   * Run before it, one after another, in the same session of the database: they make the temporary tables that it reads,
   * which hold patients. Empty in most dialects.
   */
  readonly before: readonly Step[];
  /** Run after it, whatever became of it: nothing of `before` is there any more. */
  readonly after: readonly Step[];
}

/** How a database wants to be spoken to. */
export interface Dialect {
  readonly name: DialectName;
  /** As its makers spell it. */
  readonly title: string;
  /** What a connection is told once, before it runs statements of ours. */
  readonly session: readonly string[];
  /**
   * Writes a statement in the words of the database.
   * @param text As DuckDB and PostgreSQL take it.
   * @param parameters The values of `$1`, `$2` … in it.
   * @param temporary What the names of its temporary tables begin with.
   */
  statement(text: string, parameters: readonly Parameter[], temporary: string): Written;
  /** A column's type, with whether it may be NULL. */
  columnType(column: Column): string;
  /** What stands behind the columns of a table. */
  storage(table: TableName): string;
  /** What a table holds for a cell of `rowsOf`. */
  cell(value: Cell, type: ColumnType): Cell;
}

/** The truth of a cell. @throws {TypeError} of what is none: the statement was not asked as it stands. */
export function truthOf(value: unknown, column: string): Truth {
  // Some databases have no truths of their own.
  if (value === true || value === 1) return 'yes';
  if (value === false || value === 0) return 'no';
  if (value === null) return 'unknown';
  throw new TypeError(
    `The database answers ${typeof value} in ${column}, where a boolean belongs.`,
  );
}
