/**
 * The theorem of the page on disclosure control, by counting: of every denominator up to a size, all ways to divide it
 * are protected, and what has the same leaves is held together. Whoever knows the size exactly can tell no more.
 */
import { describe, expect, it } from 'vitest';
import { areLeaves, figuresOf, protectLeaves, shareOf } from '../../../src/report/index.ts';
import { partsOf } from '../../../src/report/protection/index.ts';
import type { Leaves, Protection } from '../../../src/report/index.ts';
import { isDeep } from '../../depth.ts';
import { defaultSettings, divisions, settings } from './divisions.ts';

/** All divisions of a size that have the same leaves. */
function cellsOf(size: number, leaves: number, protection: Protection) {
  const cells = new Map<string, { readonly told: Leaves; readonly counts: number[][] }>();
  for (const counts of divisions(size, leaves)) {
    const told = protect(counts, protection);
    const key = JSON.stringify(told);
    const cell = cells.get(key);
    if (cell) cell.counts.push(counts);
    else cells.set(key, { told, counts: [counts] });
  }
  return [...cells.values()];
}

function protect([numerator = 0, rest = 0, ...unknown]: readonly number[], protection: Protection) {
  const causes = unknown.map((count, index) => ({
    cause: (['source', 'records', 'other'] as const)[index] ?? 'other',
    count,
  }));
  const own = causes.length === 1 ? (unknown[0] ?? 0) : causes;
  return protectLeaves({ numerator, rest, unknown: own }, protection);
}

/** What is wrong with the values that a leaf may have in a cell. */
function flawOf(values: ReadonlySet<number>, size: number, { threshold, base }: Protection) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (values.size !== most - least + 1) return 'there are gaps';
  if (least < threshold)
    return least === 0 && most >= Math.min(threshold - 1, size) ? undefined : 'a small one is cut';
  return values.size >= base ? undefined : 'a class is cut';
}

function flawsOf(size: number, leaves: number, protection: Protection) {
  return cellsOf(size, leaves, protection).flatMap(({ told, counts }) =>
    Array.from({ length: leaves }, (_, leaf) => {
      const values = new Set(counts.map((each) => each[leaf] ?? -1));
      const flaw = flawOf(values, size, protection);
      return flaw ? [`${JSON.stringify(told)} of ${size}, leaf ${leaf}: ${flaw}`] : [];
    }).flat(),
  );
}

const sizes = (most: number) => Array.from({ length: most + 1 }, (_, size) => size);

describe('the leaves of a denominator whose size is known to all', () => {
  it.each(settings)('keep every class whole, $threshold and $base', (protection) => {
    const most = isDeep ? 140 : 48;
    expect(sizes(most).flatMap((size) => flawsOf(size, 3, protection))).toEqual([]);
  });

  it('keep every class whole where the unknown is told by cause', () => {
    const most = isDeep ? 48 : 30;
    expect(sizes(most).flatMap((size) => flawsOf(size, 4, defaultSettings))).toEqual([]);
    const some = isDeep ? sizes(38) : [9, 27];
    expect(some.flatMap((size) => flawsOf(size, 5, defaultSettings))).toEqual([]);
  });

  it('depend on the size by its multiple of the base alone', () => {
    for (const size of [60, 95])
      expect(toldOf(size + defaultSettings.base - 1)).toEqual(
        new Set([...sizes(defaultSettings.base - 1)].flatMap((more) => [...toldOf(size + more)])),
      );
  });

  it('tell no leaf under the threshold as a number, and none from it on as under it', () => {
    for (const size of sizes(60))
      for (const counts of divisions(size, 3)) {
        const { numerator, rest, unknown } = protect(counts, defaultSettings);
        for (const [index, leaf] of [numerator, rest, unknown].entries())
          if (leaf !== 'few' && (leaf === 'under') !== (counts[index] ?? -1) < 5)
            throw new Error(
              `${counts.join()} is told as ${JSON.stringify([numerator, rest, unknown])}`,
            );
      }
  });

  it('add up to the size, rounded down', () => {
    const number = (leaf: Leaves['numerator']) => (leaf === 'under' ? 0 : Number(leaf));
    for (const size of [57, 60, 104])
      for (const counts of divisions(size, 3)) {
        const { numerator, rest, unknown } = protect(counts, defaultSettings);
        if (numerator === 'few') continue;
        const sum = number(numerator) + number(rest) + number(unknown as Leaves['numerator']);
        if (sum !== size - (size % 5)) throw new Error(`${counts.join()} add up to ${sum}`);
      }
  });

  it('are the other way round of an indicator the other way round', () => {
    for (const [yes = 0, no = 0, unknown = 0] of divisions(43, 3)) {
      const one = figuresOf(protect([yes, no, unknown], defaultSettings), defaultSettings);
      const other = figuresOf(protect([no, yes, unknown], defaultSettings), defaultSettings);
      expect([one.numerator, one.rest]).toEqual([other.rest, other.numerator]);
    }
  });
});

