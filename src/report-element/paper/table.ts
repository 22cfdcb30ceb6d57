/** All indicators on paper. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Drawn } from '../host.ts';
import { ownersOf } from '../parts/whose.ts';
import { figureWords, unknownWords } from '../words.ts';

export function paperIndicators(drawn: Drawn): TemplateResult {
  const { ui, rows, sheet, words } = drawn;
  const { report } = ui.texts;
  const shown = (row: (typeof rows)[number]) =>
    ownersOf(row, drawn).filter(({ isMine }) => !isMine || drawn.scope === 'own');
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${report.indicator}</th>
        ${shown(rows[0]!).map(({ whose }) => html`<th scope="col" class="number">${whose}</th>`)}
        <th scope="col" class="number">${report.unknown}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">${words(row.id).title}</th>
            ${shown(row).map(({ figure }) => {
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
