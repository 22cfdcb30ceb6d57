/** All codes that a set includes, as the terminology knows them. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { followToggle, type SetOf } from './context.ts';
import type { SetState } from './set-state.ts';

export function includedList({ part, open, place, set }: SetOf, state: SetState): TemplateResult {
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  const key = `included ${place}`;
  const isOpen = open.has(key);
  const found = isOpen ? state.included(set) : undefined;
  const codes = typeof found === 'object' ? found.codes : [];
  return html`<details class="codes-more" .open=${isOpen} @toggle=${followToggle(part, open, key)}>
    <summary>${words.included}</summary>
    ${
      found === undefined
        ? html`<p class="muted">${isOpen ? words.includedLoading : nothing}</p>`
        : found === 'failed'
          ? html`<p class="muted">${words.failed}</p>`
          : html`<p class="muted">${words.includedNote}</p>
              <ul class="plain-codes">
                ${codes.map(
                  ({ code, text, excludedBy }) =>
                    html`<li class=${excludedBy === undefined ? '' : 'out'}>
                      <span class="code">${code}</span>
                      <span class="called">${textIn(text, language)}</span>
                      ${
                        excludedBy === undefined
                          ? nothing
                          : html`<span class="chip unknown">${words.isOut}</span>`
                      }
                    </li>`,
                )}
              </ul>
              ${
                found.isCut
                  ? html`<p class="muted">
                      ${words.includedCut(formatCount(codes.length, language))}
                    </p>`
                  : nothing
              }`
    }
  </details>`;
}
