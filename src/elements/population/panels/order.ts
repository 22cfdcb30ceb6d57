import { html, type TemplateResult } from 'lit';
import { movePriority, turnPriority, type ListView } from '../../../model/index.ts';
import type { Texts } from './ui.ts';
import { steps } from './steps.ts';

export interface PriorityProps {
  readonly view: ListView;
  readonly change: (view: ListView) => void;
  readonly texts: Texts;
}

/** What makes one patient come before another, in order, each to be moved or left out. */
export function priorityPanel({ view, change, texts }: PriorityProps): TemplateResult {
  const text = texts.list;
  return html`<h3>${text.byPriority}</h3>
    <p class="muted">${texts.panels.byPriorityHint}</p>
    <ol class="lines">
      ${view.priority.map(({ by, on }, index) => {
        const title = texts.panels.rules[by];
        return html`<li>
          <label
            ><input
              type="checkbox"
              .checked=${on}
              @change=${() => change(turnPriority(view, by, !on))}
            /><span>${title}</span></label
          >
          ${steps(title, index > 0, index < view.priority.length - 1, (step) => change(movePriority(view, by, step)), texts)}
        </li>`;
      })}
    </ol>
    ${
      view.sort.length > 0
        ? html`<button type="button" class="button" @click=${() => change({ ...view, sort: [] })}>
            ${text.byPriority}
          </button>`
        : ''
    }`;
}
