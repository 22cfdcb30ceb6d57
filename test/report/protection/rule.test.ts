/** Settings that the proof does not hold for are refused in words, and what is no count is no leaf. */
import { describe, expect, it } from 'vitest';
import {
  areLeaves,
  defaultProtection,
  interval,
  isLeaf,
  protect,
  protectionProblem,
  protectLeaves,
  type Leaves,
} from '../../../src/report/index.ts';
import { settings } from './divisions.ts';

const of = (threshold: number, base: number) => ({ ...defaultProtection, threshold, base });

describe('settings of the protection', () => {
  it.each(settings)('hold, $threshold and $base', (protection) => {
    expect(protectionProblem(protection)).toBeUndefined();
  });

  it.each([
    [of(5, 3), 'multiple'],
    [of(3, 5), 'multiple'],
    [of(2, 2), 'whole numbers from 3'],
    [of(4, 2), 'whole numbers from 3'],
    [of(5, 1), 'whole numbers from 3'],
    [of(5.5, 5.5), 'whole numbers from 3'],
    [of(NaN, 5), 'whole numbers from 3'],
    [of(1000, 5), 'whole numbers from 3'],
    [{ ...defaultProtection, method: 'rounding/1' }, 'does not know'],
  ])('do not hold: %j', (protection, words) => {
    expect(protectionProblem(protection)?.en).toContain(words);
    expect(protectionProblem(protection)?.da).toMatch(/\.$/u);
    expect(() => protect(7, protection)).toThrow(words);
    expect(() => protectLeaves({ numerator: 7, rest: 70, unknown: 0 }, protection)).toThrow(words);
  });
});

describe('a count that stands alone', () => {
  it('is told with all of its class, and is in it', () => {
    for (const protection of settings)
      for (let count = 0; count < 200; count += 1) {
        const leaf = protect(count, protection);
        const { least, most } = interval(leaf, protection);
        expect(isLeaf(leaf, protection)).toBe(true);
        expect(protect(least, protection)).toBe(leaf);
        expect(protect(most, protection)).toBe(leaf);
        expect(protect(most + 1, protection)).not.toBe(leaf);
        expect(count).toBeGreaterThanOrEqual(least);
        expect(count).toBeLessThanOrEqual(most);
      }
  });

  it.each([-1, 2.5, NaN, Infinity, 2 ** 60])('is a whole number, not %s', (count) => {
    expect(() => protect(count, defaultProtection)).toThrow('whole number');
    const counts = { numerator: count, rest: 70, unknown: 0 };
    expect(() => protectLeaves(counts, defaultProtection)).toThrow('whole numbers');
  });
});

describe('leaves that come in', () => {
  const sound: readonly Leaves[] = [
    { numerator: 'few', rest: 'few', unknown: 'few' },
    { numerator: 'few', rest: 'few', unknown: 15 },
    { numerator: 'under', rest: 95, unknown: 'under' },
    { numerator: 50, rest: 45, unknown: 'under' },
  ];
  const unsound: readonly unknown[] = [
    { numerator: 3, rest: 95, unknown: 'under' },
    { numerator: 7, rest: 95, unknown: 'under' },
    { numerator: 0, rest: 95, unknown: 'under' },
    { numerator: -5, rest: 95, unknown: 'under' },
    { numerator: 'under', rest: 'under', unknown: 'under' },
    { numerator: 'under', rest: 5, unknown: 'under' },
    { numerator: 'few', rest: 95, unknown: 'under' },
    { numerator: 20, rest: 40, unknown: 'few' },
    { numerator: 45, rest: 50, unknown: 'under' },
    { numerator: 50, rest: 50, unknown: [] },
  ];

  it.each(sound)('are leaves: %j', (leaves) => {
    expect(areLeaves(leaves, defaultProtection)).toBe(true);
  });

  it.each(unsound)('are none that the method gives: %j', (leaves) => {
    expect(areLeaves(leaves as Leaves, defaultProtection)).toBe(false);
  });
});
