/** Points of a plot: each a shape of its own kind, reached by keys, and heard. */
import { symbol, symbolCircle, symbolDiamond, symbolTriangle, type SymbolType } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { PlotPoint } from './types.ts';
import { round } from './scales.ts';

export type Shape = 'circle' | 'up' | 'down' | 'diamond';

const symbols: Readonly<Record<Shape, SymbolType>> = {
  circle: symbolCircle,
  up: symbolTriangle,
  down: symbolTriangle,
  diamond: symbolDiamond,
};

/** The outlines of shapes by their size: the same few are drawn a thousand times. */
const outlines = new Map<string, string>();

function outline(shape: Shape, area: number): string {
  const name = `${shape} ${area}`;
  let path = outlines.get(name);
  if (path === undefined) {
    path = symbol(symbols[shape], area).digits(2)() ?? '';
    outlines.set(name, path);
  }
  return path;
}

export interface Mark {
  readonly shape: Shape;
  /** In square pixels. */
  readonly area: number;
  /** Classes: whose it is, and what is said of it. */
  readonly kind: string;
}

/** A point that keys come to. The drawing around it is hidden from screen readers: the point says it all. */
export function pointMark(
  { x, y, words }: PlotPoint,
  at: number,
  isFirst: boolean,
  { shape, area, kind }: Mark,
  beside: TemplateResult | undefined = undefined,
): TemplateResult {
  const turned = shape === 'down' ? ' rotate(180)' : '';
  return svg`<g class="point ${kind}" role="img" aria-label=${words.join('. ')} data-at=${at}
    tabindex=${isFirst ? 0 : -1}>${beside}<path class="halo" d=${outline('circle', 420)}
      transform="translate(${round(x)} ${round(y)})"/><path class="mark" d=${outline(shape, area)}
      transform="translate(${round(x)} ${round(y)})${turned}"/></g>`;
}
