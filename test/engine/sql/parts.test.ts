/** A statement in parts: which of its tables stand on their own, and until when. */
import { expect, it } from 'vitest';
import { flattened } from '../../../src/engine/sql/dialect/flatten.ts';
import { partsOf } from '../../../src/engine/sql/dialect/parts.ts';
import { readStatement } from '../../../src/engine/sql/dialect/read-query.ts';

const partsIn = (text: string) =>
  partsOf(flattened(readStatement(text))).map(({ kept, within, finished }) => [
    kept?.name ?? 'SELECT',
    within.map(({ name }) => name).join(' '),
    finished.join(' '),
  ]);

it('a table that is read once is within what reads it', () => {
  expect(
    partsIn(`WITH a AS (SELECT x FROM overblik_v3.patient), b AS (SELECT x FROM a)
      SELECT x FROM b`),
  ).toEqual([['SELECT', 'a b', '']]);
});

it('one that is read twice is kept, until the last that reads it', () => {
  expect(
    partsIn(`WITH a AS (SELECT x FROM overblik_v3.patient), b AS (SELECT x FROM a),
      c AS (SELECT x FROM a JOIN b USING (x)), d AS (SELECT x FROM c JOIN c AS e USING (x))
      SELECT x FROM d`),
  ).toEqual([
    ['a', '', ''],
    ['c', 'b', 'a'],
    ['SELECT', 'd', 'c'],
  ]);
});

it('so is one that asks of each of its rows', () => {
  expect(
    partsIn(`WITH a AS (SELECT x, CASE WHEN EXISTS (SELECT y FROM overblik_v3.result AS b WHERE b.y = c.x)
        THEN 1 END AS z FROM overblik_v3.patient AS c)
      SELECT z FROM a`),
  ).toEqual([
    ['a', '', ''],
    ['SELECT', '', 'a'],
  ]);
});

it('so is one that says so, and one within an expression', () => {
  expect(
    partsIn(`WITH a AS MATERIALIZED (SELECT x FROM overblik_v3.patient),
      b AS (SELECT x FROM overblik_v3.patient WHERE EXISTS (SELECT x FROM a)),
      c AS (SELECT x FROM b WHERE (x, x) IN (SELECT x, x FROM b))
      SELECT x FROM c`),
  ).toEqual([
    ['a', '', ''],
    ['b', '', 'a'],
    ['SELECT', 'c', 'b'],
  ]);
});

it('a table that reads itself is kept, and what it reads in each round', () => {
  expect(
    partsIn(`WITH RECURSIVE a AS (SELECT x FROM overblik_v3.patient), b AS (SELECT x FROM a),
      c AS (SELECT x FROM overblik_v3.patient UNION ALL SELECT b.x FROM c JOIN b ON b.x = c.x)
      SELECT x FROM c`),
  ).toEqual([
    ['b', 'a', ''],
    ['c', '', 'b'],
    ['SELECT', '', 'c'],
  ]);
});

it('what nothing reads is not made', () => {
  expect(
    partsIn(`WITH a AS MATERIALIZED (SELECT x FROM overblik_v3.patient),
      b AS MATERIALIZED (SELECT x FROM a) SELECT x FROM overblik_v3.patient`),
  ).toEqual([['SELECT', '', '']]);
});
