import type { GridContext } from './context.ts';
import type { FocusController } from './focus.ts';
import type { SelectedShare } from './header.ts';

/** Which rows the user means to select: one, a range from the one before, all or none. */
export class RangeSelection {
  readonly #grid: GridContext;
  readonly #focus: FocusController;
  /** The row that was toggled last, and whether it was selected: a range reaches from there. */
  #anchor: { readonly id: string; readonly on: boolean } | undefined;
  /** How many of everybody are selected. */
  share: SelectedShare = 'false';

  constructor(grid: GridContext, focus: FocusController) {
    this.#grid = grid;
    this.#focus = focus;
  }

  /** Counts anew: rows or selection are others. */
  count(): void {
    this.share = this.#countSelected();
  }

  toggle(id: string): void {
    const { selectable, selection } = this.#grid;
    if (!selectable) return;
    this.#anchor = { id, on: !selection.has(id) };
    this.#grid.emit('grid-select', { kind: 'toggle', id });
  }

  toggleAll(): void {
    this.#grid.emit('grid-select', { kind: this.share === 'true' ? 'none' : 'all' });
  }

  /** Selects from the row toggled last, or the active one, to this one. */
  rangeTo(row: number): void {
    const { from, on } = this.#start();
    this.#grid.emit('grid-select', { kind: 'range', ids: this.#idsBetween(from, row), on });
  }

  /** Holds where a range would start: the active row is about to be another. */
  holdStart(): void {
    if (this.#grid.selectable) this.#start();
  }

  /** Shift and an arrow: further from the start selects one more, back towards it lets the last one go. */
  extendTo(row: number): void {
    const active = this.#focus.activeCell.row;
    if (row === active) return;
    const { from } = this.#start();
    const back = Math.abs(row - from) < Math.abs(active - from);
    const ids = back
      ? this.#idsBetween(active, row > active ? row - 1 : row + 1)
      : this.#idsBetween(from, row);
    this.#grid.emit('grid-select', { kind: 'range', ids, on: !back });
  }

  #start(): { readonly from: number; readonly on: boolean } {
    const { rows } = this.#grid;
    const from = this.#anchor ? rows.indexOf(this.#anchor.id) : -1;
    if (this.#anchor && from >= 0) return { from, on: this.#anchor.on };
    const row = Math.max(0, this.#focus.activeCell.row);
    this.#anchor = { id: rows.idAt(row), on: true };
    return { from: row, on: true };
  }

  #idsBetween(a: number, b: number): readonly string[] {
    const { rows } = this.#grid;
    const from = Math.min(a, b);
    return Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => from + index)
      .filter((row) => !rows.headAt?.(row))
      .map((row) => rows.idAt(row));
  }

  #countSelected(): SelectedShare {
    const { rows, selection } = this.#grid;
    if (selection.size === 0) return 'false';
    const { count, idAt } = rows.everybody ?? {
      count: rows.count,
      idAt: (place) => rows.idAt(place),
    };
    if (count === 0) return 'false';
    const isFirst = selection.has(idAt(0));
    for (let at = 1; at < count; at++) if (selection.has(idAt(at)) !== isFirst) return 'mixed';
    return isFirst ? 'true' : 'false';
  }
}
