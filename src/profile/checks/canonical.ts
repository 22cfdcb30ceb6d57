import { isObject } from '../../json/values.ts';

/** Writes a JSON value so that values with the same content give the same text, whatever the order of keys. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    isObject(each)
      ? Object.fromEntries(
          Object.keys(each)
            .sort()
            .map((key) => [key, each[key]]),
        )
      : each,
  );
}
