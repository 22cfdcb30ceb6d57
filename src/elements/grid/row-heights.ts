/** How high rows are, where the heads of groups are lower than the rows of patients: numbers only. */
import type { GridRows } from './types.ts';

/** Heights in pixels, of a patient's row and of a group's head, and where each row stands by them. */
export class RowHeights {
  /** @param rows How many there are, and how many heads stand before one. */
  constructor(
    private readonly rows: Pick<GridRows, 'count' | 'headsBefore'>,
    readonly row: number,
    readonly head: number = row,
  ) {}

  /** The same for other rows, or of another height; this one where nothing is another. */
  with(rows: RowHeights['rows'], row = this.row, head = row): RowHeights {
    const isSame = rows === this.rows && row === this.row && head === this.head;
    return isSame ? this : new RowHeights(rows, row, head);
  }

  /** Of all rows together. */
  get total(): number {
    return this.offsetOf(this.rows.count);
  }

  /** The lowest that any row is. */
  get least(): number {
    return this.rows.headsBefore ? Math.min(this.row, this.head) : this.row;
  }

  /** How far a row stands from the first one; of one more than there are, where the last one ends. */
  offsetOf(index: number): number {
    const saved = this.row - this.head;
    const heads = saved === 0 ? 0 : (this.rows.headsBefore?.(index) ?? 0);
    return index * this.row - heads * saved;
  }

  heightOf(index: number): number {
    return this.offsetOf(index + 1) - this.offsetOf(index);
  }

  /** The row that stands so far from the first one. */
  indexAt(pixels: number): number {
    if (this.least === this.row) return Math.floor(pixels / this.row);
    let [low, high] = [0, this.rows.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offsetOf(middle + 1) > pixels) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
