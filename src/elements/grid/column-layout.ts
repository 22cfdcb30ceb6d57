/** Where the columns stand: whole pixels along the row, counted from its start. Numbers only. */
import type { GridColumn } from './types.ts';

/** The column of check boxes is one like the others, to the keyboard and to screen readers. */
export const checkColumn: GridColumn = {
  id: '',
  title: '',
  group: '',
  width: 40,
  pinned: true,
  resizable: false,
  movable: false,
};

export const narrowest = 40;

/** A place on a card, in pixels from its corner. */
export interface CardRect {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels: a card, where each column stands on it, and how far it is from one card, or head of a group, to the next. */
export interface CardSizes {
  readonly rects: readonly CardRect[];
  readonly width: number;
  readonly height: number;
  readonly row: number;
  readonly head: number;
}

export interface ColumnLayout {
  readonly columns: readonly GridColumn[];
  /** Where each column starts, and where the last one ends. */
  readonly edges: readonly number[];
  /** Class names of each column's cells: its place, and how its text is aligned. */
  readonly looks: readonly string[];
  /** So many columns, from the first, stay in view. */
  readonly pinned: number;
  /** What one unit of a column's width is in pixels. */
  readonly scale: number;
  /** Absent where a row is one line. */
  readonly card?: CardSizes;
}

/**
 * @param scale Font size / 14.
 * @param view Width that the grid is seen in, in pixels.
 * @param widths Widths that are being dragged, by column id.
 */
export function layOut(
  columns: readonly GridColumn[],
  scale: number,
  view: number,
  widths: ReadonlyMap<string, number>,
): ColumnLayout {
  const sizes = columns.map(({ id, width }) => Math.round((widths.get(id) ?? width) * scale));
  const left = view - sizes.reduce((sum, size) => sum + size, 0);
  const growing = columns.findLastIndex(({ id, grows }) => grows === true && !widths.has(id));
  if (left > 0 && columns.length > 0) {
    const wished = grantWishes(columns, sizes, growing < 0 ? left : left / 2, scale, widths);
    sizes[growing < 0 ? columns.length - 1 : growing]! += left - wished;
  } else if (growing >= 0)
    sizes[growing] =
      -left <= mostYielded * scale
        ? sizes[growing]! + left
        : widthInSight(sizes, growing, view, leastGrowing * scale);
  const edges = [0];
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size);
  const looks = columns.map((column, index) => {
    const look = column === checkColumn ? ' check-cell' : column.align === 'end' ? ' end' : '';
    return `cell c${index}${look}`;
  });
  return { columns, edges, looks, pinned: pinnedIn(columns, edges, view), scale };
}

/**
 * Makes columns as wide as their texts wish, those first that lack the least, so that most of them are whole. Answers how
 * many pixels that took.
 */
function grantWishes(
  columns: readonly GridColumn[],
  sizes: number[],
  room: number,
  scale: number,
  widths: ReadonlyMap<string, number>,
): number {
  const lacks = columns
    .map(({ id, wish = 0 }, index) => ({
      index,
      lack: widths.has(id) ? 0 : Math.round(wish * scale) - sizes[index]!,
    }))
    .filter(({ lack }) => lack > 0)
    .sort((a, b) => a.lack - b.lack);
  let left = Math.floor(room);
  for (const { index, lack } of lacks) {
    const given = Math.min(lack, left);
    sizes[index]! += given;
    left -= given;
  }
  return Math.floor(room) - left;
}

/** So much a growing column gives up for a row that is seen whole, in units of `GridColumn.width`. */
const mostYielded = 72;

/** What a growing column gives way to, in units of `GridColumn.width`. */
const leastGrowing = 160;

/** A column that grows where there is room is not cut by the edge where there is little: it gives way, but for `least`. */
function widthInSight(
  sizes: readonly number[],
  index: number,
  view: number,
  least: number,
): number {
  const size = sizes[index]!;
  const room = view - sizes.slice(0, index).reduce((sum, each) => sum + each, 0);
  return room >= least && room < size ? Math.floor(room) : size;
}

/** Width of a column as it stands, in pixels. */
export function roomIn({ edges, card }: ColumnLayout, index: number): number {
  return card?.rects[index]?.width ?? (edges[index + 1] ?? 0) - (edges[index] ?? 0);
}

/** Columns that are too narrow for words: boxes and dots. */
const wordless = 48;

/** Pinned columns leave most of the room to the others; the first of them that holds words always stays. */
function pinnedIn(columns: readonly GridColumn[], edges: readonly number[], view: number): number {
  let count = 0;
  let words = false;
  for (const { pinned, width } of columns) {
    if (!pinned || (words && (edges[count + 1] ?? 0) > view * 0.4)) break;
    words ||= width >= wordless;
    count++;
  }
  return count;
}

/** Columns that belong together, never across the border of the pinned ones. */
export interface Group {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** Continues a group of the pinned columns: its title stands there already. */
  readonly continues: boolean;
}

export function groupsOf({ columns, pinned, card }: ColumnLayout): readonly Group[] {
  if (card) return [];
  const groups: Group[] = [];
  for (let from = 0; from < columns.length;) {
    const title = groupOf(columns, from);
    let to = from + 1;
    while (to < columns.length && to !== pinned && groupOf(columns, to) === title) to++;
    groups.push({ title, from, to, continues: from === pinned && groups.at(-1)?.title === title });
    from = to;
  }
  return groups;
}

function groupOf(columns: readonly GridColumn[], index: number): string {
  const at = columns[index] === checkColumn ? index + 1 : index;
  return columns[at]?.group ?? '';
}
