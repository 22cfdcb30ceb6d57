import { expect, it } from 'vitest';
import { emptyCodeSets } from '../../../src/profile/checks/empty-code-sets.ts';
import { placesOf } from '../documents.ts';

const find = (include: unknown, exclude: unknown, system: unknown = 'ATC') =>
  emptyCodeSets.find({ system, include, exclude }, ['codes', 'x'], {});

it('refuses a set whose every entry is excluded again', () => {
  expect(placesOf(find(['N05A', 'N05B '], [' n05b', 'N05A', 'C']))).toEqual([
    'never-true /codes/x/exclude',
  ]);
});

it('lets a set pass that keeps something, and what is no set', () => {
  expect(find(['N05A', 'N05B'], ['N05B'])).toEqual([]);
  expect(find(['N05A'], undefined)).toEqual([]);
  expect(find([], ['N05A'])).toEqual([]);
  expect(find('N05A', ['N05A'])).toEqual([]);
  // A population includes and excludes, too: no set, for it has no system.
  expect(emptyCodeSets.find({ include: ['A'], exclude: ['A'] }, [], {})).toEqual([]);
});
