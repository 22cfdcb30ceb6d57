import { expect, it } from 'vitest';
import { unknownPlaceholders } from '../../../src/profile/checks/unknown-placeholders.ts';
import { placesOf } from '../documents.ts';

const find = (body: unknown) => unknownPlaceholders.find({ messages: [{ body }] });

it('asks about what stands between braces and is none, with its line, in each language', () => {
  const found = find({ da: 'Kære {fornavn}\n{sidste aftale}', en: '{nickname}' });
  expect(placesOf(found)).toEqual([
    'unknown-placeholder /messages/0/body/da',
    'unknown-placeholder /messages/0/body/en',
  ]);
  expect(found.map(({ details }) => details?.line)).toEqual([2, 1]);
});

it.each([
  { da: 'Kære {fornavn}, {First Name}' },
  { da: 'Uden noget, { alene' },
  { da: 7 },
  undefined,
  'en tekst',
])('lets %j pass', (body) => {
  expect(find(body)).toEqual([]);
});

it('lets messages of any other kind pass: their form is told elsewhere', () => {
  for (const messages of [undefined, null, 'x', [null], [[]]])
    expect(unknownPlaceholders.find({ messages })).toEqual([]);
});
