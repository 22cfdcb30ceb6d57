/** A share over time: whether it moves by more than chance. */
import { binomial } from './binomial.ts';
import { medianOf } from './deciles.ts';
import { decidedIn, roundingVariance, shareOf, unknownShareOf, type Share } from './shares.ts';
import type { Figures } from '../protection/index.ts';
import type { Interval } from '../types.ts';

/** The leaves on a date, oldest first; null where they were not counted on it. */
export interface Dated {
  readonly date: string;
  readonly figures: Figures | null;
}

export interface TrendPoint {
  /** The last date of the quarter that was counted. */
  readonly date: string;
  readonly year: number;
  readonly quarter: number;
  /** Undefined where nobody was counted. */
  readonly share: Share | undefined;
  readonly unknown: Share | undefined;
  /** Three standard deviations about the common share; undefined while preliminary, and where the level has moved. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export type Side = 'above' | 'below';

export type TrendSignal =
  /** Too many quarters in a row on one side of the median; the ends by their places among the points. */
  | {
      readonly kind: 'shift';
      readonly side: Side;
      readonly from: number;
      readonly to: number;
      readonly quarters: number;
      readonly isCurrent: boolean;
    }
  /** The line crosses its median too seldom. */
  | { readonly kind: 'crossings'; readonly crossings: number; readonly fewest: number }
  /** A quarter that lies outside the limits by all that its leaves allow. */
  | { readonly kind: 'outlier'; readonly side: Side; readonly at: number };

export interface Trend {
  readonly points: readonly TrendPoint[];
  /** Quarters that have a share. */
  readonly counted: number;
  /** Fewer quarters than the rules need: nothing is said of chance. */
  readonly isPreliminary: boolean;
  readonly median: number | undefined;
  readonly runs: Runs | undefined;
  readonly signals: readonly TrendSignal[];
}

export interface Runs {
  /** Quarters that lie on one side of the median for certain: the others take no part. */
  readonly useful: number;
  readonly longest: number;
  /** The longest run that chance gives. */
  readonly longestByChance: number;
  readonly crossings: number;
  /** The fewest crossings that chance gives. */
  readonly crossingsByChance: number;
}

/** So many quarters are needed before anything is said of chance. */
export const fewestQuarters = 12;
/** So many of them on one side of the median for certain (the rules are told from ten on). */
const fewestUseful = 10;
/** The mean range between neighbours of a normal distribution, in standard deviations. */
const rangeInDeviations = 1.128;

/** The trend by quarters, and the signs that chance alone does not explain it. */
export function trendOf(dates: readonly Dated[]): Trend {
  const quarters = byQuarter(dates);
  const shares = quarters.map(({ figures }) => figures && shareOf(figures));
  const known = shares.filter((share) => share !== undefined && share !== null);
  const isPreliminary = known.length < fewestQuarters;
  const median = medianOf(known);
  const sides = median === undefined ? [] : shares.map((share) => sideOf(share, median));
  const runs = isPreliminary ? undefined : runsOf(sides);
  const moves = runs ? [...shiftsIn(sides, runs), ...crossingsIn(runs)] : [];
  // Where the level has moved there is no common one that limits could lie about.
  const limits = isPreliminary || moves.length > 0 ? undefined : limitsOf(quarters);
  const points = quarters.map(({ figures, ...quarter }, at): TrendPoint => ({
    ...quarter,
    share: shares[at] ?? undefined,
    unknown: (figures && unknownShareOf(figures)) ?? undefined,
    low: limits?.[at]?.low,
    high: limits?.[at]?.high,
  }));
  const signals = [...moves, ...outliersIn(points)];
  return { points, counted: known.length, isPreliminary, median, runs, signals };
}

/** What a quarter's dates say on average: the patients of one date are mostly those of the next. */
export function byQuarter(dates: readonly Dated[]): readonly (Dated & {
  readonly year: number;
  readonly quarter: number;
})[] {
  const quarters = new Map<string, Dated[]>();
  for (const each of dates) {
    const key = `${each.date.slice(0, 4)}-${quarterOf(each.date)}`;
    const others = quarters.get(key);
    if (others) others.push(each);
    else quarters.set(key, [each]);
  }
  return [...quarters.values()].map((those) => {
    const { date } = those.at(-1)!;
    const all = those.flatMap(({ figures }) => figures ?? []);
    return {
      ...{ date, year: Number(date.slice(0, 4)), quarter: quarterOf(date) },
      figures: all.length === 0 ? null : meanOf(all),
    };
  });
}

/** Three standard deviations about a share, for so many: a p-chart. */
export function controlLimits(
  share: number,
  variance: number,
  dispersion: number,
): { readonly low: number; readonly high: number } {
  const room = 3 * dispersion * Math.sqrt(variance);
  return { low: Math.max(0, share - room), high: Math.min(1, share + room) };
}

/**
 * How many times wider than chance the neighbours lie apart (Laney's p′): the moving range of z-scores. Where neighbours
 * lie closer together than chance would have them, as they do where they share patients, the limits stay as chance has
 * them.
 */
export function dispersionOverTime(scores: readonly number[]): number {
  const ranges = scores.slice(1).map((score, at) => Math.abs(score - scores[at]!));
  const mean = ranges.reduce((total, each) => total + each, 0) / Math.max(1, ranges.length);
  return Math.max(1, mean / rangeInDeviations);
}

/** The longest run and the fewest crossings that chance gives among so many useful points (Anhøj and Olesen 2014). */
export function runsByChance(useful: number): {
  readonly longest: number;
  readonly crossings: number;
} {
  const { from, chances } = binomial(useful - 1, 0.5);
  let [at, cumulated] = [0, chances[0]!];
  while (cumulated < 0.05) cumulated += chances[++at]!;
  return { longest: Math.round(Math.log2(useful) + 3), crossings: from + at };
}

function limitsOf(
  quarters: readonly Dated[],
): readonly ({ readonly low: number; readonly high: number } | undefined)[] {
  const counted = quarters.flatMap(({ figures }) => (figures && shareOf(figures) ? figures : []));
  const numerator = counted.reduce((total, each) => total + each.numerator.estimate, 0);
  const centre = numerator / counted.reduce((total, each) => total + decidedIn(each), 0);
  const varianceOf = (each: Figures) =>
    (centre * (1 - centre)) / decidedIn(each) + roundingVariance(each, centre);
  const scores = counted.map((each) => {
    const variance = varianceOf(each);
    return variance > 0
      ? (each.numerator.estimate / decidedIn(each) - centre) / Math.sqrt(variance)
      : 0;
  });
  const dispersion = dispersionOverTime(scores);
  return quarters.map(({ figures }) =>
    figures && decidedIn(figures) > 0
      ? controlLimits(centre, varianceOf(figures), dispersion)
      : undefined,
  );
}

type SideOrNone = Side | undefined;

/** On which side of the median a share lies by all that its leaves allow. */
function sideOf(share: Share | undefined | null, median: number): SideOrNone {
  if (!share) return undefined;
  if (share.least > median) return 'above';
  return share.most < median ? 'below' : undefined;
}

/** Runs and crossings of the sides of the median; undefined where too few lie on one for certain. */
export function runsOf(sides: readonly SideOrNone[]): Runs | undefined {
  const useful = sides.filter((side) => side !== undefined);
  if (useful.length < fewestUseful) return undefined;
  const lengths = runsAmong(sides).map(({ quarters }) => quarters);
  const byChance = runsByChance(useful.length);
  return {
    useful: useful.length,
    longest: Math.max(...lengths),
    longestByChance: byChance.longest,
    crossings: lengths.length - 1,
    crossingsByChance: byChance.crossings,
  };
}

interface Run {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly quarters: number;
}

/** Stretches on one side; what lies on neither ends none. */
function runsAmong(sides: readonly SideOrNone[]): readonly Run[] {
  const runs: Run[] = [];
  sides.forEach((side, at) => {
    if (side === undefined) return;
    const last = runs.at(-1);
    if (last?.side === side)
      runs[runs.length - 1] = { ...last, to: at, quarters: last.quarters + 1 };
    else runs.push({ side, from: at, to: at, quarters: 1 });
  });
  return runs;
}

function shiftsIn(sides: readonly SideOrNone[], { longestByChance }: Runs): readonly TrendSignal[] {
  const runs = runsAmong(sides);
  return runs
    .filter(({ quarters }) => quarters > longestByChance)
    .map((run) => ({ kind: 'shift', ...run, isCurrent: run === runs.at(-1) }));
}

function crossingsIn({ crossings, crossingsByChance }: Runs): readonly TrendSignal[] {
  return crossings < crossingsByChance
    ? [{ kind: 'crossings', crossings, fewest: crossingsByChance }]
    : [];
}

function outliersIn(points: readonly TrendPoint[]): readonly TrendSignal[] {
  return points.flatMap(({ share, low, high }, at): readonly TrendSignal[] => {
    if (!share || low === undefined || high === undefined) return [];
    if (share.least > high) return [{ kind: 'outlier', side: 'above', at }];
    return share.most < low ? [{ kind: 'outlier', side: 'below', at }] : [];
  });
}

function meanOf(all: readonly Figures[]): Figures {
  const mean = (pick: (figures: Figures) => Interval): Interval => {
    const of = (part: (interval: Interval) => number) =>
      all.reduce((total, each) => total + part(pick(each)), 0) / all.length;
    return {
      least: of(({ least }) => least),
      most: of(({ most }) => most),
      estimate: of(({ estimate }) => estimate),
    };
  };
  return {
    numerator: mean(({ numerator }) => numerator),
    rest: mean(({ rest }) => rest),
    unknown: mean(({ unknown }) => unknown),
  };
}

function quarterOf(date: string): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}
