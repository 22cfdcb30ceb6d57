/** Shares over time: mine, the area's, each with the band that its leaves allow. */
import { area as areaOf, line as lineOf } from 'd3-shape';
import { nothing, svg, type TemplateResult } from 'lit';
import {
  describeTrend,
  intervalWords,
  percentWords,
  quarterWords,
  type Say,
  type Trend,
  type TrendPoint,
  type TrendSignal,
} from '../../report/index.ts';
import { chartFigure, inPercent } from './figure.ts';
import { pointMark } from './points.ts';
import { quarterAxis, quarterNumber, quarterScale } from './quarters.ts';
import {
  endLabels,
  key,
  round,
  shareAxis,
  shareScale,
  textWidth,
  type Box,
  type Scale,
} from './scales.ts';
import type { ChartProps, Drawing, Plot, PlotPoint } from './types.ts';

export interface TrendSeries {
  /** `mine` is told apart, and left out of what is shared; `own` is counted exactly, and mine alone. */
  readonly kind: 'mine' | 'own' | 'area' | 'wider';
  readonly name: string;
  readonly trend: Trend;
}

export interface TrendProps extends ChartProps {
  /** The first is the one whose limits and median are drawn. */
  readonly series: readonly TrendSeries[];
  readonly target?: number | undefined;
}

export function trendChart(props: TrendProps): TemplateResult {
  return chartFigure(trendDrawing(props));
}

export function trendDrawing(props: TrendProps): Drawing {
  const { title, say, note } = props;
  const series = props.series.filter(({ trend }) => trend.counted > 0);
  return {
    ...{ title, say, note },
    finding: findingOf(props),
    table: tableOf(props),
    plot: series.length > 0 ? (width) => plotOf({ ...props, series }, width) : undefined,
    toShare: () =>
      trendDrawing({
        ...props,
        series: props.series.filter(({ kind }) => kind !== 'mine' && kind !== 'own'),
      }),
  };
}

/** A paragraph of each series; that all are preliminary is said once. */
function findingOf({ series, say }: TrendProps): readonly string[] {
  const all = series.map(({ trend, name }) => describeTrend(trend, name, say));
  const common = (all[0] ?? []).filter(
    (sentence, at) =>
      at > 0 &&
      all.length > 1 &&
      series.every(({ trend }) => trend.isPreliminary) &&
      all.every((sentences) => sentences.includes(sentence)),
  );
  return [
    ...all.map((sentences) => sentences.filter((each) => !common.includes(each)).join(' ')),
    ...(common.length > 0 ? [common.join(' ')] : []),
  ];
}

function plotOf(props: TrendProps, width: number): Plot {
  const { series, say, target } = props;
  const height = Math.round(Math.min(360, Math.max(240, width * 0.48)));
  const names = [
    ...series.map((each) => ({ words: nameWords(each, say), kind: each.kind as string })),
    ...(target === undefined
      ? []
      : [{ words: `${say.texts.target} ${percentWords(target, say)}`, kind: 'target' }]),
  ];
  const widest = Math.max(...names.map(({ words }) => textWidth(words)));
  const isWide = width - widest > 330;
  const above = isWide ? undefined : key(names, width - 52);
  const box: Box = {
    ...{ left: 52, right: width - (isWide ? widest + 16 : 32) },
    ...{ top: 12 + (above?.height ?? 0), bottom: height - 26 },
  };
  const quarters = series.flatMap(({ trend }) => trend.points);
  const x = quarterScale(quarters, box);
  const shares = quarters.flatMap(({ share }) => share ?? []);
  const [focus] = series;
  const y = shareScale(
    [
      ...shares.flatMap(({ least, most }) => [least, most]),
      ...(focus?.trend.points ?? []).flatMap(({ low, high }) => [low, high]).filter(isNumber),
      ...(target === undefined ? [] : [target]),
    ],
    [box.bottom, box.top],
  );
  const points = series.flatMap((each, at) =>
    each.trend.points.flatMap((point): PlotPoint[] =>
      point.share
        ? [
            {
              ...{ x: x(quarterNumber(point)), y: y(point.share.estimate), series: at },
              words: wordsOf(point, each, props),
            },
          ]
        : [],
    ),
  );
  const first = lastOf(points, 0);
  return {
    ...{ width, height, points, first },
    content: svg`${above ? svg`<g transform="translate(52 0)">${above.content}</g>` : nothing}
      ${shareAxis(y, box, say)}${quarterAxis(quarters, x, box, say)}
      ${target === undefined ? nothing : across('target', y(target), box)}
      ${focus ? limitsOf(focus.trend, x, y, box, say) : nothing}
      ${series.toReversed().map((each) => lineWithBand(each, x, y))}
      ${marksOf(series, points, first)}
      ${isWide ? endLabels(labelsOf(names, props, y), box.right + 10, box) : nothing}`,
  };
}

/** The last point of a series is where one begins to read. */
function lastOf(points: readonly PlotPoint[], series: number): number {
  return Math.max(
    0,
    points.findLastIndex((point) => point.series === series),
  );
}

function across(kind: string, y: number, { left, right }: Box): TemplateResult {
  return svg`<line aria-hidden="true" class="line ${kind}" x1=${left} x2=${right} y1=${round(y)} y2=${round(y)}/>`;
}

