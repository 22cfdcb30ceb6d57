/** Which rows and columns are in view, and how far the scroll bar stands for how many rows: numbers only. */
import type { RowHeights } from './row-heights.ts';

/** From `from` up to, not with, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows rendered beyond the view on each side. They are drawn where the bar says, so none could come too late. */
const beyond = 1;

/**
 * The rows to render. The span is as long wherever it stands: a scroll then makes no row element, and drops none.
 *
 * @param top Distance scrolled, in pixels.
 * @param view Height that rows are seen in, in pixels.
 */
export function rowsInView(top: number, view: number, heights: RowHeights, count: number): Span {
  const length = Math.ceil(view / heights.least) + 1 + 2 * beyond;
  const wanted = heights.indexAt(top) - beyond;
  const from = Math.max(0, Math.min(wanted, count - length));
  return { from, to: Math.min(count, from + length) };
}

/** Heights in pixels: of the rows, and of the view. */
interface RowSizes {
  readonly rows: RowHeights;
  readonly height: number;
}

/**
 * Where rows stand that have another height, or less room: the row that the user is at stays where it is seen, whole; else
 * the first one does.
 *
 * @param top Distance scrolled before, in pixels.
 * @param at The row that the user is at; negative without any.
 */
export function topAfter(top: number, at: number, before: RowSizes, after: RowSizes): number {
  const seen = before.rows.offsetOf(at) - top;
  const isSeen = at >= 0 && seen > -before.rows.heightOf(at) && seen < before.height;
  if (!isSeen) return topOf(top, before.rows, after.rows);
  const room = after.height - after.rows.heightOf(at);
  return after.rows.offsetOf(at) - Math.max(0, Math.min(seen, room));
}

/** The first row stays, as far as it is scrolled. */
function topOf(top: number, before: RowHeights, after: RowHeights): number {
  const first = before.indexAt(top);
  const share = (top - before.offsetOf(first)) / before.heightOf(first);
  return after.offsetOf(first) + share * after.heightOf(first);
}

/**
 * The columns that reach into `[left, right)`.
 *
 * @param edges Where each column starts, rising, and where the last one ends.
 */
export function columnsInView(
  edges: readonly number[],
  first: number,
  left: number,
  right: number,
  beyond = 1,
): Span {
  const count = edges.length - 1;
  return {
    from: Math.max(first, firstAfter(edges, left) - 1 - beyond),
    to: Math.min(count, Math.max(first, firstAfter(edges, right - 1)) + beyond),
  };
}

/**
 * The most columns that `columnsInView` ever answers for a view.
 *
 * @param room Width of the view without the pinned columns.
 */
export function mostColumnsInView(
  edges: readonly number[],
  first: number,
  room: number,
  beyond = 1,
): number {
  let most = 0;
  for (let from = first; from < edges.length - 1; from++) {
    // The view may begin in the last pixel of a column.
    const left = (edges[from + 1] ?? 0) - 1;
    most = Math.max(most, firstAfter(edges, left + room - 1) - from);
  }
  return Math.min(edges.length - 1 - first, most + 2 * beyond);
}

/** The first place whose number is greater than `value`, in rising numbers. */
function firstAfter(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The longest way of the scroll bar. Browsers cut elements at 17 to 33 million pixels, and the floats they
 * scroll by lose whole pixels sooner.
 */
export const longestTrack = 4_000_000;

/** Near both ends a pixel of the bar is a pixel of the rows, so that a wheel reaches the ends row by row. */
const exact = 10_000;

/**
 * The way of the scroll bar (`track`) beside the way of the rows (`full`). As long as they are the same,
 * this does nothing. Beyond `longestTrack`, the bar's thumb stands for a share of the rows, while a wheel
 * still moves pixel by pixel.
 */
export class ScrollScale {
  readonly full: number;
  readonly track: number;

  constructor(rows: number, view: number) {
    this.full = Math.max(0, rows - view);
    this.track = Math.min(this.full, longestTrack);
  }

  get scaled(): boolean {
    return this.track < this.full;
  }

  /** Where the bar stands when the rows stand at `top`. */
  toTrack(top: number): number {
    return this.scaled ? bend(top, this.full, this.track) : top;
  }

  /** Where the rows stand when the bar stands at `scroll`. */
  toTop(scroll: number): number {
    return this.scaled ? bend(scroll, this.track, this.full) : scroll;
  }

  /**
   * Where the rows go when the bar went from `before` to `now`: a short way is a wheel, an arrow or a page,
   * and is followed pixel by pixel; a longer one is the thumb, which means a place.
   */
  follow(top: number, before: number, now: number, view: number): number {
    if (!this.scaled) return now;
    const way = now - before;
    return Math.abs(way) > 2 * view ? this.toTop(now) : Math.max(0, Math.min(top + way, this.full));
  }
}

function bend(place: number, from: number, to: number): number {
  if (place <= exact) return place;
  if (place >= from - exact) return to - (from - place);
  return exact + ((place - exact) * (to - 2 * exact)) / (from - 2 * exact);
}
