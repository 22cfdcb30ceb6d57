import { expect, it } from 'vitest';
import { excerpt } from '../../src/json/excerpt.ts';

it.each([
  [undefined, undefined],
  [null, 'null'],
  [{ a: [1, 'x', null, true] }, '{"a":[1,"x",null,true]}'],
  ['x'.repeat(118), `"${'x'.repeat(118)}"`],
  ['x'.repeat(119), `"${'x'.repeat(116)}…`],
])('%j as %s', (value, text) => expect(excerpt(value)).toBe(text));

it.each([
  ['a list', Array.from({ length: 1000 }, (_, index) => index)],
  ['empty lists', Array(1000).fill([])],
  ['objects', Array(100).fill({ a: { b: [{ c: 'text' }] } })],
  ['long keys', { ['k'.repeat(500)]: 1, ['k'.repeat(501)]: 2 }],
  ['long texts', ['"'.repeat(500), 'x']],
  ['keys that are numbers', { b: 1, 1: 'x'.repeat(200), 0: 2 }],
])('is the beginning of the whole: %s', (_, value) =>
  expect(excerpt(value)).toBe(`${JSON.stringify(value).slice(0, 117)}…`),
);

it('reads no more than it writes', () => {
  let reads = 0;
  const list = new Proxy(Array(100_000).fill({ a: 1 }), {
    get(target, key, receiver) {
      reads++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  excerpt({ deep: { list } });
  expect(reads).toBeLessThan(500);
});
