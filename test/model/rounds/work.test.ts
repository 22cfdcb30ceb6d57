/** Rounds that are fetched, and joined, are no more work for each where there are more of them. */
import { expect, it } from 'vitest';
import type { Round, RoundStore } from '../../../src/adapter/index.ts';
import type { DoSlice, RoundInputs } from '../../../src/model/index.ts';
import { countedModules, workOf, workOfTurns } from '../../work.ts';

const { RoundModel } = await countedModules(() => import('../../../src/model/index.ts'));

const profile = { id: 'dk.demens', version: '1.0.0' };

const inputsOf = (rounds: RoundStore): RoundInputs =>
  ({
    ...{ adapter: { rounds }, profile, asOf: '2026-11-24', members: ['a'], undecided: [] },
    now: () => '2026-11-24T10:00:00+01:00',
  }) as unknown as RoundInputs;

async function workWith(count: number): Promise<number> {
  const rounds = Array.from({ length: count }, (_, index) => ({
    ...{ id: `r${index}`, revision: 1, profile, members: [] },
    ...{ asOf: '2026-05-01', finished: '2026-05-02' },
  }));
  // In another order each time: none is where it was.
  const store = {
    list: () => Promise.resolve([...rounds.reverse()]),
    save: () => Promise.reject(new Error('Nothing is saved.')),
  };
  const model = new RoundModel();
  await model.update(inputsOf(store));
  const work = await workOfTurns(() => model.refresh());
  expect(model.state.rounds).toHaveLength(count);
  model.dispose();
  return work;
}

it('twice as many rounds are twice the work', async () => {
  await workWith(200);
  const [once, twice] = [await workWith(200), await workWith(400)];
  expect(twice / once).toBeLessThan(2.3);
});

/** Rounds that are open beside one another, each with patients of its own. */
function manyOpen(count: number, size: number): RoundStore {
  const rounds = Array.from({ length: count }, (_, number): Round => ({
    ...{ id: `r${number}`, revision: 1, profile, asOf: '2026-05-01' },
    members: Array.from({ length: size }, (_, index) => ({
      ...{ patientId: `${number}-${index}`, status: 'to-follow-up', note: `Note ${index}` },
    })),
  }));
  // Nothing is answered to a save: what is measured is the joining alone.
  return { list: () => Promise.resolve(rounds), save: () => new Promise(() => undefined) };
}

async function joining(count: number, size: number, doSlice?: DoSlice): Promise<number> {
  const model = new RoundModel(doSlice ? { doSlice } : {});
  let isJoined = (): void => undefined;
  const joined = new Promise<void>((resolve) => (isJoined = resolve));
  model.subscribe(() => model.state.phase === 'ready' && isJoined());
  const work = await workOfTurns(async () => {
    void model.update(inputsOf(manyOpen(count, size)));
    await joined;
  });
  expect(model.state.pending.count).toBe((count - 1) * size + count - 1);
  model.dispose();
  return work;
}

it('twice as many rounds that are open are twice the work to join', async () => {
  await joining(20, 40);
  const [once, twice] = [await joining(20, 40), await joining(40, 40)];
  expect(twice / once).toBeLessThan(2.3);
});

it('no step of joining grows with all that is joined: once, one round is put in order', async () => {
  const largest = async (count: number, size: number) => {
    const works: number[] = [];
    await joining(count, size, (steps) => {
      let isDone = false;
      works.push(workOf(() => (isDone = steps.next().done === true)));
      return isDone;
    });
    expect(works.length).toBeGreaterThan((count - 1) * size);
    // What is read and shown before and after counts with the first and the last.
    return Math.max(...works.slice(1, -1));
  };
  await largest(4, 8);
  const [few, many, longer] = [await largest(4, 16), await largest(16, 16), await largest(4, 64)];
  // Of each round itself, whether it is open: no more than that.
  expect(many - few).toBeLessThan(12 * 12);
  expect(longer - few).toBeLessThan(1.5 * 48);
});
