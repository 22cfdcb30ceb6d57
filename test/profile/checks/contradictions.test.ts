import { expect, it } from 'vitest';
import { contradictions } from '../../../src/profile/checks/contradictions.ts';
import { placesOf } from '../documents.ts';

const a = { service: { source: 'FMK', count: { min: 1, max: 2 } } };
const sameAsA = { service: { count: { max: 2, min: 1 }, source: 'FMK' } };
const b = { diagnosis: {} };

it('refuses a criterion and its opposite together, whatever the order of keys', () => {
  expect(placesOf(contradictions.find({ all: [a, b, { not: sameAsA }] }, ['x'], {}))).toEqual([
    'never-true /x/all/2',
  ]);
  expect(placesOf(contradictions.find({ any: [{ not: a }, sameAsA] }, ['x'], {}))).toEqual([
    'always-true /x/any/0',
  ]);
  const twice = { all: [{ not: { not: a } }, { not: a }] };
  expect(placesOf(contradictions.find(twice, [], {}))).toEqual(['never-true /all/0']);
});

it('lets criteria pass that can differ', () => {
  expect(contradictions.find({ all: [a, { not: b }] }, [], {})).toEqual([]);
  expect(contradictions.find({ all: [a, b], any: [{ not: a }] }, [], {})).toEqual([]);
  expect(contradictions.find({ all: [null, { not: 1 }, 'not'], any: 'x' }, [], {})).toEqual([]);
});
