/** All indicators on paper. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Drawn } from '../host.ts';
import { shownOwners } from '../parts/whose.ts';
import { figureWords, unknownWords } from '../words.ts';

export function paperIndicators(drawn: Drawn): TemplateResult {
  const { ui, rows, sheet, words } = drawn;
  const { report } = ui.texts;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${report.indicator}</th>
        ${shownOwners(rows[0]!, drawn).map(({ whose }) => html`<th scope="col" class="number">${whose}</th>`)}
        <th scope="col" class="number">${report.unknown}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${words(row.id).title}</th>
            ${shownOwners(row, drawn).map(({ figure }) => {
              const { value, range } = figureWords(figure, sheet.protection.threshold, ui);
              return html`<td class="number">
                ${value}${range === undefined ? nothing : html` <span class="range">${range}</span>`}
              </td>`;
            })}
            <td class="number">${unknownWords(row.total, ui)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
