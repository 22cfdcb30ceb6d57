import { css, html, nothing, type TemplateResult } from 'lit';
import type { CockpitView, WhyNode } from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import type { Texts } from '../ui.ts';
import type { CockpitProps } from '../props.ts';

/** Draws why the patient is here: the criteria as a tree in words, met, unmet and unknown, with their records. */
export function whyPart({ view, ui }: CockpitProps): TemplateResult {
  const { texts } = ui;
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
  ${unknownReasons.map((unknownReason) => html`<p class="unknown-reason">${unknownReason}</p>`)}
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
  const said = texts.cockpit;
  const answer = truth === 'yes' ? said.met : truth === 'no' ? said.unmet : said.undecided;
  const icon = truth === 'yes' ? icons.met() : truth === 'no' ? icons.unmet() : icons.undecided();
  return html`<div class="node ${truth}">
      ${icon}
      <div>
        ${records.map((record) => html`<span class="proof">${record}</span>`)}
        <span class=${records.length > 0 ? 'muted' : ''}>${text}</span>
        <span class=${truth === 'yes' ? 'visually-hidden' : 'answer'}> · ${answer}</span>
        ${unknownReasons.map((unknownReason) => html`<p class="unknown-reason">${unknownReason}</p>`)}
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

export const whyStyles = css`
  .why ul {
    padding-inline-start: 1.15rem;
  }
  .why li {
    padding-block: 0.1rem;
  }
  .why .node {
    display: flex;
    gap: 0.45rem;
  }
  .why .node > div {
    min-width: 0;
  }
  .why .node svg {
    flex: none;
    margin-block-start: 0.2em;
  }
  .why .yes > svg {
    color: var(--o-good);
  }
  .why .no,
  .why .no > svg {
    color: var(--o-text-muted);
  }
  .why .unknown > svg {
    color: var(--o-warning);
  }
  .why .proof {
    display: block;
    font-weight: 550;
    color: var(--o-text);
  }
  .why .answer {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .why details > summary {
    font-size: 1em;
    font-weight: 550;
    color: inherit;
  }
`;
