import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';

export interface ExemptProps {
  readonly count: number;
  readonly today: string;
  readonly exempt: (note: string, until: string) => void;
  readonly ui: Ui;
}

/** Exempts the chosen patients: why is asked, until when may be said. */
export function exemptPanel({ count, today, exempt, ui }: ExemptProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.round;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const read = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    exempt(read('note'), read('until'));
  };
  return html`<form @submit=${submit}>
    <h3>${text.exemptTitle(formatCount(count, language))}</h3>
    <p class="muted">${text.exemptHint}</p>
    <label class="stacked"
      ><span>${text.exemptNoteNeeded}</span
      ><textarea class="field" name="note" rows="3" required></textarea>
    </label>
    <label class="stacked"
      ><span>${text.exemptUntil}</span><input class="field" type="date" name="until" min=${today} />
    </label>
    <button type="submit" class="button primary">${text.exempt}</button>
  </form>`;
}
