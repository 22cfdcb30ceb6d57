import type { VirtualizeDirectiveConfig } from '@lit-labs/virtualizer/virtualize.js';
import { indexAt, type Ring } from './ring.ts';
import type { RowHeights } from './row-heights.ts';

type Specifier = Extract<
  NonNullable<VirtualizeDirectiveConfig<unknown>['layout']>,
  { readonly type: unknown }
>;
type Layout = InstanceType<Specifier['type']>;
type Sink = ConstructorParameters<Specifier['type']>[0];

/** Where the rows stand: `ring` says which child stands for which row. */
export interface RowPlaces {
  readonly ring: Ring;
  readonly heights: RowHeights;
  /** The pixel of the rows' whole way that the canvas starts at. */
  readonly base: number;
}

export interface RowLayoutOwner {
  /** Receives the layout that a virtualizer has made. */
  connect(layout: RowLayout): void;
  /** Is asked to `place` the rows, where they stand elsewhere. */
  reflow(): void;
}

/**
 * A layout of @lit-labs/virtualizer for rows whose heights are known. A child goes from the row that left the view to the
 * one that came into it, and is never moved in the document: only its content and its place are others.
 *
 * The grid says where the rows stand, for its scroll bar may stand for a share of them only: what the
 * virtualizer measures is not needed.
 */
export class RowLayout implements Layout {
  /** The layout for a virtualizer, which makes the instance. */
  static specifier(owner: RowLayoutOwner): Specifier {
    return { type: RowLayout, owner } as Specifier;
  }

  readonly direction = 'vertical';
  readonly measureChildren = false;
  config: object = {};
  items: unknown[] = [];
  viewportSize = { width: 0, height: 0 };
  viewportScroll = { top: 0, left: 0 };
  totalScrollSize = { width: 0, height: 0 };
  offsetWithinScroller = { top: 0, left: 0 };
  pin = null;

  readonly #sink: Sink;
  readonly #owner: RowLayoutOwner;
  #places: RowPlaces | undefined;
  #first = -1;
  /** Where each child was last placed. */
  #tops: readonly number[] = [];

  constructor(sink: Sink, config?: object) {
    this.#sink = sink;
    this.#owner = (config as { readonly owner: RowLayoutOwner }).owner;
    this.#owner.connect(this);
  }

  /** The row that the virtualizer takes for its first child's. */
  get first(): number {
    return this.#first;
  }

  /** Tells the virtualizer at once which rows are rendered, and places the children that stand elsewhere. */
  place(places: RowPlaces): void {
    if (places === this.#places) return;
    const { ring, heights, base } = places;
    const { from, to } = ring;
    const length = to - from;
    const before = length === this.#tops.length ? this.#tops : [];
    const tops: number[] = [];
    const childPositions = new Map<number, { left: number; top: number }>();
    for (let place = 0; place < length; place++) {
      const top = heights.offsetOf(indexAt(ring, place)) - base;
      tops.push(top);
      if (top !== before[place]) childPositions.set(from + place, { left: 0, top });
    }
    this.#places = places;
    this.#tops = tops;
    this.#first = length > 0 ? from : -1;
    const range =
      length > 0
        ? { first: from, last: to - 1, firstVisible: from, lastVisible: to - 1 }
        : { first: -1, last: -1, firstVisible: -1, lastVisible: -1 };
    // The bar has a way of its own: the canvas is as tall as the view.
    this.#sink({
      type: 'stateChanged',
      scrollSize: { width: 0, height: 0 },
      range,
      childPositions,
    });
  }

  /** Forgets where the children stand: out of the page the virtualizer places none. */
  reset(): void {
    this.#places = undefined;
    this.#tops = [];
  }

  /** The virtualizer has seen a scroll, or another size. */
  reflowIfNeeded(): void {
    this.#owner.reflow();
  }

  unpin(): void {
    // Nothing is ever pinned.
  }

  getScrollIntoViewCoordinates(): { top: number } {
    return { top: this.viewportScroll.top };
  }
}
