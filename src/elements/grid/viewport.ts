import type { ReactiveController } from 'lit';
import { ChipRoom } from './chip-room.ts';
import { ScrollScale, rowsInView, topAfter, type Span } from './geometry.ts';
import { layOutCard, standsAsCards } from './card-layout.ts';
import { layOut, type ColumnLayout } from './column-layout.ts';
import { ColumnWindow } from './column-window.ts';
import type { GridContext } from './context.ts';
import type { GridPosition } from './keys.ts';
import { RowHeights } from './row-heights.ts';
import { headerRow } from './keys.ts';
import { showsAnything } from '../shared/style-sheets.ts';
import { SizeSheet } from './size-sheet.ts';

/** How long the list rests before what can wait is done, in milliseconds. */
const restAfter = 150;

/** Width of the sizer in units of a column's width: 14 em at a font size of 14 pixels. */
const sizerWidth = 14 * 14;

/** What the viewport tells the grid. */
export interface ViewportEvents {
  /** The rows moved under what was opened over one of them. */
  moved(): void;
  /** The list stands still. */
  rested(): void;
  /** Rows are cards from now on, or lines. */
  turned(): void;
  /** The row that the user is at: it stays in view when all rows are higher or lower. */
  rowAt(): number;
}

/**
 * What of the rows and columns is in view: sizes, and where the scroll bars stand. It places nothing but the bars:
 * the grid is to be drawn afterwards.
 */
export class Viewport implements ReactiveController {
  readonly #grid: GridContext;
  readonly #events: ViewportEvents;
  #resizes: ResizeObserver | undefined;
  #sheet: SizeSheet | undefined;
  /** The document that the sheet is of. */
  #page: Document | undefined;
  #scale = new ScrollScale(0, 0);
  /** Where the bar was when that was last read. */
  #seen = 0;
  #scrolled = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** A button is down on the grid: ends with it. */
  #press: AbortController | undefined;
  #isRestPutOff = false;
  /** Height of one line of text with what is kept free around it, in pixels. */
  #line = 0;

  /** Widths that the user gave, until the owner answers with columns. */
  readonly widths = new Map<string, number>();
  /** Whether the grid has room, and a row in it none: the browser does not know the rules of its height. */
  isUndrawable = false;
  /** Whether rows stand as cards, for want of room. */
  isCards = false;
  /** Whether a selector may ask for the direction of writing: it says it without a style being worked out. */
  readonly #knowsDir = CSS.supports('selector(:dir(rtl))');

  /** In pixels; a height of nought where nothing is seen. */
  size = { width: 0, height: 0, row: 0 };
  /** How high the rows are. */
  heights = new RowHeights({ count: 0 }, 1);
  columns = ColumnWindow.none();
  /** How many chips cells have room for. */
  chips = ChipRoom.unmeasured;
  /** Where the rows stand, in their own pixels. */
  top = 0;
  /** How far the columns are scrolled from the start of the row, in pixels. */
  across = 0;

  constructor(grid: GridContext, events: ViewportEvents) {
    this.#grid = grid;
    this.#events = events;
  }

  hostConnected(): void {
    const { host } = this.#grid;
    const { ownerDocument } = host;
    // A window that is not seen tells nothing of sizes in another.
    this.#resizes = new (ownerDocument.defaultView ?? window).ResizeObserver(() =>
      this.refresh(false),
    );
    this.#resizes.observe(host);
    if (!this.#sheet) return;
    const isSeen = showsAnything(ownerDocument);
    // In a document without a window it can have no sheet, and has lost the one of where it comes from.
    if (!isSeen) this.#page = undefined;
    const isMoved = isSeen && this.#page !== ownerDocument;
    if (isMoved) this.#makeSheet();
    this.#resizes.observe(this.#grid.part('sizer'));
    // Taken out of the page, the bar has lost its place.
    this.refresh(isMoved);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#press?.abort();
    this.#press = undefined;
    this.#isRestPutOff = false;
    this.size = { ...this.size, height: 0 };
  }

