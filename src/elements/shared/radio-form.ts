import { html, type TemplateResult } from 'lit';

/**
 * Draws radio buttons in a form of their own, which is never sent. Chromium keeps named radio buttons of a shadow tree
 * that stand outside a form in a list of the document's, and with them, when they are gone, all that was drawn around
 * them.
 */
export function radioForm(radios: TemplateResult): TemplateResult {
  return html`<form class="radios" @submit=${stay}>${radios}</form>`;
}

function stay(event: Event): void {
  event.preventDefault();
}
