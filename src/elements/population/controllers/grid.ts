import {
  changeColumn,
  filterOf,
  moveColumn,
  sortBy,
  type Column,
  type ListView,
} from '../../../model/index.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import type { OverblikGrid } from '../../grid/grid.ts';
import type { GridColumn, GridEvents } from '../../grid/types.ts';
import type { UiHost } from '../ui.ts';
import type { Announcements } from './announcements.ts';
import { cardPlaceOf } from '../card-places.ts';
import type { ListController } from './list.ts';
import type { ViewController } from './view.ts';

/** The columns of the grid, and what the user does to them in their heads. */
export class GridController {
  readonly #columns: ClinicMemo<readonly GridColumn[]>;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly view: ViewController,
    private readonly announcements: Announcements,
  ) {
    this.#columns = new ClinicMemo(host);
  }

  /** Undefined as long as there is no list. */
  get element(): OverblikGrid | undefined {
    return this.host.renderRoot.querySelector<OverblikGrid>('[part~=list]') ?? undefined;
  }

  /**
   * The same columns as long as nothing about them is another: the grid lays out anew for others.
   *
   * @param isBeside Whether a cockpit stands beside the list: only what finds a patient stays, and what was chosen.
   */
  columns(columns: readonly Column[], view: ListView, isBeside: boolean): readonly GridColumn[] {
    const { language } = this.host.ui;
    return this.#columns.of(
      [columns, view.sort, view.filters, language, view.tab, isBeside],
      () => {
        // No order without its reason.
        const asked = new Set([
          ...view.columns.flatMap(({ id, hidden }) => (hidden === false ? [id] : [])),
          ...view.sort.map(({ columnId }) => columnId),
        ]);
        return columns
          .filter(
            ({ id, hidden, stays }) => !hidden && (!isBeside || stays === true || asked.has(id)),
          )
          .map((column, index) => {
            const card = cardPlaceOf(column, index, asked.has(column.id));
            return { ...this.#column(column, view), ...(card ? { card } : {}) };
          });
      },
    );
  }

  /**
   * Does what brings other rows. Whoever looked at the first ones, and has done nothing since, looks at those that are
   * the first now: the grid itself would go along with the patient who has the focus.
   */
  async keepStart(change: () => Promise<void>): Promise<void> {
    const { host } = this;
    const wasAtStart = this.element?.isAtStart === true;
    const hands = new AbortController();
    for (const deed of ['keydown', 'pointerdown', 'wheel'])
      host.addEventListener(deed, () => hands.abort(), {
        ...{ capture: true, passive: true, once: true },
        signal: hands.signal,
      });
    await change();
    const isUntouched = !hands.signal.aborted;
    hands.abort();
    if (!wasAtStart || !isUntouched) return;
    this.list.sortAgain();
    await this.list.whenDrawn();
    await this.element?.updateComplete;
    this.element?.reveal(0);
  }

  readonly onSort = ({ detail }: CustomEvent<GridEvents['grid-sort']>): void => {
    const { columnId, add } = detail;
    const column = this.#columnOf(columnId);
    if (!column) return;
    // The most urgent and the oldest come first at the first click; texts and dates run upwards.
    const descending = column.descendingFirst ?? false;
    this.#show(sortBy(this.view.current, columnId, { add, descending }), column);
  };

  /** Sorts by one column alone, in the direction that is usual for it; without a column by priority. */
  readonly sort = (columnId: string | undefined, isDescending?: boolean): void => {
    const column = columnId === undefined ? undefined : this.#columnOf(columnId);
    const descending = isDescending ?? column?.descendingFirst ?? false;
    const sort = column ? [{ columnId: column.id, descending }] : [];
    this.#show({ ...this.view.current, sort }, column);
  };

  #columnOf(columnId: string): Column | undefined {
    return this.list.shown?.columns.find(({ id }) => id === columnId);
  }

  /** @param column By which the rows are sorted now, or are no longer. */
  #show(view: ListView, column: Column | undefined): void {
    this.view.change(view);
    // A sort is asked for to see the first rows.
    void this.list.whenDrawn().then(() => this.element?.reveal(0));
    const sort = view.sort.find(({ columnId }) => columnId === column?.id);
    const { population, list } = this.host.ui.texts;
    this.announcements.say(
      sort && column
        ? population.sortedBy(this.list.titleOf(column), sort.descending)
        : list.byPriority,
    );
  }

  readonly onResize = ({ detail }: CustomEvent<GridEvents['grid-resize']>): void => {
    const { columnId, width } = detail;
    const view = this.view.current;
    if (width > 0) {
      this.view.change(changeColumn(view, columnId, { width }));
      return;
    }
    // The width that fits is the one that the list gives itself.
    const columns = view.columns.map(({ width: given, ...rest }) =>
      rest.id === columnId || given === undefined ? rest : { ...rest, width: given },
    );
    this.view.change({ ...view, columns });
  };

  /** Makes a column one step wider or narrower; undefined where rows are cards. */
  get resizeColumn(): ((columnId: string, wider: boolean) => void) | undefined {
    const { element } = this;
    return element && !element.isCards
      ? (columnId, wider) => element.resizeColumn(columnId, wider)
      : undefined;
  }

  readonly onMove = ({ detail }: CustomEvent<GridEvents['grid-move']>): void => {
    const order = this.list.shown?.columns.map(({ id }) => id) ?? [];
    this.view.change(moveColumn(this.view.current, order, detail.columnId, detail.before));
  };

  #column(column: Column, view: ListView): GridColumn {
    const place = view.sort.findIndex(({ columnId }) => columnId === column.id);
    const sort = view.sort[place];
    const title = this.list.titleOf(column);
    const filtered = filterOf(view, column.id) !== undefined;
    const isWide = view.columns.some(({ id, width }) => id === column.id && width !== undefined);
    return {
      ...{ id: column.id, title },
      group: this.host.ui.texts.groups[column.group],
      // The mark of a filter stands beside the words, not over them, unless the user wants the column narrower.
      width:
        filtered && !isWide ? Math.max(column.width, widthBesideMark(title, sort)) : column.width,
      ...(column.wish === undefined ? {} : { wish: column.wish }),
      ...(column.unit === undefined ? {} : { unit: column.unit }),
      ...(column.grows ? { grows: true } : {}),
      align: column.kind === 'age' ? 'end' : 'start',
      ...(column.kind === 'name' ? { isHeading: true } : {}),
      pinned: column.pinned ?? false,
      ...(sort ? { sort: { descending: sort.descending, place: place + 1 } } : {}),
      activation: column.activation,
      ...(column.linkActivation ? { linkActivation: column.linkActivation } : {}),
      filterable: column.filter !== undefined,
      filtered,
    };
  }
}

/** Of a short head, with room for the marks of its filter and its sort, in units of a column's width. */
function widthBesideMark(title: string, sort: unknown): number {
  return Math.min(title.length, shortTitle) * 8.2 + 56 + (sort ? 18 : 0);
}

/** In characters: a longer head is cut anyway, as it is without a mark. */
const shortTitle = 8;
