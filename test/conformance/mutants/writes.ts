/** Mistakes of an archive, a storage of rounds, and actions. */
import type {
  ActionContext,
  ActionResult,
  HostAction,
  PatientReference,
  ProfileStore,
  Round,
  RoundStore,
} from '../../../src/adapter/index.ts';
import { goodActions, patients, storedRound } from '../stage.ts';
import { but, manyTurns, mutant, type Loose, type Mutant } from './mutant.ts';

function archived(change: (store: ProfileStore) => Loose): Loose {
  return but(({ profiles }) => ({ profiles: { ...profiles, ...change(profiles!) } }));
}

/** A good adapter whose rounds are kept in another way. */
function keeping(change: (store: RoundStore) => Loose): Loose {
  return but(({ rounds }) => ({ rounds: { ...rounds, ...change(rounds!) } }));
}

/** A good adapter that changes a round on its way to the store. */
function storing(change: (round: Round) => unknown): Loose {
  return keeping((store) => ({
    save: (round: Round, signal: AbortSignal) =>
      store.save(change(structuredClone(round)) as Round, signal),
  }));
}

/** Only what is known of a round by a table of its own. */
function columnsOf({
  id,
  revision,
  profile,
  asOf,
  finished,
  withdrawn,
  aim,
  undecided,
  members,
}: Round): unknown {
  return JSON.parse(
    JSON.stringify(
      { id, revision, profile, asOf, finished, withdrawn, aim, undecided, members },
      (key: string, value: unknown) => (key === 'later' ? undefined : value),
    ),
  );
}

type Run = HostAction['run'];

/** A good adapter whose action for many is done in another way. */
function doing(run: (good: Run, ...given: Parameters<Run>) => unknown): Loose {
  const [many, one] = goodActions();
  return but(() => ({
    actions: [{ ...many!, run: (...given: Parameters<Run>) => run(many!.run, ...given) }, one!],
  }));
}

