/** That the attacker is one: it breaks what protects nothing, and finds what the page says is not protected. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../protection/divisions.ts';
import { attack } from './attack.ts';
import { divisionOf, type Division } from './families.ts';
import { loadSolver } from './knowledge.ts';
import { attackRounded, attackTable, down, hideSecond, hideSmall, nearest } from './naive.ts';
import { order } from './relations.ts';

beforeAll(loadSolver);

/** Clusters of twelve clinics, with numerators that are small in some. */
const clusters = fc.sample(
  fc.array(
    fc
      .integer({ min: 30, max: 120 })
      .chain((size) =>
        fc
          .integer({ min: 0, max: 12 })
          .map((yes): Division => [yes, size - yes - Math.ceil(size / 4), Math.ceil(size / 4)]),
      ),
    { minLength: 12, maxLength: 12 },
  ),
  { numRuns: 40, seed: 17 },
);

describe('the attacker', () => {
  it('recovers all that forty reports hide that hide small numbers alone', () => {
    const left = clusters.flatMap((clinics) => attackTable(clinics, hideSmall(clinics)));
    expect(left.length).toBeGreaterThan(150);
    expect(new Set(left)).toEqual(new Set([1]));
  });

  it('recovers what secondary suppression hides, as the member whose number was hidden for its sake', () => {
    const clinics = clusters.map((cluster) =>
      cluster.map(([yes, no, unknown], at): Division =>
        at === 0 ? [yes % 5, no, unknown] : [yes + 5, no, unknown],
      ),
    );
    for (const cluster of clinics) {
      const table = hideSecond(cluster);
      expect(attackTable(cluster, table)).toEqual([5]);
      const member = table.findIndex((row, at) => at > 0 && row[0] === undefined);
      expect(attackTable(cluster, table, member)).toEqual([1]);
    }
  });

  const families = fc.sample(
    fc
      .integer({ min: 40, max: 200 })
      .chain((size) => fc.array(divisionOf(size), { minLength: 14, maxLength: 14 })),
    { numRuns: 10, seed: 17 },
  );

  it.each([
    ['to the nearest', nearest],
    ['down', down],
  ])('narrows leaves that are rounded %s each on its own, by their one denominator', (_, way) => {
    const left = families.flatMap((divisions) => attackRounded(divisions, way));
    expect(left.some((values) => values < defaultSettings.threshold)).toBe(true);
  });

  it('knows two indicators of a denominator exactly, each leaf to the nearest', () => {
    const divisions: Division[] = [[98, 0, 0], [47, 47, 4]]; // prettier-ignore
    expect(new Set(attackRounded(divisions, nearest))).toEqual(new Set([1]));
  });

  it('knows an indicator of a list whose size is known exactly, each leaf down', () => {
    expect(attackRounded([[100, 0, 0]], down, 100)).toEqual([1, 1]);
  });

  it('finds what the page says is not protected: numerators within one another, of an unknown that differs, of a size that is known', () => {
    const divisions: Division[] = [
      [0, 40, 60],
      [60, 40, 0],
    ];
    const published = [{ divisions, isOneDenominator: true }];
    const known = attack(published, defaultSettings, { sizes: 'known', relate: order });
    expect(known.find(({ leaf }) => leaf === 'numerator')?.left).toBe(1);
    expect(attack(published, defaultSettings, { sizes: 'known' })).toEqual([]);
    const unknown = attack(published, defaultSettings, { sizes: 'unknown', relate: order });
    expect(unknown.filter(({ leaves, leaf }) => leaves[leaf] === 'under')).toEqual([]);
  });
});
