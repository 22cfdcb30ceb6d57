/** The funnel: each clinic's share against how many it is of, within limits of chance. */
import { line } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import {
  describeFunnel,
  intervalWords,
  percentWords,
  shareWithSize,
  type CountedClinic,
  type Figures,
  type Funnel,
  type FunnelClinic,
  type FunnelLimits,
  type FunnelPlace,
  type NoFunnel,
  type Say,
} from '../../report/index.ts';
import { chartFigure, inPercent } from './figure.ts';
import { pointMark, type Mark, type Shape } from './points.ts';
import {
  axisTitle,
  endLabels,
  round,
  shareAxis,
  shareScale,
  textWidth,
  type Box,
  type Scale,
} from './scales.ts';
import type { ChartProps, Drawing, Plot, PlotPoint } from './types.ts';

export interface FunnelProps extends ChartProps {
  /** As `funnelOf` makes it of the area's clinics. */
  readonly funnel: Funnel | NoFunnel;
  /** `Klyngen`: whose share the centre is. */
  readonly area?: string | undefined;
  /** Id of my own clinic: nobody else is told apart. */
  readonly mine?: CountedClinic['id'] | undefined;
  /** My own clinic's figures as they were counted: drawn beside, and never in what is shared. */
  readonly own?: Figures | undefined;
  /** What a clinic is called, for whoever may know. */
  readonly nameOf?: ((id: string) => string | undefined) | undefined;
  /** Whether the centre is a target that was given, and not the area's own share. */
  readonly isTarget?: boolean | undefined;
}

/** From so wide on, limits are named beside the plot; else in it. */
const wideFrom = 460;

/** Whiskers of more clinics than this would hide the points: then they are drawn where something is said of them. */
const mostWhiskers = 60;

export function funnelChart(props: FunnelProps): TemplateResult {
  return chartFigure(funnelDrawing(props));
}

export function funnelDrawing(props: FunnelProps): Drawing {
  const { funnel, title, say, note, mine } = props;
  return {
    ...{ title, say, note },
    finding: describeFunnel(funnel, say, mine),
    table: tableOf(props),
    plot: funnel.kind === 'funnel' ? (width) => plotOf(props, funnel, width) : undefined,
    toShare: () => funnelDrawing({ ...props, mine: undefined, own: undefined }),
  };
}

function plotOf(props: FunnelProps, funnel: Funnel, width: number): Plot {
  const { say, own } = props;
  const exact = own && shareWithSize(own);
  const height = Math.round(Math.min(400, Math.max(250, width * 0.52)));
  const isWide = width >= wideFrom;
  const room = isWide ? textWidth(centreWords(props, funnel)) + 14 : 12;
  const box: Box = { left: 52, right: width - room, top: exact ? 34 : 12, bottom: height - 42 };
  const clinics = bySize(funnel.clinics);
  const largest = Math.max(...clinics.map(({ share }) => share.of), exact?.of ?? 0);
  const x = scaleLinear([0, largest * 1.06], [box.left, box.right]);
  const from = clinics[0]!.share.of * 0.8;
  const limits = funnel.limits.filter(({ size }) => size >= from && size <= largest * 1.06);
  // Where the smallest clinics are, the limits may hold everything: the line is cut there, and the points are not.
  const typical = limits[Math.floor(limits.length * 0.12)] ?? limits[0];
  const y = shareScale(
    [
      funnel.centre,
      ...clinics.flatMap(({ share }) => [share.estimate]),
      ...clinics
        .filter((each) => isTold(each, props))
        .flatMap(({ share }) => [share.least, share.most]),
      ...(exact ? [exact.estimate] : []),
      ...(typical ? [typical.low998, typical.high998] : []),
    ],
    [box.bottom, box.top],
  );
  const points = clinics.map((each): PlotPoint => ({
    x: x(each.share.of),
    y: y(each.share.estimate),
    words: wordsOf(each, props),
    series: 0,
  }));
  const hasWhiskers = clinics.length <= mostWhiskers;
  const first = Math.max(
    0,
    clinics.findIndex(({ id }) => id === props.mine),
  );
  // Mine last: it lies on top.
  const order = points.map((_, at) => at).filter((at) => at !== first);
  const marks = [...order, first].map((at) => {
    const clinic = clinics[at]!;
    const whisker = hasWhiskers || isTold(clinic, props) ? whiskerOf(clinic, x, y) : undefined;
    return pointMark(
      points[at]!,
      at,
      at === first,
      markOf(clinic, props.mine, clinics.length),
      whisker,
    );
  });
  return {
    ...{ width, height, points, first },
    content: svg`${shareAxis(y, box, say)}${sizeAxis(x, box, say)}
      ${axisTitle(say.texts.axes.patients, box, height - 6)}
      <g aria-hidden="true">${limitLines(limits, x, y, box)}
        <line class="line centre" x1=${box.left} x2=${box.right}
          y1=${round(y(funnel.centre))} y2=${round(y(funnel.centre))}/></g>
      ${limitLabels(props, funnel, limits, y, box, isWide)}
      ${exact ? [ownMark(x(exact.of), y(exact.estimate)), ownKey(exact.estimate, say)] : nothing}
      ${marks}${mineLabel(clinics, points, props, box)}`,
  };
}

