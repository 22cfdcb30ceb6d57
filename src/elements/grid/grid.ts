import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { unsupportedPhrases } from '../../i18n/phrases/unsupported.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { theme } from '../../ui/theme.ts';
import { LanguageElement } from '../shared/language.ts';
import { LaterPart } from '../shared/later-part.ts';
import { Actions } from './actions.ts';
import { cardColumns } from './card-layout.ts';
import { CellPanel } from './cell-panel.ts';
import { CellRange } from './cell-range.ts';
import { checkColumn } from './column-layout.ts';
import { ColumnReorder } from './column-reorder.ts';
import { ColumnResize } from './column-resize.ts';
import type { GridContext } from './context.ts';
import { FocusController } from './focus.ts';
import { Header } from './header.ts';
import { Keyboard } from './keyboard.ts';
import { headerRow, type GridPosition } from './keys.ts';
import { Pointer } from './pointer.ts';
import { RangeSelection } from './range-selection.ts';
import { RowRenderer } from './row-renderer.ts';
import type { RowContext } from './row-element.ts';
import { gridStyles } from './styles.ts';
import { gridUis } from './texts.ts';
import { Tooltip } from './tooltip.ts';
import { emptyCell } from '../../model/index.ts';
import type { GridColumn, GridRows, GridSelection } from './types.ts';
import { Viewport } from './viewport.ts';

const noRows: GridRows = {
  count: 0,
  idAt: () => '',
  indexOf: () => -1,
  cell: () => emptyCell,
  nameAt: () => '',
};

/**
 * A grid of patients: it draws what is in view, however many rows and columns there are, and says what the
 * user does with it. It fills the height that it is given.
 *
 * Keys: those of the ARIA grid pattern, and: Enter or F2 opens a link, a long cell in place, else the row;
 * Space chooses a row, Shift+ArrowUp and Down a range, Ctrl+A all, Ctrl+Shift+A none; Ctrl+C copies the chosen rows, else
 * the cell, and Shift+ArrowLeft and Right mark the columns that are copied. On a head: Enter or Space sorts
 * (Shift adds), Alt+ArrowDown filters, Alt+ArrowLeft and Right resize, Ctrl+Shift+ArrowLeft and Right move.
 *
 * Rows may stand in groups: each begins with a row that is its head, with its name and how many they are. Enter or Space
 * on it opens and closes the group, as the arrow to the right and to the left do.
 *
 * Where columns have a place on a card and the grid is 600 pixels wide or less, each row is a card: the same cells,
 * in the order that they are read. Of the heads only the box that chooses all is left: sort and filter from elsewhere.
 *
 * @tagname overblik-grid
 * @fires {CustomEvent<GridEvents['grid-sort']>} grid-sort - A head was chosen. These events bubble, and stay in their shadow tree.
 * @fires {CustomEvent<GridEvents['grid-filter']>} grid-filter - A column is to be filtered.
 * @fires {CustomEvent<GridEvents['grid-resize']>} grid-resize - A column has another width.
 * @fires {CustomEvent<GridEvents['grid-move']>} grid-move - A column stands elsewhere.
 * @fires {CustomEvent<GridEvents['grid-select']>} grid-select - Rows were chosen.
 * @fires {CustomEvent<GridEvents['grid-mark']>} grid-mark - Columns were marked, to be copied.
 * @fires {CustomEvent<GridEvents['grid-copy']>} grid-copy - Cells are to be copied.
 * @fires {CustomEvent<GridEvents['grid-group']>} grid-group - A group of rows is to be opened or closed.
 * @fires {CustomEvent<GridEvents['grid-activate']>} grid-activate - A cell or its link was opened: `activation` is what its column declares.
 * @slot empty - Shown where there are no rows.
 * @csspart grid - The rows with their heads.
 * @csspart chip - A marker in a row.
 * @csspart state - That the rows cannot be drawn in this browser, in the place of them.
 */
