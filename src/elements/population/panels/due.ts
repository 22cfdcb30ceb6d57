import { html, nothing, type TemplateResult } from 'lit';
import { addPeriod, formatDate } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { reachLines } from '../reach.ts';
import type { Reach } from '../../shared/unseen-runs.ts';
import type { Ui } from './ui.ts';

export interface DueProps {
  readonly reach: Reach;
  readonly today: string;
  /** For how many of the patients something is due already. */
  readonly replaced: number;
  /** `''`: by no day. */
  readonly setDue: (due: string) => void;
  readonly ui: Ui;
}

const nothingMore = { years: 0, months: 0, weeks: 0, days: 0 };

/** What is most often meant, from today. */
const usual = [
  { key: 'week', period: { ...nothingMore, weeks: 1 } },
  { key: 'twoWeeks', period: { ...nothingMore, weeks: 2 } },
  { key: 'month', period: { ...nothingMore, months: 1 } },
  { key: 'threeMonths', period: { ...nothingMore, months: 3 } },
] as const;

/** Says by which day something is to be done for the chosen patients: one click, or a date of its own. */
export function duePanel(props: DueProps): TemplateResult {
  const { reach, today, replaced, setDue, ui } = props;
  const { language, texts } = ui;
  const text = texts.roundPanel;
  const count = reach.patients.length;
  const off = count === 0 ? 'true' : 'false';
  const set = (day: string) => {
    if (count > 0) setDue(day);
  };
  // By a click: a sandboxed frame may send no form, not even to itself.
  const finish = ({ currentTarget }: Event) => {
    const { form } = currentTarget as HTMLButtonElement;
    const field = form?.elements.namedItem('due') as HTMLInputElement;
    if (form?.reportValidity()) set(field.value);
  };
  return html`<h3 class="whose">${text.dueTitle(formatCount(count, language))}</h3>
    ${reachLines(reach, ui).map((line) => html`<p>${line}</p>`)}
    ${replaced > 0 ? html`<p>${text.replacesDue(formatCount(replaced, language))}</p>` : nothing}
    <ul class="deeds">
      ${usual.map(({ key, period }) => {
        const day = addPeriod(today, period);
        return html`<li>
          <button type="button" class="button" aria-disabled=${off} @click=${() => set(day)}>
            <span>${text.dueIn[key]}</span> <span class="muted">${formatDate(day, language)}</span>
          </button>
        </li>`;
      })}
      <li>
        <button type="button" class="button" aria-disabled=${off} @click=${() => set('')}>
          ${texts.round.noDue}
        </button>
      </li>
    </ul>
    <form class="own-day" @submit=${(event: Event) => event.preventDefault()}>
      <label class="stacked"
        ><span>${text.otherDay}</span
        ><input class="field" type="date" name="due" min=${today} max="2999-12-31" required
      /></label>
      <button type="button" class="button primary" aria-disabled=${off} @click=${finish}>
        ${texts.round.setDue}
      </button>
    </form>`;
}
