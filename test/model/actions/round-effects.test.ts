/** What an action that was done says of the round. */
import { describe, expect, it } from 'vitest';
import type { ActionResult, HostAction } from '../../../src/adapter/index.ts';
import { ActionRun, noteEffects, type RoundEffect } from '../../../src/model/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { Desk, round } from '../rounds/stage.ts';

const sent = { outcome: 'sent', nextTry: '2026-12-24' } as const;

/** Runs an action that answers so, and gathers what it says of the round. */
async function effectsOf(
  answers: readonly unknown[],
  again?: readonly unknown[],
): Promise<readonly RoundEffect[]> {
  const told: RoundEffect[] = [];
  let isFirst = true;
  const action: HostAction = {
    ...{ id: 'send', label: { da: 'Send' }, scope: 'many' },
    run: () => {
      const answer = isFirst ? answers : (again ?? answers);
      isFirst = false;
      return Promise.resolve(answer as readonly ActionResult[]);
    },
  };
  const patients = ['a', 'b', 'c'].map((id) => ({ id }));
  const run = new ActionRun(
    action,
    patients,
    { from: 'population' },
    {
      key: 'k',
      onEffects: (effects) => told.push(...effects),
    },
  );
  await run.start();
  if (again) await run.retry(['failed', 'unknown']);
  return told;
}

describe('what an action says of the round', () => {
  it('is told of those for whom it was done, and of nobody else', async () => {
    expect(
      await effectsOf([
        { patientId: 'a', ok: true, contact: sent, status: 'to-follow-up' },
        { patientId: 'b', ok: false, contact: sent },
        { patientId: 'c', ok: true },
        { patientId: 'somebody', ok: true, contact: sent },
      ]),
    ).toEqual([{ patientId: 'a', contact: sent, status: 'to-follow-up' }]);
  });

  it('is told once, and of who is tried again when it is done', async () => {
    const done = { patientId: 'a', ok: true, contact: sent };
    const told = await effectsOf(
      [done, { patientId: 'b', ok: false, contact: sent }],
      [{ ...done, patientId: 'b' }, { ...done, patientId: 'c' }, done],
    );
    expect(told.map(({ patientId }) => patientId)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['an outcome that nobody knows', { contact: { outcome: 'shouted' } }],
    ['a day that does not exist', { contact: { outcome: 'sent', nextTry: '2026-02-30' } }],
    ['no object', { contact: 'sent' }],
    ['a status that is no answer to an action', { status: 'exempt' }],
    ['nothing', { contact: null, status: null }],
  ])('says nothing where it cannot be read, and it is done all the same: %s', async (_, more) => {
    expect(await effectsOf([{ patientId: 'a', ok: true, ...more }])).toEqual([]);
  });

  it('says nothing where two results say otherwise of one patient', async () => {
    expect(
      await effectsOf([
        { patientId: 'a', ok: true, contact: sent },
        { patientId: 'a', ok: false },
      ]),
    ).toEqual([]);
  });
});

describe('noted in the round', () => {
  it('it is the user’s own change: of all alike at once, and taken back as one', async () => {
    const { model } = await new Desk(faultyRounds([round()])).open();
    noteEffects(model, [
      { patientId: 'a', contact: sent },
      { patientId: 'b', contact: { ...sent } },
      { patientId: 'c', contact: { outcome: 'booked' }, status: 'reviewed' },
    ]);
    expect(model.member('a')).toMatchObject({
      ...{ contact: [{ ...sent, by: 'AB' }], due: '2026-12-24', status: 'new' },
    });
    expect(model.member('c')).toMatchObject({
      contact: [{ outcome: 'booked' }],
      status: 'reviewed',
    });
    model.undo();
    expect(model.member('c').status).toBe('new');
    model.undo();
    expect(model.member('c').contact).toBe(undefined);
    model.undo();
    for (const id of ['a', 'b']) expect(model.member(id).contact).toBe(undefined);
    expect(model.state.undoable).toBe(undefined);
  });

  it('it ends no exemption', async () => {
    const exempt = { patientId: 'a', status: 'exempt', note: 'Terminal' } as const;
    const { model } = await new Desk(faultyRounds([round({}, exempt)])).open();
    noteEffects(model, [{ patientId: 'a', contact: sent, status: 'to-follow-up' }]);
    expect(model.member('a')).toMatchObject({ status: 'exempt', contact: [sent] });
  });
});