export class OverblikGrid extends LanguageElement<'grid'> {
  static override styles = [theme, controls, ...gridStyles];

  protected override readonly uis = gridUis;

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

  /** Row height: `compact` shows more rows. */
  @property({ reflect: true }) density: 'normal' | 'compact' | undefined;

  /** What the grid is called to screen readers. */
  @property() label = '';

  readonly #panel = new CellPanel();
  readonly #context = this.#makeContext();
  readonly #viewport = new Viewport(this.#context, {
    moved: () => this.#panel.close(),
    rested: () => this.#draw(true),
    turned: () => {
      this.#panel.close();
      this.#context.part('scroller').classList.toggle('cards', this.#viewport.isCards);
      this.#focus.followColumn();
    },
    rowAt: () => this.#rowAt(),
  });
  readonly #focus = new FocusController(this.#context, this.#viewport);
  readonly #selection = new RangeSelection(this.#context, this.#focus);
  readonly #tooltip = new Tooltip(this.#context, this.#viewport);
  readonly #actions = new Actions(
    this.#context,
    this.#viewport,
    this.#selection,
    this.#tooltip,
    this.#panel,
  );
  readonly #features = {
    viewport: this.#viewport,
    focus: this.#focus,
    selection: this.#selection,
    range: new CellRange(this.#context, this.#viewport, this.#focus),
    resize: new ColumnResize(this.#context, this.#viewport),
    reorder: new ColumnReorder(this.#context, this.#viewport),
    actions: this.#actions,
  };
  readonly #keyboard = new Keyboard(this.#context, this.#features);
  readonly #pointer = new Pointer(this.#context, this.#features);
  #header: Header | undefined;
  #rows: RowRenderer | undefined;
  /** What the virtualizer measures as it begins would lay the rows out in the task that renders them. */
  readonly #rowsPart = new LaterPart(this);
  #rowContext: RowContext | undefined;

  constructor() {
    super();
    this.addController(this.#viewport);
    // The focus is back in the cell when the key does the rest.
    this.#panel.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === 'Tab') this.#panel.close();
      if (key === 'Enter') this.#actions.activate(this.#focus.activeCell);
    });
  }

  override connectedCallback(): void {
    this.#rows?.setConnected(true);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rows?.setConnected(false);
  }

  /** Puts the focus where it was in the grid. */
  override focus(options?: FocusOptions): void {
    // Shown again a moment ago: nothing has told of its size yet.
    if (!this.#viewport.visible && this.hasUpdated) this.#viewport.refresh(false);
    if (this.#viewport.visible) this.#focus.moveTo(this.#focus.activeCell);
    else super.focus(options);
  }

  /** Whether the rows are seen from the first one on. */
  get isAtStart(): boolean {
    if (this.#viewport.visible) this.#viewport.readScroll();
    return this.#viewport.top === 0;
  }

  /** Whether each row is a card, which has no widths to set. */
  get isCards(): boolean {
    return this.#viewport.isCards;
  }

  /** Makes a column one step wider or narrower, for those who cannot drag. */
  resizeColumn(columnId: string, wider: boolean): void {
    const index = this.#viewport.layout.columns.findIndex(({ id }) => id === columnId);
    if (this.#viewport.visible) this.#features.resize.step(index, wider);
  }

  /** Brings a row into view. */
  reveal(index: number): void {
    if (!this.#viewport.visible) return;
    this.#viewport.bring({ row: index, column: -1 });
    this.#draw();
  }

  /**
   * Makes a row the active one, and brings it into view with its neighbours. Where the focus is in the grid it goes
   * along; elsewhere it stays.
   */
  follow(index: number): void {
    const row = Math.max(0, Math.min(index, this.rows.count - 1));
    if (row !== index) return;
    const cell = { row, column: this.#focus.activeCell.column };
    if (!this.#viewport.visible) {
      this.#focus.activate(cell);
      return;
    }
    for (const near of [row - 1, row + 1, row])
      if (near >= 0 && near < this.rows.count) this.#viewport.bring({ row: near, column: -1 });
    if (this.#focus.focused) this.#focus.moveTo(cell);
    else {
      this.#focus.activate(cell);
      this.#draw();
    }
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    if (this.#viewport.visible) await this.#rowsPart.settle();
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { rows, selectable } = this;
    return html`<div class="scroller" @scroll=${this.#viewport.onScroll}>
        <div
          class="track"
          part="grid"
          role="grid"
          aria-label=${this.label}
          aria-multiselectable=${selectable ? 'true' : 'false'}
          @keydown=${this.#keyboard.onKey}
          @click=${this.#pointer.onClick}
          @dblclick=${this.#pointer.onDoubleClick}
          @pointerdown=${this.#pointer.onPointerDown}
          @pointermove=${this.#onPointerMove}
          @mousedown=${this.#pointer.onMouseDown}
          @focusin=${this.#onFocus}
        >
          <div class="head" role="rowgroup">
            <div class="groups" role="row"></div>
            <div class="heads" role="row"></div>
          </div>
          <div class="body" role="rowgroup" ?hidden=${rows.count === 0}>
            <div class="canvas"></div>
          </div>
        </div>
        <div class="none" ?hidden=${rows.count > 0}><slot name="empty"></slot></div>
      </div>
      ${this.#viewport.isUndrawable ? this.#undrawable() : nothing}
      <div class="drop-indicator" hidden></div>
      <div class="sizer">
        <span class="chip">${icons.critical()}<bdi></bdi></span>
      </div>
      ${this.#panel.element}`;
  }

  /** Never a bare place where patients are: what does not go by any rule that the browser may not know says so. */
  #undrawable(): TemplateResult {
    const [what, hint] = unsupportedPhrases[this.language];
    return html`<p role="alert" part="state">${what}. ${hint}</p>`;
  }

  protected override firstUpdated(): void {
    const find = (name: string) => this.renderRoot.querySelector<HTMLElement>(`.${name}`)!;
    this.#header = new Header(find('groups'), find('heads'));
    this.#rows = new RowRenderer(find('canvas'), this.#viewport.reflow);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const columns = changed.has('columns') || changed.has('selectable');
    const rows = changed.has('rows');
    if (changed.has('columns')) this.#features.resize.forget();
    if (rows || changed.has('selection')) this.#selection.count();
    if (this.#viewport.visible) this.#viewport.readScroll();
    if (rows) {
      const other = this.#focus.followRow();
      if (other) this.#rows?.keep(other.before, other.index);
    }
    const moved = columns && this.#focus.followColumn();
    if (rows || columns || changed.has('density')) this.#viewport.refresh(columns);
    else this.#draw();
    if (columns || changed.has('selection')) this.#features.range.show();
    // The focus goes along with a head that is moved by key.
    if (moved) this.#focus.moveTo(this.#focus.activeCell);
  }

  /** @param ordered Puts the elements in reading order; the focus goes to the one that stands for its cell then. */
  #draw(ordered = false): void {
    try {
      this.#drawRows(ordered);
    } catch {
      this.drawUnreadable();
    }
  }

  #drawRows(ordered: boolean): void {
    const viewport = this.#viewport;
    if (!viewport.visible || !this.#header || !this.#rows) return;
    const hadFocus = this.#focus.focused !== undefined;
    viewport.moveColumns();
    if (ordered) viewport.orderColumns();
    const { columns, rows: span, top, across, heights, shift } = viewport;
    this.#describe(across > 0);
    this.#header.draw(columns, this.ui.texts, this.#selection.share);
    this.#header.shift(shift);
    if (this.#rowsPart.isDue)
      this.#rows.draw(this.#currentRowContext(), {
        span,
        top,
        heights,
        shift,
        ordered,
      });
    this.#focus.afterDraw(hadFocus);
    this.#tooltip.afterDraw();
  }

  /** How many rows and columns there are depends on whether rows are cards. */
  #describe(isShifted: boolean): void {
    const track = this.#context.part('track');
    const { layout } = this.#viewport;
    track.classList.toggle('shifted', isShifted);
    setWhereOther(track, 'aria-rowcount', this.rows.count + (this.#header?.rowCount ?? 1));
    setWhereOther(track, 'aria-colcount', layout.columns.length);
  }

  /** The row that has the focus, or is open elsewhere; -1 without any. */
  #rowAt(): number {
    const { row } = this.#focus.activeCell;
    if (this.#focus.focused && row !== headerRow) return row;
    return this.currentId === undefined ? row : this.rows.indexOf(this.currentId);
  }

  /** The same object as long as nothing in it is another. */
  #currentRowContext(): RowContext {
    const { rows, selection, selectable, currentId } = this;
    const { texts } = this.ui;
    const { columns, chips } = this.#viewport;
    const headerRows = this.#header?.rowCount ?? 1;
    const next = { rows, selection, selectable, currentId, columns, chips, texts, headerRows };
    const now = this.#rowContext;
    const same =
      now?.rows === rows &&
      now.selection === selection &&
      now.selectable === selectable &&
      now.currentId === currentId &&
      now.columns === columns &&
      now.chips === chips &&
      now.texts === texts &&
      now.headerRows === headerRows;
    return same ? now : (this.#rowContext = next);
  }

  /** Puts rows and cells in reading order, unless that took the focus from the element that has it. */
  readonly #onFocus = (event: FocusEvent): void => {
    const position = this.#focus.onFocus(event);
    if (position) this.#tooltip.show(position);
  };

  readonly #onPointerMove = (event: PointerEvent): void => this.#tooltip.onHover(event);

  #cellAt(position: GridPosition): HTMLElement | undefined {
    return position.row === headerRow
      ? this.#header?.cellAt(position.column)
      : this.#rows?.cellAt(position);
  }

  #positionOf(element: Element | null | undefined): GridPosition | undefined {
    const cell = element?.closest('.cell');
    const row = cell?.closest('.line, .heads');
    if (!cell || !row) return undefined;
    const index = row.classList.contains('heads')
      ? headerRow
      : Number(row.getAttribute('aria-rowindex')) - (this.#header?.rowCount ?? 1) - 1;
    // The head of a group reaches over all columns: whoever passes it stays in the one that they came by.
    const column = cell.classList.contains('group-cell')
      ? this.#focus.activeCell.column
      : Number(cell.getAttribute('aria-colindex')) - 1;
    return { row: index, column };
  }

  #makeContext(): GridContext {
    // oxlint-disable-next-line typescript/no-this-alias
    const grid = this;
    const parts = new Map<string, HTMLElement>();
    return {
      host: grid,
      get rows() {
        return grid.rows;
      },
      get selection() {
        return grid.selection;
      },
      get selectable() {
        return grid.selectable;
      },
      get texts() {
        return grid.ui.texts;
      },
      get columns() {
        return grid.columns;
      },
      get isCards() {
        return grid.#viewport.isCards;
      },
      get allColumns() {
        const columns = grid.#viewport.isCards ? cardColumns(grid.columns) : grid.columns;
        return grid.selectable ? [checkColumn, ...columns] : columns;
      },
      part(className) {
        const found =
          parts.get(className) ?? grid.renderRoot.querySelector<HTMLElement>(`.${className}`)!;
        parts.set(className, found);
        return found;
      },
      cellAt: (position) => grid.#cellAt(position),
      positionOf: (element) => grid.#positionOf(element),
      draw: (ordered) => grid.#draw(ordered),
      drawGroups: (layout) => grid.#header?.drawGroups(layout),
      emit: (name, detail) => grid.dispatchEvent(new CustomEvent(name, { detail, bubbles: true })),
    };
  }
}

function setWhereOther(element: Element, name: string, value: number): void {
  if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-grid': OverblikGrid;
  }
}
