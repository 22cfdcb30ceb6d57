import { html, nothing, type TemplateResult } from 'lit';
import type { CockpitView, WhyNode } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import type { CockpitProps } from './props.ts';

/** Why the patient is here: the criteria as a tree in words, met, unmet and unknown, with their records. */
export function whyPart({ view, texts }: CockpitProps): TemplateResult {
  const [first] = view.whys;
  return html`${view.whys.length === 1 && first ? whySection(first, texts) : whyOfEach(view, texts)}`;
}

type Why = CockpitView['whys'][number];

function whySection(why: Why, texts: Texts): TemplateResult {
  return html`<section class="part why" part="why">
    <h3>${titleOf(why, texts)}</h3>
    ${whyTree(why, texts)}
  </section>`;
}

function whyOfEach({ whys }: CockpitView, texts: Texts): TemplateResult {
  return html`<section class="part why" part="why">
    <h3>${texts.cockpit.why}</h3>
    ${whys.map(
      (why) =>
        html`<details>
          <summary>${why.profile.title}</summary>
          ${whyTree(why, texts)}
        </details>`,
    )}
  </section>`;
}

function titleOf({ truth }: Why, { cockpit: text }: Texts): string {
  return truth === 'yes' ? text.why : truth === 'no' ? text.whyNot : text.whyUnknown;
}

function whyTree({ out, unknownReasons, include, exclude }: Why, texts: Texts): TemplateResult {
  const text = texts.cockpit;
  return html`${out ? html`<p>${text.out[out]}</p>` : nothing}
  ${unknownReasons.map((unknownReason) => html`<p class="doubts">${unknownReason}</p>`)}
  ${exclude ? html`<h4>${text.inclusion}</h4>` : nothing} ${whyNode(include, texts)}
  ${
    exclude
      ? html`<h4>${text.exclusion}</h4>
          ${whyNode(exclude, texts)}`
      : nothing
  }`;
}

function whyNode(node: WhyNode, texts: Texts): TemplateResult {
  const { text, truth, records, unknownReasons, branches } = node;
  const words = texts.cockpit;
  const answer = truth === 'yes' ? words.met : truth === 'no' ? words.unmet : words.undecided;
  const icon = truth === 'yes' ? icons.met() : truth === 'no' ? icons.unmet() : icons.undecided();
  return html`<div class="node ${truth}">
      ${icon}
      <div>
        ${records.map((record) => html`<span class="proof">${record}</span>`)}
        <span class=${records.length > 0 ? 'muted' : ''}>${text}</span>
        <span class=${truth === 'yes' ? 'visually-hidden' : 'answer'}> · ${answer}</span>
        ${unknownReasons.map((unknownReason) => html`<p class="doubts">${unknownReason}</p>`)}
      </div>
    </div>
    ${
      branches.length > 0
        ? html`<ul>
            ${branches.map((branch) => html`<li>${whyNode(branch, texts)}</li>`)}
          </ul>`
        : nothing
    }`;
}
