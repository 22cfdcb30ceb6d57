/** The statement's own tables all at its beginning: no dialect but the standard's has them further in. */
import type { Expression, Join, Query, Select, Source, Table } from './tree.ts';

/** A statement with its tables in the order in which they read each other. Their names are different throughout. */
export function flattened(query: Query): Query {
  const tables: Table[] = [];
  const rest = withoutTables(query, tables);
  return { ...rest, tables };
}

function withoutTables(query: Query, tables: Table[]): Query {
  for (const table of query.tables) {
    const inner = withoutTables(table.query, tables);
    tables.push({ ...table, query: inner });
  }
  return { ...query, tables: [], selects: query.selects.map((each) => selectIn(each, tables)) };
}

function selectIn(select: Select, tables: Table[]): Select {
  return {
    ...select,
    ...(select.from && { from: sourceIn(select.from, tables) }),
    joins: select.joins.map((join): Join => ({ ...join, source: sourceIn(join.source, tables) })),
  };
}

function sourceIn(source: Source, tables: Table[]): Source {
  return source.kind === 'query'
    ? { ...source, query: withoutTables(source.query, tables) }
    : source;
}

/** Whether a table reads itself. */
export function isRecursive({ name, query }: Table): boolean {
  return query.selects.some(({ from, joins }) =>
    [from, ...joins.map(({ source }) => source)].some(
      (source) => source?.kind === 'table' && source.schema === undefined && source.name === name,
    ),
  );
}

/** Without the parentheses around it. */
export function bare(expression: Expression): Expression {
  return expression.kind === 'group' ? bare(expression.of) : expression;
}
