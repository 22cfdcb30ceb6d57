import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type CombinedRounds, type RoundModel } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { rectOf } from '../../ui/popover.ts';
import type { Ui as AnyUi } from '../shared/context.ts';
import type { Ui } from './ui.ts';

/** What is not stored, what two have changed, and what cannot be as it is stored: in sight until it is settled. */
export function roundNotices(
  round: RoundModel,
  openRound: (anchor: DOMRect) => void,
  ui: Ui,
): TemplateResult {
  const { texts, language } = ui;
  const { conflicts, problems } = round.state;
  const isDoubtful = problems.some(({ kind }) => kind === 'clock' || kind === 'restored');
  return html`${pendingNote(round, ui)}
  ${
    isDoubtful
      ? html`<div class="notice" role="status" part="notice">
          <span>${texts.round.doubtfulDates}</span>
          <button type="button" class="button" @click=${(event: Event) => openRound(rectOf(event))}>
            ${texts.round.title}
          </button>
        </div>`
      : nothing
  }
  ${
    conflicts.length > 0
      ? html`<div class="notice" role="status" part="notice">
          <span>${texts.round.conflict(formatCount(conflicts.length, language))}</span>
          <button type="button" class="button" @click=${(event: Event) => openRound(rectOf(event))}>
            ${texts.round.settle}
          </button>
        </div>`
      : nothing
  }`;
}

/** Of which lists of a combined one nobody knows how far they have come, or two have said something else. */
export function combinedRoundNotices(
  { failed, conflicting }: Pick<CombinedRounds, 'failed' | 'conflicting'>,
  refresh: () => void,
  { texts, language }: Ui,
): TemplateResult {
  const named = (parts: CombinedRounds['failed']) =>
    parts.map(({ title }) => textIn(title, language)).join(', ');
  return html`${
    failed.length > 0
      ? html`<div class="notice rounds-failed" role="status" part="notice">
          <span>${texts.round.roundsFailed(named(failed))}</span>
          <button type="button" class="button" @click=${refresh}>${texts.states.retry}</button>
        </div>`
      : nothing
  }
  ${
    conflicting.length > 0
      ? html`<div class="notice" role="status" part="notice">
          <span>${texts.round.conflictsOn(named(conflicting))}</span>
        </div>`
      : nothing
  }`;
}

/**
 * What is not stored yet, and that it will be.
 *
 * @param whole Says what to do as well, where it does not mend itself.
 */
export function pendingNote(
  round: Pick<RoundModel, 'state' | 'retry'>,
  { language, texts }: AnyUi<'round'>,
  whole = false,
): TemplateResult | typeof nothing {
  const { count, problem, attempts, isStuck, isUnknown } = round.state.pending;
  if (count === 0 || !(problem || isStuck || isUnknown)) return nothing;
  const text = texts.round;
  const words = isStuck ? text.stuck : isUnknown ? text.pendingUnknown : text.pending;
  return html`<div class="notice" role="status">
    <span
      >${words(formatCount(count, language))}${
        whole && isStuck ? `. ${text.stuckHint(formatCount(attempts, language))}` : nothing
      }</span
    >
    <button type="button" class="button" @click=${() => void round.retry()}>${text.saveNow}</button>
  </div>`;
}
