import { html, nothing, svg, type TemplateResult } from 'lit';
import { shownPoints, type SeriesPoint } from './series.ts';

export interface TrendProps<Point extends SeriesPoint> {
  /** Oldest first. */
  readonly points: readonly Point[];
  /** When and how much, in words: asked of the points that are drawn. */
  readonly wordsOf: (point: Point) => string;
  /** Reference interval; a missing side is open. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/**
 * A result over time, on its reference interval. Each point tells its words when pointed at; the table
 * beside it says the same to everybody, so the drawing itself is hidden from screen readers.
 */
export function trend<Point extends SeriesPoint>(
  props: TrendProps<Point>,
): TemplateResult | typeof nothing {
  const { low, high, wordsOf } = props;
  const points = shownPoints(props.points);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return nothing;
  const ys = [...points.map(({ y }) => y), ...[low, high].filter((each) => each !== undefined)];
  const [least, most] = [Math.min(...ys), Math.max(...ys)];
  // An open side of the interval needs room to be seen as one.
  const room = (most - least || 1) / 4;
  const bottom = low === undefined && high !== undefined ? least - room : least;
  const top = high === undefined && low !== undefined ? most + room : most;
  const span = top - bottom || 1;
  const x = (at: number) =>
    last.x === first.x ? 50 : 2 + ((at - first.x) / (last.x - first.x)) * 96;
  const y = (value: number) => 36 - ((value - bottom) / span) * 32;
  const band =
    low === undefined && high === undefined
      ? nothing
      : svg`<rect class="band" x="0" width="100" y=${high === undefined ? 0 : y(high)}
          height=${(low === undefined ? 40 : y(low)) - (high === undefined ? 0 : y(high))}/>`;
  return html`<svg class="trend" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
    ${band}
    ${svg`<polyline points=${points.map((each) => `${x(each.x)},${y(each.y)}`).join(' ')}/>`}
    ${points.map(
      // A line without length, with round ends, stays round however the drawing is stretched.
      (each) => svg`<path class=${each === last ? 'point last' : 'point'}
        d="M${x(each.x)} ${y(each.y)}h0"><title>${wordsOf(each)}</title></path>`,
    )}
  </svg>`;
}
