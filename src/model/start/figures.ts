/** What the start page counts of one list: by the list's own rules, so that no figure is another when it is opened. */
import type { RoundStatus } from '../../adapter/index.ts';
import type { PopulationList } from '../list/list.ts';
import type { Facet } from '../list/overview.ts';
import type { Figure } from '../list/figure.ts';
import type { Filter, ListView } from '../list/types.ts';
import type { DataGap } from '../load/gaps.ts';

/** Who has a marker of the gravest kind that a profile has. */
export interface GraveFigure extends Facet {
  readonly level: 'critical' | 'warning';
  /** How many of them are not reviewed; undefined where nobody knows, or the clinic keeps no rounds. */
  readonly left: number | undefined;
}

export interface ListFigures {
  /** Those on the list, and of whom nobody can say. */
  readonly population: Figure;
  /** Undefined where the profile has no markers of these levels. */
  readonly grave: GraveFigure | undefined;
  /** Who was not there in the last round that was finished; undefined without one. */
  readonly came: Facet | undefined;
  /** The day that the last round was evaluated on, `YYYY-MM-DD`. */
  readonly lastRound: string | undefined;
  /** What the profile asks for and of which nothing came: nobody must take an empty list for *nobody*. */
  readonly gaps: readonly DataGap[];
}

/** The filter of a list to those who have a status in the round. */
export const withStatus = (status: RoundStatus): Filter => ({ columnId: 'status', any: [status] });

/**
 * Counts a list as its own overview does.
 *
 * @param done Ids of those who are dealt with in the round; undefined where nobody knows.
 */
export function figuresOf(
  list: PopulationList,
  view: ListView,
  gaps: readonly DataGap[],
  done: ReadonlySet<string> | undefined,
): ListFigures {
  const { population, critical, warning, came, lastRound } = list.overview(view);
  const level = critical ? 'critical' : 'warning';
  const facet = critical ?? warning;
  return {
    ...{ population, came, lastRound, gaps },
    grave: facet && { ...facet, level, left: done && countLeft(list, level, done) },
  };
}

/** Of how many it is so that a marker of a level is set, and nobody has dealt with them. */
function countLeft(
  { data, size }: PopulationList,
  level: GraveFigure['level'],
  done: ReadonlySet<string>,
): number {
  const flags = data.flags.markers.filter((flag) => flag.level === level);
  let left = 0;
  for (let row = 0; row < size; row++)
    if (flags.some(({ truths }) => truths[row] === 2) && !done.has(data.ids[row]!)) left++;
  return left;
}
