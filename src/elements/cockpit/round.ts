import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import {
  formatDate,
  formatMonth,
  formatUpdated,
  type Language,
  type RoundModel,
} from '../../model/index.ts';
import type { Texts } from '../../ui/texts/index.ts';
import { conflictChoice, statuses } from '../population/panels/status.ts';

export interface RoundParts {
  readonly round: RoundModel;
  readonly patientId: string;
  readonly today: string;
  readonly language: Language;
  readonly texts: Texts;
}

/** How far the patient has come in the round, with a note; and what earlier rounds said. */
export function roundPart(parts: RoundParts): TemplateResult {
  const { round, patientId, language, texts } = parts;
  const { phase } = round.state;
  const earlier = round.history(patientId);
  return html`<section class="part" part="round">
      <h3>
        ${texts.patientView.roundStatus}<span class="muted">${texts.patientView.roundStored}</span>
      </h3>
      ${phase === 'loading' ? html`<p class="muted">${texts.round.loading} …</p>` : nothing}
      ${phase === 'failed' ? html`<p class="unknown-text">${texts.round.failed}</p>` : nothing}
      ${keyed(`${patientId} ${round.profile?.id}`, member(parts))}
    </section>
    ${
      earlier.length > 0
        ? html`<section class="part" part="rounds">
            <h3>${texts.round.earlier}</h3>
            <dl class="items">
              ${earlier.map(({ round: { asOf, finished }, member: { status, note, by } }) => {
                const date = finished ?? asOf;
                return html`<div class="item">
                  <dt title=${formatDate(date, language)}>${formatMonth(date, language)}</dt>
                  <dd>
                    ${texts.round.statuses[status]}
                    ${note ? html`<div class="note"><bdi>${note}</bdi></div>` : nothing}
                  </dd>
                  <dd class="muted">${by}</dd>
                </div>`;
              })}
            </dl>
          </section>`
        : nothing
    }`;
}

function member({ round, patientId: id, today, language, texts }: RoundParts): TemplateResult {
  const text = texts.round;
  const said = round.member(id);
  const { status, note, earlier, by, at, exemptUntil, conflict, pending } = said;
  const { problem } = round.state.pending;
  return html`<fieldset class="choices">
      <legend class="visually-hidden">${text.status}</legend>
      ${statuses.map(
        (each) =>
          html`<label
            ><input
              type="radio"
              name="status"
              class="visually-hidden"
              .checked=${live(status === each)}
              @change=${() => round.setStatus([id], each)}
            />${text.statuses[each]}</label
          >`,
      )}
    </fieldset>
    ${
      status === 'exempt'
        ? html`<label
            >${text.exemptUntil}
            <input
              class="field"
              type="date"
              min=${today}
              .value=${live(exemptUntil ?? '')}
              @change=${({ target }: Event) =>
                round.setStatus([id], 'exempt', {
                  exemptUntil: (target as HTMLInputElement).value,
                })}
          /></label>`
        : nothing
    }
    <textarea
      class="field note"
      rows="3"
      aria-label=${text.note}
      placeholder=${earlier ?? text.notePlaceholder}
      .value=${note ?? ''}
      @change=${({ target }: Event) => round.setNote(id, (target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="muted" role="status">
      ${by && at ? text.changedBy(by, formatUpdated(at, today, language)) : nothing}
      ${pending ? html`<span class="unknown-text">${texts.patientView.notStored}</span>` : nothing}
      ${
        pending && problem
          ? html`<button type="button" class="link" @click=${() => void round.retry()}>
              ${text.saveNow}
            </button>`
          : nothing
      }
    </p>
    ${conflict ? conflictChoice({ member: said, round, today, language, texts }) : nothing}`;
}
