import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  nextTurn,
  type ClinicAdapter,
  type ProblemReport,
  type RoundStore,
} from '../../../src/adapter/index.ts';
import { demens } from '../../../fixtures/profiles/index.ts';
import { adviseOn } from '../../../src/model/describe/advice.ts';
import {
  RoundModel,
  compareRounds,
  describeProblem,
  type Round,
  type RoundInputs,
  type RoundMember,
  type RoundOptions,
} from '../../../src/model/index.ts';
import { faultyAdapter, faultyRounds, type RoundFaults } from '../../../src/testing/index.ts';
import { asOf, complete } from '../../engine/build.ts';
import { cases } from '../../depth.ts';

const numRuns = cases(20, 50);
const seed = process.env.OVERBLIK_SEED === undefined ? 20261124 : Number(process.env.OVERBLIK_SEED);

const profile = { id: 'dk.demens', version: '1.0.0' };
const signal = new AbortController().signal;

function round(more: Partial<Round> = {}, ...members: readonly RoundMember[]): Round {
  return { id: 'dk.demens#1', revision: 1, profile, asOf: '2026-05-01', members, ...more };
}

function adapterOf(rounds: RoundStore | undefined): ClinicAdapter {
  const { rounds: _, ...adapter } = faultyAdapter({
    description: { name: 'K', coverage: complete },
    patients: [],
  });
  return rounds ? { ...adapter, rounds } : adapter;
}

/** A user at a screen. The time is the number of things that the user has done. */
class Desk {
  readonly model: RoundModel;
  inputs: RoundInputs;
  #time = 0;

  constructor(
    rounds: RoundStore | undefined,
    more: Partial<RoundInputs> = {},
    options: RoundOptions = {},
  ) {
    this.model = new RoundModel({ deadline: 300, firstPause: 5, ...options });
    this.inputs = {
      adapter: adapterOf(rounds),
      profile,
      asOf,
      members: ['a', 'b', 'c'],
      undecided: [],
      user: 'AB',
      now: () => `2026-11-24T10:00:${String(this.#time++).padStart(2, '0')}+01:00`,
      ...more,
    };
  }

  async open(more: Partial<RoundInputs> = {}): Promise<this> {
    this.inputs = { ...this.inputs, ...more };
    await this.model.update(this.inputs);
    return this;
  }
}

const open = (rounds: RoundStore | undefined, more: Partial<RoundInputs> = {}) =>
  new Desk(rounds, more).open();

