/** What every part of a profile's document is drawn from, and by. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatLongDate } from '../../i18n/dates.ts';
import type { ClinicDescription, DataGap, Profile } from '../../model/index.ts';
import type { ProfileParts, ReadableProfile, TypeAnswer } from '../../model/viewer/index.ts';
import { icons } from '../../ui/icons.ts';
import { scrollToTop } from '../shared/scroller.ts';
import type { Ui } from './ui.ts';

/** What a clinic says of itself, as far as it has answered. */
export interface ClinicAnswer {
  readonly state: 'none' | 'loading' | 'failed' | 'ready';
  readonly description: ClinicDescription | undefined;
  /** Of a loaded population: what the profile asks for and of which nothing came. */
  readonly gaps: readonly DataGap[];
}

export interface DocumentProps {
  readonly readable: ReadableProfile;
  /** That the clinic's archive has a newer version, or has taken this one back. */
  readonly archived: string | undefined;
  /** What could be read of the document's name. */
  readonly name: string | undefined;
  readonly asOf: string;
  readonly clinic: ClinicAnswer;
  /** Asks the clinic again. */
  readonly retry: () => void;
  /** Wishes a link to a part; undefined where the host gives none. */
  readonly link: ((part: string) => void) | undefined;
  /** What stands beside the title. */
  readonly commands: TemplateResult | typeof nothing;
  /** On paper there is nothing to press, and a line to sign on. */
  readonly isPaper: boolean;
  readonly ui: Ui;
}

/** What its parts are drawn from. */
export interface Drawn extends DocumentProps {
  readonly profile: Profile;
  readonly parts: ProfileParts;
  readonly answers: readonly TypeAnswer[];
}

/** Brings a part into view and puts the focus on it. Answers whether it is there. */
export function showPart(root: ParentNode, id: string): boolean {
  const found = root.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`);
  if (!found) return false;
  scrollToTop(found);
  found.focus({ preventScroll: true });
  return true;
}

/** A heading that is a part, with the way to a link to it. */
export function partHeading(id: string, title: string, { link, ui }: DocumentProps, level = 3) {
  const name = ui.texts.profile.link(title);
  const button = link
    ? html`<button
        type="button"
        class="to-link"
        aria-label=${name}
        title=${name}
        @click=${() => link(id)}
      >
        ${icons.open()}
      </button>`
    : nothing;
  const heading =
    level === 3
      ? html`<h3 tabindex="-1" data-place=${id}>${title}</h3>`
      : html`<h4 tabindex="-1" data-place=${id}>${title}</h4>`;
  return html`<div class="heading">${heading}${button}</div>`;
}

/** A date as it is written out in a document. */
export function dateIn(date: string, { language }: Ui): string {
  return formatLongDate(date, language);
}
