/** A store with many open rounds: they are joined step by step, and the user goes on meanwhile. */
import { describe, expect, it } from 'vitest';
import type { Round, RoundMember, RoundStore } from '../../../src/adapter/index.ts';
import { finish, type Steps } from '../../../src/engine/index.ts';
import type { DoSlice, RoundModel } from '../../../src/model/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { someOf } from '../../depth.ts';
import { Desk, listed, profile, round } from './stage.ts';

const patients = ['a', 'b', 'c'] as const;

/** What another user says in each of some open rounds, of everybody. */
const open = (number: number, ...more: readonly RoundMember[]): Round =>
  round(
    { id: `dk.demens#${number}`, asOf: `2026-05-0${number}` },
    ...patients.map((patientId): RoundMember => {
      const status = number === 1 && patientId === 'b' ? 'exempt' : 'to-follow-up';
      return { patientId, status, note: `${patientId} i ${number}`, by: 'CD' };
    }),
    ...more,
  );

const threeOpen = () => [open(1), open(2), open(3)];

/** Does one step at a time, and something after one of them. */
class Slices {
  turns = 0;
  /** After how many the first piece of work was done: that is the joining. */
  joined: number | undefined;

  constructor(
    private readonly at = -1,
    private readonly act: () => void = () => undefined,
  ) {}

  readonly doSlice: DoSlice = (steps) => {
    const isDone = steps.next().done === true;
    if (this.turns++ === this.at) this.act();
    if (isDone) this.joined ??= this.turns;
    return isDone;
  };
}

const atOnce: DoSlice = (steps: Steps<unknown>) => {
  finish(steps);
  return true;
};

const notesOf = (model: RoundModel) =>
  Object.fromEntries(patients.map((id) => [id, model.member(id).note ?? '']));

/** All is stored, and the last round alone is open. */
async function lastOf(store: RoundStore): Promise<Round> {
  const rounds = await listed(store);
  const { length } = rounds.filter(({ finished }) => finished === undefined);
  expect(length).toBeLessThan(2);
  return rounds.at(-1)!;
}

/** How many turns there are, those in which it is saved included, and how many of them are of the joining. */
async function turnsOf(prepare: (slices: Slices) => Promise<unknown>) {
  const slices = new Slices();
  await prepare(slices);
  return { all: slices.turns, joined: slices.joined! };
}

it('is the same done step by step as at once, in the order of the rounds', async () => {
  const seen = await Promise.all(
    [new Slices().doSlice, atOnce].map(async (doSlice) => {
      const store = faultyRounds(threeOpen());
      const desk = await new Desk(store, {}, { doSlice }).open();
      await desk.settled();
      const rounds = await listed(store);
      desk.model.dispose();
      return rounds;
    }),
  );
  expect(seen[0]).toEqual(seen[1]);
  const last = seen[0]!.at(-1)!;
  expect(seen[0]!.map(({ finished }) => finished)).toEqual(['2026-05-03', '2026-05-03', undefined]);
  expect(last.members.find(({ patientId }) => patientId === 'a')).toMatchObject({
    status: 'to-follow-up',
    note: 'a i 2\na i 1\na i 3',
  });
});

it('nothing of the rounds is seen before they are joined, and no count is told', async () => {
  const phases = new Set<string>();
  const slices = new Slices();
  const desk: Desk = new Desk(
    faultyRounds(threeOpen()),
    {},
    {
      doSlice(steps) {
        if (slices.joined !== undefined) return slices.doSlice(steps);
        const { state } = desk.model;
        phases.add(state.phase);
        expect(state.rounds).toEqual([]);
        return slices.doSlice(steps);
      },
    },
  );
  await desk.open();
  expect([...phases]).toEqual(['loading']);
  expect(slices.joined).toBeGreaterThan(6);
  expect(desk.model.state).toMatchObject({ phase: 'ready', current: { id: 'dk.demens#3' } });
  desk.model.dispose();
});

