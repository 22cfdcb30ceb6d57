/** What an element does when something that the page gave it cannot even be read. */
import { html, render, type LitElement } from 'lit';
import { unreadablePhrases } from '../../i18n/phrases/unreadable.ts';
import type { Language } from '../../i18n/language.ts';
import { forgetPrint } from './print-frame.ts';

/**
 * Says in the element's place that nothing is shown, and why. What was thrown is not looked at: it may be the host's
 * text, and name a patient. What stood there before goes, and what was printed of it, for it may be another's.
 */
export function drawUnreadable(element: LitElement, language: Language): void {
  forgetPrint(element);
  const [what, hint] = unreadablePhrases[language];
  const root = element.renderRoot as ShadowRoot;
  try {
    render(
      html`<div class="state" part="state" role="alert">
        <h3>${what}</h3>
        <p>${hint}</p>
      </div>`,
      root,
      element.renderOptions,
    );
  } catch {
    // Where the drawing itself was left halfway.
    root.textContent = `${what}. ${hint}`;
  }
}
