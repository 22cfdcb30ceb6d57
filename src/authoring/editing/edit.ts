/** One change of a document, with where it leads. */
import type { JsonObject } from '../../json/values.ts';
import type { PatchStep } from '../review/types.ts';
import { isWithin, placeAfter, testsFollow } from './places.ts';

/** What a change does, and where what was looked at stands afterwards. */
export interface DocumentEdit {
  readonly steps: readonly PatchStep[];
  /** JSON Pointer of what to look at afterwards. */
  readonly select: string;
  /** Where what stood at a place stands afterwards; undefined where it is gone. */
  readonly placeNow: (place: string) => string | undefined;
}

/** A value that is written anew with some of its parts in other places. */
export type Moves = readonly (readonly [from: string, to: string])[];

/**
 * Makes an edit, in which the test patients follow what they name.
 *
 * @param moves What a step puts elsewhere within what it writes anew; the longest `from` counts.
 */
export function editOf(
  document: JsonObject,
  steps: readonly PatchStep[],
  select: string,
  moves: Moves = [],
): DocumentEdit {
  const placeNow = (place: string) => {
    const moved = moves.find(([from]) => isWithin(place, from));
    return moved ? moved[1] + place.slice(moved[0].length) : placeAfter(place, steps);
  };
  return { steps: [...steps, ...testsFollow(document, placeNow)], select, placeNow };
}
