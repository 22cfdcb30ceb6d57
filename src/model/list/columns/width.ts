import type { Steps } from '../../../engine/index.ts';
import { textIn, type InformationItem } from '../../../profile/index.ts';
import type { CellView } from '../../cells.ts';
import { MemoMap } from '../../memo.ts';
import type { ListData } from '../data.ts';
import type { Column } from './types.ts';

/** Rows that tell how wide the columns need to be. */
const sampleSize = 60;

/** Narrowest and widest of a column that is fitted to its texts, in CSS pixels. */
export const narrowest = 84;
const widest = 250;
/** Of those that are shown before the user says otherwise: a row is seen whole. */
const mostAtFirst = 128;
/** About one character of the base font, and what a cell adds around its text. */
const characterWidth = 7.2;
const cellPadding = 24;
/** The line has its size in pixels, whatever the font; a bold number beside it is wider than its characters. */
const sparklineCharacters = 10;

/** Fits the columns of information items to a sample of their cells; each item is looked at once. */
export class ColumnWidths {
  readonly #widths = new MemoMap<number>();

  constructor(private readonly data: ListData) {}

  fit(columns: readonly Column[]): readonly Column[] {
    return columns.map((column) => {
      const { item, hidden } = column;
      if (!item) return column;
      const width = this.#widthOf(item);
      return { ...column, width: hidden ? width : Math.min(width, mostAtFirst) };
    });
  }

  /** Looks at the items one after the other, so that `fit` has nothing left to look at. */
  *prepare(columns: readonly Column[]): Steps<void> {
    for (const { item } of columns) {
      if (!item) continue;
      this.#widthOf(item);
      yield;
    }
  }

  #widthOf(item: InformationItem): number {
    return this.#widths.of(item.id, [], () => this.#measure(item));
  }

  #measure(item: InformationItem): number {
    const { size, language } = this.data;
    const step = Math.max(1, Math.floor(size / sampleSize));
    const lengths = Array.from({ length: Math.min(sampleSize, size) }, (_, at) =>
      lengthOf(this.data.row(at * step).cell(item.id)),
    );
    return fitWidth(item, textIn(item.title, language), lengths);
  }
}

/** Characters in a cell. */
function lengthOf({ parts }: CellView): number {
  const beside = (text: string | undefined) => (text ? text.length + 1 : 0);
  return parts.reduce(
    (sum, { text, unit, note }) => sum + text.length + beside(unit) + beside(note),
    0,
  );
}

/**
 * The width of an item's column: as its head and most of its texts need, so that what matters fits in view.
 * The longest of the texts may be cut: they are whole in the tooltip and the cockpit.
 *
 * @param lengths Characters in each cell of a sample.
 */
function fitWidth(item: InformationItem, title: string, lengths: readonly number[]): number {
  const ascending = [...lengths].sort((a, b) => a - b);
  const most = ascending[Math.floor(ascending.length * 0.95)] ?? 0;
  const isTrend = item.type === 'result' && item.show === 'trend';
  const content = most + (isTrend ? sparklineCharacters : 0);
  const width = Math.max(Math.min(title.length + 1, 16), content) * characterWidth + cellPadding;
  // An address is there to be looked up, not compared.
  const limit = item.type === 'patient' ? 150 : widest;
  return Math.round(Math.min(limit, Math.max(narrowest, width)));
}
