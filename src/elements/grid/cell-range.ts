import { checkColumn } from './column-layout.ts';
import type { GridContext } from './context.ts';
import type { FocusController } from './focus.ts';
import type { Viewport } from './viewport.ts';

/**
 * The columns that are meant when cells are copied: neighbours, from the one that the user was in. The rows are those that
 * are chosen, else the one that the user is in.
 */
export class CellRange {
  readonly #grid: GridContext;
  readonly #viewport: Viewport;
  readonly #focus: FocusController;
  /** Ids of the column that it began in, and of the one that it reaches to. */
  #ends: readonly [from: string, to: string] | undefined;

  constructor(grid: GridContext, viewport: Viewport, focus: FocusController) {
    this.#grid = grid;
    this.#viewport = viewport;
    this.#focus = focus;
  }

  /** Reaches from where it began, or from the active column, to this one. */
  extendTo(column: number): void {
    const idAt = (place: number) => this.#viewport.layout.columns[place]?.id ?? '';
    const [from] = this.#ends ?? [idAt(this.#focus.activeCell.column)];
    this.#ends = [from, idAt(column)];
    this.show();
    this.#grid.emit('grid-mark', { columns: this.#ids.length });
  }

  clear(): void {
    if (!this.#ends) return;
    this.#ends = undefined;
    this.show();
  }

  /** Draws it, as the columns and the chosen rows are now. */
  show(): void {
    this.#viewport.mark(this.#places, this.#grid.selection.size > 0);
  }

  /** Asks for its cells to be copied; without any for what the user is in. */
  copy(): void {
    const { row } = this.#focus.activeCell;
    const id = this.#grid.rows.idAt(row);
    const active = this.#viewport.layout.columns[this.#focus.activeCell.column];
    const columnId = active === checkColumn ? undefined : active?.id;
    this.#grid.emit('grid-copy', { id, columnId, columnIds: this.#ids });
  }

  get #ids(): readonly string[] {
    const { columns } = this.#viewport.layout;
    return this.#places.map((place) => columns[place]!.id);
  }

  /** A column that is no longer there is no end of anything. */
  get #places(): readonly number[] {
    const { columns } = this.#viewport.layout;
    const ends = (this.#ends ?? []).map((id) => columns.findIndex((column) => column.id === id));
    if (ends.length === 0 || ends.includes(-1)) return [];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
      (place) => columns[place] !== checkColumn,
    );
  }
}
