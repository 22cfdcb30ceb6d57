/** What is still to come, for items that show what is next. */
import type { Detail } from '../store/details.ts';

const over: ReadonlySet<Detail['status']> = new Set(['missed', 'attended', 'completed']);

/**
 * Whether something on the day of evaluation has already been, or been missed. How what is later went is not known on
 * that day: seen from an earlier day it was still to come.
 */
export function isOver(status: Detail['status']): boolean {
  return over.has(status);
}
