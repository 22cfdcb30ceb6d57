/** What is pasted, as lines and tables: whether it came as HTML, Markdown, tabs or plain text. */

/** One line of text, without what marks it as one of a list. */
export interface Line {
  readonly text: string;
  /** It began with a bullet, a tick or a number. */
  readonly isListed: boolean;
  readonly isHeading: boolean;
}

export type Cell = readonly Line[];

/** A table, row by row; of cells that span several rows the later rows have an empty one. */
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = TableBlock | { readonly kind: 'line'; readonly line: Line };

/** What begins one of a list: bullets of every kind (those of Word's own fonts too), ticks, dashes and numbers. */
const bullet =
  /^(?:[\u2713\u2714\u2022\u25AA\u25CF\u25E6\u25A0\u00B7\u2751\u2756\u00A7\uF000-\uF0FF]\s*|[-–—*]\s+|\d{1,2}[.)]\s+)+/u;

/** Several lines that are written as one, with points between them. */
const points = /\s+[·•]\s+|[\n\r\u2028\u2029]+/u;

/**
 * Makes lines of a text: white space in one form, empty ones left out, bullets taken off.
 *
 * @param listed Whether it is known to be of a list.
 */
export function linesOf(
  text: string,
  { isListed = false, isHeading = false }: { isListed?: boolean; isHeading?: boolean } = {},
): readonly Line[] {
  return text.split(points).flatMap((part): readonly Line[] => {
    const plain = part.replace(/[\s\u00A0\u200B-\u200D\uFEFF]+/gu, ' ').trim();
    const bare = plain.replace(bullet, '').trim();
    return bare === '' ? [] : [{ text: bare, isListed: isListed || bare !== plain, isHeading }];
  });
}

/** Words that join criteria, alone on their line. */
const joining = /^(?:og\s*\/\s*eller|eller|og|samt|and\s*\/\s*or|or|and)[\s:,.]*$/iu;

export function isJoining(text: string): boolean {
  return joining.test(text.trim());
}

/** The text of several lines as one. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}
