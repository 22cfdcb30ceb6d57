import { html, nothing, type TemplateResult } from 'lit';
import {
  drawnName,
  drawnNote,
  formatDate,
  formatMonth,
  nameExemptionReason,
  type RoundModel,
} from '../../../model/index.ts';
import type { Ui } from '../ui.ts';

/** So many earlier rounds are told, the latest first. */
const mostRounds = 20;

/** Draws what earlier rounds said of a patient; nothing where they said nothing. */
export function roundsPart(
  round: RoundModel,
  patientId: string,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  const earlier = round.history(patientId);
  if (earlier.length === 0) return nothing;
  return html`<section class="part" part="rounds">
    <h3>${texts.roundMember.earlier}</h3>
    <dl class="items">
      ${earlier
        .slice(0, mostRounds)
        .map(({ round: { asOf, finished }, member: { status, exemptReason, note, by } }) => {
          const date = finished ?? asOf;
          return html`<div class="item">
            <dt title=${formatDate(date, language)}>${formatMonth(date, language)}</dt>
            <dd>
              ${texts.round.statuses[status]}${
                status === 'exempt' && exemptReason
                  ? html` · <bdi>${nameExemptionReason(exemptReason, language)}</bdi>`
                  : nothing
              }
              ${note ? html`<div class="note"><bdi>${drawnNote(note)}</bdi></div>` : nothing}
            </dd>
            <dd class="muted">${by && drawnName(by)}</dd>
          </div>`;
        })}
    </dl>
    ${
      earlier.length > mostRounds
        ? html`<p class="muted">${texts.patientView.moreRounds(earlier.length - mostRounds)}</p>`
        : nothing
    }
  </section>`;
}
