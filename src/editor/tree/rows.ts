/** The rows of the tree that are shown: which are open, and which is the active one. */
import { isWithin, placeIn } from '../../authoring/editing/places.ts';
import type { OutlineNode } from './outline.ts';

/** A row as it is shown, with where it stands among those beside it. */
export interface TreeRow {
  readonly node: OutlineNode;
  /** From 1. */
  readonly level: number;
  /** From 1, among the rows of its parent. */
  readonly position: number;
  readonly size: number;
  /** Undefined of a row that holds none. */
  readonly isOpen: boolean | undefined;
  readonly parent: string | undefined;
}

/** Which rows are open, where the user has said otherwise than usual. */
export type Openings = ReadonlyMap<string, boolean>;

/** The rows that are shown, in their order. */
export function rowsOf(nodes: readonly OutlineNode[], openings: Openings): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (siblings: readonly OutlineNode[], level: number, parent: string | undefined) => {
    for (const [index, node] of siblings.entries()) {
      const isOpen = node.children.length === 0 ? undefined : isOpened(node, openings);
      rows.push({ node, level, position: index + 1, size: siblings.length, isOpen, parent });
      if (isOpen) add(node.children, level + 1, node.pointer);
    }
  };
  add(nodes, 1, undefined);
  return rows;
}

/** Entries of lists begin closed: of markers one sees which there are. */
function isOpened({ pointer, sort }: OutlineNode, openings: Openings): boolean {
  return openings.get(pointer) ?? sort !== 'entry';
}

/** The pointers of the rows around a place, outermost first, as far as there are such. */
export function around(nodes: readonly OutlineNode[], place: string): readonly OutlineNode[] {
  const way: OutlineNode[] = [];
  let among = nodes;
  for (;;) {
    const next = among.find(({ pointer }) => pointer !== '' && isWithin(place, pointer));
    if (!next) return way;
    way.push(next);
    among = next.children;
  }
}

/** The row of a place: its own, or that of the part that it is in. The document's own, where it is in no other. */
export function rowOf(rows: readonly TreeRow[], place: string): TreeRow | undefined {
  for (let at = place; at !== ''; at = placeIn(at).parent) {
    const found = rows.find(({ node }) => node.pointer === at);
    if (found) return found;
  }
  return rows[0];
}

/** The next row, from the one after the active, that begins with what is typed. */
export function typedRow(
  rows: readonly TreeRow[],
  active: TreeRow | undefined,
  typed: string,
): TreeRow | undefined {
  const from = active ? rows.indexOf(active) : -1;
  // A letter after another one goes on from where it stands; the first leaves it.
  const start = typed.length > 1 ? Math.max(0, from) : from + 1;
  const turned = [...rows.slice(start), ...rows.slice(0, start)];
  const sought = typed.toLocaleLowerCase();
  return turned.find(({ node }) => wordsOf(node).toLocaleLowerCase().startsWith(sought));
}

/** What a row says. */
export function wordsOf({ role, text }: OutlineNode): string {
  return role === undefined ? text : `${role}: ${text}`;
}
