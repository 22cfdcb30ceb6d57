import { css, html, type TemplateResult } from 'lit';
import type { CockpitView, WhyNode } from '../../../model/index.ts';
import type { Texts } from '../ui.ts';
import type { CockpitProps } from '../props.ts';
import { icons } from '../../../ui/icons.ts';
import { whyTitle, whyTree, whyTreeStyles } from '../../shared/why-tree.ts';

/** Draws why the patient is here: the criteria as a tree in words, met, unmet and unknown, with their records. */
export function whyPart({ view, ui }: CockpitProps): TemplateResult {
  const { texts } = ui;
  const [first] = view.whys;
  return html`${view.whys.length === 1 && first ? whySection(first, texts) : whyOfEach(view, texts)}`;
}

type Why = CockpitView['whys'][number];

function whySection(why: Why, texts: Texts): TemplateResult {
  return html`<section class="part why" part="why">
    <h3>${whyTitle(why, texts.why)}</h3>
    ${whyOne(why, texts)}
  </section>`;
}

/**
 * Whoever is on the list reads at once what was found and what was not, and the criteria in full one step away; of
 * anybody else the criteria are the answer.
 */
function whyOne(why: Why, texts: Texts): TemplateResult {
  const tree = whyTree(why, texts.why);
  if (why.truth !== 'yes' || why.out) return tree;
  return html`<ul class="in-few">
      ${leaves(why.include).map((leaf) => html`<li>${leafInFew(leaf, texts)}</li>`)}
    </ul>
    <details class="more">
      <summary>
        ${texts.common.more}<span class="visually-hidden">: ${texts.patientView.criteria}</span>
      </summary>
      ${tree}
    </details>`;
}

/** What is asked of the patient, each by itself: what was found first. What several say together stands as one. */
function leaves(node: WhyNode): readonly WhyNode[] {
  const isSplit = node.branches.length > 0 && /\/(all|any)\/0$/u.test(node.branches[0]!.path);
  if (!isSplit) return [node];
  const all = node.branches.flatMap(leaves);
  return [...all].sort((one, other) => order[one.truth] - order[other.truth]);
}

const order = { yes: 0, unknown: 1, no: 2 };

function leafInFew(leaf: WhyNode, { why }: Texts): TemplateResult {
  const { truth, records, notFound, unknownReasons, branches } = leaf;
  const text = [leaf.text, branches.map((each) => each.text).join(' / ')]
    .filter(Boolean)
    .join(': ');
  const answer = truth === 'yes' ? why.met : truth === 'no' ? why.unmet : why.undecided;
  const icon = truth === 'yes' ? icons.met() : truth === 'no' ? icons.unmet() : icons.undecided();
  const line = (said: unknown) =>
    html`<div class="node ${truth}">
      ${icon}
      <div>${said}</div>
    </div>`;
  if (notFound.length > 0) return line(`${notFound.join(', ')}: ${why.notFound}`);
  if (truth === 'yes' && records.length > 0)
    return html`${records.map((record) => line(html`<span class="proof">${record}</span>`))}`;
  return line(
    html`${text}<span class=${truth === 'yes' ? 'visually-hidden' : 'answer'}> · ${answer}</span
      >${unknownReasons.map((reason) => html`<p class="unknown-reason">${reason}</p>`)}`,
  );
}

function whyOfEach({ whys }: CockpitView, texts: Texts): TemplateResult {
  return html`<section class="part why" part="why">
    <h3>${texts.why.yes}</h3>
    ${whys.map(
      (why) =>
        html`<details>
          <summary>${why.profile.title}</summary>
          ${whyOne(why, texts)}
        </details>`,
    )}
  </section>`;
}

export const whyStyles = css`
  ${whyTreeStyles}
  .why .in-few {
    padding: 0;
  }
  .why details:not(.more) > summary {
    font-size: 1em;
    font-weight: 550;
    color: inherit;
  }
`;
