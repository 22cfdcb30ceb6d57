import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { textIn, type CallList, type CallReasons } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { FormUi } from './ui.ts';

/** The lists that an action is about, each to be ticked, with how many of the patients are on it. */
export function reasonChoice(
  reasons: CallReasons,
  toggle: (profileId: string) => void,
  ui: FormUi,
): TemplateResult {
  const text = ui.texts.actionForm;
  return html`<fieldset class="part reasons" aria-describedby="action-reasons-hint">
    <legend>${text.reasons}</legend>
    <p id="action-reasons-hint" class="muted">${text.reasonsHint}</p>
    <div class="options">${reasons.lists.map((list) => option(list, toggle, ui))}</div>
  </fieldset>`;
}

function option(
  { part, count, undecided, isTicked }: CallList,
  toggle: (profileId: string) => void,
  { language, texts }: FormUi,
): TemplateResult {
  const text = texts.actionForm;
  const said = [
    ...(count > 0 ? [text.onList(formatCount(count, language))] : []),
    ...(undecided > 0 ? [text.undecidedOnList(formatCount(undecided, language))] : []),
  ];
  const words = html`<bdi>${textIn(part.title, language)}</bdi>
    <span class="muted">${said.join(' · ')}</span>`;
  // Where nobody is on it for certain, there is nothing to tick.
  if (count === 0) return html`<span class="none">${words}</span>`;
  return html`<label
    ><input type="checkbox" .checked=${live(isTicked)} @change=${() => toggle(part.id)} /><span
      >${words}</span
    ></label
  >`;
}
