import { css, html, type TemplateResult } from 'lit';
import type { CockpitView } from '../../../model/index.ts';
import type { Texts } from '../ui.ts';
import type { CockpitProps } from '../props.ts';
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
    ${whyTree(why, texts.why)}
  </section>`;
}

function whyOfEach({ whys }: CockpitView, texts: Texts): TemplateResult {
  return html`<section class="part why" part="why">
    <h3>${texts.why.yes}</h3>
    ${whys.map(
      (why) =>
        html`<details>
          <summary>${why.profile.title}</summary>
          ${whyTree(why, texts.why)}
        </details>`,
    )}
  </section>`;
}

export const whyStyles = css`
  ${whyTreeStyles}
  .why details > summary {
    font-size: 1em;
    font-weight: 550;
    color: inherit;
  }
`;
