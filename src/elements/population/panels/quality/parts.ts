import { html, type TemplateResult } from 'lit';
import type { DataGap, DataQuality, Filter } from '../../../../model/index.ts';
import { icons } from '../../../../ui/icons.ts';
import { formatCount } from '../../../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';

export interface QualityProps {
  /** Absent while it is looked into. */
  readonly quality: DataQuality | undefined;
  readonly asOf: string;
  /** Whether markers are exempted on the list: the figures have them nevertheless. */
  readonly hasExempt?: boolean;
  /** Whether patients of the clinic did not come: of them nobody can say anything. */
  readonly isCut?: boolean;
  /** What the profile asks for and of which nothing came. */
  readonly gaps: readonly DataGap[];
  /** Shows these patients, whether they are on the list or not. */
  readonly openPatients: (ids: readonly string[], title: string) => void;
  /** Shows the members that pass. */
  readonly openFilter: (filter: Filter) => void;
  readonly ui: Ui;
}

/** The way to some patients, with their number. */
export function patientsButton(
  ids: readonly string[],
  title: string,
  { openPatients, ui }: QualityProps,
  words: (count: string) => string = ui.texts.quality.patients,
): TemplateResult {
  const label = words(formatCount(ids.length, ui.language));
  return html`<button
    type="button"
    class="link"
    aria-label="${label}: ${title}"
    @click=${() => openPatients(ids, title)}
  >
    ${label}
  </button>`;
}

/** What is wrong with what stands before it, in a word or two. */
export function flagChip(words: string): TemplateResult {
  return html`<span class="chip warning">${icons.warning()}${words}</span>`;
}
