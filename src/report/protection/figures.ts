/** What the leaves of an indicator say: all that is shown, added up or compared is made of this, and of nothing else. */
import type { Interval, Leaf, Leaves, Protection } from '../types.ts';
import { between, isFloor, startOf, widthOf } from './classes.ts';
import { halfOf, middleOf } from './partition.ts';

/** The patients of an indicator's denominator, as they may have been. */
export interface Figures {
  readonly numerator: Interval;
  readonly rest: Interval;
  readonly unknown: Interval;
}

/** What the leaves of the unknown come to: where their classes begin, and how much room is in them. */
interface Unknown {
  readonly start: number;
  readonly room: number;
}

/**
 * What one set of leaves says. The ends of *yes* and *no* belong together: where the one is at its least, the other can
 * be at its most.
 */
export function figuresOf(leaves: Leaves, protection: Protection): Figures {
  const { numerator, rest } = leaves;
  const unknown = unknownOf(leaves, protection);
  if (!unknown) return figuresOfNoWhole(protection);
  if (numerator === 'few' || rest === 'few') return figuresOfFew(unknown, protection);
  const known = startOf(numerator) + startOf(rest);
  const half = halfOf(known, unknown.room, protection);
  return {
    ...sidesOf({ numerator, rest, known, half, unknown, protection }),
    unknown: between(unknown.start, unknown.start + unknown.room),
  };
}

interface Told {
  readonly numerator: Leaf;
  readonly rest: Leaf;
  readonly known: number;
  readonly half: number;
  readonly unknown: Unknown;
  readonly protection: Protection;
}

/** *Yes* and *no*: the smaller by its class, the larger by what is left of the denominator, or half of each. */
function sidesOf({ numerator, rest, known, half, unknown, protection }: Told) {
  const least = known - unknown.room;
  const most = known + protection.base - 1;
  const smaller = Math.min(startOf(numerator), startOf(rest));
  if (smaller >= half) {
    const middle = { least: half, most: most - half, estimate: (least + most) / 4 };
    return { numerator: middle, rest: middle };
  }
  const small = interval(smaller, protection);
  const large = between(least - small.most, most - small.least);
  return startOf(numerator) < half
    ? { numerator: small, rest: large }
    : { numerator: large, rest: small };
}

/** The denominator is less than two thresholds: nothing is told of it. */
function figuresOfNoWhole({ threshold }: Protection): Figures {
  const most = 2 * threshold - 1;
  const each = { least: 0, most, estimate: most / 6 };
  return { numerator: each, rest: each, unknown: each };
}

/** *Yes* and *no* are too few to be told; the unknown may have been told as less than it is (`unknownFloors`). */
function figuresOfFew({ start, room }: Unknown, protection: Protection): Figures {
  const { threshold, base } = protection;
  const most = mostKnownOfFew(room, protection) + base - 1;
  const each = { least: 0, most, estimate: most / 4 };
  return {
    ...{ numerator: each, rest: each },
    unknown: {
      ...between(start, start + room),
      most: start + (start === 0 ? room : Math.max(room, threshold + base - 1)),
    },
  };
}

/** The most that may be left for *yes* and *no* where `halfOf` is 0. */
function mostKnownOfFew(room: number, { threshold, base }: Protection): number {
  const most = 2 * threshold + room - 1;
  return most - (most % base);
}

/** What the leaves that stand in the place of the unknown may have been, one by one. */
export function partsOf(leaves: Leaves, protection: Protection): readonly Interval[] {
  const parts = typeof leaves.unknown === 'object' ? leaves.unknown : [{ count: leaves.unknown }];
  const { threshold, base } = protection;
  const isFew = leaves.numerator === 'few';
  return parts.map(({ count }) => {
    if (count === 'few') return between(0, 2 * threshold - 1);
    const start = startOf(count);
    const own = interval(start, protection);
    if (!isFew) return own;
    // The largest may have been told as less than it is (`unknownFloors`), and nobody knows which that was.
    const most = start === 0 ? 2 * threshold - 1 : start + threshold + base - 1;
    return { ...own, most };
  });
}

/** @returns Undefined where nothing is told of the whole denominator. */
function unknownOf({ unknown }: Leaves, protection: Protection): Unknown | undefined {
  if (typeof unknown !== 'object') {
    if (unknown === 'few') return undefined;
    const start = startOf(unknown);
    return { start, room: widthOf(start, protection) - 1 };
  }
  let [start, room] = [0, 0];
  for (const { count } of unknown) {
    if (count === 'few') return undefined;
    start += startOf(count);
    room += widthOf(startOf(count), protection) - 1;
  }
  return { start, room };
}

/** A class by where it begins. */
function interval(floor: number, protection: Protection): Interval {
  return between(floor, floor + widthOf(floor, protection) - 1);
}

/** Whether leaves of an indicator are some that the method gives: what others say would say is nothing to count on. */
export function areLeaves(leaves: Leaves, protection: Protection): boolean {
  const { numerator, rest } = leaves;
  const all = typeof leaves.unknown === 'object' ? leaves.unknown : [{ count: leaves.unknown }];
  const unknown = unknownOf(leaves, protection);
  if (all.length === 0 || !all.every(({ count }) => isOwn(count, protection))) return false;
  if (!unknown)
    return [numerator, rest, ...all.map(({ count }) => count)].every((leaf) => leaf === 'few');
  if (numerator === 'few' || rest === 'few') return numerator === rest;
  if (![numerator, rest].every((leaf) => isOwn(leaf, protection))) return false;
  const known = startOf(numerator) + startOf(rest);
  const half = halfOf(known, unknown.room, protection);
  const smaller = Math.min(startOf(numerator), startOf(rest));
  if (half === 0) return false;
  return smaller < half || startOf(numerator) === middleOf(known, protection);
}

const isOwn = (leaf: Leaf, protection: Protection) =>
  leaf === 'few' || leaf === 'under' || (leaf > 0 && isFloor(leaf, protection));
