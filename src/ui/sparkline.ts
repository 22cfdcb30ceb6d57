import { html, nothing, svg, type TemplateResult } from 'lit';

export interface SparkPoint {
  /** Position in time, any unit that grows. */
  readonly x: number;
  readonly y: number;
}

/**
 * A small line of a series' shape, its last point marked. It says nothing that the text beside it does
 * not: hidden from screen readers.
 */
export function sparkline(
  points: readonly SparkPoint[],
  size: { readonly width: number; readonly height: number } = { width: 44, height: 16 },
): TemplateResult | typeof nothing {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return nothing;
  const margin = 2.5;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const scale = (value: number, low: number, high: number, from: number, to: number) =>
    high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const at = ({ x, y }: SparkPoint) =>
    [
      scale(x, Math.min(...xs), Math.max(...xs), margin, size.width - margin),
      scale(y, low, high, size.height - margin, margin),
    ].map((number) => number.toFixed(1));
  const [endX, endY] = at(last);
  return html`<svg
    class="sparkline"
    width=${size.width}
    height=${size.height}
    viewBox="0 0 ${size.width} ${size.height}"
    aria-hidden="true"
    focusable="false"
  >
    ${svg`<polyline points=${points.map((point) => at(point).join(',')).join(' ')}
      fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" stroke-linecap="round"/>
    <circle cx=${endX} cy=${endY} r="1.8" fill="currentColor"/>`}
  </svg>`;
}
