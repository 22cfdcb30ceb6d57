/** What a round is to reach: said, stored, merged with what a colleague says, taken back, evaluated. */
import { describe, expect, it } from 'vitest';
import type { Round, RoundAim, RoundStore } from '../../../src/adapter/index.ts';
import { evaluateRound, isEvaluationDue } from '../../../src/model/index.ts';
import { isSameAim, mergeAims, takeBackAim } from '../../../src/model/rounds/aim.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { Desk, listed, round } from './stage.ts';

const mette = { id: 'MK', name: 'Mette Kjær' };
const aimIn = async (store: RoundStore) => (await listed(store)).at(-1)?.aim;

describe('what a round is to reach', () => {
  it('is said part by part, stored with who and when, and said no longer', async () => {
    const store = faultyRounds([round()]);
    const { model } = await new Desk(store).open();
    model.setAim({ goal: 'Halvér antallet', evaluation: '2027-05-01' });
    model.setAim({ owner: mette });
    await model.retry();
    expect(await aimIn(store)).toMatchObject({
      ...{ goal: 'Halvér antallet', evaluation: '2027-05-01', owner: mette, by: 'AB' },
    });
    expect(model.state.aimed?.aim?.owner).toEqual(mette);
    model.setAim({ goal: ' ', evaluation: '' });
    await model.retry();
    expect(await aimIn(store)).not.toHaveProperty('goal');
    expect(await aimIn(store)).not.toHaveProperty('evaluation');
    expect(() => model.setAim({ evaluation: '2026-02-30' })).toThrow(RangeError);
  });

  it('is nothing where no round has begun, and is of the last round after it is finished', async () => {
    const store = faultyRounds();
    const { model } = await new Desk(store).open();
    model.setAim({ goal: 'x' });
    expect(model.state.aimed).toBeUndefined();
    expect(model.state.pending.count).toBe(0);
    model.startNext();
    model.setAim({ goal: 'Før', evaluation: '2026-01-01' });
    model.finish();
    await model.retry();
    expect(model.state.current).toBeUndefined();
    expect(isEvaluationDue(model.state.aimed!, asOf)).toBe(true);
    model.setAim({ evaluated: asOf });
    await model.retry();
    expect(await aimIn(store)).toMatchObject({ goal: 'Før', evaluated: asOf });
    expect((await listed(store)).at(-1)!.finished).toBeDefined();
    expect(isEvaluationDue(model.state.aimed!, asOf)).toBe(false);
    // The next round has an aim of its own.
    model.startNext();
    expect(model.state.aimed?.aim).toBeUndefined();
  });

  it('is offered to the next round as long as nothing is said of that, evaluated after as long', async () => {
    const aim = { goal: 'Halvér', owner: mette, evaluation: '2026-11-15', evaluated: '2026-11-20' };
    const store = faultyRounds([round({ aim, finished: '2026-11-20' })]);
    const { model } = await new Desk(store).open();
    expect(model.state.offeredAim).toBeUndefined();
    model.startNext();
    // Begun on 1 May, evaluated six months and 14 days later.
    expect(asOf).toBe('2026-11-24');
    const offered = { goal: 'Halvér', owner: mette, evaluation: '2027-06-07' };
    expect(model.state.offeredAim).toEqual(offered);
    expect(model.state.aimed?.aim).toBeUndefined();
    model.setAim(model.state.offeredAim!);
    expect(model.state.aimed?.aim).toMatchObject(offered);
    expect(model.state.aimed?.aim?.evaluated).toBeUndefined();
    expect(model.state.offeredAim).toBeUndefined();
    model.undo();
    expect(model.state.offeredAim).toEqual(offered);
    model.setAim({ goal: 'Andet' });
    expect(model.state.offeredAim).toBeUndefined();
  });

  it('is not offered where the last round had none', async () => {
    const store = faultyRounds([round({ finished: '2026-11-20' })]);
    const { model } = await new Desk(store).open();
    model.startNext();
    expect(model.state.offeredAim).toBeUndefined();
  });

  it('is taken back and done again', async () => {
    const store = faultyRounds([round()]);
    const { model } = await new Desk(store).open();
    model.setAim({ goal: 'Et' });
    await model.retry();
    model.setAim({ goal: 'To' });
    expect(model.state.undoable).toMatchObject({ kind: 'aim' });
    model.undo();
    expect(model.state.aimed?.aim?.goal).toBe('Et');
    model.undo();
    expect(model.state.aimed?.aim?.goal).toBeUndefined();
    model.redo();
    model.redo();
    expect(model.state.aimed?.aim?.goal).toBe('To');
    await model.retry();
    expect(await aimIn(store)).toMatchObject({ goal: 'To' });
  });

  it('is left to a colleague who has said it otherwise since', async () => {
    const store = faultyRounds([round()]);
    const me = await new Desk(store).open();
    me.model.setAim({ goal: 'Mit' });
    await me.settled();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.setAim({ goal: 'Andet' });
    await other.settled();
    await me.model.refresh();
    const outcome = me.model.undo();
    expect(outcome?.aimKept).toEqual({ by: 'CD' });
    expect(me.model.state.aimed?.aim?.goal).toBe('Andet');
  });
});

