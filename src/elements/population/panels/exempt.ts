import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import { reachLines, type Reach } from '../reach.ts';
import type { Ui } from './ui.ts';

export interface ExemptProps {
  readonly reach: Reach;
  readonly today: string;
  readonly exempt: (note: string, until: string) => void;
  readonly ui: Ui;
}

/** Exempts the chosen patients, and says who they are: why is asked, until when may be said. */
export function exemptPanel({ reach, today, exempt, ui }: ExemptProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.round;
  const count = reach.patients.length;
  // By a click: a sandboxed frame may send no form, not even to itself.
  const finish = (event: Event) => {
    const form = (event.currentTarget as HTMLElement).closest('form')!;
    const note = form.elements.namedItem('note') as HTMLTextAreaElement;
    const until = form.elements.namedItem('until') as HTMLInputElement;
    // White space is no reason.
    note.value = note.value.trim();
    if (form.reportValidity()) exempt(note.value, until.value);
  };
  return html`<form>
    <h3 class="whose">${texts.roundPanel.exemptTitle(formatCount(count, language))}</h3>
    ${reachLines(reach, ui).map((line) => html`<p>${line}</p>`)}
    <p class="muted">${texts.roundPanel.exemptHint}</p>
    <label class="stacked"
      ><span>${texts.roundMember.exemptNoteNeeded}</span
      ><textarea class="field" name="note" rows="3" required></textarea>
    </label>
    <label class="stacked"
      ><span>${texts.roundMember.exemptUntil}</span
      ><input class="field" type="date" name="until" min=${today} />
    </label>
    <button type="button" class="button primary" ?disabled=${count === 0} @click=${finish}>
      ${text.exempt}
    </button>
  </form>`;
}
