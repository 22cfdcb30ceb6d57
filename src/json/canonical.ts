/** A JSON value as one text, whoever writes it: the JSON Canonicalization Scheme (RFC 8785). */

/**
 * Writes a value as `JSON.parse` gives it: keys in the order of their UTF-16 units at every level, no space, numbers and
 * texts as ECMAScript writes them.
 *
 * @throws {RangeError} of what JSON has not: a number that is none, half a surrogate pair, anything but a JSON value.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (/\p{Surrogate}/u.test(value)) throw new RangeError('A text with half a character in it.');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('A number that JSON has not.');
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value)
        ? `[${value.map(canonicalJson).join()}]`
        : `{${membersOf(value).join()}}`;
    default:
      throw new RangeError('A value that JSON has not.');
  }
}

function membersOf(object: object): readonly string[] {
  return Object.entries(object)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${canonicalJson(key)}:${canonicalJson(value)}`);
}
