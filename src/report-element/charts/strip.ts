/** How the shares of an area's clinics lie along one line, my own among them. */
import { scaleLinear } from 'd3-scale';
import { html, nothing, svg, type TemplateResult } from 'lit';
import {
  describeStrip,
  intervalWords,
  medianOf,
  percentWords,
  type Interval,
} from '../../report/index.ts';
import { chartFigure, inPercent, plotBox } from './figure.ts';
import { measured } from './measured.ts';
import { round, shareScale, shareTicks, textWidth, type Scale } from './scales.ts';
import type { ChartProps, Drawing, Plot, PlotPoint } from './types.ts';

export interface StripClinic {
  readonly id: string;
  /** Undefined where the leaves leave nothing to show. */
  readonly share: Interval | undefined;
}

export interface StripProps extends ChartProps {
  readonly clinics: readonly StripClinic[];
  /** What all come to together. */
  readonly area?: { readonly name: string; readonly share: Interval } | undefined;
  readonly mine?: string | undefined;
  readonly target?: number | undefined;
  readonly nameOf?: ((id: string) => string | undefined) | undefined;
  /** Without axis and labels, for a row of a table. */
  readonly isSmall?: boolean | undefined;
  /** The ends of the axis, where several strips share one. */
  readonly domain?: readonly [number, number] | undefined;
}

type Shown = StripClinic & { readonly share: Interval };

export function stripChart(props: StripProps): TemplateResult {
  const drawing = stripDrawing(props);
  const { plot } = drawing;
  if (!props.isSmall) return chartFigure(drawing);
  return plot
    ? html`<div>${measured((width, scale) => plotBox(plot(width / scale), drawing, scale))}</div>`
    : html`${drawing.finding}`;
}

export function stripDrawing(props: StripProps): Drawing {
  const { title, say, note, area } = props;
  const shown = shownIn(props);
  const mine = shown.find(({ id }) => id === props.mine)?.share;
  return {
    ...{ title, say, note },
    finding: describeStrip(
      shown.map(({ share }) => share),
      say,
      { mine, area: area?.share },
    ),
    table: tableOf(props),
    plot: shown.length > 0 ? (width) => plotOf(props, shown, width) : undefined,
    toShare: () => stripDrawing({ ...props, mine: undefined }),
  };
}

function shownIn({ clinics }: StripProps): readonly Shown[] {
  return clinics.filter((each): each is Shown => each.share !== undefined);
}

function plotOf(props: StripProps, shown: readonly Shown[], width: number): Plot {
  const { say, area, isSmall = false, target, mine } = props;
  const [left, right] = [isSmall ? 6 : 16, width - (isSmall ? 6 : 16)];
  const x = props.domain
    ? scaleLinear([...props.domain], [left, right])
    : shareScale(
        [
          ...shown.map(({ share }) => share.estimate),
          ...(area ? [area.share.estimate] : []),
          ...(target === undefined ? [] : [target]),
        ],
        [left, right],
      );
  const own = shown.find(({ id }) => id === mine);
  const labels = isSmall ? [] : labelsOf(props, own, x, width);
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1));
  const middle = isSmall ? 14 : 24 + rows * 16;
  const height = isSmall ? 28 : middle + 40;
  const groups = groupsOf(shown, x, mine);
  const points = groups.map(({ at, clinics }): PlotPoint => ({
    x: at,
    y: middle,
    words: wordsOf(clinics, props),
    series: 0,
  }));
  const first = Math.max(
    0,
    groups.findIndex(({ isMine }) => isMine),
  );
  return {
    ...{ width, height, points, first },
    content: svg`<line aria-hidden="true" class="grid" x1=${left} x2=${right} y1=${middle} y2=${middle}/>
      ${isSmall ? nothing : axisOf(x, middle + 18, say)}
      ${own ? bandOf(own.share, x, middle) : nothing}
      ${groups.map(({ at, clinics, isMine }, index) => {
        const half = isMine ? (isSmall ? 10 : 14) : isSmall ? 7 : 10;
        return svg`<g class="point tally ${isMine ? 'mine' : 'other'}" role="img" data-at=${index}
          tabindex=${index === first ? 0 : -1} aria-label=${points[index]!.words.join('. ')}>
          <rect class="halo" x=${at - 5} y=${middle - half - 3} width="10" height=${2 * half + 6}/>
          <rect class="mark ${clinics.length > 1 ? 'several' : ''}" x=${at - (isMine ? 2 : 1)} y=${middle - half}
            width=${isMine ? 4 : 2} height=${2 * half}/></g>`;
      })}
      ${area ? areaMark(x(area.share.estimate), middle, isSmall) : nothing}
      ${target === undefined ? nothing : targetMark(x(target), middle, isSmall)}
      <g aria-hidden="true">${labels.map(
        ({ x: place, row, words, kind }) => svg`<text class="label middle ${kind}" x=${round(place)}
          y=${middle - 24 - row * 16}>${words}</text>`,
      )}</g>`,
  };
}

