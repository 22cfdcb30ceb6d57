import { explain, type Explanation } from './errors.ts';
import { checkMeaning } from './meaning.ts';
import { pointer, valueAt } from './path.ts';
import { checkShape } from './shape.ts';
import type { LocalText, Profile } from './types.ts';

/** One thing that is wrong with a profile: where, what, why, and how to mend it. */
export interface ProfileError {
  /** JSON Pointer (RFC 6901); empty for the whole document. */
  readonly path: string;
  /** The offending value as JSON text, cut when long; absent when something is missing. */
  readonly value?: string;
  /** Stable name of the rule, e.g. `unknown-key`. */
  readonly code: string;
  readonly message: LocalText;
  readonly fix: LocalText;
}

export type ParseOutcome =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly errors: readonly [ProfileError, ...ProfileError[]] };

const longestText = 1_000_000;
const deepest = 40;
const mostNodes = 50_000;
const format = 'overblik-profile/1';

/**
 * Checks a profile document: JSON text, or a value as `JSON.parse` gives. Answers a fresh, frozen
 * profile, or **all** its errors at once. Never throws, never changes its input.
 */
export function parseProfile(input: unknown): ParseOutcome {
  const document = readDocument(input);
  if ('explanation' in document)
    return { ok: false, errors: [errorAt('', undefined, document.explanation)] };
  const { json } = document;

  const newer = valueAt(json, ['format']);
  if (typeof newer === 'string' && newer !== format && /^overblik-profile\/\d+$/.test(newer))
    return {
      ok: false,
      errors: [errorAt('/format', newer, explain('newer-format', { found: newer }))],
    };

  const errors = [...checkShape(json), ...checkMeaning(json)].map(({ path, code, details }) =>
    errorAt(pointer(path), valueAt(json, path), explain(code, details), code),
  );
  const [first, ...rest] = errors;
  if (first) return { ok: false, errors: [first, ...rest] };
  return { ok: true, profile: freeze(json) as Profile };
}

/** What a document is read as, before its shape is asked about. */
function readDocument(
  input: unknown,
): { readonly json: unknown } | { readonly explanation: Explanation } {
  let text: string | undefined;
  try {
    text = typeof input === 'string' ? input : JSON.stringify(input);
  } catch {
    // A circle, a toJSON that throws: no text.
  }
  if (text === undefined) return { explanation: explain('not-json', {}) };
  if (text.length > longestText)
    return { explanation: explain('too-large', { most: longestText }) };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { explanation: explain('syntax', placeOf(error, text)) };
  }
  // Before anything recurses: how deep, and how much.
  let nodes = 0;
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return { explanation: explain('too-deep', { most: deepest }) };
    nodes += level.length;
    if (nodes > mostNodes) return { explanation: explain('too-many', { most: mostNodes }) };
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? (Object.values(node) as unknown[]) : [],
    );
  }
  return { json };
}

/** Line and column of a syntax error, where the engine tells the position. */
function placeOf(error: unknown, text: string): Record<string, unknown> {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return {};
  const before = text.slice(0, Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

function errorAt(
  path: string,
  value: unknown,
  { code, message, fix }: Explanation,
  rule: string = code,
): ProfileError {
  const shown = shorten(value);
  return { path, ...(shown === undefined ? {} : { value: shown }), code: rule, message, fix };
}

function shorten(value: unknown): string | undefined {
  const text = JSON.stringify(value) as string | undefined;
  return text !== undefined && text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** A text, a number or nothing is frozen as it is; what JSON just gave is not. */
function freeze<Value>(value: Value): Value {
  if (!Object.isFrozen(value)) {
    Object.values(value as object).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
