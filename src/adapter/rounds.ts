import { pause } from './pause.ts';
import type { Round, RoundStore } from './types.ts';

/**
 * Keeps rounds in memory, with revisions: a save against another revision than the stored one changes
 * nothing and is answered with the stored round. Copies what goes in and out, as over a wire, so that
 * nobody changes a stored round without saving it.
 *
 * @param earlier Rounds that are stored from the start.
 * @param delay Milliseconds before each answer.
 */
export function memoryRounds(earlier: readonly Round[] = [], delay = 0): RoundStore {
  const rounds = new Map(earlier.map((round) => [round.id, structuredClone(round)]));
  return {
    async list(profileId, signal) {
      await pause(delay, signal);
      return structuredClone(
        [...rounds.values()].filter(({ profile }) => profile.id === profileId),
      );
    },
    async save(round, signal) {
      // As it is now: the caller may change it while the answer is under way.
      const next = { ...structuredClone(round), revision: round.revision + 1 };
      await pause(delay, signal);
      const stored = rounds.get(round.id);
      if (stored && stored.revision !== round.revision)
        return { saved: false, conflict: structuredClone(stored) };
      rounds.set(next.id, next);
      return { saved: true, round: structuredClone(next) };
    },
  };
}
