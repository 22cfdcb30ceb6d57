import { html, type TemplateResult } from 'lit';
import { icons } from '../../../ui/icons.ts';
import type { Texts } from './ui.ts';

/** Up and down, for those who cannot drag. */
export function steps(
  title: string,
  canGoUp: boolean,
  canGoDown: boolean,
  move: (step: -1 | 1) => void,
  { panels }: Texts,
): TemplateResult {
  return html`${stepButton(icons.ascending(), panels.up(title), !canGoUp, () => move(-1))}
  ${stepButton(icons.descending(), panels.down(title), !canGoDown, () => move(1))}`;
}

/** Narrower and wider, for those who cannot drag. */
export function widthSteps(
  title: string,
  off: boolean,
  resize: (wider: boolean) => void,
  { panels }: Texts,
): TemplateResult {
  return html`${stepButton(icons.narrower(), panels.narrower(title), off, () => resize(false))}
  ${stepButton(icons.wider(), panels.wider(title), off, () => resize(true))}`;
}

/** What can do nothing just now stands where it stood, and can be met. */
function stepButton(icon: unknown, label: string, off: boolean, step: () => void): TemplateResult {
  return html`<button
    type="button"
    class="tool"
    aria-label=${label}
    title=${label}
    aria-disabled=${off ? 'true' : 'false'}
    @click=${() => off || step()}
  >
    ${icon}
  </button>`;
}
