import { html, nothing, type TemplateResult } from 'lit';
import { hasFilter, type Filter } from '../../../model/index.ts';
import type { OverviewProps } from './words.ts';

/**
 * A figure that filters the list: pressed while its filter is on.
 *
 * @param look Its class names.
 * @param title What may be cut of it, whole.
 */
export function filterButton(
  filter: Filter,
  look: string,
  content: unknown,
  { view, toggle }: Pick<OverviewProps, 'view' | 'toggle'>,
  title?: string,
): TemplateResult {
  return pressButton(hasFilter(view, filter), () => toggle(filter), look, content, title);
}

/** A figure that is pressed, or not, by what it does. */
export function pressButton(
  isOn: boolean,
  turn: () => void,
  look: string,
  content: unknown,
  title?: string,
): TemplateResult {
  return html`<button
    type="button"
    class=${look}
    title=${title ?? nothing}
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${turn}
  >
    ${content}
  </button>`;
}
