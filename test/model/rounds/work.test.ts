/** Rounds that are fetched again are no more work for each where there are more of them. */
import { expect, it } from 'vitest';
import type { RoundInputs } from '../../../src/model/index.ts';
import { countedModules, workOfTurns } from '../../work.ts';

const { RoundModel } = await countedModules(() => import('../../../src/model/index.ts'));

const profile = { id: 'dk.demens', version: '1.0.0' };

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
  const inputs = {
    ...{ adapter: { rounds: store }, profile, asOf: '2026-11-24', members: ['a'], undecided: [] },
    now: () => '2026-11-24T10:00:00+01:00',
  };
  await model.update(inputs as unknown as RoundInputs);
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