  hostUpdated(): void {
    if (this.#sheet) return;
    this.#makeSheet();
    this.#resizes?.observe(this.#grid.part('sizer'));
  }

  #makeSheet(): void {
    const { shadowRoot, ownerDocument } = this.#grid.host;
    this.#sheet = new SizeSheet(shadowRoot!);
    this.#page = ownerDocument;
  }

  /** Whether anything can be seen and placed. */
  get visible(): boolean {
    return this.size.height > 0;
  }

  get layout(): ColumnLayout {
    return this.columns.layout;
  }

  /** Whether the list is moving, or was a moment ago. */
  get moving(): boolean {
    return this.#resting !== undefined;
  }

  get rtl(): boolean {
    const { host } = this.#grid;
    return this.#knowsDir ? host.matches(':dir(rtl)') : getComputedStyle(host).direction === 'rtl';
  }

  /** How far the columns are moved to the right, in pixels. */
  get shift(): number {
    return this.rtl ? this.across : -this.across;
  }

  /** The rows to render. */
  get rows(): Span {
    return rowsInView(this.top, this.size.height, this.heights, this.#grid.rows.count);
  }

  /** Rows that fit in view; one row of the page before stays. */
  get page(): number {
    return Math.max(1, Math.floor(this.size.height / this.size.row) - 1);
  }

  /** Measures and draws. What was taken out of the page, or hidden, has lost its place in the bars. */
  refresh(otherColumns: boolean): void {
    const lost = !this.visible;
    const { across } = this;
    if (!lost) this.readScroll();
    this.measure(otherColumns);
    if (lost && this.visible && across > 0) this.goAcross(across);
    this.#grid.draw();
  }

  /** Reads sizes, and lays out anew what depends on them. */
  measure(otherColumns: boolean): void {
    const scroller = this.#scroller;
    const sizer = this.#grid.part('sizer');
    const line = sizer.offsetHeight;
    const scale = sizer.offsetWidth / sizerWidth;
    const width = scroller.clientWidth;
    this.#setUndrawable(!line && width > 0);
    if (!line || !width) {
      this.size = { ...this.size, height: 0 };
      return;
    }
    this.chips = this.chips.measuredBy(sizer);
    const before = this.size;
    const earlier = { rows: this.heights, height: before.height };
    const { isCards } = this;
    this.isCards = standsAsCards(this.#grid.columns, scroller.offsetWidth, scale);
    const isTurned = this.isCards !== isCards;
    const isResized = width !== before.width || scale !== this.layout.scale || line !== this.#line;
    if (otherColumns || isTurned || isResized) this.#layOut(scale, width, line);
    const row = this.layout.card?.row ?? line;
    this.heights = this.heights.with(this.#grid.rows, row, this.layout.card?.head);
    if (isTurned) this.#events.turned();
    const header = this.#grid.part('head').offsetHeight;
    const height = Math.max(line, scroller.clientHeight - header);
    this.size = { width, height, row };
    if (before.row && (row !== before.row || height < before.height))
      this.top = topAfter(this.top, this.#events.rowAt(), earlier, { rows: this.heights, height });
    const { count } = this.#grid.rows;
    this.#scale = new ScrollScale(this.heights.total, height);
    const track = count ? header + height + this.#scale.track : header;
    this.#sheet?.setSizes({ view: width, header, body: height, track });
    this.goTo(this.top);
    this.across = Math.abs(scroller.scrollLeft);
  }

  #setUndrawable(isUndrawable: boolean): void {
    if (isUndrawable === this.isUndrawable) return;
    this.isUndrawable = isUndrawable;
    this.#grid.host.requestUpdate();
  }

  #layOut(scale: number, width: number, line: number): void {
    this.#line = line;
    const layout = this.isCards
      ? layOutCard(this.#grid.allColumns, scale, width, line)
      : layOut(this.#grid.allColumns, scale, width, this.widths);
    this.#sheet?.setColumns(layout);
    this.#grid.drawGroups(layout);
    this.columns = this.columns.moveTo(layout, this.across, width);
  }

  /** Marks the cells of some columns: of the chosen rows, or of the one with the focus. */
  mark(places: readonly number[], isChosen: boolean): void {
    this.#sheet?.setMarked(places, isChosen);
  }

  /** Moves the columns' window to where the bar stands. */
  moveColumns(): void {
    this.columns = this.columns.moveTo(this.layout, this.across, this.size.width);
  }

  /** Puts the cells in the order of their columns at the next drawing. */
  orderColumns(): void {
    this.columns = this.columns.inOrder();
  }

  /** Scrolls so that the rows stand at `top`. */
  goTo(top: number): void {
    const scroller = this.#scroller;
    this.top = Math.max(0, Math.min(top, this.#scale.full));
    const track = this.#scale.toTrack(this.top);
    if (Math.abs(scroller.scrollTop - track) >= 1) scroller.scrollTop = track;
    this.#seen = scroller.scrollTop;
  }

  goAcross(pixels: number): void {
    this.#scroller.scrollLeft = this.rtl ? -pixels : pixels;
    this.across = Math.abs(this.#scroller.scrollLeft);
  }

  /** Scrolls as little as shows the cell; answers whether it had to. */
  bring({ row, column }: GridPosition): boolean {
    const { height, width } = this.size;
    const { edges, pinned } = this.layout;
    const { top, across } = this;
    if (row !== headerRow) {
      const [start, end] = [this.heights.offsetOf(row), this.heights.offsetOf(row + 1)];
      if (start < top) this.goTo(start);
      else if (end > top + height) this.goTo(end - height);
    }
    if (column >= pinned) {
      const start = (edges[column] ?? 0) - (edges[pinned] ?? 0);
      const end = (edges[column + 1] ?? 0) - width;
      if (start < across || start < end) this.goAcross(start);
      else if (end > across) this.goAcross(end);
    }
    return this.top !== top || this.across !== across;
  }

  readonly onScroll = (): void => {
    if (!this.visible || !this.#grid.host.isConnected) return;
    this.readScroll();
    this.#scrolled = true;
    this.restSoon();
  };

  /**
   * Draws after a scroll. The virtualizer asks for it in the same task, once it has measured: a drawing before that
   * would make the browser lay out in between.
   */
  readonly reflow = (): void => {
    if (!this.#scrolled) return;
    this.#scrolled = false;
    if (this.visible) this.#grid.draw();
  };

  /** Where the bars are now; they may have moved before their event comes. */
  readScroll(): void {
    const scroller = this.#scroller;
    const { scrollTop } = scroller;
    if (!scroller.clientHeight) return;
    this.across = Math.abs(scroller.scrollLeft);
    if (scrollTop === this.#seen) return;
    this.#events.moved();
    this.top = this.#scale.follow(this.top, this.#seen, scrollTop, this.size.height);
    this.#seen = scrollTop;
    // At an end the bar could go no further, though the rows might.
    if (this.#scale.scaled && (scrollTop <= 0 || scrollTop >= this.#scale.track - 1))
      this.goTo(this.top);
  }

  /** Does what can wait when the list stands still. */
  restSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (!this.visible) return;
      this.#isRestPutOff = this.#press !== undefined;
      if (this.#isRestPutOff) return;
      this.readScroll();
      if (this.#scale.scaled) this.goTo(this.top);
      this.#events.rested();
    }, restAfter);
  }

  /** Leaves everything where it is while a button is down: an element that is moved meanwhile gets no click. */
  holdStill(): void {
    if (this.#press) return;
    const press = (this.#press = new AbortController());
    const release = (): void => {
      press.abort();
      this.#press = undefined;
      // The click comes after this.
      if (this.#isRestPutOff) this.restSoon();
    };
    const { ownerDocument } = this.#grid.host;
    for (const end of ['pointerup', 'pointercancel'])
      ownerDocument.addEventListener(end, release, { capture: true, signal: press.signal });
  }

  /** A point of the page, along the row from where the view starts, in pixels. */
  inView(clientX: number): number {
    const { left, right } = this.#scroller.getBoundingClientRect();
    return this.rtl ? right - clientX : clientX - left;
  }

  get #scroller(): HTMLElement {
    return this.#grid.part('scroller');
  }
}
