import { html, nothing, type TemplateResult } from 'lit';
import {
  formatDate,
  hasFilter,
  nameControl,
  type Facet,
  type Overview,
  type OverviewTotals,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { pyramid } from '../../../ui/pyramid.ts';
import type { Ui } from '../ui.ts';
import {
  bandLabel,
  countOf,
  indicatorWords,
  populationShare,
  shareOf,
  type OverviewProps,
} from './words.ts';

/** Cards and charts, each of which filters the list. */
export function cards(props: OverviewProps): TemplateResult {
  const { counts } = props;
  const { markers, controls, came, ages, indicators } = counts;
  return html`<div class="cards more-inline">
    ${totalCard(props)}
    ${markers.filter(({ level }) => level === 'critical').map((each) => facetCard(each, props, each.level))}
    ${controls.map((each) => facetCard(each, props, '', props.ui.texts.list.noControl(nameControl(each.title))))}
    ${came ? cameCard(came, props) : nothing} ${markers.length > 0 ? markerBars(props) : nothing}
    ${ages.bands.length > 0 ? agesCard(props) : nothing}
    ${indicators.length > 0 ? indicatorCard(props) : nothing}
  </div>`;
}

/** How many are in the population, and how many of them are shown. */
export function totalCard({
  counts,
  ui,
}: {
  readonly counts: OverviewTotals;
  readonly ui: Ui;
}): TemplateResult {
  const { language, texts } = ui;
  const { total, size, population } = counts;
  const text = texts.population;
  const count = (value: number) => formatCount(value, language);
  return html`<section class="card total">
    <h3>${text.inPopulation}</h3>
    <p class="number">${countOf(population, ui)}</p>
    ${populationShare(counts, ui).map((line) => html`<p class="muted">${line}</p>`)}
    ${total < size ? html`<p class="muted">${text.showing(count(total), count(size))}</p>` : nothing}
    ${population.unknown > 0 ? html`<p class="muted">${text.undecidedBeside(count(population.unknown))}</p>` : nothing}
  </section>`;
}

function facetCard(
  facet: Facet,
  { counts, view, toggle, ui }: OverviewProps,
  tone: string,
  title = facet.title,
): TemplateResult {
  const { language, texts } = ui;
  const { unknown, filter } = facet;
  return html`<button
    type="button"
    class="card filter ${tone}"
    title=${title}
    aria-pressed=${hasFilter(view, filter) ? 'true' : 'false'}
    @click=${() => toggle(filter)}
  >
    <span class="heading">${title}</span>
    <span class="number">${countOf(facet, ui)}</span>
    <span class="muted"
      >${[
        shareOf(facet, counts, ui),
        unknown > 0 ? texts.population.undecidedBeside(formatCount(unknown, language)) : undefined,
      ]
        .filter(Boolean)
        .join(' · ')}</span
    >
  </button>`;
}

function cameCard(came: Facet, { counts, view, toggle, ui }: OverviewProps) {
  const { language, texts } = ui;
  return html`<button
    type="button"
    class="card filter"
    aria-pressed=${hasFilter(view, came.filter) ? 'true' : 'false'}
    @click=${() => toggle(came.filter)}
  >
    <span class="heading">${texts.list.fresh(formatDate(counts.lastRound ?? '', language))}</span>
    <span class="number">${formatCount(came.yes, language)}</span>
    <span class="muted">${texts.list.left(formatCount(counts.left ?? 0, language))}</span>
  </button>`;
}

function markerBars({ counts, view, toggle, ui }: OverviewProps): TemplateResult {
  const { texts } = ui;
  const { markers } = counts;
  return html`<section class="card bars">
    <h3>${texts.population.attention}</h3>
    <ul class="more-block">
      ${markers.map(
        (marker) =>
          html`<li>
            <button
              type="button"
              class="bar ${marker.level}"
              title=${marker.title}
              aria-pressed=${hasFilter(view, marker.filter) ? 'true' : 'false'}
              @click=${() => toggle(marker.filter)}
            >
              <span class="name">${marker.title}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="10" />
                <rect
                  class="fill"
                  width=${marker.of > 0 ? (marker.yes / marker.of) * 100 : 0}
                  height="10"
                />
              </svg>
              <span class="count">${countOf(marker, ui)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function agesCard({ counts, view, toggle, ui }: OverviewProps): TemplateResult {
  const { texts } = ui;
  const text = texts.population;
  const { bands, unknown } = counts.ages;
  return html`<section class="card ages">
    <h3>${text.ageAndSex}</h3>
    ${pyramid(
      bands.map(({ from, female, male, filter }) => {
        const label = bandLabel(from);
        return {
          label,
          female,
          male,
          words: text.pyramidBand(label, female, male),
          pressed: hasFilter(view, filter),
          press: () => toggle(filter),
        };
      }),
    )}
    <p class="legend muted" aria-hidden="true">
      <span class="female">${text.female}</span><span class="male">${text.male}</span>
    </p>
    ${unknown > 0 ? html`<p class="muted">${text.unknownAgeOrSex}: ${formatCount(unknown, ui.language)}</p>` : nothing}
  </section>`;
}

/** What the profile measures, an indicator a line. */
export function indicatorCard(
  props: Omit<OverviewProps, 'counts'> & {
    readonly counts: Pick<Overview, 'indicators' | 'hasExempt'>;
  },
): TemplateResult {
  const { counts, view, toggle } = props;
  const { texts } = props.ui;
  return html`<section class="card indicators">
    <h3>
      ${texts.list.indicators}${counts.hasExempt ? html` (${texts.list.withExempted})` : nothing}
    </h3>
    <ul class="more-block">
      ${counts.indicators.map((each) => {
        const [value, beside] = indicatorWords(each, props.ui);
        return html`<li>
          <button
            type="button"
            class="indicator"
            aria-pressed=${hasFilter(view, each.filter) ? 'true' : 'false'}
            @click=${() => toggle(each.filter)}
          >
            <span>${each.title}</span><strong>${value}</strong>
            ${beside ? html`<span class="muted">${beside}</span>` : nothing}
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}
