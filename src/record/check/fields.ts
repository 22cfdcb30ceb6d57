/** Values of fields, whatever they come as. */
import { cutText } from '../../json/cut-text.ts';
import { plainText } from '../../json/plain-text.ts';
import type { JsonObject } from '../../json/values.ts';
import { longestText, mostCharacters } from '../limits.ts';

/** Stands for a field that throws when it is read: of a wrong type wherever it is used. */
const unreadable = Symbol('unreadable');

/** Reads a field of a host's own object. */
export function peek(object: JsonObject, key: string): unknown {
  try {
    return object[key];
  } catch {
    return unreadable;
  }
}

/** The names of an object's own fields; none of one that does not tell. */
export function keysOf(object: JsonObject): readonly string[] {
  try {
    return Object.keys(object);
  } catch {
    return [];
  }
}

/** Reads these fields of an object, inherited ones too (a host may hand over its own classes). */
export function peekAll(object: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(fields.map((field) => [field, peek(object, field)]));
}

/** Whether a field says nothing: it is not there, `null`, or an empty text (R3). */
export function isAbsent(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || (typeof value === 'string' && isBlank(value));
}

/** Whether a text has nothing to see: most show at their first character, a letter or a digit, that they have. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  const isSeen = (first > 0x20 && first < 0x7f) || (first >= 0xc0 && first < 0x2b0);
  return !isSeen && !visible.test(text);
}

/** Anything but white space, format characters and controls. */
const visible = /[^\p{White_Space}\p{Cf}\p{Cc}]/u;

/** Accepts a text that is only shown: of a wrong type it is left out, and the record stays. */
export function isShown(value: unknown): value is string {
  return typeof value === 'string' && !isBlank(value);
}

/** Counts what was read of one patient's texts. */
export interface TextTally {
  /** Texts that had something to be taken out. */
  hidden: number;
  /** Texts that were longer than is kept. */
  cut: number;
  /** Characters of what is only shown. */
  characters: number;
}

/**
 * Every text that is kept of a patient passes here, once: it goes on without what nobody sees in it. What is compared
 * by its normal form (codes, systems) or read as something else (dates, numbers) is rid of it there. A clinic's texts
 * are mostly the same few; but to find one among those seen costs as much as to look through it, and not every text
 * that is kept goes into a dictionary.
 */
export function readText(text: string, tally: TextTally): string {
  const plain = plainText(text);
  if (plain !== text) tally.hidden++;
  return plain;
}

/** Reads a text that is only shown, as much of it as is kept. */
export function readShown(text: string, tally: TextTally, longest = longestText): string {
  const kept = Math.min(longest, mostCharacters - tally.characters);
  tally.characters += Math.min(text.length, longest);
  return readText(text.length <= kept ? text : cut(text, kept, tally), tally);
}

/** The gate makes a text of its own of it, so that the whole is not kept for the sake of its beginning. */
function cut(text: string, kept: number, tally: TextTally): string {
  tally.cut++;
  return cutText(text, kept);
}

export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