/** The smallest first. */
function bySize(clinics: readonly FunnelClinic[]): readonly FunnelClinic[] {
  return [...clinics].sort((a, b) => a.share.of - b.share.of);
}

/** Mine, and who lies outside the limits. */
function isTold({ id, place }: FunnelClinic, { mine }: FunnelProps): boolean {
  return id === mine || place !== 'within';
}

const shapes: Readonly<Record<FunnelPlace, Shape>> = {
  within: 'circle',
  above95: 'up',
  above998: 'up',
  below95: 'down',
  below998: 'down',
};

/** The more clinics, the smaller: they are told apart, and how close they lie is seen. */
function markOf({ id, place }: FunnelClinic, mine: string | undefined, many: number): Mark {
  const isMine = id === mine;
  const kinds = [isMine ? 'mine' : 'other', place === 'within' ? '' : `out out${place.slice(5)}`];
  const usual = many <= mostWhiskers ? 55 : many <= 200 ? 36 : 14;
  const area = isMine ? 130 : place === 'within' ? usual : usual + 22;
  return { shape: shapes[place], area, kind: kinds.filter(Boolean).join(' ') };
}

function whiskerOf({ share }: FunnelClinic, x: Scale, y: Scale): TemplateResult {
  const at = round(x(share.of));
  const ends = y.copy().clamp(true);
  return svg`<line class="whisker" x1=${at} x2=${at} y1=${round(ends(share.least))} y2=${round(ends(share.most))}/>`;
}

/** What was counted, where only I see it: a ring. */
function ownMark(x: number, y: number): TemplateResult {
  return svg`<circle class="own" aria-hidden="true" cx=${round(x)} cy=${round(y)} r="9"/>`;
}

/** What the ring is, above the plot. */
function ownKey(share: number, say: Say): TemplateResult {
  const { mine, own, ownOnly } = say.texts;
  const words = `${mine}, ${own(percentWords(share, say))} (${ownOnly})`;
  return svg`<g class="own-key" aria-hidden="true"><circle class="own" cx="12" cy="13" r="6"/>
    <text class="label own" x="24" y="17">${words}</text></g>`;
}

function limitLines(
  limits: readonly FunnelLimits[],
  x: Scale,
  y: Scale,
  box: Box,
): readonly TemplateResult[] {
  const [from = 0, to = 1] = y.domain();
  return (['low998', 'low95', 'high95', 'high998'] as const).map((limit) => {
    const path = line<FunnelLimits>()
      .x(({ size }) => Math.min(box.right, x(size)))
      .y((each) => y(each[limit]))
      .defined((each) => each[limit] >= from && each[limit] <= to)
      .digits(1)(limits);
    return svg`<path class="line limit ${limit.endsWith('998') ? 'limit998' : 'limit95'}" d=${path ?? ''}/>`;
  });
}

function centreWords({ say, area, isTarget }: FunnelProps, { centre }: Funnel): string {
  const { texts } = say;
  return `${isTarget ? texts.target : (area ?? texts.area)} ${percentWords(centre, say)}`;
}