describe('what leaves say', () => {
  it.each(settings)('has the counts between its ends, $threshold and $base', (protection) => {
    for (const size of sizes(isDeep ? 90 : 45))
      for (const counts of divisions(size, 3)) {
        const leaves = protect(counts, protection);
        if (!areLeaves(leaves, protection))
          throw new Error(`${counts.join()}: ${JSON.stringify(leaves)}`);
        const { numerator, rest, unknown } = figuresOf(leaves, protection);
        for (const [index, { least, most }] of [numerator, rest, unknown].entries()) {
          const count = counts[index] ?? -1;
          if (count < least || count > most)
            throw new Error(
              `${counts.join()}: ${JSON.stringify(leaves)} is read as ${least} to ${most}`,
            );
        }
      }
  });

  it('has the counts between its ends where the unknown is told by cause', () => {
    for (const size of isDeep ? sizes(40) : [8, 12, 19, 30])
      for (const counts of divisions(size, 4)) {
        const leaves = protect(counts, defaultSettings);
        const { numerator, rest, unknown } = figuresOf(leaves, defaultSettings);
        const [yes = 0, no = 0, ...causes] = counts;
        const all = causes.reduce((sum, each) => sum + each, 0);
        const parts = partsOf(leaves, defaultSettings);
        const told = [numerator, rest, unknown, ...parts];
        const isHeld = [yes, no, all, ...causes].every(
          (count, at) => count >= (told[at]?.least ?? 1) && count <= (told[at]?.most ?? 0),
        );
        if (!isHeld || !areLeaves(leaves, defaultSettings))
          throw new Error(`${counts.join()}: ${JSON.stringify(leaves)}, ${JSON.stringify(told)}`);
      }
  });

  it('is no wider than what has the same leaves', () => {
    const spans = new Map<string, { readonly told: Leaves; readonly ends: number[][] }>();
    for (const size of sizes(isDeep ? 130 : 64))
      for (const counts of divisions(size, 3)) {
        const told = protect(counts, defaultSettings);
        const key = JSON.stringify(told);
        const span = spans.get(key) ?? { told, ends: counts.map(() => [Infinity, -1]) };
        spans.set(key, span);
        for (const [index, count] of counts.entries()) {
          const [least = 0, most = 0] = span.ends[index] ?? [];
          span.ends[index] = [Math.min(least, count), Math.max(most, count)];
        }
      }
    const half = isDeep ? 100 : 40;
    for (const { told, ends } of spans.values()) {
      const figures = figuresOf(told, defaultSettings);
      // Of larger ones there are sizes with the same leaves that were not gone through.
      if (figures.numerator.most + figures.rest.most > half) continue;
      const own = [figures.numerator, figures.rest, figures.unknown];
      if (figures.unknown.most <= 15)
        expect([told, own.map(({ least, most }) => [least, most])]).toEqual([told, ends]);
    }
  });

  it('has a share that the counts have', () => {
    for (const size of [23, 41, 64])
      for (const counts of divisions(size, 3)) {
        const [yes = 0, no = 0] = counts;
        const share = shareOf(figuresOf(protect(counts, defaultSettings), defaultSettings));
        if (!share) continue;
        for (const own of [yes / (yes + no), share.estimate])
          if (own < share.least || own > share.most)
            throw new Error(
              `${counts.join()}: ${own} is not between ${share.least} and ${share.most}`,
            );
      }
  });
});

function toldOf(size: number) {
  return new Set(
    [...divisions(size, 3)].map((counts) => JSON.stringify(protect(counts, defaultSettings))),
  );
}
