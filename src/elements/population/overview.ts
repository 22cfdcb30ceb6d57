import { html, nothing, type TemplateResult } from 'lit';
import {
  hasFilter,
  type Facet,
  type Filter,
  type IndicatorFacet,
  type Language,
  type ListView,
  type Overview,
} from '../../model/index.ts';
import { formatCount, formatPercent } from '../../i18n/numbers.ts';
import { pyramid } from '../../ui/pyramid.ts';
import type { Texts } from '../../i18n/texts/index.ts';

export interface OverviewProps {
  readonly counts: Overview;
  readonly view: ListView;
  readonly toggle: (filter: Filter) => void;
  /** Whether the numbers stand in a table instead of cards and charts. */
  readonly asTable: boolean;
  readonly language: Language;
  readonly texts: Texts;
}

/** The cards over the list: how many, who needs attention, what ages. Each filters the list, and tells what is left. */
export function overview(props: OverviewProps): TemplateResult {
  const { asTable, texts } = props;
  return html`<section class="overview" part="overview" aria-label=${texts.list.overview}>
    ${asTable ? overviewTable(props) : cards(props)}
  </section>`;
}

function cards(props: OverviewProps): TemplateResult {
  const { counts } = props;
  const { markers, controls, came, ages, indicators } = counts;
  return html`<div class="cards">
    ${totalCard(props)}
    ${markers.filter(({ level }) => level === 'critical').map((each) => facetCard(each, props, each.level))}
    ${controls.map((each) => facetCard(each, props, '', props.texts.list.noControl))}
    ${came ? cameCard(came, props) : nothing} ${markers.length > 0 ? markerBars(props) : nothing}
    ${ages.bands.length > 0 ? agesCard(props) : nothing}
    ${indicators.length > 0 ? indicatorCard(props) : nothing}
  </div>`;
}

function totalCard({ counts, language, texts }: OverviewProps): TemplateResult {
  const { total, size, members, undecided, patients } = counts;
  const text = texts.population;
  const count = (value: number) => formatCount(value, language);
  return html`<section class="card total">
    <h3>${text.inPopulation}</h3>
    <p class="number">${count(members)}</p>
    <p class="muted">${text.share(formatPercent(members, patients, language), count(patients))}</p>
    ${total < size ? html`<p class="muted">${text.showing(count(total), count(size))}</p>` : nothing}
    ${undecided > 0 ? html`<p class="muted">${text.undecidedBeside(count(undecided))}</p>` : nothing}
  </section>`;
}

function facetCard(
  facet: Facet,
  { counts, view, toggle, language, texts }: OverviewProps,
  tone: string,
  before?: string,
): TemplateResult {
  const { title, yes, unknown, filter } = facet;
  return html`<button
    type="button"
    class="card filter ${tone}"
    aria-pressed=${hasFilter(view, filter) ? 'true' : 'false'}
    @click=${() => toggle(filter)}
  >
    <span class="heading">${before ? `${before}: ${title}` : title}</span>
    <span class="number">${countOf(facet, language, texts)}</span>
    <span class="muted"
      >${[
        yes > 0 || unknown === 0
          ? texts.population.ofPopulation(formatPercent(yes, counts.members, language))
          : undefined,
        unknown > 0 ? texts.population.undecidedBeside(formatCount(unknown, language)) : undefined,
      ]
        .filter(Boolean)
        .join(' · ')}</span
    >
  </button>`;
}

function cameCard(came: Facet, { counts, view, toggle, language, texts }: OverviewProps) {
  return html`<button
    type="button"
    class="card filter"
    aria-pressed=${hasFilter(view, came.filter) ? 'true' : 'false'}
    @click=${() => toggle(came.filter)}
  >
    <span class="heading">${texts.list.fresh}</span>
    <span class="number">${formatCount(came.yes, language)}</span>
    <span class="muted">${texts.list.left(formatCount(counts.left ?? 0, language))}</span>
  </button>`;
}

