/**
 * The gate for texts that come in: a text holds only what its reader sees. Whatever reads a host's texts (records,
 * profiles, an adapter's answers, rounds, shares) passes each of them through here, once.
 */

/**
 * The text without characters that nobody sees and that change how the text around them is read:
 * - controls of ASCII and Latin-1 but tab and line ends, NUL among them, are taken out;
 * - so are embeddings, overrides and isolates of text direction (U+202A–202E, U+2066–206F): one reverses digits
 *   (`125` as `521`), and a stray end of an isolate (U+2069) leaves the `<bdi>` that the text stands in;
 * - direction marks (U+200E, U+200F, U+061C) stay where the text has letters that run from right to left;
 * - separators of lines and paragraphs (U+2028, U+2029, U+0085, vertical tab, form feed) become line ends.
 *
 * Names in Arabic, Hebrew and other such scripts stay as they are: their letters carry their direction.
 */
export function plainText(text: string): string {
  if (isBare(text) || !suspect.test(text)) return text;
  const plain = text.replace(separators, '\n').replace(hidden, '');
  return rightToLeft.test(plain) ? plain : plain.replace(marks, '');
}

/** Whether a text is short and of visible ASCII alone, as most are: this is told quicker than any pattern matches. */
function isBare(text: string): boolean {
  if (text.length > mostBare) return false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character < 0x20 || character > 0x7e) return false;
  }
  return true;
}
const mostBare = 24;

/** A JSON value with all its texts plain, names of keys too; the very same value where they are already. */
export function withPlainTexts(json: unknown): unknown {
  if (typeof json === 'string') return plainText(json);
  if (Array.isArray(json)) {
    const items = json.map(withPlainTexts);
    return items.some((item, index) => item !== json[index]) ? items : json;
  }
  if (typeof json !== 'object' || json === null) return json;
  let isPlain = true;
  const entries = Object.entries(json).map(([key, value]: [string, unknown]) => {
    const entry = [plainText(key), withPlainTexts(value)] as const;
    if (entry[0] !== key || entry[1] !== value) isPlain = false;
    return entry;
  });
  return isPlain ? json : Object.fromEntries(entries);
}

/** Anything that may have to go; nearly all texts have none of it. */
const suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/;
const separators = /[\x0b\x0c\x85\u2028\u2029]/g;
const hidden = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f]/g;
const marks = /[\u061c\u200e\u200f]/g;
/** Blocks of scripts that run from right to left, from Hebrew on; those beyond U+FFFF by their first half. */
const rightToLeft =
  /[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;
