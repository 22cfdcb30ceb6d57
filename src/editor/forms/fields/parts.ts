/** The parts of the format, by name, and which of them a value is. */
import { isObject } from '../../../json/values.ts';
import { queryTypes } from '../../../profile/index.ts';
import { criterionKinds, type CriterionKind } from '../../../authoring/editing/index.ts';
import { criterionParts } from './criteria.ts';
import { entryParts } from './entries.ts';
import type { Part } from './kinds.ts';
import { queryParts } from './queries.ts';

/** Every part, by name. */
export const parts: ReadonlyMap<string, Part> = new Map([
  ...entryParts,
  ...criterionParts,
  ...queryParts,
]);

/**
 * Which kind of criterion a value is; undefined where none of its keys, or several, tell a kind. `of` belongs to
 * `atLeast`.
 */
export function criterionKindOf(value: unknown): CriterionKind | undefined {
  if (!isObject(value)) return undefined;
  const found = criterionKinds.filter((kind) => Object.hasOwn(value, kind));
  return found.length === 1 ? found[0] : undefined;
}

/** The fields of a part that a value is an instance of: items and criteria differ by what stands in them. */
export function partFor(name: string, value: unknown): Part {
  if (name === 'item') return parts.get(`item.${itemTypeOf(value)}`)!;
  if (name === 'criterion') {
    const kind = criterionKindOf(value);
    return kind ? parts.get(`criterion.${kind}`)! : [];
  }
  const part = parts.get(name);
  if (!part) throw new RangeError(`No part of the format is called ${name}.`);
  return part;
}

/** The type of an item; one that is not known has the fields of a patient's. */
function itemTypeOf(value: unknown): string {
  const type = isObject(value) ? value['type'] : undefined;
  return queryTypes.some((each) => each === type) ? String(type) : 'patient';
}
