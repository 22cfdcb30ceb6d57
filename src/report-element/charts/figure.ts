/** A chart on the page: what it shows in words, the drawing, and the numbers as a table. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import { whenOpen } from '../../ui/when-open.ts';
import { measured } from './measured.ts';
import { plotEvents } from './tips.ts';
import type { ChartTable, Drawing, Plot, TableCell } from './types.ts';

/** A drawing as a figure. Its styles are `chartStyles`. */
export function chartFigure(drawing: Drawing): TemplateResult {
  const { title, finding, plot, table, say } = drawing;
  return html`<figure class="chart" aria-label=${title}>
    <figcaption>
      <div class="chart-title">${title}</div>
      ${finding.map((words) => html`<p class="chart-finding">${kept(words)}</p>`)}
    </figcaption>
    ${plot ? html`<div>${measured((width, scale) => plotBox(plot(width / scale), drawing, scale))}</div>` : nothing}
    ${
      table.rows.length === 0
        ? nothing
        : html`<details class="chart-numbers">
            <summary>${say.texts.asTable}</summary>
            ${whenOpen(() => tableOf(drawing))}
          </details>`
    }
  </figure>`;
}

/** A percent sign stays on the line of its number. */
function kept(words: string): string {
  return words.replaceAll(' %', '\u00a0%');
}

/** The drawing itself, with what is said of the point that is meant. */
export function plotBox(
  plot: Plot,
  { title, say }: Pick<Drawing, 'title' | 'say'>,
  scale: number,
): TemplateResult {
  const events = plotEvents(plot);
  return html`<div
    class="chart-plot"
    @keydown=${events.keydown}
    @focusin=${events.focusin}
    @focusout=${events.focusout}
    @pointermove=${events.point}
    @pointerdown=${events.point}
    @pointerleave=${events.leave}
  >
    <svg
      role="group"
      aria-label=${`${title}. ${say.texts.keys}`}
      width=${Math.round(plot.width * scale)}
      height=${Math.round(plot.height * scale)}
      viewBox="0 0 ${plot.width} ${plot.height}"
    >
      ${svg`${plot.content}`}
    </svg>
    <div class="chart-tip" aria-hidden="true" hidden></div>
  </div>`;
}

function tableOf({ title, table, say }: Drawing): TemplateResult {
  const classOf = (at: number) => (table.columns[at]?.type === 'number' ? 'number' : '');
  return html`<div class="chart-table" role="region" aria-label=${title} tabindex="0">
    <table>
      <thead>
        <tr>
          ${table.columns.map(
            (column, at) => html`<th scope="col" class=${classOf(at)}>${column.title}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${cellWords(first, say.language)}</th>
              ${others.map(
                (cell, at) =>
                  html`<td class=${classOf(at + 1)}>${cellWords(cell, say.language)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellWords(cell: TableCell, language: 'da' | 'en'): string {
  if (typeof cell !== 'number') return cell ?? '–';
  return formatCount(cell, language, Number.isInteger(cell) ? 0 : 1);
}

/** A share as the table has it: in percent, with as many digits as are shown. */
export function inPercent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 1000) / 10;
}

/** The numbers of a chart as `overblik`'s own exports take a table; without one's own. */
export function chartAsTable(drawing: Drawing): {
  readonly title: string;
  readonly columns: ChartTable['columns'];
  readonly rows: number;
  readonly cell: (row: number, column: number) => TableCell;
  readonly info: readonly { readonly label: string; readonly value: string }[];
  readonly language: 'da' | 'en';
} {
  const { title, table, finding, note, say } = drawing.toShare();
  return {
    ...{ title, columns: table.columns, rows: table.rows.length },
    cell: (row, column) => table.rows[row]?.[column],
    info: [title, ...finding, ...(note === undefined ? [] : [note])].map((value) => ({
      label: '',
      value,
    })),
    language: say.language,
  };
}
