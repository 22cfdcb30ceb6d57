/** Protects an indicator of a clinic on a date. */
import type { Cause, Leaves, Protection } from '../types.ts';
import { protectPartition } from './partition.ts';

/** The patients of an indicator's denominator as they were counted (R22). */
export interface Counts {
  readonly numerator: number;
  readonly rest: number;
  /** A number, or one for each cause where the area has agreed to be told them: always the same causes. */
  readonly unknown: number | readonly CauseCount[];
}

export interface CauseCount extends Cause {
  readonly count: number;
}

/**
 * The leaves of an indicator on a date. The same counts give the same leaves, today and again.
 *
 * @throws RangeError for what is no count.
 */
export function protectLeaves(counts: Counts, protection: Protection): Leaves {
  const { numerator, rest, unknown } = counts;
  const causes = typeof unknown === 'object' ? unknown : undefined;
  const own = causes ? causes.map(({ count }) => count) : [unknown as number];
  const leaves = protectPartition({ numerator, rest, unknown: own }, protection);
  const of = (index: number) => leaves.unknown[index] ?? 'few';
  return {
    ...{ numerator: leaves.numerator, rest: leaves.rest },
    unknown: causes ? causes.map((cause, index) => ({ ...cause, count: of(index) })) : of(0),
  };
}
