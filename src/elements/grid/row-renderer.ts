import { noChange, render, type RootPart, type TemplateResult } from 'lit';
import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { shiftCells } from './column-window.ts';
import type { Span } from './geometry.ts';
import type { GridPosition } from './keys.ts';
import { RowHeights } from './row-heights.ts';
import { RowLayout, type RowPlaces } from './row-layout.ts';
import { RowElement, type RowContext } from './row-element.ts';
import { emptyRing, inOrder, indexAt, keepElement, moveRing, placeOf } from './ring.ts';

/** How far rows may stand from the canvas's start, in pixels, before all are counted from another base. */
const reach = 500_000;

/** Which rows are in view. */
export interface RowView {
  readonly span: Span;
  /** In pixels. */
  readonly top: number;
  readonly heights: RowHeights;
  /** How far all but the pinned cells are moved to the right, in pixels. */
  readonly shift: number;
  /** Whether the elements are put in the order of the rows. */
  readonly ordered: boolean;
}

/**
 * The rows in view, rendered into the canvas by the virtualizer. They are rendered at once, not in the grid's own
 * update: a scroll shows them in its own frame, and the focus finds its cell in the task that moves it.
 */
export class RowRenderer {
  readonly #canvas: HTMLElement;
  readonly #layoutSpecifier;
  /** The virtualizer asks only how many there are. */
  readonly #items: unknown[] = [];
  #layout: RowLayout | undefined;
  #root: RootPart | undefined;
  #context: RowContext | undefined;
  readonly #elements: RowElement[] = [];
  #shift = 0;
  #places: RowPlaces = { ring: emptyRing, heights: new RowHeights({ count: 0 }, 0), base: 0 };
  #kept: { readonly before: number; readonly index: number } | undefined;

  /** @param reflow Is called when the virtualizer has seen a scroll: the rows may have to be drawn. */
  constructor(canvas: HTMLElement, reflow: () => void) {
    this.#canvas = canvas;
    this.#layoutSpecifier = RowLayout.specifier({
      connect: (layout) => (this.#layout = layout),
      reflow,
    });
    // The virtualizer observes what it stands in from now on: begun by a resize, it would be a loop of resizes.
    this.#render();
  }

  /** Renders the rows of the view. */
  draw(context: RowContext, view: RowView): void {
    const before = this.#places;
    this.#places = this.#placesIn(view, context);
    this.#canvas.style.transform = `translateY(${this.#places.base - view.top}px)`;
    const { ring } = this.#places;
    if (this.#context !== context || before.ring.origin !== ring.origin) {
      this.#context = context;
      this.#items.length = context.rows.count;
      this.#render();
    }
    this.#layout?.place(this.#places);
    // Those beyond are gone.
    this.#elements.length = Math.min(this.#elements.length, ring.to - ring.from);
    this.#shiftRows(view.shift, ring.to - ring.from !== before.ring.to - before.ring.from);
  }

  /** The patient of one row stands in another one at the next drawing: the element stays with the patient. */
  keep(before: number, index: number): void {
    this.#kept = { before, index };
  }

  /** The cell's element, if it is rendered. */
  cellAt({ row, column }: GridPosition): HTMLElement | undefined {
    const { ring } = this.#places;
    const context = this.#context;
    if (!context || row < ring.from || row >= ring.to) return undefined;
    const line = this.#canvas.children[placeOf(ring, row)];
    if (context.rows.headAt?.(row))
      return line?.querySelector<HTMLElement>('.group-cell') ?? undefined;
    return context.columns.cellAt(line, column);
  }

  /** Follows the grid into the page, and out of it. */
  setConnected(connected: boolean): void {
    this.#root?.setConnected(connected);
    this.#layout?.reset();
  }

  #placesIn({ span, top, heights, ordered }: RowView, context: RowContext): RowPlaces {
    const before = this.#places;
    const kept = this.#kept;
    this.#kept = undefined;
    const otherRows = this.#context?.rows !== context.rows;
    const wanted = otherRows ? span : longer(span, before.ring, context.rows.count);
    const moved = kept
      ? keepElement(before.ring, wanted, kept.before, kept.index)
      : moveRing(before.ring, wanted);
    // Other rows are all rendered anew anyway.
    const ring = ordered || (otherRows && !kept) ? inOrder(moved) : moved;
    const base = Math.abs(top - before.base) > reach ? Math.floor(top) : before.base;
    return ring === before.ring && base === before.base && heights === before.heights
      ? before
      : { ring, heights, base };
  }

  #shiftRows(shift: number, otherElements: boolean): void {
    if (shift === this.#shift && !otherElements) return;
    this.#shift = shift;
    for (const row of this.#canvas.children) shiftCells(row, shift);
  }

  #render(): void {
    this.#root = render(
      virtualize({
        items: this.#items,
        layout: this.#layoutSpecifier,
        keyFunction: (_, index) => index - (this.#layout?.first ?? 0),
        renderItem: (_, index) => this.#row(index - (this.#layout?.first ?? 0)),
      }),
      this.#canvas,
    );
  }

  #row(place: number): TemplateResult {
    const { ring } = this.#places;
    const context = this.#context;
    // The virtualizer is about to drop this child.
    if (!context || place >= ring.to - ring.from) return noChange as never;
    const element = (this.#elements[place] ??= new RowElement());
    return element.render(indexAt(ring, place), context) as TemplateResult;
  }
}

/**
 * The span with as many rows as are rendered. A lower grid keeps its row elements: the virtualizer observes the
 * size of those that it drops too, and a resize in which some are dropped would be a loop of resizes.
 */
function longer(span: Span, { from, to }: Span, count: number): Span {
  const length = Math.min(count, to - from);
  if (length <= span.to - span.from) return span;
  const start = Math.max(0, Math.min(span.from, count - length));
  return { from: start, to: start + length };
}
