import { expect, it } from 'vitest';
import { emptyPopulation } from '../../../src/profile/checks/empty-population.ts';
import { placesOf } from '../documents.ts';

const include = { service: { count: { min: 1, max: 2 } } };

it('refuses a population that excludes what it includes, whatever the order of keys', () => {
  const exclude = { service: { count: { max: 2, min: 1 } } };
  expect(placesOf(emptyPopulation.find({ population: { include, exclude } }))).toEqual([
    'never-true /population/exclude',
  ]);
});

it('lets a population pass that can have members', () => {
  expect(emptyPopulation.find({ population: { include, exclude: { service: {} } } })).toEqual([]);
  expect(emptyPopulation.find({ population: { include } })).toEqual([]);
  for (const document of [{}, { population: {} }, { population: null }, null])
    expect(emptyPopulation.find(document)).toEqual([]);
});
