import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsAt } from '../../../src/report/statistics/binomial.ts';
import {
  betweenVariance,
  chiSquareByChance,
  dispersionOf,
  randomEffectsLimit,
  winsorise,
} from '../../../src/report/statistics/dispersion.ts';
import { funnelOf, type Funnel } from '../../../src/report/statistics/funnel.ts';
import { cases } from '../../depth.ts';
import { counted, protectedLeaves } from './leaves.ts';
import { bcgTrials, childHeartSurgery } from './published.ts';

const surgery = childHeartSurgery.map(({ id, deaths, operations }) => ({
  id,
  figures: counted(deaths, operations - deaths),
}));

function shown(clinics: Parameters<typeof funnelOf>[0], target?: number): Funnel {
  const funnel = funnelOf(clinics, { target });
  if (funnel.kind !== 'funnel') throw new Error('There is no funnel.');
  return funnel;
}

describe('the funnel of children’s heart surgery', () => {
  const funnel = shown(surgery);

  it('has its centre in what all come to', () => {
    expect(funnel.centre).toBeCloseTo(397 / 3319, 12);
    expect(funnel.area).toMatchObject({ least: 397 / 3319, most: 397 / 3319, of: 3319 });
  });

  it('has Bristol alone beyond 99.8 %', () => {
    const beyond = funnel.clinics.filter(({ place }) => place.endsWith('998'));
    expect(beyond.map(({ id, place }) => [id, place])).toEqual([['Bristol', 'above998']]);
  });

  it('keeps the clinics in the order in which they came', () => {
    expect(funnel.clinics.map(({ id }) => id)).toEqual(childHeartSurgery.map(({ id }) => id));
  });
});

