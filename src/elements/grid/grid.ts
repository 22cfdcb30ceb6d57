import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { controls } from '../../ui/controls.ts';
import { theme } from '../../ui/theme.ts';
import { LanguageElement } from '../shared/language.ts';
import { Body, type Scene } from './body.ts';
import { make } from './cell.ts';
import { followDrag, slack } from './drag.ts';
import { ScrollScale, columnsInView, rowsInView } from './geometry.ts';
import { Head, type Chosen } from './head.ts';
import { headRow, moveByKey, type GridPosition } from './keys.ts';
import { checkColumn, layOut, narrowest, type Layout } from './layout.ts';
import { CellPanel } from './panel.ts';
import { gridStyles } from './styles.ts';
import type { GridColumn, GridEvents, GridRows, GridSelection } from './types.ts';

const noRows: GridRows = {
  count: 0,
  idAt: () => '',
  indexOf: () => -1,
  cell: () => ({ tone: 'empty' }),
  lines: () => [],
  nameAt: () => '',
};
const noLayout: Layout = { columns: [], edges: [0], pinned: 0, scale: 1 };

/** What one press of Alt and an arrow does to a column's width. */
const step = 16;

/** How long the list rests before what can wait is done, in milliseconds. */
const rest = 150;

/**
 * A grid of patients: it draws what is in view, however many rows and columns there are, and says what the
 * user does with it. It fills the height that it is given.
 *
 * Keys: those of the ARIA grid pattern, and: Enter or F2 opens a link, a long cell in place, else the row;
 * Space chooses a row, Shift+Arrow a range, Ctrl+A all, Ctrl+Shift+A none. On a head: Enter or Space sorts
 * (Shift adds), Alt+ArrowDown filters, Alt+ArrowLeft and Right resize, Ctrl+Shift+ArrowLeft and Right move.
 *
 * @tagname overblik-grid
 * @fires {CustomEvent} grid-sort - A head was chosen. These events bubble, and stay in their shadow tree.
 * @fires {CustomEvent} grid-filter - A column is to be filtered.
 * @fires {CustomEvent} grid-resize - A column has another width.
 * @fires {CustomEvent} grid-move - A column stands elsewhere.
 * @fires {CustomEvent} grid-select - Rows were chosen.
 * @fires {CustomEvent} grid-activate - A row was opened.
 * @fires {CustomEvent} grid-link - A link in a cell was opened.
 * @slot empty - Shown where there are no rows.
 * @csspart grid - The grid.
 * @csspart chip - A marker.
 */
export class OverblikGrid extends LanguageElement {
  static override styles = [theme, controls, gridStyles];

  /** In the order shown, the pinned ones first. */
  @property({ attribute: false }) columns: readonly GridColumn[] = [];

  /** What to show. Another object where anything in it is another. */
  @property({ attribute: false }) rows: GridRows = noRows;

  /** The chosen rows. Another object where another is chosen. */
  @property({ attribute: false }) selection: GridSelection = new Set<string>();

  /** Whether rows can be chosen: a column of check boxes stands first. */
  @property({ type: Boolean }) selectable = false;

  /** The row that is open elsewhere, by id. */
  @property({ attribute: false }) currentId: string | undefined;

  @property({ reflect: true }) density: 'normal' | 'compact' | undefined;

  /** What the grid is called to screen readers. */
  @property() label = '';

  @query('.scroller') private scroller!: HTMLElement;
  @query('.track') private track!: HTMLElement;
  @query('.probe') private probe!: HTMLElement;
  @query('.mark') private mark!: HTMLElement;

  readonly #head = new Head();
  readonly #canvas = make('div', 'canvas');
  readonly #body = new Body(this.#canvas);
  readonly #panel = new CellPanel();
  readonly #more = make('span', 'more');
  readonly #watch = new ResizeObserver(() => this.#refresh(false));

  #layout = noLayout;
  /** Widths that the user gave, until the owner answers with columns. */
  #widths = new Map<string, number>();
  #size = { width: 0, height: 0, row: 0 };
  #scale = new ScrollScale(0, 0);
  #headRows = 2;
  #contents = 0;
  #states = 0;
  #chosen: Chosen = 'false';

