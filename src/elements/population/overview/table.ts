import { html, nothing, type TemplateResult } from 'lit';
import { distinctTitles, type OverviewOutline } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { Texts } from '../ui.ts';
import { filterButton } from './filter-button.ts';
import { uncounted } from './outline.ts';
import {
  bandLabel,
  cameTitle,
  controlTitle,
  countOf,
  indicatorWords,
  populationShare,
  shareOf,
  type OverviewProps,
} from './words.ts';

/** The same numbers, in rows: what each is, how many, and what share. */
export function overviewTable(props: OverviewProps): TemplateResult {
  const { counts } = props;
  const { language, texts } = props.ui;
  const text = texts.list;
  const { ages, population, notFetched } = counts;
  const titles = figureTitles(counts, texts);
  const facets = [
    ...counts.markers.map((each, at) => ({ ...each, title: titles[at]! })),
    ...counts.controls.map((each) => ({ ...each, title: controlTitle(each, texts) })),
    ...(counts.came ? [{ ...counts.came, title: cameTitle(counts, props.ui) }] : []),
  ].map((facet) => ({ ...facet, share: shareOf(facet, counts, props.ui) }));
  const bands = ages.bands.map(({ from, female, male, filter }) => {
    const figure = { yes: female + male, unknown: ages.unknown, of: ages.of };
    // Under a filter of the age they are counted among others too than those that are shown.
    const isShown = ages.of + ages.unknown === counts.total;
    const among = { total: isShown ? counts.total : counts.size, size: counts.size };
    return {
      title: texts.population.pyramidBand(bandLabel(from), female, male),
      ...figure,
      filter,
      share: shareOf(figure, among, props.ui),
    };
  });
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
          <td>${countOf(population, props.ui)}</td>
          <td>${populationShare(counts, props.ui).join(' · ')}</td>
          <td>
            ${
              notFetched === 0
                ? formatCount(population.unknown, language)
                : texts.population.ofFetched(formatCount(population.unknown, language))
            }
          </td>
        </tr>
        ${[...facets, ...bands].map(
          (facet) =>
            html`<tr>
              <th scope="row">${filterButton(facet.filter, 'link', facet.title, props)}</th>
              <td>${countOf(facet, props.ui)}</td>
              <td>${facet.share}</td>
              <td>${formatCount(facet.unknown, language)}</td>
            </tr>`,
        )}
        ${
          ages.unknown > 0
            ? html`<tr>
                <th scope="row">${texts.population.unknownAgeOrSex}</th>
                <td>${formatCount(ages.unknown, language)}</td>
                <td></td>
                <td></td>
              </tr>`
            : nothing
        }
        ${counts.indicators.map(
          (each, at) =>
            html`<tr>
              <th scope="row">
                ${filterButton(each.filter, 'link', titles[counts.markers.length + at]!, props)}
              </th>
              <td colspan="3">${indicatorWords(each, props.ui).filter(Boolean).join(' · ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The table of numbers before they are counted: as many rows as it will have. */
export function tableOutline(outline: OverviewOutline, texts: Texts): TemplateResult {
  const { markers, controls, ageBands } = outline;
  const figures = figureTitles(outline, texts);
  const titles = [
    texts.population.inPopulation,
    ...figures.slice(0, markers.length),
    ...controls.map((each) => controlTitle(each, texts)),
    ...ageBands.map(bandLabel),
    ...figures.slice(markers.length),
  ];
  return html`<div class="numbers">
    <table>
      <tbody>
        <tr>
          <td></td>
          <th scope="col">${texts.list.countHead}</th>
        </tr>
        ${titles.map(
          (title) =>
            html`<tr>
              <th scope="row">${title}</th>
              <td>${uncounted}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

interface Entitled {
  readonly title: string;
}

/** Titles of the markers, then of the indicators: in one table the same question may stand as both. */
function figureTitles(
  { markers, indicators }: Readonly<Record<'markers' | 'indicators', readonly Entitled[]>>,
  texts: Texts,
): readonly string[] {
  const under = (heading: string) => (each: Entitled) => ({ ...each, heading });
  return distinctTitles([
    ...markers.map(under(texts.population.columns.markers)),
    ...indicators.map(under(texts.list.indicators)),
  ]);
}
