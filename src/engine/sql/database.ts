/** What a host gives that has a database: a way to ask it. */
import type { Parameter } from './column.ts';
import type { Dialect } from './dialect/index.ts';

/** A database in which the tables of `layout` stand. The host asks it; the library has no connection. */
export interface SqlDatabase {
  /** The words that it takes; absent: those that DuckDB and PostgreSQL share. */
  readonly dialect?: Dialect;
  /** The clinics of it that are asked; absent: all that it has. */
  readonly clinics?: readonly string[];
  /**
   * Runs one text. Several of them may belong to one statement (in ClickHouse): they come one after another, and all
   * have to reach the same session.
   * @param parameters The values of `$1`, `$2` …; in ClickHouse of `{p1:…}`, `{p2:…}` ….
   * @returns The rows, by column name; none of a text that answers none.
   */
  run(text: string, parameters: readonly Parameter[]): Promise<readonly SqlRow[]>;
}

/** A row as a database gives it, by column name. */
export type SqlRow = Readonly<Record<string, unknown>>;
