import type { Codes } from '../types.ts';

/** A part of a profile with other codes in it, wherever codes are asked for: all of what `prefer` names is codes too. */
export function mapCodes(value: unknown, map: (codes: Codes) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapCodes(each, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      key === 'codes'
        ? map(each as Codes)
        : key === 'prefer'
          ? (each as readonly Codes[]).map(map)
          : mapCodes(each, map),
    ]),
  );
}
