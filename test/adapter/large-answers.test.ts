/** Answers that are larger than any are refused before anything is made of them; lists that claim any length are cut. */
import { describe, expect, it, vi } from 'vitest';
import { actionsOf, listRounds, saveRound, type ClinicAdapter } from '../../src/adapter/index.ts';
import { mostActions } from '../../src/adapter/actions.ts';
import { RecordKeys } from '../../src/adapter/record-keys.ts';
import { reportsOnAdapter } from '../../src/adapter/reports.ts';
import { ActionRun, type ActionOutcome } from '../../src/model/index.ts';
import { isDeep } from '../depth.ts';

/** A list that claims a length, and counts how many of its entries are looked at. */
function claiming(length: number, entry: unknown = null) {
  const looked = { at: 0 };
  const list = new Proxy([], {
    get(target, key, receiver): unknown {
      if (key === 'length') return length;
      if (typeof key !== 'string' || !/^\d+$/.test(key)) return Reflect.get(target, key, receiver);
      looked.at++;
      return entry;
    },
    has: (_, key) => typeof key === 'string' && /^\d+$/.test(key),
  }) as readonly never[];
  return { list, looked };
}

const options = { deadline: 1000 };
const tooLarge = { kind: 'junk', detail: 'too-large' };
const round = {
  ...{ id: 'r1', revision: 1, asOf: '2026-05-01' },
  profile: { id: 'dk.demens', version: '1.0.0' },
  members: [],
};

describe('rounds', () => {
  it('a list of a thousand million is refused without a look at one', async () => {
    const { list, looked } = claiming(1e9, round);
    const store = { list: () => Promise.resolve(list), save: () => Promise.reject(new Error()) };
    await expect(listRounds(store, 'dk.demens', options)).rejects.toMatchObject(tooLarge);
    expect(looked.at).toBe(0);
  });

  it('so are the members of one, a note, and what is nested without end', async () => {
    const nested = { ...round, members: [] as unknown[] };
    let inner: unknown = [];
    for (let depth = 0; depth < 100; depth++) inner = [inner];
    nested.members.push(inner);
    const note = { patientId: 'a', status: 'new', note: 'x'.repeat(60_000_000) };
    for (const each of [
      { ...round, members: claiming(1e9).list },
      { ...round, members: [note] },
      nested,
    ]) {
      const store = {
        list: () => Promise.resolve([each] as never),
        save: () => Promise.resolve({ saved: true, round: each } as never),
      };
      await expect(listRounds(store, 'dk.demens', options)).rejects.toMatchObject(tooLarge);
      await expect(saveRound(store, round, options)).rejects.toMatchObject(tooLarge);
    }
  });

  it('so are more rounds than anyone has begun', async () => {
    const rounds = Array.from({ length: 200_000 }, (_, index) => ({ ...round, id: `r${index}` }));
    const store = { list: () => Promise.resolve(rounds), save: () => Promise.reject(new Error()) };
    await expect(listRounds(store, 'dk.demens', options)).rejects.toMatchObject(tooLarge);
  });

  it('as many as a large clinic has in years are read', async () => {
    const members = Array.from({ length: isDeep ? 20_000 : 6000 }, (_, index) => ({
      ...{ patientId: `p${index}`, status: 'reviewed' as const, note: 'Set' },
    }));
    const rounds = Array.from({ length: 10 }, (_, index) => ({
      ...round,
      id: `r${index}`,
      members,
    }));
    const store = { list: () => Promise.resolve(rounds), save: () => Promise.reject(new Error()) };
    expect((await listRounds(store, 'dk.demens', options)).rounds).toHaveLength(10);
  });

  it('many members are read in slices, of a list and of the answer to a save', async () => {
    let turns = 0;
    vi.stubGlobal('scheduler', {
      postTask: (run: () => unknown) => Promise.resolve(run()).finally(() => turns++),
    });
    const members = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ patientId: `p${index}`, status: 'reviewed' as const },
    }));
    const large = { ...round, members };
    const store = {
      list: () => Promise.resolve([{ ...large, members: members.slice(0, 100) }, large]),
      save: () => Promise.resolve({ saved: true, round: large } as const),
    };
    const listed = await listRounds(store, 'dk.demens', options);
    expect(listed.rounds[1]?.round.members).toEqual(members);
    expect(turns).toBeGreaterThan(15);
    turns = 0;
    expect((await saveRound(store, large, options)).round.members).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(15);
    vi.unstubAllGlobals();
  });

  it('one that is slow to be read has been answered in time; what throws then has failed', async () => {
    const members = Array.from({ length: 3000 }, (_, index) => ({ patientId: `p${index}` }));
    let reads = 0;
    const trap = {
      ...{ patientId: 'x', status: 'new' },
      get note(): string {
        if (++reads > 1) throw new Error('Frida Fiktiv');
        return '';
      },
    };
    const store = {
      list: () => Promise.resolve([{ ...round, members: [...members, trap] }] as never),
      save: () => Promise.reject(new Error()),
    };
    const failures: unknown[] = [];
    const told = { ...options, onFailure: (failure: unknown) => void failures.push(failure) };
    await expect(listRounds(store, 'dk.demens', told)).rejects.toMatchObject({ kind: 'threw' });
    expect(failures).toHaveLength(1);
    vi.stubGlobal('scheduler', {
      postTask: (run: () => unknown) =>
        new Promise((resolve) => setTimeout(() => resolve(run()), 20)),
    });
    const slow = { ...store, list: () => Promise.resolve([{ ...round, members }] as never) };
    const { unusable } = await listRounds(slow, 'dk.demens', { deadline: 30 });
    expect(unusable).toHaveLength(3000);
    vi.unstubAllGlobals();
  });
});

