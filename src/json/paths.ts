/** The places in a JSON value. */

/** The keys and indices that lead from the document to a value in it; empty for the document itself. */
export type Path = readonly PropertyKey[];

/** Writes a path as a JSON Pointer (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Reads a JSON Pointer as the keys that it names; indices of lists are keys as well. */
export function keysOf(place: string): readonly string[] {
  return place
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Finds the value at a path of a JSON value; undefined where there is none. */
export function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
