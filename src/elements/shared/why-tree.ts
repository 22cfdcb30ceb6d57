import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import type { whyTexts } from '../../i18n/texts/why.ts';
import type { WhyNode, WhyView } from '../../model/index.ts';

type Texts = (typeof whyTexts)['da'];

/** Asks why the patient is on the list, is not, or cannot be determined. */
export function whyTitle({ truth }: Pick<WhyView, 'truth'>, texts: Texts): string {
  return texts[truth];
}

/** The criteria as a tree in words, met, unmet and unknown, with their records. Stands in something of the class `why`. */
export function whyTree(
  { out, unknownReasons, include, exclude }: WhyView,
  text: Texts,
): TemplateResult {
  return html`${out ? html`<p>${text.out[out]}</p>` : nothing}
  ${unknownReasons.map((unknownReason) => html`<p class="unknown-reason">${unknownReason}</p>`)}
  ${exclude ? html`<h4>${text.inclusion}</h4>` : nothing} ${whyNode(include, text)}
  ${
    exclude
      ? html`<h4>${text.exclusion}</h4>
          ${whyNode(exclude, text)}`
      : nothing
  }`;
}

function whyNode(node: WhyNode, texts: Texts): TemplateResult {
  const { text, truth, records, unknownReasons, branches } = node;
  const answer = truth === 'yes' ? texts.met : truth === 'no' ? texts.unmet : texts.undecided;
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

export const whyTreeStyles = css`
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
`;
