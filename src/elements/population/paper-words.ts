/** How wide words are on paper, without a page to measure them on: by a font that is rather wide. */

/** A word, and the space before it, in em. */
export interface Word {
  readonly width: number;
  /** None where the word before ends in a hyphen. */
  readonly space: number;
}

export type Words = readonly Word[];

/** The words of a text: where a line may end. A space that does not break is part of a word. */
export function wordsIn(text: string, { isBold = false } = {}): Words {
  const by = isBold ? bolder : 1;
  return text
    .split(/[ \n\t]+/u)
    .filter(Boolean)
    .flatMap((word) =>
      word.split(/(?<=[^\W\d]-)(?=\p{L})/u).map((part, at) => ({
        width: widthOf(part) * by,
        space: at === 0 ? spaceWidth * by : 0,
      })),
    );
}

/** Whether a text has a word that is to be broken: elsewhere columns would be narrower than their words. */
export function hasLongWord(text: string): boolean {
  return /(?:\S|\u00a0){25}/.test(text);
}

const bolder = 1.13;
const spaceWidth = 0.32;

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += widths.get(letter) ?? otherWidth(letter);
  return width;
}

/** Of letters that are much narrower or wider than most. */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      ["ijlIJ|'", 0.29],
      [' \u00a0.,:;', 0.32],
      ['ft-/()[]', 0.39],
      ['r"·', 0.41],
      ['cskvxyz?', 0.56],
      ['<>=≥≤±+~–', 0.8],
      ['mMæÆWw%@—', 0.93],
    ] as const
  ).flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);

function otherWidth(letter: string): number {
  if (letter >= 'a' && letter <= 'z') return 0.62;
  if (letter >= '0' && letter <= '9') return 0.64;
  // Far scripts have wide letters.
  return letter > '\u2e7f' ? 1 : 0.7;
}
