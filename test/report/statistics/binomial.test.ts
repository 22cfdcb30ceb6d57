import fc from 'fast-check';
import { jStat } from 'jstat';
import { describe, expect, it } from 'vitest';
import { binomial, limitsAt } from '../../../src/report/statistics/binomial.ts';
import { cases } from '../../depth.ts';
import { childHeartSurgery } from './published.ts';

const share = fc.double({ min: 0.0005, max: 0.9995, noNaN: true });
const size = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30_000 }));

describe('the binomial distribution', () => {
  it('is jStat’s', () => {
    fc.assert(
      fc.property(size, share, (of, chance) => {
        const { from, chances } = binomial(of, chance);
        let cumulated = 0;
        chances.forEach((each, at) => {
          cumulated += each;
          if (at % 7 === 0)
            expect(cumulated).toBeCloseTo(jStat.binomial.cdf(from + at, of, chance), 8);
        });
        expect(cumulated).toBeCloseTo(1, 12);
      }),
      { numRuns: cases(40, 200) },
    );
  });

  it('of a share that nobody or everybody has is one number', () => {
    expect(binomial(12, 0)).toEqual({ from: 0, chances: [1] });
    expect(binomial(12, 1)).toEqual({ from: 12, chances: [1] });
  });
});

/** Spiegelhalter’s interpolation, by jStat’s function: the smallest number that reaches the chance, found by halving. */
function limitByLibrary(chance: number, of: number, centre: number): number {
  let [below, steps] = [-1, of];
  while (steps - below > 1) {
    const middle = Math.floor((below + steps) / 2);
    if (jStat.binomial.cdf(middle, of, centre) >= chance) steps = middle;
    else below = middle;
  }
  const upTo = jStat.binomial.cdf(steps, of, centre);
  const own = upTo - (steps > 0 ? jStat.binomial.cdf(steps - 1, of, centre) : 0);
  return Math.min(1, Math.max(0, (steps - (upTo - chance) / own) / of));
}

describe('limits between the steps', () => {
  it.each(childHeartSurgery)('are those of jStat for $id', ({ operations }) => {
    const centre = 397 / 3319;
    const wanted = [0.001, 0.025, 0.975, 0.999];
    limitsAt(operations, centre, wanted).forEach((limit, at) =>
      expect(limit).toBeCloseTo(limitByLibrary(wanted[at]!, operations, centre), 7),
    );
  });

  it('are SciPy’s to the last digits, which is more exact', () => {
    // scipy.stats.binom 1.17.1, of 143 with a chance of 397/3319.
    const bySciPy = [
      0.04048492753376119, 0.06527892185647942, 0.17199107307677355, 0.20731712136320996,
    ];
    limitsAt(143, 397 / 3319, [0.001, 0.025, 0.975, 0.999]).forEach((limit, at) =>
      expect(limit).toBeCloseTo(bySciPy[at]!, 14),
    );
  });

  it('are those of jStat for any size and share', () => {
    const chance = fc.constantFrom(0.001, 0.025, 0.5, 0.975, 0.999);
    fc.assert(
      fc.property(size, share, chance, (of, centre, at) => {
        expect(limitsAt(of, centre, [at])[0]).toBeCloseTo(limitByLibrary(at, of, centre), 6);
      }),
      { numRuns: cases(60, 400) },
    );
  });
});
