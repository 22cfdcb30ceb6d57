import { html, nothing, type TemplateResult } from 'lit';
import { formatCpr, type Column, type Row } from '../../model/index.ts';
import type { Texts } from '../../ui/texts/index.ts';

export interface PrintParts {
  readonly title: string;
  /** Purpose, version, date and filters: what the reader of the paper must know. */
  readonly lines: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly titleOf: (column: Column) => string;
  readonly texts: Texts;
}

/** The list on paper: every row, repeated column heads, a box to tick and room for notes. */
export function printedList(parts: PrintParts): TemplateResult {
  const { title, lines, columns, rows, titleOf, texts } = parts;
  const shown = columns.filter(
    (column) => column.kind !== 'why' || rows.some((row) => row.why.short),
  );
  return html`<div class="printed">
    <h1>${title}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)}
    <table>
      <thead>
        <tr>
          <th scope="col">${texts.population.tick}</th>
          ${shown.map((column) => html`<th scope="col">${titleOf(column)}</th>`)}
          <th scope="col" class="notes">${texts.population.notes}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td><div class="tick"></div></td>
              ${shown.map((column) => html`<td class=${column.kind}>${printedCell(row, column, texts)}</td>`)}
              <td></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function printedCell(row: Row, column: Column, texts: Texts) {
  switch (column.kind) {
    case 'cpr':
      return row.patient.cpr === undefined ? texts.population.noCpr : formatCpr(row.patient.cpr);
    case 'name':
      return row.patient.name || texts.population.noName;
    case 'age':
      return `${row.age ?? '?'} ${row.patient.sex ? texts.patient.sexShort[row.patient.sex] : ''}`;
    case 'markers':
      return row.markers.map(
        ({ short, length, truth }) =>
          html`<div>
            ${[short, length].filter(Boolean).join(' ')}${truth === 'yes' ? '' : '?'}
          </div>`,
      );
    case 'why':
      return row.why.short;
    case 'item':
      return column.item
        ? row
            .cell(column.item.id)
            .parts.map(({ text, note }) => (note ? `${text} (${unbroken(note)})` : text))
            .join(', ')
        : nothing;
  }
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
