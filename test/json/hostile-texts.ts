/** Texts that attack how a text is read, for tests that draw them. */
import fc from 'fast-check';

/** What no text of ours may hold; direction marks besides, where nothing runs from right to left. */
export const neverShown =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f]|^(?![^]*[\u0590-\u05ff\u0600-\u061b\u061d-\u06ff])[^]*[\u200e\u200f\u061c]/;

/** Letters, digits, quotes, and every kind of character that nobody sees. */
export const hostileText = fc.string({
  maxLength: 12,
  unit: fc.constantFrom(
    ...'aå1"= \t\n\r\0\x01\x0b\x0c\x1b\x1f\x7f\x85\x9f',
    ...'\u200e\u200f\u061c\u2028\u2029\u202a\u202b\u202c\u202d\u202e',
    ...'\u2066\u2067\u2068\u2069\u206a\u206f',
    ...'אس',
  ),
});

/** Every text in a value, names of keys among them. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map || value instanceof Set) return [...value].flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)]);
}
