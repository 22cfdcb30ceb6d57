import { readQuery } from './read-query.ts';
import type { Reader } from './reader.ts';
import type { Call, Expression, Order, Window } from './tree.ts';

export function readExpression(reader: Reader): Expression {
  return readChain(reader, ['OR'], () => readChain(reader, ['AND'], () => readNegation(reader)));
}

/** Operations of one rank, from left to right. */
function readChain(
  reader: Reader,
  operators: readonly string[],
  read: () => Expression,
): Expression {
  let left = read();
  for (;;) {
    const operator = operators.find((each) => reader.takes(each));
    if (operator === undefined) return left;
    left = { kind: 'operation', operator, left, right: read() };
  }
}

function readNegation(reader: Reader): Expression {
  return reader.takes('NOT') ? { kind: 'not', of: readNegation(reader) } : readPredicate(reader);
}

const comparisons = ['=', '<>', '<=', '>=', '<', '>'];

function readPredicate(reader: Reader): Expression {
  let of = readSum(reader);
  for (;;) {
    const operator = reader.sees('=', 'ANY')
      ? undefined
      : comparisons.find((each) => reader.takes(each));
    if (operator !== undefined) {
      of = { kind: 'operation', operator, left: of, right: readSum(reader) };
    } else if (reader.takes('=', 'ANY', '(')) {
      of = { kind: 'any', of, list: readExpression(reader) };
      reader.expect(')');
    } else if (reader.takes('BETWEEN')) {
      const from = readSum(reader);
      reader.expect('AND');
      of = { kind: 'between', of, from, to: readSum(reader) };
    } else if (reader.takes('IN', '(')) {
      of = { kind: 'in', of, list: reader.list(() => readExpression(reader)) };
      reader.expect(')');
    } else if (reader.takes('IS', 'DISTINCT', 'FROM')) {
      of = { kind: 'distinct', left: of, right: readSum(reader) };
    } else if (reader.takes('IS')) {
      const isNot = reader.takes('NOT');
      const what = (['NULL', 'TRUE', 'FALSE'] as const).find((each) => reader.takes(each));
      if (!what) throw reader.unknown('NULL, TRUE or FALSE');
      of = { kind: 'is', of, what, isNot };
    } else return of;
  }
}

function readSum(reader: Reader): Expression {
  return readChain(reader, ['+', '-', '||'], () => readProduct(reader));
}

function readProduct(reader: Reader): Expression {
  let left = readCollated(reader);
  for (;;) {
    if (reader.takes('*', 'INTERVAL')) {
      reader.take('text');
      const unit = reader.takes('YEAR') ? 'YEAR' : (reader.expect('MONTH'), 'MONTH');
      return { kind: 'interval', count: left, unit };
    }
    const operator = ['*', '/', '%'].find((each) => reader.takes(each));
    if (operator === undefined) return left;
    left = { kind: 'operation', operator, left, right: readCollated(reader) };
  }
}

function readCollated(reader: Reader): Expression {
  const of = readPart(reader);
  if (!reader.takes('COLLATE')) return of;
  reader.take('quoted');
  return { kind: 'collated', of };
}

function readPart(reader: Reader): Expression {
  const { next } = reader;
  if (next.kind === 'number') return { kind: 'number', text: reader.take('number') };
  if (next.kind === 'text') return { kind: 'text', text: reader.take('text') };
  if (next.kind === 'parameter')
    return { kind: 'parameter', number: Number(reader.take('parameter').slice(1)) };
  if (reader.takes('-')) return { kind: 'number', text: `-${reader.take('number')}` };
  if (reader.takes('*')) return { kind: 'star' };
  if (reader.takes('(')) return readGroup(reader);
  if (reader.takes('TRUE')) return { kind: 'truth', value: true };
  if (reader.takes('FALSE')) return { kind: 'truth', value: false };
  if (reader.takes('NULL')) return { kind: 'null' };
  if (reader.takes('DATE')) return { kind: 'day', date: reader.take('text').slice(1, -1) };
  if (reader.takes('CASE')) return readCase(reader);
  if (reader.takes('CAST', '(')) return readCast(reader);
  if (reader.takes('EXISTS', '(')) {
    const query = readQuery(reader);
    reader.expect(')');
    return { kind: 'exists', query };
  }
  if (reader.takes('extract', '(', 'DAY', 'FROM')) {
    const of = readExpression(reader);
    reader.expect(')');
    return { kind: 'day-of-month', of };
  }
  const name = reader.take('word');
  if (reader.takes('(')) return readCall(reader, name);
  if (!reader.takes('.')) return { kind: 'column', name };
  return { kind: 'column', table: name, name: reader.take('word') };
}

function readGroup(reader: Reader): Expression {
  const parts = reader.list(() => readExpression(reader));
  reader.expect(')');
  if (parts.length === 1) return { kind: 'group', of: parts[0]! };
  reader.expect('IN', '(');
  const query = readQuery(reader);
  reader.expect(')');
  return { kind: 'row-in', of: parts, query };
}

function readCase(reader: Reader): Expression {
  const of = reader.sees('WHEN') ? undefined : readExpression(reader);
  const branches: { when: Expression; then: Expression }[] = [];
  while (reader.takes('WHEN')) {
    const when = readExpression(reader);
    reader.expect('THEN');
    branches.push({ when, then: readExpression(reader) });
  }
  const otherwise = reader.takes('ELSE') ? readExpression(reader) : undefined;
  reader.expect('END');
  return { kind: 'case', ...(of && { of }), branches, ...(otherwise && { otherwise }) };
}

function readCast(reader: Reader): Expression {
  const of = readExpression(reader);
  reader.expect('AS');
  let type = reader.take('word');
  if (reader.takes('PRECISION')) type = 'DOUBLE PRECISION';
  if (reader.takes('(')) {
    const sizes = reader.list(() => reader.take('number'));
    reader.expect(')');
    type = `${type}(${sizes.join(', ')})`;
  }
  reader.expect(')');
  return { kind: 'cast', of, type };
}

function readCall(reader: Reader, name: string): Expression {
  const isDistinct = reader.takes('DISTINCT');
  const of = reader.sees(')') ? [] : reader.list(() => readExpression(reader));
  reader.expect(')');
  let filter: Expression | undefined;
  if (reader.takes('FILTER', '(', 'WHERE')) {
    filter = readExpression(reader);
    reader.expect(')');
  }
  let over: Call['over'];
  if (reader.takes('OVER')) over = reader.takes('(') ? readWindow(reader) : reader.take('word');
  return { kind: 'call', name, isDistinct, of, ...(filter && { filter }), ...(over && { over }) };
}

/** A window, its closing parenthesis included. */
export function readWindow(reader: Reader): Window {
  reader.expect('PARTITION', 'BY');
  const partition = reader.list(() => readExpression(reader));
  const order = reader.takes('ORDER', 'BY') ? reader.list(() => readOrder(reader)) : [];
  const isBefore = reader.takes(
    ...['ROWS', 'BETWEEN', 'UNBOUNDED', 'PRECEDING', 'AND', '1', 'PRECEDING'],
  );
  reader.expect(')');
  return { partition, order, isBefore };
}

function readOrder(reader: Reader): Order {
  const of = readExpression(reader);
  const isDescending = reader.takes('DESC');
  if (!reader.takes('NULLS')) return { of, isDescending };
  const nulls = reader.takes('FIRST') ? 'FIRST' : (reader.expect('LAST'), 'LAST');
  return { of, isDescending, nulls };
}
