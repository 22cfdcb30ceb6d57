import { html, nothing, type TemplateResult } from 'lit';
import type { RoundModel } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './ui.ts';
import { rectOf } from '../../ui/popover.ts';

/** What is not stored, and what two have changed: in sight until it is settled. */
export function roundNotices(
  round: RoundModel,
  openRound: (anchor: DOMRect) => void,
  ui: Ui,
): TemplateResult {
  const { texts, language } = ui;
  const { conflicts } = round.state;
  return html`${pendingNote(round, ui)}
  ${
    conflicts.length > 0
      ? html`<div class="notice" role="status" part="notice">
          <span>${texts.round.conflict(formatCount(conflicts.length, language))}</span>
          <button type="button" class="button" @click=${(event: Event) => openRound(rectOf(event))}>
            ${texts.round.title}
          </button>
        </div>`
      : nothing
  }`;
}

/** What is not stored yet, and that it will be. */
export function pendingNote(
  round: RoundModel,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  const { count, problem } = round.state.pending;
  if (count === 0 || !problem) return nothing;
  return html`<div class="notice" role="status">
    <span>${texts.round.pending(formatCount(count, language))}</span>
    <button type="button" class="button" @click=${() => void round.retry()}>
      ${texts.round.saveNow}
    </button>
  </div>`;
}
