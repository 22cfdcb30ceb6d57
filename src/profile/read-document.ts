/** Reads a document as JSON within limits, before anything asks about its structure. */

import { withPlainTexts } from '../json/plain-text.ts';

/** Why a document cannot be read: `code` names the error (errors.ts). */
export interface Unreadable {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const longestText = 1_000_000;
const deepest = 40;
const mostNodes = 50_000;

/** Reads JSON text, or a value as `JSON.parse` gives; the answer shares nothing with the input. Never throws. */
export function readDocument(
  input: unknown,
): { readonly json: unknown } | { readonly unreadable: Unreadable } {
  const text = textOf(input);
  if (text === undefined) return unreadable('not-json');
  if (text.length > longestText) return unreadable('too-large', { most: longestText });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable('syntax', positionOf(error, text));
  }
  // Once it is known how deep it is: the gate recurses.
  return oversize(json) ?? { json: withPlainTexts(json) };
}

function unreadable(code: string, details: Unreadable['details'] = {}) {
  return { unreadable: { code, details } };
}

function textOf(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  try {
    return JSON.stringify(input);
  } catch {
    // A circle, or a `toJSON` that throws.
    return undefined;
  }
}

/** How deep, and how many values: level by level, so that later steps may recurse. */
function oversize(json: unknown) {
  let nodes = 0;
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return unreadable('too-deep', { most: deepest });
    nodes += level.length;
    if (nodes > mostNodes) return unreadable('too-many', { most: mostNodes });
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? (Object.values(node) as unknown[]) : [],
    );
  }
  return undefined;
}

/** Line and column of a syntax error, where the JavaScript engine tells the position. */
function positionOf(error: unknown, text: string): Unreadable['details'] {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return {};
  const before = text.slice(0, Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
