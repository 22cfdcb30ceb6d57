import type { Steps } from '../../../engine/index.ts';
import { textIn, type InformationItem } from '../../../profile/index.ts';
import { isOwnUnit, type CellView } from '../../cells.ts';
import { MemoMap } from '../../memo.ts';
import type { ListData } from '../data.ts';
import type { Column } from './types.ts';

/** Rows that tell how wide the columns need to be. */
const sampleSize = 60;

/** Narrowest and widest of a column that is fitted to its texts, in CSS pixels. */
export const narrowest = 84;
const widest = 250;
/** Of those that are shown before the user says otherwise: a row is seen whole. A line takes room of its own. */
const mostAtFirst = 128;
const mostOfTrendAtFirst = 154;
/** About one character of the base font, and what a cell adds around its text. */
const characterWidth = 7.2;
const cellPadding = 24;
/** The line has its size in pixels, whatever the font; a bold number beside it is wider than its characters. */
const sparklineCharacters = 8;

/** What a sample of a column's cells needs. */
interface Needs {
  /** In CSS pixels, with all that stands in them. */
  readonly width: number;
  /** The same without the unit that is the column's own. */
  readonly wish: number;
  /** The unit that most of them have. */
  readonly unit: string | undefined;
}

/** Fits the columns of information items to a sample of their cells; each item is looked at once. */
export class ColumnWidths {
  readonly #needs = new MemoMap<Needs>();

  constructor(private readonly data: ListData) {}

  fit(columns: readonly Column[]): readonly Column[] {
    return columns.map((column) => {
      const { item, hidden } = column;
      if (!item) return column;
      const { width, wish, unit } = this.#needsOf(item);
      const most = isTrend(item) ? mostOfTrendAtFirst : mostAtFirst;
      const atFirst = Math.min(wish, most);
      return {
        ...column,
        ...(hidden ? { width } : { width: atFirst, ...(wish > atFirst ? { wish } : {}) }),
        ...(unit === undefined ? {} : { unit }),
      };
    });
  }

  /** Looks at the items one after the other, so that `fit` has nothing left to look at. */
  *prepare(columns: readonly Column[]): Steps<void> {
    for (const { item } of columns) {
      if (!item) continue;
      this.#needsOf(item);
      yield;
    }
  }

  #needsOf(item: InformationItem): Needs {
    return this.#needs.of(item.id, [], () => this.#measure(item));
  }

  #measure(item: InformationItem): Needs {
    const { size, language } = this.data;
    const step = Math.max(1, Math.floor(size / sampleSize));
    const cells = Array.from({ length: Math.min(sampleSize, size) }, (_, at) =>
      this.data.row(at * step).cell(item.id),
    );
    const unit = mostFrequent(
      cells.flatMap(({ parts }) => parts.flatMap((part) => part.unit ?? [])),
    );
    const title = textIn(item.title, language);
    const fit = (own?: string) =>
      fitWidth(
        item,
        title,
        cells.map((cell) => lengthOf(cell, own)),
      );
    return { width: fit(), wish: fit(unit), unit };
  }
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  // Of two that are as frequent the first.
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Characters in a cell, but for the unit that is the column's own. */
function lengthOf({ parts }: CellView, own: string | undefined): number {
  const beside = (text: string | undefined) => (text ? text.length + 1 : 0);
  return parts.reduce((sum, part) => {
    const unit = isOwnUnit(part, own) ? undefined : part.unit;
    return sum + part.text.length + beside(unit) + beside(part.note);
  }, 0);
}

function isTrend(item: InformationItem): boolean {
  return item.type === 'result' && item.show === 'trend';
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
  const content = most + (isTrend(item) ? sparklineCharacters : 0);
  const width = Math.max(Math.min(title.length + 1, 16), content) * characterWidth + cellPadding;
  // An address is there to be looked up, not compared.
  const limit = item.type === 'patient' ? 150 : widest;
  return Math.round(Math.min(limit, Math.max(narrowest, width)));
}
