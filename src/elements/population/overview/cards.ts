import { html, nothing, type TemplateResult } from 'lit';
import { hasFilter, type Facet, type Overview, type OverviewTotals } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { pyramid } from '../../../ui/pyramid.ts';
import type { Ui } from '../ui.ts';
import { filterButton } from './filter-button.ts';
import {
  bandLabel,
  bandStart,
  cameTitle,
  controlTitle,
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
    ${controls.map((each) => facetCard(each, props, '', controlTitle(each, props.ui.texts)))}
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
  props: OverviewProps,
  tone: string,
  title = facet.title,
): TemplateResult {
  const { counts, ui } = props;
  const { unknown } = facet;
  const beside =
    unknown > 0
      ? ui.texts.population.undecidedBeside(formatCount(unknown, ui.language))
      : undefined;
  return filterButton(
    facet.filter,
    `card filter ${tone}`,
    html`<span class="heading">${title}</span>
      <span class="number">${countOf(facet, ui)}</span>
      <span class="muted"
        >${[shareOf(facet, counts, ui), beside].filter(Boolean).join(' · ')}</span
      >`,
    props,
    title,
  );
}

function cameCard(came: Facet, props: OverviewProps): TemplateResult {
  const { counts, ui } = props;
  const { language, texts } = ui;
  return filterButton(
    came.filter,
    'card filter',
    html`<span class="heading">${cameTitle(counts, ui)}</span>
      <span class="number">${formatCount(came.yes, language)}</span>
      <span class="muted">${texts.list.left(formatCount(counts.left ?? 0, language))}</span>`,
    props,
  );
}

function markerBars(props: OverviewProps): TemplateResult {
  const { counts, ui } = props;
  return html`<section class="card bars">
    <h3>${ui.texts.population.attention}</h3>
    <ul class="more-block" tabindex="-1">
      ${counts.markers.map(
        (marker) =>
          html`<li>
            ${filterButton(
              marker.filter,
              `bar ${marker.level}`,
              html`<span class="name">${marker.title}</span>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="track" width="100" height="10" />
                  <rect
                    class="fill"
                    width=${marker.of > 0 ? (marker.yes / marker.of) * 100 : 0}
                    height="10"
                  />
                </svg>
                <span class="count">${countOf(marker, ui)}</span>`,
              props,
              marker.title,
            )}
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
        return {
          label: bandStart(from),
          female,
          male,
          words: text.pyramidBand(bandLabel(from), female, male),
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
  const { counts, ui } = props;
  const { texts } = ui;
  return html`<section class="card indicators">
    <h3>
      ${texts.list.indicators}${counts.hasExempt ? html` (${texts.list.withExempted})` : nothing}
    </h3>
    <ul class="more-block" tabindex="-1">
      ${counts.indicators.map((each) => {
        const [value, beside] = indicatorWords(each, ui);
        return html`<li>
          ${filterButton(
            each.filter,
            'indicator',
            html`<span>${each.title}</span
              ><strong>${value}</strong>
              ${beside ? html`<span class="muted">${beside}</span>` : nothing}`,
            props,
          )}
        </li>`;
      })}
    </ul>
  </section>`;
}
