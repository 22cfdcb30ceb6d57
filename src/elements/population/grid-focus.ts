import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The focused cell: row -1 is the header, rows count from 0 in display order. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit in view, for PageUp and PageDown. */
  readonly page: number;
}

const headerRow = -1;

/**
 * Where a key takes the focus, by the key table of the ARIA grid pattern; undefined for a key that does
 * not move.
 */
export function moveByKey(
  position: GridPosition,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { rows, columns, page }: GridShape,
): GridPosition | undefined {
  const { row, column } = position;
  const whole = event.ctrlKey || event.metaKey;
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  const to = (newRow: number, newColumn: number): GridPosition => ({
    row: Math.min(Math.max(newRow, headerRow), lastRow),
    column: Math.min(Math.max(newColumn, 0), lastColumn),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(whole ? lastRow : row + 1, column);
    case 'ArrowUp':
      return to(whole ? Math.min(0, lastRow) : row - 1, column);
    case 'ArrowRight':
      return to(row, whole ? lastColumn : column + 1);
    case 'ArrowLeft':
      return to(row, whole ? 0 : column - 1);
    case 'Home':
      return to(whole ? headerRow : row, 0);
    case 'End':
      return to(whole ? lastRow : row, lastColumn);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row === headerRow ? row : Math.max(0, row - page), column);
    default:
      return undefined;
  }
}

/** What the focus asks of the grid as it is drawn. */
export interface GridView {
  shape(): GridShape;
  /** Brings a row into view; resolves when it is drawn. */
  showRow(row: number): Promise<void>;
  /** The element that takes the focus for a position, if it is drawn. */
  cellAt(position: GridPosition): HTMLElement | undefined;
}

/** One tab stop for the whole grid; the focus follows the arrows, also to rows that are not drawn yet. */
export class GridFocus implements ReactiveController {
  position: GridPosition = { row: headerRow, column: 0 };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly view: GridView,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // The position outlives re-parenting: nothing to set up.
  }

  hostUpdate(): void {
    const { rows, columns } = this.view.shape();
    const { row, column } = this.position;
    if (row >= rows || column >= columns)
      this.position = {
        row: Math.min(row, rows - 1),
        column: Math.max(0, Math.min(column, columns - 1)),
      };
  }

  /** `0` for the grid's one tab stop, else `-1`. */
  tabIndexAt(row: number, column: number): 0 | -1 {
    return this.position.row === row && this.position.column === column ? 0 : -1;
  }

  /** Handles a key; answers whether it moved. */
  onKey(event: KeyboardEvent): boolean {
    const next = moveByKey(this.position, event, this.view.shape());
    if (!next) return false;
    event.preventDefault();
    void this.moveTo(next);
    return true;
  }

  /** Remembers a cell that got the focus by mouse or script. */
  enter(position: GridPosition): void {
    if (position.row === this.position.row && position.column === this.position.column) return;
    this.position = position;
    this.host.requestUpdate();
  }

  async moveTo(position: GridPosition): Promise<void> {
    this.position = position;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (position.row !== headerRow) await this.view.showRow(position.row);
    // A later key may have moved on while the row was being drawn.
    if (this.position !== position) return;
    this.view.cellAt(position)?.focus({ preventScroll: false });
  }
}
