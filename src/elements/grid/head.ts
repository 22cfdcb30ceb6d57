import { icons } from '../../ui/icons.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { paintCheck } from './body.ts';
import { copyOf, make } from './cell.ts';
import type { Span } from './geometry.ts';
import { checkColumn, groupsOf, type Layout } from './layout.ts';
import { Strip } from './strip.ts';
import type { GridColumn } from './types.ts';

/** How many of the rows that are shown are chosen. */
export type Chosen = 'false' | 'mixed' | 'true';

/** The heads of the columns, and over them what belongs together. */
export class Head {
  readonly groups = make('div', 'groups');
  readonly heads = new Strip('heads', 'columnheader');
  readonly #pins = make('div', 'pins');
  readonly #rest = make('div', 'rest');
  #contents = -1;
  #groupsOf: Layout | undefined;

  constructor() {
    this.groups.setAttribute('role', 'row');
    this.groups.append(this.#pins, this.#rest);
  }

  /** Draws the groups; answers whether there are any. */
  drawGroups(layout: Layout): boolean {
    if (this.#groupsOf === layout) return !this.groups.hidden;
    this.#groupsOf = layout;
    const groups = groupsOf(layout);
    const any = groups.some(({ title }) => title !== '');
    this.groups.hidden = !any;
    this.#pins.replaceChildren();
    this.#rest.replaceChildren();
    if (!any) return false;
    for (const { title, from, to, goesOn } of groups) {
      const cell = make('div', from === 0 || goesOn ? 'cell' : 'cell first');
      const start = layout.edges[from] ?? 0;
      cell.style.insetInlineStart = `${start}px`;
      cell.style.inlineSize = `${(layout.edges[to] ?? start) - start}px`;
      if (title) {
        cell.setAttribute('role', 'columnheader');
        cell.setAttribute('aria-colindex', String(from + 1));
        cell.setAttribute('aria-colspan', String(to - from));
        const words = make('bdi', goesOn ? 'visually-hidden' : 'text');
        words.textContent = title;
        cell.title = title;
        cell.append(words);
      }
      (from < layout.pinned ? this.#pins : this.#rest).append(cell);
    }
    return true;
  }

  draw(
    layout: Layout,
    texts: Texts,
    view: { readonly columns: Span; readonly shift: number; readonly focused: number | undefined },
    contents: number,
    chosen: Chosen,
  ): void {
    this.#rest.style.transform = view.shift ? `translateX(${view.shift}px)` : '';
    this.heads.shift(view.shift);
    const fresh = this.heads.show({ layout, span: view.columns, focused: view.focused });
    const { cells } = this.heads;
    const draw = this.#contents === contents ? fresh : cells.keys();
    this.#contents = contents;
    for (const column of draw) {
      const cell = cells.get(column);
      if (cell) paintHead(cell, layout, column, texts);
    }
    if (layout.columns[0] === checkColumn)
      cells.get(0)?.firstElementChild?.setAttribute('aria-checked', chosen);
  }
}

function paintHead(cell: HTMLElement, { columns }: Layout, index: number, texts: Texts): void {
  const column = columns[index] ?? checkColumn;
  const startsGroup = index > 0 && columns[index - 1]?.group !== column.group;
  cell.classList.toggle('first', startsGroup && columns[index - 1] !== checkColumn);
  if (column === checkColumn) {
    paintCheck(cell, texts.grid.selectAll);
    cell.removeAttribute('aria-sort');
    cell.removeAttribute('title');
    return;
  }
  cell.replaceChildren();
  const { sort, title } = column;
  cell.title = title;
  cell.setAttribute('aria-sort', sort ? (sort.descending ? 'descending' : 'ascending') : 'none');
  const words = make('bdi', 'text');
  words.textContent = title;
  cell.append(words);
  if (sort) {
    cell.append(sort.descending ? copyOf('down', icons.descending) : copyOf('up', icons.ascending));
    // Of one sort alone nobody asks for its place.
    if (columns.some(({ sort: other }) => other && other.place > 1)) {
      const place = make('span', 'place');
      place.textContent = String(sort.place);
      place.setAttribute('role', 'img');
      place.setAttribute('aria-label', texts.grid.sortPlace(String(sort.place)));
      cell.append(place);
    }
  }
  if (column.filterable) cell.append(filterButton(column, texts));
  if (column.resizable !== false) cell.append(make('span', 'grip'));
}

function filterButton({ title, filtered }: GridColumn, { grid }: Texts): HTMLElement {
  const button = make('span', filtered ? 'filter on' : 'filter');
  button.setAttribute('role', 'button');
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-label', filtered ? grid.filtered(title) : grid.filter(title));
  button.title = filtered ? grid.filtered(title) : grid.filter(title);
  button.append(copyOf('filter', icons.filter));
  return button;
}
