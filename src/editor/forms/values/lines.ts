/** Lists of short texts, a line each. */

/** Writes texts as lines. */
export function writeLines(value: unknown): string {
  return [value ?? []].flat().map(String).join('\n');
}

/**
 * Reads the lines that are not blank. Where one text may stand alone, it does, unless there was a list before.
 *
 * @param before What stood there.
 */
export function readLines(
  text: string,
  before: unknown,
  mayBeOne: boolean,
): string | readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [only] = lines;
  return mayBeOne && !Array.isArray(before) && lines.length === 1 && only !== undefined
    ? only
    : lines;
}
