import type { Round, RoundAim } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Problem } from '../load/problems.ts';
import { isEvaluationDue } from '../rounds/aim.ts';
import { presentMembers } from '../rounds/presence.ts';
import { sumOfStatuses } from '../rounds/statuses.ts';
import type { RoundState } from '../rounds/types.ts';

/** How the rounds of one list stand. */
export interface RoundStanding {
  /** `none`: the clinic keeps no rounds; `loading`, `failed`: nobody knows the rest. */
  readonly phase: RoundState['phase'];
  /** Of those on the list now. */
  readonly counts: RoundState['counts'];
  readonly all: number;
  /** The one under way. */
  readonly current: { readonly began: CalendarDate; readonly aim: RoundAim } | undefined;
  /** The last that was finished, and how many of those who were in it were reviewed. */
  readonly last:
    | {
        readonly finished: CalendarDate;
        readonly aim: RoundAim;
        readonly reviewed: number;
        readonly of: number;
      }
    | undefined;
  /** Whether the day has come on which the round is to be evaluated. */
  readonly isDue: boolean;
  /** Of how many patients two have said something else, and nobody has chosen yet. */
  readonly conflicts: number;
  /** What of the stored rounds cannot be read. */
  readonly problems: readonly Problem[];
}

export const noStanding = (phase: RoundState['phase']): RoundStanding => ({
  phase,
  counts: { new: 0, 'to-follow-up': 0, reviewed: 0, exempt: 0 },
  ...{ all: 0, isDue: false, conflicts: 0, problems: [] },
  current: undefined,
  last: undefined,
});

export function standingOf(
  { phase, rounds, current, aimed, counts, problems, conflicts }: RoundState,
  asOf: CalendarDate,
): RoundStanding {
  const last = rounds.findLast(({ finished }) => finished !== undefined);
  return {
    ...{ phase, problems, counts, conflicts: conflicts.length },
    all: sumOfStatuses(counts),
    current: current && { began: current.asOf, aim: current.aim ?? {} },
    last: last && { ...reviewedIn(last), finished: last.finished ?? '', aim: last.aim ?? {} },
    isDue: aimed !== undefined && isEvaluationDue(aimed, asOf),
  };
}

function reviewedIn(round: Round): { readonly reviewed: number; readonly of: number } {
  const members = presentMembers(round);
  let reviewed = 0;
  for (const { status } of members.values()) if (status === 'reviewed') reviewed++;
  return { reviewed, of: members.size };
}
