import type { GridContext } from './context.ts';
import { headerRow, type GridPosition } from './keys.ts';
import type { Viewport } from './viewport.ts';

/** A cell's tooltip with all it holds, and the button that opens what is cut off. */
export class Tooltip {
  readonly #grid: GridContext;
  readonly #viewport: Viewport;
  readonly #more = document.createElement('span');
  #cell: HTMLElement | undefined;
  #position: GridPosition | undefined;
  #rows: unknown;

  constructor(grid: GridContext, viewport: Viewport) {
    this.#grid = grid;
    this.#viewport = viewport;
    this.#more.className = 'more';
    this.#more.textContent = '…';
    this.#more.setAttribute('role', 'button');
  }

  /** A cell says all it knows only when it is asked: while the list moves, nobody asks. */
  onHover(event: PointerEvent): void {
    if (this.#viewport.moving || event.buttons) return;
    const position = this.#grid.positionOf(event.target as Element);
    if (position && this.#grid.cellAt(position) !== this.#cell) this.show(position);
  }

  show(position: GridPosition): void {
    const cell = this.#grid.cellAt(position);
    const id = this.#viewport.layout.columns[position.column]?.id;
    this.#hide();
    if (!cell || !id || position.row === headerRow) return;
    const { rows, texts } = this.#grid;
    this.#cell = cell;
    this.#position = position;
    this.#rows = rows;
    const { lines, chips = [] } = rows.cell(position.row, id);
    const words = lines.length ? lines : chips.map(({ title, text }) => title ?? text);
    if (words.length) cell.title = words.join('\n');
    this.#more.setAttribute('aria-label', texts.grid.more);
    if (this.hiddenLines(position).length) cell.append(this.#more);
  }

  /** The lines of a cell of which not all is seen; none where all is. */
  hiddenLines(position: GridPosition): readonly string[] {
    const { row, column } = position;
    const cell = this.#grid.cellAt(position);
    const id = this.#viewport.layout.columns[column]?.id;
    if (!cell || !id || row === headerRow) return [];
    const { rows } = this.#grid;
    const { lines, parts, chips, link } = rows.cell(row, id);
    if (link) return [];
    const seen = Math.max(1, parts.length, chips?.length ?? 0);
    const isAll = lines.length <= seen && !cell.querySelector('.count');
    return isAll && !isCut(cell) ? [] : lines;
  }

  /** Takes the tooltip from an element that stands for another cell now. */
  afterDraw(): void {
    if (!this.#cell || !this.#position) return;
    const same = this.#rows === this.#grid.rows && this.#grid.cellAt(this.#position) === this.#cell;
    if (!same) this.#hide();
  }

  #hide(): void {
    this.#cell?.removeAttribute('title');
    this.#cell = undefined;
    this.#more.remove();
  }
}

function isCut(cell: HTMLElement): boolean {
  return (
    cell.scrollWidth > cell.clientWidth ||
    [...cell.querySelectorAll('.text, .note, .words')].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    )
  );
}
