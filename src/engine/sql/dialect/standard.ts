/** The dialects in whose common words every statement is written first. */
import type { Column } from '../column.ts';
import type { Dialect } from './dialect.ts';

const standard = {
  statement: (text, parameters) => ({ before: [], text, parameters, after: [] }),
  columnType: ({ type, optional }: Column) => `${type}${optional ? '' : ' NOT NULL'}`,
  storage: () => '',
  cell: (value) => value,
} as const satisfies Partial<Dialect>;

export const duckdb: Dialect = {
  name: 'duckdb',
  title: 'DuckDB',
  session: ['SET max_expression_depth TO 10000'],
  ...standard,
};
export const postgresql: Dialect = {
  name: 'postgresql',
  title: 'PostgreSQL',
  // It takes a table of the statement for a row or two, and would go through another one for each of many. Every join of
  // ours has something equal. And to compile a long statement takes longer than to run it.
  session: ['SET enable_nestloop = off', 'SET jit = off'],
  ...standard,
};