describe('two colleagues', () => {
  async function two(mine: RoundAim, theirs: RoundAim) {
    const store = faultyRounds([round({ aim: { goal: 'Før' } })]);
    const me = await new Desk(store).open();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.setAim(theirs);
    await other.settled();
    me.model.setAim(mine);
    await me.settled();
    return { store, me };
  }

  it('who say different parts are not asked: both stand', async () => {
    const { store, me } = await two({ evaluation: '2027-01-01' }, { goal: 'Efter', owner: mette });
    expect(await aimIn(store)).toMatchObject({
      ...{ goal: 'Efter', owner: mette, evaluation: '2027-01-01' },
    });
    expect(me.model.state.aimDispute).toBeUndefined();
  });

  it('who say the same otherwise: what is stored stands, the other is told and can be said again', async () => {
    const { store, me } = await two({ goal: 'Mit' }, { goal: 'Deres' });
    expect(await aimIn(store)).toMatchObject({ goal: 'Deres' });
    expect(me.model.state.aimDispute).toMatchObject({ mine: { goal: 'Mit' }, parts: ['goal'] });
    me.model.resolveAim('mine');
    await me.settled();
    expect(await aimIn(store)).toMatchObject({ goal: 'Mit' });
    expect(me.model.state.aimDispute).toBeUndefined();
  });

  it('who begin the same round: what each says of it stands, or is asked about', async () => {
    for (const theirs of [{}, { owner: mette }, { goal: 'Andet' }]) {
      const store = faultyRounds();
      const { model } = await new Desk(store).open();
      const other = (await new Desk(store, { user: 'CD' }).open()).model;
      other.startNext();
      other.setAim(theirs);
      await other.retry();
      model.startNext();
      model.setAim({ goal: 'Mit' });
      await model.retry();
      await model.refresh();
      const { aimed, aimDispute, pending } = model.state;
      expect(pending.count).toBe(0);
      const isAsked = theirs.goal !== undefined;
      expect(aimDispute).toEqual(
        isAsked ? { parts: ['goal'], mine: expect.objectContaining({ goal: 'Mit' }) } : undefined,
      );
      expect(aimed?.aim).toMatchObject({ goal: 'Mit', ...theirs });
      expect(await aimIn(store)).toMatchObject({ goal: 'Mit', ...theirs });
      expect(await listed(store)).toHaveLength(1);
    }
  });

  it('are asked of a round though the next has begun meanwhile, by the day that it began', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const store = faultyRounds([round({ aim: { goal: 'Før' } })]);
      const me = await new Desk(store).open();
      const other = (await new Desk(store, { user: 'CD' }).open()).model;
      other.finish();
      other.setAim({ goal: 'Deres' });
      other.startNext();
      me.model.setAim({ goal: 'Mit' });
      await other.retry();
      await me.settled();
      await me.model.refresh();
      const { aimed, aimDispute } = me.model.state;
      expect(aimed?.asOf).toBe(asOf);
      expect(aimDispute).toMatchObject({
        asOf: '2026-05-01',
        parts: ['goal'],
        mine: { goal: 'Mit' },
      });
      me.model.resolveAim(choice);
      await me.settled();
      const [first, second] = await listed(store);
      expect(first?.aim?.goal).toBe(choice === 'mine' ? 'Mit' : 'Deres');
      expect(second?.aim?.goal).toBeUndefined();
      expect(me.model.state.aimDispute).toBeUndefined();
    }
  });

  it('and what one leaves is what is stored', async () => {
    const { store, me } = await two({ goal: 'Mit' }, { goal: 'Deres' });
    me.model.resolveAim('theirs');
    await me.settled();
    expect(await aimIn(store)).toMatchObject({ goal: 'Deres' });
    expect(me.model.state.aimed?.aim?.goal).toBe('Deres');
  });

  it('merge nothing away: each part is that of whoever has changed it alone', () => {
    const base = { goal: 'a', evaluation: '2026-01-01', owner: mette };
    const merged = mergeAims(base, { ...base, goal: 'b' }, { ...base, owner: { id: 'AB' } });
    expect(merged).toMatchObject({ aim: { goal: 'b', owner: { id: 'AB' } }, disputed: [] });
    expect(isSameAim({ owner: { id: 'MK' } }, { owner: mette })).toBe(true);
    expect(takeBackAim({ goal: 'c' }, { was: { goal: 'a' }, mine: { goal: 'b' } })).toEqual({
      ...{ aim: { goal: 'c' }, isWhole: false },
    });
  });

  it('take back no round that a colleague has given a goal', async () => {
    const store = faultyRounds();
    const me = await new Desk(store).open();
    me.model.startNext();
    await me.settled();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.setAim({ goal: 'Vores' });
    await other.settled();
    await me.model.refresh();
    expect(me.model.undo()?.inUse).toEqual({ by: 'CD' });
    expect(me.model.state.current?.aim?.goal).toBe('Vores');
  });
});

