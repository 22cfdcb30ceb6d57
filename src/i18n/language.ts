/** The languages of the screen: Danish first, English second. */
export type Language = 'da' | 'en';

/** The same thing in each language. */
export type ByLanguage<Value> = Readonly<Record<Language, Value>>;

/** Returns the text in the language, or in Danish where the author wrote no other. */
export function textIn(
  text: { readonly da: string; readonly en?: string },
  language: Language,
): string {
  return (language === 'en' ? text.en : undefined) ?? text.da;
}

/** Puts a capital first. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Takes the capital off the first word, for a place inside a sentence; one that is all capitals keeps them: `CPR`. */
export function insideSentence(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whose it is, in Danish: `Egon Hansens`, `Jens’`, `CD’s`. */
export function danishOwner(name: string): string {
  if (/[sxz]$/i.test(name)) return `${name}’`;
  return /^\p{Lu}+$/u.test(name) ? `${name}’s` : `${name}s`;
}

/** Joins as one writes: `a, b eller c`. */
export function joinWords(words: readonly string[], last: string): string {
  if (words.length <= 1) return words.join();
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
