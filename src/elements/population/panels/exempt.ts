import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import { exemptFields } from '../../shared/exempt-fields.ts';
import {
  finishedExemption,
  readExemption,
  type Exemption,
  type HalfWritten,
} from '../../shared/half-written.ts';
import { reachLines } from '../reach.ts';
import type { Reach } from '../../shared/unseen-runs.ts';
import type { Ui } from './ui.ts';

export interface ExemptProps {
  readonly reach: Reach;
  readonly today: string;
  /** What was written for these patients before the panel was closed. */
  readonly written: HalfWritten | undefined;
  readonly keepWritten: (written: HalfWritten | undefined) => void;
  readonly exempt: (exemption: Exemption) => void;
  readonly ui: Ui;
}

/** Exempts the chosen patients, and says who they are: why is asked, in words and until when may be said. */
export function exemptPanel(props: ExemptProps): TemplateResult {
  const { reach, today, written, keepWritten, exempt, ui } = props;
  const { language, texts } = ui;
  const text = texts.round;
  const count = reach.patients.length;
  // By a click: a sandboxed frame may send no form, not even to itself.
  const finish = ({ currentTarget }: Event) => {
    const exemption = finishedExemption(currentTarget);
    if (exemption && count > 0) exempt(exemption);
  };
  return html`<form @input=${({ target }: Event) => keepWritten(readExemption(target))}>
    <h3 class="whose">${texts.roundPanel.exemptTitle(formatCount(count, language))}</h3>
    ${reachLines(reach, ui).map((line) => html`<p>${line}</p>`)}
    <p class="muted">${texts.roundPanel.exemptHint}</p>
    ${exemptFields(written, today, ui)}
    <button
      type="button"
      class="button primary"
      aria-disabled=${count === 0 ? 'true' : 'false'}
      @click=${finish}
    >
      ${text.exempt}
    </button>
  </form>`;
}
