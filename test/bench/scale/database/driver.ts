/** A database that the country is made in. */
import type { Column, LeavesStatement } from '../../../../src/engine/sql/index.ts';
import type { LeafRow } from '../leaves.ts';

export interface Driver {
  readonly name: string;
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
  /** A list of texts, or NULL, as this database writes it. */
  textsOf(texts: readonly string[] | null): string;
  /** After everything is in: what makes it quick to ask. */
  settle(): Promise<void>;
  ask(statement: LeavesStatement): Promise<readonly LeafRow[]>;
  /** Bytes that its processes hold, at the most so far, and that lie on the disk. */
  memory(): number;
  disk(): Promise<number>;
  close(): Promise<void>;
}
