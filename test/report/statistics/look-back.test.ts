import { describe, expect, it } from 'vitest';
import { profiles } from '../../../fixtures/profiles/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import { lookBackOf, trendOf } from '../../../src/report/index.ts';
import { canTell, runsByChance } from '../../../src/report/statistics/runs.ts';
import { cases } from '../../depth.ts';
import { counted, protectedLeaves } from './leaves.ts';

function withNumerator(numerator: unknown): Profile {
  return { indicators: [{ id: 'one', numerator }] } as unknown as Profile;
}

describe('how far back an indicator looks', () => {
  const codes = { system: 'x', codes: ['y'] };
  it.each([
    [{ result: { codes, when: { last: 'P12M' } } }, 12],
    [{ result: { codes, when: { last: 'P15M' } } }, 15],
    [{ result: { codes, when: { from: '-P2Y', to: 'P0D' } } }, 24],
    [{ result: { codes, when: { last: 'P30D' } } }, 3],
    [{ appointment: { when: { next: 'P6M' } } }, 3],
    [{ appointment: {} }, 3],
    // What ever was, and what holds now.
    [{ diagnosis: { codes } }, 12],
    [{ medication: { codes } }, 12],
    [{ result: { codes, when: { from: '2020-01-01' } } }, 12],
    // The longest of all.
    [
      {
        all: [
          { result: { when: { last: 'P3M' } } },
          { not: { service: { when: { last: 'P18M' } } } },
        ],
      },
      18,
    ],
    [{ vaccination: { when: { last: 'P10Y' } } }, 60],
    [{ patient: { age: { from: 40 } } }, 3],
  ])('%j: %s months', (numerator, months) => {
    expect(lookBackOf(withNumerator(numerator), 'one')).toBe(months);
  });

  it('is a quarter of an indicator that is not there', () => {
    expect(lookBackOf(withNumerator({}), 'two')).toBe(3);
  });

  it('is known of every indicator of the sample profiles', () => {
    for (const profile of profiles as readonly Profile[])
      for (const { id } of profile.indicators ?? []) {
        expect(lookBackOf(profile, id)).toBeGreaterThanOrEqual(3);
        expect(lookBackOf(profile, id)).toBeLessThanOrEqual(60);
      }
  });
});

describe('quarters that share data', () => {
  it('need more of them, before one change of level can be told from chance', () => {
    const needed = (lookBack: number) => trendOf([], { lookBack }).needed;
    // What is no number of months, or more than anything can be told of, ends there.
    for (const months of [0, -12, NaN]) expect(needed(months)).toBe(needed(3));
    expect(needed(1200)).toBe(needed(60));
    expect([3, 6, 12, 15, 24].map(needed)).toEqual([12, 14, 20, 23, 29]);
    expect(canTell(19, 0.75)).toBe(false);
    expect(canTell(20, 0.75)).toBe(true);
  });

  it('never have narrower limits than those that share none', () => {
    for (const useful of [12, 20, 40])
      for (const shared of [0, 0.5, 0.75, 0.9])
        for (const above of [0.2, 0.5, 0.7]) {
          const wider = runsByChance(useful, { above, shared });
          const { longest, crossings } = runsByChance(useful);
          expect(wider.longest).toBeGreaterThanOrEqual(longest);
          expect(wider.crossings).toBeLessThanOrEqual(crossings);
        }
  });

  /** Numbers that look drawn by chance and are the same each time. */
  function drawn(seed: number): () => number {
    let state = seed;
    return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
  }

  /** Patients of whom three in ten have it, and of whom a part stays as it was from one quarter to the next. */
  function unchanged(
    next: () => number,
    {
      size,
      many,
      kept,
      leaves,
    }: { size: number; many: number; kept: number; leaves: typeof counted },
  ) {
    let patients = Array.from({ length: size }, () => next() < 0.3);
    return Array.from({ length: many }, (_, at) => {
      patients = patients.map((has) => (next() < kept ? has : next() < 0.3));
      const numerator = patients.filter(Boolean).length;
      const month = ['03-31', '06-30', '09-30', '12-31'][at % 4]!;
      return {
        date: `${2000 + Math.floor(at / 4)}-${month}`,
        figures: leaves(numerator, size - numerator),
      };
    });
  }

  it.each([
    ['of their own, as counted', 60, 40, 0, counted],
    ['of their own, protected', 60, 40, 0, protectedLeaves],
    ['shared, as counted', 60, 40, 0.75, counted],
    ['shared, protected', 60, 40, 0.75, protectedLeaves],
    ['shared, of a larger area, protected', 300, 24, 0.75, protectedLeaves],
  ] as const)(
    '%s: where nothing changes, a sign is seen in fewer than one in eight',
    (_, size, many, kept, leaves) => {
      const next = drawn(7);
      const runs = cases(60, 400);
      let signs = 0;
      for (let run = 0; run < runs; run++) {
        const dates = unchanged(next, { size, many, kept, leaves });
        if (trendOf(dates, { lookBack: kept > 0 ? 12 : 3 }).signals.length > 0) signs++;
      }
      expect(signs / runs).toBeLessThan(0.125);
    },
  );

  it('are the reason for it: by the published rules alone most series of unchanged practice change', () => {
    const next = drawn(7);
    const runs = cases(40, 400);
    let signs = 0;
    for (let run = 0; run < runs; run++) {
      const dates = unchanged(next, { size: 60, many: 40, kept: 0.75, leaves: counted });
      if (trendOf(dates).signals.length > 0) signs++;
    }
    expect(signs / runs).toBeGreaterThan(0.7);
  });
});