  /** Where the rows stand, in their own pixels; and where the bar was when that was last read. */
  #top = 0;
  #seen = 0;
  #across = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  #at: GridPosition = { row: headRow, column: 0 };
  #rowId: string | undefined;
  #columnId: string | undefined;
  #stop: HTMLElement | undefined;
  /** The row that was chosen last, and whether it was chosen or let go: a range reaches from there. */
  #anchor: { readonly id: string; readonly on: boolean } | undefined;
  #hinted: HTMLElement | undefined;
  #hintedFor = '';
  #pressedAt = { x: 0, y: 0 };
  #dragged = false;

  constructor() {
    super();
    this.#more.textContent = '…';
    this.#more.setAttribute('role', 'button');
    // The focus is back in the cell when the key does the rest.
    this.#panel.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === 'Tab') this.#panel.close();
      if (key === 'Enter') this.#activate(this.#at);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Taken out of the page, the bar has lost its place.
    if (this.hasUpdated) this.#refresh(false);
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#size = { ...this.#size, height: 0 };
  }

  /** Puts the focus where it was in the grid. */
  override focus(options?: FocusOptions): void {
    // Shown again a moment ago: nothing has told of its size yet.
    if (!this.#size.height && this.hasUpdated) this.#refresh(false);
    if (!this.#size.height) super.focus(options);
    else this.#moveTo(this.#at);
  }

  /** Brings a row into view. */
  reveal(index: number): void {
    if (!this.#size.height) return;
    this.#bring({ row: index, column: -1 });
    this.#draw();
  }

  protected override render(): TemplateResult {
    const { rows, columns, selectable } = this;
    const { heads, groups } = this.#head;
    return html`<div class="scroller" @scroll=${this.#onScroll}>
        <div
          class="track"
          part="grid"
          role="grid"
          aria-label=${this.label}
          aria-rowcount=${rows.count + (columns.some(({ group }) => group) ? 2 : 1)}
          aria-colcount=${columns.length + (selectable ? 1 : 0)}
          aria-multiselectable=${selectable ? 'true' : 'false'}
          @keydown=${this.#onKey}
          @click=${this.#onClick}
          @dblclick=${this.#onDoubleClick}
          @pointerdown=${this.#onPress}
          @pointermove=${this.#onHover}
          @mousedown=${this.#onMouseDown}
          @focusin=${this.#onFocus}
        >
          <div class="head" role="rowgroup">${groups}${heads.element}</div>
          <div class="body" role="rowgroup" ?hidden=${rows.count === 0}>${this.#canvas}</div>
        </div>
        <div class="none" ?hidden=${rows.count > 0}><slot name="empty"></slot></div>
      </div>
      <div class="mark" hidden></div>
      <div class="probe"></div>
      ${this.#panel.element}`;
  }

  protected override firstUpdated(): void {
    this.#watch.observe(this.probe);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const columns = changed.has('columns') || changed.has('selectable');
    const rows = changed.has('rows');
    // By a name of its own: `language` is not public.
    const words = (changed as Map<string, unknown>).has('language');
    if (changed.has('columns')) this.#widths.clear();
    if (rows || columns || words) this.#contents++;
    if (rows || columns || changed.has('selection') || changed.has('currentId')) this.#states++;
    if (rows || changed.has('selection')) this.#chosen = this.#countChosen();
    if (words) this.#more.setAttribute('aria-label', this.texts.grid.more);
    if (this.#size.height) this.#readScroll();
    if (rows) this.#followRow();
    if (columns) this.#followColumn();
    if (rows || columns || changed.has('density')) this.#refresh(columns);
    else this.#draw();
  }

  // ── Where everything stands ──────────────────────────────────────────────────────────────────

  /** Measures and draws. What was taken out of the page, or hidden, has lost its place in the bars. */
  #refresh(anew: boolean): void {
    const lost = !this.#size.height;
    const across = this.#across;
    if (!lost) this.#readScroll();
    this.#measure(anew);
    if (lost && this.#size.height && across > 0) this.#goAcross(across);
    this.#draw();
  }

  /** Reads sizes, and lays out anew what depends on them. */
  #measure(anew: boolean): void {
    const { scroller, track, probe } = this;
    const row = probe.offsetHeight;
    const scale = probe.offsetWidth / 196;
    const width = scroller.clientWidth;
    if (!row || !width) {
      this.#size = { ...this.#size, height: 0 };
      return;
    }
    const before = this.#size;
    if (anew || width !== before.width || scale !== this.#layout.scale) this.#layOut(scale, width);
    const head = this.#head.heads.element.parentElement?.offsetHeight ?? 0;
    const height = Math.max(row, scroller.clientHeight - head);
    this.#size = { width, height, row };
    if (before.row && row !== before.row) this.#top *= row / before.row;
    const { count } = this.rows;
    this.#scale = new ScrollScale(count * row, height);
    const set = (name: string, pixels: number) => track.style.setProperty(name, `${pixels}px`);
    set('--o-head', head);
    set('--o-body', height);
    set('block-size', count ? head + height + this.#scale.track : head);
    scroller.style.setProperty('--o-view', `${width}px`);
    this.#goTo(this.#top);
    this.#across = Math.abs(scroller.scrollLeft);
  }

  #layOut(scale: number, width: number): void {
    const { track } = this;
    const columns = this.selectable ? [checkColumn, ...this.columns] : this.columns;
    this.#layout = layOut(columns, scale, width, this.#widths);
    const { edges, pinned } = this.#layout;
    track.style.setProperty('inline-size', `${edges.at(-1) ?? 0}px`);
    track.style.setProperty('--o-pinned', `${edges[pinned] ?? 0}px`);
    this.#headRows = this.#head.drawGroups(this.#layout) ? 2 : 1;
  }

  /** Scrolls so that the rows stand at `top`; they are to be drawn afterwards. */
  #goTo(top: number): void {
    const { scroller } = this;
    this.#top = Math.max(0, Math.min(top, this.#scale.full));
    const track = this.#scale.toTrack(this.#top);
    if (Math.abs(scroller.scrollTop - track) >= 1) scroller.scrollTop = track;
    this.#seen = scroller.scrollTop;
  }

  get #rtl(): boolean {
    return this.matches(':dir(rtl)');
  }

  /** Scrolls as little as shows the cell; answers whether it had to. */
  #bring({ row, column }: GridPosition): boolean {
    const { row: rowHeight, height, width } = this.#size;
    const { edges, pinned } = this.#layout;
    const [top, across] = [this.#top, this.#across];
    if (row !== headRow) {
      const start = row * rowHeight;
      if (start < this.#top) this.#goTo(start);
      else if (start + rowHeight > this.#top + height) this.#goTo(start + rowHeight - height);
    }
    if (column >= pinned) {
      const start = (edges[column] ?? 0) - (edges[pinned] ?? 0);
      const end = (edges[column + 1] ?? 0) - width;
      if (start < this.#across || start < end) this.#goAcross(start);
      else if (end > this.#across) this.#goAcross(end);
    }
    return this.#top !== top || this.#across !== across;
  }

  #goAcross(pixels: number): void {
    this.scroller.scrollLeft = this.#rtl ? -pixels : pixels;
    this.#across = Math.abs(this.scroller.scrollLeft);
  }

  readonly #onScroll = (): void => {
    if (!this.#size.height || !this.isConnected) return;
    this.#readScroll();
    this.#draw();
    this.#rest();
  };

  /** Where the bars are now; they may have moved before their event comes. */
  #readScroll(): void {
    const { scroller } = this;
    const { scrollTop } = scroller;
    if (!scroller.clientHeight) return;
    this.#across = Math.abs(scroller.scrollLeft);
    if (scrollTop === this.#seen) return;
    this.#panel.close();
    this.#top = this.#scale.follow(this.#top, this.#seen, scrollTop, this.#size.height);
    this.#seen = scrollTop;
    // At an end the bar could go no further, though the rows might.
    if (this.#scale.scaled && (scrollTop <= 0 || scrollTop >= this.#scale.track - 1))
      this.#goTo(this.#top);
  }

  /** What can wait until the list stands still. */
  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (!this.#size.height) return;
      this.#readScroll();
      if (this.#scale.scaled) this.#goTo(this.#top);
      this.#body.arrange(this.#focused);
      this.#head.heads.arrange(this.#focused);
    }, rest);
  }

  #draw(): void {
    const { width, height, row } = this.#size;
    if (!height) return;
    const layout = this.#layout;
    const { edges, pinned } = layout;
    const held = this.#focused;
    const shift = this.#rtl ? this.#across : -this.#across;
    const left = this.#across + (edges[pinned] ?? 0);
    const columns = columnsInView(edges, pinned, left, this.#across + width);
    this.track.classList.toggle('shifted', this.#across > 0);
    this.#body.draw(this.#scene(), {
      top: this.#top,
      shift,
      rows: rowsInView(this.#top, height, row, this.rows.count),
      columns,
      focused: this.#at,
    });
    this.#head.draw(
      layout,
      this.texts,
      { columns, shift, focused: this.#at.row === headRow ? this.#at.column : undefined },
      this.#contents,
      this.#chosen,
    );
    this.#keepStop(held);
    if (this.#hinted && this.#hintedFor !== this.#whatIs(this.#hinted)) this.#unhint();
  }

  #scene(): Scene {
    return {
      rows: this.rows,
      selection: this.selection,
      selectable: this.selectable,
      currentId: this.currentId,
      layout: this.#layout,
      texts: this.texts,
      headRows: this.#headRows,
      rowHeight: this.#size.row,
      contents: this.#contents,
      states: this.#states,
    };
  }

  // ── Focus ────────────────────────────────────────────────────────────────────────────────────

  /** The element in head or rows that has the focus. */
  get #focused(): Element | undefined {
    const active = this.shadowRoot?.activeElement;
    return active && this.track.contains(active) ? active : undefined;
  }

  #cellAt(position: GridPosition): HTMLElement | undefined {
    return position.row === headRow
      ? this.#head.heads.cells.get(position.column)
      : this.#body.cellAt(position);
  }

  /** The grid's one tab stop goes along with the position; a focus that lost its element finds it again. */
  #keepStop(held: Element | undefined): void {
    const cell = this.#cellAt(this.#at);
    const stop = cell ? stopIn(cell) : undefined;
    const before = this.#stop;
    if (before && before !== stop) before.tabIndex = -1;
    this.#stop = stop;
    if (stop && stop.tabIndex !== 0) stop.tabIndex = 0;
    if (held && (!this.#focused || (held === before && stop !== before)))
      stop?.focus({ preventScroll: true });
  }

  #moveTo(position: GridPosition): void {
    this.#place(position);
    this.#bring(position);
    this.#draw();
    this.#stop?.focus({ preventScroll: true });
    this.#rest();
  }

  #place(position: GridPosition): void {
    this.#at = position;
    this.#rowId = position.row === headRow ? undefined : this.rows.idAt(position.row);
    this.#columnId = this.#layout.columns[position.column]?.id;
  }

  /** Other rows: the focus stays with its patient, and where it was seen; else with the place. */
  #followRow(): void {
    const { row, column } = this.#at;
    if (row === headRow) return;
    const { rows } = this;
    const found = this.#rowId === undefined ? -1 : rows.indexOf(this.#rowId);
    const next = found >= 0 ? found : Math.min(row, rows.count - 1);
    const { row: rowHeight, height } = this.#size;
    const away = row * rowHeight - this.#top;
    this.#body.follow(row, next);
    this.#at = { row: next, column };
    this.#rowId = next === headRow ? undefined : rows.idAt(next);
    if (this.#focused && away > -rowHeight && away < height) this.#top = next * rowHeight - away;
  }

  #followColumn(): void {
    const columns = this.selectable ? [checkColumn, ...this.columns] : this.columns;
    const found = columns.findIndex(({ id }) => id === this.#columnId);
    const column = found >= 0 ? found : Math.max(0, Math.min(this.#at.column, columns.length - 1));
    this.#at = { row: this.#at.row, column };
    this.#columnId = columns[column]?.id;
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const target = event.target as Element;
    const position = this.#positionOf(target);
    if (!position) return;
    // By key or script; a press of the mouse moves nothing under it.
    const seen = target.matches(':focus-visible');
    const { row, column } = this.#at;
    if (position.row !== row || position.column !== column) {
      this.#place(position);
      this.#keepStop(undefined);
    } else if (seen && this.#bring(position)) {
      // By Tab, into a cell that was scrolled away.
      this.#draw();
    }
    const cell = this.#cellAt(position);
    if (cell && seen) this.#hint(cell, position);
  };

  #positionOf(element: Element | null | undefined): GridPosition | undefined {
    const cell = element?.closest('.cell');
    const line = cell?.closest('.line, .heads');
    if (!cell || !line) return undefined;
    const row = line.classList.contains('heads')
      ? headRow
      : Number(line.getAttribute('aria-rowindex')) - this.#headRows - 1;
    return { row, column: Number(cell.getAttribute('aria-colindex')) - 1 };
  }

  // ── Keys ─────────────────────────────────────────────────────────────────────────────────────

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !this.#size.height) return;
    if (this.#command(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const { row: rowHeight, height } = this.#size;
    const next = moveByKey(this.#at, event, {
      rows: this.rows.count,
      columns: this.#layout.columns.length,
      // One row of the page before stays in view.
      page: Math.max(1, Math.floor(height / rowHeight) - 1),
      rtl: this.#rtl,
    });
    if (!next) return;
    event.preventDefault();
    const extends_ = event.shiftKey && this.selectable && /^Arrow(Up|Down)$/.test(event.key);
    if (extends_ && this.#at.row !== headRow && next.row !== headRow) this.#extend(next.row);
    this.#moveTo(next);
  };

  /** Does what a key stands for; answers whether it stood for anything. */
  #command(event: KeyboardEvent): boolean {
    const { key, altKey, shiftKey } = event;
    const whole = event.ctrlKey || event.metaKey;
    const { row, column } = this.#at;
    if (whole && !altKey && key.toLowerCase() === 'a' && this.selectable) {
      this.#send('grid-select', { kind: shiftKey ? 'none' : 'all' });
      return true;
    }
    if (row === headRow) return this.#headCommand(event, column);
    if (altKey) return false;
    if (key === ' ') {
      this.#toggle(this.rows.idAt(row));
      return true;
    }
    if ((key === 'Enter' && !whole) || key === 'F2') {
      this.#act(this.#at);
      return true;
    }
    return false;
  }

  #headCommand(event: KeyboardEvent, index: number): boolean {
    const { key, altKey, shiftKey } = event;
    const whole = event.ctrlKey || event.metaKey;
    const column = this.#layout.columns[index];
    if (!column) return false;
    const onwards = key === 'ArrowRight' ? !this.#rtl : key === 'ArrowLeft' ? this.#rtl : undefined;
    if ((key === ' ' || key === 'Enter') && !altKey && !whole) {
      if (column === checkColumn) this.#toggleAll();
      else this.#send('grid-sort', { columnId: column.id, add: shiftKey });
      return true;
    }
    if (altKey && key === 'ArrowDown') {
      if (column.filterable) this.#filter(index);
      return true;
    }
    if (altKey && onwards !== undefined) {
      if (column.resizable === false) return true;
      const now = this.#widths.get(column.id) ?? column.width;
      this.#resize(column.id, Math.max(narrowest, now + (onwards ? step : -step)));
      return true;
    }
    if (whole && shiftKey && onwards !== undefined) {
      this.#step(index, onwards);
      return true;
    }
    return false;
  }

  // ── What the user does ───────────────────────────────────────────────────────────────────────

  #send<Name extends keyof GridEvents>(name: Name, detail: GridEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  #activate({ row, column }: GridPosition): void {
    const columnId = this.#layout.columns[column]?.id ?? '';
    this.#send('grid-activate', { id: this.rows.idAt(row), columnId });
  }

