import type { PatientOutcome } from '../../engine/index.ts';
import { textIn, type Language, type MarkerLevel } from '../../profile/index.ts';
import {
  countMarkers,
  markerLevels,
  type ExemptionOf,
  type MarkerCounts,
} from '../marker-counts.ts';

/** A profile in which a patient is, or may be. */
export interface ProfileTab {
  readonly id: string;
  readonly title: string;
  readonly outcome: PatientOutcome;
  /** Live markers, by level. */
  readonly counts: MarkerCounts;
  /** Those that are set. */
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
  exemptionOf?: ExemptionOf,
): readonly ProfileTab[] {
  const tabs = outcomes
    .filter(({ membership, profile }) => membership.truth !== 'no' || profile.id === chosen)
    .map((outcome): ProfileTab => {
      const { id, title } = outcome.profile;
      const counts = countMarkers([outcome], exemptionOf);
      return {
        ...{ id, title: textIn(title, language), outcome, counts },
        count: markerLevels.reduce((sum, each) => sum + counts[each], 0),
        level: markerLevels.find((each) => counts[each] > 0),
      };
    });
  return tabs.sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ outcome, level }: ProfileTab): number {
  const { truth } = outcome.membership;
  if (truth !== 'yes') return markerLevels.length + (truth === 'unknown' ? 1 : 2);
  return level ? markerLevels.indexOf(level) : markerLevels.length;
}
