import type { PatientOutcome } from '../../engine/index.ts';
import { textIn, type Language, type MarkerLevel } from '../../profile/index.ts';
import { viewMarkers } from '../marker-view.ts';
import { markerLevels } from '../markers.ts';

/** A profile in which a patient is, or may be. */
export interface ProfileTab {
  readonly id: string;
  readonly title: string;
  readonly outcome: PatientOutcome;
  /** Markers that are set. */
  readonly count: number;
  /** The gravest of them. */
  readonly level: MarkerLevel | undefined;
}

/**
 * The profiles that say something of a patient, the gravest first, those that cannot decide last. Profiles
 * that the patient is not in are left out, but for the one that was chosen. Exempted markers count nothing.
 */
export function profileTabs(
  outcomes: readonly PatientOutcome[],
  chosen: string | undefined,
  language: Language,
  isExempt: (profileId: string, marker: string) => boolean = () => false,
): readonly ProfileTab[] {
  const tabs = outcomes
    .filter(({ membership, profile }) => membership.truth !== 'no' || profile.id === chosen)
    .map((outcome): ProfileTab => {
      const { id, title } = outcome.profile;
      const set = viewMarkers(outcome, language).filter(
        (marker) => marker.truth === 'yes' && !isExempt(id, marker.id),
      );
      const level = set[0]?.level;
      return { id, title: textIn(title, language), outcome, count: set.length, level };
    });
  return tabs.sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ outcome, level }: ProfileTab): number {
  const { truth } = outcome.membership;
  if (truth !== 'yes') return markerLevels.length + (truth === 'unknown' ? 1 : 2);
  return level ? markerLevels.indexOf(level) : markerLevels.length;
}
