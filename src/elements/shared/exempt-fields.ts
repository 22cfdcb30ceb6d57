import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  codeOfReason,
  drawnNote,
  exemptionReasons,
  isExemptionReason,
  nameExemptionReason,
  type ExemptionReason,
} from '../../model/index.ts';
import type { Ui } from './context.ts';
import type { HalfWritten } from './half-written.ts';
import { noteLength } from './note-length.ts';

/**
 * Why, coded and in words, and until when, of an exemption that is being made. They stand in a form, which says what is
 * missing.
 */
export function exemptFields(
  written: HalfWritten | undefined,
  today: string,
  ui: Ui<'roundMember'>,
): TemplateResult {
  const text = ui.texts.roundMember;
  return html`<fieldset class="reasons">
      <legend>${text.exemptReason}</legend>
      ${exemptionReasons.map(
        (each) =>
          html`<label
            ><input
              type="radio"
              name="reason"
              value=${each}
              required
              .checked=${live(written?.reason === each)}
            />${nameExemptionReason(each, ui.language)}</label
          >`,
      )}
    </fieldset>
    <label class="stacked"
      ><span>${text.exemptNote}</span
      ><textarea class="field" name="note" rows="2" .value=${written?.note ?? ''}></textarea></label
    >${noteLength(ui)}
    <label class="stacked"
      ><span>${text.exemptUntil}</span
      ><input class="field" type="date" name="until" min=${today} .value=${written?.until ?? ''} />
    </label>`;
}

/**
 * Why somebody who is exempt is so, to be chosen anew, and that a reason is missing where there is none. One that has no
 * words here stays to be chosen.
 */
export function reasonChoice(
  reason: ExemptionReason | undefined,
  choose: (reason: ExemptionReason) => void,
  { language, texts }: Ui<'roundMember'>,
): TemplateResult {
  const now = codeOfReason(reason);
  const isKnown = now === '' || isExemptionReason(now);
  const option = (value: ExemptionReason) =>
    html`<option value=${value} .selected=${live(value === now)}>
      ${nameExemptionReason(value, language)}
    </option>`;
  return html`<label class="stacked"
    ><span>${texts.roundMember.exemptReason}</span
    ><select
      class="field"
      name="exempt-reason"
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${option('')} ${exemptionReasons.map(option)} ${isKnown ? nothing : option(now)}</select
    >${now === '' ? html`<span class="unknown-text">${texts.roundMember.chooseReason}</span>` : nothing}</label
  >`;
}

/** Why somebody is exempt, a line each, for a question. */
export function reasonLines(
  reason: ExemptionReason | undefined,
  note: string | undefined,
  { language, texts }: Ui<'roundMember'>,
): readonly string[] {
  const text = texts.roundMember;
  return [
    ...(reason ? [text.codedReason(nameExemptionReason(reason, language))] : []),
    ...(note ? [text.reason(drawnNote(note))] : []),
  ];
}

export const exemptStyles = css`
  .reasons {
    display: grid;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .reasons legend {
    padding: 0;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .reasons label {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: max(24px, 1.7em);
    inline-size: fit-content;
  }
  .reasons input {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0;
    accent-color: var(--o-accent);
  }
`;
