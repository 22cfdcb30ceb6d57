import { html, type TemplateResult } from 'lit';
import { hasFilter, type Filter, type OverviewOutline } from '../../../model/index.ts';
import { formatCount, formatPercent } from '../../../i18n/numbers.ts';
import type { Texts } from '../ui.ts';
import { uncounted } from './outline.ts';
import { bandLabel, indicatorWords, shareOf, type OverviewProps } from './words.ts';

/** The same numbers, in rows: what each is, how many, and what share. */
export function overviewTable(props: OverviewProps): TemplateResult {
  const { counts } = props;
  const { language, texts } = props.ui;
  const text = texts.list;
  const facets = [
    ...counts.markers,
    ...counts.controls.map((each) => ({ ...each, title: `${text.noControl}: ${each.title}` })),
    ...(counts.came ? [{ ...counts.came, title: text.fresh }] : []),
    ...counts.ages.bands.map(({ from, female, male, filter }) => ({
      title: texts.population.pyramidBand(bandLabel(from), female, male),
      yes: female + male,
      unknown: 0,
      of: counts.ages.of,
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
          <td>
            ${texts.population.ofPopulation(
              formatPercent(counts.members, counts.patients, language),
              formatCount(counts.patients, language),
            )}
          </td>
          <td>${formatCount(counts.undecided, language)}</td>
        </tr>
        ${facets.map(
          ({ title, yes, unknown, of, filter }) =>
            html`<tr>
              <th scope="row">${filterLink(title, filter, props)}</th>
              <td>
                ${yes === 0 && unknown > 0 ? texts.population.notKnown : formatCount(yes, language)}
              </td>
              <td>${shareOf({ yes, unknown, of }, counts, props.ui)}</td>
              <td>${formatCount(unknown, language)}</td>
            </tr>`,
        )}
        ${counts.indicators.map(
          (each) =>
            html`<tr>
              <th scope="row">${filterLink(each.title, each.filter, props)}</th>
              <td colspan="3">${indicatorWords(each, props.ui).filter(Boolean).join(' · ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The table of numbers before they are counted: as many rows as it will have. */
export function tableOutline(
  { markers, controls, indicators, ageBands }: OverviewOutline,
  texts: Texts,
): TemplateResult {
  const titles = [
    texts.population.inPopulation,
    ...markers.map(({ title }) => title),
    ...controls.map(({ title }) => `${texts.list.noControl}: ${title}`),
    ...ageBands.map(bandLabel),
    ...indicators.map(({ title }) => title),
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
