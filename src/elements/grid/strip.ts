import { make } from './cell.ts';
import type { Span } from './geometry.ts';
import type { Layout } from './layout.ts';

/** Which columns are drawn: the pinned ones, those in view, and the one that has the focus. */
export interface Shown {
  readonly layout: Layout;
  readonly span: Span;
  readonly focused: number | undefined;
}

/**
 * One row element of the grid, with a cell for each column that is drawn. Cells of columns that went out
 * of view serve those that came in.
 */
export class Strip {
  readonly element: HTMLElement;
  readonly cells = new Map<number, HTMLElement>();
  readonly #pins = make('div', 'pins');
  readonly #rest = make('div', 'rest');
  readonly #role: string;
  #shown: Shown | undefined;
  #shift = 0;

  constructor(className: string, role: string) {
    this.element = make('div', className);
    this.element.setAttribute('role', 'row');
    this.element.append(this.#pins, this.#rest);
    this.#role = role;
  }

  /** Makes the cells that are wanted; answers the columns whose cells are to be drawn. */
  show(shown: Shown): readonly number[] {
    const before = this.#shown;
    const { layout, span, focused } = shown;
    const whole = before?.layout !== layout;
    if (
      !whole &&
      before.span.from === span.from &&
      before.span.to === span.to &&
      before.focused === focused
    )
      return [];
    this.#shown = shown;
    const count = layout.columns.length;
    const wanted = (column: number) =>
      column < layout.pinned || (column >= span.from && column < span.to) || column === focused;
    const spare: HTMLElement[] = [];
    for (const [column, cell] of this.cells)
      if (column >= count || !wanted(column)) {
        this.cells.delete(column);
        spare.push(cell);
      }
    const fresh: number[] = [];
    const want = (column: number) => {
      let cell = this.cells.get(column);
      if (cell && !whole) return;
      if (!cell) {
        cell = spare.pop() ?? this.#make();
        this.cells.set(column, cell);
        fresh.push(column);
      }
      this.#place(cell, column, layout);
    };
    for (let column = 0; column < layout.pinned; column++) want(column);
    for (let column = Math.max(layout.pinned, span.from); column < span.to; column++) want(column);
    if (focused !== undefined && focused < count) want(focused);
    for (const cell of spare) cell.remove();
    return fresh;
  }

  /** Moves all but the pinned columns; towards the row's start. */
  shift(pixels: number): void {
    if (pixels === this.#shift) return;
    this.#shift = pixels;
    this.#rest.style.transform = pixels ? `translateX(${pixels}px)` : '';
  }

  /** Puts the cells in the order of their columns, for those who read the page as it stands. */
  arrange(focused: Element | null | undefined): void {
    const inOrder = [...this.cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    for (const pane of [this.#pins, this.#rest])
      arrange(
        pane,
        inOrder.filter((cell) => cell.parentNode === pane),
        focused,
      );
  }

  #make(): HTMLElement {
    const cell = make('div', 'cell');
    cell.setAttribute('role', this.#role);
    cell.tabIndex = -1;
    return cell;
  }

  #place(cell: HTMLElement, column: number, { edges, pinned, columns }: Layout): void {
    const start = edges[column] ?? 0;
    cell.style.insetInlineStart = `${start}px`;
    cell.style.inlineSize = `${(edges[column + 1] ?? start) - start}px`;
    cell.setAttribute('aria-colindex', String(column + 1));
    cell.classList.toggle('end', columns[column]?.align === 'end');
    const pane = column < pinned ? this.#pins : this.#rest;
    if (cell.parentNode !== pane) pane.append(cell);
  }
}

/** Puts children in order without touching the one that holds the focus: it would lose it. */
export function arrange(
  parent: Element,
  inOrder: readonly Element[],
  focused: Element | null | undefined,
): void {
  let next: Element | null = null;
  for (const element of inOrder.toReversed()) {
    if (element.nextSibling !== next && !element.contains(focused ?? null))
      parent.insertBefore(element, next);
    next = element;
  }
}
