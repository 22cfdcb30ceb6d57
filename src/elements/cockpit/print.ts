import { css, html, nothing, type TemplateResult } from 'lit';
import {
  formatCpr,
  formatDate,
  type ClinicDescription,
  type MarkerCounts,
  type OpenedShare,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { theme } from '../../ui/theme.ts';
import { pageRules, paperTextsOf, printedWhen } from '../shared/paper.ts';
import { printAlone, type Printing } from '../shared/print-frame.ts';
import { drawPaper } from '../shared/printed-page.ts';
import { header } from './parts/header.ts';
import type { PersonProps } from './parts/person.ts';
import { shareBanner } from './parts/share-banner.ts';
import { situation } from './parts/situation.ts';
import type { SourceProps } from './parts/sources.ts';
import { pageStyles, printedStyles } from './print-styles.ts';
import type { CockpitProps } from './props.ts';
import { cockpitStyles } from './styles.ts';

/** In the element's own tree, for a print of the page itself. */
export const styles = css`
  ${printedStyles}${pageStyles}
`;

export interface PrintedCockpit {
  readonly props: CockpitProps;
  readonly counts: MarkerCounts;
  readonly person: PersonProps;
  readonly sources: SourceProps;
  /** Undefined where the clinic's own patient is printed. */
  readonly share: OpenedShare | undefined;
  readonly description: Pick<ClinicDescription, 'name' | 'user'> | undefined;
  /** Whether the element still shows the patient. */
  readonly isShown: () => boolean;
}

/**
 * Prints the cockpit alone on A4 pages, whatever the host's page holds around it: as many as it takes at a size that
 * can be read, with who it is at the foot of each. Lists that stand behind a summary stay there. Answers whether the
 * browser took it up.
 */
export function printCockpit(near: Printing, printed: PrintedCockpit): Promise<boolean> {
  const { props, isShown } = printed;
  const { ui } = props;
  return printAlone(near, {
    title: ui.texts.cockpit.title,
    content: paperOf(printed),
    styles: [theme, controls, ...cockpitStyles, printedStyles].map(({ cssText }) => cssText),
    page: cockpitPage(ui),
    drawn: openGrounds,
    isShown,
  });
}

/** The page of a cockpit: A4 upright. */
export function cockpitPage(ui: CockpitProps['ui']): string {
  return pageRules({ landscape: false, texts: paperTextsOf(ui) });
}

/** Draws into a shadow tree what a print of the page itself shows in the place of the cockpit. Answers what takes it away. */
export function drawForPage(root: ShadowRoot, printed: PrintedCockpit): () => void {
  return drawPaper(root, paperOf(printed), openGrounds);
}

function paperOf(printed: PrintedCockpit): TemplateResult {
  const { props, counts, person, sources, share } = printed;
  const { ui } = props;
  const { language, texts } = ui;
  return html`<table class="printed" lang=${language}>
    <tfoot>
      <tr>
        <td>${footOf(printed)}</td>
      </tr>
    </tfoot>
    <tbody>
      <tr>
        <td>
          <article>
            ${share ? shareBanner(share, ui) : nothing}
            ${header({ person, counts, sources, commands: nothing, tabs: nothing })}
            <p class="seen">${texts.common.asOf(formatDate(person.on, language))}</p>
            ${situation({ ...props, markerActions: undefined, list: () => nothing }, sources, nothing)}
          </article>
        </td>
      </tr>
    </tbody>
  </table>`;
}

/** Whoever turns a page must see whose it is. */
function footOf({ props, person, share, description }: PrintedCockpit): TemplateResult {
  const { language, texts } = props.ui;
  const paper = paperTextsOf(props.ui);
  const { name, cpr } = person.person;
  const parts = [
    name || texts.patient.noName,
    cpr === undefined ? texts.patient.noCpr : formatCpr(cpr),
    texts.common.asOf(formatDate(person.on, language)),
    share ? share.facts.sender : description?.name,
    printedWhen(paper, share ? share.facts.recipient.name : description?.user, language),
    paper.confidential,
  ].filter(Boolean);
  return html`${parts.map((part, at) => html`${at > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}`;
}

/** Nothing can be opened on paper: why the patient is here, what advice builds on and every source are told whole. */
function openGrounds(root: ParentNode): void {
  const told = '.why details, .advice .more, .all-sources';
  for (const each of root.querySelectorAll<HTMLDetailsElement>(told)) each.open = true;
}
