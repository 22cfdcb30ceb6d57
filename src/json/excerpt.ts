/** Most characters of an excerpt. */
const longest = 120;

/**
 * Writes the beginning of a JSON value as text of at most 120 characters; undefined for `undefined`. No more of the
 * value is read than is written.
 */
export function excerpt(value: unknown): string | undefined {
  const text = JSON.stringify(beginningOf(value, { left: longest })) as string | undefined;
  return text !== undefined && text.length > longest ? `${text.slice(0, longest - 3)}…` : text;
}

/** Copies a value as far as the first parts of it, each of which is written with a character at least. */
function beginningOf(value: unknown, parts: { left: number }): unknown {
  parts.left--;
  if (typeof value === 'string') return value.slice(0, longest);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (let index = 0; index < value.length && parts.left >= 0; index++)
      list.push(beginningOf(value[index], parts));
    return list;
  }
  const entries: [string, unknown][] = [];
  for (const key in value) {
    if (parts.left < 0) break;
    const part = (value as Record<string, unknown>)[key];
    entries.push([key.slice(0, longest), beginningOf(part, parts)]);
  }
  return Object.fromEntries(entries);
}
