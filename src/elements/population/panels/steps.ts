import { html, type TemplateResult } from 'lit';
import { icons } from '../../../ui/icons.ts';
import type { Texts } from './ui.ts';

/** Up and down, for those who cannot drag. */
export function steps(
  title: string,
  canGoUp: boolean,
  canGoDown: boolean,
  move: (step: -1 | 1) => void,
  texts: Texts,
): TemplateResult {
  const button = (step: -1 | 1, label: string, off: boolean) =>
    html`<button
      type="button"
      class="tool"
      aria-label=${label}
      title=${label}
      aria-disabled=${off ? 'true' : 'false'}
      @click=${() => !off && move(step)}
    >
      ${step < 0 ? icons.ascending() : icons.descending()}
    </button>`;
  return html`${button(-1, texts.panels.up(title), !canGoUp)}
  ${button(1, texts.panels.down(title), !canGoDown)}`;
}
