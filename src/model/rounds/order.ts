/** The order of a profile's rounds: that of the store and of the ids, never that of the dates, which clients write by clocks of their own. */
import type { Round } from '../../adapter/index.ts';

/**
 * Oldest first: those of other ids than ours in the store's order, the finished before the open, and then ours by
 * number, which grows with each.
 */
export function inOrder<Listed extends { readonly round: Round }>(
  listed: readonly Listed[],
): readonly Listed[] {
  const rank = ({ round }: Listed) => numberOf(round) ?? (round.finished === undefined ? 0 : -1);
  return [...listed].sort((a, b) => rank(a) - rank(b));
}

/** Id of the round after some others. Two users who begin at the same time give the same one: one of them will merge. */
export function nextId(profileId: string, rounds: readonly Round[]): string {
  const highest = rounds.reduce(
    (most, round) => Math.max(most, numberOf(round) ?? 0),
    rounds.length,
  );
  return `${profileId}#${highest + 1}`;
}

/** The number of a round whose id is ours, `profile#7`. */
function numberOf({ id, profile }: Round): number | undefined {
  const number = id.startsWith(`${profile.id}#`) ? id.slice(profile.id.length + 1) : '';
  // No more digits than anyone begins rounds: a number that cannot grow would be the last for ever.
  return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : undefined;
}
