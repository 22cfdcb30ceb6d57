import type { CellPanel } from './cell-panel.ts';
import { checkColumn } from './column-layout.ts';
import type { GridContext } from './context.ts';
import type { GridPosition } from './keys.ts';
import type { GroupHead } from './types.ts';
import type { RangeSelection } from './range-selection.ts';
import type { Tooltip } from './tooltip.ts';
import type { Viewport } from './viewport.ts';

/** What opens from a cell: its link, its row, its whole text, and a column's filter. */
export class Actions {
  readonly #grid: GridContext;
  readonly #viewport: Viewport;
  readonly #selection: RangeSelection;
  readonly #tooltip: Tooltip;
  readonly #panel: CellPanel;

  constructor(
    grid: GridContext,
    viewport: Viewport,
    selection: RangeSelection,
    tooltip: Tooltip,
    panel: CellPanel,
  ) {
    this.#grid = grid;
    this.#viewport = viewport;
    this.#selection = selection;
    this.#tooltip = tooltip;
    this.#panel = panel;
  }

  /** Opens or closes a group. */
  turnGroup({ id, isOpen }: GroupHead): void {
    this.#grid.emit('grid-group', { id, open: !isOpen });
  }

  /** Does what Enter means in a cell. */
  enter(position: GridPosition): void {
    const { rows } = this.#grid;
    const column = this.#viewport.layout.columns[position.column];
    if (!column) return;
    if (column === checkColumn) this.#selection.toggle(rows.idAt(position.row));
    else if (rows.cell(position.row, column.id).link) this.openLink(position);
    else if (!this.openWhole(position)) this.activate(position);
  }

  /** Opens what the cell's column declares. */
  activate(position: GridPosition): void {
    this.#emit(position, this.#viewport.layout.columns[position.column]?.activation ?? 'row');
  }

  openLink(position: GridPosition): void {
    this.#emit(position, this.#viewport.layout.columns[position.column]?.linkActivation ?? 'link');
  }

  /** Opens a cell in place; answers false where all that it holds is seen. */
  openWhole(position: GridPosition): boolean {
    const cell = this.#grid.cellAt(position);
    const lines = this.#tooltip.hiddenLines(position);
    const column = this.#viewport.layout.columns[position.column];
    if (!cell || !column || lines.length === 0) return false;
    const { rows, texts } = this.#grid;
    this.#panel.show(cell, texts.grid.whole(column.title, rows.nameAt(position.row)), lines);
    return true;
  }

  sort(index: number, add: boolean): void {
    const column = this.#viewport.layout.columns[index];
    if (column === checkColumn) this.#selection.toggleAll();
    else if (column) this.#grid.emit('grid-sort', { columnId: column.id, add });
  }

  filter(position: GridPosition): void {
    const head = this.#grid.cellAt(position);
    const column = this.#viewport.layout.columns[position.column];
    const anchor = (head?.querySelector('.filter') ?? head)?.getBoundingClientRect();
    if (column && anchor) this.#grid.emit('grid-filter', { columnId: column.id, anchor });
  }

  #emit({ row, column }: GridPosition, activation: string): void {
    this.#grid.emit('grid-activate', {
      id: this.#grid.rows.idAt(row),
      columnId: this.#viewport.layout.columns[column]?.id ?? '',
      activation,
    });
  }
}
