/** A small bar of how many cannot be decided: it stands beside every share. */
import { html, svg, type TemplateResult } from 'lit';
import { shareWords, type Interval, type Say } from '../../report/index.ts';
import { round } from './scales.ts';

/** The bar with its words: `ukendt 4 % (3–5 %)`. Of the whole width is everybody. */
export function unknownBar(unknown: Interval | undefined, say: Say): TemplateResult {
  const { texts } = say;
  if (!unknown) return html`<span class="chart-unknown">${texts.unknown(texts.notCounted)}</span>`;
  const [least, most] = [unknown.least * 60, unknown.most * 60].map(round) as [number, number];
  return html`<span class="chart-unknown">
    <svg width="60" height="8" viewBox="0 0 60 8" aria-hidden="true">
      <rect class="whole" width="60" height="8" />
      ${svg`<rect class="part" width=${round(unknown.estimate * 60)} height="8"/>
        <line class="whisker" x1=${least} x2=${most} y1="4" y2="4"/>`}
    </svg>
    ${texts.unknown(shareWords(unknown, say))}
  </span>`;
}
