/** Holds a document against the schema. */
import type { core } from 'zod/mini';
import { violationsOf, type Violation } from './issues.ts';
import { profileSchema } from './schema.ts';

/** Finds everything in a JSON value that the schema refuses, in the schema's order. */
export function validate(json: unknown): readonly Violation[] {
  const { success, error } = profileSchema.safeParse(json, { reportInput: true });
  return success ? [] : violationsOf(error.issues).map(asMisspelt);
}

/** Marks an unknown key as one of the format's that is misspelt. */
function asMisspelt(violation: Violation): Violation {
  return violation.code === 'unknown-key'
    ? { ...violation, misspelt: { word: String(violation.path.at(-1)), known: knownKeys } }
    : violation;
}

let known: readonly string[] | undefined;

/** Lists every key of the format, at any depth. */
function knownKeys(): readonly string[] {
  known ??= [...new Set(keysOf(profileSchema, new Set()))];
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
