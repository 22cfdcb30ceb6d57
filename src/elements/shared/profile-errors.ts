import { html, type TemplateResult } from 'lit';
import { explain, type ProfileIssue } from '../../model/index.ts';
import { profileErrorsTexts } from '../../i18n/texts/profile-errors.ts';
import type { Ui } from './context.ts';

/** The errors of a profile, each with where, what and how to mend it. */
export function profileErrorList(
  errors: readonly ProfileIssue[],
  { language }: Ui<never>,
): TemplateResult {
  const text = profileErrorsTexts[language];
  return html`<ul class="errors" tabindex="0" aria-label=${text.errorList}>
    ${errors.map(explain).map(
      ({ message, path, fix }) =>
        html`<li>
          <p>${message[language]}</p>
          <p class="muted">
            ${text.errorAt}: <code>${path || text.wholeDocument}</code> · ${text.errorFix}:
            ${fix[language]}
          </p>
        </li>`,
    )}
  </ul>`;
}
