import type { PatientOutcome, Population } from '../engine/index.ts';
import { textIn, type Language, type MarkerLevel } from '../profile/index.ts';
import { markerLevels } from './marker-counts.ts';

/** A marker by its name alone: what it takes to count markers and to list them. */
export interface MarkerHead {
  readonly id: string;
  readonly level: MarkerLevel;
  /** `unknown`: nobody can say whether it applies. */
  readonly truth: 'yes' | 'unknown';
  readonly title: string;
}

/** A patient's markers by their names, the gravest first, those that cannot be decided last. */
export function markerHeads(outcome: PatientOutcome, language: Language): readonly MarkerHead[] {
  return sortMarkers(
    outcome.markers.map(({ marker, truth }) => ({
      id: marker.id,
      level: marker.level,
      truth,
      title: textIn(marker.title, language),
    })),
  );
}

/** The gravest first; a marker that cannot be decided comes after all that are set. */
export function sortMarkers<Head extends MarkerHead>(markers: readonly Head[]): readonly Head[] {
  const rank = (marker: Head) =>
    markerLevels.indexOf(marker.level) + (marker.truth === 'yes' ? 0 : markerLevels.length);
  return [...markers].sort((a, b) => rank(a) - rank(b));
}

/** The ids of the markers that are set, by patient: asked of all members at once when the first is asked for. */
export function markersIn(population: Population): (patientId: string) => readonly string[] {
  // Once it was asked for all, it is let go of: what waits to be stored outlives the list.
  let asked: Population | undefined = population;
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  return (patientId) => {
    if (asked) known = askAll(asked);
    asked = undefined;
    return known?.get(patientId) ?? [];
  };
}

function askAll(population: Population): ReadonlyMap<string, readonly string[]> {
  const { members, profile } = population;
  const set = new Map<string, string[]>(members.map((id) => [id, []]));
  for (const { id } of profile.markers ?? [])
    population.markerTruths(id).forEach((truth, index) => {
      if (truth === 'yes') set.get(members[index]!)?.push(id);
    });
  return set;
}
