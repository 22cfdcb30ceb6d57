import { html, nothing, type TemplateResult } from 'lit';
import { canRetry, describeProblem, type Problem, type ProfileIssue } from '../../model/index.ts';
import type { Ui } from './context.ts';
import { LazyPart, type LazyHost } from './lazy-part.ts';
import type * as ProfileErrors from './profile-errors.ts';

/** What is missing from what is shown, with a retry where that may help. */
export function problemNotice(
  problems: readonly Problem[],
  { language, texts }: Ui<'states'>,
  retry: () => void,
  heading = texts.states.problems,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const grave = problems.some(({ kind }) => kind !== 'rejected');
  return html`<div class="notice ${grave ? '' : 'mild'}" role="status" part="notice">
    <div>
      ${grave ? html`<strong>${heading}.</strong>` : nothing}
      ${problems.map((problem) => html`<span>${describeProblem(problem, language)} </span>`)}
    </div>
    ${
      problems.some(canRetry)
        ? html`<button type="button" class="button" @click=${retry}>${texts.states.retry}</button>`
        : nothing
    }
  </div>`;
}

/** The list of what is wrong with a profile: its words are loaded when there is something wrong. */
export function profileErrorsPart(host: LazyHost): LazyPart<typeof ProfileErrors> {
  return new LazyPart(host, () => import('./profile-errors.ts'));
}

/** The errors of a profile: how many, and each as soon as the words for it are there. */
export function profileErrorsNotice(
  name: string,
  errors: readonly ProfileIssue[],
  list: LazyPart<typeof ProfileErrors>,
  ui: Ui<'states'>,
  hint?: string,
): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  const { states } = ui.texts;
  return html`<div class="notice critical profile-errors" role="alert" part="profile-errors">
    <div>
      <p>
        <strong>${states.profileErrors(name, errors.length)}.</strong>
        ${hint ? html`<span>${hint}</span>` : nothing}
      </p>
      ${list.render(({ profileErrorList }) => profileErrorList(errors, ui), ui)}
    </div>
  </div>`;
}

/** A message that fills the element: nothing to show, and why. */
export function stateMessage(
  title: string,
  hint: string,
  more: TemplateResult | typeof nothing = nothing,
  role: 'status' | 'alert' | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="state" part="state" role=${role}>
    <h3>${title}</h3>
    <p>${hint}</p>
    ${more}
  </div>`;
}
