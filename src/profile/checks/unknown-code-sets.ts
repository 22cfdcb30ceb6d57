import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { nearest } from '../../json/nearest.ts';
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
    const names = isObject(sets) ? Object.keys(sets) : [];
    if (names.includes(name)) return [];
    const details = { name, names, suggestion: nearest(name, names) };
    return [{ path: [...path, 'codes'], code: 'unknown-codes', details }];
  },
};
