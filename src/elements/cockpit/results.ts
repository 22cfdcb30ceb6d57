import { formatDecimal } from '../../i18n/numbers.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, type CockpitItem, type Language } from '../../model/index.ts';
import { trend } from '../../ui/trend.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { cellWords } from './items.ts';

/** A result: its line on the reference interval, the last value, and all values as a table. */
export function resultItem(item: CockpitItem, language: Language, texts: Texts): TemplateResult {
  const { title, cell, unit, low, high } = item;
  const points = cell.trend ?? [];
  const last = points.at(-1)?.y;
  const outside =
    last !== undefined &&
    ((low !== undefined && last < low) || (high !== undefined && last > high));
  const number = (value: number | undefined) =>
    value === undefined ? '' : formatDecimal(value, language);
  const interval =
    low === undefined && high === undefined
      ? ''
      : texts.patientView.reference(number(low), number(high));
  const said = points.map(({ date, x, y }) => ({
    x,
    y,
    words: `${formatDate(date, language)}: ${number(y)} ${unit ?? ''}`,
  }));
  return html`<div class="item result">
    <dt>
      ${title}
      <span class="unit">${[unit, interval].filter(Boolean).join(' · ')}</span>
    </dt>
    <dd class="line">${said.length > 1 ? trend({ points: said, low, high }) : nothing}</dd>
    <dd class=${outside ? 'outside' : ''}>
      ${cellWords(cell, true)}${
        outside ? html`<span class="unit">${texts.patientView.outside}</span>` : nothing
      }
    </dd>
    ${
      said.length > 1
        ? html`<dd class="all">
            <details>
              <summary>${texts.patientView.values(said.length)}</summary>
              <table>
                <caption class="visually-hidden">
                  ${title}
                </caption>
                <tbody>
                  ${[...points].reverse().map(
                    ({ date, y }) =>
                      html`<tr>
                        <th scope="row">${formatDate(date, language)}</th>
                        <td>${number(y)} ${unit ?? ''}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </details>
          </dd>`
        : nothing
    }
    ${doubtsOf(item)}
  </div>`;
}

/** What keeps a cell from being decided, each reason in words. */
export function doubtsOf({ cell }: CockpitItem): TemplateResult | typeof nothing {
  return cell.tone === 'unknown'
    ? html`<dd class="all">${cell.lines.map((line) => html`<p class="doubts">${line}</p>`)}</dd>`
    : nothing;
}
