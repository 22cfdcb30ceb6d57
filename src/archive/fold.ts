/** Words as a search compares them. */

/**
 * A text without what a reader may write otherwise: case, accents, and the Danish letters in their two ways (`ø` and
 * `oe`, `å` and `aa`, `æ` and `ae`).
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ø', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}

/** The words of a text, folded: letters and digits, with what joins them within. */
export function wordsIn(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
}
