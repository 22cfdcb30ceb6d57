import { pause, type Round, type RoundStore } from '../adapter/index.ts';
import { memoryRounds } from '../adapter/rounds.ts';

/** The faults that can be injected into a storage of rounds in memory. */
export interface RoundFaults {
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** The first so many listings throw. */
  readonly failLists?: number;
  /** The first so many saves throw, and store nothing. */
  readonly failSaves?: number;
  /** The first so many saves are carried out, but their answer is lost. */
  readonly loseAnswers?: number;
  /**
   * Another user, who saves just before each save of ours: gets the stored round (ours where none is
   * stored yet) and ours, and returns the round that the other user stores, if any.
   */
  readonly meanwhile?: (stored: Round, ours: Round) => Round | undefined;
}

/**
 * Makes a storage of rounds in memory that fails as it is told.
 *
 * @param earlier Rounds that are stored from the start.
 */
export function faultyRounds(earlier: readonly Round[] = [], faults: RoundFaults = {}): RoundStore {
  const { delay = 0, meanwhile } = faults;
  let { failLists = 0, failSaves = 0, loseAnswers = 0 } = faults;
  const store = memoryRounds(earlier);
  return {
    async list(profileId, signal) {
      await pause(delay, signal);
      if (failLists-- > 0) throw new Error('The memory adapter was told to fail.');
      return store.list(profileId, signal);
    },
    async save(round, signal) {
      // As it is now: the caller may change it while the answer is under way.
      const ours = structuredClone(round);
      await pause(delay, signal);
      if (failSaves-- > 0) throw new Error('The memory adapter was told to fail.');
      if (meanwhile) {
        const listed = await store.list(ours.profile.id, signal);
        const stored = listed.find(({ id }) => id === ours.id);
        const theirs = meanwhile(stored ?? structuredClone(ours), structuredClone(ours));
        if (theirs) await store.save({ ...theirs, revision: stored?.revision ?? 0 }, signal);
      }
      const answer = await store.save(ours, signal);
      if (answer.saved && loseAnswers-- > 0)
        throw new Error('The memory adapter was told to lose its answer.');
      return answer;
    },
  };
}
