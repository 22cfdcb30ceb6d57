import type { Round, RoundMember, RoundStatus } from '../../adapter/index.ts';
import { presentMembers } from './presence.ts';

/** What became of a population from one round to a later one. Lists of patient ids, none in two of the first three. */
export interface RoundComparison {
  /** In the later one only. */
  readonly came: readonly string[];
  /** In the earlier one only. */
  readonly left: readonly string[];
  /** In one of them, while nobody can say whether they are in the other. */
  readonly undecided: readonly string[];
  /** In both, and not the same. */
  readonly changed: readonly RoundChange[];
  /** Still *new* when the later of the rounds that are finished was finished. */
  readonly notReached: readonly string[];
}

export interface RoundChange {
  readonly patientId: string;
  /** Before and after; *new* in the later round says that nobody got to it, which is no change. */
  readonly status?: readonly [before: RoundStatus, after: RoundStatus];
  /** Ids of markers that are set now and were not, where both rounds know them. */
  readonly markersSet: readonly string[];
  /** Ids of markers that were set and are no longer. */
  readonly markersGone: readonly string[];
}

/** Compares a round with a later one, or with the population as it is now (`RoundModel.now`). */
export function compareRounds(earlier: Round, later: Round): RoundComparison {
  const before = presentMembers(earlier);
  const after = presentMembers(later);
  const doubtBefore = new Set(earlier.undecided);
  const doubtAfter = new Set(later.undecided);
  const onlyAfter = [...after.keys()].filter((id) => !before.has(id));
  const onlyBefore = [...before.keys()].filter((id) => !after.has(id));
  const finished = later.finished === undefined ? earlier : later;
  return {
    came: onlyAfter.filter((id) => !doubtBefore.has(id)),
    left: onlyBefore.filter((id) => !doubtAfter.has(id)),
    undecided: [
      ...onlyAfter.filter((id) => doubtBefore.has(id)),
      ...onlyBefore.filter((id) => doubtAfter.has(id)),
    ],
    changed: [...after].flatMap(([id, member]) => {
      const was = before.get(id);
      const change = was && changeOf(was, member);
      return change ? [change] : [];
    }),
    notReached:
      finished.finished === undefined
        ? []
        : [...presentMembers(finished).values()]
            .filter(({ status }) => status === 'new')
            .map(({ patientId }) => patientId),
  };
}

function changeOf(before: RoundMember, after: RoundMember): RoundChange | undefined {
  const { markers: had } = before;
  const { markers: has } = after;
  const areKnown = had !== undefined && has !== undefined;
  const markersSet = areKnown ? missingFrom(had, has) : [];
  const markersGone = areKnown ? missingFrom(has, had) : [];
  const moved = after.status !== 'new' && after.status !== before.status;
  if (!moved && markersSet.length === 0 && markersGone.length === 0) return undefined;
  return {
    patientId: after.patientId,
    ...(moved ? { status: [before.status, after.status] as const } : {}),
    markersSet,
    markersGone,
  };
}

/** What one list has beyond another. A profile may have thousands of markers: none is sought in a list. */
function missingFrom(list: readonly string[], other: readonly string[]): readonly string[] {
  if (list === other || other.length === 0) return [];
  const known = new Set(list);
  return other.filter((id) => !known.has(id));
}
