/** Reads HTML as text and tables, so that nothing of it is ever drawn. A page may hand over what its own parser read. */
import { isJoining, linesOf, type Block, type Cell, type Line } from './blocks.ts';

/** A node as the DOM has it: what `DOMParser` gives fits. */
export interface MarkupNode {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<MarkupNode>;
  readonly getAttribute?: (name: string) => string | null;
}

/** Elements that hold no text for people. */
const unseen = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE', 'NOSCRIPT', '#COMMENT']);
/** Elements within a line; all others begin and end one. */
const inline = new Set([
  ...[
    'A',
    'ABBR',
    'B',
    'BDI',
    'BDO',
    'CODE',
    'EM',
    'FONT',
    'I',
    'INS',
    'LABEL',
    'MARK',
    'O:P',
    'S',
  ],
  ...['SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'U'],
]);
const headings = /^H[1-6]$/u;

/** The lines and tables of a document, in reading order. */
export function blocksOfMarkup(root: MarkupNode): readonly Block[] {
  const reading = new Reading();
  reading.walk(root, { isListed: false, isHeading: false });
  reading.endLine();
  return reading.blocks;
}

interface Around {
  readonly isListed: boolean;
  readonly isHeading: boolean;
}

class Reading {
  readonly blocks: Block[] = [];
  #text = '';
  #around: Around = { isListed: false, isHeading: false };

  walk(node: MarkupNode, around: Around): void {
    const name = node.nodeName.toUpperCase();
    if (unseen.has(name)) return;
    if (name === '#TEXT') {
      // In HTML a line break in the source is a space.
      this.#text += (node.nodeValue ?? '').replace(/[\n\r\t]+/gu, ' ');
      if (around.isListed || around.isHeading) this.#around = around;
      return;
    }
    if (name === 'BR') return this.endLine();
    // Word writes the bullet of a list as text of its own.
    const isBullet = /mso-list:\s*ignore/iu.test(node.getAttribute?.('style') ?? '');
    if (isBullet) {
      this.#around = { ...around, isListed: true };
      return;
    }
    if (name === 'TABLE') {
      this.endLine();
      this.blocks.push({ kind: 'table', rows: rowsOf(node) });
      return;
    }
    const isBold = name === 'B' || name === 'STRONG';
    const isApart = !inline.has(name) || (isBold && isJoining(wholeText(node)));
    if (isApart) this.endLine();
    const within = {
      isListed: around.isListed || name === 'LI',
      isHeading: around.isHeading || headings.test(name),
    };
    for (const child of Array.from(node.childNodes)) this.walk(child, within);
    if (isApart) this.endLine();
  }

  endLine(): void {
    for (const line of linesOf(this.#text, this.#around)) this.blocks.push({ kind: 'line', line });
    this.#text = '';
    this.#around = { isListed: false, isHeading: false };
  }
}

function wholeText(node: MarkupNode): string {
  if (node.nodeName.toUpperCase() === '#TEXT') return node.nodeValue ?? '';
  return Array.from(node.childNodes, wholeText).join('');
}

/** So many columns and rows are read of what says that it spans more. */
const mostSpanned = 100;

function rowsOf(table: MarkupNode): readonly (readonly Cell[])[] {
  const open: number[] = [];
  return rowNodes(table).map((row) => {
    const cells: Cell[] = [];
    const skipSpanned = () => {
      while ((open[cells.length] ?? 0) > 0) {
        open[cells.length]! -= 1;
        cells.push([]);
      }
    };
    for (const node of Array.from(row.childNodes)) {
      if (!isCell(node)) continue;
      skipSpanned();
      const [columns, rows] = [spanOf(node, 'colspan'), spanOf(node, 'rowspan')];
      for (let column = 0; column < columns; column++) {
        open[cells.length] = rows - 1;
        cells.push(column === 0 ? cellOf(node) : []);
      }
    }
    skipSpanned();
    return cells;
  });
}

function isCell({ nodeName }: MarkupNode): boolean {
  return ['TD', 'TH'].includes(nodeName.toUpperCase());
}

function spanOf(node: MarkupNode, name: string): number {
  const given = Number(node.getAttribute?.(name) ?? 1);
  return Number.isInteger(given) && given > 1 ? Math.min(given, mostSpanned) : 1;
}

/** The rows of a table, not those of a table within it. */
function rowNodes(node: MarkupNode): readonly MarkupNode[] {
  return Array.from(node.childNodes).flatMap((child) => {
    const name = child.nodeName.toUpperCase();
    if (name === 'TR') return [child];
    return ['THEAD', 'TBODY', 'TFOOT'].includes(name) ? rowNodes(child) : [];
  });
}

/** The lines of a cell; a table within it is read line by line. */
function cellOf({ childNodes }: MarkupNode): Cell {
  return blocksOfMarkup({ nodeName: 'DIV', nodeValue: null, childNodes }).flatMap(
    (block): readonly Line[] => (block.kind === 'line' ? [block.line] : block.rows.flat(2)),
  );
}
