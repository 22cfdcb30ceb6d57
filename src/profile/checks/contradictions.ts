import type { Violation } from '../issues.ts';
import type { Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { numberingOf } from './numbering.ts';
import type { ObjectCheck } from './check.ts';

/** No `all` or `any` holds both a criterion and its `not`: the first can never be met, the other always is. */
export const contradictions: ObjectCheck = {
  name: 'contradictions',
  severity: 'error',
  scope: 'object',
  find(object, path, document) {
    return (['all', 'any'] as const).flatMap((key) => negatedParts(object, path, key, document));
  },
};

function negatedParts(
  object: JsonObject,
  path: Path,
  key: 'all' | 'any',
  document: unknown,
): readonly Violation[] {
  const parts: unknown = object[key];
  if (!Array.isArray(parts) || !parts.some(isNegation)) return [];
  const numbering = numberingOf(document);
  const numbers = new Set(parts.map((part) => numbering.numberOf(part)));
  const code = key === 'all' ? 'never-true' : 'always-true';
  return parts.flatMap((part: unknown, index) =>
    isNegation(part) && numbers.has(numbering.numberOf(part.not))
      ? [{ path: [...path, key, index], code, details: {} }]
      : [],
  );
}

function isNegation(part: unknown): part is { readonly not: unknown } {
  return isObject(part) && Object.hasOwn(part, 'not');
}
