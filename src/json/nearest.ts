/** Work that may still be spent on suggestions: one for each word looked at and for each pair of letters compared. */
export interface Effort {
  left: number;
}

/** Longer words are nobody's slip of the pen. */
const longestWord = 100;

/**
 * The known word that a misspelt one was probably meant to be; undefined when none is near, or when the effort is
 * used up before all are looked at.
 */
export function nearest(
  word: string,
  known: readonly string[],
  effort: Effort = { left: 100_000 },
): string | undefined {
  if (word.length > longestWord) return undefined;
  const limit = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  let best: { word: string; distance: number } | undefined;
  for (const each of known) {
    if (--effort.left < 0) return undefined;
    if (each === word || Math.abs(each.length - word.length) > limit) continue;
    const most = best ? best.distance - 1 : limit;
    const distance = editDistance(lower, each.toLowerCase(), most, effort);
    if (effort.left < 0) return undefined;
    if (distance <= most) best = { word: each, distance };
  }
  return best?.word;
}

/**
 * Levenshtein's distance, one row at a time, and of each only what is within `most` of the diagonal; infinite where it
 * is more than that, or the effort is used up.
 */
function editDistance(a: string, b: string, most: number, effort: Effort): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - most);
    const last = Math.min(b.length, i + most);
    if (first > last) return Infinity;
    effort.left -= last - first + 1;
    if (effort.left < 0) return Infinity;
    const next: number[] = [i];
    for (let j = first; j <= last; j++) {
      const change = (row[j - 1] ?? Infinity) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] ?? Infinity) + 1, (next[j - 1] ?? Infinity) + 1);
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