/** Until nothing is pending any more. */
async function stored({ model }: Desk): Promise<void> {
  for (let turn = 0; model.state.pending.count > 0; turn++) {
    if (turn > 200) throw new Error('Never stored.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function listed(store: RoundStore): Promise<readonly Round[]> {
  return store.list(profile.id, signal);
}

async function memberIn(store: RoundStore, id: string): Promise<RoundMember | undefined> {
  return (await listed(store)).at(-1)?.members.find(({ patientId }) => patientId === id);
}

describe('a round', () => {
  it('is not there where the clinic stores none', async () => {
    const { model } = await open(undefined);
    model.setStatus(['a'], 'reviewed');
    expect(model.state.phase).toBe('none');
    expect(model.member('a').status).toBe('new');
  });

  it('begins with the first change: shown at once, stored with who and when', async () => {
    const store = faultyRounds();
    const desk = await open(store);
    expect(desk.model.state).toMatchObject({ phase: 'ready', current: undefined, rounds: [] });
    desk.model.setStatus(['a', 'b'], 'to-follow-up', { note: 'Ring' });
    expect(desk.model.state.counts).toEqual({ new: 1, 'to-follow-up': 2, reviewed: 0, exempt: 0 });
    expect(desk.model.state.pending).toMatchObject({ count: 2, since: expect.any(String) });
    expect(desk.model.member('a')).toMatchObject({ note: 'Ring', by: 'AB', pending: true });
    await stored(desk);
    expect(desk.model.member('a')).toMatchObject({ pending: false, conflict: undefined });
    expect(await listed(store)).toEqual([
      {
        id: 'dk.demens#1',
        revision: 1,
        profile,
        asOf,
        undecided: [],
        members: [
          {
            joined: asOf,
            patientId: 'a',
            status: 'to-follow-up',
            note: 'Ring',
            by: 'AB',
            at: expect.any(String),
          },
          {
            joined: asOf,
            patientId: 'b',
            status: 'to-follow-up',
            note: 'Ring',
            by: 'AB',
            at: expect.any(String),
          },
          { joined: asOf, patientId: 'c', status: 'new' },
        ],
      },
    ]);
  });

  it('is one save for what is done in one go, and one under way at a time', async () => {
    const saves: Round[] = [];
    let under = 0;
    const inner = faultyRounds([], { delay: 10 });
    const store: RoundStore = {
      ...inner,
      async save(each, stop) {
        saves.push(each);
        expect(++under).toBe(1);
        const answer = await inner.save(each, stop);
        under--;
        return answer;
      },
    };
    const desk = await open(store);
    desk.model.setNote('a', 'én');
    desk.model.setNote('b', 'to');
    while (saves.length === 0) await nextTurn();
    desk.model.setNote('a', 'én igen');
    desk.model.setNote('c', 'tre');
    await stored(desk);
    expect(saves.map(({ revision }) => revision)).toEqual([0, 1]);
    expect(await memberIn(inner, 'a')).toMatchObject({ note: 'én igen' });
    expect(desk.model.state.conflicts).toEqual([]);
  });

  it('takes a note away, and does not store what changes nothing', async () => {
    const store = faultyRounds();
    const desk = await open(store);
    desk.model.setNote('a', 'x');
    desk.model.setNote('a', ' ');
    await stored(desk);
    expect(await memberIn(store, 'a')).not.toHaveProperty('note');
    desk.model.setStatus(['a'], 'new');
    expect(desk.model.state.pending.count).toBe(0);
  });

  it('refuses an exemption that ends on no day', async () => {
    const { model } = await open(faultyRounds());
    expect(() => model.setStatus(['a'], 'exempt', { exemptUntil: '2026-02-30' })).toThrow(
      RangeError,
    );
    expect(() => model.exemptMarker('a', 'm', { note: '', until: 'nu' })).toThrow(RangeError);
  });

  it('exempts one marker of a patient, with end', async () => {
    const store = faultyRounds();
    const desk = await open(store);
    desk.model.exemptMarker('a', 'triple', { note: 'aftalt', until: asOf });
    desk.model.exemptMarker('a', 'psyk', { note: 'kort', until: '2026-11-23' });
    expect(desk.model.member('a').exemptions).toMatchObject([{ marker: 'triple', by: 'AB' }]);
    await stored(desk);
    expect((await memberIn(store, 'a'))?.exemptions).toHaveLength(2);
    desk.model.endExemption('a', 'triple');
    expect(desk.model.member('a').exemptions).toEqual([]);
    desk.model.setStatus(['a'], 'exempt', { note: 'plejehjem' });
    desk.model.endExemption('a');
    expect(desk.model.member('a')).toMatchObject({ status: 'to-follow-up', note: 'plejehjem' });
  });
});

describe('two users', () => {
  async function two(faults: RoundFaults = {}) {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })], faults);
    return { store, one: await open(store), other: await open(store, { user: 'CD' }) };
  }

  it('change different patients: both are stored, nobody is asked', async () => {
    const { store, one, other } = await two();
    one.model.setStatus(['a'], 'reviewed');
    other.model.setStatus(['b'], 'to-follow-up', { note: 'Ring' });
    await Promise.all([stored(one), stored(other)]);
    expect(await memberIn(store, 'a')).toMatchObject({ status: 'reviewed', by: 'AB' });
    expect(await memberIn(store, 'b')).toMatchObject({ note: 'Ring', by: 'CD' });
    await one.model.refresh();
    expect(one.model.member('b')).toMatchObject({ note: 'Ring', by: 'CD' });
    expect([...one.model.state.conflicts, ...other.model.state.conflicts]).toEqual([]);
  });

  it.each([
    ['mine', { status: 'reviewed', note: 'min' }],
    ['theirs', { status: 'to-follow-up', note: 'din' }],
    ['both', { status: 'reviewed', note: 'din\nmin' }],
  ] as const)(
    'change the same patient: both are kept until one chooses %s',
    async (choice, end) => {
      const { store, one, other } = await two();
      other.model.setStatus(['a'], 'to-follow-up', { note: 'din' });
      await stored(other);
      one.model.setStatus(['a'], 'reviewed', { note: 'min' });
      one.model.setStatus(['b'], 'reviewed');
      await stored(one);
      expect(one.model.state.conflicts).toMatchObject([
        { patientId: 'a', mine: { note: 'min', by: 'AB' }, theirs: { note: 'din', by: 'CD' } },
      ]);
      expect(one.model.member('a')).toMatchObject({
        note: 'min',
        conflict: { theirs: { note: 'din' } },
      });
      // What is not in conflict is stored meanwhile.
      expect(await memberIn(store, 'b')).toMatchObject({ status: 'reviewed' });
      expect(await memberIn(store, 'a')).toMatchObject({ note: 'din' });
      one.model.resolve('a', choice);
      await stored(one);
      expect(one.model.state.conflicts).toEqual([]);
      expect(await memberIn(store, 'a')).toMatchObject(end);
      expect(one.model.member('a')).toMatchObject(end);
    },
  );

  it('say the same: that is no conflict', async () => {
    const { one, other } = await two();
    other.model.setStatus(['a'], 'reviewed');
    one.model.setStatus(['a'], 'reviewed');
    await Promise.all([stored(one), stored(other)]);
    expect([...one.model.state.conflicts, ...other.model.state.conflicts]).toEqual([]);
  });

  it('a refresh finds the conflict too, and a choice against a yet newer version is asked again', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })], { failSaves: 1 });
    const one = await new Desk(store, {}, { firstPause: 1e9 }).open();
    one.model.setNote('a', 'min');
    await one.model.retry();
    const other = await open(store, { user: 'CD' });
    other.model.setNote('a', 'din');
    await stored(other);
    await one.model.refresh();
    await stored(one);
    expect(one.model.state.conflicts).toHaveLength(1);
    other.model.setNote('a', 'din igen');
    await stored(other);
    one.model.resolve('a', 'mine');
    await stored(one);
    expect(one.model.state.conflicts).toMatchObject([{ theirs: { note: 'din igen' } }]);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'din igen' });
  });

  it('what the store did not keep as sent is a conflict, not a loss', async () => {
    const inner = faultyRounds();
    const store: RoundStore = {
      ...inner,
      save: async (each, stop) =>
        inner.save(
          { ...each, members: each.members.map(({ note: _, ...member }) => member) },
          stop,
        ),
    };
    const desk = await open(store);
    desk.model.setNote('a', 'bevar mig');
    await stored(desk);
    expect(desk.model.state.conflicts).toMatchObject([{ mine: { note: 'bevar mig' } }]);
  });

  it('begin a round at the same time: it is one round', async () => {
    const store = faultyRounds();
    const one = await open(store);
    const other = await open(store, { user: 'CD' });
    one.model.setStatus(['a'], 'reviewed');
    other.model.setStatus(['b'], 'reviewed');
    await Promise.all([stored(one), stored(other)]);
    expect(await listed(store)).toHaveLength(1);
    expect(await memberIn(store, 'a')).toMatchObject({ status: 'reviewed' });
    expect(await memberIn(store, 'b')).toMatchObject({ status: 'reviewed' });
  });

  it('one finishes it and begins the next: what the other had not stored goes there', async () => {
    const { store, one, other } = await two();
    other.model.finish();
    other.model.startNext();
    await stored(other);
    one.model.setStatus(['a'], 'exempt', { note: 'plejehjem' });
    await stored(one);
    const rounds = await listed(store);
    expect(rounds).toHaveLength(2);
    expect(rounds[1]?.members).toContainEqual(
      expect.objectContaining({ patientId: 'a', status: 'exempt', note: 'plejehjem' }),
    );
    expect(one.model.member('a')).toMatchObject({ status: 'exempt', pending: false });
  });

  it('what goes to the next round is no conflict with what was carried over to it', async () => {
    const first = round({}, { patientId: 'a', status: 'reviewed', note: 'fint', by: 'CD' });
    const store = faultyRounds([first]);
    const one = await open(store);
    const other = await open(store, { user: 'CD' });
    other.model.finish();
    other.model.startNext();
    await stored(other);
    one.model.setStatus(['a'], 'to-follow-up', { note: 'ikke så fint' });
    await stored(one);
    expect(one.model.state.conflicts).toEqual([]);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'ikke så fint', by: 'AB' });
  });

  it('what one changes again after the other has finished goes to the next round, the first stays', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })], { delay: 5 });
    const one = await open(store);
    const other = await open(store, { user: 'CD' });
    other.model.finish();
    await stored(other);
    one.model.setStatus(['a'], 'to-follow-up', { note: 'først' });
    // Until the answer says that the round is finished.
    while (one.model.state.current) await nextTurn();
    one.model.setNote('a', 'siden');
    await stored(one);
    expect((await listed(store)).map(({ members }) => members[0]?.note)).toEqual([
      'først',
      'siden',
    ]);
  });

  it('both go on after one has finished it: what was under way is not taken for carried over', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })], { delay: 5 });
    const one = await open(store);
    const other = await open(store, { user: 'CD' });
    other.model.finish();
    await stored(other);
    one.model.setNote('b', 'for sent');
    while (one.model.state.current) await nextTurn();
    one.model.setNote('a', 'den næste');
    await stored(one);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'den næste' });
    expect(await memberIn(store, 'b')).toMatchObject({ note: 'for sent' });
  });

  it('one finishes it: what the other had not stored is in the finished round', async () => {
    const { store, one, other } = await two();
    other.model.finish();
    await stored(other);
    one.model.setStatus(['a'], 'reviewed', { note: 'nåede det' });
    await stored(one);
    expect(await listed(store)).toHaveLength(1);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'nåede det' });
  });

  it('another user between every read and write: in the end all is stored', async () => {
    let left = 3;
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })], {
      meanwhile: (each) =>
        left-- > 0
          ? {
              ...each,
              members: [
                ...each.members,
                { patientId: `fremmed ${left}`, status: 'reviewed', by: 'CD' },
              ],
            }
          : undefined,
    });
    const desk = await open(store);
    desk.model.setNote('a', 'min');
    await stored(desk);
    expect((await listed(store))[0]?.members).toHaveLength(6);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'min' });
  });
});

