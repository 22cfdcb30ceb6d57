import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decilesOf, medianOf } from '../../../src/report/statistics/deciles.ts';
import { gapOf } from '../../../src/report/statistics/gap.ts';
import { exactly, shareOf, unknownShareOf } from '../../../src/report/statistics/shares.ts';
import { cases } from '../../depth.ts';
import { counted, protectedLeaves } from './leaves.ts';

describe('deciles', () => {
  it('lie between neighbours as Excel’s PERCENTILE.INC has them', () => {
    // https://support.microsoft.com/en-us/Excel/percentile-inc-function has 1.9 for 0.3 of 1, 2, 3 and 4: each thrice
    // between the same neighbours, and spread over as many places.
    const values = Array.from({ length: 10 }, (_, at) => exactly(1 + at / 3));
    const third = decilesOf(values)!.find(({ part }) => part === 0.3)!;
    expect(third.estimate).toBeCloseTo(1.9, 12);
  });

  it('have a median that half lie below', () => {
    expect(medianOf([1, 3, 2, 4].map(exactly))).toBe(2.5);
    expect(medianOf([])).toBeUndefined();
  });

  it('are told of ten clinics and more', () => {
    const shares = Array.from({ length: 10 }, (_, at) => exactly(at));
    expect(decilesOf(shares)).toBeDefined();
    expect(decilesOf(shares.slice(1))).toBeUndefined();
  });

  it('hold what was counted between their least and their most', () => {
    const clinic = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 20, max: 90 }));
    fc.assert(
      fc.property(fc.array(clinic, { minLength: 10, maxLength: 40 }), (those) => {
        const true_ = decilesOf(those.map(([part, rest]) => shareOf(counted(part, rest))!))!;
        const told = decilesOf(those.map(([part, rest]) => shareOf(protectedLeaves(part, rest))!))!;
        told.forEach(({ least, most, estimate }, at) => {
          expect(true_[at]!.estimate).toBeGreaterThanOrEqual(least - 1e-12);
          expect(true_[at]!.estimate).toBeLessThanOrEqual(most + 1e-12);
          expect(estimate).toBeGreaterThanOrEqual(least - 1e-12);
          expect(estimate).toBeLessThanOrEqual(most + 1e-12);
        });
      }),
      { numRuns: cases(60, 500) },
    );
  });
});

describe('shares of leaves', () => {
  it('hold what was counted, whatever it is', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, count, (part, rest, unknown) => {
        const told = protectedLeaves(part, rest, unknown);
        const pairs = [
          [shareOf(told), shareOf(counted(part, rest, unknown))],
          [unknownShareOf(told), unknownShareOf(counted(part, rest, unknown))],
        ] as const;
        for (const [share, truth] of pairs) {
          if (!share || !truth) continue;
          expect(truth.estimate).toBeGreaterThanOrEqual(share.least - 1e-12);
          expect(truth.estimate).toBeLessThanOrEqual(share.most + 1e-12);
        }
      }),
      { numRuns: cases(200, 1000) },
    );
  });

  it('of nobody are none', () => {
    expect(shareOf(counted(0, 0, 12))).toBeUndefined();
    expect(unknownShareOf(counted(0, 0, 0))).toBeUndefined();
  });
});

describe('the gap', () => {
  const clinic = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }));
  const few = fc.array(clinic, { minLength: 1, maxLength: 9 });

  it('is closed by no fewer clinics than it says, and by so many', () => {
    fc.assert(
      fc.property(
        few,
        fc.constantFrom('higher', 'lower'),
        fc.integer({ min: 1, max: 9 }),
        (those, better, tenths) => {
          const target = tenths / 10;
          const clinics = those.map(([part, rest], at) => ({
            id: String(at),
            figures: counted(part, rest),
          }));
          const gap = gapOf(clinics, { target, better });
          const fewest = byTrying(those, target, better);
          expect(gap?.kind === 'gap' ? gap.clinics : 0).toBe(fewest);
        },
      ),
      { numRuns: cases(100, 1000) },
    );
  });

  it('names nobody but tells mine whether it is among them', () => {
    const clinics = [
      { id: 'a', figures: counted(10, 90) },
      { id: 'b', figures: counted(60, 40) },
      { id: 'c', figures: counted(55, 45) },
    ];
    const options = { target: 0.5, better: 'higher', mine: 'a' } as const;
    expect(gapOf(clinics, options)).toEqual({
      ...{ kind: 'gap', target: 0.5, area: 125 / 300, clinics: 1, short: 1, of: 3 },
      patients: expect.closeTo(25, 9) as number,
      isMineAmong: true,
    });
    expect(gapOf(clinics, { ...options, mine: 'b' })).toMatchObject({ isMineAmong: false });
    expect(gapOf(clinics, { ...options, target: 0.4 })).toMatchObject({ kind: 'no-gap' });
  });
});

/** The fewest that close it, by trying every choice. */
function byTrying(
  those: readonly (readonly [number, number])[],
  target: number,
  better: 'higher' | 'lower',
): number {
  const sign = better === 'higher' ? 1 : -1;
  const of = those.reduce((total, [part, rest]) => total + part + rest, 0);
  let fewest = Infinity;
  for (let choice = 0; choice < 2 ** those.length; choice++) {
    let [reached, moved] = [0, 0];
    those.forEach(([part, rest], at) => {
      const isMoved = (choice >> at) % 2 === 1;
      const own = target * (part + rest);
      const comes = isMoved && sign * (own - part) > 0;
      reached += comes ? own : part;
      if (isMoved) moved++;
    });
    if (sign * (reached - target * of) >= -1e-6) fewest = Math.min(fewest, moved);
  }
  return fewest;
}
