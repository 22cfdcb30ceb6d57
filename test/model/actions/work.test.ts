/** A run is no more work for each patient where there are more of them. */
import { expect, it } from 'vitest';
import { countedModules, workOfTurns } from '../../work.ts';

const { ActionRun } = await countedModules(() => import('../../../src/model/index.ts'));

async function workWith(count: number): Promise<number> {
  const patients = Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: 'P' }));
  const context = { profileId: 'dk.demens', asOf: '2026-05-20' };
  const action = {
    id: 'queue',
    label: { da: 'Læg i kø' },
    scope: 'many' as const,
    run: (asked: readonly { id: string }[]) =>
      Promise.resolve(asked.map(({ id }) => ({ patientId: id, ok: true }))),
  };
  return workOfTurns(async () => {
    const run = new ActionRun(action, patients, context as never, { key: 'k' });
    let most = 0;
    // Whoever shows it reads each time how far it has come.
    run.subscribe(() => (most = Math.max(most, run.state.counts.ok)));
    await run.start();
    expect(most).toBe(count);
  });
}

it('twice as many patients are twice the work, though progress is told after every call', async () => {
  await workWith(400);
  const [once, twice] = [await workWith(400), await workWith(800)];
  expect(twice / once).toBeLessThan(2.3);
});
