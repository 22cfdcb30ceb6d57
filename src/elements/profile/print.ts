/** A profile on paper: the committee's document. */
import { css, html, nothing } from 'lit';
import { textIn } from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { theme } from '../../ui/theme.ts';
import { pageRules, paperTextsOf, printedWhen } from '../shared/paper.ts';
import { printAlone, type Printing } from '../shared/print-frame.ts';
import { drawPaper } from '../shared/printed-page.ts';
import { addStyles } from '../shared/style-sheets.ts';
import { profileDocument } from './document.ts';
import type { DocumentProps } from './drawn.ts';
import { documentStyles, paperStyles } from './styles.ts';

export type PrintedProfile = Omit<DocumentProps, 'commands' | 'isPaper' | 'link' | 'retry'>;

/**
 * Prints the document alone on A4 pages, whatever the host's page holds around it. Answers whether the browser took it
 * up.
 *
 * @param isShown Whether the element still shows it.
 */
export function printProfile(
  near: Printing,
  printed: PrintedProfile,
  isShown: () => boolean,
): Promise<boolean> {
  const { readable, name, ui } = printed;
  const { profile } = readable;
  return printAlone(near, {
    title: profile ? textIn(profile.title, ui.language) : (name ?? ui.texts.profile.untitled),
    content: paperOf(printed),
    styles: [theme, controls, documentStyles, paperStyles].map(({ cssText }) => cssText),
    page: profilePage(printed),
    isShown,
  });
}

/** The page of a profile: A4 upright. */
export function profilePage({ ui }: PrintedProfile): string {
  return pageRules({ landscape: false, texts: paperTextsOf(ui) });
}

/** Draws into a shadow tree what a print of the page shows in its place. Answers what takes it away. */
export function drawForPage(root: ShadowRoot, printed: PrintedProfile): () => void {
  addStyles(root, [pageStyles]);
  return drawPaper(root, paperOf(printed));
}

/** In the element's own tree, for a print of the page itself. */
const pageStyles = css`
  .paper {
    display: none;
  }
  @media print {
    :host([data-printing]) .frame {
      display: none;
    }
    :host([data-printing]) .paper {
      display: block;
    }
    ${paperStyles}
  }
`;

function paperOf(printed: PrintedProfile) {
  const { readable, ui } = printed;
  const { profile } = readable;
  const texts = paperTextsOf(ui);
  return html`${profileDocument({
      ...printed,
      commands: nothing,
      link: undefined,
      retry: () => undefined,
      isPaper: true,
    })}
    <p class="foot">
      ${[profile?.id, profile?.version, printedWhen(texts, undefined, ui.language)]
        .filter(Boolean)
        .map((part, at) => html`${at > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}
    </p>`;
}
