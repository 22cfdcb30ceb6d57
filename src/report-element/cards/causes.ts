/** Why patients cannot be determined: so that a cluster sees where data is missing, and not care. */
import { html, nothing, type TemplateResult } from 'lit';
import { stripChart } from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import { causesOf, type Told, type ToldParts } from '../model/causes.ts';
import { areaWord } from '../parts/whose.ts';
import { toldByWords } from '../parts/told-by.ts';
import { countWords, sayOf } from '../words.ts';
import { whenOpen } from '../../ui/when-open.ts';
import { withPictures, type SavePicture } from './charts.ts';
import { causesDrawing, isOwnShown } from './further-plots.ts';

type Cause = 'source' | 'records' | 'other';

/** The causes of the indicator that is looked at; nothing where the clinics tell them as one. */
export function causeLines(drawn: Drawn, save: SavePicture): TemplateResult | typeof nothing {
  const { ui, front, row, date } = drawn;
  const { report, reportFurther } = ui.texts;
  const told = causesOf(front, row.id, date);
  if (!told) return nothing;
  return html`<details class="causes">
    <summary>${report.causesTitle}</summary>
    ${whenOpen(
      () =>
        html`<p class="muted">${reportFurther.causes.hint} ${toldByWords(told.reported, drawn)}</p>
          ${causeTable(drawn, told)}
          ${
            told.parts.some(({ all }) => all.least > 0)
              ? withPictures(causesDrawing(drawn, told), drawn, save)
              : html`<p class="muted">${reportFurther.causes.unclear}</p>`
          }`,
    )}
  </details>`;
}

/** @param isDrawn Whether it is drawn how the clinics are spread. */
export function causeTable(
  drawn: Drawn,
  { parts }: ToldParts<Cause>,
  isDrawn = true,
): TemplateResult {
  const { ui, front } = drawn;
  const { report } = ui.texts;
  const hasMine = isOwnShown(drawn);
  const hasUnits = isDrawn && parts.some(({ units }) => units.length > 1);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${report.cause}</th>
        ${hasMine ? html`<th scope="col" class="number">${report.of.own}</th>` : nothing}
        <th scope="col" class="number">${areaWord(front, ui)}</th>
        ${
          hasUnits
            ? html`<th scope="col" class="strip-column">
                ${report.distributionIn(report.places[front.level])}
              </th>`
            : nothing
        }
      </tr>
    </thead>
    <tbody>
      ${parts.map(
        (part) =>
          html`<tr>
            <th scope="row">${report.causes[part.what]}</th>
            ${
              hasMine
                ? html`<td class="number">
                    ${part.mine ? countWords(part.mine, ui) : report.notCounted}
                  </td>`
                : nothing
            }
            <td class="number">${countWords(part.all, ui)}</td>
            ${hasUnits ? html`<td class="strip-column">${strip(drawn, part)}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** How the share of a cause is spread over the clinics. */
function strip(drawn: Drawn, { what, units, share }: Told<Cause>): unknown {
  const { ui, front } = drawn;
  // Where no clinic's number is told, they would differ by their sizes alone.
  if (units.every((each) => !each.share || each.share.least === 0))
    return html`<span class="missing">${ui.texts.report.hidden}</span>`;
  return stripChart({
    ...{ title: ui.texts.report.causes[what], say: sayOf(ui), isSmall: true },
    clinics: units
      .map((each) => ({ id: each.unit.id, share: each.share }))
      .sort((a, b) => (a.share?.estimate ?? 2) - (b.share?.estimate ?? 2)),
    ...(share ? { area: { name: areaWord(front, ui), share } } : {}),
    ...(isOwnShown(drawn) ? { mine: front.mine!.id } : {}),
    ...(front.unitLevel === 'clinic'
      ? {}
      : { nameOf: (id: string) => front.units.find((unit) => unit.id === id)?.name }),
  });
}
