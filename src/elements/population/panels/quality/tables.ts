import { html, nothing, type TemplateResult } from 'lit';
import {
  describeSharedReason,
  textIn,
  type IndicatorQuality,
  type ItemQuality,
  type Language,
  type MarkerQuality,
  type UndecidedMembers,
  type UnknownReasonGroup,
} from '../../../../model/index.ts';
import { formatCount } from '../../../../i18n/numbers.ts';
import { flagChip, patientsButton, type QualityProps } from './parts.ts';

/** By column: how many have what; each number opens them. */
export function itemTable(items: readonly ItemQuality[], props: QualityProps): TemplateResult {
  const { openFilter, ui } = props;
  const { language, texts } = ui;
  const text = texts.quality;
  const { states } = texts.list;
  const shown = (['value', 'none', 'unknown', 'not-asked'] as const).filter((state) =>
    items.some(({ counts }) => counts[state] > 0),
  );
  return html`<h4>${text.items}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${text.items}</span></th>
          ${shown.map((state) => html`<th scope="col">${states[state]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.map(({ item, counts, filters, because, incomplete, incompleteBecause, gap }) => {
          const title = textIn(item.title, language);
          return html`<tr>
            <th scope="row">
              ${title}
              ${
                // What nobody can know is not empty.
                gap ? flagChip(gap === 'undecided' ? states.unknown : text.mostlyEmpty) : nothing
              }
              ${reasonList(because, counts.unknown, title, props)}
              ${
                incomplete.length > 0
                  ? html`<div>
                      ${patientsButton(incomplete, title, props, text.incomplete)}
                      ${reasonList(incompleteBecause, incomplete.length, title, props)}
                    </div>`
                  : nothing
              }
            </th>
            ${shown.map((state) =>
              numberCell(counts[state], `${title}: ${states[state]}`, language, () =>
                openFilter(filters[state]),
              ),
            )}
          </tr>`;
        })}
      </tbody>
    </table>`;
}

/** By marker: whom it is set for, and for whom nobody can say; each number opens them. */
export function markerTable(
  markers: readonly MarkerQuality[],
  props: QualityProps,
): TemplateResult {
  const { openPatients, hasExempt, ui } = props;
  const { language, texts } = ui;
  const { isSet } = texts.quality;
  const unknown = texts.list.states.unknown;
  const head = texts.population.columns.markers;
  return html`<h4>
      ${head}${hasExempt ? html` <span class="muted">(${texts.list.withExempted})</span>` : nothing}
    </h4>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${head}</span></th>
          <th scope="col">${isSet}</th>
          <th scope="col">${unknown}</th>
        </tr>
      </thead>
      <tbody>
        ${markers.map(({ marker, set, undecided, because }) => {
          const title = textIn(marker.title, language);
          return html`<tr>
            <th scope="row">${title} ${reasonList(because, undecided.length, title, props)}</th>
            ${numberCell(set.length, `${title}: ${isSet}`, language, () =>
              openPatients(set, title),
            )}
            ${numberCell(undecided.length, `${title}: ${unknown}`, language, () =>
              openPatients(undecided, `${title}: ${unknown}`),
            )}
          </tr>`;
        })}
      </tbody>
    </table>`;
}

/** Of the indicators that cannot be decided for everybody: for whom, and why. */
export function indicatorTable(
  indicators: readonly IndicatorQuality[],
  props: QualityProps,
): TemplateResult | typeof nothing {
  const { openPatients, ui } = props;
  const { language, texts } = ui;
  const text = texts.quality;
  const unknown = texts.list.states.unknown;
  const shown = indicators.filter(
    ({ numerator, denominator }) => numerator.patientIds.length + denominator.patientIds.length > 0,
  );
  if (shown.length === 0) return nothing;
  return html`<h4>${texts.list.indicators}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${texts.list.indicators}</span></th>
          <th scope="col">${unknown}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(({ indicator, numerator, denominator }) => {
          const title = textIn(indicator.title, language);
          const all = [...denominator.patientIds, ...numerator.patientIds];
          const part = (words: string, { patientIds, because }: UndecidedMembers) =>
            patientIds.length === 0
              ? nothing
              : html`<div class="muted">
                  ${words}: ${reasonList(because, all.length, title, props)}
                </div>`;
          return html`<tr>
            <th scope="row">
              ${title} ${part(text.whetherCounted, denominator)}
              ${part(text.whetherReached, numerator)}
            </th>
            ${numberCell(all.length, `${title}: ${unknown}`, language, () =>
              openPatients(all, `${title}: ${unknown}`),
            )}
          </tr>`;
        })}
      </tbody>
    </table>`;
}

/** So many reasons are told beside a number. */
const mostReasons = 5;

/** Why something cannot be decided; the way to the patients of each reason, where they are not all of them. */
function reasonList(
  because: readonly UnknownReasonGroup[],
  of: number,
  title: string,
  props: QualityProps,
): TemplateResult | typeof nothing {
  if (because.length === 0) return nothing;
  const { language, texts } = props.ui;
  const more = because.length - mostReasons;
  return html`<ul class="why">
    ${because.slice(0, mostReasons).map((group) => {
      const words = describeSharedReason(group, language);
      const { patientIds } = group;
      return html`<li>
        <span>${words}</span> ${
          patientIds.length < of ? patientsButton(patientIds, `${title}: ${words}`, props) : nothing
        }
      </li>`;
    })}
    ${more > 0 ? html`<li>${texts.quality.moreReasons(more)}</li>` : nothing}
  </ul>`;
}

function numberCell(
  count: number,
  what: string,
  language: Language,
  open: () => void,
): TemplateResult {
  const number = formatCount(count, language);
  return html`<td>
    ${
      count === 0
        ? html`<span class="muted">${number}</span>`
        : html`<button type="button" class="link" aria-label="${number}, ${what}" @click=${open}>
            ${number}
          </button>`
    }
  </td>`;
}
