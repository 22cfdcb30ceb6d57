/**
 * What every part of the schema is built with: rules, optional keys and lists. What each part means is said in
 * `descriptions.ts`.
 */
import * as z from 'zod/mini';

/**
 * Makes a rule beyond structure. Its `code` names the error (errors.ts has the texts). zod evaluates it
 * only where the value and everything in it have the right structure.
 */
export function rule<Value>(code: string, holds: (value: Value) => boolean) {
  return z.refine<Value>(holds, { params: { code } });
}

/**
 * Makes a rule that later rules depend on: where it is broken, zod skips the rules after it and those of
 * the values around, and prefers another branch of a union.
 */
export function basicRule<Value>(code: string, holds: (value: Value) => boolean) {
  return z.refine<Value>(holds, { params: { code }, abort: true });
}

/**
 * Makes a key that may be left out. A JSON document holds no `undefined`, so this equals `z.exactOptional`
 * and has its type; unlike it, `z.optional` does not run the schema for every absent key.
 */
export function optional<Schema extends z.ZodMiniType>(
  schema: Schema,
): z.ZodMiniExactOptional<Schema> {
  return z.optional(schema) as z.ZodMiniType as z.ZodMiniExactOptional<Schema>;
}

/** Makes a list of `least` to `most` items. */
export function listOf<Item extends z.ZodMiniType>(item: Item, least: number, most: number) {
  return z.array(item).check(z.minLength(least), z.maxLength(most));
}
