/** A database that the country is made in. */
import type { Column, Dialect, SqlDatabase, SqlRow } from '../../../../src/engine/sql/index.ts';

export interface Driver {
  readonly dialect: Dialect;
  /** So many profiles are asked in one statement: what they ask alike is read once, and more is too much for it. */
  readonly profilesAtATime: number;
  /** As the figures name it, with its version. */
  title(): Promise<string>;
  /** Makes the empty tables of the layout. */
  createLayout(): Promise<void>;
  /** A statement that answers nothing. */
  run(text: string): Promise<void>;
  /** The one number, `number`, that a statement answers. */
  number(text: string): Promise<number>;
  /** A table with these columns, filled from a file of CSV in which `\N` is NULL. */
  readCsv(table: string, columns: readonly Column[], file: string): Promise<void>;
  /** A list of texts as this database writes it in a statement. */
  textsOf(texts: readonly string[]): string;
  /** After everything is in: what makes it quick to ask. */
  settle(): Promise<void>;
  /** One text of a statement, in the one session that there is. */
  ask: SqlDatabase['run'];
  /** Bytes that its processes hold, at the most so far, and that lie on the disk. */
  memory(): number;
  disk(): Promise<number>;
  close(): Promise<void>;
}

export type Row = SqlRow;