  /** What Enter means in a cell. */
  #act(position: GridPosition): void {
    const id = this.rows.idAt(position.row);
    const column = this.#layout.columns[position.column];
    if (!column) return;
    if (column === checkColumn) this.#toggle(id);
    else if (this.rows.cell(position.row, column.id).link)
      this.#send('grid-link', { id, columnId: column.id });
    else if (!this.#open(position)) this.#activate(position);
  }

  /** Opens a cell in place, where there is more to read than is seen. */
  #open(position: GridPosition): boolean {
    const cell = this.#cellAt(position);
    const lines = cell ? this.#hidden(cell, position) : [];
    const column = this.#layout.columns[position.column];
    if (!cell || !column || lines.length === 0) return false;
    const label = this.texts.grid.whole(column.title, this.rows.nameAt(position.row));
    this.#panel.show(cell, label, lines);
    return true;
  }

  /** The lines of a cell of which not all is seen; none where all is. */
  #hidden(cell: HTMLElement, { row, column }: GridPosition): readonly string[] {
    const id = this.#layout.columns[column]?.id;
    if (!id || row === headRow) return [];
    const lines = this.rows.lines(row, id);
    const { parts, chips, link } = this.rows.cell(row, id);
    if (link) return [];
    const seen = Math.max(1, parts?.length ?? 0, chips?.length ?? 0);
    return lines.length > seen || isCut(cell) ? lines : [];
  }

  #toggle(id: string): void {
    if (!this.selectable) return;
    this.#anchor = { id, on: !this.selection.has(id) };
    this.#send('grid-select', { kind: 'toggle', id });
  }

  #toggleAll(): void {
    this.#send('grid-select', { kind: this.#chosen === 'true' ? 'none' : 'all' });
  }

  /** From the row chosen last, or the focused one, to this one. */
  #range(to: number): void {
    const { from, on } = this.#rangeStart();
    this.#send('grid-select', { kind: 'range', ids: this.#idsBetween(from, to), on });
  }

  #rangeStart(): { readonly from: number; readonly on: boolean } {
    const from = this.#anchor ? this.rows.indexOf(this.#anchor.id) : -1;
    if (this.#anchor && from >= 0) return { from, on: this.#anchor.on };
    const row = Math.max(0, this.#at.row);
    this.#anchor = { id: this.rows.idAt(row), on: true };
    return { from: row, on: true };
  }

  /** Shift and an arrow: further from the start chooses one more, back towards it lets the last one go. */
  #extend(to: number): void {
    const { row } = this.#at;
    if (to === row) return;
    const { from } = this.#rangeStart();
    const back = Math.abs(to - from) < Math.abs(row - from);
    this.#send(
      'grid-select',
      back
        ? { kind: 'range', ids: this.#idsBetween(row, to > row ? to - 1 : to + 1), on: false }
        : { kind: 'range', ids: this.#idsBetween(from, to), on: true },
    );
  }

  #idsBetween(a: number, b: number): readonly string[] {
    const from = Math.min(a, b);
    return Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => this.rows.idAt(from + index));
  }

  #countChosen(): Chosen {
    const { rows, selection } = this;
    if (selection.size === 0 || rows.count === 0) return 'false';
    const first = selection.has(rows.idAt(0));
    for (let index = 1; index < rows.count; index++)
      if (selection.has(rows.idAt(index)) !== first) return 'mixed';
    return first ? 'true' : 'false';
  }

  #filter(index: number): void {
    const head = this.#head.heads.cells.get(index);
    const column = this.#layout.columns[index];
    const anchor = (head?.querySelector('.filter') ?? head)?.getBoundingClientRect();
    if (column && anchor) this.#send('grid-filter', { columnId: column.id, anchor });
  }

  #resize(columnId: string, width: number): void {
    this.#widen(columnId, width);
    this.#send('grid-resize', { columnId, width });
  }

  #widen(columnId: string, width: number | undefined): void {
    if (width === undefined) this.#widths.delete(columnId);
    else this.#widths.set(columnId, width);
    this.#measure(true);
    this.#draw();
  }

  /** One place on, or back, among the columns that are pinned or those that are not. */
  #step(index: number, onwards: boolean): void {
    const { columns } = this.#layout;
    const column = columns[index];
    const other = columns[onwards ? index + 1 : index - 1];
    if (!column || !other || other === checkColumn || column.movable === false) return;
    if ((column.pinned ?? false) !== (other.pinned ?? false)) return;
    const before = onwards ? columns[index + 2]?.id : other.id;
    this.#send('grid-move', { columnId: column.id, before });
  }

  // ── Mouse ────────────────────────────────────────────────────────────────────────────────────

  readonly #onPress = (event: PointerEvent): void => {
    this.#pressedAt = { x: event.clientX, y: event.clientY };
    this.#dragged = false;
    const target = event.target as Element;
    const position = this.#positionOf(target);
    const head = target.closest<HTMLElement>('.heads .cell');
    if (!head || !position || event.button !== 0 || target.closest('.filter')) return;
    followDrag(
      event,
      head,
      position.column,
      {
        layout: this.#layout,
        rtl: this.#rtl,
        along: (clientX) => {
          const inView = this.#inView(clientX);
          const { edges, pinned } = this.#layout;
          return inView < (edges[pinned] ?? 0) ? inView : inView + this.#across;
        },
        widen: (id, width) => this.#widen(id, width),
        mark: (column) => this.#showMark(column),
        seek: (clientX) => {
          const inView = this.#inView(clientX);
          const { edges, pinned } = this.#layout;
          if (inView > this.#size.width - 24) this.#goAcross(this.#across + 24);
          else if (inView < (edges[pinned] ?? 0) + 24) this.#goAcross(this.#across - 24);
        },
        resized: (columnId, width) => this.#send('grid-resize', { columnId, width }),
        moved: (columnId, before) => this.#send('grid-move', { columnId, before }),
      },
      (dragged) => (this.#dragged = dragged),
    );
  };

  /** A point of the page, along the row from where the view starts. */
  #inView(clientX: number): number {
    const { left, right } = this.scroller.getBoundingClientRect();
    return this.#rtl ? right - clientX : clientX - left;
  }

  #showMark(column: number | undefined): void {
    const { mark } = this;
    mark.hidden = column === undefined;
    if (column === undefined) return;
    const { edges, pinned } = this.#layout;
    const place = (edges[column] ?? 0) - (column > pinned ? this.#across : 0);
    mark.style.insetInlineStart = `${place}px`;
  }

  readonly #onMouseDown = (event: MouseEvent): void => {
    // A range of rows is meant, not of text; the cell takes the focus all the same.
    if (event.shiftKey && !(event.target as Element).closest('.heads')) {
      event.preventDefault();
      const position = this.#positionOf(event.target as Element);
      const cell = position && this.#cellAt(position);
      // The start of the range is the focus before this click.
      if (this.selectable) this.#rangeStart();
      if (cell) stopIn(cell).focus({ preventScroll: true });
    }
  };

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const position = this.#positionOf(target);
    if (!position || target.closest('.grip') || this.#wandered(event)) return;
    const column = this.#layout.columns[position.column];
    if (!column) return;
    if (position.row === headRow) {
      if (target.closest('.filter')) this.#filter(position.column);
      else if (column === checkColumn) this.#toggleAll();
      else this.#send('grid-sort', { columnId: column.id, add: event.shiftKey });
      return;
    }
    this.#clickRow(event, position, column);
  };

  /** The press dragged a column or marked text: it opens nothing. (Assistive technology clicks without one.) */
  #wandered({ detail, clientX, clientY }: MouseEvent): boolean {
    const { x, y } = this.#pressedAt;
    return detail > 0 && (this.#dragged || Math.hypot(clientX - x, clientY - y) > slack);
  }

  #clickRow(event: MouseEvent, position: GridPosition, column: GridColumn): void {
    const target = event.target as Element;
    const id = this.rows.idAt(position.row);
    if (target.closest('.more')) this.#open(position);
    else if (target.closest('.link')) this.#send('grid-link', { id, columnId: column.id });
    else if (this.selectable && event.shiftKey) this.#range(position.row);
    else if (column === checkColumn || (this.selectable && (event.ctrlKey || event.metaKey)))
      this.#toggle(id);
    else this.#activate(position);
  }

  readonly #onDoubleClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const position = target.closest('.grip') ? this.#positionOf(target) : undefined;
    const column = position && this.#layout.columns[position.column];
    if (column) this.#send('grid-resize', { columnId: column.id, width: 0 });
  };

  // ── Tooltip and what is cut off ──────────────────────────────────────────────────────────────

  /** A cell says all it knows only when it is asked: while the list moves, nobody asks. */
  readonly #onHover = (event: PointerEvent): void => {
    if (this.#resting !== undefined || event.buttons) return;
    const position = this.#positionOf(event.target as Element);
    const cell = position && position.row !== headRow ? this.#cellAt(position) : undefined;
    if (cell && position && cell !== this.#hinted) this.#hint(cell, position);
  };

  #hint(cell: HTMLElement, position: GridPosition): void {
    this.#unhint();
    const id = this.#layout.columns[position.column]?.id;
    if (!id || position.row === headRow) return;
    this.#hinted = cell;
    this.#hintedFor = this.#whatIs(cell);
    const lines = this.rows.lines(position.row, id);
    const words = lines.length
      ? lines
      : (this.rows.cell(position.row, id).chips ?? []).map(({ title, text }) => title ?? text);
    if (words.length) cell.title = words.join('\n');
    if (this.#hidden(cell, position).length) cell.append(this.#more);
  }

  /** Which cell an element stands for now. */
  #whatIs(cell: HTMLElement): string {
    const position = cell.isConnected ? this.#positionOf(cell) : undefined;
    return position ? `${position.row},${position.column},${this.#contents}` : '';
  }

  #unhint(): void {
    this.#hinted?.removeAttribute('title');
    this.#hinted = undefined;
    this.#more.remove();
  }
}

/** What takes the focus in a cell: its one widget, or the cell itself. */
function stopIn(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>(':scope > .link, :scope > .check') ?? cell;
}

function isCut(cell: HTMLElement): boolean {
  return (
    cell.scrollWidth > cell.clientWidth ||
    [...cell.querySelectorAll('.text, .note, .words')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    )
  );
}
