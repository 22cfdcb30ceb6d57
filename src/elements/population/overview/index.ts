import { html, nothing, type TemplateResult } from 'lit';
import type { Overview, OverviewOutline } from '../../../model/index.ts';
import { cards, indicatorCard, totalCard } from './cards.ts';
import { cardsOutline, tableOutline } from './outline.ts';
import { overviewTable } from './table.ts';
import type { OverviewProps } from './words.ts';

export { overviewStyles } from './styles.ts';

/**
 * The cards over the list: how many, who needs attention, what ages. Each filters the list, and tells what is
 * left. Until they are counted they stand in their places without numbers.
 *
 * @param props.counts Undefined until they are counted.
 * @param props.outline The cards that will be counted.
 */
export function overview({
  counts,
  outline,
  ...props
}: Omit<OverviewProps, 'counts'> & {
  readonly counts: Overview | undefined;
  readonly outline: OverviewOutline;
}): TemplateResult {
  const { asTable, ui } = props;
  const content = counts
    ? (asTable ? overviewTable : cards)({ ...props, counts })
    : asTable
      ? tableOutline(outline, ui.texts)
      : cardsOutline(
          outline,
          totalCard({ counts: outline, ui }),
          indicatorCard({ ...props, counts: outline }),
          ui.texts,
        );
  return html`<section
    class="overview"
    part="overview"
    aria-label=${ui.texts.list.overview}
    aria-busy=${counts ? nothing : 'true'}
  >
    ${content}
  </section>`;
}
