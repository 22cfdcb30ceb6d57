/** How wide the columns of a printed list are: such that its rows take as few lines as can be. */
import { wordsIn, type Words } from './paper-words.ts';

/** A column before it has a width. All widths are in em of the printed font. */
export interface PaperText {
  readonly head: Words;
  /** It is never narrower: its longest word, those of its head, and what is written by hand. */
  readonly least: number;
  /** What stands in it, row by row, a line each. */
  readonly rows: readonly (readonly Words[])[];
}

export interface PaperWidths {
  readonly widths: readonly number[];
  /** How many lines a row takes in the mean, with its part of the heads. */
  readonly lines: number;
  /** The same of the rows of the first page: the gravest, of which most is said. */
  readonly firstLines: number;
}

/** Longer words are broken. */
const longestWord = 14;
/** A head that is no longer can be asked to take one line. */
const longestHead = 13;

/**
 * A column of texts, for `paperWidths`.
 *
 * @param wholeHead Whether its head takes one line, where it is not too long for that.
 * @param least What it must have in any case.
 */
export function paperText(
  head: string,
  rows: PaperText['rows'],
  { wholeHead, least = 0 }: { readonly wholeHead: boolean; readonly least?: number },
): PaperText {
  const headWords = wordsIn(head, { isBold: true });
  let widest = least;
  const measure = (words: Words) => {
    for (const { width } of words) widest = Math.max(widest, Math.min(longestWord, width));
  };
  measure(headWords);
  const whole = lengthOf(headWords);
  if (wholeHead && whole <= longestHead) widest = Math.max(widest, whole);
  for (const row of rows) for (const words of row) measure(words);
  return { head: headWords, least: widest, rows };
}

/**
 * The widths, of which there are `room` in all. What is left over the least widths goes, bit by bit, to the column in
 * which it saves the most lines; then columns give to each other as long as that saves any. Undefined where the least
 * widths have no room.
 */
export function paperWidths(columns: readonly PaperText[], room: number): PaperWidths | undefined {
  const widths = columns.map(({ least }) => least);
  let left = room - widths.reduce((sum, each) => sum + each, 0);
  if (left < 0) return undefined;
  const cost = costOf(columns);
  while (left >= step) {
    const now = cost.of(widths);
    let [best, chosen, by] = [0, -1, 0];
    for (const at of widths.keys())
      for (let more = step; more <= Math.min(longestStep, left); more += step) {
        const saved = (now - cost.of(moved(widths, at, more))) / more;
        if (saved > best) [best, chosen, by] = [saved, at, more];
      }
    if (chosen < 0) break;
    widths[chosen]! += by;
    left -= by;
  }
  exchange(widths, columns, cost.of);
  // Nothing is saved any more: all have some of what is left.
  const given = widths.map((width) => width + left / columns.length);
  return { widths: given, lines: cost.lines(given), firstLines: cost.firstLines(given) };
}

const step = 0.5;
const longestStep = 7;

/** A row is never lower: there is a name over a number, and room to write beside it. */
const leastLines = 2;
/** So many rows share one line of heads. */
export const rowsAPage = 22;
/** Of two layouts of equal height, the one whose cells take fewer lines. */
const aCellsLine = 0.01;

type Cost = (widths: readonly number[]) => number;

function costOf(columns: readonly PaperText[]): {
  readonly of: Cost;
  readonly lines: Cost;
  readonly firstLines: Cost;
} {
  const whole = columns[0]?.rows.length ?? 0;
  const first = Math.min(whole, rowsAPage);
  const measured = columns.map(({ head, rows }) =>
    memo((width) => ({
      head: linesOf(head, width),
      rows: rows.map((lines) => lines.reduce((sum, each) => sum + linesOf(each, width), 0)),
    })),
  );
  const all = (widths: readonly number[], aLine: number, count = whole) => {
    const at = measured.map((each, column) => each(widths[column]!));
    let heads = 1;
    for (const { head } of at) heads = Math.max(heads, head);
    let sum = (heads * count) / rowsAPage;
    for (let row = 0; row < count; row++) {
      let most = leastLines;
      for (const { rows } of at) {
        const lines = rows[row]!;
        if (lines > most) most = lines;
        if (lines > 1) sum += (lines - 1) * aLine;
      }
      sum += most;
    }
    return sum;
  };
  return {
    of: (widths) => all(widths, aCellsLine),
    lines: (widths) => (whole === 0 ? 0 : all(widths, 0) / whole),
    firstLines: (widths) => (first === 0 ? 0 : all(widths, 0, first) / first),
  };
}

/** Lets each column give to each other one what saves lines there, until that saves none. */
function exchange(widths: number[], columns: readonly PaperText[], cost: Cost): void {
  let now = cost(widths);
  for (let isBetter = true, sweep = 0; isBetter && sweep < mostSweeps; sweep++) {
    isBetter = false;
    for (const from of widths.keys())
      for (const to of widths.keys())
        for (let by = step; by <= longestStep; by *= 2) {
          if (from === to || widths[from]! - by < columns[from]!.least) continue;
          const tried = moved(moved(widths, from, -by), to, by);
          const next = cost(tried);
          if (next >= now) continue;
          [widths[from], widths[to]] = [tried[from]!, tried[to]!];
          now = next;
          isBetter = true;
        }
  }
}

const mostSweeps = 12;

function moved(widths: readonly number[], at: number, by: number): number[] {
  const next = [...widths];
  next[at]! += by;
  return next;
}

function lengthOf(words: Words): number {
  return words.reduce((sum, { width, space }) => sum + space + width, 0);
}

/** How many lines a text takes that is broken between words. */
function linesOf(words: Words, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { width, space } of words) {
    const needed = used === 0 ? width : used + space + width;
    if (needed <= room) used = needed;
    else {
      if (used > 0) lines++;
      lines += Math.max(0, Math.ceil(width / room) - 1);
      used = width % room;
    }
  }
  return lines;
}

function memo<T>(make: (width: number) => T): (width: number) => T {
  const made = new Map<number, T>();
  return (width) => {
    // Sums of halves, whatever the least width is.
    const key = Math.round(width * 1000);
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(width);
    made.set(key, value);
    return value;
  };
}
