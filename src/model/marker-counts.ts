import type { PatientOutcome } from '../engine/index.ts';
import type { MarkerLevel } from '../profile/index.ts';

export const markerLevels: readonly MarkerLevel[] = ['critical', 'warning', 'info'];

/** How many markers are set by level, and how much cannot be decided. */
export type MarkerCounts = Readonly<Record<MarkerLevel | 'undecided', number>>;

/** Whether a marker of a profile is exempted for the patient: anything that is not undefined. */
export type ExemptionOf = (profileId: string, marker: string) => unknown;

/**
 * Counts a patient's live markers over several profiles: the one count of head, strip, tabs and marker. A profile
 * of which nobody can say whether the patient is in it counts as one that cannot be decided.
 */
export function countMarkers(
  outcomes: readonly PatientOutcome[],
  exemptionOf: ExemptionOf = () => undefined,
): MarkerCounts {
  const counts = { critical: 0, warning: 0, info: 0, undecided: 0 };
  for (const { profile, membership, markers } of outcomes) {
    if (membership.truth === 'unknown') counts.undecided++;
    for (const { marker, truth } of markers)
      if (exemptionOf(profile.id, marker.id) === undefined)
        counts[truth === 'yes' ? marker.level : 'undecided']++;
  }
  return counts;
}
