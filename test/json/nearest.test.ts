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

  it('a word of a million letters is nobody’s slip of the pen', () => {
    const effort = { left: 1_000_000 };
    const word = 'x'.repeat(1_000_000);
    expect(nearest(word, [`${word}y`, word.slice(1)], effort)).toBeUndefined();
    expect(effort.left).toBe(1_000_000);
    const [longest, longer] = ['x'.repeat(99), 'x'.repeat(100)];
    expect(nearest(`${longest}y`, [`${longest}z`])).toBe(`${longest}z`);
    expect(nearest(`${longer}y`, [`${longer}z`])).toBeUndefined();
  });

  it('compares only what may be near', () => {
    const effort = { left: 1_000_000 };
    expect(nearest('abcdef', Array(1000).fill('abcdefghij'), effort)).toBeUndefined();
    // One for each word, for none is of a length that may be near.
    expect(effort.left).toBe(1_000_000 - 1000);
    const letters = 'abcdefghijklmnopqrst'.repeat(5);
    expect(nearest(letters, [letters.toUpperCase()], effort)).toBe(letters.toUpperCase());
    expect(effort.left).toBeGreaterThan(1_000_000 - 1000 - 100 * 70);
  });

  it('stops where the effort is used up, and then suggests nothing', () => {
    const known = Array.from({ length: 100_000 }, (_, index) => `a-word-of-some-length-${index}`);
    const effort = { left: 10_000 };
    expect(nearest('a-word-of-sme-length-7', known, effort)).toBeUndefined();
    expect(effort.left).toBeGreaterThan(-100);
    expect(nearest('cods', ['codes'], effort)).toBeUndefined();
  });
});
