import { html, noChange, nothing, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import type { Texts } from './texts.ts';
import { cellTemplate, checkCell, groupCell, type CellPlace } from './cell-template.ts';
import { checkColumn, roomIn, type ColumnLayout } from './column-layout.ts';
import type { ChipRoom } from './chip-room.ts';
import type { ColumnWindow } from './column-window.ts';
import type { GridColumn, GridRows, GridSelection, GroupHead } from './types.ts';

/** All that decides what the rows look like: another object where any of it is another. */
export interface RowContext {
  readonly rows: GridRows;
  readonly selection: GridSelection;
  readonly selectable: boolean;
  readonly currentId: string | undefined;
  readonly columns: ColumnWindow;
  /** How many of a cell's chips there is room for. */
  readonly chips: ChipRoom;
  readonly texts: Texts;
  /** Rows of the header, which are counted before the first of these. */
  readonly headerRows: number;
}

type Rendered = TemplateResult | typeof noChange;

/** What a cell says on a card that it need not say below its head. */
function onCard(
  { card, scale }: ColumnLayout,
  { card: place, title }: GridColumn,
  room: number,
  chips: ChipRoom,
): Partial<CellPlace> {
  if (!card) return {};
  if (!place?.isLabelled) return { isWorded: true, isAct: place?.look === 'act' };
  const isCramped = chips.widthOf(title) + (place.width ?? 0) * scale > room;
  return { label: place.sign && isCramped ? icons[place.sign]() : title };
}

/** One of the grid's row elements: it knows which row it shows, and renders what differs from that. */
export class RowElement {
  #row = -1;
  #selected = false;
  #context: RowContext | undefined;

  /** The element as that of a row. */
  render(row: number, context: RowContext): Rendered {
    if (row === this.#row && context === this.#context) return noChange;
    const { rows, selection, selectable, currentId, columns, chips } = context;
    const head = rows.headAt?.(row);
    if (head) return this.#head(head, row, context);
    const id = rows.idAt(row);
    const current = id === currentId;
    const selected = selectable ? selection.has(id) : current;
    const tone = rows.toneAt?.(row) ?? '';
    const deceased = tone === 'dead' ? rows.nameAt(row) : undefined;
    const before = this.#before(row, context);
    const { layout } = columns;
    const cells = (indexes: readonly number[], known: readonly number[] = []) =>
      indexes.map((index, place): Rendered => {
        const column = layout.columns[index] ?? checkColumn;
        const room = roomIn(layout, index);
        const same =
          known[place] === index &&
          before?.columns.layout.columns[index] === column &&
          before.columns.layout.looks[index] === layout.looks[index] &&
          // Chips that are whole words depend on the room for them.
          chips === before.chips &&
          roomIn(before.columns.layout, index) === room;
        if (column === checkColumn)
          return same && selected === this.#selected
            ? noChange
            : checkCell(index, context.texts.grid.selectRow(rows.nameAt(row)), selected);
        return same
          ? noChange
          : cellTemplate(
              {
                index,
                look: layout.looks[index] ?? 'cell',
                room,
                chips,
                isHeading: column.isHeading,
                unit: column.unit,
                ...onCard(layout, column, room, chips),
              },
              rows.cell(row, column.id),
              deceased,
            );
      });
    const pinned = cells(columns.pinned, before?.columns.pinned);
    const scrolled = cells(columns.scrolled, before?.columns.scrolled);
    this.#row = row;
    this.#selected = selected;
    this.#context = context;
    const look = `line ${tone}${selected ? ' selected' : ''}${current ? ' current' : ''}`;
    return line(look, row, context, selected, current, pinned, scrolled);
  }

  /** The same elements as a patient's, with one cell that reaches over all columns. */
  #head(head: GroupHead, row: number, context: RowContext): TemplateResult {
    this.#row = row;
    this.#selected = false;
    this.#context = context;
    return line('line group', row, context, undefined, false, [
      groupCell(head, context.columns.layout.columns.length, context.texts.grid.groupOf),
    ]);
  }

  /** What its cells show of the same row already. */
  #before(row: number, { rows, texts }: RowContext): RowContext | undefined {
    const before = this.#context;
    return row === this.#row && rows === before?.rows && texts === before.texts
      ? before
      : undefined;
  }
}

/** @param selected Undefined of a row that cannot be. */
function line(
  look: string,
  row: number,
  { headerRows }: RowContext,
  selected: boolean | undefined,
  current: boolean,
  pinned: readonly Rendered[],
  scrolled: readonly Rendered[] = [],
): TemplateResult {
  // prettier-ignore
  return html`<div
      class=${look}
      role="row"
      aria-rowindex=${row + headerRows + 1}
      aria-selected=${selected === undefined ? nothing : selected ? 'true' : 'false'}
      aria-current=${current ? 'true' : nothing}
    ><div class="pins">${pinned}</div><div class="rest">${scrolled}</div></div>`;
}
