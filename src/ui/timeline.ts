import { html, nothing, svg, type TemplateResult } from 'lit';

export interface TimelineBar {
  readonly from: number;
  readonly to: number;
}
export type TimelineTone = 'critical' | 'warning' | 'info' | 'plain' | 'past';
export interface TimelineLine {
  readonly name: string;
  readonly tone: TimelineTone;
  readonly bars: readonly TimelineBar[];
  /** When, in words: for the tooltip and the screen reader. */
  readonly words: string;
}
export interface TimelineTick {
  readonly at: number;
  readonly label: string;
}
/** A stretch that is shaded through all lines, with its words under them. */
export interface TimelineShade extends TimelineBar {
  readonly tone: TimelineTone;
  readonly words: string;
}

export interface TimelineProps {
  readonly lines: readonly TimelineLine[];
  readonly ticks: readonly TimelineTick[];
  readonly shades: readonly TimelineShade[];
  /** First and last moment, in any unit that grows. */
  readonly start: number;
  readonly end: number;
}

/** Spans of time as bars, one line each, with stretches shaded through them. */
export function timeline(parts: TimelineProps): TemplateResult | typeof nothing {
  const { lines, ticks, shades, start, end } = parts;
  if (lines.length === 0) return nothing;
  const x = (at: number) => Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
  const bar = ({ from, to }: TimelineBar, least: number) => {
    const width = Math.max(least, x(to) - x(from));
    return { x: Math.min(x(from), 100 - width), width };
  };
  const ground = [
    ...shades.map((shade) => {
      const { x: left, width } = bar(shade, 1);
      return svg`<rect class="shade ${shade.tone}" x=${left} width=${width} y="0" height="10"/>`;
    }),
    ...ticks.map(({ at }) => svg`<line class="grid" x1=${x(at)} x2=${x(at)} y1="0" y2="10"/>`),
  ];
  return html`<div class="timeline">
    ${lines.map(
      ({ name, tone, bars, words }) =>
        html`<div class="line ${tone}" title="${name}: ${words}">
          <span class="name">${name}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            ${ground}
            ${bars.map((each) => {
              const { x: left, width } = bar(each, 0.6);
              return svg`<rect class="bar" x=${left} width=${width} y="2.5" height="5" rx="0.5"/>`;
            })}
          </svg>
          <span class="visually-hidden">${words}</span>
        </div>`,
    )}
    ${shades.map(({ words, tone }) => html`<p class="shade-words ${tone}">${words}</p>`)}
    <div class="line scale" aria-hidden="true">
      <span></span>
      <span class="ticks"
        >${ticks.map(
          ({ at, label }) => html`<span .style=${`left: ${x(at)}%`}>${label}</span>`,
        )}</span
      >
    </div>
  </div>`;
}
