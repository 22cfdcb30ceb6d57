/** How long a share may last. */
import { milliseconds } from 'date-fns/milliseconds';
import { readInstant } from './instant.ts';

/** The most days of 24 hours that a share lasts, whoever makes it and whoever opens it. */
export const mostDays = 30;

/**
 * Whether a share lasts no longer than so many days.
 * @throws RangeError as `checkDays`.
 */
export function isWithin(
  { from, until }: { readonly from: string; readonly until: string },
  longestDays: number = mostDays,
): boolean {
  checkDays(longestDays);
  return readInstant(until) - readInstant(from) <= milliseconds({ days: longestDays });
}

/** @throws RangeError for a host's limit that is higher than `mostDays`, or is no number of days. */
export function checkDays(
  longestDays: unknown = mostDays,
): asserts longestDays is number | undefined {
  if (typeof longestDays !== 'number' || !(longestDays > 0 && longestDays <= mostDays))
    throw new RangeError(`longestDays: more than 0 and at most ${mostDays}.`);
}