export const writeMutants: readonly Mutant[] = [
  mutant('ARC-01', 'lists its profiles by id', () =>
    archived(({ list }) => ({
      list: async (signal: AbortSignal) =>
        Object.fromEntries((await list(signal)).map((entry) => [entry.id, entry])),
    })),
  ),
  mutant('ARC-02', 'loads the document as text with an envelope', () =>
    archived(({ load }) => ({
      load: async (...given: Parameters<ProfileStore['load']>) => ({ data: await load(...given) }),
    })),
  ),
  mutant('ARC-02', 'loads another version than is asked for', () =>
    archived(({ load }) => ({
      load: async (...given: Parameters<ProfileStore['load']>) => ({
        ...((await load(...given)) as object),
        version: '0.0.1',
      }),
    })),
  ),
  mutant('ARC-03', 'answers a profile that it does not have with nothing', () =>
    archived(({ load }) => ({
      load: (...given: Parameters<ProfileStore['load']>) => load(...given).catch(() => null),
    })),
  ),

  mutant('ROU-01', 'lists the rounds of every profile', () =>
    keeping(({ list }) => ({
      list: async (id: string, signal: AbortSignal) => [
        ...(await list(id, signal)),
        ...(id === storedRound.profile.id ? [] : [structuredClone(storedRound)]),
      ],
    })),
  ),
  mutant('ROU-01', 'answers nothing where there are no rounds', () =>
    keeping(({ list }) => ({
      list: async (id: string, signal: AbortSignal) => {
        const rounds = await list(id, signal);
        return rounds.length > 0 ? rounds : undefined;
      },
    })),
  ),
  mutant('ROU-02', 'answers a save with true', () =>
    keeping(({ save }) => ({
      save: async (...given: Parameters<RoundStore['save']>) => {
        const { saved } = await save(...given);
        return saved;
      },
    })),
  ),
  mutant('ROU-02', 'answers the round as it was sent, with its old revision', () =>
    keeping(({ save }) => ({
      save: async (round: Round, signal: AbortSignal) => {
        const answer = await save(round, signal);
        return answer.saved ? { saved: true, round } : answer;
      },
    })),
  ),
  mutant('ROU-03', 'lists rounds out of a store of its own that it never renews', () => {
    const known = new Map<string, readonly Round[]>();
    return keeping(({ list }) => ({
      list: async (id: string, signal: AbortSignal) => {
        const rounds = known.get(id) ?? (await list(id, signal));
        known.set(id, rounds);
        return rounds;
      },
    }));
  }),
  mutant('ROU-04', 'cuts notes at 255 characters', () =>
    storing((round) => ({
      ...round,
      members: round.members.map((each) => ({
        ...each,
        ...(each.earlier === undefined ? {} : { earlier: each.earlier.slice(0, 255) }),
      })),
    })),
  ),
  mutant('ROU-04', 'keeps the first thousand members', () =>
    storing((round) => ({ ...round, members: round.members.slice(0, 1000) })),
  ),
  mutant('ROU-04', 'loses signs that its database has no room for', () =>
    storing((round) => JSON.parse(JSON.stringify(round).replaceAll('\u{1f642}', '?'))),
  ),
  mutant('ROU-04', 'keeps days as moments, and shows them in UTC', () =>
    storing((round) => JSON.parse(JSON.stringify(round).replaceAll('2028-02-29', '2028-02-28'))),
  ),
  mutant('ROU-05', 'keeps the fields that it knows', () => storing(columnsOf)),
  mutant('ROU-06', 'lets who saves last win', () =>
    keeping(({ list, save }) => ({
      save: async (round: Round, signal: AbortSignal) => {
        const rounds = await list(round.profile.id, signal);
        const stored = rounds.find(({ id }) => id === round.id);
        return save({ ...round, revision: stored?.revision ?? round.revision }, signal);
      },
    })),
  ),
  mutant('ROU-06', 'throws where there is a conflict', () =>
    keeping(({ save }) => ({
      save: async (...given: Parameters<RoundStore['save']>) => {
        const answer = await save(...given);
        if (!answer.saved) throw new Error('409 Conflict');
        return answer;
      },
    })),
  ),
  mutant('ROU-06', 'answers a conflict with the round that was sent', () =>
    keeping(({ save }) => ({
      save: async (round: Round, signal: AbortSignal) => {
        const answer = await save(round, signal);
        return answer.saved ? answer : { saved: false, conflict: round };
      },
    })),
  ),
  mutant('ROU-07', 'makes a further round of each that was never saved', () => {
    const further: Round[] = [];
    return keeping(({ list, save }) => ({
      list: async (id: string, signal: AbortSignal) => [
        ...(await list(id, signal)),
        ...structuredClone(further.filter(({ profile }) => profile.id === id)),
      ],
      save: async (round: Round, signal: AbortSignal) => {
        const answer = await save(round, signal);
        if (answer.saved || round.revision > 0) return answer;
        const made = { ...structuredClone(round), revision: 1 };
        further.push(made);
        return { saved: true, round: made };
      },
    }));
  }),
  mutant('ROU-08', 'looks at the revision, and saves a moment later', () => {
    const rounds = new Map<string, Round>();
    return keeping(() => ({
      list: (id: string) =>
        Promise.resolve(
          structuredClone([...rounds.values()].filter(({ profile }) => profile.id === id)),
        ),
      save: async (round: Round) => {
        const next = { ...structuredClone(round), revision: round.revision + 1 };
        const stored = rounds.get(round.id);
        if (stored && stored.revision !== round.revision)
          return { saved: false, conflict: structuredClone(stored) };
        await new Promise((resolve) => setTimeout(resolve));
        rounds.set(round.id, next);
        return { saved: true, round: structuredClone(next) };
      },
    }));
  }),
  mutant('ROU-09', 'keeps one round for each profile', () => {
    const rounds = new Map<string, Round>();
    return keeping(() => ({
      list: (id: string) =>
        Promise.resolve(
          structuredClone([...rounds.values()].filter(({ profile }) => profile.id === id)),
        ),
      save: (round: Round) => {
        const stored = rounds.get(round.profile.id);
        if (stored && stored.revision !== round.revision)
          return Promise.resolve({ saved: false, conflict: structuredClone(stored) });
        const next = { ...structuredClone(round), revision: round.revision + 1 };
        rounds.set(round.profile.id, next);
        return Promise.resolve({ saved: true, round: structuredClone(next) });
      },
    }));
  }),
  mutant('ROU-10', 'keeps the very objects that it is given', () => {
    const rounds = new Map<string, Round>();
    return keeping(() => ({
      list: (id: string) =>
        Promise.resolve([...rounds.values()].filter(({ profile }) => profile.id === id)),
      save: (round: Round) => {
        const stored = rounds.get(round.id);
        if (stored && stored.revision !== round.revision)
          return Promise.resolve({ saved: false, conflict: stored });
        const next = { ...round, revision: round.revision + 1 };
        rounds.set(round.id, next);
        return Promise.resolve({ saved: true, round: next });
      },
    }));
  }),

  mutant('ACT-01', 'has an action whose label is a plain text', () =>
    but(() => ({ actions: [...goodActions(), { ...goodActions()[0]!, id: 'c', label: 'Skriv' }] })),
  ),
  mutant('ACT-02', 'answers for those only who were done', () =>
    doing(async (good, ...given) => (await good(...given)).slice(1)),
  ),
  mutant('ACT-02', 'answers with the number of those who were done', () =>
    doing(async (good, ...given) => (await good(...given)).length),
  ),
  mutant('ACT-03', 'tells whether it was done as a text', () =>
    doing(async (good, ...given) =>
      (await good(...given)).map((each) => ({ ...each, ok: each.ok, message: 'Sat i kø' })),
    ),
  ),
  mutant('ACT-04', 'does nobody where one of them is not there', () =>
    doing(async (good, asked: readonly PatientReference[], ...rest) => {
      const results = await good(asked, ...rest);
      if (results.some(({ ok }) => !ok)) throw new Error('404');
      return results;
    }),
  ),
  mutant('ACT-05', 'answers that it was not done where it is done already', () => {
    const keys = new Set<string>();
    return doing(async (good, asked, context: ActionContext, signal) =>
      (await good(asked, context, signal)).map((each): ActionResult => {
        const key = context.patientKeys[each.patientId] ?? '';
        const isAgain = keys.has(key);
        keys.add(key);
        return isAgain ? { patientId: each.patientId, ok: false } : each;
      }),
    );
  }),
  mutant('ACT-06', 'goes on when nobody wants it any more', () =>
    doing(async (good, asked, context, signal) => {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) await manyTurns();
      return good(asked, context, signal);
    }),
  ),
  mutant('ACT-07', 'names the patient in a message', () =>
    doing(async (good, ...given) =>
      (await good(...given)).map((each) => {
        const found = patients.find(({ patient }) => patient.id === each.patientId);
        return found ? { ...each, message: { da: `${found.patient.name} er sat i kø` } } : each;
      }),
    ),
  ),
];
