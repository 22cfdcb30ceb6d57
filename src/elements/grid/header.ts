import { html, nothing, render, type TemplateResult } from 'lit';
import type { Texts } from './texts.ts';
import { icons } from '../../ui/icons.ts';
import { checkColumn, groupsOf, type ColumnLayout } from './column-layout.ts';
import type { ColumnWindow } from './column-window.ts';
import { checkBox } from './cell-template.ts';
import { shiftCells } from './column-window.ts';
import type { GridColumn } from './types.ts';

/** How many of the rows that are shown are selected, as `aria-checked` tells it. */
export type SelectedShare = 'false' | 'mixed' | 'true';

/** The header of the columns, and over it the titles of columns that belong together. Rendered at once. */
export class Header {
  readonly #groups: HTMLElement;
  readonly #heads: HTMLElement;
  #drawn: readonly unknown[] = [];
  #columns: ColumnWindow | undefined;
  #shifted = 0;

  /** @param groups The row of groups, and `heads`, that of the columns. */
  constructor(groups: HTMLElement, heads: HTMLElement) {
    this.#groups = groups;
    this.#heads = heads;
  }

  /** Rows of the header that are shown. */
  get rowCount(): number {
    return this.#groups.hidden ? 1 : 2;
  }

  drawGroups(layout: ColumnLayout): void {
    const groups = groupsOf(layout);
    this.#groups.hidden = groups.every(({ title }) => title === '');
    const cells = groups.map(({ title, from, to, continues }, index) => {
      const look = `cell g${index}${from === 0 || continues ? '' : ' first'}`;
      const isToldBelow = to - from === 1 && layout.columns[from]?.title === title;
      return title
        ? html`<div
            class=${look}
            role="columnheader"
            aria-colindex=${from + 1}
            aria-colspan=${to - from}
            title=${title}
          >
            <bdi class=${continues || isToldBelow ? 'visually-hidden' : 'text'}>${title}</bdi>
          </div>`
        : html`<div class=${look}></div>`;
    });
    const pinned = groups.filter(({ from }) => from < layout.pinned).length;
    render(
      this.#groups.hidden ? nothing : panes(cells.slice(0, pinned), cells.slice(pinned)),
      this.#groups,
    );
  }

  draw(columns: ColumnWindow, texts: Texts, selected: SelectedShare): void {
    const drawn = [columns, texts, selected];
    if (drawn.every((each, index) => each === this.#drawn[index])) return;
    this.#drawn = drawn;
    this.#columns = columns;
    const { layout } = columns;
    this.#heads.classList.toggle('bare', !layout.columns.includes(checkColumn));
    const head = (index: number) =>
      layout.card
        ? cardHead(layout, index, texts, selected)
        : headTemplate(layout, index, texts, selected);
    render(panes(columns.pinned.map(head), columns.scrolled.map(head)), this.#heads);
  }

  /** Moves all but the pinned heads to the right, in pixels. */
  shift(pixels: number): void {
    if (pixels === this.#shifted) return;
    this.#shifted = pixels;
    shiftCells(this.#groups, pixels);
    shiftCells(this.#heads, pixels);
  }

  /** The head of a column, if it is rendered. */
  cellAt(column: number): HTMLElement | undefined {
    return this.#columns?.cellAt(this.#heads, column);
  }
}

function panes(pinned: readonly unknown[], scrolled: readonly unknown[]): TemplateResult {
  return html`<div class="pins">${pinned}</div>
    <div class="rest">${scrolled}</div>`;
}

function headTemplate(
  { columns }: ColumnLayout,
  index: number,
  texts: Texts,
  selected: SelectedShare,
): TemplateResult {
  const column = columns[index] ?? checkColumn;
  if (column === checkColumn)
    return html`<div
      class="cell c${index} check-cell"
      role="columnheader"
      tabindex="-1"
      aria-colindex=${index + 1}
    >
      ${checkBox(texts.grid.selectAll, selected)}
    </div>`;
  const before = columns[index - 1];
  const startsGroup = before && before !== checkColumn && before.group !== column.group;
  const { sort, title, unit } = column;
  return html`<div
    class="cell c${index} ${column.align === 'end' ? 'end' : ''} ${startsGroup ? 'first' : ''}"
    role="columnheader"
    tabindex="-1"
    aria-colindex=${index + 1}
    aria-sort=${sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    title=${unit ? `${title} (${unit})` : title}
  >
    <bdi class="text">${title}</bdi>
    ${sort ? (sort.descending ? icons.descending() : icons.ascending()) : nothing}
    ${
      // Of one sort alone nobody asks for its place.
      sort && columns.some(({ sort: other }) => other && other.place > 1)
        ? html`<span class="place" role="img" aria-label=${texts.grid.sortPlace(String(sort.place))}
            >${sort.place}</span
          >`
        : nothing
    }
    ${column.filterable ? filterButton(column, texts) : nothing}
    ${column.resizable === false ? nothing : html`<span class="grip"></span>`}
  </div>`;
}

/** Of cards: what chooses them all; what the others say is heard in their cells. */
function cardHead(
  { columns }: ColumnLayout,
  index: number,
  texts: Texts,
  selected: SelectedShare,
): TemplateResult {
  const { title, sort } = columns[index]!;
  if (columns[index] === checkColumn)
    return html`<div
      class="cell c${index} check-cell"
      role="columnheader"
      tabindex="-1"
      aria-colindex=${index + 1}
    >
      ${checkBox(texts.grid.selectAll, selected)}
      <span class="text" aria-hidden="true">${texts.grid.selectAll}</span>
    </div>`;
  return html`<div
    class="cell visually-hidden"
    role="columnheader"
    aria-colindex=${index + 1}
    aria-sort=${sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}
  >
    <bdi class="text">${title}</bdi>
  </div>`;
}

function filterButton({ title, filtered }: GridColumn, { grid }: Texts): TemplateResult {
  const label = filtered ? grid.filtered(title) : grid.filter(title);
  return html`<span
    class="filter ${filtered ? 'on' : ''}"
    role="button"
    aria-haspopup="dialog"
    aria-label=${label}
    title=${label}
    >${icons.filter()}</span
  >`;
}