describe('actions', () => {
  const action = {
    ...{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many' as const },
    run: () => Promise.resolve([]),
  };

  it('a list of a thousand million has those that are first, and it is told', () => {
    const { list, looked } = claiming(1e9, action);
    const adapter = { actions: list } as unknown as ClinicAdapter;
    expect(actionsOf(adapter)).toHaveLength(1);
    expect(looked.at).toBeLessThan(2 * mostActions);
    expect(reportsOnAdapter(adapter)).toContainEqual({
      ...{ kind: 'too-large', call: 'action', field: '/actions', count: mostActions },
    });
  });

  it('an answer of a thousand million results says of nobody what was done', async () => {
    const { list, looked } = claiming(1e9, { patientId: 'a', ok: true });
    const run = new ActionRun(
      { ...action, run: () => Promise.resolve(list) },
      [{ id: 'a' }],
      { from: 'population' },
      { key: 'k' },
    );
    await run.start();
    const unknown: ActionOutcome = { patientId: 'a', status: 'unknown', reason: 'junk' };
    expect(run.state.outcomes).toEqual([unknown]);
    expect(looked.at).toBe(0);
  });
});

it('an adapter with a hundred thousand names has some of them looked at, and told', () => {
  const names = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`${prefix}${index}`, 0]));
  const adapter = Object.assign(Object.create(names('record')) as object, names('descri'));
  let looked = 0;
  const counted = new Proxy(adapter, {
    getOwnPropertyDescriptor(target, key) {
      looked++;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
  const reports = reportsOnAdapter(counted);
  expect(reports.length).toBeLessThan(100);
  expect(reports).toContainEqual({
    ...{ kind: 'misnamed', field: 'descri0', meant: 'describe', count: 1 },
  });
  expect(looked).toBeLessThan(2000);
});

describe('records whose names are data', () => {
  /** How many values are looked up in the records of some patients, and how many names are told. */
  function lookAt(record: object) {
    let looked = 0;
    const counted = new Proxy(record, {
      get(target, key, receiver): unknown {
        looked++;
        return Reflect.get(target, key, receiver);
      },
    });
    const keys = new RecordKeys();
    keys.look([{ patient: { id: '1', name: 'A' }, diagnoses: [counted] }]);
    return { looked, told: keys.reports('records').length };
  }

  it('have as many of them looked at as a record may have, and some told', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => [`tex${index}`, 'x'] as const);
    const { looked, told } = lookAt(Object.fromEntries(names));
    expect(looked).toBeLessThan(2000);
    expect(told).toBeLessThanOrEqual(50);
  });

  it('and numbers in memory have no names', () => {
    expect(lookAt(new Uint8Array(100_000)).looked).toBeLessThan(2000);
  });
});