/** What a user does in the midst, and what is to be found of it. */
const acts: Readonly<Record<string, readonly [(model: RoundModel) => void, Partial<RoundMember>]>> =
  {
    'writes a note': [(model) => model.setNote('a', 'Vigtigt'), { note: 'Vigtigt' }],
    'sets a status': [(model) => model.setStatus(['a'], 'reviewed'), { by: 'AB' }],
    'exempts with a note': [
      (model) => model.setStatus(['a'], 'exempt', { note: 'Vigtigt' }),
      { note: 'Vigtigt', by: 'AB' },
    ],
    'writes, and takes it back': [
      (model) => {
        model.setNote('a', 'Forkert');
        model.undo();
      },
      {},
    ],
    'writes twice': [
      (model) => {
        model.setNote('a', 'Foreløbigt');
        model.setNote('a', 'Vigtigt');
      },
      { note: 'Vigtigt' },
    ],
  };

describe.each(Object.entries(acts).map((each, place) => [...each, place] as const))(
  'a user who %s in the midst of it',
  (_, [act, said], place) => {
    /** Before anything is here, and when others have begun rounds since. */
    const starts: Readonly<Record<string, (desk: Desk, begin: () => void) => Promise<void>>> = {
      'as the page opens': async (desk, begin) => {
        begin();
        await desk.open();
      },
      'as it is fetched again': async (desk, begin) => {
        await desk.open();
        begin();
        await desk.model.refresh();
      },
    };

    it.each(Object.entries(starts))('%s, at any turn: nothing is lost', async (start, run) => {
      const before = start === 'as the page opens' ? [] : [open(1)];
      const prepare = async (
        slices: Slices,
        held = { model: undefined as RoundModel | undefined },
      ) => {
        const inner = faultyRounds(before);
        let shown = false;
        const store: RoundStore = {
          ...inner,
          async list(id, signal) {
            const known = await inner.list(id, signal);
            const isNew = ({ id }: Round) => shown && !known.some((each) => each.id === id);
            for (const each of threeOpen().filter(isNew))
              await inner.save({ ...each, revision: 0 }, signal);
            return inner.list(id, signal);
          },
        };
        const doSlice: DoSlice = (steps) => (shown ? slices.doSlice(steps) : atOnce(steps));
        // A machine may be busy: nothing here is left unanswered.
        const desk = new Desk(store, { deadline: 60_000 }, { doSlice });
        held.model = desk.model;
        await run(desk, () => (shown = true));
        await desk.settled();
        return { desk, store };
      };
      const turns = await turnsOf(prepare);
      expect(turns.joined).toBeGreaterThan(6);
      expect(turns.all).toBeGreaterThan(turns.joined + 6);
      const all = Array.from({ length: turns.all }, (_, turn) => turn);
      // Everyday at every fourth turn, and of each deed at others.
      for (const at of someOf(all, 8, place)) {
        const held = { model: undefined as RoundModel | undefined };
        const slices = new Slices(at, () => act(held.model!));
        const { desk, store } = await prepare(slices, held);
        const { model } = desk;
        expect(model.state.phase).toBe('ready');
        const own = model.member('a');
        const everything = JSON.stringify([own, model.state.conflicts, await listed(store)]);
        if (said.note) expect(everything).toContain(said.note);
        if (said.by) expect(everything).toContain('"by":"AB"');
        expect(everything).not.toContain('Forkert');
        expect(everything).not.toContain('Foreløbigt');
        // What others said of those whom the user has not touched is in the one round that is open.
        const last = await lastOf(store);
        for (const id of ['b', 'c'])
          for (const number of [1, 2, 3])
            expect(last.members.find((each) => each.patientId === id)?.note).toContain(
              `${id} i ${number}`,
            );
        // And of whom the user has touched before it was seen, it is somewhere.
        for (const number of at < turns.joined - 1 ? [1, 2, 3] : [])
          expect(everything).toContain(`a i ${number}`);
        model.dispose();
      }
    });
  },
);

it('what is finished in the midst is, and all that is said elsewhere goes on', async () => {
  const setUp = async (slices: Slices) => {
    const inner = faultyRounds([open(1)]);
    const desk = new Desk(inner, {}, { doSlice: (steps) => doSlice(steps) });
    let doSlice: DoSlice = atOnce;
    await desk.open();
    for (const each of [open(2), open(3)])
      await inner.save({ ...each, revision: 0 }, new AbortController().signal);
    doSlice = slices.doSlice;
    return { desk, inner };
  };
  const count = new Slices();
  const first = await setUp(count);
  await first.desk.model.refresh();
  for (let at = 0; at < count.joined! - 1; at++) {
    let finishRound = () => undefined as void;
    const { desk, inner } = await setUp(new Slices(at, () => finishRound()));
    finishRound = () => desk.model.finish();
    await desk.model.refresh();
    await desk.settled();
    const rounds = await listed(inner);
    expect(rounds.filter(({ finished }) => finished === undefined)).toHaveLength(1);
    expect(rounds[0]).toMatchObject({ id: 'dk.demens#1', finished: asOf });
    for (const number of [2, 3]) expect(notesOf(desk.model).c).toContain(`c i ${number}`);
    desk.model.dispose();
  }
});

