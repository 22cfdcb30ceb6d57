import type { Texts } from '../../i18n/texts/index.ts';
import { make, paintCell } from './cell.ts';
import type { Span } from './geometry.ts';
import type { GridPosition } from './keys.ts';
import { checkColumn, type Layout } from './layout.ts';
import { Strip, arrange } from './strip.ts';
import type { GridRows, GridSelection } from './types.ts';

/** All that decides what the rows look like. */
export interface Scene {
  readonly rows: GridRows;
  readonly selection: GridSelection;
  readonly selectable: boolean;
  readonly currentId: string | undefined;
  readonly layout: Layout;
  readonly texts: Texts;
  /** Rows of the head, which are counted before the first of these. */
  readonly headRows: number;
  readonly rowHeight: number;
  /** Another number where what stands in the cells may be another. */
  readonly contents: number;
  /** Another number where rows may be chosen, or the current one, anew. */
  readonly states: number;
}

/** What of it is in view. */
export interface View {
  readonly top: number;
  readonly shift: number;
  readonly rows: Span;
  readonly columns: Span;
  readonly focused: GridPosition;
}

interface Line {
  readonly strip: Strip;
  index: number;
  contents: number;
  states: number;
  state: string;
  /** The cell with a dead patient's name. */
  struck: HTMLElement | undefined;
}

/** How far rows may stand from the canvas's start before all are counted from another place. */
const reach = 500_000;

/**
 * The rows in view, drawn by a few elements that are used again and again. The row that has the focus
 * stays drawn wherever it is: out of view it waits above the others.
 */
export class Body {
  readonly #canvas: HTMLElement;
  readonly #lines = new Map<number, Line>();
  readonly #spare: Line[] = [];
  #base = 0;

  constructor(canvas: HTMLElement) {
    this.#canvas = canvas;
  }

  draw(scene: Scene, view: View): void {
    const { rows: span, focused } = view;
    const { rowHeight, rows } = scene;
    if (Math.abs(view.top - this.#base) > reach) this.#base = Math.floor(view.top);
    const keeps = focused.row >= 0 && focused.row < rows.count;
    for (const [index, line] of this.#lines)
      if ((index < span.from || index >= span.to) && !(keeps && index === focused.row)) {
        this.#lines.delete(index);
        this.#spare.push(line);
      }
    const draw = (index: number) => {
      const line = this.#lines.get(index) ?? this.#take(index);
      const away = index < span.from || index >= span.to;
      const top = away ? view.top - this.#base - 4 * rowHeight : index * rowHeight - this.#base;
      line.strip.element.style.top = `${top}px`;
      line.strip.shift(view.shift);
      this.#paint(line, index, scene, view);
    };
    for (let index = span.from; index < span.to; index++) draw(index);
    if (keeps && (focused.row < span.from || focused.row >= span.to)) draw(focused.row);
    for (const line of this.#spare) line.strip.element.remove();
    this.#canvas.style.transform = `translateY(${this.#base - view.top}px)`;
  }

  /** The cell's element, if it is drawn. */
  cellAt({ row, column }: GridPosition): HTMLElement | undefined {
    return this.#lines.get(row)?.strip.cells.get(column);
  }

  /** The same patient stands in another row now: the element goes along, and keeps the focus. */
  follow(from: number, to: number): void {
    const line = this.#lines.get(from);
    if (!line || from === to) return;
    const other = this.#lines.get(to);
    this.#lines.delete(from);
    if (other) this.#lines.set(from, other);
    this.#lines.set(to, line);
  }

  /** Puts the elements in the order of the rows, for those who read the page as it stands. */
  arrange(focused: Element | null | undefined): void {
    const inOrder = [...this.#lines].sort(([a], [b]) => a - b).map(([, { strip }]) => strip);
    arrange(
      this.#canvas,
      inOrder.map(({ element }) => element),
      focused,
    );
    for (const strip of inOrder) strip.arrange(focused);
  }

  #take(index: number): Line {
    const line = this.#spare.pop() ?? {
      strip: new Strip('line', 'gridcell'),
      index: -1,
      contents: -1,
      states: -1,
      state: '',
      struck: undefined,
    };
    if (!line.strip.element.parentNode) this.#canvas.append(line.strip.element);
    this.#lines.set(index, line);
    return line;
  }

  #paint(line: Line, index: number, scene: Scene, { columns, focused }: View): void {
    const { strip } = line;
    const fresh = strip.show({
      layout: scene.layout,
      span: columns,
      focused: index === focused.row ? focused.column : undefined,
    });
    const same = line.index === index && line.contents === scene.contents;
    if (!same) strip.element.setAttribute('aria-rowindex', String(index + scene.headRows + 1));
    line.index = index;
    line.contents = scene.contents;
    const dead = scene.rows.toneAt?.(index) === 'dead' ? scene.rows.nameAt(index) : undefined;
    if (!same) {
      line.struck?.classList.remove('struck');
      line.struck = undefined;
    }
    for (const column of same ? fresh : strip.cells.keys()) this.#cell(line, column, scene, dead);
    if (same && line.states === scene.states && fresh.length === 0) return;
    line.states = scene.states;
    this.#state(line, index, scene);
  }

  #cell(line: Line, column: number, scene: Scene, dead: string | undefined): void {
    const cell = line.strip.cells.get(column);
    if (!cell) return;
    const { rows } = scene;
    const { id } = scene.layout.columns[column] ?? checkColumn;
    if (id === checkColumn.id) {
      paintCheck(cell, scene.texts.grid.selectRow(rows.nameAt(line.index)));
      return;
    }
    const content = rows.cell(line.index, id);
    paintCell(cell, content);
    if (dead && content.parts?.[0]?.text === dead) {
      cell.classList.add('struck');
      line.struck = cell;
    }
  }

  #state(
    line: Line,
    index: number,
    { rows, selection, selectable, currentId, layout }: Scene,
  ): void {
    const id = rows.idAt(index);
    const current = id === currentId;
    const selected = selectable ? selection.has(id) : current;
    const tone = rows.toneAt?.(index) ?? '';
    const state = `line ${tone}${selected ? ' selected' : ''}${current ? ' current' : ''}`;
    const { element, cells } = line.strip;
    if (line.state !== state) {
      line.state = state;
      element.className = state;
      element.setAttribute('aria-selected', String(selected));
      if (current) element.setAttribute('aria-current', 'true');
      else element.removeAttribute('aria-current');
    }
    if (selectable && layout.columns[0] === checkColumn)
      cells.get(0)?.firstElementChild?.setAttribute('aria-checked', String(selected));
  }
}

/** A check box that takes the focus itself, as the cell's only widget. */
export function paintCheck(cell: HTMLElement, label: string): void {
  let box = cell.firstElementChild;
  if (box?.getAttribute('role') !== 'checkbox') {
    const made = make('span', 'check');
    made.setAttribute('role', 'checkbox');
    made.setAttribute('aria-checked', 'false');
    made.tabIndex = -1;
    cell.replaceChildren(made);
    box = made;
  }
  box.setAttribute('aria-label', label);
}
