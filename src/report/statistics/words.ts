/** What the statistics find, in sentences: for a chart's text, and for who cannot see it. */
import type { Language } from '../../i18n/language.ts';
import { formatCount, formatPercent } from '../../i18n/numbers.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { reportChartsTexts } from '../../i18n/texts/report-charts.ts';
import type { AreaLevel, Interval } from '../types.ts';
import { binomial } from './binomial.ts';
import { fewestClinics, type Funnel, type NoFunnel } from './funnel.ts';
import type { Gap, NoGap } from './gap.ts';
import { medianOf, type Quantile } from './deciles.ts';
import type { Share } from './shares.ts';
import type { Trend, TrendPoint } from './trend.ts';

/** The reader's language, and the texts in it: the host's own, where it gives some. */
export interface Say {
  readonly language: Language;
  readonly texts: Texts['reportCharts'];
  /** What figures are of. Default: clinics of an area. */
  readonly of?: SaidOf | undefined;
}

/** What the figures of an area are figures of. */
export interface SaidOf {
  readonly area?: AreaLevel;
  readonly units?: 'clinic' | AreaLevel;
}

/** The library's own texts in a language. */
export function sayIn(language: Language): Say {
  return { language, texts: reportChartsTexts[language] };
}

/** `12 klinikker` */
function unitsWords(count: number, { texts, of }: Say): string {
  return texts.units[of?.units ?? 'clinic'](count);
}

/** `klyngen` */
function areaWords({ texts, of }: Say): string {
  return texts.areas[of?.area ?? 'area'];
}

/** `31 %` */
export function percentWords(share: number, { language, texts }: Say): string {
  return texts.percent(formatPercent(share, 1, language));
}

/** `29–33 %`; undefined where the leaves allow one number only. */
export function intervalWords(
  { least, most }: Interval,
  { language, texts }: Say,
): string | undefined {
  const ends = [formatPercent(least, 1, language), formatPercent(most, 1, language)] as const;
  return ends[0] === ends[1] ? undefined : texts.percentBetween(...ends);
}

/** `23 % (21–25 %)` */
export function shareWords(share: Interval, say: Say): string {
  const interval = intervalWords(share, say);
  const words = percentWords(share.estimate, say);
  return interval === undefined ? words : `${words} (${interval})`;
}

/** `4. kv. 2026` */
export function quarterWords(point: Pick<TrendPoint, 'quarter' | 'year'>, { texts }: Say): string {
  return texts.quarter(point.quarter, point.year);
}

/** What a funnel shows. */
export function describeFunnel(
  funnel: Funnel | NoFunnel,
  say: Say,
  mine?: string,
): readonly string[] {
  const { funnel: texts, places } = say.texts;
  const hidden = funnel.hidden.length > 0 ? [texts.hidden(funnel.hidden.length)] : [];
  if (funnel.kind === 'too-few') return [texts.tooFew(funnel.shown, funnel.needed), ...hidden];
  const count = (...those: readonly string[]) =>
    funnel.clinics.filter(({ place }) => those.includes(place)).length;
  const clinics = funnel.clinics.length;
  const [above, below, near] = [count('above998'), count('below998'), count('above95', 'below95')];
  const isWider = funnel.dispersion.tau > 0;
  const sentences: string[] = [];
  if (isWider)
    sentences.push(texts.dispersed(formatCount(Math.sqrt(funnel.dispersion.phi), say.language, 1)));
  if (above + below > 0) sentences.push(texts.beyond(above, below, clinics));
  if (near > 0)
    sentences.push(
      near > usualOutside(clinics)
        ? texts.manyOutside(near, clinics)
        : texts.fewOutside(near, clinics),
    );
  if (above + below + near === 0)
    sentences.push(isWider ? texts.noneOutsideWider(clinics) : texts.noneOutside(clinics));
  const own = funnel.clinics.find(({ id }) => id === mine);
  if (own) sentences.push(texts.mine(shareWords(own.share, say), places[own.place]));
  return [...sentences, ...hidden];
}

/** How the shares of an area's clinics lie. */
export function describeStrip(
  shares: readonly Interval[],
  say: Say,
  of: { readonly mine?: Interval | undefined; readonly area?: Interval | undefined } = {},
): readonly string[] {
  const { strip } = say.texts;
  const [first] = shares;
  const estimates = shares.map(({ estimate }) => estimate);
  const median = medianOf(shares);
  if (!first || median === undefined)
    return [strip.none(say.texts.allUnits[say.of?.units ?? 'clinic'])];
  const words = (share: number) => percentWords(share, say);
  const range =
    shares.length === 1
      ? strip.one(unitsWords(1, say), shareWords(first, say))
      : strip.range(
          unitsWords(shares.length, say),
          words(Math.min(...estimates)),
          words(Math.max(...estimates)),
          words(median),
        );
  const { mine, area } = of;
  return mine && area
    ? [range, strip.mine(shareWords(mine, say), areaWords(say), shareWords(area, say))]
    : [range];
}

