import type { Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';

export interface LocatedObject {
  readonly object: JsonObject;
  readonly path: Path;
}

/**
 * Lists every object in a JSON value with its path, outer ones first. Recurses: the depth of a document
 * is limited when it is read.
 */
export function objectsIn(value: unknown, path: Path = []): readonly LocatedObject[] {
  const found: LocatedObject[] = [];
  collect(value, path, found);
  return found;
}

function collect(value: unknown, path: Path, found: LocatedObject[]): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => collect(each, [...path, index], found));
  } else if (isObject(value)) {
    found.push({ object: value, path });
    for (const [key, each] of Object.entries(value))
      if (typeof each === 'object') collect(each, [...path, key], found);
  }
}