function limitsOf(
  trend: Trend,
  x: Scale,
  y: Scale,
  box: Box,
  { texts }: Say,
): TemplateResult | typeof nothing {
  if (trend.isPreliminary || trend.median === undefined) return nothing;
  const path = (limit: 'low' | 'high') =>
    lineOf<TrendPoint>()
      .x((point) => x(quarterNumber(point)))
      .y((point) => y(point[limit]!))
      .defined((point) => point[limit] !== undefined)
      .digits(1)(trend.points) ?? '';
  return svg`<g aria-hidden="true">${(['low', 'high'] as const).map(
    (limit) => svg`<path class="line limit limit998" d=${path(limit)}/>`,
  )}${across('median', y(trend.median), box)}
    <text class="label" x=${box.left + 4} y=${round(y(trend.median)) - 5}>${texts.median}</text></g>`;
}

function lineWithBand({ trend, kind }: TrendSeries, x: Scale, y: Scale): TemplateResult {
  const at = (point: TrendPoint) => x(quarterNumber(point));
  const isKnown = (point: TrendPoint) => point.share !== undefined;
  const band =
    areaOf<TrendPoint>()
      .x(at)
      .y0((point) => y(point.share!.least))
      .y1((point) => y(point.share!.most))
      .defined(isKnown)
      .digits(1)(trend.points) ?? '';
  const line =
    lineOf<TrendPoint>()
      .x(at)
      .y((point) => y(point.share!.estimate))
      .defined(isKnown)
      .digits(1)(trend.points) ?? '';
  return svg`<g aria-hidden="true"><path class="band ${kind}" d=${band}/>
    <path class="line ${kind} ${trend.isPreliminary ? 'preliminary' : ''}" d=${line}/></g>`;
}

function marksOf(
  series: readonly TrendSeries[],
  points: readonly PlotPoint[],
  first: number,
): readonly TemplateResult[] {
  let at = 0;
  return series.flatMap(({ trend, kind }) => {
    const outliers = new Map(
      trend.signals.filter(isOutlier).map((signal) => [signal.at, signal.side]),
    );
    return trend.points.flatMap((point, index) => {
      if (!point.share) return [];
      const side = outliers.get(index);
      const mark = {
        shape: side === undefined ? ('circle' as const) : ('diamond' as const),
        area: side === undefined ? (kind === 'mine' ? 44 : 26) : 110,
        kind: side === undefined ? kind : `${kind} out out998`,
      };
      const drawn = pointMark(points[at]!, at, at === first, mark);
      at++;
      return [drawn];
    });
  });
}

type Outlier = Extract<TrendSignal, { kind: 'outlier' }>;

function isOutlier(signal: TrendSignal): signal is Outlier {
  return signal.kind === 'outlier';
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

function nameWords(series: TrendSeries, say: Say): string {
  const { name, kind } = series;
  const last = lastShare(series);
  const words = last === undefined ? name : `${name} ${percentWords(last, say)}`;
  return kind === 'own' ? `${words}, ${say.texts.ownOnly}` : words;
}

function labelsOf(
  names: readonly { readonly words: string; readonly kind: string }[],
  { series, target = 0 }: TrendProps,
  y: Scale,
) {
  return names.map((name, at) => ({ ...name, y: y(lastShare(series[at]) ?? target) }));
}

function lastShare(series: TrendSeries | undefined): number | undefined {
  return series?.trend.points.findLast(({ share }) => share !== undefined)?.share?.estimate;
}

function wordsOf(
  point: TrendPoint,
  { name, kind, trend }: TrendSeries,
  { say }: TrendProps,
): readonly string[] {
  const { texts } = say;
  const { share, unknown } = point;
  if (!share) return [];
  const interval = intervalWords(share, say);
  return [
    `${name}, ${quarterWords(point, say)}: ${texts.of(percentWords(share.estimate, say), Math.round(share.of))}`,
    ...(interval === undefined ? [] : [texts.allowed(interval)]),
    ...(unknown ? [texts.unknown(percentWords(unknown.estimate, say))] : []),
    ...(trend.isPreliminary ? [texts.preliminary] : []),
    ...(kind === 'own' ? [texts.ownOnly] : []),
  ];
}

function tableOf({ series, say }: TrendProps): Drawing['table'] {
  const { columns } = say.texts;
  return {
    columns: [
      { title: columns.who, type: 'text' },
      { title: columns.quarter, type: 'text' },
      { title: columns.share, type: 'number' },
      { title: columns.least, type: 'number' },
      { title: columns.most, type: 'number' },
      { title: columns.patients, type: 'number' },
      { title: columns.unknown, type: 'number' },
      { title: columns.low, type: 'number' },
      { title: columns.high, type: 'number' },
    ],
    rows: series.flatMap(({ name, trend }) =>
      trend.points.map((point) => {
        const { share, unknown, low, high } = point;
        return [
          ...[name, quarterWords(point, say)],
          ...(share
            ? [inPercent(share.estimate), inPercent(share.least), inPercent(share.most)]
            : [say.texts.notCounted, undefined, undefined]),
          ...[share && Math.round(share.of), inPercent(unknown?.estimate)],
          ...[inPercent(low), inPercent(high)],
        ];
      }),
    ),
  };
}
