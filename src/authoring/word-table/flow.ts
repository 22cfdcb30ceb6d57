/**
 * Reads a table of which the columns are lost, as copied from a PDF: each row begins with what its first cell says, and
 * a line of codes is of the third column.
 */
import { isJoining, type Block, type Cell, type Line } from './blocks.ts';
import { columnOf, kindOf } from './labels.ts';
import { isCodesAlone } from './tokens.ts';

/** Makes tables of lines where a head of one is found; else the lines as they are. */
export function tablesInFlow(blocks: readonly Block[]): readonly Block[] {
  const made: Block[] = [];
  let rows: Cell[][] | undefined;
  const endTable = () => {
    if (rows && rows.length > 1) made.push({ kind: 'table', rows });
    rows = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      endTable();
      made.push(block);
      continue;
    }
    const { line } = block;
    const head = headOf(line.text);
    if (head) {
      endTable();
      rows = [head];
    } else if (rows && !/^(?:hvordan|hvad)\s/iu.test(line.text)) addTo(rows, line);
    else {
      endTable();
      made.push(block);
    }
  }
  endTable();
  return made;
}

function headOf(text: string): Cell[] | undefined {
  const words = text.split(/\s+/u);
  if (words.length !== 3) return undefined;
  const isHead =
    ['criteria', 'data'].includes(columnOf(words[0]!) ?? '') &&
    columnOf(words[1]!) === 'description' &&
    columnOf(words[2]!) === 'rules';
  return isHead ? words.map((word) => [lineOf(word)]) : undefined;
}

const lineOf = (text: string): Line => ({ text, isListed: false, isHeading: false });

function addTo(rows: Cell[][], line: Line): void {
  const [label = '', rest = ''] = splitLabel(line.text) ?? [];
  if (label !== '') rows.push([[lineOf(label)], [], []]);
  const text = label === '' ? line.text : rest;
  const row = rows.at(-1)!;
  if (text === '' || rows.length === 1) return;
  const column = isCodesAlone(text) ? 2 : 1;
  const cell = row[column] ?? [];
  // A line that goes on where the paper ended is the same line: what joins criteria, and what is listed, is not.
  const last = cell.at(-1);
  const goesOn =
    column === 1 && last && /^[a-zæøå]/u.test(text) && ![text, last.text].some(isJoining);
  row[column] = goesOn
    ? [...cell.slice(0, -1), { ...last, text: `${last.text} ${text}` }]
    : [...cell, { ...line, text }];
}

/** What the first cell says, and what follows it on the line. */
function splitLabel(text: string): readonly [string, string] | undefined {
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/u.exec(text) ?? [];
  // *Patienter registreret med …* is a sentence; *Patient Cpr, navn* a row.
  const isLabel = /^\p{Lu}/u.test(first) && kindOf(first) !== undefined;
  if (!isLabel || /^patienter$/iu.test(first)) return undefined;
  return [first, rest];
}
