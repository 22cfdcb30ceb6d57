/** How codes, systems, units and numbers are compared: by one written form (SEMANTICS R1). */

/**
 * The form of a text that look-alikes share: letters raised, no white space and no invisible characters, every
 * dash a hyphen. Order among such texts is by code point (`isBefore`).
 */
export function normalize(text: string): string {
  return isNormal(text) ? text : raise(withoutSpace(text));
}

/** Whether a text is written in capitals, digits and hyphens already, as nearly all codes are. */
export function isNormal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    const isPlain =
      (character >= 48 && character <= 57) ||
      (character >= 65 && character <= 90) ||
      character === 45;
    if (!isPlain) return false;
  }
  return true;
}

/** Takes out white space and invisible characters, and makes every dash a hyphen. */
export function withoutSpace(text: string): string {
  return text.replace(invisible, '').replace(dashes, '-');
}

/** Any white space of Unicode, format characters (Cf: soft hyphen, zero-width space) and controls (Cc). */
const invisible = /[\p{White_Space}\p{Cf}\p{Cc}]+/gu;
/** Every dash (Pd), and the minus sign. */
const dashes = /[\p{Pd}\u2212]/gu;

/** Raises letter by letter, each to one: a letter that only raises to several (`ß`) stays as it is. */
function raise(text: string): string {
  const raised = text.toUpperCase();
  return raised.length === text.length ? raised : Array.from(text, raiseOne).join('');
}

function raiseOne(letter: string): string {
  const raised = letter.toUpperCase();
  return raised.length === letter.length ? raised : letter;
}

/** The order of code points: JavaScript's own `<` goes by halves of those beyond U+FFFF. */
export function isBefore(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return rankAt(a, at) < rankAt(b, at);
}

/** Of the first half that differs: halves of one code point rank above every whole one; no character at all, first. */
function rankAt(text: string, at: number): number {
  const half = text.charCodeAt(at);
  if (Number.isNaN(half)) return -1;
  return half >= 0xd800 && half <= 0xdfff ? half + 0x10000 : half;
}

/** A text as it is searched: letters lowered, white space as spaces, no invisible characters, every dash a hyphen. */
export function searchable(text: string): string {
  const plain = odd.test(text)
    ? text
        .replace(/\p{White_Space}/gu, ' ')
        .replace(/[\p{Cf}\p{Cc}]/gu, '')
        .replace(dashes, '-')
    : text;
  return plain.toLowerCase();
}

/** Anything but the letters and signs of western languages, among which nothing is to be replaced. */
const odd = /[^ -~\u00a1-\u00ac\u00ae-\u024f]/;
