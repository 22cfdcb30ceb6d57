/** A message with placeholders between braces, which are filled in for each patient. */
import type { Language } from '../i18n/language.ts';
import { placeholderPhrases, type Placeholder } from '../i18n/phrases/placeholders.ts';

export type { Placeholder };

/** In the order in which they are offered. */
export const placeholders = Object.keys(placeholderPhrases.da) as readonly Placeholder[];

/** A piece of a message. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: Placeholder }
  /** Between braces stands what is no placeholder: `line` is counted from 1. */
  | { readonly kind: 'unknown'; readonly written: string; readonly line: number };

/**
 * Takes a message apart. Placeholders may be written as the contract names them (`{firstName}`), or in Danish or English
 * words (`{fornavn}`, `{first name}`), in small or capital letters. A brace without its other one is text.
 */
export function readMessage(body: string): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let [end, line, counted] = [0, 1, 0];
  for (const { 0: whole, 1: written = '', index } of body.matchAll(braced)) {
    if (index > end) parts.push({ kind: 'text', text: body.slice(end, index) });
    end = index + whole.length;
    const name = byWords.get(keyOf(written));
    if (name) {
      parts.push({ kind: 'placeholder', name });
      continue;
    }
    line += body.slice(counted, index).split('\n').length - 1;
    counted = index;
    parts.push({ kind: 'unknown', written: whole, line });
  }
  if (end < body.length) parts.push({ kind: 'text', text: body.slice(end) });
  return parts;
}

/** A placeholder as it is written in a language: `{fornavn}`. */
export function writtenPlaceholder(name: Placeholder, language: Language): string {
  return `{${placeholderPhrases[language][name]}}`;
}

/** A message with its placeholders in the words of a language. */
export function messageIn(body: string, language: Language): string {
  return readMessage(body)
    .map((part) =>
      part.kind === 'text'
        ? part.text
        : part.kind === 'unknown'
          ? part.written
          : writtenPlaceholder(part.name, language),
    )
    .join('');
}

/** Longer than any name that is near one of ours. */
const braced = /\{([^{}\n]{1,60})\}/g;

function keyOf(written: string): string {
  return written.trim().replaceAll(/\s+/g, ' ').toLowerCase().normalize('NFC');
}

const byWords: ReadonlyMap<string, Placeholder> = new Map(
  placeholders.flatMap((name) =>
    [name, placeholderPhrases.da[name], placeholderPhrases.en[name]].map(
      (words) => [keyOf(words), name] as const,
    ),
  ),
);
