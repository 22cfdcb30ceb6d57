/**
 * Protects the patients of an indicator's denominator, each of whom is in one of its leaves: *yes*, *no*, or *unknown*
 * (of one cause, or of several that are told apart).
 *
 * Whoever knows the size of the denominator knows what the leaves add up to, and as all indicators of a denominator
 * have that size, each tells of it. So no leaf is rounded on its own: *unknown* and the smaller of *yes* and *no* are
 * rounded down, and the larger is what is left of the denominator, rounded down too. Where it takes more than the
 * rounded figures to say which is the smaller, they say no more than that, and where both are few, neither is told. The
 * page on disclosure control has the proof.
 */
import type { Leaf, Protection } from '../types.ts';
import { floorOf, leafOf, widthOf } from './classes.ts';
import { requireProtection } from './rule.ts';

/** The patients of a denominator as they were counted. They leave the clinic in no other form than as leaves. */
export interface Partition {
  readonly numerator: number;
  readonly rest: number;
  /** Of each cause that is told apart; one number where causes are not. */
  readonly unknown: readonly number[];
}

/** The same patients, protected. */
export interface PartitionLeaves {
  readonly numerator: Leaf;
  readonly rest: Leaf;
  readonly unknown: readonly Leaf[];
}

/** Protects the leaves of a denominator together. They depend on its size by its multiple of the base alone. */
export function protectPartition(
  { numerator, rest, unknown }: Partition,
  protection: Protection,
): PartitionLeaves {
  requireProtection(protection);
  const all = [numerator, rest, ...unknown];
  if (unknown.length === 0 || all.some((count) => !Number.isSafeInteger(count) || count < 0))
    throw new RangeError(`Counts are whole numbers from 0 on, not ${all.join(', ')}.`);
  const { threshold, base } = protection;
  const size = all.reduce((sum, count) => sum + count, 0);
  const whole = size - (size % base);
  if (whole < 2 * threshold)
    return { numerator: 'few', rest: 'few', unknown: unknown.map(() => 'few') };
  const floors = unknownFloors(unknown, whole, protection);
  const known = whole - sumOf(floors);
  const room = floors.reduce((sum, floor) => sum + widthOf(floor, protection) - 1, 0);
  const half = halfOf(known, room, protection);
  const [yes, no] = sides(numerator, rest, { known, half, protection });
  return { numerator: yes, rest: no, unknown: floors.map(leafOf) };
}

/**
 * The classes of the unknown. Where they would leave less than a threshold's room for *yes* and *no*, the largest is
 * told as less: else those few would be known.
 */
function unknownFloors(unknown: readonly number[], whole: number, protection: Protection) {
  const floors = unknown.map((count) => floorOf(count, protection));
  const lacking = protection.threshold - (whole - sumOf(floors));
  if (lacking <= 0) return floors;
  const largest = floors.indexOf(Math.max(...floors));
  const less = (floors[largest] ?? 0) - lacking;
  const told = less < protection.threshold ? 0 : less;
  return floors.map((floor, index) => (index === largest ? told : floor));
}

/**
 * Up to where the smaller of *yes* and *no* is told: half of those that are known for certain, however many of the
 * unknown are in the room that their classes leave. 0: too few to tell of either.
 *
 * @param known What the classes of the unknown leave of the denominator.
 * @param room How many more than their classes begin with the unknown may be.
 */
export function halfOf(known: number, room: number, { threshold, base }: Protection): number {
  const half = base * Math.floor((known - room) / (2 * base));
  return half < threshold ? 0 : half;
}

interface Sides {
  readonly known: number;
  readonly half: number;
  readonly protection: Protection;
}

/** The leaves of *yes* and *no*: each the other's complement, so that an indicator and its opposite say the same. */
function sides(yes: number, no: number, { known, half, protection }: Sides): readonly [Leaf, Leaf] {
  if (half === 0) return ['few', 'few'];
  if (yes < half) {
    const floor = floorOf(yes, protection);
    return [leafOf(floor), known - floor];
  }
  if (no < half) {
    const floor = floorOf(no, protection);
    return [known - floor, leafOf(floor)];
  }
  const middle = middleOf(known, protection);
  return [middle, known - middle];
}

/** What is told of *yes* where it is about half. */
export function middleOf(known: number, { base }: Protection): number {
  return base * Math.ceil(known / (2 * base));
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
