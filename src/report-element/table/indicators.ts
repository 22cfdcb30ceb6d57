/** All indicators of the profile on the date, whose share is what, and how the clinics are spread. */
import { html, nothing, type TemplateResult } from 'lit';
import { radioForm } from '../../elements/shared/radio-form.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Drawn, Owned, ReportDeeds } from '../host.ts';
import type { IndicatorRow } from '../model/rows.ts';
import { shownOwners } from '../parts/whose.ts';
import { figureWords, unknownWords } from '../words.ts';

/** Draws a row's distribution; nothing where it has none. */
type Strip = (row: IndicatorRow) => unknown;

export function indicatorTable(drawn: Drawn, deeds: ReportDeeds, strip: Strip): TemplateResult {
  const { ui, sheet, front, rows } = drawn;
  const { report } = ui.texts;
  const owners = shownOwners(rows[0]!, drawn);
  return html`<section class="card indicators" part="indicators" aria-labelledby="indicators-title">
    <div class="card-head">
      <div>
        <h3 id="indicators-title">${report.indicators}</h3>
        <p class="muted">
          ${report.indicatorsLead(formatCount(sheet.protection.threshold, ui.language))}
        </p>
      </div>
      ${sheet.mine && drawn.scope === 'own' && rows.length > 1 ? orderPills(drawn, deeds) : nothing}
    </div>
    <table>
      <thead>
        <tr>
          <th scope="col">${report.indicator}</th>
          ${owners.map(({ whose }) => html`<th scope="col" class="number">${whose}</th>`)}
          <th scope="col" class="number unknown-column">${report.unknown}</th>
          ${
            front.units.length > 1
              ? html`<th scope="col" class="strip-column">
                  ${report.distributionIn(report.places[front.level])}
                </th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => indicatorRow(row, drawn, deeds, strip))}
      </tbody>
    </table>
  </section>`;
}

function indicatorRow(
  row: IndicatorRow,
  drawn: Drawn,
  deeds: ReportDeeds,
  strip: Strip,
): TemplateResult {
  const { ui, front, words } = drawn;
  const { title } = words(row.id);
  const owners = shownOwners(row, drawn);
  const isChosen = row.id === drawn.row.id;
  return html`<tr class=${isChosen ? 'chosen' : ''}>
    <th scope="row">
      <button
        type="button"
        class="link"
        aria-current=${isChosen ? 'true' : nothing}
        @click=${() => deeds.showIndicator(row.id)}
      >
        ${title}
      </button>
      <span class="unknown-line">${ui.texts.report.unknown}: ${unknownOf(owners, ui)}</span>
    </th>
    ${owners.map((each) => valueCell(each, drawn))}
    <td class="number unknown-column">${unknownOf(owners, ui)}</td>
    ${front.units.length > 1 ? html`<td class="strip-column">${strip(row)}</td>` : nothing}
  </tr>`;
}

function valueCell({ figure, isMine }: Owned, { ui, sheet }: Drawn): TemplateResult {
  const { value, range, hidden } = figureWords(figure, sheet.protection.threshold, ui);
  return html`<td class="number ${isMine ? 'mine' : ''}">
    <span class=${hidden === undefined && figure ? 'value' : 'missing'} title=${hidden ?? nothing}
      >${value}</span
    >${range === undefined ? nothing : html` <span class="range">${range}</span>`}
  </td>`;
}

/** Of whom it is unknown: mine, and the area's. */
function unknownOf(owners: readonly Owned[], ui: Drawn['ui']): string {
  return owners
    .slice(0, owners[0]?.isMine ? 2 : 1)
    .map(({ whose, figure }) => ui.texts.report.unknownOf(whose, unknownWords(figure, ui)))
    .join(' · ');
}

function orderPills({ ui, order }: Drawn, deeds: ReportDeeds): TemplateResult {
  const { report } = ui.texts;
  return radioForm(
    html`<fieldset class="pills">
      <legend class="visually-hidden">${report.order}</legend>
      ${(['profile', 'gap'] as const).map(
        (each) =>
          html`<label
            ><input
              class="visually-hidden"
              type="radio"
              name="order"
              value=${each}
              .checked=${order === each}
              @change=${() => deeds.look({ order: each })}
            />${report.orders[each]}</label
          >`,
      )}
    </fieldset>`,
  );
}