describe('a store that fails', () => {
  it('keeps the change pending and in sight, says why, and tries again by itself', async () => {
    const store = faultyRounds([], { failSaves: 3 });
    const desk = await open(store);
    desk.model.setNote('a', 'vigtigt');
    await desk.model.retry();
    expect(desk.model.state).toMatchObject({
      phase: 'ready',
      pending: { count: 1, problem: { kind: 'call', call: 'rounds', reason: 'threw' } },
    });
    expect(desk.model.member('a')).toMatchObject({ note: 'vigtigt', pending: true });
    await stored(desk);
    expect(desk.model.state.problems).toEqual([]);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'vigtigt' });
  });

  it('a retry does not wait for the pause', async () => {
    const store = faultyRounds([], { failSaves: 1 });
    const model = new RoundModel({ firstPause: 1e9 });
    await model.update(new Desk(store).inputs);
    model.setNote('a', 'x');
    await model.retry();
    expect(model.state.pending.problem).toBeDefined();
    await model.retry();
    expect(model.state.pending).toMatchObject({ count: 0, since: undefined, problem: undefined });
    model.dispose();
  });

  it('the rounds cannot be fetched: what is written is kept, and stored when they come', async () => {
    const stored1 = round({}, { patientId: 'b', status: 'to-follow-up', note: 'fra i går' });
    const store = faultyRounds([stored1], { failLists: 2 });
    const desk = await open(store);
    expect(desk.model.state.phase).toBe('failed');
    desk.model.setNote('a', 'ny');
    desk.model.setStatus(['b'], 'reviewed');
    // Which round is under way is not known yet.
    desk.model.finish();
    await stored(desk);
    expect(desk.model.state.phase).toBe('ready');
    expect(await listed(store)).toMatchObject([{ id: 'dk.demens#1' }]);
    expect((await listed(store))[0]).not.toHaveProperty('finished');
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'ny' });
    // The user had not seen the note.
    expect(desk.model.state.conflicts).toMatchObject([
      { patientId: 'b', mine: { status: 'reviewed' }, theirs: { note: 'fra i går' } },
    ]);
  });

  it('a list that is older than what was saved takes nothing back', async () => {
    const inner = faultyRounds([round()]);
    const old = await listed(inner);
    const desk = await open({ list: async () => structuredClone(old), save: inner.save });
    desk.model.setNote('a', 'x');
    await stored(desk);
    await desk.model.refresh();
    expect(desk.model.member('a')).toMatchObject({ note: 'x', pending: false });
    desk.model.setNote('b', 'y');
    await stored(desk);
    expect(await memberIn(inner, 'a')).toMatchObject({ note: 'x' });
  });

  it('a lost answer is no conflict with oneself, whatever was changed since', async () => {
    const store = faultyRounds([], { loseAnswers: 2 });
    const desk = await open(store);
    desk.model.setNote('a', 'første');
    await desk.model.retry();
    desk.model.setNote('a', 'anden');
    await desk.model.retry();
    desk.model.setNote('a', 'tredje');
    await stored(desk);
    expect(desk.model.state.conflicts).toEqual([]);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'tredje' });
  });

  it('one that never answers is given up, and asked again', async () => {
    const inner = faultyRounds();
    let silent = true;
    const store: RoundStore = {
      list: inner.list,
      save: (each, stop) => (silent ? new Promise(() => undefined) : inner.save(each, stop)),
    };
    const desk = await new Desk(store, {}, { deadline: 10 }).open();
    desk.model.setNote('a', 'x');
    await desk.model.retry();
    expect(desk.model.state.pending.problem).toMatchObject({ reason: 'deadline' });
    silent = false;
    await stored(desk);
    expect(await memberIn(inner, 'a')).toMatchObject({ note: 'x' });
  });

  it.each([[undefined], [{ saved: true }], [{ saved: false, conflict: round({ id: 'other' }) }]])(
    'one that answers %o is not believed',
    async (answer) => {
      const store = { list: async () => [], save: async () => answer } as unknown as RoundStore;
      const desk = await open(store);
      desk.model.setNote('a', 'x');
      await desk.model.retry();
      expect(desk.model.state.pending).toMatchObject({ count: 1, problem: { reason: 'junk' } });
      desk.model.dispose();
    },
  );

  it('what cannot be read is set aside and said, and goes back as it came', async () => {
    const junk = { patientId: 'x', status: 'ringet op' };
    const odd = { ...round({}, { patientId: 'a', status: 'new' }), color: 'red' };
    const store = faultyRounds([
      { ...odd, members: [...odd.members, junk, { patientId: 'a', status: 'new' }, 7] } as Round,
      { ...round({ id: 'dk.demens#2' }), asOf: '2026-02-30' },
    ]);
    const desk = await open(store);
    const [problem] = desk.model.state.problems;
    expect(problem).toEqual({
      kind: 'rounds',
      paths: ['/0/members/1/status', '/0/members/2/patientId', '/0/members/3', '/1/asOf'],
    });
    expect(problem && describeProblem(problem, 'da')).not.toContain('ringet');
    desk.model.setStatus(['a'], 'reviewed');
    await stored(desk);
    const after = (await listed(store))[0];
    expect(after).toMatchObject({ revision: 2, color: 'red' });
    expect(after?.members).toContainEqual(junk);
    expect(after?.members).toContainEqual(7);
  });

  it('what cannot be read is told to the developer: place and number, once, and again where it is more', async () => {
    const secret = 'Frida Fiktiv 050542-9968';
    const bad = (count: number) =>
      Array.from({ length: count }, () => ({ patientId: secret, status: secret }));
    const listed = [
      { ...round(), members: bad(3) },
      { ...round({ id: 'b' }), asOf: secret },
    ];
    const store = { ...faultyRounds(), list: async () => listed } as unknown as RoundStore;
    const told: ProblemReport[] = [];
    const desk = await new Desk(store, {}, { onReport: (each) => void told.push(each) }).open();
    const field = '/0/members/0/status';
    expect(told).toEqual([
      { kind: 'unusable', call: 'rounds', field, count: 3 },
      { kind: 'unusable', call: 'rounds', field: '/1/asOf', count: 1 },
    ]);
    const [advice] = told.map((each) => adviseOn(each));
    expect(advice).toContain('/0/members/0/status');
    expect(advice).toContain('3 times');
    expect(advice).not.toContain('Frida');
    await desk.model.refresh();
    expect(told).toHaveLength(2);
    listed[0] = { ...round(), members: bad(4) as never };
    await desk.model.refresh();
    expect(told.slice(2)).toEqual([{ kind: 'unusable', call: 'rounds', field, count: 4 }]);
  });

  it.each([
    ['another user’s round', 'conflict', { saved: false }],
    ['our own round', 'round', { saved: true }],
  ])(
    'what cannot be read of %s, in the answer to a save, is told at once',
    async (_, part, outcome) => {
      const secret = 'Frida Fiktiv 050542-9968';
      let stored: Round = round();
      const store = {
        list: async () => [stored],
        save: async (ours: Round) => {
          stored = {
            ...ours,
            revision: ours.revision + 1,
            members: [...ours.members, { patientId: secret, status: secret } as never],
          };
          return { ...outcome, [part]: stored };
        },
      } as unknown as RoundStore;
      const told: ProblemReport[] = [];
      const desk = await new Desk(store, {}, { onReport: (each) => void told.push(each) }).open();
      expect([told, desk.model.state.problems]).toEqual([[], []]);
      desk.model.setStatus(['a'], 'reviewed');
      await vi.waitFor(() => expect(told).toHaveLength(1));
      expect(told[0]).toMatchObject({ kind: 'unusable', call: 'rounds', count: 1 });
      expect(told[0]?.field).toMatch(new RegExp(`^/${part}/members/\\d+/status$`));
      await vi.waitFor(() => {
        const [problem] = desk.model.state.problems;
        expect(problem).toMatchObject({ kind: 'rounds' });
        expect(JSON.stringify(problem)).not.toContain('Frida');
      });
      await desk.model.refresh();
      expect(told).toHaveLength(1);
    },
  );

  it('stores of the profile its name and version alone, where it is given the whole of it', async () => {
    const rounds = faultyRounds([]);
    const whole = { ...demens, about: { changes: [{ deep: [[[[[[[[[[1]]]]]]]]]] }] } };
    const desk = await new Desk(rounds).open({ profile: whole });
    desk.model.setStatus(['a'], 'reviewed');
    await vi.waitFor(() => expect(desk.model.state.pending.count).toBe(0));
    const stored = await rounds.list(demens.id, signal);
    const { id, version } = demens;
    expect(stored.map((each) => each.profile)).toEqual([{ id, version }]);
  });

  it('another profile is looked at meanwhile: the change is still counted, and stored', async () => {
    const store = faultyRounds([], { failSaves: 2 });
    const desk = await open(store);
    desk.model.setNote('a', 'x');
    await desk.open({ profile: { id: 'dk.kol', version: '1.0.0' } });
    expect(desk.model.state.pending.count).toBe(1);
    expect(desk.model.member('a').note).toBeUndefined();
    await stored(desk);
    expect(await memberIn(store, 'a')).toMatchObject({ note: 'x' });
    await desk.open({ profile: { ...profile } });
    expect(desk.model.member('a').note).toBe('x');
  });
});

