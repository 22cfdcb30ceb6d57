/** Whom the clinics have exempted, and why: a card of its own, for exemptions are of markers. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import { whenOpen } from '../../ui/when-open.ts';
import type { Drawn } from '../host.ts';
import { exemptionsOf, type ReasonRow, type ToldExemptions } from '../model/causes.ts';
import { areaWord } from '../parts/whose.ts';
import { toldByWords } from '../parts/told-by.ts';
import { countWords } from '../words.ts';
import { withPictures, type SavePicture } from './charts.ts';
import {
  exemptionsDay,
  exemptionsDrawing,
  isOwnShown,
  markerWords,
  rangeWords,
  reasonWords,
} from './further-plots.ts';

type TitleOf = (marker: string) => string;

/** Nothing where no clinic tells it. */
export function exemptionCard(
  drawn: Drawn,
  titleOf: TitleOf,
  save: SavePicture,
): TemplateResult | typeof nothing {
  const told = exemptionsOf(drawn.front);
  if (!told) return nothing;
  const { exemptions: text } = drawn.ui.texts.reportFurther;
  return html`<details class="card exemptions" part="exemptions">
    <summary>${text.title}</summary>
    ${whenOpen(
      () =>
        html`${exemptionLines(drawn, told, titleOf)}
        ${
          told.rows.length > 0
            ? withPictures(exemptionsDrawing(drawn, told, titleOf), drawn, save)
            : nothing
        }`,
    )}
  </details>`;
}

/** What is told of them, and the numbers that can be told. */
export function exemptionLines(
  drawn: Drawn,
  told: ToldExemptions,
  titleOf: TitleOf,
): TemplateResult {
  const { ui, front } = drawn;
  const { exemptions: text } = ui.texts.reportFurther;
  const threshold = formatCount(front.protection.threshold, ui.language);
  const { rows, hidden, reported } = told;
  const names = hidden.map((marker) => markerWords(marker, ui, titleOf));
  return html`<p class="muted">
      ${text.hint(exemptionsDay(drawn))} ${toldByWords(reported, drawn)}
    </p>
    ${rows.length > 0 ? exemptionTable(drawn, rows, titleOf) : nothing}
    ${
      hidden.length === 0
        ? nothing
        : html`<p class="muted">
            ${rows.length === 0 ? text.allHidden(threshold) : text.hidden(threshold, names.join('; '))}
          </p>`
    }`;
}

function exemptionTable(
  drawn: Drawn,
  rows: readonly ReasonRow[],
  titleOf: TitleOf,
): TemplateResult {
  const { ui, front } = drawn;
  const { report, reportFurther } = ui.texts;
  const { exemptions: text } = reportFurther;
  const hasMine = isOwnShown(drawn);
  const hasClinics = rows.some(({ having }) => having !== undefined);
  const threshold = formatCount(front.protection.threshold, ui.language);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${text.title}>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.marker}</th>
          <th scope="col">${text.reason}</th>
          ${hasMine ? html`<th scope="col" class="number">${report.of.own}</th>` : nothing}
          <th scope="col" class="number">${areaWord(front, ui)}</th>
          ${hasClinics ? html`<th scope="col" class="number">${text.having(threshold)}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ marker, reason, all, mine, having }) =>
            html`<tr>
              <th scope="row">${markerWords(marker, ui, titleOf)}</th>
              <td>${reasonWords(reason, ui)}</td>
              ${
                hasMine
                  ? html`<td class="number">${mine ? countWords(mine, ui) : report.notCounted}</td>`
                  : nothing
              }
              <td class="number">${rangeWords(all, ui)}</td>
              ${
                hasClinics
                  ? html`<td class="number">
                      ${having === undefined ? '–' : formatCount(having, ui.language)}
                    </td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
