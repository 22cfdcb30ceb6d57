/** The rows of the programme's two tables, and what stands around them: title and purpose. */
import { textOf, type Block, type Cell, type Line } from './blocks.ts';
import { columnOf, kindOf, type Column, type RowKind } from './labels.ts';

/** Where something stands in what was pasted: tables and rows are counted from 1. */
export interface WordTablePlace {
  readonly table: number;
  readonly row: number;
  readonly column: 'criteria' | 'description' | 'rules';
}

export interface TableRow {
  /** Undefined where the first cell says something else. */
  readonly kind: RowKind | undefined;
  readonly label: string;
  readonly description: Cell;
  readonly rules: Cell;
  readonly place: { readonly table: number; readonly row: number };
}

export interface WordTables {
  readonly rows: readonly TableRow[];
  readonly title: string | undefined;
  readonly purpose: readonly string[];
  /** Lines around the tables that are neither. */
  readonly others: readonly string[];
  /** Tables that are none of the programme's, by their number. */
  readonly foreign: readonly number[];
}

export function readTables(blocks: readonly Block[]): WordTables {
  const rows: TableRow[] = [];
  const foreign: number[] = [];
  const before: Line[] = [];
  const after: Line[] = [];
  let table = 0;
  for (const block of blocks) {
    if (block.kind === 'line') (rows.length === 0 ? before : after).push(block.line);
    else {
      table++;
      const found = rowsOf(block.rows, table);
      if (found.length > 0) rows.push(...found);
      else foreign.push(table);
    }
  }
  return { rows, foreign, ...readAround(before, after) };
}

/** The columns as they stand where no head says otherwise. */
const usual = { label: 0, description: 1, rules: 2 };

function rowsOf(given: readonly (readonly Cell[])[], table: number): readonly TableRow[] {
  const rows: TableRow[] = [];
  let at = usual;
  let isKnown = false;
  let last: RowKind | undefined;
  for (const [index, cells] of given.entries()) {
    const heads = cells.map((cell) => columnOf(textOf(cell)));
    if (heads.filter((each) => each !== undefined).length > 1) {
      at = columnsBy(heads);
      isKnown = true;
      last = undefined;
      continue;
    }
    const cell = (column: number) => cells[column] ?? [];
    const label = textOf(cell(at.label));
    const [description, rules] = [cell(at.description), cell(at.rules)];
    if (label === '' && description.length + rules.length === 0) continue;
    const kind = label === '' ? last : kindOf(label);
    isKnown ||= kind !== undefined;
    last = kind;
    rows.push({ kind, label, description, rules, place: { table, row: index + 1 } });
  }
  return isKnown ? rows : [];
}

function columnsBy(heads: readonly (Column | undefined)[]): typeof usual {
  const place = (...names: readonly Column[]) =>
    heads.findIndex((each) => each !== undefined && names.includes(each));
  return {
    label: Math.max(0, place('criteria', 'data')),
    description: place('description'),
    rules: place('rules'),
  };
}

const question = /^(?:hvordan|hvad|hvem|how|what|who)\s/iu;
const purposeHead = /^(?:formål(?:et)?|purpose)(?:\s*[:–-]\s*|$)/iu;
const whom = /^(?:patienter|borgere|personer|børn|kvinder|mænd|voksne|ældre|profil\s*[:–-])/iu;
const longestTitle = 120;

function readAround(before: readonly Line[], after: readonly Line[]) {
  const purpose: string[] = [];
  const others: Line[] = [];
  let isPurpose = false;
  /** The line above the purpose. */
  let above: Line | undefined;
  for (const line of before) {
    const { text, isHeading, isListed } = line;
    if (purposeHead.test(text)) {
      isPurpose = true;
      above ??= others.at(-1);
      const rest = text.replace(purposeHead, '').trim();
      if (rest !== '') purpose.push(rest);
    } else if (isPurpose && !isHeading && !question.test(text)) {
      if (isListed || purpose.length === 0 || !whom.test(text)) purpose.push(text);
      else others.push(line);
    } else {
      isPurpose = false;
      others.push(line);
    }
  }
  const titles = others.filter(({ text }) => text.length <= longestTitle && !question.test(text));
  const found =
    titles.findLast(({ text }) => whom.test(text)) ??
    titles.find(({ isHeading }) => isHeading) ??
    titles.find((line) => line === above);
  const title = found?.text.replace(/^profil\s*[:–-]\s*/iu, '');
  const isOther = (line: Line) =>
    line !== found && !question.test(line.text) && line.text !== found?.text;
  return {
    title,
    purpose: purpose.map((each) => each.replace(/[\s·•;]+$/u, '')).filter((each) => each !== ''),
    others: [...others, ...after].filter(isOther).map(({ text }) => text),
  };
}