/** No 0 where nobody can know: missing data is never *none*. */
function countOf({ yes, unknown }: Facet, language: Language, texts: Texts): string {
  return yes === 0 && unknown > 0 ? texts.population.notKnown : formatCount(yes, language);
}

function markerBars({ counts, view, toggle, language, texts }: OverviewProps): TemplateResult {
  const { markers, members } = counts;
  return html`<section class="card bars">
    <h3>${texts.population.attention}</h3>
    <ul>
      ${markers.map(
        (marker) =>
          html`<li>
            <button
              type="button"
              class="bar ${marker.level}"
              aria-pressed=${hasFilter(view, marker.filter) ? 'true' : 'false'}
              @click=${() => toggle(marker.filter)}
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
              <span class="count">${countOf(marker, language, texts)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function agesCard({ counts, view, toggle, texts }: OverviewProps): TemplateResult {
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
    ${unknown > 0 ? html`<p class="muted">${texts.patient.unknownAge}: ${unknown}</p>` : nothing}
  </section>`;
}

function bandLabel(from: number): string {
  return from >= 90 ? '90+' : `${from}–${from + 9}`;
}

function indicatorCard(props: OverviewProps): TemplateResult {
  const { counts, view, toggle, texts } = props;
  return html`<section class="card indicators">
    <h3>${texts.list.indicators}</h3>
    <ul>
      ${counts.indicators.map((each) => {
        const [value, beside] = indicatorWords(each, props);
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

function indicatorWords(
  { yes, unknown, of }: IndicatorFacet,
  { language, texts }: OverviewProps,
): readonly [value: string, beside: string] {
  const count = (value: number) => formatCount(value, language);
  const value =
    yes === 0 && unknown > 0
      ? texts.population.notKnown
      : texts.list.indicatorValue(formatPercent(yes, of, language), count(yes), count(of));
  return [value, unknown > 0 ? texts.population.undecidedBeside(count(unknown)) : ''];
}

/** The same numbers, in rows: what each is, how many, and what share. */
function overviewTable(props: OverviewProps): TemplateResult {
  const { counts, language, texts } = props;
  const text = texts.list;
  const share = (value: number) => `${formatPercent(value, counts.members, language)} %`;
  const facets = [
    ...counts.markers,
    ...counts.controls.map((each) => ({ ...each, title: `${text.noControl}: ${each.title}` })),
    ...(counts.came ? [{ ...counts.came, title: text.fresh }] : []),
    ...counts.ages.bands.map(({ from, female, male, filter }) => ({
      title: texts.population.pyramidBand(bandLabel(from), female, male),
      yes: female + male,
      unknown: 0,
      filter,
    })),
  ];
  return html`<div class="numbers" tabindex="0" role="group" aria-label=${text.overview}>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${text.countHead}</th>
          <th scope="col">${text.shareHead}</th>
          <th scope="col">${texts.population.undecided}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${texts.population.inPopulation}</th>
          <td>${formatCount(counts.members, language)}</td>
          <td>${formatPercent(counts.members, counts.patients, language)} %</td>
          <td>${formatCount(counts.undecided, language)}</td>
        </tr>
        ${facets.map(
          ({ title, yes, unknown, filter }) =>
            html`<tr>
              <th scope="row">${filterLink(title, filter, props)}</th>
              <td>
                ${yes === 0 && unknown > 0 ? texts.population.notKnown : formatCount(yes, language)}
              </td>
              <td>${yes === 0 && unknown > 0 ? '' : share(yes)}</td>
              <td>${formatCount(unknown, language)}</td>
            </tr>`,
        )}
        ${counts.indicators.map(
          (each) =>
            html`<tr>
              <th scope="row">${filterLink(each.title, each.filter, props)}</th>
              <td colspan="3">${indicatorWords(each, props).filter(Boolean).join(' · ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function filterLink(
  title: string,
  filter: Filter,
  { view, toggle }: OverviewProps,
): TemplateResult {
  return html`<button
    type="button"
    class="link"
    aria-pressed=${hasFilter(view, filter) ? 'true' : 'false'}
    @click=${() => toggle(filter)}
  >
    ${title}
  </button>`;
}
