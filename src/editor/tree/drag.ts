/** Drags a row of the tree to another place, by mouse anywhere on it, by touch and pen by its handle. */
import { clickSlack, followDrag } from '../../elements/grid/drag.ts';
import type { JsonObject } from '../../json/values.ts';
import { dropPlace, type DropPlace } from './drop.ts';
import type { TreeRow } from './rows.ts';

/** How near the edge of the view a dragged row scrolls it on, and how far, in pixels. */
const edge = 28;

/** What a drag needs of the tree. */
export interface DragOf {
  readonly document: JsonObject;
  readonly rows: readonly TreeRow[];
  readonly dragged: TreeRow;
  /** Shows where it would go. */
  readonly show: (place: DropPlace | undefined) => void;
  readonly drop: (place: DropPlace) => void;
  /** The press was no click. */
  readonly ended: () => void;
}

/** Follows a press on a row until it is let go. Escape takes it back. */
export function dragRow(press: PointerEvent, row: HTMLElement, drag: DragOf): void {
  const { document, rows, dragged, show, drop, ended } = drag;
  const tree = row.closest<HTMLElement>('[role=tree]')!;
  const view = tree.parentElement!;
  let place: DropPlace | undefined;
  followDrag(
    press,
    row,
    clickSlack,
    {
      move: ({ clientY }) => {
        scrollAt(view, clientY);
        const over = rowUnder(tree, clientY);
        const of = rows.find(({ node }) => node.pointer === over?.dataset['pointer']);
        const box = over?.getBoundingClientRect();
        place =
          of && box && of !== dragged
            ? dropPlace(document, dragged, of, (clientY - box.top) / box.height)
            : undefined;
        show(place);
      },
      end: (isDragged, isKept) => {
        show(undefined);
        if (isDragged) ended();
        if (isDragged && isKept && place) drop(place);
      },
    },
    'any',
  );
}

function rowUnder(tree: HTMLElement, y: number): HTMLElement | undefined {
  return [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].find((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return y >= top && y < bottom;
  });
}

function scrollAt(view: HTMLElement, y: number): void {
  const { top, bottom } = view.getBoundingClientRect();
  if (y < top + edge) view.scrollTop -= edge / 2;
  else if (y > bottom - edge) view.scrollTop += edge / 2;
}