describe('the population changes during a round', () => {
  it('who vanishes keeps status and note, and has them on return', async () => {
    const store = faultyRounds();
    const desk = await open(store);
    desk.model.setStatus(['a'], 'to-follow-up', { note: 'Ring' });
    await desk.open({ members: ['b', 'c', 'd'] });
    await stored(desk);
    expect(desk.model.state.left).toEqual(['a']);
    expect(desk.model.member('a')).toMatchObject({ presence: 'left', note: 'Ring' });
    expect(desk.model.state.counts).toMatchObject({ new: 3, 'to-follow-up': 0 });
    expect(await memberIn(store, 'a')).toMatchObject({ left: true, note: 'Ring' });
    await desk.open({ members: ['a', 'b'] });
    expect(desk.model.member('a')).toMatchObject({ presence: 'in', note: 'Ring' });
    desk.model.setStatus(['b'], 'reviewed');
    await stored(desk);
    expect(await memberIn(store, 'a')).not.toHaveProperty('left');
    expect(await memberIn(store, 'd')).toMatchObject({ left: true });
  });

  it('nobody has left who cannot be determined, or while the list is not whole', async () => {
    const store = faultyRounds();
    const desk = await open(store);
    desk.model.setStatus(['a'], 'reviewed');
    await stored(desk);
    await desk.open({ members: ['b', 'c'], undecided: ['a'] });
    expect(desk.model.member('a').presence).toBe('undecided');
    desk.model.setStatus(['b'], 'reviewed');
    await stored(desk);
    expect((await listed(store))[0]).toMatchObject({ undecided: ['a'] });
    expect(await memberIn(store, 'a')).not.toHaveProperty('left');
    await desk.open({ members: [], undecided: [], complete: false });
    expect(desk.model.state.left).toEqual([]);
    desk.model.finish();
    await stored(desk);
    const [finished] = await listed(store);
    expect(finished).toMatchObject({ finished: asOf, undecided: ['a', 'b', 'c'] });
    expect(finished?.members.filter(({ left }) => left)).toEqual([]);
  });
});

