import { html, type TemplateResult } from 'lit';
import { explain, type ProfileIssue } from '../../model/index.ts';
import type { Ui } from './context.ts';

/** The errors of a profile, each with where, what and how to mend it. */
export function profileErrorList(
  errors: readonly ProfileIssue[],
  { language, texts: { states } }: Ui<'states'>,
): TemplateResult {
  return html`<ul class="errors" tabindex="0" aria-label=${states.errorList}>
    ${errors.map(explain).map(
      ({ message, path, fix }) =>
        html`<li>
          <p>${message[language]}</p>
          <p class="muted">
            ${states.errorAt}: <code>${path || states.wholeDocument}</code> · ${states.errorFix}:
            ${fix[language]}
          </p>
        </li>`,
    )}
  </ul>`;
}
