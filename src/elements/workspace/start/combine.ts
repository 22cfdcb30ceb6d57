import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CombineOutcome, StartList } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { titleOf } from './order.ts';
import type { Ui } from './ui.ts';

/** The lists that are ticked, to be opened as one. */
export interface Combining {
  /** Whether there are two that can be. */
  readonly isOffered: boolean;
  readonly ticked: ReadonlySet<string>;
  /** Why those that are ticked cannot be one. */
  readonly refusal: Extract<CombineOutcome, { ok: false }>['reason'] | undefined;
  readonly tick: (profileId: string) => void;
  readonly clear: () => void;
  readonly open: () => void;
}

/** Why a combined list that the host asks for is not shown. */
export interface Refusal {
  /** Ids that no usable profile has. */
  readonly missing: readonly string[];
  /** Where none is missing. */
  readonly reason: NonNullable<Combining['refusal']>;
}

/** Says it, for another list is not what was asked for. */
export function refusalNotice({ missing, reason }: Refusal, { texts }: Ui): TemplateResult {
  const text = texts.start;
  const why = missing.length > 0 ? text.notThere(missing.join(', ')) : text.refusals[reason];
  return html`<div class="notice critical" role="alert" part="notice">
    ${text.notCombined(why)}
  </div>`;
}

/** Takes a list into the combined one. */
export function tickBox(
  list: StartList,
  { ticked, tick }: Combining,
  { language, texts }: Ui,
): TemplateResult {
  // One that cannot be used keeps its place.
  if (!list.profile) return html`<span class="tick"></span>`;
  const words = texts.start.tick(titleOf(list, language));
  return html`<label class="tick" title=${words}
    ><input
      type="checkbox"
      data-kind="tick"
      aria-label=${words}
      .checked=${live(ticked.has(list.id))}
      @change=${() => tick(list.id)}
  /></label>`;
}

/** Opens what is ticked as one list. It stands there before anything is: nothing moves under the pointer. */
export function combineButton(
  { isOffered, ticked, refusal, clear, open }: Combining,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  if (!isOffered) return nothing;
  const text = texts.start;
  const isReady = ticked.size > 1 && refusal === undefined;
  const why = refusal ? text.refusals[refusal] : ticked.size > 1 ? '' : text.tickTwo;
  return html`<div class="combine">
    ${refusal ? html`<span class="refusal" role="alert">${why}</span>` : nothing}
    ${
      ticked.size > 0
        ? html`<button type="button" class="link" @click=${clear}>${text.clearTicks}</button>`
        : nothing
    }
    <button
      type="button"
      class="button ${isReady ? 'primary' : ''}"
      aria-disabled=${isReady ? 'false' : 'true'}
      title=${why || nothing}
      @click=${() => (isReady ? open() : undefined)}
    >
      ${text.openCombined(formatCount(ticked.size, language))}
    </button>
  </div>`;
}