describe('the next round', () => {
  const before = round(
    { finished: '2026-06-01' },
    { patientId: 'a', status: 'exempt', note: 'plejehjem', exemptUntil: asOf, by: 'CD', at: 't' },
    { patientId: 'b', status: 'exempt', note: 'til nytår', exemptUntil: '2026-11-23' },
    { patientId: 'c', status: 'to-follow-up', note: 'Ring', by: 'CD', at: 't' },
    {
      patientId: 'd',
      status: 'reviewed',
      note: 'fint',
      exemptions: [
        { marker: 'm', note: 'aftalt' },
        { marker: 'n', note: 'kort', until: '2026-11-01' },
      ],
    },
    { patientId: 'e', status: 'new', note: 'ikke nået' },
    { patientId: 'f', status: 'reviewed', left: true },
    { patientId: 'g', status: 'exempt', note: 'flyttet', left: true },
  );

  it('carries on what is not done with, and begins the rest anew', async () => {
    const store = faultyRounds([before]);
    const desk = await open(store, { members: ['a', 'b', 'c', 'd', 'e'] });
    desk.model.startNext();
    await stored(desk);
    const [, next] = await listed(store);
    expect(next).toMatchObject({ id: 'dk.demens#2', asOf, revision: 1 });
    expect(next?.members).toEqual([
      {
        joined: asOf,
        patientId: 'a',
        status: 'exempt',
        note: 'plejehjem',
        exemptUntil: asOf,
        by: 'CD',
        at: 't',
      },
      {
        joined: asOf,
        patientId: 'b',
        status: 'exempt',
        note: 'til nytår',
        exemptUntil: '2026-11-23',
      },
      { joined: asOf, patientId: 'c', status: 'to-follow-up', note: 'Ring', by: 'CD', at: 't' },
      {
        joined: asOf,
        patientId: 'd',
        status: 'new',
        earlier: 'fint',
        exemptions: [
          { marker: 'm', note: 'aftalt' },
          { marker: 'n', note: 'kort', until: '2026-11-01' },
        ],
      },
      { joined: asOf, patientId: 'e', status: 'new', note: 'ikke nået' },
      { patientId: 'g', status: 'exempt', note: 'flyttet', left: true },
    ]);
    // What has ended is told as ended, by each reader's own date.
    expect(desk.model.member('b')).toMatchObject({ status: 'to-follow-up', exemptionEnded: true });
    expect(desk.model.member('d').exemptions).toEqual([{ marker: 'm', note: 'aftalt' }]);
    expect(desk.model.history('a')).toMatchObject([
      { round: { id: 'dk.demens#1' }, member: { note: 'plejehjem' } },
    ]);
  });

  it('is in sight before it has begun, and its first change begins it', async () => {
    const store = faultyRounds([before]);
    const desk = await open(store);
    expect(desk.model.state.current).toBeUndefined();
    expect(desk.model.member('a')).toMatchObject({ status: 'exempt', note: 'plejehjem' });
    expect(await listed(store)).toHaveLength(1);
    desk.model.setStatus(['c'], 'reviewed');
    await stored(desk);
    expect(desk.model.state.current?.id).toBe('dk.demens#2');
    expect(await listed(store)).toHaveLength(2);
  });

  it('an exemption ends in the middle of a round, too', async () => {
    const desk = await open(faultyRounds([{ ...before, finished: undefined } as unknown as Round]));
    expect(desk.model.member('b')).toMatchObject({
      status: 'to-follow-up',
      note: 'til nytår',
      exemptionEnded: true,
    });
    expect(desk.model.member('a')).toMatchObject({ status: 'exempt', exemptionEnded: false });
  });

  it('finishing while changes are pending stores them in that round, before the next', async () => {
    const store = faultyRounds([], { failSaves: 2 });
    const desk = await open(store);
    desk.model.setStatus(['a'], 'to-follow-up', { note: 'i den første' });
    desk.model.finish();
    expect(desk.model.state.rounds).toMatchObject([{ finished: asOf }]);
    desk.model.setNote('b', 'i den næste');
    await stored(desk);
    const [first, second] = await listed(store);
    expect(first).toMatchObject({ finished: asOf });
    expect(first?.members.find(({ patientId }) => patientId === 'b')?.note).toBeUndefined();
    expect(second?.members).toMatchObject([
      { patientId: 'a', note: 'i den første' },
      { patientId: 'b', note: 'i den næste' },
      { patientId: 'c' },
    ]);
  });

  it('finishing merges what another has changed, and keeps the markers of the day', async () => {
    let set: Record<string, readonly string[]> = { a: ['m'], b: [], c: ['n'] };
    const store = faultyRounds();
    const markersOf = (id: string) => set[id] ?? [];
    const one = await open(store, { markersOf });
    one.model.setStatus(['a'], 'reviewed');
    await stored(one);
    expect(await memberIn(store, 'a')).toMatchObject({ markers: ['m'] });
    const other = await open(store, { user: 'CD' });
    other.model.setStatus(['b'], 'reviewed');
    await stored(other);
    set = { a: [], b: ['m'], c: ['n'] };
    one.model.finish();
    await stored(one);
    expect((await listed(store))[0]).toMatchObject({
      finished: asOf,
      members: [
        { status: 'reviewed', markers: [] },
        { status: 'reviewed', markers: ['m'], by: 'CD' },
        { status: 'new', markers: ['n'] },
      ],
    });
  });
});

