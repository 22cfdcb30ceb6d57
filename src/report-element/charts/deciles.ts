/** How an area's clinics are spread over time: deciles and quartiles, and my own clinic among them. */
import { area as areaOf, line as lineOf } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import {
  describeDeciles,
  intervalWords,
  percentWords,
  quarterWords,
  type Quantile,
  type Share,
} from '../../report/index.ts';
import { chartFigure, inPercent } from './figure.ts';
import { pointMark } from './points.ts';
import { quarterAxis, quarterNumber, quarterScale, type Quarter } from './quarters.ts';
import { key, shareAxis, shareScale, type Box } from './scales.ts';
import type { ChartProps, Drawing, Plot, PlotPoint } from './types.ts';

export interface DecileQuarter extends Quarter {
  /** As `decilesOf` makes them; undefined where there are too few clinics. */
  readonly deciles: readonly Quantile[] | undefined;
  readonly mine?: Share | undefined;
}

export interface DecileProps extends ChartProps {
  /** Oldest first. */
  readonly quarters: readonly DecileQuarter[];
}

type Told = DecileQuarter & { readonly deciles: readonly Quantile[] };

export function decileChart(props: DecileProps): TemplateResult {
  return chartFigure(decileDrawing(props));
}

export function decileDrawing(props: DecileProps): Drawing {
  const { title, say, note, quarters } = props;
  const told = quarters.filter((each): each is Told => each.deciles !== undefined);
  const last = told.at(-1);
  return {
    ...{ title, say, note },
    finding: describeDeciles(last?.deciles, last ? quarterWords(last, say) : '', say, last?.mine),
    table: tableOf(props),
    plot: told.length > 0 ? (width) => plotOf(props, told, width) : undefined,
    toShare: () =>
      decileDrawing({
        ...props,
        quarters: quarters.map((each) => ({ ...each, mine: undefined })),
      }),
  };
}

function estimateOf(deciles: readonly Quantile[], wanted: number): number {
  return deciles.find(({ part }) => part === wanted)!.estimate;
}

function plotOf({ say, quarters }: DecileProps, told: readonly Told[], width: number): Plot {
  const { texts } = say;
  const height = Math.round(Math.min(360, Math.max(240, width * 0.48)));
  const last = told.at(-1)!;
  const own = quarters.filter(({ mine }) => mine !== undefined);
  const mine = own.at(-1)?.mine;
  const above = key(
    [
      ...(mine
        ? [{ words: `${texts.mine} ${percentWords(mine.estimate, say)}`, kind: 'mine' }]
        : []),
      {
        words: `${texts.median} ${percentWords(estimateOf(last.deciles, 0.5), say)}`,
        kind: 'area',
      },
      { words: texts.deciles.half, kind: 'of-half' },
      { words: texts.deciles.most, kind: 'of-most' },
    ],
    width - 52,
  );
  const box: Box = { left: 52, right: width - 32, top: 12 + above.height, bottom: height - 26 };
  const x = quarterScale(quarters, box);
  const y = shareScale(
    [
      ...told.flatMap(({ deciles }) => [estimateOf(deciles, 0.1), estimateOf(deciles, 0.9)]),
      ...own.flatMap(({ mine: share }) => (share ? [share.least, share.most] : [])),
    ],
    [box.bottom, box.top],
  );
  const fan = (from: number, to: number) =>
    areaOf<Told>()
      .x((each) => x(quarterNumber(each)))
      .y0(({ deciles }) => y(estimateOf(deciles, from)))
      .y1(({ deciles }) => y(estimateOf(deciles, to)))
      .digits(1)(told) ?? '';
  const median =
    lineOf<Told>()
      .x((each) => x(quarterNumber(each)))
      .y(({ deciles }) => y(estimateOf(deciles, 0.5)))
      .digits(1)(told) ?? '';
  const ownLine =
    lineOf<DecileQuarter>()
      .x((each) => x(quarterNumber(each)))
      .y(({ mine: share }) => y(share!.estimate))
      .defined(({ mine: share }) => share !== undefined)
      .digits(1)(quarters) ?? '';
  const points: PlotPoint[] = [
    ...own.map((each): PlotPoint => ({
      ...{ x: x(quarterNumber(each)), y: y(each.mine!.estimate), series: 0 },
      words: [`${texts.mine}, ${quarterWords(each, say)}: ${shareAndInterval(each.mine!, say)}`],
    })),
    ...told.map((each): PlotPoint => ({
      ...{ x: x(quarterNumber(each)), y: y(estimateOf(each.deciles, 0.5)), series: 1 },
      words: wordsOf(each, say),
    })),
  ];
  const first = own.length > 0 ? own.length - 1 : points.length - 1;
  return {
    ...{ width, height, points, first },
    content: svg`<g transform="translate(52 0)">${above.content}</g>
      ${shareAxis(y, box, say)}${quarterAxis(quarters, x, box, say)}
      <g aria-hidden="true"><path class="fan most" d=${fan(0.1, 0.9)}/>
        <path class="fan half" d=${fan(0.25, 0.75)}/>
        <path class="line area" d=${median}/><path class="line mine" d=${ownLine}/></g>
      ${points.map((point, at) => {
        const isMine = point.series === 0;
        return pointMark(point, at, at === first, {
          ...{ shape: 'circle', area: isMine ? 44 : 26, kind: isMine ? 'mine' : 'area' },
        });
      })}`,
  };
}

function shareAndInterval(share: Share, say: ChartProps['say']): string {
  const interval = intervalWords(share, say);
  const words = percentWords(share.estimate, say);
  return interval === undefined ? words : `${words}, ${say.texts.allowed(interval)}`;
}

function wordsOf(each: Told, say: ChartProps['say']): readonly string[] {
  const [low, high] = [estimateOf(each.deciles, 0.1), estimateOf(each.deciles, 0.9)].map((share) =>
    percentWords(share, say),
  );
  return [
    ...describeDeciles(each.deciles, quarterWords(each, say), say),
    `${say.texts.deciles.most}: ${low}–${high}`,
  ];
}

function tableOf({ quarters, say }: DecileProps): Drawing['table'] {
  const { texts } = say;
  const parts = quarters.find(({ deciles }) => deciles)?.deciles ?? [];
  const hasMine = quarters.some(({ mine }) => mine !== undefined);
  return {
    columns: [
      { title: texts.columns.quarter, type: 'text' },
      ...parts.map(({ part }) => ({
        title: texts.percent(String(Math.round(part * 100))),
        type: 'number' as const,
      })),
      ...(hasMine ? [{ title: texts.mine, type: 'number' as const }] : []),
    ],
    rows: quarters.map((each) => [
      quarterWords(each, say),
      ...parts.map((_, at) => inPercent(each.deciles?.[at]?.estimate)),
      ...(hasMine ? [inPercent(each.mine?.estimate)] : []),
    ]),
  };
}
