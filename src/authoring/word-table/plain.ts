/** Reads pasted text: tables of Markdown or with `|`, tables with tabs (as a spreadsheet copies them), and lines. */
import { isJoining, linesOf, type Block, type Cell } from './blocks.ts';

/** The lines and tables of a text, in reading order. */
export function blocksOfText(given: string): readonly Block[] {
  const text = given.replace(/\r\n?/gu, '\n');
  const blocks: Block[] = [];
  let rows: (readonly Cell[])[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const record = recordAt(text, at, end);
    if (record) {
      if (!record.isRule) rows.push(record.cells.map(cellOf));
      at = record.end + 1;
      continue;
    }
    endTable();
    const [, marks = '', rest = line] = /^\s{0,3}(#{1,6})\s+(.*)$/u.exec(line) ?? [];
    for (const each of markedLines(rest, marks !== '')) blocks.push({ kind: 'line', line: each });
    at = end + 1;
  }
  endTable();
  return blocks;
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}

interface TextRecord {
  readonly cells: readonly string[];
  readonly end: number;
  /** The line of dashes below the head of a Markdown table. */
  readonly isRule: boolean;
}

/** One row of a table, which a cell between quotes may carry over several lines; undefined of what is none. */
function recordAt(text: string, at: number, end: number): TextRecord | undefined {
  const line = text.slice(at, end);
  const isQuoted = line.startsWith('"') || line.includes('\t"');
  if (isQuoted) {
    const quoted = quotedRecord(text, at);
    if (quoted && quoted.cells.length > 1) return quoted;
  }
  if (line.includes('\t')) return { cells: line.split('\t'), end, isRule: false };
  const parts = line.split(/(?<!\\)\|/u).map((each) => each.replaceAll('\\|', '|').trim());
  if (parts.length < 2) return undefined;
  const isFramed = line.trim().startsWith('|');
  const cells = isFramed ? parts.slice(1, parts.at(-1) === '' ? -1 : undefined) : parts;
  if (cells.length < 2) return undefined;
  return { cells, end, isRule: cells.every((each) => /^:?-+:?$/u.test(each)) };
}

/** So long a row may be. */
const longestRow = 100_000;

function quotedRecord(text: string, start: number): TextRecord | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const closing = closingQuote(text, at + 1, start + longestRow);
      if (closing === undefined) return undefined;
      cells.push(text.slice(at + 1, closing).replaceAll('""', '"'));
      at = closing + 1;
    } else {
      const [found] = /^[^\t\n]*/u.exec(text.slice(at, lineEnd(text, at))) as unknown as [string];
      cells.push(found);
      at += found.length;
    }
    if (text[at] !== '\t') break;
    at++;
  }
  const end = lineEnd(text, at);
  return text.slice(at, end).trim() === '' ? { cells, end, isRule: false } : undefined;
}

function closingQuote(text: string, from: number, most: number): number | undefined {
  for (let at = from; at < text.length && at < most; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at;
  }
  return undefined;
}

function cellOf(text: string): Cell {
  return markedLines(text.replace(/<br\s*\/?>/giu, '\n'), false);
}

/** Takes off what marks emphasis; a joining word in it stands alone. */
function markedLines(text: string, isHeading: boolean) {
  const plain = text.replace(/(\*\*|__)([^*_\n]{1,200})\1/gu, (_, _marks, inner: string) =>
    isJoining(inner) ? `\n${inner}\n` : inner,
  );
  return linesOf(plain, { isHeading });
}