describe('rounds compared', () => {
  const first = round(
    { finished: '2026-05-20', undecided: ['x'] },
    { patientId: 'a', status: 'new', markers: ['m'] },
    { patientId: 'b', status: 'to-follow-up', markers: [] },
    { patientId: 'c', status: 'reviewed' },
    { patientId: 'd', status: 'reviewed', left: true },
    { patientId: 'e', status: 'reviewed' },
  );
  const second = round(
    { id: 'dk.demens#2', undecided: ['e'], finished: asOf },
    { patientId: 'a', status: 'new', markers: ['n'] },
    { patientId: 'b', status: 'reviewed', markers: [] },
    { patientId: 'd', status: 'new' },
    { patientId: 'x', status: 'new' },
  );

  it('who came, left, changed, was not reached; doubt beside', () => {
    expect(compareRounds(first, second)).toEqual({
      came: ['d'],
      left: ['c'],
      undecided: ['x', 'e'],
      changed: [
        { patientId: 'a', markersSet: ['n'], markersGone: ['m'] },
        { patientId: 'b', status: ['to-follow-up', 'reviewed'], markersSet: [], markersGone: [] },
      ],
      notReached: ['a', 'd', 'x'],
    });
  });

  it('a finished round and the population now', async () => {
    const { model } = await open(faultyRounds([first]), {
      members: ['a', 'b', 'f'],
      undecided: ['c'],
      markersOf: () => ['m'],
    });
    const now = model.now();
    expect(now && compareRounds(first, now)).toEqual({
      came: ['f'],
      left: ['e'],
      undecided: ['c'],
      changed: [{ patientId: 'b', markersSet: ['m'], markersGone: [] }],
      notReached: ['a'],
    });
  });
});

