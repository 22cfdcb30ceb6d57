/** What has become of a round's population since the round began: for its evaluation. */
import type { Round } from '../../adapter/index.ts';
import { compareRounds, type RoundChange } from './compare.ts';
import { presentMembers } from './presence.ts';

/** One marker, then and now. */
export interface MarkerChange {
  readonly marker: string;
  /** How many it was set for when the round began, or when they came into it. */
  readonly before: number;
  readonly now: number;
  /** Ids of those for whom it is set no longer, and of those for whom it is now. */
  readonly gone: readonly string[];
  readonly set: readonly string[];
}

export interface RoundEvaluation {
  readonly markers: readonly MarkerChange[];
  /** Ids of those who were in the population and are no longer. */
  readonly left: readonly string[];
}

/**
 * Compares a round as it began with the population as it is (`RoundModel.now`).
 *
 * @param markers Ids of the markers that are told of, in their order.
 */
export function evaluateRound(
  round: Round,
  now: Round,
  markers: readonly string[],
): RoundEvaluation {
  const began = asBegun(round);
  const { changed, left } = compareRounds(began, now);
  const [before, after] = [began, now].map((each) => countsIn(each));
  const gone = patientsByMarker(changed, ({ markersGone }) => markersGone);
  const set = patientsByMarker(changed, ({ markersSet }) => markersSet);
  return {
    markers: markers.map((marker) => ({
      marker,
      before: before!.get(marker) ?? 0,
      now: after!.get(marker) ?? 0,
      gone: gone.get(marker) ?? [],
      set: set.get(marker) ?? [],
    })),
    left,
  };
}

/** The round with the markers that each patient came with. */
function asBegun(round: Round): Round {
  return {
    ...round,
    members: round.members.map(({ markersBefore, ...member }) =>
      markersBefore ? { ...member, markers: markersBefore } : member,
    ),
  };
}

function countsIn(round: Round): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { markers = [] } of presentMembers(round).values())
    for (const marker of markers) counts.set(marker, (counts.get(marker) ?? 0) + 1);
  return counts;
}

function patientsByMarker(
  changed: readonly RoundChange[],
  markersIn: (change: RoundChange) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const patients = new Map<string, string[]>();
  for (const change of changed)
    for (const marker of markersIn(change)) {
      const known = patients.get(marker);
      if (known) known.push(change.patientId);
      else patients.set(marker, [change.patientId]);
    }
  return patients;
}
