/** Runs on one side of the median, and how many crossings of it chance gives (Anhøj and Olesen 2014). */
import { binomial } from './binomial.ts';

export type Side = 'above' | 'below';
export type SideOrNone = Side | undefined;

export interface Runs {
  /** Points that lie on one side of the median for certain: the others take no part. */
  readonly useful: number;
  readonly longest: number;
  /** The longest run that chance gives. */
  readonly longestByChance: number;
  readonly crossings: number;
  /** The fewest crossings that chance gives. */
  readonly crossingsByChance: number;
}

/** A stretch on one side, by the places of its ends. */
export interface Run {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** What makes runs longer without any change. */
export interface Dependence {
  /** The part of the points that lie above. */
  readonly above: number;
  /** How far each point goes as its neighbour does, from 0 to 1: the part of its time that it shares with it. */
  readonly shared: number;
}

/** So many must lie on one side of the median for certain: the rules are told from ten on. */
const fewestUseful = 10;
/** How seldom chance alone gives less, or more. */
const seldom = 0.05;

/** Runs and crossings of the sides of the median; undefined where too few lie on one for certain. */
export function runsOf(sides: readonly SideOrNone[], shared = 0): Runs | undefined {
  const useful = sides.filter((side) => side !== undefined);
  if (useful.length < fewestUseful) return undefined;
  const runs = runsAmong(sides);
  const above = useful.filter((side) => side === 'above').length / useful.length;
  const byChance = runsByChance(useful.length, { above, shared });
  return {
    useful: useful.length,
    longest: Math.max(...runs.map(({ points }) => points)),
    longestByChance: byChance.longest,
    crossings: runs.length - 1,
    crossingsByChance: byChance.crossings,
  };
}

/** Stretches on one side; what lies on neither ends none. */
export function runsAmong(sides: readonly SideOrNone[]): readonly Run[] {
  const runs: Run[] = [];
  sides.forEach((side, at) => {
    if (side === undefined) return;
    const last = runs.at(-1);
    if (last?.side === side) runs[runs.length - 1] = { ...last, to: at, points: last.points + 1 };
    else runs.push({ side, from: at, to: at, points: 1 });
  });
  return runs;
}

/**
 * The longest run and the fewest crossings that chance gives among so many points: Anhøj's limits, which are told of
 * points that lie on either side as often and go each its own way. Where more lie on one side, or where neighbours share
 * data, runs grow longer by that alone: then from one point to the next the side is taken to change as seldom as that
 * makes it, and the limits are the wider of the two.
 */
export function runsByChance(
  useful: number,
  { above, shared }: Dependence = { above: 0.5, shared: 0 },
): { readonly longest: number; readonly crossings: number } {
  // Of two normal variates that share so much, so seldom one is above its mean and the other below.
  const change = 2 * above * (1 - above) * ((2 * Math.acos(shared)) / Math.PI);
  return {
    longest: Math.max(Math.round(Math.log2(useful) + 3), longestRun(useful, above, change)),
    crossings: Math.min(fewestCrossings(useful, 0.5), fewestCrossings(useful, change)),
  };
}

/** Whether even one single change of level in the middle would be seen among so many points. */
export function canTell(useful: number, shared: number): boolean {
  const { longest, crossings } = runsByChance(useful, { above: 0.5, shared });
  return crossings > 1 || Math.floor(useful / 2) > longest;
}

function fewestCrossings(useful: number, change: number): number {
  const { from, chances } = binomial(useful - 1, change);
  let [at, cumulated] = [0, chances[0]!];
  while (cumulated < seldom) cumulated += chances[++at]!;
  return from + at;
}

/** The shortest length that the longest run seldom passes, where sides change with a given chance. */
function longestRun(useful: number, above: number, change: number): number {
  if (above === 0.5 && change === 0.5) return 0;
  for (let longest = 1; longest < useful; longest++)
    if (chanceOfNoLonger(useful, longest, above, change) >= 1 - seldom) return longest;
  return useful;
}

/** The chance that no run is longer, worked out point by point: how long the run is that each side is in. */
function chanceOfNoLonger(useful: number, longest: number, above: number, change: number): number {
  const below = 1 - above;
  const [leaveAbove, leaveBelow] = [
    Math.min(1, change / (2 * above)),
    Math.min(1, change / (2 * below)),
  ];
  let up = Array.from({ length: longest }, (_, at) => (at === 0 ? above : 0));
  let down = Array.from({ length: longest }, (_, at) => (at === 0 ? below : 0));
  const sum = (chances: readonly number[]) => chances.reduce((total, each) => total + each, 0);
  for (let point = 1; point < useful; point++) {
    const [toUp, toDown] = [sum(down) * leaveBelow, sum(up) * leaveAbove];
    up = [toUp, ...up.slice(0, -1).map((chance) => chance * (1 - leaveAbove))];
    down = [toDown, ...down.slice(0, -1).map((chance) => chance * (1 - leaveBelow))];
  }
  return sum(up) + sum(down);
}
