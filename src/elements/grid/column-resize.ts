import { narrowest } from './column-layout.ts';
import type { GridContext } from './context.ts';
import { followDrag } from './drag.ts';
import type { Viewport } from './viewport.ts';

/** What one step, by key or by a button, does to a column's width. */
const step = 16;

/** Widths of columns, by the grip, by keys and by buttons elsewhere. Widths are in units of `GridColumn.width`. */
export class ColumnResize {
  constructor(
    private readonly grid: GridContext,
    private readonly viewport: Viewport,
  ) {}

  /** Forgets the widths that the user gave: the owner has answered with columns. */
  forget(): void {
    this.viewport.widths.clear();
  }

  /** One step wider or narrower than it stands: a column that grows may be wider than it asks to be. */
  step(index: number, wider: boolean): void {
    const { columns, edges, scale } = this.viewport.layout;
    const column = columns[index];
    if (!column || column.resizable === false) return;
    const now = Math.round(((edges[index + 1] ?? 0) - (edges[index] ?? 0)) / scale);
    const width = Math.max(narrowest, now + (wider ? step : -step));
    this.#show(column.id, width);
    this.grid.emit('grid-resize', { columnId: column.id, width });
  }

  /** Asks the owner for the width that fits. */
  fit(index: number): void {
    const column = this.viewport.layout.columns[index];
    if (column) this.grid.emit('grid-resize', { columnId: column.id, width: 0 });
  }

  /** Follows a press on the grip until it is let go; answers then whether it was dragged. */
  drag(press: PointerEvent, head: HTMLElement, index: number, onEnd: (dragged: boolean) => void) {
    const { columns, edges, scale } = this.viewport.layout;
    const id = columns[index]?.id;
    if (id === undefined) return;
    const before = (edges[index + 1] ?? 0) - (edges[index] ?? 0);
    let width = before / scale;
    followDrag(press, head, 1, {
      move: ({ clientX }) => {
        const way = this.viewport.rtl ? press.clientX - clientX : clientX - press.clientX;
        width = Math.max(narrowest, Math.round((before + way) / scale));
        this.#show(id, width);
      },
      end: (dragged, kept) => {
        if (dragged && kept) this.grid.emit('grid-resize', { columnId: id, width });
        else if (dragged) this.#show(id, undefined);
        onEnd(dragged);
      },
    });
  }

  #show(columnId: string, width: number | undefined): void {
    const { widths } = this.viewport;
    if (width === undefined) widths.delete(columnId);
    else widths.set(columnId, width);
    this.viewport.measure(true);
    this.grid.draw();
  }
}
