import { narrowest, type Layout } from './layout.ts';

/** What a drag in the head asks of the grid. */
export interface DragGround {
  readonly layout: Layout;
  readonly rtl: boolean;
  /** Where a point of the page is along the row, in pixels from its start, by what is in view there. */
  along(clientX: number): number;
  /** While it is dragged; widths in units of a column's width. */
  widen(columnId: string, width: number | undefined): void;
  mark(column: number | undefined): void;
  /** Scrolls on where the pointer is at the edge. */
  seek(clientX: number): void;
  resized(columnId: string, width: number): void;
  moved(columnId: string, before: string | undefined): void;
}

/** Pixels that a press may wander and still be a click. */
export const slack = 5;

/**
 * Follows the pointer from a press in a head until it is let go: a grip makes its column wider, a head
 * moves its column. Escape takes it back. Answers with whether it was a drag, once it is over.
 */
export function followDrag(
  press: PointerEvent,
  head: HTMLElement,
  column: number,
  ground: DragGround,
  onEnd: (dragged: boolean) => void,
): void {
  const { id, movable, pinned } = ground.layout.columns[column] ?? {};
  if (id === undefined) return;
  const grip = (press.target as Element).closest('.grip') !== null;
  if (!grip && movable === false) return;
  const { edges, scale } = ground.layout;
  const width = (edges[column + 1] ?? 0) - (edges[column] ?? 0);
  let dragged = false;
  let wanted = width / scale;
  let target: number | undefined;

  const onMove = (event: PointerEvent) => {
    const way = event.clientX - press.clientX;
    if (!dragged && Math.abs(way) < (grip ? 1 : slack)) return;
    if (!dragged) head.setPointerCapture(press.pointerId);
    dragged = true;
    if (grip) {
      wanted = Math.max(narrowest, Math.round((width + (ground.rtl ? -way : way)) / scale));
      ground.widen(id, wanted);
      return;
    }
    ground.seek(event.clientX);
    target = dropAt(ground.layout, pinned === true, ground.along(event.clientX));
    ground.mark(target);
  };
  const page = head.ownerDocument;
  const over = new AbortController();
  const end = (keep: boolean) => {
    over.abort();
    ground.mark(undefined);
    if (dragged && grip) {
      if (keep) ground.resized(id, wanted);
      else ground.widen(id, undefined);
    } else if (keep && target !== undefined && target !== column && target !== column + 1)
      ground.moved(id, ground.layout.columns[target]?.id);
    onEnd(dragged);
  };
  const options = { signal: over.signal, capture: true };
  page.addEventListener('pointermove', onMove, options);
  page.addEventListener('pointerup', () => end(true), options);
  page.addEventListener('pointercancel', () => end(false), options);
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(false);
    },
    options,
  );
}

/** The column that a dragged one would stand before, among those that are pinned or those that are not. */
function dropAt({ columns, edges }: Layout, pinned: boolean, x: number): number {
  const own = (index: number) => (columns[index]?.pinned === true) === pinned;
  let best = columns.length;
  let nearest = Infinity;
  for (let index = 0; index <= columns.length; index++) {
    if (!own(index) && !(index > 0 && own(index - 1))) continue;
    if (columns[index]?.id === '') continue;
    const away = Math.abs((edges[index] ?? 0) - x);
    if (away < nearest) [best, nearest] = [index, away];
  }
  return best;
}
