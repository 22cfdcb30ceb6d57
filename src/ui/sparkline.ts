import { html, nothing, type TemplateResult } from 'lit';
import { shownPoints, type SeriesPoint } from './series.ts';

/** Where a small line of a series runs, and where it ends; undefined for fewer than two points. */
function sparkLine(
  points: readonly SeriesPoint[],
  size: { readonly width: number; readonly height: number },
): { readonly points: string; readonly endX: string; readonly endY: string } | undefined {
  const last = points.at(-1);
  if (!last || points.length < 2) return undefined;
  const margin = 2.5;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const scale = (value: number, low: number, high: number, from: number, to: number) =>
    high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const acrossAt = ({ x }: SeriesPoint) =>
    scale(x, left, right, margin, size.width - margin).toFixed(1);
  const downAt = ({ y }: SeriesPoint) =>
    scale(y, low, high, size.height - margin, margin).toFixed(1);
  return {
    points: points.map((point) => `${acrossAt(point)},${downAt(point)}`).join(' '),
    endX: acrossAt(last),
    endY: downAt(last),
  };
}

/** The usual size of a small line, in pixels. */
const sparkSize = { width: 36, height: 16 };

/**
 * A small line of a series' shape, its last point marked. It says nothing that the text beside it does
 * not: hidden from screen readers.
 */
export function sparkline(
  points: readonly SeriesPoint[],
  size: { readonly width: number; readonly height: number } = sparkSize,
): TemplateResult | typeof nothing {
  const line = sparkLine(shownPoints(points), size);
  if (!line) return nothing;
  return html`<svg
    class="sparkline"
    width=${size.width}
    height=${size.height}
    viewBox="0 0 ${size.width} ${size.height}"
    aria-hidden="true"
    focusable="false"
  >
    <polyline
      points=${line.points}
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linejoin="round"
      stroke-linecap="round"
    />
    <circle cx=${line.endX} cy=${line.endY} r="1.8" fill="currentColor" />
  </svg>`;
}
