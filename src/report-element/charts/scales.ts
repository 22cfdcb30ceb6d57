/** Axes of shares, and where labels stand so that none covers another. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import type { Say } from '../../report/index.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Scale = ScaleLinear<number, number>;

/** A scale of shares that holds all of them, with a little room, and ends at 0 and 1 at the latest. */
export function shareScale(shares: readonly number[], range: readonly [number, number]): Scale {
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const room = Math.max(0.01, (most - least) * 0.06);
  const domain = [Math.max(0, least - room), Math.min(1, most + room)] as const;
  const scale = scaleLinear([...domain], [...range]).nice(5);
  const [from = 0, to = 1] = scale.domain();
  return scale.domain([Math.max(0, from), Math.min(1, to)]);
}

/** The ticks of a scale of shares, with their words: as many digits as tell one from the next. */
export function shareTicks(
  scale: Scale,
  wanted: number,
  { language, texts }: Say,
): readonly { readonly share: number; readonly words: string }[] {
  const ticks = scale.ticks(wanted);
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1;
  const decimals = step >= 0.0095 ? 0 : 1;
  return ticks.map((share) => ({
    share,
    words: texts.percent(formatCount(share * 100, language, decimals)),
  }));
}

/** Lines across the plot at round shares, with their numbers at the left. */
export function shareAxis(scale: Scale, { left, right }: Box, say: Say): TemplateResult {
  return svg`<g class="axis" aria-hidden="true">${shareTicks(scale, 5, say).map(
    ({ share, words }) => svg`<line class="grid" x1=${left} x2=${right}
        y1=${round(scale(share))} y2=${round(scale(share))}/>
      <text class="tick end" x=${left - 8} y=${round(scale(share)) + 4}>${words}</text>`,
  )}</g>`;
}

/** What stands below the plot. */
export function axisTitle(words: string, { left, right }: Box, y: number): TemplateResult {
  return svg`<text class="tick middle" aria-hidden="true" x=${(left + right) / 2} y=${y}>${words}</text>`;
}

/** Pixels that a text takes at the size of labels, roughly: no layout is asked. */
export function textWidth(text: string): number {
  return text.length * 6.7;
}

/**
 * Moves labels apart that want to stand closer than `gap`, each as little as it takes, and keeps them between the ends.
 *
 * @returns Where each stands, in the order in which they came.
 */
export function apart(
  wanted: readonly number[],
  gap: number,
  [from, to]: readonly [number, number],
): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let least = from;
  for (const at of order) {
    places[at] = Math.max(places[at]!, least);
    least = places[at] + gap;
  }
  let most = to;
  for (const at of order.toReversed()) {
    places[at] = Math.min(places[at]!, most);
    most = places[at] - gap;
  }
  return places;
}

export interface EndLabel {
  readonly y: number;
  readonly words: string;
  readonly kind: string;
}

/** Labels at the end of lines, none on top of another. */
export function endLabels(
  labels: readonly EndLabel[],
  x: number,
  { top, bottom }: Box,
): TemplateResult | typeof nothing {
  if (labels.length === 0) return nothing;
  const places = apart(
    labels.map(({ y }) => y),
    15,
    [top + 6, bottom - 2],
  );
  return svg`<g aria-hidden="true">${labels.map(
    ({ words, kind }, at) =>
      svg`<text class="label ${kind}" x=${x} y=${round(places[at]!) + 4}>${words}</text>`,
  )}</g>`;
}

/** A key above a plot that is too narrow for labels beside its lines: as many rows as it takes. */
export function key(
  entries: readonly { readonly words: string; readonly kind: string }[],
  width: number,
): { readonly content: TemplateResult; readonly height: number } {
  let [x, row] = [0, 0];
  const placed = entries.map((entry) => {
    const own = textWidth(entry.words) + 36;
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const at = { ...entry, x, y: row * 18 };
    x += own;
    return at;
  });
  return {
    content: svg`<g aria-hidden="true">${placed.map(
      ({ words, kind, x: left, y }) =>
        svg`<line class="line ${kind}" x1=${left + 2} x2=${left + 18} y1=${y + 8} y2=${y + 8}/>
          <text class="label ${kind}" x=${left + 24} y=${y + 12}>${words}</text>`,
    )}</g>`,
    height: entries.length === 0 ? 0 : (row + 1) * 18 + 6,
  };
}

/** A tenth of a pixel is as much as is seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A text in lines that are no wider than so many pixels, as far as its words allow. */
export function linesWithin(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
