/** Counts that are known between two ends, a bar each: filled as far as is certain, open as far as may be. */
import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import type { Interval } from '../../report/index.ts';
import { key, linesWithin, round, type Scale } from './scales.ts';
import type { ChartProps, Drawing, Plot, PlotPoint } from './types.ts';

export interface BarRow {
  readonly name: string;
  /** The area's. */
  readonly all: Interval;
  /** Mine alone, where I am told apart. */
  readonly mine?: Interval | undefined;
}

export interface BarsProps extends ChartProps {
  readonly rows: readonly BarRow[];
  /** What the area is called. */
  readonly area: string;
  readonly finding: readonly string[];
  /** Heads of the table. */
  readonly heads: {
    readonly what: string;
    readonly estimate: string;
    readonly least: string;
    readonly most: string;
  };
  /** `36 ± 6`, `under 5`. */
  readonly words: (count: Interval) => string;
}

export function barsDrawing(props: BarsProps): Drawing {
  const { title, say, note, rows, finding } = props;
  return {
    ...{ title, say, note, finding },
    table: tableOf(props),
    plot: rows.length > 0 ? (width) => plotOf(props, width) : undefined,
    toShare: () => barsDrawing({ ...props, rows: rows.map(({ name, all }) => ({ name, all })) }),
  };
}

const lineHeight = 15;
const barHeight = 14;
const thinBar = 7;

function plotOf(props: BarsProps, width: number): Plot {
  const { rows, area, say } = props;
  const [left, right] = [2, width - 12];
  const most = Math.max(1, ...rows.flatMap(({ all, mine }) => [all.most, mine?.most ?? 0]));
  const x = scaleLinear([0, most], [left, right]).nice(4);
  const hasMine = rows.some(({ mine }) => mine);
  const names = hasMine
    ? key(
        [
          { words: area, kind: 'area' },
          { words: say.texts.mine, kind: 'mine' },
        ],
        width,
      )
    : undefined;
  let y = (names?.height ?? 0) + 12;
  const drawn: TemplateResult[] = [];
  const points: PlotPoint[] = [];
  const draw = (name: string, who: string, count: Interval, kind: 'area' | 'mine') => {
    const height = kind === 'mine' ? thinBar : barHeight;
    const at = points.length;
    const words = [`${name}. ${who}: ${props.words(count)}`];
    points.push({ x: x(count.most), y: y + height / 2, words, series: kind === 'mine' ? 1 : 0 });
    drawn.push(barOf(count, { x, y, height, kind, at, words }));
    y += height + 2;
  };
  for (const { name, all, mine } of rows) {
    const lines = linesWithin(name, width - 8);
    drawn.push(
      svg`<g aria-hidden="true">${lines.map(
        (line, at) =>
          svg`<text class="label of-area beside" x=${left} y=${y + at * lineHeight}>${line}</text>`,
      )}</g>`,
    );
    y += (lines.length - 1) * lineHeight + 5;
    draw(name, area, all, 'area');
    if (mine) draw(name, say.texts.mine, mine, 'mine');
    y += 22;
  }
  const bottom = y - 16;
  return {
    ...{ width, height: bottom + 22, points, first: 0 },
    content: svg`${names?.content ?? nothing}${axisOf(x, bottom, say.language)}${drawn}`,
  };
}

function barOf(
  { least, most }: Interval,
  {
    x,
    y,
    height,
    kind,
    at,
    words,
  }: {
    readonly x: Scale;
    readonly y: number;
    readonly height: number;
    readonly kind: string;
    readonly at: number;
    readonly words: readonly string[];
  },
): TemplateResult {
  const [from, certain, end] = [x(0), x(least), x(most)].map(round) as [number, number, number];
  return svg`<g class="point bar ${kind}" role="img" aria-label=${words.join('. ')} data-at=${at}
    tabindex=${at === 0 ? 0 : -1}>
    <rect class="halo" x=${from} y=${y - 2} width=${Math.max(6, end - from) + 2} height=${height + 4}/>
    <rect class="open" x=${certain} y=${y} width=${Math.max(0, end - certain)} height=${height}/>
    <rect class="mark" x=${from} y=${y} width=${Math.max(0, certain - from)} height=${height}/></g>`;
}

function axisOf(x: Scale, y: number, language: 'da' | 'en'): TemplateResult {
  const ticks = x.ticks(4).filter(Number.isInteger);
  return svg`<g aria-hidden="true">${ticks.map(
    (tick) => svg`<line class="grid" x1=${round(x(tick))} x2=${round(x(tick))} y1=${y} y2=${y + 4}/>
      <text class="tick ${tick === 0 ? '' : 'middle'}" x=${round(x(tick))} y=${y + 17}>${formatCount(tick, language)}</text>`,
  )}</g>`;
}

function tableOf({ rows, area, heads, say }: BarsProps): Drawing['table'] {
  const hasMine = rows.some(({ mine }) => mine);
  const three = (who: string) =>
    [heads.estimate, heads.least, heads.most].map((head) => ({
      title: hasMine ? `${who}: ${head}` : head,
      type: 'number' as const,
    }));
  const cells = (count: Interval | undefined) => [
    count && Math.round(count.estimate),
    count?.least,
    count?.most,
  ];
  return {
    columns: [
      { title: heads.what, type: 'text' },
      ...(hasMine ? three(say.texts.mine) : []),
      ...three(area),
    ],
    rows: rows.map(({ name, all, mine }) => [name, ...(hasMine ? cells(mine) : []), ...cells(all)]),
  };
}
