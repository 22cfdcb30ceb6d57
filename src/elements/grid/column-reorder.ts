import { checkColumn, type ColumnLayout } from './column-layout.ts';
import type { GridContext } from './context.ts';
import { clickSlack, followDrag } from './drag.ts';
import type { Viewport } from './viewport.ts';

/** How near the edge of the view a dragged head scrolls it on, and how far, in pixels. */
const edge = 24;

/** The order of columns, by dragging heads and by keys. Pinned columns stay among themselves. */
export class ColumnReorder {
  constructor(
    private readonly grid: GridContext,
    private readonly viewport: Viewport,
  ) {}

  /** One place on, or back. */
  byKey(index: number, onwards: boolean): void {
    const { columns } = this.viewport.layout;
    const column = columns[index];
    const other = columns[onwards ? index + 1 : index - 1];
    if (!column || !other || other === checkColumn || column.movable === false) return;
    if ((column.pinned ?? false) !== (other.pinned ?? false)) return;
    this.#emitMove(column.id, onwards ? columns[index + 2]?.id : other.id);
  }

  /** Follows a press on a head until it is let go; answers then whether it was dragged. */
  drag(press: PointerEvent, head: HTMLElement, index: number, onEnd: (dragged: boolean) => void) {
    const column = this.viewport.layout.columns[index];
    if (!column || column.movable === false) return;
    let target: number | undefined;
    followDrag(press, head, clickSlack, {
      move: ({ clientX }) => {
        this.#scrollAt(clientX);
        target = dropTarget(this.viewport.layout, column.pinned === true, this.#along(clientX));
        this.#indicate(target);
      },
      end: (dragged, kept) => {
        this.#indicate(undefined);
        if (kept && target !== undefined && target !== index && target !== index + 1)
          this.#emitMove(column.id, this.viewport.layout.columns[target]?.id);
        onEnd(dragged);
      },
    });
  }

  #emitMove(columnId: string, before: string | undefined): void {
    this.grid.emit('grid-move', { columnId, before });
  }

  /** Where a point of the page is along the row, by what is in view there. */
  #along(clientX: number): number {
    const inView = this.viewport.inView(clientX);
    const { edges, pinned } = this.viewport.layout;
    return inView < (edges[pinned] ?? 0) ? inView : inView + this.viewport.across;
  }

  #scrollAt(clientX: number): void {
    const viewport = this.viewport;
    const inView = viewport.inView(clientX);
    const { edges, pinned } = viewport.layout;
    if (inView > viewport.size.width - edge) viewport.goAcross(viewport.across + edge);
    else if (inView < (edges[pinned] ?? 0) + edge) viewport.goAcross(viewport.across - edge);
  }

  #indicate(column: number | undefined): void {
    const indicator = this.grid.part('drop-indicator');
    indicator.hidden = column === undefined;
    if (column === undefined) return;
    const { layout, across } = this.viewport;
    const place = (layout.edges[column] ?? 0) - (column > layout.pinned ? across : 0);
    indicator.style.insetInlineStart = `${place}px`;
  }
}

/** The column that a dragged one would stand before, among those that are pinned or those that are not. */
function dropTarget({ columns, edges }: ColumnLayout, pinned: boolean, x: number): number {
  const own = (index: number) => (columns[index]?.pinned === true) === pinned;
  let best = columns.length;
  let nearest = Infinity;
  for (let index = 0; index <= columns.length; index++) {
    if (!own(index) && !(index > 0 && own(index - 1))) continue;
    if (columns[index] === checkColumn) continue;
    const away = Math.abs((edges[index] ?? 0) - x);
    if (away < nearest) [best, nearest] = [index, away];
  }
  return best;
}
