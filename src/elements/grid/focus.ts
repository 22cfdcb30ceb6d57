import type { GridContext } from './context.ts';
import { headerRow, type GridPosition } from './keys.ts';
import type { Viewport } from './viewport.ts';

/**
 * The grid's active cell and its one tab stop. While the active cell is out of view, the focus is parked on the
 * grid; the cell gets it back when it is rendered again.
 */
export class FocusController {
  readonly #grid: GridContext;
  readonly #viewport: Viewport;
  #rowId: string | undefined;
  #columnId: string | undefined;
  #tabStop: HTMLElement | undefined;
  /** The focus is about to be moved: a drawing leaves it where it is. */
  #moving = false;
  /** The focus goes to what stands for the same cell now: it means nothing new. */
  #restoring = false;

  activeCell: GridPosition = { row: headerRow, column: 0 };

  constructor(grid: GridContext, viewport: Viewport) {
    this.#grid = grid;
    this.#viewport = viewport;
  }

  /** The element of the grid that has the focus: in header or rows, or the grid itself. */
  get focused(): Element | undefined {
    const active = this.#grid.host.shadowRoot?.activeElement;
    return active && this.#track.contains(active) ? active : undefined;
  }

  /** Makes a cell the active one, shows it, and focuses it. */
  moveTo(position: GridPosition): void {
    this.activate(position);
    this.#viewport.bring(this.activeCell);
    this.#moving = true;
    // The focus goes to another element anyway: nothing is read twice.
    this.#grid.draw(true);
    this.#moving = false;
    this.#target.focus({ preventScroll: true });
    this.#viewport.restSoon();
  }

  /** Makes a cell the active one. */
  activate(position: GridPosition): void {
    const { row, column } = (this.activeCell = this.#nearest(position));
    this.#rowId = row === headerRow ? undefined : this.#grid.rows.idAt(row);
    this.#columnId = this.#viewport.layout.columns[column]?.id;
  }

  /**
   * Follows the patient of the active row to another row, or stays in the nearest. Answers both rows where the focus
   * is in the row.
   */
  followRow(): { readonly before: number; readonly index: number } | undefined {
    const { row, column } = this.activeCell;
    if (row === headerRow) return undefined;
    const { rows } = this.#grid;
    const viewport = this.#viewport;
    const found = this.#rowId === undefined ? -1 : rows.indexOf(this.#rowId);
    const index = found >= 0 ? found : Math.min(row, rows.count - 1);
    // Those of the rows before.
    const { heights: before, size } = viewport;
    const inView = before.offsetOf(row) - viewport.top;
    this.activeCell = { row: index, column };
    this.#rowId = index === headerRow ? undefined : rows.idAt(index);
    if (!this.focused) return undefined;
    // It stays where it was seen.
    const now = before.with(rows, before.row, before.head);
    if (inView > -before.heightOf(row) && inView < size.height)
      viewport.top = now.offsetOf(index) - inView;
    return { before: row, index };
  }

  /** Follows the active column to another place, or stays in the nearest. Answers whether a focused head moved. */
  followColumn(): boolean {
    const columns = this.#grid.allColumns;
    const found = columns.findIndex(({ id }) => id === this.#columnId);
    const { row, column } = this.activeCell;
    const next = found >= 0 ? found : Math.max(0, Math.min(column, columns.length - 1));
    this.activeCell = this.#nearest({ row, column: next });
    this.#columnId = columns[next]?.id;
    return row === headerRow && next !== column && this.focused !== undefined;
  }

  /** Keeps tab stop and focus with the active cell, whichever element stands for it after a drawing. */
  afterDraw(hadFocus: boolean): void {
    this.#setTabStop();
    if (hadFocus && !this.#moving && this.focused !== this.#target) {
      this.#restoring = true;
      this.#target.focus({ preventScroll: true });
      this.#restoring = false;
    }
    // Only a parked focus makes the grid itself a stop.
    if (this.#tabStop) this.#track.removeAttribute('tabindex');
  }

  /** Takes over a cell that was focused by key, mouse or script; answers it where it was not by mouse. */
  onFocus(event: FocusEvent): GridPosition | undefined {
    if (this.#restoring) return undefined;
    const target = event.target as Element;
    const seen = target.matches(':focus-visible');
    if (target === this.#track) {
      // By Tab, into a grid whose active cell was scrolled away.
      if (seen) this.moveTo(this.activeCell);
      return undefined;
    }
    const position = this.#grid.positionOf(target);
    if (!position) return undefined;
    const { row, column } = this.activeCell;
    if (position.row !== row || position.column !== column) {
      // A press of the mouse moves nothing under it.
      this.activate(position);
      this.afterDraw(false);
    } else if (seen && this.#viewport.bring(position)) this.#grid.draw();
    return seen ? position : undefined;
  }

  /** Of the heads of cards only that of the check boxes can be gone to. */
  #nearest(position: GridPosition): GridPosition {
    const { isCards, selectable, rows } = this.#grid;
    if (!isCards || position.row !== headerRow) return position;
    return selectable
      ? { ...position, column: 0 }
      : { ...position, row: rows.count > 0 ? 0 : headerRow };
  }

  #setTabStop(): void {
    const { isCards, selectable } = this.#grid;
    const hasHead = !isCards || selectable || this.activeCell.row !== headerRow;
    const cell = hasHead ? this.#grid.cellAt(this.activeCell) : undefined;
    const next = cell && widgetOf(cell);
    if (this.#tabStop && this.#tabStop !== next) this.#tabStop.tabIndex = -1;
    this.#tabStop = next;
    if (next && next.tabIndex !== 0) next.tabIndex = 0;
    if (!next && this.#viewport.layout.columns.length > 0) this.#track.tabIndex = 0;
  }

  get #target(): HTMLElement {
    return this.#tabStop ?? this.#track;
  }

  get #track(): HTMLElement {
    return this.#grid.part('track');
  }
}

/** What takes the focus in a cell: its one widget, or the cell itself. */
export function widgetOf(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>(':scope > .link, :scope > .check') ?? cell;
}
