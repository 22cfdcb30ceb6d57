import { html, nothing, type TemplateResult } from 'lit';
import { canRetry, describeProblem, type Problem, type ProfileError } from '../../model/index.ts';
import type { Ui } from './context.ts';

/** What is missing from what is shown, with a retry where that may help. */
export function problemNotice(
  problems: readonly Problem[],
  { language, texts }: Ui<'states'>,
  retry: () => void,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const grave = problems.some(({ kind }) => kind !== 'rejected');
  return html`<div class="notice ${grave ? '' : 'mild'}" role="status" part="notice">
    <div>
      ${grave ? html`<strong>${texts.states.problems}.</strong>` : nothing}
      ${problems.map((problem) => html`<span>${describeProblem(problem, language)} </span>`)}
    </div>
    ${
      problems.some(canRetry)
        ? html`<button type="button" class="button" @click=${retry}>${texts.states.retry}</button>`
        : nothing
    }
  </div>`;
}

/** The errors of a profile, each with where, what and how to mend it. */
export function profileErrorsNotice(
  name: string,
  errors: readonly ProfileError[],
  { language, texts }: Ui<'states'>,
  hint: string | undefined,
): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  const { states } = texts;
  return html`<div class="notice critical profile-errors" role="alert" part="profile-errors">
    <div>
      <p>
        <strong>${states.profileErrors(name, errors.length)}.</strong>
        ${hint ? html`<span>${hint}</span>` : nothing}
      </p>
      <ul class="errors" tabindex="0" aria-label=${states.errorList}>
        ${errors.map(
          (error) =>
            html`<li>
              <p>${error.message[language]}</p>
              <p class="muted">
                ${states.errorAt}: <code>${error.path || states.wholeDocument}</code> ·
                ${states.errorFix}: ${error.fix[language]}
              </p>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** A message that fills the element: nothing to show, and why. */
export function stateMessage(
  title: string,
  hint: string,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="state" part="state">
    <h3>${title}</h3>
    <p>${hint}</p>
    ${more}
  </div>`;
}
