/** Counts by period, each with the band that the clinics' leaves allow. */
import { scaleLinear } from 'd3-scale';
import { area as areaOf, line as lineOf } from 'd3-shape';
import { nothing, svg, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import type { Interval } from '../../report/index.ts';
import { pointMark } from './points.ts';
import { endLabels, key, round, textWidth, type Box, type Scale } from './scales.ts';
import type { ChartProps, Drawing, Plot, PlotPoint, TableCell } from './types.ts';

export interface PeriodSeries {
  /** The first is a full line, the other a broken one. */
  readonly kind: 'area' | 'wider';
  readonly name: string;
  /** By period; undefined: not counted in it. */
  readonly counts: readonly (Interval | undefined)[];
}

export interface PeriodsProps extends ChartProps {
  readonly periods: readonly { readonly short: string; readonly long: string }[];
  readonly series: readonly PeriodSeries[];
  readonly finding: readonly string[];
  /** Heads of the table. */
  readonly heads: { readonly period: string; readonly least: string; readonly most: string };
  /** `36 ± 6`, `under 5`. */
  readonly words: (count: Interval) => string;
}

export function periodsDrawing(props: PeriodsProps): Drawing {
  const { title, say, note, series, finding } = props;
  const isAny = series.some(({ counts }) => counts.some((each) => each));
  return {
    ...{ title, say, note, finding },
    table: tableOf(props),
    plot: isAny ? (width) => plotOf(props, width) : undefined,
    toShare: () => periodsDrawing(props),
  };
}

interface Place {
  readonly at: number;
  readonly count: Interval | undefined;
}

function plotOf(props: PeriodsProps, width: number): Plot {
  const { series, periods, say, words } = props;
  const height = Math.round(Math.min(320, Math.max(220, width * 0.45)));
  const names = series.map(({ name, kind }) => ({ words: name, kind: kind as string }));
  const widest = Math.max(...names.map((each) => textWidth(each.words)));
  const isWide = width - widest > 330;
  const above = isWide ? undefined : key(names, width - 52);
  const box: Box = {
    ...{ left: 52, right: width - (isWide ? widest + 16 : 24) },
    ...{ top: 12 + (above?.height ?? 0), bottom: height - 26 },
  };
  const last = periods.length - 1;
  const x = scaleLinear(last === 0 ? [-1, 1] : [0, last], [box.left, box.right]);
  const most = Math.max(
    1,
    ...series.flatMap(({ counts }) => counts.map((each) => each?.most ?? 0)),
  );
  const y = scaleLinear([0, most], [box.bottom, box.top]).nice(5);
  const all = series.map(({ counts }) => counts.map((count, at): Place => ({ at, count })));
  const points = series.flatMap(({ name }, place) =>
    all[place]!.flatMap(({ at, count }): PlotPoint[] =>
      count
        ? [
            {
              ...{ x: x(at), y: y(count.estimate), series: place },
              words: [`${name}, ${periods[at]!.long}: ${words(count)}`],
            },
          ]
        : [],
    ),
  );
  const first = Math.max(
    0,
    points.findLastIndex((point) => point.series === 0),
  );
  return {
    ...{ width, height, points, first },
    content: svg`${above ? svg`<g transform="translate(52 0)">${above.content}</g>` : nothing}
      ${countAxis(y, box, say.language)}${periodAxis(periods, x, box)}
      ${series.map(({ kind }, place) => lineWithBand(all[place]!, kind, x, y)).toReversed()}
      ${points.map((point, at) =>
        pointMark(point, at, at === first, {
          ...{ shape: 'circle' as const, area: 30, kind: series[point.series]!.kind },
        }),
      )}
      ${
        isWide
          ? endLabels(
              names.map((name, place) => ({ ...name, y: y(lastOf(all[place]!)) })),
              box.right + 10,
              box,
            )
          : nothing
      }`,
  };
}

function lastOf(places: readonly Place[]): number {
  return places.findLast(({ count }) => count)?.count?.estimate ?? 0;
}

function lineWithBand(places: readonly Place[], kind: string, x: Scale, y: Scale): TemplateResult {
  const isKnown = ({ count }: Place) => count !== undefined;
  const band =
    areaOf<Place>()
      .x(({ at }) => x(at))
      .y0(({ count }) => y(count!.least))
      .y1(({ count }) => y(count!.most))
      .defined(isKnown)
      .digits(1)([...places]) ?? '';
  const line =
    lineOf<Place>()
      .x(({ at }) => x(at))
      .y(({ count }) => y(count!.estimate))
      .defined(isKnown)
      .digits(1)([...places]) ?? '';
  return svg`<g aria-hidden="true"><path class="band ${kind}" d=${band}/>
    <path class="line ${kind}" d=${line}/></g>`;
}

function countAxis(y: Scale, { left, right }: Box, language: 'da' | 'en'): TemplateResult {
  const ticks = y.ticks(5).filter(Number.isInteger);
  return svg`<g class="axis" aria-hidden="true">${ticks.map(
    (
      tick,
    ) => svg`<line class="grid" x1=${left} x2=${right} y1=${round(y(tick))} y2=${round(y(tick))}/>
      <text class="tick end" x=${left - 8} y=${round(y(tick)) + 4}>${formatCount(tick, language)}</text>`,
  )}</g>`;
}

/** So many names as have room, the last among them. */
function periodAxis(
  periods: PeriodsProps['periods'],
  x: Scale,
  { left, right, bottom }: Box,
): TemplateResult {
  const room = Math.max(1, Math.floor((right - left) / 72));
  const step = Math.ceil(periods.length / room);
  const last = periods.length - 1;
  return svg`<g aria-hidden="true">${periods.map(({ short }, at) =>
    (last - at) % step === 0
      ? svg`<line class="grid" x1=${round(x(at))} x2=${round(x(at))} y1=${bottom} y2=${bottom + 4}/>
          <text class="tick middle" x=${round(x(at))} y=${bottom + 17}>${short}</text>`
      : nothing,
  )}</g>`;
}

function tableOf({ periods, series, heads, say }: PeriodsProps): Drawing['table'] {
  return {
    columns: [
      { title: heads.period, type: 'text' },
      ...series.flatMap(({ name }) =>
        [name, `${name}: ${heads.least}`, `${name}: ${heads.most}`].map((title) => ({
          title,
          type: 'number' as const,
        })),
      ),
    ],
    rows: periods.map(({ long }, at) => [
      long,
      ...series.flatMap(({ counts }): TableCell[] => {
        const count = counts[at];
        return count
          ? [Math.round(count.estimate), count.least, count.most]
          : [say.texts.notCounted, undefined, undefined];
      }),
    ]),
  };
}