describe('over-dispersion', () => {
  it('has DerSimonian and Laird’s variance of the BCG trials', () => {
    const trials = bcgTrials.map(([a, b, c, d]) => ({
      value: Math.log(a / (a + b) / (c / (c + d))),
      variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
    }));
    const weight = trials.reduce((total, { variance }) => total + 1 / variance, 0);
    const mean =
      trials.reduce((total, { value, variance }) => total + value / variance, 0) / weight;
    const chiSquare = trials.reduce(
      (total, { value, variance }) => total + (value - mean) ** 2 / variance,
      0,
    );
    expect(mean).toBeCloseTo(-0.4303, 4);
    expect(chiSquare).toBeCloseTo(152.233, 3);
    expect(betweenVariance(chiSquare, trials)).toBeCloseTo(0.3088, 4);
  });

  it.each([
    // https://www.itl.nist.gov/div898/handbook/eda/section3/eda3674.htm
    [9, 16.919],
    [11, 19.675],
    [29, 42.557],
    [99, 123.225],
  ])(
    'is said where chance makes as much once in twenty times: of %s degrees, %s',
    (degrees, limit) => {
      expect(chiSquareByChance(degrees)).toBeCloseTo(limit, 1);
    },
  );

  it('pulls in a tenth at either end', () => {
    const scores = [-30, -2, -1, 0, 0.5, 1, 1.5, 2, 3, 40, 41];
    expect(winsorise(scores, 0.1)).toEqual([-2, -2, -1, 0, 0.5, 1, 1.5, 2, 3, 40, 40]);
  });

  it('is none where chance is all, and the limits are exact', () => {
    const clinics = [30, 31, 29, 30, 28, 32, 30, 31, 29, 30].map((part, at) => ({
      id: `k${at}`,
      figures: counted(part, 100 - part),
    }));
    const { dispersion, limits, centre } = shown(clinics);
    expect(dispersion.tau).toBe(0);
    for (const { size, low998, low95, high95, high998 } of limits)
      expect([low998, low95, high95, high998]).toEqual(
        limitsAt(size, centre, [0.001, 0.025, 0.975, 0.999]),
      );
  });

  it('widens the limits, never narrows them', () => {
    const clinics = [10, 60, 20, 50, 30, 40, 15, 55, 25, 45].map((part, at) => ({
      id: `k${at}`,
      figures: counted(part, 100 - part),
    }));
    const { dispersion, limits, centre, clinics: placed } = shown(clinics);
    expect(dispersion.phi).toBeGreaterThan(5);
    expect(placed.map(({ place }) => place)).toEqual(clinics.map(() => 'within'));
    for (const { size, low95, high95 } of limits) {
      const [low = 0, high = 0] = limitsAt(size, centre, [0.025, 0.975]);
      expect(low95).toBeLessThanOrEqual(low);
      expect(high95).toBeGreaterThanOrEqual(high);
    }
  });

  it('does not take the protection’s own noise for a difference between clinics', () => {
    let state = 7;
    const next = () =>
      (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
    const areas = cases(20, 200);
    let [asCounted, asProtected] = [0, 0];
    for (let area = 0; area < areas; area++) {
      // Patients of whom three in ten have it, in each of a hundred small clinics.
      const clinics = Array.from({ length: 100 }, (): readonly [number, number] => {
        const patients = Array.from({ length: 15 + Math.floor(next() * 90) }, () => next() < 0.3);
        const numerator = patients.filter(Boolean).length;
        return [numerator, patients.length - numerator];
      });
      if (
        dispersionOf(
          clinics.map(([part, rest]) => counted(part, rest)),
          0.3,
        ).tau > 0
      )
        asCounted++;
      const told = clinics.map(([part, rest]) => protectedLeaves(part, rest));
      if (dispersionOf(told, 0.3).tau > 0) asProtected++;
    }
    expect(asProtected / areas).toBeLessThanOrEqual(asCounted / areas + 0.1);
  });

  it('has the limits of the binomial’s normal form where it is nothing', () => {
    for (const share of [0.2, 0.5, 0.7]) {
      const [high = 0] = limitsAt(20_000, share, [0.975]);
      expect(randomEffectsLimit(20_000, share, 0, 1.959964)).toBeCloseTo(high, 3);
    }
  });
});

describe('protected leaves', () => {
  const clinic = fc.record({
    part: fc.integer({ min: 0, max: 150 }),
    rest: fc.integer({ min: 0, max: 150 }),
  });
  const area = fc.array(clinic, { minLength: 14, maxLength: 40 });

  it('have nobody outside whom other numbers of the same leaves have inside', () => {
    fc.assert(
      fc.property(area, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (those, target) => {
        const funnel = funnelOf(
          those.map(({ part, rest }, at) => ({
            id: String(at),
            figures: protectedLeaves(part, rest),
          })),
          { target },
        );
        if (funnel.kind !== 'funnel' || funnel.dispersion.tau > 0) return;
        for (const { id, place } of funnel.clinics) {
          if (place === 'within') continue;
          const { part, rest } = those[Number(id)]!;
          const [low = 0, high = 0] = limitsAt(part + rest, target, [0.025, 0.975]);
          // What was counted is one of the numbers that the leaves allow.
          if (place.startsWith('above')) expect(part / (part + rest)).toBeGreaterThan(high);
          else expect(part / (part + rest)).toBeLessThan(low);
        }
      }),
      { numRuns: cases(60, 500) },
    );
  });

  it('of which all are under the threshold are named, not drawn', () => {
    const hidden = { id: 'lille', figures: protectedLeaves(3, 2) };
    const funnel = shown([hidden, ...surgery]);
    expect(funnel.hidden).toEqual(['lille']);
    expect(funnel.clinics).toHaveLength(12);
    expect(funnel.area.of).toBe(3319);
  });
});

describe('fewer than ten clinics', () => {
  it('have no funnel', () => {
    expect(funnelOf(surgery.slice(0, 9))).toEqual({
      ...{ kind: 'too-few', shown: 9, needed: 10, hidden: [] },
    });
  });

  it('that can be shown have none either', () => {
    const tiny = Array.from({ length: 5 }, (_, at) => ({
      id: `lille ${at}`,
      figures: protectedLeaves(1, 2),
    }));
    expect(funnelOf([...surgery.slice(0, 7), ...tiny])).toMatchObject({
      ...{ kind: 'too-few', shown: 7, needed: 10 },
    });
  });
});
