import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../../src/report-element/charts/scales.ts';
import { nextPoint } from '../../src/report-element/charts/tips.ts';
import { cases } from '../depth.ts';

describe('labels that want to stand close', () => {
  it('are moved apart, in their order, and kept between the ends', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(wanted, (places) => {
        const gap = 15;
        const found = apart(places, gap, [0, 400]);
        const order = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]!);
        for (const [at, here] of order.entries()) {
          expect(found[here]).toBeLessThanOrEqual(400 + 1e-9);
          expect(found[here]).toBeGreaterThanOrEqual(-1e-9);
          const next = order[at + 1];
          if (next !== undefined)
            expect(found[next]! - found[here]!).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
      { numRuns: cases(100, 1000) },
    );
  });

  it('stay where they are where there is room', () => {
    expect(apart([300, 20, 100], 15, [0, 400])).toEqual([300, 20, 100]);
  });
});

describe('keys', () => {
  const points = [
    { x: 30, y: 5, series: 0, words: [] },
    { x: 10, y: 5, series: 0, words: [] },
    { x: 20, y: 5, series: 0, words: [] },
    { x: 12, y: 9, series: 1, words: [] },
  ];

  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 1, undefined],
    ['ArrowRight', 0, undefined],
    ['Home', 0, 1],
    ['End', 1, 0],
    ['ArrowDown', 0, 3],
    ['ArrowUp', 3, 1],
    ['ArrowDown', 3, undefined],
    ['a', 1, undefined],
  ])('%s from point %s leads to %s', (pressed, from, to) => {
    expect(nextPoint(points, from, pressed)).toBe(to);
  });

  it('up and down go along the only series there is', () => {
    expect(nextPoint(points.slice(0, 3), 1, 'ArrowUp')).toBe(2);
  });
});
