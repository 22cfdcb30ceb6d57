import { css, html, nothing, type TemplateResult } from 'lit';
import {
  describeYears,
  formatCpr,
  markerLevels,
  describeMarkerCount,
  type MarkerCounts,
  type Patient,
} from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import type { Ui } from '../ui.ts';

export interface PersonProps {
  readonly person: Patient;
  /** The day on which the age is told, `YYYY-MM-DD`. */
  readonly on: string;
  /** Undefined where the user may not open the journal. */
  readonly openJournal: (() => void) | undefined;
  readonly ui: Ui;
}

/** Draws the name and the age. */
export function nameAndAge({ person, on, ui }: PersonProps): TemplateResult {
  return html`<bdi>${person.name || ui.texts.patient.noName}</bdi>, ${ageInWords(person, on, ui)}`;
}

/** `84 år`. */
export function ageInWords(person: Patient, on: string, { texts }: Ui): string {
  const years = describeYears(person, on);
  return years === undefined ? texts.patient.unknownAge : texts.patient.age(years);
}

/** `kvinde`, `mand`; of a child `pige`, `dreng`. Empty where nobody knows. */
export function sexInWords({ person, on, ui: { texts } }: PersonProps): string {
  if (!person.sex) return '';
  const oldest = describeYears(person, on)?.split('–').at(-1);
  const isChild = oldest !== undefined && Number(oldest) < adultAge;
  return (isChild ? texts.patient.childSex : texts.patient.sex)[person.sex];
}

/** In years, from which one is called a woman or a man. */
const adultAge = 15;

/** A tooltip for a name that may be cut: nothing where it is short. */
export function wholeName({ person: { name } }: PersonProps): string | typeof nothing {
  return name.length > longName ? name : nothing;
}

const longName = 40;

/** Draws the CPR number: the way to the journal, where the user may open it. */
export function cprNumber({ person, openJournal, ui }: PersonProps): TemplateResult | string {
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

/** Draws how many markers are set in all profiles, by level, and how many cannot be decided, as chips. */
export function levelCounts(counts: MarkerCounts, { language }: Ui): TemplateResult {
  return html`<span class="levels"
    >${[...markerLevels, 'undecided' as const].map((level) =>
      counts[level] > 0
        ? html`<span class="chip ${level === 'undecided' ? 'unknown' : level}"
            >${icons[level]()}${describeMarkerCount(level, counts[level], language)}</span
          >`
        : nothing,
    )}</span
  >`;
}

export const personStyles = css`
  .levels:not(:has(.chip)) {
    display: none;
  }
  .levels {
    display: inline-flex;
    gap: 0.35rem;
  }
`;
