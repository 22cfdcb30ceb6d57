import { html, nothing, type ReactiveElement } from 'lit';
import { formatDate, type MarkerCounts, type OpenedShare } from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { theme } from '../../ui/theme.ts';
import { forgetPrint, printAlone } from '../shared/print-frame.ts';
import { header } from './parts/header.ts';
import type { PersonProps } from './parts/person.ts';
import { shareBanner } from './parts/share-banner.ts';
import { situation } from './parts/situation.ts';
import type { SourceProps } from './parts/sources.ts';
import { printedStyles } from './print-styles.ts';
import type { CockpitProps } from './props.ts';
import { cockpitStyles } from './styles.ts';

export { forgetPrint };

export interface PrintedCockpit {
  readonly props: CockpitProps;
  readonly counts: MarkerCounts;
  readonly person: PersonProps;
  readonly sources: SourceProps;
  /** Undefined where the clinic's own patient is printed. */
  readonly share: OpenedShare | undefined;
}

/**
 * Prints the cockpit alone on one A4 page, whatever the host's page holds around it; lists that stand behind a summary
 * stay there. Answers whether the browser took it up.
 */
export function printCockpit(
  near: ReactiveElement,
  { props, counts, person, sources, share }: PrintedCockpit,
): Promise<boolean> {
  const { ui } = props;
  const { language, texts } = ui;
  return printAlone(near, {
    title: texts.cockpit.title,
    content: html`<article class="frame printed" lang=${language}>
      ${share ? shareBanner(share, ui) : nothing}
      ${header({ person, counts, sources, commands: nothing, tabs: nothing })}
      <p class="seen">${texts.common.asOf(formatDate(person.on, language))}</p>
      ${situation({ ...props, markerActions: undefined, list: () => nothing }, sources, nothing)}
    </article>`,
    styles: [theme, controls, ...cockpitStyles, printedStyles].map(({ cssText }) => cssText),
    onePage: true,
  });
}
