import { html, nothing } from 'lit';
import type { TestResult } from '../../authoring/index.ts';
import type { Texts } from '../ui.ts';

/** What came out otherwise than expected, and why. */
export function failures({ answers, notes }: TestResult, texts: Texts): unknown {
  const text = texts.editorTests;
  const wrong = answers.filter(({ ok }) => !ok);
  return html`<ul class="failures">
    ${wrong.map(
      ({ name, expected, found, why }) =>
        html`<li>
          ${name}: ${text.otherwise(text.answers[expected], text.answers[found])}
          ${
            why.length > 0
              ? html`<ul>
                  ${why.slice(0, 6).map((each) => html`<li>${each}</li>`)}
                </ul>`
              : nothing
          }
        </li>`,
    )}
    ${notes.map((each) => html`<li class="muted">${each}</li>`)}
  </ul>`;
}
