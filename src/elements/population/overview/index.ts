import { html, type TemplateResult } from 'lit';
import { cards } from './cards.ts';
import { overviewTable } from './table.ts';
import type { OverviewProps } from './words.ts';

export { overviewStyles } from './styles.ts';

/** The cards over the list: how many, who needs attention, what ages. Each filters the list, and tells what is left. */
export function overview(props: OverviewProps): TemplateResult {
  const { asTable, ui } = props;
  return html`<section class="overview" part="overview" aria-label=${ui.texts.list.overview}>
    ${asTable ? overviewTable(props) : cards(props)}
  </section>`;
}
