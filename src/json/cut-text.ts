/** Where a text is kept in part. */
export const cutMark = '[…]';

/** The beginning of a text, with a mark that there is more of it. */
export function cutText(text: string, kept: number): string {
  // Half a character is none.
  return `${text.slice(0, Math.max(0, kept)).replace(/[\ud800-\udbff]$/, '')} ${cutMark}`;
}

/** A text, or the beginning of one that is longer than `most`. */
export function cutWithin(text: string, most: number): string {
  return text.length > most ? cutText(text, most) : text;
}
