/** Answers that are larger than any are refused before anything is made of them; lists that claim any length are cut. */
import { describe, expect, it } from 'vitest';
import { actionsOf, listRounds, saveRound, type ClinicAdapter } from '../../src/adapter/index.ts';
import { mostActions } from '../../src/adapter/actions.ts';
import { reportsOnAdapter } from '../../src/adapter/reports.ts';
import { ActionRun, type ActionOutcome } from '../../src/model/index.ts';

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
    const members = Array.from({ length: 20_000 }, (_, index) => ({
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
