import { readExpression, readWindow } from './read-expression.ts';
import { Reader } from './reader.ts';
import type { Item, Join, Query, Select, Source, Table, Window } from './tree.ts';

/** Reads a statement that this folder's neighbours have written. @throws {SyntaxError} of any other. */
export function readStatement(text: string): Query {
  const reader = new Reader(text);
  const query = readQuery(reader);
  reader.take('end');
  return query;
}

export function readQuery(reader: Reader): Query {
  const tables = reader.takes('WITH') ? readTables(reader) : [];
  const selects = [readSelect(reader)];
  let isAll: boolean | undefined;
  while (reader.takes('UNION')) {
    const all = reader.takes('ALL');
    if (isAll !== undefined && isAll !== all) throw reader.unknown('one kind of UNION');
    isAll = all;
    selects.push(readSelect(reader));
  }
  return { tables, selects, isAll: isAll ?? true };
}

function readTables(reader: Reader): readonly Table[] {
  reader.takes('RECURSIVE');
  return reader.list(() => {
    const name = reader.take('word');
    reader.expect('AS');
    const isMaterialized = reader.takes('MATERIALIZED');
    reader.expect('(');
    const query = readQuery(reader);
    reader.expect(')');
    return { name, isMaterialized, query };
  });
}

function readSelect(reader: Reader): Select {
  reader.expect('SELECT');
  const isDistinct = reader.takes('DISTINCT');
  const items = reader.list(() => readItem(reader));
  const from = reader.takes('FROM') ? readSource(reader) : undefined;
  const joins: Join[] = [];
  while (reader.sees('JOIN') || reader.sees('LEFT', 'JOIN')) joins.push(readJoin(reader));
  const where = reader.takes('WHERE') ? readExpression(reader) : undefined;
  const group = reader.takes('GROUP', 'BY') ? reader.list(() => readExpression(reader)) : [];
  const having = reader.takes('HAVING') ? readExpression(reader) : undefined;
  const windows = new Map<string, Window>();
  if (reader.takes('WINDOW')) {
    const name = reader.take('word');
    reader.expect('AS', '(');
    windows.set(name, readWindow(reader));
  }
  return {
    isDistinct,
    items,
    ...(from && { from }),
    joins,
    ...(where && { where }),
    group,
    ...(having && { having }),
    windows,
  };
}

function readItem(reader: Reader): Item {
  const of = readExpression(reader);
  return reader.takes('AS') ? { of, name: reader.take('word') } : { of };
}

function readSource(reader: Reader): Source {
  if (reader.takes('(')) {
    const query = readQuery(reader);
    reader.expect(')', 'AS');
    return { kind: 'query', query, as: reader.take('word') };
  }
  if (reader.takes('generate_series', '(')) {
    const from = reader.take('number');
    reader.expect(',');
    const to = reader.take('number');
    reader.expect(')', 'AS');
    const as = reader.take('word');
    reader.expect('(');
    const column = reader.take('word');
    reader.expect(')');
    return { kind: 'series', from, to, as, column };
  }
  const first = reader.take('word');
  const name = reader.takes('.') ? reader.take('word') : undefined;
  const as = reader.takes('AS') ? reader.take('word') : (name ?? first);
  return name === undefined
    ? { kind: 'table', name: first, as }
    : { kind: 'table', schema: first, name, as };
}

function readJoin(reader: Reader): Join {
  const isLeft = reader.takes('LEFT');
  reader.expect('JOIN');
  const source = readSource(reader);
  if (reader.takes('USING', '(')) {
    const using = reader.list(() => reader.take('word'));
    reader.expect(')');
    return { isLeft, source, using };
  }
  reader.expect('ON');
  return { isLeft, source, on: readExpression(reader), using: [] };
}
