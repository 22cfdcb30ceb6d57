import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

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
/** Stretches of one tone that are shaded through all lines. */
export interface TimelineShade {
  readonly tone: TimelineTone;
  readonly bars: readonly TimelineBar[];
}

export interface TimelineProps {
  readonly lines: readonly TimelineLine[];
  readonly ticks: readonly TimelineTick[];
  readonly shades: readonly TimelineShade[];
  /** What is said of the shaded stretches, and of what is not drawn. */
  readonly words: readonly { readonly tone: TimelineTone; readonly text: string }[];
  /** First and last moment, in any unit that grows. */
  readonly start: number;
  readonly end: number;
}

/** In hundredths of the whole: the least that is seen of a bar, and of a shaded stretch. */
const leastBar = 0.6;
const leastShade = 1;

/** So many bars of a line are drawn as they are. */
const mostDrawn = 400;

/**
 * Bars as they are drawn: of very many, those between which no pause would be seen are one, so that nothing of what
 * they cover is lost.
 *
 * @param gap The longest pause that is not seen.
 */
export function drawnBars(bars: readonly TimelineBar[], gap: number): readonly TimelineBar[] {
  if (bars.length <= mostDrawn) return bars;
  // There are far fewer days than bars.
  const longest = new Map<number, number>();
  for (const { from, to } of bars) longest.set(from, Math.max(longest.get(from) ?? to, to));
  const joined: { from: number; to: number }[] = [];
  for (const [from, to] of [...longest].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from - last.to <= gap) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Spans of time as bars, one line each, with stretches shaded through them. */
export function timeline(parts: TimelineProps): TemplateResult | typeof nothing {
  const { lines, ticks, shades, words, start, end } = parts;
  if (lines.length === 0) return nothing;
  const x = (at: number) => Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
  /** One drawing of all bars, however many: each as a rectangle. */
  const drawing = (bars: readonly TimelineBar[], least: number, rectangle: Rectangle) =>
    drawnBars(bars, ((end - start) * least) / 100)
      .map(({ from, to }) => {
        const width = Math.max(least, x(to) - x(from));
        return rectangle(Math.min(x(from), 100 - width), width);
      })
      .join('');
  const ground: readonly SVGTemplateResult[] = [
    ...shades.map(
      ({ tone, bars }) =>
        svg`<path class="shade ${tone}" d=${drawing(bars, leastShade, fullHeight)}/>`,
    ),
    ...ticks.map(({ at }) => svg`<line class="grid" x1=${x(at)} x2=${x(at)} y1="0" y2="10"/>`),
  ];
  return html`<div class="timeline">
    ${lines.map(
      ({ name, tone, bars, words: when }) =>
        html`<div class="line ${tone}" title="${name}: ${when}">
          <span class="name">${name}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            ${ground}${svg`<path class="bar" d=${drawing(bars, leastBar, rounded)}/>`}
          </svg>
          <span class="visually-hidden">${when}</span>
        </div>`,
    )}
    ${words.map(({ text, tone }) => html`<p class="shade-words ${tone}">${text}</p>`)}
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

/** Writes a rectangle as a part of a path. */
type Rectangle = (left: number, width: number) => string;

const fullHeight: Rectangle = (left, width) =>
  `M${round(left)} 0h${round(width)}v10h-${round(width)}z`;

/** In the middle half of the height, with round corners. */
export const rounded: Rectangle = (left, width) => {
  const corner = round(Math.min(0.5, width / 2));
  // A corner that was rounded up leaves less than nothing, and a path knows no `--`.
  const side = Math.max(0, round(width - 2 * corner));
  const turn = (across: number, down: number) =>
    `a${corner} ${corner} 0 0 1 ${across * corner} ${down * corner}`;
  const tall = 5 - 2 * corner;
  return (
    `M${round(left + corner)} 2.5h${side}${turn(1, 1)}v${tall}` +
    `${turn(-1, 1)}h-${side}${turn(-1, -1)}v-${tall}${turn(1, -1)}z`
  );
};

/** Finer than anybody sees. */
function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
