/** Why patients cannot be determined, and why they are exempt: so that a cluster sees where data is missing, not care. */
import { html, nothing, type TemplateResult } from 'lit';
import { exemptionPhrases } from '../../i18n/phrases/exemption.ts';
import { isExemptionReason } from '../../model/index.ts';
import type { Drawn } from '../host.ts';
import { causesOf, exemptionsOf, type Exemption, type Told } from '../model/causes.ts';
import { areaWord } from '../parts/whose.ts';
import { countWords } from '../words.ts';

/** The causes of the indicator that is looked at; nothing where the clinics tell them as one. */
export function causeLines(drawn: Drawn): TemplateResult | typeof nothing {
  const { ui, sheet, row, date } = drawn;
  const { report } = ui.texts;
  const told = causesOf(sheet, row.id, date);
  if (told.length === 0) return nothing;
  return html`<details class="causes">
    <summary>${report.causesTitle}</summary>
    ${table(drawn, report.cause, told, (cause) => report.causes[cause])}
  </details>`;
}

/** Who is exempt of which marker, and why; nothing where no clinic tells it. */
export function exemptionCard(
  drawn: Drawn,
  titleOf: (marker: string) => string,
): TemplateResult | typeof nothing {
  const { ui, sheet } = drawn;
  const told = exemptionsOf(sheet);
  if (told.length === 0) return nothing;
  const { report } = ui.texts;
  return html`<details class="card exemptions" part="exemptions">
    <summary>${report.exemptions}</summary>
    <p class="muted">${report.exemptionsHint}</p>
    ${table(drawn, report.exemption, told, (each) => exemptionWords(each, drawn, titleOf))}
  </details>`;
}

function exemptionWords(
  { marker, reason }: Exemption,
  { ui }: Drawn,
  titleOf: (marker: string) => string,
): string {
  const words = exemptionPhrases[ui.language];
  const why =
    reason === ''
      ? words.uncoded
      : isExemptionReason(reason)
        ? words.reasons[reason as keyof typeof words.reasons]
        : words.other;
  return `${marker === undefined ? words.wholePatient : titleOf(marker)}: ${why}`;
}

function table<What>(
  { ui, sheet, scope }: Drawn,
  head: string,
  told: readonly Told<What>[],
  wordsOf: (what: What) => string,
): TemplateResult {
  const { report } = ui.texts;
  const hasMine = scope === 'own' && sheet.mine !== undefined;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${head}</th>
        ${hasMine ? html`<th scope="col" class="number">${report.of.own}</th>` : nothing}
        <th scope="col" class="number">${areaWord(sheet, ui)}</th>
      </tr>
    </thead>
    <tbody>
      ${told.map(
        ({ what, all, mine }) =>
          html`<tr>
            <th scope="row">${wordsOf(what)}</th>
            ${
              hasMine
                ? html`<td class="number">${mine ? countWords(mine, ui) : report.notCounted}</td>`
                : nothing
            }
            <td class="number">${countWords(all, ui)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
