import type { Actions } from './actions.ts';
import type { CellRange } from './cell-range.ts';
import type { ColumnReorder } from './column-reorder.ts';
import type { ColumnResize } from './column-resize.ts';
import type { GridContext } from './context.ts';
import type { FocusController } from './focus.ts';
import { headerRow, moveByKey, type GridPosition } from './keys.ts';
import type { RangeSelection } from './range-selection.ts';
import type { GroupHead } from './types.ts';
import type { Viewport } from './viewport.ts';

interface Features {
  readonly viewport: Viewport;
  readonly focus: FocusController;
  readonly selection: RangeSelection;
  readonly range: CellRange;
  readonly resize: ColumnResize;
  readonly reorder: ColumnReorder;
  readonly actions: Actions;
}

/** What keys do in the grid. */
export class Keyboard {
  readonly #grid: GridContext;
  readonly #features: Features;

  constructor(grid: GridContext, features: Features) {
    this.#grid = grid;
    this.#features = features;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const { viewport, focus } = this.#features;
    if (event.defaultPrevented || event.isComposing || !viewport.visible) return;
    if (this.#command(event)) event.preventDefault();
    else if (!event.altKey) {
      const next = moveByKey(focus.activeCell, event, {
        rows: this.#grid.rows.count,
        columns: viewport.layout.columns.length,
        page: viewport.page,
        rtl: viewport.rtl,
      });
      if (!next) return;
      event.preventDefault();
      this.#move(event, next);
    }
  };

  #move({ key, shiftKey }: KeyboardEvent, next: GridPosition): void {
    const { focus, selection, range } = this.#features;
    const isPatient = focus.activeCell.row !== headerRow && next.row === focus.activeCell.row;
    if (shiftKey && isPatient && /^Arrow(Left|Right)$/.test(key)) range.extendTo(next.column);
    else if (!shiftKey) range.clear();
    const extends_ = shiftKey && this.#grid.selectable && /^Arrow(Up|Down)$/.test(key);
    if (extends_ && focus.activeCell.row !== headerRow && next.row !== headerRow)
      selection.extendTo(next.row);
    focus.moveTo(next);
  }

  /** Does what a key stands for; answers whether it stood for anything. */
  #command(event: KeyboardEvent): boolean {
    const { key, altKey, shiftKey } = event;
    const { focus, selection, actions } = this.#features;
    const whole = event.ctrlKey || event.metaKey;
    const { activeCell } = focus;
    if (whole && !altKey && key.toLowerCase() === 'a' && this.#grid.selectable) {
      this.#grid.emit('grid-select', { kind: shiftKey ? 'none' : 'all' });
      return true;
    }
    if (activeCell.row === headerRow) return this.#headCommand(event, activeCell);
    if (altKey) return false;
    const head = this.#grid.rows.headAt?.(activeCell.row);
    if (whole && !shiftKey && key.toLowerCase() === 'c') return !head && this.#copy();
    if (head) return !whole && !shiftKey && this.#headOfGroup(key, head);
    if (key === ' ') selection.toggle(this.#grid.rows.idAt(activeCell.row));
    else if ((key === 'Enter' && !whole) || key === 'F2') actions.enter(activeCell);
    else return false;
    return true;
  }

  /** Text that the user has marked is copied by the browser. */
  #copy(): boolean {
    const marked = this.#grid.host.ownerDocument.getSelection();
    if (marked && !marked.isCollapsed) return false;
    this.#features.range.copy();
    return true;
  }

  /** Along the line there is nowhere to go: the arrows open and close, as in a tree. */
  #headOfGroup(key: string, head: GroupHead): boolean {
    const { viewport, actions } = this.#features;
    const [opening, closing] = viewport.rtl
      ? (['ArrowLeft', 'ArrowRight'] as const)
      : (['ArrowRight', 'ArrowLeft'] as const);
    const isArrow = key === opening || key === closing;
    if (!isArrow && !/^(?: |Enter|F2)$/.test(key)) return false;
    if (!isArrow || (key === opening) !== head.isOpen) actions.turnGroup(head);
    return true;
  }

  #headCommand(event: KeyboardEvent, position: GridPosition): boolean {
    const { key, altKey, shiftKey } = event;
    const { viewport, resize, reorder, actions } = this.#features;
    const whole = event.ctrlKey || event.metaKey;
    const column = viewport.layout.columns[position.column];
    if (!column) return false;
    const onwards =
      key === 'ArrowRight' ? !viewport.rtl : key === 'ArrowLeft' ? viewport.rtl : undefined;
    if ((key === ' ' || key === 'Enter') && !altKey && !whole)
      actions.sort(position.column, shiftKey);
    else if (altKey && key === 'ArrowDown') {
      if (column.filterable) actions.filter(position);
    } else if (altKey && onwards !== undefined) resize.step(position.column, onwards);
    else if (whole && shiftKey && onwards !== undefined) reorder.byKey(position.column, onwards);
    else return false;
    return true;
  }
}
