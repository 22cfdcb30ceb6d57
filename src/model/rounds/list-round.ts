import type { TeamMember } from '../../adapter/index.ts';
import type { Language } from '../../profile/index.ts';
import type { ListRound } from '../list/types.ts';
import type { CombinedRounds } from './combined.ts';
import type { RoundModel } from './round.ts';

/** What a round says of everybody, and who came since the last one that was finished, as a list takes it; nothing where there is none. */
export function listRoundOf(
  round: RoundModel | CombinedRounds | undefined,
  team: readonly TeamMember[] | undefined,
  language: Language = 'da',
): ListRound | undefined {
  if (round && 'listRound' in round) return round.listRound(language);
  if (!round || round.state.phase === 'none') return undefined;
  const { since, state } = round;
  const { hasAssigned, hasDue, hasContact } = state.plan;
  return {
    team,
    planned: { assignee: hasAssigned, due: hasDue, contact: hasContact },
    statuses: round.statuses,
    isUnknown: state.phase !== 'ready',
    exempt: round.exempt,
    done: round.done,
    ...(since ? { since } : {}),
  };
}
