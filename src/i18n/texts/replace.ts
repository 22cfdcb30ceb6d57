/** Texts that a host gives in the place of ours: any of them, in either language. */
import type { Language } from '../language.ts';
import type { Texts } from './index.ts';

/** Some texts of a subject. What takes arguments takes the same ones, and answers a text. */
export type Replaced<T> = {
  readonly [K in keyof T]?: T[K] extends string
    ? string
    : T[K] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Replaced<T[K]>;
};

/**
 * A host's own words, by language, subject and key: `{ da: { round: { finish: 'Afslut gennemgang' } } }`. What is left
 * out stays as it is.
 */
export type HostTexts = { readonly [L in Language]?: Replaced<Texts> };

/** How a host's texts are read. */
interface Reading {
  /** The gate that each of them passes. */
  readonly plain: (text: string) => string;
  /** Is told the place of a text that cannot be used: `round/finish`. */
  readonly onJunk: (path: string) => void;
}

/**
 * Puts texts in the place of others. Never throws: what is no text of ours, or of another kind, is told, and ours
 * stands; so does ours for one call of a function that throws or answers no text.
 */
export function replaceTexts<T extends object>(ours: T, given: unknown, reading: Reading): T {
  return replaced(ours as Group, given, '', reading) as T;
}

interface Group {
  readonly [key: string]: Text | Group;
}
type Text = string | ((...parts: never[]) => string);

function replaced(ours: Group, given: unknown, path: string, reading: Reading): Group {
  const { onJunk } = reading;
  const keys = keysOf(given);
  if (!keys) {
    onJunk(path);
    return ours;
  }
  const all: Record<string, Text | Group> = { ...ours };
  for (const key of keys) {
    const at = path === '' ? key : `${path}/${key}`;
    const own = Object.hasOwn(ours, key) ? ours[key] : undefined;
    const text = own === undefined ? undefined : replacedText(own, peek(given, key), at, reading);
    if (text === undefined) onJunk(at);
    else all[key] = text;
  }
  return all;
}

/** Undefined where what is given is of another kind. */
function replacedText(
  own: Text | Group,
  text: unknown,
  at: string,
  reading: Reading,
): Text | Group | undefined {
  if (typeof own === 'object') return replaced(own, text, at, reading);
  if (typeof own === 'string') return typeof text === 'string' ? reading.plain(text) : undefined;
  return typeof text === 'function' ? guarded(own, text, at, reading) : undefined;
}

function guarded(
  own: (...parts: never[]) => string,
  given: object,
  at: string,
  { plain, onJunk }: Reading,
): Text {
  return (...parts: never[]) => {
    try {
      const said: unknown = (given as (...parts: never[]) => unknown)(...parts);
      if (typeof said === 'string') return plain(said);
    } catch {
      // What was thrown may name a patient.
    }
    onJunk(at);
    return own(...parts);
  };
}

/** The keys of what a host gave; undefined of what is no object, or does not tell. */
export function keysOf(given: unknown): readonly string[] | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  try {
    return Object.keys(given);
  } catch {
    return undefined;
  }
}

/** One value of what a host gave; undefined of what is no object, or does not tell. */
export function peek(given: unknown, key: string): unknown {
  try {
    return typeof given === 'object' && given !== null
      ? (given as Record<string, unknown>)[key]
      : undefined;
  } catch {
    return undefined;
  }
}
