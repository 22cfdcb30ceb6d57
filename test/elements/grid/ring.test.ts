import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inOrder,
  indexAt,
  keepElement,
  moveRing,
  placeOf,
  type Ring,
} from '../../../src/elements/grid/ring.ts';

const rings: fc.Arbitrary<Ring> = fc
  .record({
    from: fc.nat(1_000_000),
    length: fc.integer({ min: 1, max: 60 }),
    origin: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  })
  .map(({ from, length, origin }) => ({ from, to: from + length, origin }));

const indexes = (ring: Ring) =>
  Array.from({ length: ring.to - ring.from }, (_, place) => indexAt(ring, place));

describe('a ring', () => {
  it('has one element for each index, there and back', () => {
    fc.assert(
      fc.property(rings, (ring) => {
        const found = indexes(ring);
        expect([...found].sort((a, b) => a - b)).toEqual(
          Array.from({ length: ring.to - ring.from }, (_, place) => ring.from + place),
        );
        found.forEach((index, place) => expect(placeOf(ring, index)).toBe(place));
      }),
    );
  });

  it('moves with every index that stays on its element', () => {
    fc.assert(
      fc.property(rings, fc.nat(1_000_000), (ring, from) => {
        const moved = moveRing(ring, { from, to: from + ring.to - ring.from });
        for (
          let index = Math.max(ring.from, moved.from);
          index < ring.to && index < moved.to;
          index++
        )
          expect(placeOf(moved, index)).toBe(placeOf(ring, index));
      }),
    );
  });

  it('is the same over the same span, and in order over one of another length', () => {
    const ring = { from: 10, to: 15, origin: 3 };
    expect(moveRing(ring, { from: 10, to: 15 })).toBe(ring);
    expect(indexes(moveRing(ring, { from: 20, to: 26 }))).toEqual([20, 21, 22, 23, 24, 25]);
  });

  it('is put in order', () => {
    fc.assert(
      fc.property(rings, (ring) => {
        const ordered = inOrder(ring);
        expect(indexes(ordered)).toEqual(indexes(ring).sort((a, b) => a - b));
        expect(inOrder(ordered)).toBe(ordered);
      }),
    );
    const empty = { from: 4, to: 4, origin: 0 };
    expect(inOrder(empty)).toBe(empty);
  });

  it('keeps the element of a row that is another now', () => {
    fc.assert(
      fc.property(rings, fc.nat(59), fc.nat(59), fc.nat(1_000_000), (ring, a, b, from) => {
        const length = ring.to - ring.from;
        const before = ring.from + (a % length);
        const index = from + (b % length);
        const kept = keepElement(ring, { from, to: from + length }, before, index);
        expect(placeOf(kept, index)).toBe(placeOf(ring, before));
      }),
    );
  });
});
