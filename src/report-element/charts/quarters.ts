/** The axis of quarters, which trends and deciles share. */
import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import type { Say } from '../../report/index.ts';
import { round, type Box, type Scale } from './scales.ts';

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** Quarters as numbers, a year apart by four. */
export function quarterNumber({ year, quarter }: Quarter): number {
  return year * 4 + quarter - 1;
}

/** A scale over all quarters from the first to the last. */
export function quarterScale(all: readonly Quarter[], { left, right }: Box): Scale {
  const numbers = all.map(quarterNumber);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last
    ? scaleLinear([first - 1, last + 1], [left, right])
    : scaleLinear([first, last], [left, right]);
}

/** Names of quarters below the plot: so many as have room, the first and the last among them. */
export function quarterAxis(
  all: readonly Quarter[],
  x: Scale,
  { left, right, bottom }: Box,
  { texts }: Say,
): TemplateResult {
  const numbers = [...new Set(all.map(quarterNumber))].sort((a, b) => a - b);
  const room = Math.max(2, Math.floor((right - left) / 72));
  const span = numbers.at(-1)! - numbers[0]!;
  const step = [1, 2, 4, 8, 12, 20, 40].find((each) => span / each < room) ?? 80;
  const last = numbers.at(-1)!;
  const told = Array.from({ length: Math.floor(span / step) + 1 }, (_, at) => last - at * step);
  return svg`<g aria-hidden="true">${told.map((number) => {
    const at = round(x(number));
    return svg`<line class="grid" x1=${at} x2=${at} y1=${bottom} y2=${bottom + 4}/>
      <text class="tick middle" x=${at} y=${bottom + 17}>${texts.shortQuarter((number % 4) + 1, Math.floor(number / 4))}</text>`;
  })}</g>`;
}