describe('a store', () => {
  it('of which the answer is lost gets it once', async () => {
    const inner = faultyRounds([round()]);
    let lost = 1;
    const store: RoundStore = {
      list: (...args) => inner.list(...args),
      async save(...args) {
        const answer = await inner.save(...args);
        if (lost-- > 0) throw new Error('lost');
        return answer;
      },
    };
    const desk = await new Desk(store).open();
    desk.model.setAim({ goal: 'Mit' });
    await desk.settled();
    expect(await aimIn(inner)).toMatchObject({ goal: 'Mit' });
    expect(desk.model.state.aimDispute).toBeUndefined();
  });

  it('that has gone back to an older version gets it again', async () => {
    let store = faultyRounds([round()]);
    const through: RoundStore = {
      list: (...args) => store.list(...args),
      save: (...args) => store.save(...args),
    };
    const desk = await new Desk(through).open();
    desk.model.setAim({ goal: 'Mit' });
    await desk.settled();
    store = faultyRounds([round()]);
    await desk.model.refresh();
    await desk.model.refresh();
    await desk.settled();
    expect(await aimIn(store)).toMatchObject({ goal: 'Mit' });
  });

  it('that does not keep it is asked once, and the user is told', async () => {
    const inner = faultyRounds([round()]);
    let saves = 0;
    const store: RoundStore = {
      list: (...args) => inner.list(...args),
      save: ({ aim: _, ...ours }, signal) => {
        saves++;
        return inner.save(ours, signal);
      },
    };
    const desk = await new Desk(store).open();
    desk.model.setAim({ goal: 'Mit' });
    await desk.settled();
    expect(saves).toBe(1);
    expect(desk.model.state.aimDispute).toMatchObject({ mine: { goal: 'Mit' }, parts: ['goal'] });
    expect(desk.model.isUnsaved).toBe(false);
  });

  it('without one is read and saved as before; what a later version says in it is kept', async () => {
    const later = { goal: 'x', measure: { n: 4 } } as RoundAim;
    const store = faultyRounds([round({ aim: later })]);
    const { model } = await new Desk(store).open();
    model.setStatus(['a'], 'reviewed');
    await model.retry();
    expect(await aimIn(store)).toEqual(later);
    model.setAim({ evaluation: '2027-01-01' });
    await model.retry();
    expect(await aimIn(store)).toMatchObject({ ...later, evaluation: '2027-01-01' });
    const old = faultyRounds([round()]);
    const desk = await new Desk(old).open();
    desk.model.setStatus(['a'], 'reviewed');
    await desk.settled();
    expect((await listed(old))[0]).not.toHaveProperty('aim');
  });
});

describe('the evaluation', () => {
  it('is due from its day on, until it is said that it was done', () => {
    const due = (aim: RoundAim) => isEvaluationDue(round({ aim }), '2026-11-24');
    expect(due({})).toBe(false);
    expect(due({ evaluation: '2026-11-25' })).toBe(false);
    expect(due({ evaluation: '2026-11-24' })).toBe(true);
    expect(due({ evaluation: '2026-11-24', evaluated: '2026-11-24' })).toBe(false);
  });

  it('tells each marker then and now, with patients, from the beginning though the round is finished', async () => {
    const markers: Record<string, string[]> = { a: ['m'], b: ['m', 'n'], c: [] };
    const store = faultyRounds();
    const desk = await new Desk(store).open({ markersOf: (id) => markers[id] ?? [] });
    desk.model.startNext();
    await desk.settled();
    Object.assign(markers, { a: [], c: ['n'] });
    desk.model.finish();
    await desk.settled();
    const [stored] = (await listed(store)) as [Round];
    const found = () => evaluateRound(desk.model.state.aimed!, desk.model.now()!, ['m', 'n']);
    expect(found().markers).toEqual([
      { marker: 'm', before: 2, now: 1, gone: ['a'], set: [] },
      { marker: 'n', before: 1, now: 2, gone: [], set: ['c'] },
    ]);
    expect(stored.members.find(({ patientId }) => patientId === 'a')).toMatchObject({
      ...{ markers: [], markersBefore: ['m'] },
    });
    await desk.open({ members: ['a', 'c'] });
    expect(found().left).toEqual(['b']);
    expect(found().markers[0]).toEqual({ marker: 'm', before: 2, now: 0, gone: ['a'], set: [] });
    desk.model.startNext();
    await desk.settled();
    for (const member of (await listed(store)).at(-1)!.members)
      expect(member).not.toHaveProperty('markersBefore');
  });
});
