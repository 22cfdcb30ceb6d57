import { html, type TemplateResult } from 'lit';
import { describeYears, formatCpr, type Patient } from '../../model/index.ts';
import type { Ui } from './context.ts';

/** `84 år`. */
export function ageInWords(person: Patient, on: string, { texts }: Ui<'patient'>): string {
  const years = describeYears(person, on);
  return years === undefined ? texts.patient.unknownAge : texts.patient.age(years);
}

export interface CprProps {
  readonly person: Patient;
  /** Undefined where the user may not open the journal. */
  readonly openJournal: (() => void) | undefined;
  readonly ui: Ui<'patient'>;
}

/** Draws the CPR number: the way to the journal, where the user may open it. */
export function cprNumber({ person, openJournal, ui }: CprProps): TemplateResult | string {
  const { texts } = ui;
  const cpr = person.cpr === undefined ? texts.patient.noCpr : formatCpr(person.cpr);
  if (!openJournal) return cpr;
  const name = person.name || texts.patient.noName;
  return html`<button
    type="button"
    class="link"
    aria-label="${cpr}, ${texts.patient.openJournal(name)}"
    @click=${openJournal}
  >
    ${cpr}
  </button>`;
}
