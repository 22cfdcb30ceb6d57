import { expect, it } from 'vitest';
import { unknownCodeSets } from '../../../src/profile/checks/unknown-code-sets.ts';
import { placesOf } from '../documents.ts';

const document = { codes: { demens: {}, diabetes: {} } };
const path = ['population', 'include', 'diagnosis'];

it('refuses a name that the profile does not define, and tells those that may be meant', () => {
  const found = unknownCodeSets.find({ codes: 'demns' }, path, document);
  expect(placesOf(found)).toEqual(['unknown-codes /population/include/diagnosis/codes']);
  expect(found[0]?.details).toEqual({ name: 'demns', names: ['demens', 'diabetes'] });
  expect(found[0]?.misspelt?.word).toBe('demns');
  expect(found[0]?.misspelt?.known()).toEqual(['demens', 'diabetes']);
  expect(unknownCodeSets.find({ codes: 'constructor' }, path, document)).toHaveLength(1);
  expect(unknownCodeSets.find({ codes: 'demens' }, path, { codes: null })).toHaveLength(1);
});

it('refuses each unknown name in a list', () => {
  const codes = ['demens', { system: 'ATC' }, 'demns', 7, []];
  expect(placesOf(unknownCodeSets.find({ codes }, path, document))).toEqual([
    'unknown-codes /population/include/diagnosis/codes/2',
  ]);
});

it('lets defined names pass, sets written in place, and the definitions themselves', () => {
  expect(unknownCodeSets.find({ codes: 'demens' }, path, document)).toEqual([]);
  expect(unknownCodeSets.find({ codes: { system: 'ATC' } }, path, document)).toEqual([]);
  expect(unknownCodeSets.find({}, path, document)).toEqual([]);
  expect(unknownCodeSets.find({ codes: 'x' }, [], { codes: 'x' })).toEqual([]);
});
