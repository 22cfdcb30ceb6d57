import { expect, it } from 'vitest';
import { leftOutAfter } from '../../../src/authoring/index.ts';

const a = { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } };
const b = { diagnosis: { codes: { system: 'ICPC-2', include: ['K86'] } } };
const c = { patient: { sex: 'female' } };
const documentOf = (include: unknown, more: object = {}) => ({ population: { include }, ...more });
const before = documentOf({ all: [a, { any: [b, c] }] });
const leftOut = ['/population/include/all/0', '/population/include/all/1/any/1'];
const after = (document: unknown) => [...leftOutAfter(new Set(leftOut), before, document)];

it('stays where nothing about the rule has changed', () => {
  expect(after(structuredClone(before))).toEqual(leftOut);
  expect(after({ ...before, title: 'Another' })).toEqual(leftOut);
});

it('goes along with a rule that is moved, wrapped or pushed down', () => {
  expect(after(documentOf({ all: [{ any: [b, c] }, a] }))).toEqual([
    '/population/include/all/1',
    '/population/include/all/0/any/1',
  ]);
  expect(after(documentOf({ all: [{ not: a }, { any: [b, c] }] }))).toEqual([
    '/population/include/all/0/not',
    leftOut[1],
  ]);
});

it('stays with a rule that is changed', () => {
  const changed = { patient: { sex: 'male' } };
  expect(after(documentOf({ all: [a, { any: [b, changed] }] }))).toEqual(leftOut);
  expect(after(documentOf({ all: [{}, { any: [b, c] }] }))).toEqual(leftOut);
});

it('does not pass to the rule that takes the place of one that is gone', () => {
  expect(after(documentOf({ all: [{ any: [b, c] }] }))).toEqual([
    '/population/include/all/0/any/1',
  ]);
  expect(after(documentOf({ all: [a, { any: [c] }] }))).toEqual([
    leftOut[0],
    '/population/include/all/1/any/0',
  ]);
  expect(after(documentOf({ all: [a, { any: [b] }] }))).toEqual([leftOut[0]]);
});

it.each([undefined, null, 7, 'text', [], { population: 3 }, { markers: [null, 3] }])(
  'is nowhere in what is no document: %j',
  (document) => {
    expect(after(document)).toEqual([]);
    expect([...leftOutAfter(new Set(leftOut), document, before)]).toEqual(leftOut);
  },
);

it('finds rules of markers and indicators', () => {
  const marked = { markers: [{ when: a }, { when: b }], indicators: [{ numerator: c }] };
  const moved = { markers: [{ when: b }, { when: a }], indicators: [{ numerator: c }] };
  const places = new Set(['/markers/0/when', '/indicators/0/numerator']);
  expect([...leftOutAfter(places, marked, moved)]).toEqual([
    '/markers/1/when',
    '/indicators/0/numerator',
  ]);
});