/** Where half of the clinics lie on a date, and whether mine is among them. */
export function describeDeciles(
  deciles: readonly Quantile[] | undefined,
  when: string,
  say: Say,
  mine?: Share,
): readonly string[] {
  const { deciles: texts } = say.texts;
  if (!deciles) return [texts.tooFew(unitsWords(fewestClinics, say))];
  const units = say.texts.allUnits[say.of?.units ?? 'clinic'];
  const at = (wanted: number) => deciles.find(({ part }) => part === wanted)!;
  const words = (wanted: number) => percentWords(at(wanted).estimate, say);
  const middle = texts.middle(units, words(0.25), words(0.75), words(0.5), when);
  if (!mine) return [middle];
  const own = shareWords(mine, say);
  if (mine.least > at(0.75).most) return [middle, texts.mineAbove(own)];
  return [middle, mine.most < at(0.25).least ? texts.mineBelow(own) : texts.mineWithin(own)];
}

/**
 * How a share has moved, and whether by more than chance.
 *
 * @param who Whose share it is.
 */
export function describeTrend(trend: Trend, who: string, say: Say): readonly string[] {
  const { trend: texts } = say.texts;
  const counted = trend.points.filter(({ share }) => share !== undefined);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first?.share || !last?.share) return [texts.none(who)];
  const change =
    first === last
      ? texts.single(who, shareWords(last.share, say), quarterWords(last, say))
      : texts.change(
          who,
          percentWords(first.share.estimate, say),
          percentWords(last.share.estimate, say),
          quarterWords(first, say),
          quarterWords(last, say),
        );
  return [change, ...ofChance(trend, say)];
}

function ofChance(trend: Trend, say: Say): readonly string[] {
  const { trend: texts } = say.texts;
  const lookBack = trend.lookBack > 3 ? [texts.lookBack(trend.lookBack)] : [];
  if (trend.isPreliminary) return [texts.preliminary(trend.counted, trend.needed), ...lookBack];
  const signals = describeSignals(trend, say);
  if (!trend.runs) return [texts.undecided(trend.counted), ...signals];
  return [...(signals.length === 0 ? [texts.nothing(trend.counted)] : signals), ...lookBack];
}

function describeSignals({ signals, points }: Trend, say: Say): readonly string[] {
  const { trend: texts } = say.texts;
  const when = (at: number) => quarterWords(points[at]!, say);
  const outliers = signals.filter((signal) => signal.kind === 'outlier');
  const hasShift = signals.some(({ kind }) => kind === 'shift');
  const moves = signals.flatMap((signal) => {
    if (signal.kind === 'outlier') return [];
    // A shift says more than that the line seldom crosses its median.
    if (signal.kind === 'crossings')
      return hasShift ? [] : [texts.crossings(signal.crossings, signal.fewest)];
    const { quarters, side, isCurrent, from, to } = signal;
    return [
      isCurrent
        ? texts.shiftNow(quarters, texts[side])
        : texts.shiftThen(quarters, texts[side], when(from), when(to)),
    ];
  });
  const [first] = outliers;
  if (!first) return moves;
  return [
    ...moves,
    outliers.length === 1
      ? texts.outlier(when(first.at), texts[first.side])
      : texts.outliers(outliers.length, outliers.map(({ at }) => when(at)).join(', ')),
  ];
}

/** How few clinics stand between the area and its target. */
export function describeGap(gap: Gap | NoGap, say: Say): readonly string[] {
  const { gap: texts } = say.texts;
  const [target, area] = [percentWords(gap.target, say), areaWords(say)];
  if (gap.kind === 'no-gap') return [texts.noGap(area, percentWords(gap.area, say), target)];
  const isShared = gap.clinics * 2 > gap.of;
  const words = isShared ? texts.shared : texts.few;
  const sentence = words(area, Math.ceil(gap.patients - 1e-6), target, gap.clinics, gap.of);
  return gap.isMineAmong && !isShared ? [sentence, texts.mineAmong] : [sentence];
}

/** So many clinics fall outside 95 % by chance in nineteen areas of twenty. */
function usualOutside(clinics: number): number {
  const { from, chances } = binomial(clinics, 0.05);
  let [at, cumulated] = [0, chances[0]!];
  while (cumulated < 0.95) cumulated += chances[++at]!;
  return from + at;
}
