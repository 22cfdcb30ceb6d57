/** Criteria in words, and the codes that they name. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CodeRule, CriterionPart, NamedCode } from '../../model/viewer/index.ts';
import type { Ui } from './ui.ts';

type Words = CriterionPart['words'];

/** A criterion as nested lists: what joins them, and each. */
export function criterionTree({ text, branches }: Words): TemplateResult {
  return branches.length === 0
    ? html`<p class="criterion">${text}</p>`
    : html`<p class="criterion joined">${text}</p>
        <ul class="criteria">
          ${branches.map((each) => html`<li>${criterionTree(each)}</li>`)}
        </ul>`;
}

/** The codes of each system, with their names. */
export function codeRules(rules: readonly CodeRule[], ui: Ui) {
  return rules.map(({ system, title, codes, except }) => {
    const left = except.length > 0 ? ui.texts.profile.except : undefined;
    return html`<div class="code-rule">
      <p class="label">${title ? `${system}: ${title}` : system}</p>
      <ul class="codes-list">
        ${codes.map(code)}
      </ul>
      ${
        left
          ? html`<p class="label">${left}</p>
              <ul class="codes-list">
                ${except.map(code)}
              </ul>`
          : nothing
      }
    </div>`;
  });
}

function code({ code: value, name }: NamedCode): TemplateResult {
  return html`<li><code>${value}</code>${name ? html` <span>${name}</span>` : nothing}</li>`;
}
