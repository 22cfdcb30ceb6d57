import type { ColumnLayout } from './column-layout.ts';
import { columnsInView, mostColumnsInView } from './geometry.ts';
import { emptyRing, inOrder, indexAt, moveRing, placeOf, type Ring } from './ring.ts';

/** Which columns are rendered: the pinned ones, and of the others those in view. Immutable. */
export class ColumnWindow {
  /**
   * The window of no columns. Made when it is asked for: in a class with private methods TypeScript compiles a static
   * field that makes an object of it to code that throws as it is loaded.
   */
  static none(): ColumnWindow {
    return new ColumnWindow({ columns: [], edges: [0], looks: [], pinned: 0, scale: 1 }, emptyRing);
  }

  /** The columns of the cells that stay in view, in the order of their elements. */
  readonly pinned: readonly number[];
  /** The columns of the cells that scroll, in the order of their elements. */
  readonly scrolled: readonly number[];

  /** What is seen of it was seen last. */
  #across = -1;
  #width = -1;
  #most = 0;

  private constructor(
    readonly layout: ColumnLayout,
    readonly ring: Ring,
  ) {
    this.pinned = Array.from({ length: layout.pinned }, (_, index) => index);
    this.scrolled = Array.from({ length: ring.to - ring.from }, (_, place) => indexAt(ring, place));
  }

  /**
   * The window over what is seen now; the same object where it is the same.
   *
   * @param across Distance scrolled from the start of the row, in pixels.
   * @param width Width that the grid is seen in, in pixels.
   */
  moveTo(layout: ColumnLayout, across: number, width: number): ColumnWindow {
    if (layout === this.layout && across === this.#across && width === this.#width) return this;
    const { edges, pinned, columns } = layout;
    const wanted = columnsInView(edges, pinned, across + (edges[pinned] ?? 0), across + width);
    const known = layout === this.layout ? this.ring : emptyRing;
    const most =
      layout === this.layout && width === this.#width && this.#most > 0
        ? this.#most
        : mostColumnsInView(edges, pinned, width - (edges[pinned] ?? 0));
    // Once it is scrolled, as many as are ever needed: a scroll then makes no cell, and drops none.
    const length = Math.max(wanted.to - wanted.from, known.to - known.from, across > 0 ? most : 0);
    const from = Math.max(pinned, Math.min(wanted.from, columns.length - length));
    const ring = moveRing(known, { from, to: Math.min(columns.length, from + length) });
    const moved = this.#with(layout, ring);
    moved.#across = across;
    moved.#width = width;
    moved.#most = most;
    return moved;
  }

  /** The window with the cells in the order of their columns. */
  inOrder(): ColumnWindow {
    return this.#with(this.layout, inOrder(this.ring));
  }

  /** The cell of a column in a row, whose two children hold the pinned cells and the others. */
  cellAt(row: Element | undefined, index: number): HTMLElement | undefined {
    const { layout, ring } = this;
    const [pins, rest] = row?.children ?? [];
    if (index < layout.pinned) return pins?.children[index] as HTMLElement | undefined;
    if (index < ring.from || index >= ring.to) return undefined;
    return rest?.children[placeOf(ring, index)] as HTMLElement | undefined;
  }

  #with(layout: ColumnLayout, ring: Ring): ColumnWindow {
    return layout === this.layout && ring === this.ring ? this : new ColumnWindow(layout, ring);
  }
}

/** Moves the cells of a row that are not pinned. */
export function shiftCells(row: Element, pixels: number): void {
  const rest = row.children[1] as HTMLElement | undefined;
  if (rest) rest.style.transform = pixels ? `translateX(${pixels}px)` : '';
}
