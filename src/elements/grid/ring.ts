/**
 * A few elements that stand for a part of many rows or columns. When the part moves on, an element passes from
 * what left it to what came into it: all others, and the order of the elements, stay as they are.
 */
import type { Span } from './geometry.ts';

/** Element `k` stands for the index in `[from, to)` with `(index - origin) mod (to - from) = k`. */
export interface Ring extends Span {
  readonly origin: number;
}

export const emptyRing: Ring = { from: 0, to: 0, origin: 0 };

/** The index that an element stands for. */
export function indexAt({ from, to, origin }: Ring, place: number): number {
  return from + modulo(place + origin - from, to - from);
}

/** The element that stands for an index of the ring. */
export function placeOf({ from, to, origin }: Ring, index: number): number {
  return modulo(index - origin, to - from);
}

/** The ring over another span; the same object for the same span. Another length begins in order. */
export function moveRing(ring: Ring, { from, to }: Span): Ring {
  if (ring.from === from && ring.to === to) return ring;
  return { from, to, origin: to - from === ring.to - ring.from ? ring.origin : from };
}

/** The ring with its elements in the order of what they stand for. */
export function inOrder(ring: Ring): Ring {
  return ring.to === ring.from || placeOf(ring, ring.from) === 0
    ? ring
    : { ...ring, origin: ring.from };
}

/** The ring over a span, with `index` on the same element that another index had. */
export function keepElement(ring: Ring, span: Span, before: number, index: number): Ring {
  const moved = moveRing(ring, span);
  const sameLength = span.to - span.from === ring.to - ring.from;
  return sameLength && ring.to > ring.from
    ? { ...moved, origin: index - placeOf(ring, before) }
    : moved;
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length;
}
