import { newSheet } from '../shared/style-sheets.ts';
import { groupsOf, type CardSizes, type ColumnLayout } from './column-layout.ts';

/** Lengths that the style sheet of the grid reads, in pixels. */
export interface GridSizes {
  /** Width that the grid is seen in. */
  readonly view: number;
  readonly header: number;
  /** Height that the rows are seen in. */
  readonly body: number;
  /** The whole way of the scroll bar, with what is seen. */
  readonly track: number;
}

/**
 * Places and sizes that change at run time, as rules of style sheets of the grid's own: a column that grows touches
 * no cell, and no element carries a `style` attribute.
 */
export class SizeSheet {
  readonly #columns: CSSStyleSheet;
  readonly #sizes: CSSStyleSheet;
  readonly #marked: CSSStyleSheet;

  constructor(root: ShadowRoot) {
    this.#columns = newSheet(root.ownerDocument);
    this.#sizes = newSheet(root.ownerDocument);
    this.#marked = newSheet(root.ownerDocument);
    root.adoptedStyleSheets.push(this.#columns, this.#sizes, this.#marked);
  }

  /** Places the columns: cells of column 3 have the class `c3`, those of the third group `g3`. */
  setColumns(layout: ColumnLayout): void {
    const { edges, pinned, card } = layout;
    if (card) {
      replace(this.#columns, cardRules(card, edges.at(-1) ?? 0));
      return;
    }
    const place = (name: string, from: number, to: number) => {
      const start = edges[from] ?? 0;
      const size = (edges[to] ?? start) - start;
      return `.${name}{inset-inline-start:${start}px;inline-size:${size}px}`;
    };
    const rules = [
      ...layout.columns.map((_, index) => place(`c${index}`, index, index + 1)),
      ...groupsOf(layout).map(({ from, to }, index) => place(`g${index}`, from, to)),
      `.track{inline-size:${edges.at(-1) ?? 0}px}`,
      `.pins{inline-size:${edges[pinned] ?? 0}px}`,
    ];
    replace(this.#columns, rules.join(''));
  }

  /**
   * Marks the cells of some columns.
   *
   * @param isChosen Whether it is those of the chosen rows; else of the row with the focus.
   */
  setMarked(places: readonly number[], isChosen: boolean): void {
    const cells = places.map((place) => `.c${place}`).join();
    const row = isChosen ? '.line.selected' : '.line:focus-within';
    const rule = `${row} :is(${cells}){outline:2px dashed var(--o-accent);outline-offset:-2px}`;
    replace(this.#marked, cells && rule);
  }

  setSizes({ view, header, body, track }: GridSizes): void {
    replace(
      this.#sizes,
      `.scroller{--o-view:${view}px}` +
        `.track{block-size:${track}px;--o-header:${header}px;--o-body:${body}px}`,
    );
  }
}

/** Cells below one another as well as beside: `c3` is the fourth one of a card. */
function cardRules({ rects, width, height, row, head }: CardSizes, view: number): string {
  return [
    ...rects.map(
      ({ start, top, width: wide, height: high }, index) =>
        `.c${index}{inset-inline-start:${start}px;inline-size:${wide}px;inset-block:${top}px auto;block-size:${high}px}`,
    ),
    `.track{inline-size:${view}px}`,
    `.pins{inline-size:${width}px}`,
    `.line{--o-card:${height}px}`,
    `.line.group{--o-card:${head - (row - height)}px}`,
  ].join('');
}

const texts = new WeakMap<CSSStyleSheet, string>();

/** Other rules make the browser match all styles again: the same ones are left alone. */
function replace(sheet: CSSStyleSheet, text: string): void {
  if (texts.get(sheet) === text) return;
  texts.set(sheet, text);
  sheet.replaceSync(text);
}
