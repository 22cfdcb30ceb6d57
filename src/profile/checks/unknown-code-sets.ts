import { valueAt } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { ObjectCheck } from './check.ts';

/** A code set that a query or an item names is defined in the profile's `codes`. */
export const unknownCodeSets: ObjectCheck = {
  name: 'unknown-code-sets',
  severity: 'error',
  scope: 'object',
  find({ codes: name }, path, document) {
    // The document's own `codes` are the definitions.
    if (typeof name !== 'string' || path.length === 0) return [];
    const sets = valueAt(document, ['codes']);
    if (isObject(sets) && Object.hasOwn(sets, name)) return [];
    const names = isObject(sets) ? namesOf(sets) : [];
    return [
      {
        path: [...path, 'codes'],
        code: 'unknown-codes',
        details: { name, names },
        misspelt: { word: name, known: () => names },
      },
    ];
  },
};

/** By the profile's `codes`, so that they are listed once, however many names are unknown. */
const listed = new WeakMap<JsonObject, readonly string[]>();

function namesOf(sets: JsonObject): readonly string[] {
  let names = listed.get(sets);
  if (!names) listed.set(sets, (names = Object.keys(sets)));
  return names;
}
