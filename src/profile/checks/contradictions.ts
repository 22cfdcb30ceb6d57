import type { Violation } from '../issues.ts';
import type { Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { canonical } from './canonical.ts';
import type { ObjectCheck } from './check.ts';

/** No `all` or `any` holds both a criterion and its `not`: the first can never be met, the other always is. */
export const contradictions: ObjectCheck = {
  name: 'contradictions',
  severity: 'error',
  scope: 'object',
  find(object, path) {
    return [...negatedParts(object, path, 'all'), ...negatedParts(object, path, 'any')];
  },
};

function negatedParts(object: JsonObject, path: Path, key: 'all' | 'any'): readonly Violation[] {
  const parts: unknown = object[key];
  if (!Array.isArray(parts) || !parts.some(isNegation)) return [];
  const texts = new Set(parts.map(canonical));
  const code = key === 'all' ? 'never-true' : 'always-true';
  return parts.flatMap((part: unknown, index) =>
    isNegation(part) && texts.has(canonical(part.not))
      ? [{ path: [...path, key, index], code, details: {} }]
      : [],
  );
}

function isNegation(part: unknown): part is { readonly not: unknown } {
  return isObject(part) && Object.hasOwn(part, 'not');
}
