/** Values as `JSON.parse` gives them, and the places in them. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The keys and indices that lead from the document to a value in it; empty for the document itself. */
export type Path = readonly PropertyKey[];

/** Whether a JSON value is an object: neither a list nor `null`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writes a path as a JSON Pointer (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
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
