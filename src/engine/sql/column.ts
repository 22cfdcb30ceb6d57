/** What tables of the layout and statements hold. */

/** A value that goes beside the statement, never into it. Dates are texts `YYYY-MM-DD`. */
export type Parameter = string | number;

export type ColumnType = 'text' | 'text[]' | 'integer' | 'double precision' | 'boolean' | 'date';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** May be NULL. */
  readonly optional?: true;
}

/** Dates are texts `YYYY-MM-DD`; a list of texts is a `text[]`; `null` is NULL. */
export type Cell = string | number | boolean | readonly string[] | null;
