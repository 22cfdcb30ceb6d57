import { finish, type Population, type Steps } from '../../engine/index.ts';
import type { CombinedPart } from '../../profile/index.ts';
import { maybe, yes } from './column-index/types.ts';

/**
 * Whether patients of a combined population are on one of its lists, in the order of `ids`: a byte each, 0 *no*,
 * 1 *unknown*, 2 *yes*. Of whom nobody can say whether they live (R21), nobody can say that they are on any.
 */
export function* onListInSteps(
  population: Population,
  { membership }: CombinedPart,
  ids: readonly string[],
): Steps<Uint8Array> {
  const truths = yield* population.truthsInSteps(membership, ids);
  const undecided = new Set(population.undecided);
  return truths.map((truth, at) => (truth === yes && undecided.has(ids[at]!) ? maybe : truth));
}

/** The same at once. */
export function onList(...given: Parameters<typeof onListInSteps>): Uint8Array {
  return finish(onListInSteps(...given));
}
