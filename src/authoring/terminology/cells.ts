/** A pasted table as its rows and cells: out of a spreadsheet, a CSV file, or simply lines. */

export interface Row {
  /** Counted from 1, in the text that was pasted. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether its cells are parted by commas, as words of a line are. */
  readonly isList: boolean;
}

/**
 * The rows of a text, without the empty ones. Cells are parted by tabs; where there are none, by semicolons; else by
 * commas. A cell in quotes may hold what parts cells, and line ends; a quote in it is written twice.
 */
export function rowsOf(text: string): readonly Row[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  const separator = plain.includes('\t') ? '\t' : plain.includes(';') ? ';' : ',';
  const rows: Row[] = [];
  let line = 1;
  let at = 0;
  while (at < plain.length) {
    const first = line;
    const cells: string[] = [];
    for (;;) {
      const cell = cellAt(plain, at, separator);
      cells.push(cell.text);
      line += cell.lines;
      at = cell.end;
      if (plain[at] !== separator) break;
      at++;
    }
    if (plain[at] === '\n') line++;
    at++;
    if (cells.some((cell) => cell !== ''))
      rows.push({ line: first, cells, isList: separator === ',' });
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** The place of what parts it from the next, or ends its row. */
  readonly end: number;
  /** Line ends within it. */
  readonly lines: number;
}

function cellAt(text: string, from: number, separator: string): Cell {
  let start = from;
  while (text[start] === ' ') start++;
  if (text[start] === '"') {
    const quoted = quotedAt(text, start + 1, separator);
    if (quoted) return quoted;
  }
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return { text: text.slice(from, end).trim(), end, lines: 0 };
}

/** A cell in quotes; undefined where they never end, or more stands behind them: then they are signs as any. */
function quotedAt(text: string, from: number, separator: string): Cell | undefined {
  let close = text.indexOf('"', from);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  let end = close + 1;
  while (text[end] === ' ') end++;
  if (end < text.length && text[end] !== separator && text[end] !== '\n') return undefined;
  const within = text.slice(from, close).replaceAll('""', '"');
  return {
    text: within.replace(/\s+/g, ' ').trim(),
    end,
    lines: within.split('\n').length - 1,
  };
}