/** Clinics whose shares fall on one pixel are one tally: it says how many. */
function groupsOf(
  shown: readonly Shown[],
  x: Scale,
  mine: string | undefined,
): readonly {
  readonly at: number;
  readonly clinics: readonly Shown[];
  readonly isMine: boolean;
}[] {
  const groups = new Map<number, Shown[]>();
  const held = x.copy().clamp(true);
  for (const clinic of shown) {
    const at = Math.round(held(clinic.share.estimate));
    const others = groups.get(at);
    if (others) others.push(clinic);
    else groups.set(at, [clinic]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([at, clinics]) => ({ at, clinics, isMine: clinics.some(({ id }) => id === mine) }));
}

function bandOf({ least, most }: Interval, x: Scale, middle: number): TemplateResult {
  const held = x.copy().clamp(true);
  const [from, to] = [round(held(least)), round(held(most))];
  return svg`<rect class="band mine" aria-hidden="true" x=${from} y=${middle - 5} width=${Math.max(1, to - from)} height="10"/>`;
}

function areaMark(at: number, middle: number, isSmall: boolean): TemplateResult {
  const top = middle - (isSmall ? 8 : 12);
  return svg`<path class="mark-area" aria-hidden="true" d="M${round(at) - 5} ${top - 5}h10l-5 7z"/>`;
}

function targetMark(at: number, middle: number, isSmall: boolean): TemplateResult {
  const half = isSmall ? 11 : 16;
  return svg`<line class="line target" aria-hidden="true" x1=${round(at)} x2=${round(at)} y1=${middle - half} y2=${middle + half}/>`;
}

function axisOf(x: Scale, y: number, say: ChartProps['say']): TemplateResult {
  const [from = 0, to = 1] = x.range();
  return svg`<g aria-hidden="true">${shareTicks(
    x,
    Math.max(2, Math.floor((to - from) / 80)),
    say,
  ).map(
    ({
      share,
      words,
    }) => svg`<line class="grid" x1=${round(x(share))} x2=${round(x(share))} y1=${y - 4} y2=${y}/>
      <text class="tick middle" x=${round(x(share))} y=${y + 13}>${words}</text>`,
  )}</g>`;
}

interface StripLabel {
  readonly x: number;
  readonly row: number;
  readonly words: string;
  readonly kind: string;
}

/** Mine, the area's and the target's names, each above its place; in a further row where another stands there. */
function labelsOf(
  { say, area, target }: StripProps,
  own: Shown | undefined,
  x: Scale,
  width: number,
): readonly StripLabel[] {
  const { texts } = say;
  const wanted = [
    ...(own ? [{ share: own.share.estimate, name: texts.mine, kind: 'mine' }] : []),
    ...(area ? [{ share: area.share.estimate, name: area.name, kind: 'of-area' }] : []),
    ...(target === undefined ? [] : [{ share: target, name: texts.target, kind: 'target' }]),
  ];
  const taken: (readonly [from: number, to: number])[][] = [];
  return wanted.map(({ share, name, kind }) => {
    const words = `${name} ${percentWords(share, say)}`;
    const half = textWidth(words) / 2;
    const at = Math.min(width - half, Math.max(half, x(share)));
    let row = 0;
    while (taken[row]?.some(([from, to]) => at + half > from - 6 && at - half < to + 6)) row++;
    (taken[row] ??= []).push([at - half, at + half]);
    return { x: at, row, words, kind };
  });
}

function wordsOf(
  clinics: readonly Shown[],
  { mine, nameOf, say, area }: StripProps,
): readonly string[] {
  const { texts } = say;
  const own = clinics.find(({ id }) => id === mine);
  const told = own ?? clinics[0]!;
  const names = clinics.map(({ id }) => (id === mine ? texts.mine : nameOf?.(id)));
  const known = names.filter((name) => name !== undefined);
  const unnamed = clinics.length - known.length;
  const others =
    unnamed > 1 || known.length > 0
      ? texts.units[say.of?.units ?? 'clinic'](unnamed)
      : texts.clinic;
  const who = [...known, ...(unnamed > 0 ? [others] : [])].join(', ');
  const interval = intervalWords(told.share, say);
  return [
    `${who}: ${percentWords(told.share.estimate, say)}`,
    ...(interval === undefined || clinics.length > 1 ? [] : [texts.allowed(interval)]),
    ...(own && area ? [`${area.name}: ${percentWords(area.share.estimate, say)}`] : []),
  ];
}

/**
 * Mine first, then those who are named, as they came. The others have no names, and no order but that of the axis: as
 * the reports came, whoever knows that order would know whose each line is.
 */
function tableOf(props: StripProps): Drawing['table'] {
  const { clinics, say, mine, nameOf, area } = props;
  const { texts } = say;
  const row = (who: string, share: Interval | undefined) => [
    who,
    inPercent(share?.estimate),
    inPercent(share?.least),
    inPercent(share?.most),
  ];
  const median = medianOf(shownIn(props).map(({ share }) => share));
  const others = clinics.filter(({ id }) => id !== mine);
  return {
    columns: [
      { title: texts.columns.who, type: 'text' },
      { title: texts.columns.share, type: 'number' },
      { title: texts.columns.least, type: 'number' },
      { title: texts.columns.most, type: 'number' },
    ],
    rows: [
      ...clinics.filter(({ id }) => id === mine).map(({ share }) => row(texts.mine, share)),
      ...others.flatMap(({ id, share }) => {
        const name = nameOf?.(id);
        return name === undefined ? [] : [row(name, share)];
      }),
      ...others
        .filter(({ id }) => nameOf?.(id) === undefined)
        .sort((a, b) => (a.share?.estimate ?? -1) - (b.share?.estimate ?? -1))
        .map(({ share }) => row(texts.clinic, share)),
      ...(area ? [row(area.name, area.share)] : []),
      ...(median === undefined
        ? []
        : [[texts.median, inPercent(median), undefined, undefined] as const]),
    ],
  };
}
