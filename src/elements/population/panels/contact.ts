import { html, type TemplateResult } from 'lit';
import type { ContactOutcome } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { attemptFields } from '../../shared/contact-log.ts';
import { reachLines } from '../reach.ts';
import type { Reach } from '../../shared/unseen-runs.ts';
import type { Ui } from './ui.ts';

export interface ContactProps {
  readonly reach: Reach;
  readonly today: string;
  /** `nextTry` is `''` where nothing is said of it. */
  readonly log: (outcome: ContactOutcome, nextTry: string) => void;
  readonly ui: Ui;
}

/** Logs an attempt to reach the chosen patients. */
export function contactPanel({ reach, today, log, ui }: ContactProps): TemplateResult {
  const count = reach.patients.length;
  const title = ui.texts.roundPanel.contactTitle(formatCount(count, ui.language));
  return html`<h3 class="whose">${title}</h3>
    ${reachLines(reach, ui).map((line) => html`<p>${line}</p>`)}
    ${attemptFields({ today, isOff: count === 0, log, ui })}`;
}
