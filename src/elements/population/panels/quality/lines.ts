import { html, nothing, type TemplateResult } from 'lit';
import {
  describeCoverage,
  describeFreshness,
  textIn,
  typeTitle,
  type CoverageQuality,
  type SourceQuality,
} from '../../../../model/index.ts';
import { flagChip, patientsButton, type QualityProps } from './parts.ts';

/** What is said of some patients, and the way to them. */
export function patientsLine(
  words: string,
  ids: readonly string[],
  props: QualityProps,
): TemplateResult {
  return html`<span>${words}</span>${ids.length > 0 ? patientsButton(ids, words, props) : nothing}`;
}

/** What one data type covers, and how fresh it is. */
export function coverageLine(
  { type, state, isAsked, coverage, freshness, patientIds }: CoverageQuality,
  props: QualityProps,
): TemplateResult {
  const { asOf, ui } = props;
  const { language, texts } = ui;
  const text = texts.quality;
  const title = typeTitle(type, language);
  const flag = state !== 'available' ? state : freshness.state === 'stale' ? 'stale' : undefined;
  // What a chip says is not said in words beside it.
  const words =
    isAsked && state !== 'available'
      ? coverage?.source
      : describeCoverage(coverage, asOf, language);
  return html`<li class=${isAsked ? '' : 'muted'}>
    <span><strong>${title}</strong> ${words}${isAsked ? nothing : ` (${text.notAsked})`}</span>
    ${isAsked && flag ? flagChip(text.flags[flag]) : nothing}
    ${patientIds.length > 0 ? patientsButton(patientIds, title, props, text.less) : nothing}
  </li>`;
}

/** One source, what comes from it, and how fresh it is. */
export function sourceLine(
  { source, freshness }: SourceQuality,
  { asOf, ui }: QualityProps,
): TemplateResult {
  const { language, texts } = ui;
  const text = texts.quality;
  return html`<li>
    <span
      ><strong>${textIn(source.title, language)}</strong> ${[
        ...source.types.map((type) => typeTitle(type, language)),
        describeFreshness({ ...freshness, state: 'fresh' }, asOf, language),
      ].join(', ')}</span
    >
    ${
      source.available
        ? freshness.state === 'stale'
          ? flagChip(text.flags.stale)
          : nothing
        : flagChip(text.away)
    }
  </li>`;
}
