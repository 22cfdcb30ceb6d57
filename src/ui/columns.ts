import { html, svg, type TemplateResult } from 'lit';

export interface ColumnBar {
  /** Parts from the bottom up. */
  readonly parts: readonly { readonly size: number; readonly tone: string }[];
  readonly words: string;
}

/** Upright bars side by side. `summary` is all of it in words, for the screen reader. */
export function columnChart(bars: readonly ColumnBar[], summary: string): TemplateResult {
  const highest = Math.max(
    1,
    ...bars.map(({ parts }) => parts.reduce((sum, { size }) => sum + size, 0)),
  );
  const width = 100 / Math.max(1, bars.length);
  return html`<svg
    class="columns"
    role="img"
    aria-label=${summary}
    viewBox="0 0 100 40"
    preserveAspectRatio="none"
  >
    ${bars.map(({ parts, words }, index) => {
      let top = 40;
      return svg`<g><title>${words}</title>${parts.map(({ size, tone }) => {
        const height = (size / highest) * 38;
        top -= height;
        return svg`<rect class=${tone} x=${index * width + width * 0.12} width=${width * 0.76} y=${top} height=${height}/>`;
      })}</g>`;
    })}
  </svg>`;
}