/** At the right end of their lines: beside them, or, in little room, above the upper and below the lower ones. */
function limitLabels(
  props: FunnelProps,
  funnel: Funnel,
  limits: readonly FunnelLimits[],
  y: Scale,
  box: Box,
  isWide: boolean,
): TemplateResult | typeof nothing {
  const last = limits.at(-1);
  if (!last) return nothing;
  const { limit95, limit998 } = props.say.texts;
  const [from = 0, to = 1] = y.domain();
  const end = isWide ? 'beside' : '';
  const away = isWide ? 0 : 7;
  const labels = [
    { y: y(last.high998) - away, words: limit998, kind: `of-limit ${end}`, share: last.high998 },
    { y: y(last.high95) - away, words: limit95, kind: `of-limit ${end}`, share: last.high95 },
    {
      ...{ y: y(funnel.centre) - away, words: centreWords(props, funnel), share: funnel.centre },
      kind: `of-centre ${end}`,
    },
    { y: y(last.low95) + away, words: limit95, kind: `of-limit ${end}`, share: last.low95 },
    { y: y(last.low998) + away, words: limit998, kind: `of-limit ${end}`, share: last.low998 },
  ].filter(({ share }) => share >= from && share <= to);
  return endLabels(labels, box.right + (isWide ? 8 : 0), box);
}

/** Mine is named where its label covers the fewest points: beside it, above or below. */
function mineLabel(
  clinics: readonly FunnelClinic[],
  points: readonly PlotPoint[],
  { mine, say }: FunnelProps,
  box: Box,
): TemplateResult | typeof nothing {
  const at = clinics.findIndex(({ id }) => id === mine);
  const point = points[at];
  if (!point) return nothing;
  const words = `${say.texts.mine} ${percentWords(clinics[at]!.share.estimate, say)}`;
  const long = textWidth(words);
  const places = [
    { x: point.x + 13, y: point.y },
    { x: point.x - 13 - long, y: point.y },
    { x: point.x - long / 2, y: point.y - 18 },
    { x: point.x - long / 2, y: point.y + 20 },
  ];
  const covered = ({ x, y }: { readonly x: number; readonly y: number }) =>
    points.filter(
      (other) => other.x > x - 5 && other.x < x + long + 5 && Math.abs(other.y - y) < 12,
    ).length + (x < box.left || x + long > box.right ? 1000 : 0);
  const best = places.reduce((a, b) => (covered(b) < covered(a) ? b : a));
  return svg`<text aria-hidden="true" class="label mine" x=${round(best.x)}
    y=${round(best.y) + 4}>${words}</text>`;
}

function sizeAxis(x: Scale, { bottom, left, right }: Box, { language }: Say): TemplateResult {
  const ticks = x.ticks(Math.max(2, Math.floor((right - left) / 90)));
  return svg`<g class="axis" aria-hidden="true">${ticks.map(
    (
      size,
    ) => svg`<line class="grid" x1=${round(x(size))} x2=${round(x(size))} y1=${bottom} y2=${bottom + 4}/>
      <text class="tick middle" x=${round(x(size))} y=${bottom + 17}>${formatCount(size, language)}</text>`,
  )}</g>`;
}

function nameOf(id: string, { mine, nameOf: names, say }: FunnelProps): string {
  return id === mine ? say.texts.mine : (names?.(id) ?? say.texts.clinic);
}

function wordsOf(
  { id, share, unknown, place }: FunnelClinic,
  props: FunnelProps,
): readonly string[] {
  const { say, own } = props;
  const { texts } = say;
  const interval = intervalWords(share, say);
  const exact = id === props.mine && own ? shareWithSize(own) : undefined;
  return [
    `${nameOf(id, props)}: ${texts.of(percentWords(share.estimate, say), Math.round(share.of))}`,
    ...(interval === undefined ? [] : [texts.allowed(interval)]),
    texts.places[place],
    ...(unknown ? [texts.unknown(percentWords(unknown.estimate, say))] : []),
    ...(exact ? [`${texts.own(percentWords(exact.estimate, say))} (${texts.ownOnly})`] : []),
  ];
}

/**
 * The smallest clinics first, as along the axis: not by their share, and not as the reports came, for whoever knows that
 * order would know whose each line is.
 */
function tableOf(props: FunnelProps): Drawing['table'] {
  const { funnel, say } = props;
  const { columns, places } = say.texts;
  const clinics = funnel.kind === 'funnel' ? bySize(funnel.clinics) : [];
  return {
    columns: [
      { title: columns.who, type: 'text' },
      { title: columns.patients, type: 'number' },
      { title: columns.share, type: 'number' },
      { title: columns.least, type: 'number' },
      { title: columns.most, type: 'number' },
      { title: columns.unknown, type: 'number' },
      { title: columns.place, type: 'text' },
    ],
    rows: clinics.map(({ id, share, unknown, place }) => [
      nameOf(id, props),
      Math.round(share.of),
      inPercent(share.estimate),
      inPercent(share.least),
      inPercent(share.most),
      inPercent(unknown?.estimate),
      places[place],
    ]),
  };
}
