import type { RoundState } from './types.ts';
import type { RoundStatus } from '../../adapter/index.ts';

/** How far a patient may have come in a round, from nothing on. */
export const roundStatuses: readonly RoundStatus[] = ['new', 'to-follow-up', 'reviewed', 'exempt'];

/** Everybody whom a round counts: those in the population now. */
export function sumOfStatuses(counts: RoundState['counts']): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
