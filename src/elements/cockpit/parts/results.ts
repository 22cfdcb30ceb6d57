import { formatDecimal } from '../../../i18n/numbers.ts';
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDate, type CockpitItem } from '../../../model/index.ts';
import { mostDrawn } from '../../../ui/series.ts';
import { trend } from '../../../ui/trend.ts';
import { inDetails, type DrawList } from '../../shared/long-lists.ts';
import type { Ui } from '../ui.ts';
import { cellContent } from './items.ts';

/** Draws a result: its line on the reference interval, the last value, and all values. */
export function resultItem(
  item: CockpitItem,
  list: DrawList,
  { language, texts }: Ui,
): TemplateResult {
  const { title, cell, result } = item;
  const { unit, low, high, outside, values = [], goals = [], limits = [] } = result ?? {};
  const points = cell.trend ?? [];
  const number = (value: number | undefined) =>
    value === undefined ? '' : formatDecimal(value, language);
  const interval =
    low === undefined && high === undefined
      ? ''
      : texts.patientView.reference(number(low), number(high));
  const wordsOf = ({ date, y }: (typeof points)[number]) =>
    `${formatDate(date, language)}: ${number(y)} ${unit ?? ''}`;
  return html`<div class="item result">
    <dt>
      ${title}
      <span class="unit">${interval}</span>
      ${limits.length > 0 ? html`<span class="unit">${texts.patientView.limits(limits.join('; '))}</span>` : nothing}
    </dt>
    <dd class="line">${points.length > 1 ? trend({ points, wordsOf, low, high }) : nothing}</dd>
    <dd class=${outside ? 'outside' : ''}>
      ${cellContent(cell, true)}${
        outside ? html`<span class="unit">${texts.patientView.outside[outside]}</span>` : nothing
      }
    </dd>
    ${
      points.length > mostDrawn
        ? html`<dd class="all unit">${texts.patientView.trendOf(points.length)}</dd>`
        : nothing
    }
    ${goals.map((goal) => html`<dd class="all goal">${goal}</dd>`)}
    ${
      values.length > 1
        ? html`<dd class="all">
            <details class="history">
              <summary>${texts.patientView.values(values.length)}</summary>
              ${inDetails(list, {
                items: values,
                content: ({ date, text }) =>
                  html`<span class="muted">${formatDate(date, language)}</span>
                    <span>${text}</span>`,
                className: 'lines',
                label: title,
                focusable: true,
              })}
            </details>
          </dd>`
        : nothing
    }
    ${unknownReasonsOf(item)}
  </div>`;
}

/** Says what keeps a cell from being decided. */
function unknownReasonsOf({ cell }: CockpitItem): TemplateResult | typeof nothing {
  return cell.tone === 'unknown'
    ? html`<dd class="all">
        ${cell.lines.map((line) => html`<p class="unknown-reason">${line}</p>`)}
      </dd>`
    : nothing;
}

export const resultStyles = css`
  .item.result {
    display: grid;
    /* The last has room for the longest word that may stand in it, and leaves some for what it is of. */
    grid-template-columns: minmax(6rem, 1.3fr) minmax(3rem, 2fr) minmax(8.75rem, auto);
    align-items: center;
  }
  /* A value that is a long text leaves room for what it is of. */
  .item.result dd:not(.line, .all) {
    max-inline-size: 50cqi;
  }
  .result .line {
    width: 100%;
  }
  .result .note {
    white-space: nowrap;
  }
  .item .goal {
    font-size: var(--o-small);
    font-weight: 550;
  }
  .item .outside .value {
    color: var(--o-critical);
  }
  .trend {
    display: block;
    width: 100%;
    height: 2.6rem;
    overflow: visible;
  }
  .trend polyline,
  .trend .point {
    fill: none;
    stroke: var(--o-accent);
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .trend .point {
    stroke-width: 4;
  }
  .trend .last {
    stroke-width: 7;
  }
  .result:has(.outside) .trend .last {
    stroke: var(--o-critical-mark);
  }
  .trend .band {
    fill: color-mix(in srgb, var(--o-good) 14%, transparent);
  }
  .result .lines li {
    display: grid;
    grid-template-columns: 8rem minmax(0, 1fr);
    gap: 1rem;
  }
  @container cockpit (max-width: 36rem) {
    .item.result {
      grid-template-columns: minmax(6rem, 1fr) auto;
    }
    .result .line {
      order: 1;
      grid-column: 1 / -1;
    }
    .result .all {
      order: 2;
    }
    .result .trend {
      height: 2.1rem;
      margin-block: 0.2rem;
    }
  }
  @media (forced-colors: active) {
    .trend polyline,
    .trend .point {
      stroke: CanvasText;
    }
  }
`;
