/** A few choices behind a button: closed by Escape, by a choice, and where the focus goes elsewhere. */
import { html, type TemplateResult } from 'lit';

export function menu(label: unknown, content: TemplateResult): TemplateResult {
  return html`<details class="menu" @keydown=${onKey} @focusout=${onFocusOut} @click=${onClick}>
    <summary class="button">${label}</summary>
    <div class="menu-body">${content}</div>
  </details>`;
}

const menuOf = (event: Event) => event.currentTarget as HTMLDetailsElement;

function close(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector('summary')?.focus();
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !menuOf(event).open) return;
  event.stopPropagation();
  close(menuOf(event));
}

function onFocusOut(event: FocusEvent): void {
  const to = event.relatedTarget;
  // Where the window itself loses the focus it comes back to the same place.
  if (to instanceof Node && !menuOf(event).contains(to)) menuOf(event).open = false;
}

function onClick(event: Event): void {
  const isChoice = (event.target as Element).closest('.menu-body button') !== null;
  if (isChoice) close(menuOf(event));
}
