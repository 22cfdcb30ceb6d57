import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Texts } from '../../i18n/texts/index.ts';
import { cellContent } from './cell-template.ts';
import { checkColumn } from './column-layout.ts';
import type { ColumnWindow } from './column-window.ts';
import type { GridRows, GridSelection } from './types.ts';

/** All that decides what the rows look like: another object where any of it is another. */
export interface RowContext {
  readonly rows: GridRows;
  readonly selection: GridSelection;
  readonly selectable: boolean;
  readonly currentId: string | undefined;
  readonly columns: ColumnWindow;
  readonly texts: Texts;
  /** Rows of the header, which are counted before the first of these. */
  readonly headerRows: number;
}

/** One row with the cells of the columns in view. */
export function rowTemplate(row: number, context: RowContext): TemplateResult {
  const { rows, selection, selectable, currentId, columns, headerRows } = context;
  const id = rows.idAt(row);
  const current = id === currentId;
  const selected = selectable ? selection.has(id) : current;
  const tone = rows.toneAt?.(row) ?? '';
  const deceased = tone === 'dead' ? rows.nameAt(row) : undefined;
  const { pinned, scrolled } = columns.map((column) =>
    cellTemplate(row, column, context, selected, deceased),
  );
  return html`<div
    class="line ${tone} ${selected ? 'selected' : ''} ${current ? 'current' : ''}"
    role="row"
    aria-rowindex=${row + headerRows + 1}
    aria-selected=${selected ? 'true' : 'false'}
    aria-current=${current ? 'true' : nothing}
  >
    <div class="pins">${pinned}</div>
    <div class="rest">${scrolled}</div>
  </div>`;
}

function cellTemplate(
  row: number,
  index: number,
  { rows, columns: { layout }, texts }: RowContext,
  selected: boolean,
  deceased: string | undefined,
): unknown {
  const column = layout.columns[index] ?? checkColumn;
  if (column === checkColumn)
    return guard([rows, row, texts, selected], () => {
      const label = texts.grid.selectRow(rows.nameAt(row));
      return html`<div
        class="cell c${index}"
        role="gridcell"
        tabindex="-1"
        aria-colindex=${index + 1}
      >
        ${checkBox(label, selected ? 'true' : 'false')}
      </div>`;
    });
  return guard([rows, row, column, index], () => {
    const content = rows.cell(row, column.id);
    const name = deceased !== undefined && content.parts?.[0]?.text === deceased;
    // Lit's content ends at the comment: the tooltip's button stands behind it.
    return html`<div
      class="cell c${index}${column.align === 'end' ? ' end' : ''}${name ? ' deceased' : ''}"
      role="gridcell"
      tabindex="-1"
      aria-colindex=${index + 1}
    >
      ${cellContent(content)}<!---->
    </div>`;
  });
}

/** A check box that takes the focus itself, as its cell's only widget. */
export function checkBox(label: string, checked: 'true' | 'false' | 'mixed'): TemplateResult {
  return html`<span
    class="check"
    role="checkbox"
    tabindex="-1"
    aria-checked=${checked}
    aria-label=${label}
  ></span>`;
}
