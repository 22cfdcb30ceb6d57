/** How wide the columns of a printed list are: such that its rows take as few lines as can be. */

/** A column before it has a width, in characters. */
export interface PaperText {
  /** It is never narrower: its longest word, and those of its head. */
  readonly least: number;
  /** What stands in it, row by row, a line each. */
  readonly rows: readonly (readonly string[])[];
}

/** Longer words are broken. */
const longestWord = 24;

/** A head that is no longer takes one line. */
const wholeHead = 18;

/** Between two columns, in characters. */
export const gap = 1.5;

/** A column of texts, for `paperWidths`. */
export function paperText(head: string, rows: PaperText['rows']): PaperText {
  let least = 0;
  const word = (text: string) => {
    for (const each of wordsIn(text)) least = Math.max(least, Math.min(longestWord, each.length));
  };
  if (head.length <= wholeHead) least = head.length;
  else word(head);
  for (const lines of rows) for (const line of lines) word(line);
  return { least, rows };
}

/**
 * The widths, in characters with the gap, of which there are `room` in all. What is left over the least widths goes,
 * a few characters at a time, to the column in which it saves the most lines. Undefined where the least widths have no
 * room.
 */
export function paperWidths(
  columns: readonly PaperText[],
  room: number,
): readonly number[] | undefined {
  const widths = columns.map(({ least }) => least);
  let left = Math.floor(room - columns.length * gap - widths.reduce((sum, each) => sum + each, 0));
  if (left < 0) return undefined;
  const linesAt = columns.map(({ rows }) =>
    memo((width) =>
      rows.map((lines) => lines.reduce((sum, each) => sum + linesOf(each, width), 0)),
    ),
  );
  const count = columns[0]?.rows.length ?? 0;
  /** Lines of all rows; of two layouts of equal height the one that is better filled. */
  const costWith = (at: number, width: number) => {
    const lines = widths.map((each, column) => linesAt[column]!(column === at ? width : each));
    let cost = 0;
    for (let row = 0; row < count; row++) {
      let most = leastLines;
      for (const each of lines) {
        most = Math.max(most, each[row]!);
        if (each[row]! > 1) cost += each[row]! / 100;
      }
      cost += most;
    }
    return cost;
  };
  while (left > 0) {
    const now = costWith(-1, 0);
    let [best, chosen, by] = [0, -1, 0];
    for (const at of columns.keys())
      for (let step = 1; step <= Math.min(longestStep, left); step++) {
        const saved = (now - costWith(at, widths[at]! + step)) / step;
        if (saved > best) [best, chosen, by] = [saved, at, step];
      }
    if (chosen < 0) break;
    widths[chosen]! += by;
    left -= by;
  }
  // Nothing is saved any more: all have some of what is left.
  return widths.map((width) => width + gap + left / columns.length);
}

/** A row is never lower: there is a name over a number, and room to write beside it. */
const leastLines = 2;
const longestStep = 12;

/** How many lines a text takes that is broken between words. */
function linesOf(text: string, width: number): number {
  if (text.length <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const { length } of wordsIn(text)) {
    const needed = used === 0 ? length : used + 1 + length;
    if (needed <= width) used = needed;
    else {
      if (used > 0) lines++;
      lines += Math.max(0, Math.ceil(length / width) - 1);
      used = length % width;
    }
  }
  return lines;
}

/** A space that does not break is part of a word; behind a hyphen a line may end. */
function wordsIn(text: string): readonly string[] {
  return text.split(/[ \n\t]+|(?<=[^\W\d]-)(?=\p{L})/u);
}

/** Whether a text has a word that is to be broken: elsewhere columns would be narrower than their words. */
export function hasLongWord(text: string): boolean {
  return /(?:\S|\u00a0){25}/.test(text);
}

function memo<T>(make: (width: number) => T): (width: number) => T {
  const made = new Map<number, T>();
  return (width) => {
    const known = made.get(width);
    if (known !== undefined) return known;
    const value = make(width);
    made.set(width, value);
    return value;
  };
}
