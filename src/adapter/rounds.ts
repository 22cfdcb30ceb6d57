import { pause } from './pause.ts';
import type { Round, RoundStore } from './types.ts';

/** How a storage of rounds in memory misbehaves. */
export interface RoundFaces {
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** Rounds cannot be listed the first so many times. */
  readonly failLists?: number;
  /** Nothing can be saved the first so many times. */
  readonly failSaves?: number;
  /** The first so many saves are carried out, but their answer is lost. */
  readonly loseAnswers?: number;
  /**
   * Another user, who saves just before each save of ours: gets the stored round (ours where none is
   * stored yet) and ours, and answers what the other one stores, if anything.
   */
  readonly meanwhile?: (stored: Round, ours: Round) => Round | undefined;
}

/**
 * Rounds kept in memory, with revisions: a save against another revision than the stored one changes
 * nothing and is answered with the stored round. What goes in and out is copied, as over a wire, so
 * that nobody changes a stored round without saving it.
 *
 * @param earlier Rounds that are there from the start.
 */
export function memoryRounds(earlier: readonly Round[] = [], faces: RoundFaces = {}): RoundStore {
  const rounds = new Map(earlier.map((round) => [round.id, structuredClone(round)]));
  const { delay = 0, meanwhile } = faces;
  let { failLists = 0, failSaves = 0, loseAnswers = 0 } = faces;
  return {
    async list(profileId, signal) {
      await pause(delay, signal);
      if (failLists-- > 0) throw new Error('The memory adapter was told to fail.');
      return structuredClone(
        [...rounds.values()].filter(({ profile }) => profile.id === profileId),
      );
    },
    async save(round, signal) {
      // As it is now: the caller may go on with it while the answer is under way.
      const next = { ...structuredClone(round), revision: round.revision + 1 };
      await pause(delay, signal);
      if (failSaves-- > 0) throw new Error('The memory adapter was told to fail.');
      const before = rounds.get(round.id);
      const others = meanwhile?.(structuredClone(before ?? round), structuredClone(round));
      if (others)
        rounds.set(round.id, { ...structuredClone(others), revision: (before?.revision ?? 0) + 1 });
      const stored = rounds.get(round.id);
      if (stored && stored.revision !== round.revision)
        return { saved: false, conflict: structuredClone(stored) };
      rounds.set(next.id, next);
      if (loseAnswers-- > 0) throw new Error('The memory adapter was told to lose its answer.');
      return { saved: true, round: structuredClone(next) };
    },
  };
}
