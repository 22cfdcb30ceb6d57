import { valueAt, type Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { Violation } from '../issues.ts';
import type { ObjectCheck } from './check.ts';

/** A code set that a query or an item names is defined in the profile's `codes`. */
export const unknownCodeSets: ObjectCheck = {
  name: 'unknown-code-sets',
  severity: 'error',
  scope: 'object',
  find({ codes, prefer }, path, document) {
    // The document's own `codes` are the definitions.
    if (path.length === 0) return [];
    return [
      ...unknownIn(codes, [...path, 'codes'], document),
      ...(Array.isArray(prefer) ? unknownIn(prefer, [...path, 'prefer'], document) : []),
    ];
  },
};

/** Of a name, or of a list of names. */
function unknownIn(name: unknown, path: Path, document: unknown): readonly Violation[] {
  if (Array.isArray(name))
    return name.flatMap((each: unknown, index) => unknownIn(each, [...path, index], document));
  if (typeof name !== 'string') return [];
  const sets = valueAt(document, ['codes']);
  if (isObject(sets) && Object.hasOwn(sets, name)) return [];
  const names = isObject(sets) ? namesOf(sets) : [];
  const misspelt = { word: name, known: () => names };
  return [{ path, code: 'unknown-codes', details: { name, names }, misspelt }];
}

/** By the profile's `codes`, so that they are listed once, however many names are unknown. */
const listed = new WeakMap<JsonObject, readonly string[]>();

function namesOf(sets: JsonObject): readonly string[] {
  let names = listed.get(sets);
  if (!names) listed.set(sets, (names = Object.keys(sets)));
  return names;
}
