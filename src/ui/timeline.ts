import { html, nothing, svg, type TemplateResult } from 'lit';

export interface TimelineBar {
  readonly from: number;
  readonly to: number;
}
export interface TimelineLine {
  readonly name: string;
  readonly tone: 'critical' | 'warning' | 'info' | 'plain' | 'past';
  readonly bars: readonly TimelineBar[];
  /** When, in words: for the tooltip and the screen reader. */
  readonly words: string;
}
export interface TimelineTick {
  readonly at: number;
  readonly label: string;
}

/** Spans of time as bars, one line each, between `start` and `end` (any unit that grows). */
export function timeline(
  lines: readonly TimelineLine[],
  ticks: readonly TimelineTick[],
  start: number,
  end: number,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const x = (at: number) => Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
  return html`<div class="timeline">
    ${lines.map(
      ({ name, tone, bars, words }) =>
        html`<div class="line ${tone}" title="${name}: ${words}">
          <span class="name">${name}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            ${ticks.map(({ at }) => svg`<line class="grid" x1=${x(at)} x2=${x(at)} y1="0" y2="10"/>`)}
            ${bars.map(
              ({ from, to }) =>
                svg`<rect x=${x(from)} width=${Math.max(0.6, x(to) - x(from))} y="2" height="6" rx="0.6"/>`,
            )}
          </svg>
          <span class="visually-hidden">${words}</span>
        </div>`,
    )}
    <div class="line scale" aria-hidden="true">
      <span></span>
      <span class="ticks">${ticks.map(({ label }) => html`<span>${label}</span>`)}</span>
    </div>
  </div>`;
}
