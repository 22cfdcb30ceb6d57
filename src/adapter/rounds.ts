import type { Round, RoundStore } from './types.ts';

/** Rounds kept in memory, with revisions: a save against an older revision is answered with the newer round. */
export function memoryRounds(): RoundStore {
  const rounds = new Map<string, Round>();
  return {
    list: (profileId) =>
      Promise.resolve([...rounds.values()].filter(({ profile }) => profile.id === profileId)),
    save: (round) => {
      const stored = rounds.get(round.id);
      if (stored && stored.revision !== round.revision)
        return Promise.resolve({ saved: false, conflict: stored });
      const next = { ...round, revision: round.revision + 1 };
      rounds.set(round.id, next);
      return Promise.resolve({ saved: true, round: next });
    },
  };
}
