import type { Actions } from './actions.ts';
import { checkColumn } from './column-layout.ts';
import type { CellRange } from './cell-range.ts';
import type { ColumnReorder } from './column-reorder.ts';
import type { ColumnResize } from './column-resize.ts';
import type { GridContext } from './context.ts';
import { clickSlack } from './drag.ts';
import { widgetOf } from './focus.ts';
import { headerRow, type GridPosition } from './keys.ts';
import type { RangeSelection } from './range-selection.ts';
import type { Viewport } from './viewport.ts';

interface Features {
  readonly viewport: Viewport;
  readonly selection: RangeSelection;
  readonly range: CellRange;
  readonly resize: ColumnResize;
  readonly reorder: ColumnReorder;
  readonly actions: Actions;
}

/** Milliseconds between two clicks that count as a pair, at the slowest setting of a mouse. */
const longestPair = 1000;

/** What presses and clicks do in the grid. */
export class Pointer {
  readonly #grid: GridContext;
  readonly #features: Features;
  #pressedAt = { x: 0, y: 0 };
  /** Whose row the press was on. */
  #pressedId: string | undefined;
  /** Whose row the first click was on, and when, in milliseconds: a second click on another was not aimed at it. */
  #first: { readonly id: string; readonly at: number } | undefined;
  #dragged = false;

  constructor(grid: GridContext, features: Features) {
    this.#grid = grid;
    this.#features = features;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#features.viewport.holdStill();
    this.#pressedAt = { x: event.clientX, y: event.clientY };
    this.#dragged = false;
    const target = event.target as Element;
    const position = this.#grid.positionOf(target);
    if (!event.shiftKey) this.#features.range.clear();
    this.#pressedId =
      position && position.row !== headerRow ? this.#grid.rows.idAt(position.row) : undefined;
    const head = target.closest<HTMLElement>('.heads .cell');
    if (!head || !position || event.button !== 0 || target.closest('.filter')) return;
    const { resize, reorder } = this.#features;
    (target.closest('.grip') ? resize : reorder).drag(event, head, position.column, (dragged) => {
      this.#dragged = dragged;
    });
  };

  readonly onMouseDown = (event: MouseEvent): void => {
    const target = event.target as Element;
    // A range of rows is meant, not of text; the cell takes the focus all the same.
    if (!event.shiftKey || target.closest('.heads')) return;
    event.preventDefault();
    const position = this.#grid.positionOf(target);
    const cell = position && this.#grid.cellAt(position);
    this.#features.selection.holdStart();
    if (cell) widgetOf(cell).focus({ preventScroll: true });
  };

  readonly onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const position = this.#grid.positionOf(target);
    if (!position || target.closest('.grip') || this.#wandered(event)) return;
    const { actions } = this.#features;
    if (position.row !== headerRow) {
      if (this.#isAimedAt(position, event)) this.#clickRow(event, position);
    } else if (target.closest('.filter')) actions.filter(position);
    else actions.sort(position.column, event.shiftKey);
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    const grip = (event.target as Element).closest('.grip');
    const position = this.#grid.positionOf(grip);
    if (position) this.#features.resize.fit(position.column);
  };

  #clickRow(event: MouseEvent, position: GridPosition): void {
    const target = event.target as Element;
    const { viewport, selection, actions } = this.#features;
    const { selectable, rows } = this.#grid;
    const column = viewport.layout.columns[position.column];
    const head = rows.headAt?.(position.row);
    if (head) actions.turnGroup(head);
    else if (target.closest('.more, .count')) actions.openWhole(position);
    else if (target.closest('.link')) actions.openLink(position);
    else if (selectable && event.shiftKey) selection.rangeTo(position.row);
    else if (column === checkColumn || (selectable && (event.ctrlKey || event.metaKey)))
      selection.toggle(rows.idAt(position.row));
    else actions.activate(position);
  }

  /**
   * Whether the click was meant for the patient whose row it met. Between press and release another may have come
   * under the pointer; and the second click of two meets what the first has opened or closed.
   */
  #isAimedAt({ row }: GridPosition, { detail, timeStamp }: MouseEvent): boolean {
    // Assistive technology clicks without a press.
    if (detail === 0) return true;
    const id = this.#grid.rows.idAt(row);
    if (this.#pressedId !== id) return false;
    const first = this.#first;
    if (detail === 1) this.#first = { id, at: timeStamp };
    return detail === 1 || (first?.id === id && timeStamp - first.at < longestPair * detail);
  }

  /** The press dragged a column or marked text: it opens nothing. (Assistive technology clicks without one.) */
  #wandered({ detail, clientX, clientY }: MouseEvent): boolean {
    const { x, y } = this.#pressedAt;
    return detail > 0 && (this.#dragged || Math.hypot(clientX - x, clientY - y) > clickSlack);
  }
}
