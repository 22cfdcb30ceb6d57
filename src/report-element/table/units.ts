/** A larger area's parts as rows: its clusters, municipalities or regions, each by its name, in the order of names. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, textComparer } from '../../i18n/numbers.ts';
import type { Drawn } from '../host.ts';
import { figureWords, unknownWords } from '../words.ts';

/** Nothing where the parts are clinics: those have no names here. */
export function unitTable(drawn: Drawn): TemplateResult | typeof nothing {
  const { front, ui, row, words } = drawn;
  const { report } = ui.texts;
  const { unitLevel } = front;
  if (unitLevel === 'clinic' || unitLevel === 'country') return nothing;
  const compare = textComparer(ui.language);
  const units = row.units.toSorted((a, b) => compare(a.unit.name ?? '', b.unit.name ?? ''));
  return html`<section class="card units" part="units" aria-labelledby="units-title">
    <h3 id="units-title">${report.unitsTable[unitLevel]}: ${words(row.id).title}</h3>
    <div class="scroll" tabindex="0" role="group" aria-label=${report.unitsTable[unitLevel]}>
      <table>
        <thead>
          <tr>
            <th scope="col">${report.of[unitLevel]}</th>
            <th scope="col" class="number">${report.value}</th>
            <th scope="col" class="number">${report.columns.numerator}</th>
            <th scope="col" class="number">${report.unknown}</th>
            <th scope="col" class="number">${report.columns.clinics}</th>
          </tr>
        </thead>
        <tbody>
          ${units.map(({ unit, figure }) => {
            const { value, range, parts, hidden } = figureWords(
              figure,
              front.protection.threshold,
              ui,
            );
            return html`<tr>
              <th scope="row">${unit.name}</th>
              <td class="number">
                <span class=${hidden === undefined ? 'value' : 'missing'}>${value}</span>${
                  range === undefined ? nothing : html` <span class="range">${range}</span>`
                }
              </td>
              <td class="number">${parts}</td>
              <td class="number">${unknownWords(figure, ui)}</td>
              <td class="number">${formatCount(figure.clinics, ui.language)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
