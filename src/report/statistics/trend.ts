/** A share over time: whether it moves by more than chance. */
import { medianOf } from './deciles.ts';
import { mostMonths } from './look-back.ts';
import { canTell, runsAmong, runsOf, type Runs, type Side, type SideOrNone } from './runs.ts';
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
  /** How many quarters the rules need. */
  readonly needed: number;
  /** Fewer quarters than the rules need: nothing is said of chance. */
  readonly isPreliminary: boolean;
  /** How many months each date looks back. */
  readonly lookBack: number;
  readonly median: number | undefined;
  readonly runs: Runs | undefined;
  readonly signals: readonly TrendSignal[];
}

/** So many quarters are needed before anything is said of chance; more where they share data. */
export const fewestQuarters = 12;
/** The mean range between neighbours of a normal distribution, in standard deviations. */
const rangeInDeviations = 1.128;

const monthsOfQuarter = 3;

/**
 * The trend by quarters, and the signs that chance alone does not explain it.
 *
 * @param options `lookBack`: how many months each date looks back, as the indicator asks (_measured within twelve
 *   months_). Where that is more than a quarter, a quarter shares data with its neighbours: unchanged practice then makes
 *   long runs, and the rules need more quarters. Default 3: each quarter has data of its own.
 */
export function trendOf(
  dates: readonly Dated[],
  { lookBack = monthsOfQuarter }: { readonly lookBack?: number | undefined } = {},
): Trend {
  const shared = 1 - monthsOfQuarter / lookBackWithin(lookBack);
  const needed = quartersNeeded(shared);
  const quarters = byQuarter(dates);
  const shares = quarters.map(({ figures }) => figures && shareOf(figures));
  const known = shares.filter((share) => share !== undefined && share !== null);
  const isPreliminary = known.length < needed;
  const median = medianOf(known);
  const sides = median === undefined ? [] : shares.map((share) => sideOf(share, median));
  const runs = isPreliminary ? undefined : runsOf(sides, shared);
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
  return {
    ...{ points, counted: known.length, needed, isPreliminary, lookBack },
    ...{ median, runs, signals },
  };
}

/** A quarter at the least, and as far as anything can be told of quarters at the most. */
function lookBackWithin(months: number): number {
  return months > monthsOfQuarter ? Math.min(mostMonths, months) : monthsOfQuarter;
}

/** The fewest quarters, twelve at the least, among which one change of level in the middle would be seen. */
function quartersNeeded(shared: number): number {
  let needed = neededBy.get(shared);
  if (needed === undefined) {
    needed = fewestQuarters;
    while (!canTell(needed, shared)) needed++;
    neededBy.set(shared, needed);
  }
  return needed;
}

/** Each trend of a report asks for the same few. */
const neededBy = new Map<number, number>();

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

/** On which side of the median a share lies by all that its leaves allow. */
function sideOf(share: Share | undefined | null, median: number): SideOrNone {
  if (!share) return undefined;
  if (share.least > median) return 'above';
  return share.most < median ? 'below' : undefined;
}

function shiftsIn(sides: readonly SideOrNone[], { longestByChance }: Runs): readonly TrendSignal[] {
  const runs = runsAmong(sides);
  return runs
    .filter(({ points }) => points > longestByChance)
    .map((run) => {
      const { side, from, to, points: quarters } = run;
      return { kind: 'shift', side, from, to, quarters, isCurrent: run === runs.at(-1) };
    });
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
