/** The words of what codes are called, as they are searched and held against each other. */
import { searchable } from '../../record/normalize.ts';
import type { LocalText } from '../../profile/index.ts';

/** The words of a text, lowered: letters and digits, without what stands between them. */
export function wordsOf(text: string): readonly string[] {
  return searchable(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text in both languages, each once. */
export function wordsIn({ da, en }: LocalText): readonly string[] {
  return [...new Set([...wordsOf(da), ...(en === undefined ? [] : wordsOf(en))])];
}

/**
 * Whether words that were typed are all in a text: each begins one of its words, or, where it is long enough to mean
 * something inside another (Danish writes words together), stands in one.
 */
export function hasWords(text: readonly string[], typed: readonly string[]): boolean {
  return typed.every((word) =>
    text.some(
      (each) => each.startsWith(word) || (word.length >= shortestInside && each.includes(word)),
    ),
  );
}

const shortestInside = 4;
