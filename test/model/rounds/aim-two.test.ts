/**
 * Two colleagues who begin and finish rounds and say what they are to reach, over stores whose answers are lost: what each
 * has said last is stored, asked about, or was replaced by somebody who had seen it.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextTurn, type RoundStore } from '../../../src/adapter/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { cases } from '../../depth.ts';
import { Desk, listed, round } from './stage.ts';

const users = ['AB', 'CD'] as const;
type User = (typeof users)[number];
const deeds = [
  'say',
  'say',
  'finish',
  'begin',
  'settle',
  'settle',
  'turn',
  'refresh',
  'lose',
  'fail',
] as const;

/** The user's way to the store. */
class Line implements RoundStore {
  losses = 0;
  failures = 0;
  constructor(private readonly store: RoundStore) {}

  list(...given: Parameters<RoundStore['list']>) {
    return this.store.list(...given);
  }

  async save(...given: Parameters<RoundStore['save']>) {
    if (this.failures-- > 0) throw new Error('away');
    const answer = await this.store.save(...given);
    if (this.losses-- > 0) throw new Error('lost');
    return answer;
  }
}

it('nothing that either has said of a round is lost without a word', async () => {
  const step = fc.record({ by: fc.constantFrom(...users), what: fc.constantFrom(...deeds) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      const store = faultyRounds([round({ aim: { goal: 'før' } })]);
      const lines = { AB: new Line(store), CD: new Line(store) };
      const desks: Record<User, Desk> = {
        AB: await new Desk(lines.AB).open(),
        CD: await new Desk(lines.CD, { user: 'CD' }).open(),
      };
      /** Goals that stand: nobody has replaced them in sight of them. */
      const standing = new Map<string, User>();
      for (const [number, { by, what }] of steps.entries()) {
        const { model } = desks[by];
        const line = lines[by];
        if (what === 'say' && model.state.aimed) {
          const before = model.state.aimed.aim?.goal;
          if (before) standing.delete(before);
          const goal = `mål ${number}`;
          // Whoever says it anew has chosen.
          const disputed = model.state.aimDispute?.mine.goal;
          if (disputed) standing.delete(disputed);
          model.setAim({ goal });
          standing.set(goal, by);
        } else if (what === 'finish') model.finish();
        else if (what === 'begin') model.startNext();
        else if (what === 'settle') await desks[by].settled();
        else if (what === 'turn') await nextTurn();
        else if (what === 'refresh') await model.refresh();
        else if (what === 'lose') line.losses = 1;
        else if (what === 'fail') line.failures = 1;
      }
      for (let turn = 0; turn < 3; turn++)
        for (const user of users) {
          await desks[user].settled();
          await desks[user].model.refresh();
        }
      const stored = (await listed(store)).map(({ aim }) => aim?.goal);
      for (const user of users) expect(desks[user].model.state.pending.count).toBe(0);
      for (const [goal, user] of standing)
        expect(
          [...stored, desks[user].model.state.aimDispute?.mine.goal],
          `${goal} of ${user}`,
        ).toContain(goal);
      for (const user of users) desks[user].model.dispose();
    }),
    { numRuns: cases(20, 500), seed: 20261128 },
  );
}, 300_000);
