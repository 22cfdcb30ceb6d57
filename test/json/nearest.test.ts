import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/json/nearest.ts';

describe('the word that was meant', () => {
  it.each([
    ['cods', ['codes'], 'codes'],
    ['CODES', ['codes'], 'codes'],
    ['on', ['of'], 'of'],
    ['medicaiton', ['medication'], 'medication'],
    // One letter in three may be wrong.
    ['abcdef', ['xxcdef'], 'xxcdef'],
    ['abcdef', ['xxxdef'], undefined],
    ['abcde', ['xxcde'], undefined],
    ['abcdef', ['xxabcdxx'], undefined],
    ['ab', ['xxa'], undefined],
    ['text', ['purpose'], undefined],
    // The nearest, and of those that are as near the first.
    ['abcdef', ['abcdxx', 'abcdex'], 'abcdex'],
    ['abcdef', ['abcdex', 'abcdxx'], 'abcdex'],
    ['abcdef', ['abcdex', 'abcdey'], 'abcdex'],
    // A word that is known stands in a wrong place: another is no better.
    ['codes', ['codes'], undefined],
    ['codes', [], undefined],
  ])('%s among %j: %s', (word, known, expected) => expect(nearest(word, known)).toBe(expected));

  it('a word of a million letters costs no time', () => {
    const known = Array.from({ length: 100 }, (_, index) => `a-word-of-some-length-${index}`);
    expect(nearest('x'.repeat(1_000_000), known)).toBeUndefined();
  });
});
