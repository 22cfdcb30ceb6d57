import { html, nothing, type TemplateResult } from 'lit';
import {
  textIn,
  type ItemQuality,
  type Language,
  type MarkerQuality,
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
        ${items.map(({ item, counts, filters, incomplete, gap }) => {
          const title = textIn(item.title, language);
          return html`<tr>
            <th scope="row">
              ${title}
              ${
                // What nobody can know is not empty.
                gap ? flagChip(gap === 'undecided' ? states.unknown : text.mostlyEmpty) : nothing
              }
              ${incomplete.length > 0 ? html`<div>${patientsButton(incomplete, title, props, text.incomplete)}</div>` : nothing}
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
        ${markers.map(({ marker, set, undecided }) => {
          const title = textIn(marker.title, language);
          return html`<tr>
            <th scope="row">${title}</th>
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
