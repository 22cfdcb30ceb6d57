import { html, nothing, type TemplateResult } from 'lit';
import type { FacetOutline, OverviewOutline } from '../../../model/index.ts';
import type { Texts } from '../ui.ts';
import { pyramid } from '../../../ui/pyramid.ts';
import { bandLabel, bandStart, controlTitle } from './words.ts';

/** Stands for a number that is not counted yet: never 0. */
export const uncounted = '…';

/**
 * The cards as they stand while the first rows are painted: their titles in the places they keep, without
 * numbers.
 *
 * @param total The card of the whole population, whose numbers are known.
 * @param indicatorCard The card of the indicators, whose figures decide how high it is.
 */
export function cardsOutline(
  { markers, controls, indicators, ageBands }: OverviewOutline,
  total: TemplateResult,
  indicatorCard: TemplateResult,
  texts: Texts,
): TemplateResult {
  return html`<div class="cards">
    ${total}
    ${markers.filter(({ level }) => level === 'critical').map((each) => cardOutline(each, each.title, each.level, texts))}
    ${controls.map((each) => cardOutline(each, controlTitle(each, texts), '', texts))}
    ${markers.length > 0 ? barsOutline(markers, texts) : nothing}
    ${ageBands.length > 0 ? agesOutline(ageBands, texts) : nothing}
    ${indicators.length > 0 ? indicatorCard : nothing}
  </div>`;
}

function cardOutline(
  { hasYes, hasUnknown }: FacetOutline,
  title: string,
  tone: string,
  texts: Texts,
): TemplateResult {
  const { ofPopulation, undecidedBeside } = texts.population;
  const beside = [
    hasYes || !hasUnknown ? ofPopulation(uncounted, uncounted) : '',
    hasUnknown ? undecidedBeside(uncounted) : '',
  ];
  return html`<button type="button" class="card filter ${tone}" aria-disabled="true">
    <span class="heading">${title}</span>
    <span class="number">${uncounted}</span>
    <span class="muted">${beside.filter(Boolean).join(' · ')}</span>
  </button>`;
}

function barsOutline(markers: OverviewOutline['markers'], texts: Texts): TemplateResult {
  return html`<section class="card bars">
    <h3>${texts.population.attention}</h3>
    <ul>
      ${markers.map(
        ({ title, level }) =>
          html`<li>
            <button type="button" class="bar ${level}" aria-disabled="true">
              <span class="name">${title}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="10" />
              </svg>
              <span class="count">${uncounted}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function agesOutline(bands: readonly number[], texts: Texts): TemplateResult {
  const text = texts.population;
  return html`<section class="card ages">
    <h3>${text.ageAndSex}</h3>
    ${pyramid(
      bands.map((from) => {
        const words = bandLabel(from);
        const none = { female: 0, male: 0, pressed: false, press: () => undefined };
        return { label: bandStart(from), words, ...none };
      }),
    )}
    <p class="legend muted" aria-hidden="true">
      <span class="female">${text.female}</span><span class="male">${text.male}</span>
    </p>
  </section>`;
}
