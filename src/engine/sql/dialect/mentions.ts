/** What a statement reads of its own tables, and how. */
import type { Expression, Query, Select, Source } from './tree.ts';

export function mentionsIn(query: Query, counts: Map<string, number>): void {
  for (const { query: inner } of query.tables) mentionsIn(inner, counts);
  for (const select of query.selects) inSelect(select, counts);
}

/** Whether a query asks another one of each of its rows: ClickHouse may have dropped by then what that one names. */
export function asksOfRows(query: Query): boolean {
  let found = false;
  const look = (part: unknown) => {
    if (found || typeof part !== 'object' || part === null) return;
    if ('kind' in part && part.kind === 'exists') found = true;
    else for (const each of part instanceof Map ? part.values() : Object.values(part)) look(each);
  };
  look(query.selects);
  return found;
}

function inSelect(select: Select, counts: Map<string, number>): void {
  const { items, from, joins, where, group, having } = select;
  for (const source of [from, ...joins.map((join) => join.source)])
    if (source) inSource(source, counts);
  const expressions = [
    ...items.map(({ of }) => of),
    ...joins.map(({ on }) => on),
    where,
    ...group,
    having,
  ];
  for (const each of expressions) if (each) inExpression(each, counts);
}

function inSource(source: Source, counts: Map<string, number>): void {
  if (source.kind === 'query') mentionsIn(source.query, counts);
  if (source.kind === 'table' && source.schema === undefined)
    counts.set(source.name, (counts.get(source.name) ?? 0) + 1);
}

/** Queries stand in expressions now and then, at any depth. */
function inExpression(expression: Expression, counts: Map<string, number>): void {
  const { kind } = expression;
  if (kind === 'exists' || kind === 'row-in') mentionsIn(expression.query, counts);
  else inPart(Object.values(expression), counts);
}

function inPart(part: unknown, counts: Map<string, number>): void {
  if (typeof part !== 'object' || part === null) return;
  if ('kind' in part) inExpression(part as Expression, counts);
  else for (const each of Object.values(part) as unknown[]) inPart(each, counts);
}
