/** Holds a document against the schema. */
import { safeParse, type core } from 'zod/mini';
import { violationsOf, type Violation } from './issues.ts';
import { profileSchema } from './schema.ts';

/** Finds everything in a JSON value that the schema refuses, in the schema's order. */
export function validate(json: unknown): readonly Violation[] {
  return validateBy(profileSchema, json);
}

/** Finds everything in a JSON value that a document's schema refuses; of an unknown key, what it may stand for. */
export function validateBy(schema: core.$ZodType, json: unknown): readonly Violation[] {
  const { success, error } = safeParse(schema, json, { reportInput: true });
  if (success) return [];
  const known = () => knownKeys(schema);
  return violationsOf(error.issues).map((each) =>
    each.code === 'unknown-key'
      ? { ...each, misspelt: { word: String(each.path.at(-1)), known } }
      : each,
  );
}

const keysKnown = new WeakMap<core.$ZodType, readonly string[]>();

/** Lists every key of a format, at any depth. */
function knownKeys(schema: core.$ZodType): readonly string[] {
  let known = keysKnown.get(schema);
  if (!known) keysKnown.set(schema, (known = [...new Set(keysOf(schema, new Set()))]));
  return known;
}

function* keysOf(schema: core.$ZodType, seen: Set<core.$ZodType>): Iterable<string> {
  if (seen.has(schema)) return;
  seen.add(schema);
  const { def } = (schema as core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      yield* Object.keys(def.shape);
      for (const part of Object.values(def.shape)) yield* keysOf(part, seen);
      return;
    case 'union':
      for (const option of def.options) yield* keysOf(option, seen);
      return;
    case 'array':
      yield* keysOf(def.element, seen);
      return;
    case 'record':
      yield* keysOf(def.valueType, seen);
      return;
    case 'optional':
      yield* keysOf(def.innerType, seen);
      return;
    // A lazy schema leads back to a criterion, whose keys are listed already.
  }
}
