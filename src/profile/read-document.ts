/** Reads a document as JSON within limits, before anything asks about its structure. */
import { excessOfText, type DocumentLimits, type Excess } from '../json/limits.ts';
import { withPlainTexts } from '../json/plain-text.ts';
import { writtenWithin } from '../json/written.ts';

/** Why a document cannot be read: `code` names the error (errors.ts). */
export interface Unreadable {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a document says, or the limit that it passes; undefined for what cannot be written. */
export type DocumentText = string | Excess | undefined;

/** All that a profile may be, so that no step after this one has more to do. */
export const profileLimits: DocumentLimits = {
  characters: 1_000_000,
  depth: 40,
  nodes: 50_000,
  key: 1000,
};

/**
 * Reads JSON text, or a value as `JSON.parse` gives; the answer shares nothing with the input. Never throws.
 *
 * @param text What it says (`textOfDocument`), where that is known.
 */
export function readDocument(
  input: unknown,
  text = textOfDocument(input),
): { readonly json: unknown } | { readonly unreadable: Unreadable } {
  if (text === undefined) return unreadable('not-json');
  const passed = typeof text === 'string' ? excessOfText(text, profileLimits) : text;
  if (passed) return unreadable(codes[passed.limit], { most: passed.most });
  try {
    // Once it is known how deep it is: the gate for texts recurses.
    return { json: withPlainTexts(JSON.parse(text as string)) };
  } catch (error) {
    return unreadable('syntax', positionOf(error, text as string));
  }
}

const codes: Readonly<Record<Excess['limit'], string>> = {
  characters: 'too-large',
  depth: 'too-deep',
  nodes: 'too-many',
  key: 'key-too-long',
};

function unreadable(code: string, details: Unreadable['details'] = {}) {
  return { unreadable: { code, details } };
}

/**
 * The text of a document, or the limit that it passes; undefined for what has none. What is larger than any profile is
 * not written out.
 */
export function textOfDocument(input: unknown): DocumentText {
  if (typeof input === 'string') return input;
  try {
    return writtenWithin(input, profileLimits);
  } catch {
    // A circle, or a `toJSON` that throws.
    return undefined;
  }
}

/** Line and column of a syntax error, where the JavaScript engine tells the position. */
function positionOf(error: unknown, text: string): Unreadable['details'] {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return {};
  const before = text.slice(0, Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
