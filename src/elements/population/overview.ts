import { html, nothing, type TemplateResult } from 'lit';
import type { AgePyramid, Language, MarkerFacet } from '../../model/index.ts';
import { formatCount, formatPercent } from '../../ui/numbers.ts';
import { pyramid } from '../../ui/pyramid.ts';
import type { Texts } from '../../ui/texts/index.ts';

export interface OverviewParts {
  readonly members: number;
  readonly undecided: number;
  readonly patients: number;
  readonly markers: readonly MarkerFacet[];
  readonly ages: AgePyramid;
  readonly filters: ReadonlySet<string>;
  readonly toggleFilter: (markerId: string) => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** The cards over the list: how many, who needs attention, what ages. Marker cards filter the list. */
export function overview(parts: OverviewParts): TemplateResult {
  const { members, undecided, patients, markers, ages, language, texts } = parts;
  const text = texts.population;
  const count = (value: number) => formatCount(value, language);
  const critical = markers.filter(({ level }) => level === 'critical');
  return html`<div class="cards" part="overview">
    <section class="card total">
      <h3>${text.inPopulation}</h3>
      <p class="number">${count(members)}</p>
      <p class="muted">
        ${text.share(formatPercent(members, patients, language), count(patients))}
      </p>
      ${undecided > 0 ? html`<p class="muted">${text.undecidedBeside(count(undecided))}</p>` : nothing}
    </section>
    ${critical.map((marker) => markerCard(marker, parts))}
    ${markers.length > 0 ? markerBars(parts) : nothing}
    ${ages.bands.length > 0 ? agesCard(ages, texts) : nothing}
  </div>`;
}

function markerCard(marker: MarkerFacet, parts: OverviewParts): TemplateResult {
  const { members, filters, toggleFilter, language, texts } = parts;
  return html`<button
    type="button"
    class="card filter ${marker.level}"
    aria-pressed=${filters.has(marker.id) ? 'true' : 'false'}
    @click=${() => toggleFilter(marker.id)}
  >
    <span class="heading">${marker.title}</span>
    <span class="number">${countOf(marker, parts)}</span>
    <span class="muted">
      ${[
        ...(marker.yes > 0 || marker.unknown === 0
          ? [texts.population.ofPopulation(formatPercent(marker.yes, members, language))]
          : []),
        ...(marker.unknown > 0
          ? [texts.population.undecidedBeside(formatCount(marker.unknown, language))]
          : []),
      ].join(' · ')}
    </span>
  </button>`;
}

/** No 0 where nobody can know: missing data is never *none*. */
function countOf(
  { yes, unknown }: MarkerFacet,
  { language, texts }: Pick<OverviewParts, 'language' | 'texts'>,
): string {
  return yes === 0 && unknown > 0 ? texts.population.notKnown : formatCount(yes, language);
}

function markerBars({ markers, members, filters, toggleFilter, language, texts }: OverviewParts) {
  return html`<section class="card bars">
    <h3>${texts.population.attention}</h3>
    <ul>
      ${markers.map(
        (marker) =>
          html`<li>
            <button
              type="button"
              class="bar ${marker.level}"
              aria-pressed=${filters.has(marker.id) ? 'true' : 'false'}
              @click=${() => toggleFilter(marker.id)}
            >
              <span class="name">${marker.title}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="10" />
                <rect
                  class="fill"
                  width=${members > 0 ? (marker.yes / members) * 100 : 0}
                  height="10"
                />
              </svg>
              <span class="count">${countOf(marker, { language, texts })}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function agesCard({ bands, unknown }: AgePyramid, texts: Texts): TemplateResult {
  const text = texts.population;
  const labelled = bands.map(({ from, female, male }) => ({
    label: from >= 90 ? '90+' : `${from}–${from + 9}`,
    female,
    male,
  }));
  const summary = [
    text.ageAndSex,
    ...labelled.map(({ label, female, male }) => text.pyramidBand(label, female, male)),
    ...(unknown > 0 ? [`${texts.patient.unknownAge}: ${unknown}`] : []),
  ].join('. ');
  return html`<section class="card ages">
    <h3>${text.ageAndSex}</h3>
    ${pyramid(labelled, summary)}
    <p class="legend muted" aria-hidden="true">
      <span class="female">${text.female}</span><span class="male">${text.male}</span>
    </p>
  </section>`;
}