/** At each turn of the joining of three open rounds, a desk at which something is done to another store in the midst. */
async function* desksWith(
  act: (desk: Desk, other: RoundStore) => Promise<unknown>,
): AsyncGenerator<{ readonly desk: Desk; readonly other: RoundStore }> {
  const { joined } = await turnsOf(async ({ doSlice }) =>
    (await new Desk(faultyRounds(threeOpen()), {}, { doSlice }).open()).model.dispose(),
  );
  for (let at = 0; at < joined - 1; at++) {
    const inner = faultyRounds(threeOpen());
    let saves = 0;
    const store: RoundStore = { ...inner, save: (...given) => (saves++, inner.save(...given)) };
    const other = faultyRounds([round({ id: 'dk.demens#7' })]);
    let acted: Promise<unknown> = Promise.resolve();
    const slices = new Slices(at, () => {
      acted = act(desk, other);
    });
    const desk: Desk = new Desk(store, { clinicId: 'one' }, { doSlice: slices.doSlice });
    await desk.open();
    await acted;
    yield { desk, other };
    expect(saves, 'saved in the store that was left').toBe(0);
    desk.model.dispose();
  }
}

describe('another clinic, or another store, in the midst of it', () => {
  it('another clinic: what was begun is given up, and nothing is saved there', async () => {
    const desks = desksWith((desk, other) =>
      desk.open({ adapter: { ...desk.adapter, rounds: other }, clinicId: 'two' }),
    );
    for await (const { desk } of desks) {
      expect(desk.model.state.rounds.map(({ id }) => id)).toEqual(['dk.demens#7']);
      expect(notesOf(desk.model)).toEqual({ a: '', b: '', c: '' });
    }
  });

  it('another store of the clinic: it is asked, and gets what was written meanwhile', async () => {
    const desks = desksWith((desk, other) => {
      desk.model.setNote('a', 'Vigtigt');
      return desk.open({ adapter: { ...desk.adapter, rounds: other } });
    });
    for await (const { desk, other } of desks) {
      await desk.settled();
      const last = await lastOf(other);
      expect(last.id).toBe('dk.demens#7');
      expect(last.members).toContainEqual(
        expect.objectContaining({ patientId: 'a', note: 'Vigtigt' }),
      );
    }
  });
});

it('a list that is asked for again and again is joined all the same', async () => {
  const slices = new Slices();
  const doSlice: DoSlice = (steps) => {
    if (slices.turns < 300) void desk.model.refresh();
    return slices.doSlice(steps);
  };
  const desk: Desk = new Desk(faultyRounds(threeOpen()), {}, { doSlice });
  await desk.open();
  expect(desk.model.state).toMatchObject({ phase: 'ready', current: { profile } });
  desk.model.dispose();
});

it('a save that is answered late, and a list right after it: both are in it', async () => {
  const inner = faultyRounds(threeOpen());
  let answer = () => undefined as void;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const store: RoundStore = {
    ...inner,
    save: async (...given) => {
      await held;
      return inner.save(...given);
    },
  };
  const desk = new Desk(store, { deadline: 5000 }, { doSlice: new Slices().doSlice });
  void desk.open();
  while (desk.model.state.phase !== 'ready') await new Promise((resolve) => setTimeout(resolve));
  desk.model.setNote('b', 'Vigtigt');
  void desk.model.refresh();
  desk.model.setNote('c', 'Også');
  answer();
  await desk.settled();
  const last = await lastOf(inner);
  const noteOf = (id: string) => last.members.find(({ patientId }) => patientId === id)?.note;
  expect([noteOf('a'), noteOf('b'), noteOf('c')]).toEqual([
    'a i 2\na i 1\na i 3',
    'Vigtigt',
    'Også',
  ]);
  desk.model.dispose();
});
