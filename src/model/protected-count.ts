/**
 * A count as it leaves the clinic: no one can tell from it whether a single patient is in it. Each number on its own;
 * no sum of the numbers as they were leaves with them.
 */

/** Counts under it are told as that alone, zero included. */
export const leastTold = 5;

/** What is told of a count: `under` the limit, or rounded down to a multiple of it, as in reports (`protect`). */
export function protectedCount(count: number): 'under' | number {
  return count < leastTold ? 'under' : count - (count % leastTold);
}
