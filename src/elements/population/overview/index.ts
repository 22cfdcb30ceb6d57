import { html, nothing, type TemplateResult } from 'lit';
import type { Overview, OverviewOutline } from '../../../model/index.ts';
import { cards, indicatorCard, totalCard } from './cards.ts';
import type { OpenedPart } from '../opened-part.ts';
import { overviewLine, type LineProps } from './line.ts';
import { cardsOutline } from './outline.ts';
import type { OverviewProps } from './words.ts';

export { overviewStyles } from './styles.ts';

/**
 * The cards over the list: how many, who needs attention, what ages. Each filters the list, and tells what is
 * left. Until they are counted they stand in their places without numbers.
 *
 * @param props.counts Undefined until they are counted.
 * @param props.outline The cards that will be counted.
 * @param props.opened What draws the same numbers in a table.
 */
export function overview({
  counts,
  outline,
  opened,
  line,
  ...props
}: Omit<OverviewProps, 'counts'> & {
  readonly counts: Overview | undefined;
  readonly outline: OverviewOutline;
  readonly opened: OpenedPart;
  /** Undefined where the overview stands as cards, charts or a table. */
  readonly line: Pick<LineProps, 'round' | 'toggleStatus' | 'clear'> | undefined;
}): TemplateResult {
  const { asTable, ui } = props;
  if (line && !asTable)
    return section(overviewLine({ ...props, ...line, counts, outline }), 'brief');
  const content = asTable
    ? opened.render(
        ({ overviewTable, tableOutline }) =>
          counts ? overviewTable({ ...props, counts }) : tableOutline(outline, ui.texts),
        ui,
      )
    : counts
      ? cards({ ...props, counts })
      : cardsOutline(
          outline,
          totalCard({ counts: outline, ui }),
          indicatorCard({ ...props, counts: outline }),
          ui.texts,
        );
  return section(content, '');

  function section(shown: unknown, look: string): TemplateResult {
    return html`<div
      class="overview ${look}"
      part="overview"
      role=${asTable ? 'region' : 'toolbar'}
      aria-label=${ui.texts.list.overview}
      aria-busy=${counts ? nothing : 'true'}
    >
      ${shown}
    </div>`;
  }
}
