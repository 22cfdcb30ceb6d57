/** Two JSON values of which most is equal, as after an edit. */

/**
 * Answers the second value with every part that is equal to the first one's at its place, or to a part of the same list,
 * taken from the first: who keeps something by the object need not work it out anew. Values as `JSON.parse` gives.
 */
export function withPartsOf<Value>(before: unknown, after: Value): Value {
  return merged(before, after) as Value;
}

function merged(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(after)) return Array.isArray(before) ? mergedList(before, after) : after;
  if (!isContainer(after) || !isContainer(before) || Array.isArray(before)) return after;
  const [earlier, later] = [Object.entries(before), Object.entries(after)];
  const parts = later.map(([key, value]: [string, unknown]): readonly [string, unknown] => [
    key,
    Object.hasOwn(before, key) ? merged((before as Record<string, unknown>)[key], value) : value,
  ]);
  const isSame =
    earlier.length === later.length &&
    parts.every(([key, value], at) => earlier[at]![0] === key && earlier[at]![1] === value);
  return isSame ? before : Object.fromEntries(parts);
}

/** What was put in or taken out moves the others: those behind it are looked for from the end. */
function mergedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const shared = Math.min(before.length, after.length);
  const parts: unknown[] = [...after];
  let head = 0;
  for (; head < shared; head++) {
    parts[head] = merged(before[head], after[head]);
    if (parts[head] !== before[head]) break;
  }
  const shift = before.length - after.length;
  for (let at = after.length - 1; at >= head && at + shift >= head; at--)
    parts[at] = merged(before[at + shift], after[at]);
  const isSame = shift === 0 && parts.every((part, at) => part === before[at]);
  return isSame ? before : parts;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
