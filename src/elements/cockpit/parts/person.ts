import { css, html, nothing, type TemplateResult } from 'lit';
import {
  describeYears,
  markerLevels,
  describeMarkerCount,
  type MarkerCounts,
} from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import { visuallyHidden } from '../../../ui/theme.ts';
import { ageInWords, type CprProps } from '../../shared/who.ts';
import type { Ui } from '../ui.ts';

export interface PersonProps extends CprProps {
  /** The day on which the age is told, `YYYY-MM-DD`. */
  readonly on: string;
  readonly ui: Ui;
}

/** Draws the name and the age. */
export function nameAndAge({ person, on, ui }: PersonProps): TemplateResult {
  return html`<bdi>${person.name || ui.texts.patient.noName}</bdi>, ${ageInWords(person, on, ui)}`;
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

/** Draws how many markers are set in all profiles, by level, and how many cannot be decided, as chips. */
export function levelCounts(counts: MarkerCounts, { language }: Ui): TemplateResult {
  return html`<span class="levels"
    >${[...markerLevels, 'undecided' as const].map((level) =>
      counts[level] > 0
        ? levelChip(level, describeMarkerCount(level, counts[level], language))
        : nothing,
    )}</span
  >`;
}

/** The number, and the words that go where there is little room and the icon stands for them. */
function levelChip(level: keyof MarkerCounts, said: string): TemplateResult {
  const [count, ...words] = said.split(' ');
  return html`<span class="chip ${level === 'undecided' ? 'unknown' : level}" title=${said}
    >${icons[level]()}<span>${count}<span class="word"> ${words.join(' ')}</span></span></span
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
  /*
   * The gravest in words, and what nobody can tell: it is never taken for something else. Of the others the icon and the
   * number are seen, and the words heard.
   */
  @container cockpit (max-width: 27.99rem) {
    .levels {
      gap: 0.25rem;
    }
    .levels .chip ~ .chip:not(.unknown) .word {
      ${visuallyHidden}
    }
  }
`;
