/** The focused cell: row -1 is the header, rows count from 0 in display order; all columns count from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit in view, for PageUp and PageDown. */
  readonly page: number;
  /** Whether the page reads from right to left. */
  readonly rtl?: boolean;
}

export const headerRow = -1;

/**
 * Where a key takes the focus, by the key table of the ARIA grid pattern; undefined for a key that does
 * not move.
 */
export function moveByKey(
  { row, column }: GridPosition,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { rows, columns, page, rtl = false }: GridShape,
): GridPosition | undefined {
  const whole = event.ctrlKey || event.metaKey;
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  const to = (newRow: number, newColumn: number): GridPosition => ({
    row: Math.max(headerRow, Math.min(newRow, lastRow)),
    column: Math.max(0, Math.min(newColumn, lastColumn)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(whole ? lastRow : row + 1, column);
    case 'ArrowUp':
      return to(whole ? 0 : row - 1, column);
    case 'ArrowRight':
    case 'ArrowLeft': {
      const onwards = (event.key === 'ArrowRight') !== rtl;
      return to(row, whole ? (onwards ? lastColumn : 0) : column + (onwards ? 1 : -1));
    }
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
