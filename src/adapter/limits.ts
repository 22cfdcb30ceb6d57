/** How large an answer may be that is read whole or not at all. */
import { excessInSteps, excessOfValue, type DocumentLimits } from '../json/limits.ts';
import { AdapterFailure, type AdapterCall } from './failure.ts';
import { nextTurn } from './pause.ts';

/** All rounds of a profile. */
export const roundsLimits: DocumentLimits = {
  characters: 50_000_000,
  depth: 12,
  nodes: 5_000_000,
  key: 1000,
};

/** How many they are at the most: nobody has begun more. */
export const mostRounds = 10_000;

/** What a store answers to the saving of one round. */
export const savedLimits: DocumentLimits = { ...roundsLimits, nodes: 2_000_000 };

/** What an action answers for the patients of one call. */
export const resultsLimits: DocumentLimits = {
  characters: 2_000_000,
  depth: 12,
  nodes: 100_000,
  key: 1000,
};

/**
 * Refuses an answer that is larger than any, before anything is made of it.
 * @throws {AdapterFailure} And what reading the answer throws.
 */
export function requireWithin(call: AdapterCall, answer: unknown, limits: DocumentLimits): void {
  if (excessOfValue(answer, limits)) throw tooLarge(call);
}

/**
 * Does what `requireWithin` does, a slice at a time: of many rounds it takes longer than a page may be held.
 * @throws {AdapterFailure} And what reading the answer throws.
 */
export async function requireWithinInTurns(
  call: AdapterCall,
  answer: unknown,
  limits: DocumentLimits,
): Promise<void> {
  const steps = excessInSteps(answer, limits);
  for (;;) {
    const { done, value: excess } = steps.next();
    if (done && excess) throw tooLarge(call);
    if (done) return;
    await nextTurn();
  }
}

/** A failure because of an answer that is larger than any. */
export function tooLarge(call: AdapterCall): AdapterFailure {
  return new AdapterFailure('junk', call, undefined, 'too-large');
}
