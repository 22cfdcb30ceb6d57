/** Where the columns stand on a card, when a row has no room to be one line: whole pixels. Numbers only. */
import { checkColumn, type CardRect, type ColumnLayout } from './column-layout.ts';
import type { CardPlace, GridColumn } from './types.ts';

/** No wider than this is a row a card, in CSS pixels; more where the font is larger. */
const widestCard = 600;

/** What stands between two cards, and on both sides of them, in units of a column's width. */
const gap = 6;
/** What a card keeps free above and below its lines, in units of a column's width. */
const edge = 6;
/** Room for the sign that it opens. */
const signRoom = 14;
/** Room for the box that chooses the patient: about as wide as a thumb. */
const checkRoom = 40;
/** The head of a group is as much higher than a line, and no lower than a thumb needs, in CSS pixels. */
const headHeight = 1.15;
const thumb = 32;
/** A button is as much higher than a line. */
const buttonHeight = 1.2;

/**
 * @param width Of the grid, in pixels.
 * @param scale Font size / 14.
 */
export function standsAsCards(
  columns: readonly GridColumn[],
  width: number,
  scale: number,
): boolean {
  return width <= widestCard * Math.max(1, scale) && columns.some(({ card }) => card);
}

/** The columns that stand on a card, in the order that they are read. */
export function cardColumns(columns: readonly GridColumn[]): readonly GridColumn[] {
  return columns
    .filter(({ card }) => card)
    .sort((a, b) => (a.card?.block ?? 0) - (b.card?.block ?? 0));
}

/**
 * Lays out a card: blocks below one another, or beside one another where both have room.
 *
 * @param columns In the order that they are read, with that of the check boxes first.
 * @param view Width that the grid is seen in, in pixels.
 * @param line Height of one line, in pixels.
 */
export function layOutCard(
  columns: readonly GridColumn[],
  scale: number,
  view: number,
  line: number,
): ColumnLayout {
  const pixels = (units: number) => Math.round(units * scale);
  const isChecked = columns[0] === checkColumn;
  const [pad, between] = [pixels(edge), pixels(gap)];
  const width = Math.max(0, view - 2 * between);
  const left = isChecked ? pixels(checkRoom) : pad;
  const room = Math.max(0, width - left - pixels(signRoom));
  const lines = linesOf(columns.slice(isChecked ? 1 : 0), room, pixels);
  const rects = new Map<GridColumn, CardRect>();
  let top = pad;
  for (const cells of lines) {
    const height = Math.round(line * Math.max(...cells.map(({ place }) => linesIn(place))));
    const rest = room - widthOf(cells);
    const growing = cells.findIndex(({ place }) => place.grows);
    let start = left;
    cells.forEach(({ column, width: own }, at) => {
      const wide = at === (growing < 0 ? cells.length - 1 : growing) ? own + rest : own;
      rects.set(column, { start, top, width: wide, height });
      start += wide;
    });
    top += height;
  }
  const height = top + pad;
  if (isChecked) rects.set(checkColumn, { start: 0, top: 0, width: left, height });
  return {
    columns,
    // All of a card stays in view: there is nothing to scroll across to.
    pinned: columns.length,
    edges: [...columns.map(() => 0), view],
    looks: columns.map(lookOf),
    scale,
    card: {
      rects: columns.map((column) => rects.get(column)!),
      ...{ width, height, row: height + between },
      // The head of a group is one line, and as high as a thumb needs.
      head: Math.max(thumb, Math.round(line * headHeight)) + between,
    },
  };
}

interface CardCell {
  readonly column: GridColumn;
  readonly place: CardPlace;
  /** In pixels: what it needs, and no more than there is. */
  readonly width: number;
}

function linesOf(
  columns: readonly GridColumn[],
  room: number,
  pixels: (units: number) => number,
): readonly (readonly CardCell[])[] {
  const lines: CardCell[][] = [];
  let left = 0;
  const add = (cells: readonly CardCell[]) => {
    const wide = widthOf(cells);
    const isWhole = cells.some(({ place }) => place.lines !== undefined);
    const last = lines.at(-1);
    const isOpen = last !== undefined && !last.some(({ place }) => place.lines !== undefined);
    if (last && isOpen && !isWhole && wide <= left) {
      last.push(...cells);
      left -= wide;
    } else {
      lines.push([...cells]);
      left = room - wide;
    }
  };
  for (const block of blocksOf(columns)) {
    const cells = block.map((column): CardCell => {
      const place = column.card!;
      return { column, place, width: Math.min(room, pixels(place.width ?? column.width)) };
    });
    // What has no room together goes on below.
    if (widthOf(cells) <= room) add(cells);
    else for (const cell of cells) add([cell]);
  }
  return lines;
}

function linesIn({ lines = 1, look }: CardPlace): number {
  return look === 'act' ? buttonHeight : lines;
}

function widthOf(cells: readonly CardCell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** Columns that stand beside one another, in order. */
function blocksOf(columns: readonly GridColumn[]): readonly (readonly GridColumn[])[] {
  const blocks = new Map<number, GridColumn[]>();
  for (const column of columns) {
    const key = column.card?.block ?? 0;
    const block = blocks.get(key);
    if (block) block.push(column);
    else blocks.set(key, [column]);
  }
  return [...blocks.values()];
}

function lookOf(column: GridColumn, index: number): string {
  const { card } = column;
  if (column === checkColumn) return `cell c${index} check-cell`;
  const { align, look, isLabelled, lines = 1 } = card ?? {};
  return [
    `cell c${index}`,
    align ?? '',
    look ?? '',
    isLabelled ? 'labelled' : '',
    lines > 1 ? 'wrapped' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
