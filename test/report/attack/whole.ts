/** What the theorem promises of an indicator's leaves: the values that each keeps, whatever else is published. */
import {
  figuresOf,
  type Interval,
  type Leaves,
  type Protection,
} from '../../../src/report/index.ts';
import { sizeOf, type Division } from './families.ts';

/** The values that each leaf keeps: yes, no, unknown. */
export type Whole = readonly [Interval, Interval, Interval];

/**
 * What cannot be for the sake of the size alone is not promised.
 *
 * @param isSizeKnown Whether the attacker knows the size of the denominator exactly.
 */
export function wholeOf(
  division: Division,
  leaves: Leaves,
  protection: Protection,
  isSizeKnown: boolean,
): Whole {
  const { numerator, rest, unknown } = figuresOf(leaves, protection);
  // Others of the denominator tell its multiple of the base.
  const { base } = protection;
  const exact = sizeOf(division);
  const size = isSizeKnown ? exact : exact - (exact % base) + base - 1;
  if (leaves.unknown === 'few')
    return [upTo(numerator, size), upTo(rest, size), upTo(unknown, size)];
  const most = size - unknown.least;
  if (leaves.numerator === 'few') {
    // Told as less, it may be all of them.
    const isLess = size - unknown.least < protection.threshold + base;
    const width = unknown.least === 0 ? protection.threshold : base;
    const own = upTo(unknown, isLess ? size : unknown.least + width - 1);
    return [upTo(numerator, most), upTo(rest, most), own];
  }
  if (!isSizeKnown) return [numerator, rest, unknown];
  if (numerator.least === rest.least)
    return [upTo(numerator, most - rest.least), upTo(rest, most - numerator.least), unknown];
  const left = (small: Interval): Interval => ({
    least: size - unknown.most - small.most,
    most: most - small.least,
    estimate: 0,
  });
  return numerator.most < rest.least
    ? [numerator, left(numerator), unknown]
    : [left(rest), rest, unknown];
}

const upTo = (interval: Interval, most: number): Interval => ({
  ...interval,
  most: Math.min(interval.most, most),
});

export function valuesOf({ least, most }: Interval): number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}
