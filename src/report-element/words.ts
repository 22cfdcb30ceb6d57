/** Figures in words: shares with what the leaves allow, counts with their bound, and what is hidden said as that. */
import { formatCount } from '../i18n/numbers.ts';
import {
  intervalWords,
  percentWords as wordsOfPercent,
  shareOf,
  unknownShareOf,
  type Interval,
  type Say,
} from '../report/index.ts';
import { boundOf, knownOf, type Figure, type Share } from './model/figures.ts';
import type { Sheet } from './model/sheet.ts';
import type { Ui } from './ui.ts';

/** A figure as it is read. */
export interface FigureWords {
  /** `23 %`, `under 4 %`, `skjult`, `ikke opgjort`. */
  readonly value: string;
  /** `22–24 %`: what the leaves allow; undefined where it says no more than the value. */
  readonly range: string | undefined;
  /** `25 ± 2 af 105 ± 4`. */
  readonly parts: string | undefined;
  /** `under 5 kan ikke afgøres`. */
  readonly unknown: string | undefined;
  /** Why there is no number, where there is none. */
  readonly hidden: string | undefined;
}

/** A figure in words; undefined: it was not counted. */
export function figureWords(figure: Figure | undefined, threshold: number, ui: Ui): FigureWords {
  const { report } = ui.texts;
  if (!figure)
    return {
      value: report.notCounted,
      ...{ range: undefined, parts: undefined, unknown: undefined, hidden: undefined },
    };
  const share = shareOf(figure);
  return {
    value: share ? shareWords(figure, share, ui) : report.hidden,
    range: share && rangeWords(figure, share, ui),
    parts: share && report.parts(countWords(figure.numerator, ui), countWords(knownOf(figure), ui)),
    unknown: report.unknownBeside(countWords(figure.unknown, ui)),
    hidden: share ? undefined : report.hiddenWhy(formatCount(threshold, ui.language)),
  };
}

/** `12`, `about 12`, `under 5`: a count as well as it is known. */
export function countWords(count: Interval, { texts: { report }, language }: Ui): string {
  if (count.least === 0 && count.most > 0)
    return report.under(formatCount(count.most + 1, language));
  const estimate = Math.round(count.estimate);
  const bound = Math.ceil(boundOf({ ...count, estimate }));
  const number = formatCount(estimate, language);
  return bound === 0 ? number : report.about(number, formatCount(bound, language));
}

/** The part of whom it is unknown, as a share of all who are asked of. */
export function unknownWords(figure: Figure | undefined, ui: Ui): string {
  const { report } = ui.texts;
  if (!figure) return report.notCounted;
  const share = unknownShareOf(figure);
  if (!share) return countWords(figure.unknown, ui);
  return shareWords({ numerator: figure.unknown, rest: knownOf(figure) }, share, ui);
}

/** `31 %` */
export function percentWords(share: number, ui: Ui): string {
  return wordsOfPercent(share, sayOf(ui));
}

/**
 * What a chart says is said in the reader's words.
 *
 * @param of Whose figures they are: `klyngen`, and how many clinics.
 */
export function sayOf({ language, texts }: Ui, of?: Pick<Sheet, 'level' | 'unitLevel'>): Say {
  return {
    ...{ language, texts: texts.reportCharts },
    ...(of ? { of: { area: of.level, units: of.unitLevel } } : {}),
  };
}

function shareWords(
  { numerator, rest }: Pick<Figure, 'numerator' | 'rest'>,
  share: Share,
  ui: Ui,
): string {
  const { report } = ui.texts;
  if (isHidden(numerator))
    return report.shareUnder(percent(share.most, decimalsOf(share.most), Math.ceil, ui));
  if (isHidden(rest)) return report.shareOver(percent(share.least, 0, Math.floor, ui));
  return percentWords(share.estimate, ui);
}

function rangeWords({ numerator, rest }: Figure, share: Share, ui: Ui): string | undefined {
  // What is under or over says its end already.
  if (isHidden(numerator) || isHidden(rest)) return undefined;
  return intervalWords(share, sayOf(ui));
}

function isHidden({ least, most }: Interval): boolean {
  return least === 0 && most > 0;
}

/** One decimal below ten percent. */
function decimalsOf(share: number): number {
  return share > 0 && share < 0.1 ? 1 : 0;
}

function percent(
  share: number,
  decimals: number,
  rounded: (value: number) => number,
  { language }: Ui,
): string {
  const scale = 10 ** decimals;
  // A hair beside a whole number is that number: 0.29 * 100 is 28.999…
  const exact = Number((share * 100 * scale).toPrecision(12));
  return formatCount(rounded(exact) / scale, language, decimals);
}