describe('whatever two users do, and whatever the store does', () => {
  const patients = ['a', 'b', 'c'];
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('change' as const),
        user: fc.nat(1),
        id: fc.constantFrom(...patients),
        status: fc.constantFrom('to-follow-up', 'reviewed', 'exempt', 'new'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        turns: fc.integer({ min: 1, max: 9 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'refresh',
          'retry',
          'finish',
          'next',
          'vanish',
          'mine',
          'theirs',
          'both',
        ),
        user: fc.nat(1),
      }),
    },
  );
  const fate = fc.record({
    turns: fc.nat(4),
    fails: fc.oneof(
      { weight: 4, arbitrary: fc.constant('no') },
      fc.constantFrom('before', 'after'),
    ),
  });

  it('no change is lost: it is stored, pending, or in conflict', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 30 }),
        fc.array(fate, { maxLength: 20 }),
        async (steps, fates) => {
          const inner = faultyRounds();
          const left = [...fates];
          const moody =
            <Arguments extends readonly unknown[], Answer>(
              call: (...given: Arguments) => Promise<Answer>,
            ) =>
            async (...given: Arguments): Promise<Answer> => {
              const { turns, fails } = left.shift() ?? { turns: 0, fails: 'no' };
              for (let turn = 0; turn < turns; turn++) await nextTurn();
              if (fails === 'before') throw new Error();
              const answer = await call(...given);
              for (let turn = 0; turn < turns; turn++) await nextTurn();
              if (fails === 'after') throw new Error();
              return answer;
            };
          const store: RoundStore = { list: moody(inner.list), save: moody(inner.save) };
          const desks = [new Desk(store), new Desk(store, { user: 'CD' })] as const;
          const opening = desks.map((desk) => desk.open());
          /** Notes that nobody has decided to replace. */
          const alive = new Set<string>();
          /** The user saw it, and wrote or chose another. */
          const replace = (seen = '') => {
            for (const note of alive) if (seen.includes(note)) alive.delete(note);
          };
          let count = 0;
          for (const each of steps) {
            if (each.do === 'wait') {
              for (let turn = 0; turn < each.turns; turn++) await nextTurn();
              continue;
            }
            const desk = desks[each.user];
            const { model } = desk ?? desks[0];
            const conflict = model.state.conflicts[0];
            switch (each.do) {
              case 'change': {
                const note = `note ${count++}.`;
                replace(model.member(each.id).note);
                model.setStatus([each.id], each.status, { note });
                alive.add(note);
                break;
              }
              case 'vanish':
                void desk?.open({
                  members: desk.inputs.members.length === 3 ? ['a', 'b'] : patients,
                });
                break;
              case 'mine':
              case 'theirs':
              case 'both':
                if (!conflict) break;
                if (each.do === 'mine') replace(conflict.theirs.note);
                if (each.do === 'theirs') replace(conflict.mine.note);
                model.resolve(conflict.patientId, each.do);
                break;
              case 'next':
                model.startNext();
                break;
              case 'finish':
                model.finish();
                break;
              default:
                void model[each.do]();
            }
          }
          const held = async () => {
            const places: string[] = (await listed(inner)).map((each) => JSON.stringify(each));
            for (const { model } of desks)
              places.push(
                JSON.stringify(model.state.conflicts),
                JSON.stringify(model.state.rounds),
              );
            return places.join();
          };
          const during = await held();
          expect([...alive].filter((note) => !during.includes(note))).toEqual([]);
          // And when all is quiet, nothing waits for ever, and what is in no conflict is stored.
          left.length = 0;
          await Promise.all(opening);
          for (const desk of desks) await stored(desk);
          const after = await held();
          expect([...alive].filter((note) => !after.includes(note))).toEqual([]);
          const inStore = JSON.stringify([
            await listed(inner),
            desks.map(({ model }) => model.state.conflicts),
          ]);
          expect([...alive].filter((note) => !inStore.includes(note))).toEqual([]);
          for (const { model } of desks) model.dispose();
        },
      ),
      { numRuns, seed },
    );
  });
});
