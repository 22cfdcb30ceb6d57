/** What the user did last in a round is taken back, and done again: in the round that is stored, and without touching what others said. */
import { describe, expect, it } from 'vitest';
import { nextTurn, type RoundStore } from '../../../src/adapter/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { Desk, listed, round, type DeskOptions } from './stage.ts';

const open = (rounds: RoundStore, more: DeskOptions = {}) => new Desk(rounds, more).open();
const theOther = (rounds: RoundStore) => open(rounds, { user: 'CD' });
const statuses = ({ model }: Desk) => ['a', 'b', 'c'].map((id) => model.member(id).status);
const storedOf = async (store: RoundStore, id: string) =>
  (await listed(store)).at(-1)?.members.find(({ patientId }) => patientId === id);

describe('taking back what was done last', () => {
  it('there is nothing at first', async () => {
    const { model } = await open(faultyRounds([round()]));
    expect(model.state.undoable).toBeUndefined();
    expect(model.undo()).toBeUndefined();
    expect(model.redo()).toBeUndefined();
  });

  it('a status of many, each to what it was, exemptions with their end and note', async () => {
    const store = faultyRounds([
      round(
        {},
        { patientId: 'a', status: 'to-follow-up', note: 'ring' },
        { patientId: 'b', status: 'exempt', note: 'flyttet', exemptUntil: '2027-01-01' },
      ),
    ]);
    const desk = await open(store);
    const { model } = desk;
    model.setStatus(['a', 'b', 'c'], 'reviewed');
    expect(model.state.undoable).toMatchObject({
      kind: 'status',
      status: 'reviewed',
      patientIds: ['a', 'b', 'c'],
      endedExemptions: 1,
    });
    await desk.settled();
    expect(model.undo()).toMatchObject({ isRedo: false, kept: [] });
    await desk.settled();
    expect(model.state.undoable).toBeUndefined();
    expect(statuses(desk)).toEqual(['to-follow-up', 'exempt', 'new']);
    expect(await storedOf(store, 'b')).toMatchObject({
      status: 'exempt',
      note: 'flyttet',
      exemptUntil: '2027-01-01',
    });
  });

  it('before it is stored', async () => {
    const store = faultyRounds([round()]);
    const desk = await open(store);
    desk.model.setStatus(['a'], 'reviewed');
    desk.model.undo();
    await desk.settled();
    expect(statuses(desk)).toEqual(['new', 'new', 'new']);
    expect((await storedOf(store, 'a'))?.status ?? 'new').toBe('new');
  });

  it('while it is being stored, and while nobody knows whether it is', async () => {
    for (const faults of [{ delay: 5 }, { loseAnswers: 1 }, { failSaves: 1 }]) {
      const store = faultyRounds([round()], faults);
      const desk = await open(store);
      desk.model.setStatus(['a'], 'reviewed');
      await new Promise((resolve) => setTimeout(resolve, 2));
      desk.model.undo();
      await desk.settled();
      expect((await storedOf(store, 'a'))?.status ?? 'new').toBe('new');
      expect(desk.model.state.conflicts).toEqual([]);
    }
  });

  it('a note, one by one', async () => {
    const desk = await open(faultyRounds([round()]));
    const { model } = desk;
    for (const note of ['en', 'to', '']) model.setNote('a', note);
    expect(model.state.undoable).toMatchObject({ kind: 'note', patientIds: ['a'] });
    const notes = [model.undo(), model.undo(), model.undo()].map(() => model.member('a').note);
    expect(notes).toEqual([undefined, undefined, undefined]);
    model.redo();
    model.redo();
    expect(model.member('a').note).toBe('to');
    await desk.settled();
    expect(model.member('a').note).toBe('to');
  });

  it('an exemption of a marker that was made, and one that was ended with its reason', async () => {
    const { model } = await open(
      faultyRounds([
        round(
          {},
          {
            patientId: 'a',
            status: 'new',
            exemptions: [{ marker: 'm', note: 'palliativ', until: '2027-01-01' }],
          },
        ),
      ]),
    );
    model.exemptMarker('a', 'n', { note: 'aftalt' });
    model.endExemption('a', 'm');
    model.undo();
    expect(model.member('a').exemptions).toMatchObject([
      { marker: 'n' },
      { marker: 'm', note: 'palliativ', until: '2027-01-01' },
    ]);
    model.undo();
    expect(model.member('a').exemptions).toMatchObject([{ marker: 'm', note: 'palliativ' }]);
  });

  it('the last first, and again in the same order; what is done next ends that', async () => {
    const desk = await open(faultyRounds([round()]));
    const { model } = desk;
    model.setStatus(['a'], 'reviewed');
    model.setStatus(['b'], 'to-follow-up');
    model.setStatus(['a'], 'to-follow-up');
    model.undo();
    expect(statuses(desk)).toEqual(['reviewed', 'to-follow-up', 'new']);
    model.undo();
    model.undo();
    expect(statuses(desk)).toEqual(['new', 'new', 'new']);
    expect(model.state.redoable).toMatchObject({ patientIds: ['a'], status: 'reviewed' });
    model.redo();
    model.redo();
    model.redo();
    expect(statuses(desk)).toEqual(['to-follow-up', 'to-follow-up', 'new']);
    model.undo();
    model.setStatus(['c'], 'exempt', { note: 'x' });
    expect(model.state.redoable).toBeUndefined();
    model.redo();
    expect(statuses(desk)).toEqual(['reviewed', 'to-follow-up', 'exempt']);
  });

  it('no more than fifty', async () => {
    const { model } = await open(faultyRounds([round()]));
    for (let at = 0; at < 60; at++) model.setNote('a', `note ${at}`);
    let count = 0;
    while (model.undo()) count++;
    expect(count).toBe(50);
    expect(model.member('a').note).toBe('note 9');
  });

  it('by whichever model of the page: what is done in the list is taken back in the cockpit', async () => {
    const desk = await open(faultyRounds([round()]), { withCockpit: true });
    desk.model.setStatus(['a'], 'reviewed');
    const cockpit = desk.cockpit!.of('dk.demens')!;
    expect(cockpit.state.undoable).toBe(desk.model.state.undoable);
    cockpit.undo();
    expect(statuses(desk)).toEqual(['new', 'new', 'new']);
    expect(desk.model.state.redoable).toMatchObject({ kind: 'status' });
  });
});

describe('what others said meanwhile', () => {
  it('stays, and is told with who; the rest is taken back', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.setStatus(['a', 'b'], 'reviewed');
    await mine.settled();
    await other.model.refresh();
    other.model.setStatus(['a'], 'to-follow-up');
    await other.settled();
    await mine.model.refresh();
    expect(mine.model.undo()?.kept).toEqual([{ patientId: 'a', fields: ['status'], by: 'CD' }]);
    await mine.settled();
    expect(statuses(mine)).toEqual(['to-follow-up', 'new', 'new']);
    expect(mine.model.state.undone?.kept).toHaveLength(1);
  });

  it('stays field by field: my note goes, their status stays', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.setStatus(['a'], 'exempt', { note: 'min note' });
    await mine.settled();
    await other.model.refresh();
    other.model.setStatus(['a'], 'reviewed');
    await other.settled();
    await mine.model.refresh();
    expect(mine.model.undo()?.kept).toMatchObject([{ fields: ['status'] }]);
    expect(mine.model.member('a')).toMatchObject({ status: 'reviewed' });
    expect(mine.model.member('a').note).toBeUndefined();
  });

  it('comes to light as it is stored: theirs stands, nobody is asked, and it is told', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.setStatus(['a', 'b'], 'reviewed');
    await mine.settled();
    await other.model.refresh();
    other.model.setStatus(['a'], 'to-follow-up');
    await other.settled();
    // Of the other's change nothing is known here yet.
    expect(mine.model.undo()?.kept).toEqual([]);
    await mine.settled();
    expect(mine.model.state.conflicts).toEqual([]);
    expect(statuses(mine)).toEqual(['to-follow-up', 'new', 'new']);
    expect((await storedOf(store, 'a'))?.status).toBe('to-follow-up');
    expect(mine.model.state.undone).toMatchObject({
      kept: [{ patientId: 'a', fields: ['status'], by: 'CD' }],
    });
  });

  it('comes between my change, which is under way as it is taken back, and that', async () => {
    const inner = faultyRounds([round()]);
    let saves = 0;
    const store: RoundStore = {
      list: inner.list,
      save: async (ours, signal) => {
        if (++saves === 2) {
          const [stored] = await listed(inner);
          const members = stored!.members.map((member) =>
            member.patientId === 'a'
              ? { ...member, status: 'to-follow-up' as const, by: 'CD' }
              : member,
          );
          await inner.save({ ...stored!, members }, signal);
        }
        return inner.save(ours, signal);
      },
    };
    const desk = await open(store);
    desk.model.setStatus(['a', 'b'], 'reviewed');
    for (let turn = 0; saves === 0 && turn < 100; turn++) await nextTurn();
    desk.model.undo();
    await desk.settled();
    expect(desk.model.state.conflicts).toEqual([]);
    expect(statuses(desk)).toEqual(['to-follow-up', 'new', 'new']);
    expect(desk.model.state.undone?.kept).toMatchObject([{ patientId: 'a', by: 'CD' }]);
  });

  it('is the same as mine: then it is theirs, and stays', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    other.model.setStatus(['a'], 'reviewed');
    await other.settled();
    mine.model.setStatus(['a', 'b'], 'reviewed');
    await mine.settled();
    expect(mine.model.undo()?.kept).toEqual([{ patientId: 'a', fields: ['status'], by: 'CD' }]);
    await mine.settled();
    expect(statuses(mine)).toEqual(['reviewed', 'new', 'new']);
  });

  it('is in conflict with mine: when mine is taken back, theirs stands and nothing is asked', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    other.model.setStatus(['a'], 'to-follow-up');
    await other.settled();
    mine.model.setStatus(['a'], 'reviewed');
    await mine.settled();
    expect(mine.model.state.conflicts).toHaveLength(1);
    mine.model.undo();
    await mine.settled();
    expect(mine.model.state.conflicts).toEqual([]);
    expect(statuses(mine)).toEqual(['to-follow-up', 'new', 'new']);
  });

  it('of two things in conflict one is taken back, and the other is asked about still', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    other.model.setStatus(['a'], 'to-follow-up');
    await other.settled();
    mine.model.setStatus(['a'], 'reviewed');
    mine.model.setNote('a', 'min note');
    await mine.settled();
    mine.model.undo();
    expect(mine.model.state.conflicts).toMatchObject([{ mine: { status: 'reviewed' } }]);
    expect(mine.model.member('a').note).toBeUndefined();
  });

  it('how a conflict was ended: both versions are there again, or theirs is', async () => {
    for (const choice of ['theirs', 'mine', 'both'] as const) {
      const store = faultyRounds([round()]);
      const [mine, other] = [await open(store), await theOther(store)];
      other.model.setStatus(['a'], 'to-follow-up', { note: 'deres' });
      await other.settled();
      mine.model.setStatus(['a'], 'reviewed', { note: 'min' });
      await mine.settled();
      mine.model.resolve('a', choice);
      await mine.settled();
      expect(mine.model.state.undoable?.kind).toBe('settle');
      mine.model.undo();
      await mine.settled();
      expect((await storedOf(store, 'a'))?.note).toBe('deres');
      expect(mine.model.state.conflicts).toHaveLength(choice === 'theirs' ? 1 : 0);
      mine.model.redo();
      await mine.settled();
      const { status, note } = (await storedOf(store, 'a'))!;
      expect([status, note]).toEqual(
        {
          theirs: ['to-follow-up', 'deres'],
          mine: ['reviewed', 'min'],
          both: ['reviewed', 'deres\nmin'],
        }[choice],
      );
    }
  });

  it('comes to light while another change of mine waits: that is not lost, both versions are shown', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    other.model.setStatus(['a'], 'to-follow-up', { note: 'deres' });
    await other.settled();
    mine.model.setNote('a', 'vigtigt');
    mine.model.setStatus(['a'], 'reviewed');
    mine.model.undo();
    await mine.settled();
    expect(mine.model.state.conflicts).toMatchObject([
      {
        mine: { status: 'new', note: 'vigtigt' },
        theirs: { status: 'to-follow-up', note: 'deres' },
      },
    ]);
  });
});

describe('whose it is', () => {
  const deed = async (more: DeskOptions = {}) => {
    const desk = await open(faultyRounds([round()]), more);
    desk.model.setStatus(['a'], 'reviewed');
    await desk.settled();
    return desk;
  };

  it('another user takes nothing back, nor does this one in another clinic, nor after a logout', async () => {
    const desk = await deed({ clinicId: '1' });
    await desk.open({ user: 'CD' });
    expect(desk.model.state.undoable).toBeUndefined();

    const moved = await deed({ clinicId: '1' });
    await moved.open({ clinicId: '2' });
    expect(moved.model.state.undoable).toBeUndefined();
    await moved.open({ clinicId: '1' });
    expect(moved.model.state.undoable).toBeUndefined();
    expect(moved.model.undo()).toBeUndefined();

    const out = await deed({ clinicId: '1' });
    await out.open({ adapter: undefined });
    expect(out.model.state.undoable).toBeUndefined();
  });

  it('in another profile there is nothing, and in the first it is there still', async () => {
    const desk = await deed({ clinicId: '1' });
    await desk.open({ profile: { id: 'dk.kol', version: '1.0.0' } });
    expect(desk.model.state.undoable).toBeUndefined();
    await desk.open({ profile: { id: 'dk.demens', version: '1.0.0' } });
    expect(desk.model.state.undoable).toMatchObject({ patientIds: ['a'] });
  });

  it('is forgotten when it is asked for', async () => {
    const { model } = await deed();
    model.undo();
    model.setNote('a', 'x');
    model.forgetDeeds();
    expect(model.state).toMatchObject({
      undoable: undefined,
      redoable: undefined,
      undone: undefined,
    });
    expect(model.member('a').note).toBe('x');
  });
});

describe('taking back that a round is finished', () => {
  const ends = async (store: RoundStore) => (await listed(store)).map(({ finished }) => finished);

  it('before it is stored, and after', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'reviewed' })]);
    const desk = await open(store);
    const { model } = desk;
    model.finish();
    model.undo();
    await desk.settled();
    expect(await ends(store)).toEqual([undefined]);
    model.finish();
    await desk.settled();
    expect(await ends(store)).toEqual([asOf]);
    expect(model.state.current).toBeUndefined();
    expect(model.state.undoable).toMatchObject({ kind: 'finish', patientIds: [] });
    model.undo();
    await desk.settled();
    expect(await ends(store)).toEqual([undefined]);
    expect(model.state.current?.id).toBe('dk.demens#1');
    expect(statuses(desk)).toEqual(['reviewed', 'new', 'new']);
    model.redo();
    await desk.settled();
    expect(await ends(store)).toEqual([asOf]);
  });

  it('while it is under way', async () => {
    const store = faultyRounds([round()]);
    const desk = await open(store);
    desk.model.finish();
    await new Promise((resolve) => setTimeout(resolve));
    desk.model.undo();
    await desk.settled();
    await desk.model.refresh();
    expect(await ends(store)).toEqual([undefined]);
    expect(desk.model.state.current?.id).toBe('dk.demens#1');
  });

  it('not once somebody else has begun the next', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.finish();
    await mine.settled();
    await other.model.refresh();
    other.model.startNext();
    await other.settled();
    await mine.model.refresh();
    expect(mine.model.state.undoable).toBeUndefined();
    mine.model.undo();
    await mine.settled();
    expect(await ends(store)).toEqual([asOf, undefined]);
  });

  it('a status that was set in it is taken back once it goes on, and not before', async () => {
    const desk = await open(faultyRounds([round()]));
    const { model } = desk;
    model.setStatus(['a'], 'reviewed');
    model.finish();
    model.undo();
    expect(statuses(desk)).toEqual(['reviewed', 'new', 'new']);
    model.undo();
    expect(statuses(desk)).toEqual(['new', 'new', 'new']);
  });
});

describe('taking back that a round was begun', () => {
  const finished = () =>
    round({ finished: '2026-06-01' }, { patientId: 'a', status: 'reviewed', note: 'fin' });
  const seen = ({ model }: Desk) => model.state.rounds.map(({ id }) => id);

  it('before it is stored, at once after, and later: it counts for nothing', async () => {
    for (const wait of [false, true]) {
      const store = faultyRounds([finished()], { delay: wait ? 0 : 3 });
      const desk = await open(store);
      const { model } = desk;
      const since = model.since;
      model.startNext();
      expect(model.state.undoable).toMatchObject({ kind: 'begin' });
      if (wait) await desk.settled();
      expect(model.undo()?.inUse).toBeUndefined();
      await desk.settled();
      expect(model.state.current).toBeUndefined();
      expect(seen(desk)).toEqual(['dk.demens#1']);
      expect(model.since?.on).toBe(since?.on);
      // Nor for anybody else.
      const other = await theOther(store);
      expect(seen(other)).toEqual(['dk.demens#1']);
      expect(other.model.state.current).toBeUndefined();
      expect(other.model.member('a').earlier).toBe('fin');
    }
  });

  it('and that the one before was finished; and both are done again', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'reviewed' })]);
    const desk = await open(store);
    const { model } = desk;
    model.finish();
    model.startNext();
    await desk.settled();
    model.undo();
    await desk.settled();
    model.undo();
    await desk.settled();
    expect(model.state.current?.id).toBe('dk.demens#1');
    expect(statuses(desk)).toEqual(['reviewed', 'new', 'new']);
    model.redo();
    model.redo();
    await desk.settled();
    expect(statuses(desk)).toEqual(['new', 'new', 'new']);
    expect(model.state.current?.finished).toBeUndefined();
    expect(seen(desk)).toHaveLength(2);
    const other = await theOther(store);
    expect(seen(other)).toEqual(seen(desk));
  });

  it('not once somebody has said something in it: it goes on, and is told', async () => {
    const store = faultyRounds([finished()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.startNext();
    await mine.settled();
    await other.model.refresh();
    other.model.setNote('b', 'ringet');
    await other.settled();
    await mine.model.refresh();
    expect(mine.model.undo()?.inUse).toEqual({ by: 'CD' });
    await mine.settled();
    expect(mine.model.state.current?.id).toBe('dk.demens#2');
    expect((await storedOf(store, 'b'))?.note).toBe('ringet');
  });

  it('not where that comes to light as it is stored', async () => {
    const store = faultyRounds([finished()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.startNext();
    await mine.settled();
    await other.model.refresh();
    other.model.setNote('b', 'ringet');
    await other.settled();
    expect(mine.model.undo()?.inUse).toBeUndefined();
    await mine.settled();
    expect(mine.model.state.undone?.inUse).toEqual({ by: 'CD' });
    expect(mine.model.state.current?.id).toBe('dk.demens#2');
    expect(mine.model.member('b').note).toBe('ringet');
    expect((await listed(store)).at(-1)).not.toHaveProperty('finished');
  });

  it('whoever writes in one that was taken back meanwhile begins another: nothing is lost', async () => {
    const store = faultyRounds([finished()]);
    const [mine, other] = [await open(store), await theOther(store)];
    mine.model.startNext();
    await mine.settled();
    await other.model.refresh();
    mine.model.undo();
    await mine.settled();
    other.model.setNote('b', 'ringet');
    await other.settled();
    expect(other.model.member('b').note).toBe('ringet');
    await mine.model.refresh();
    expect(mine.model.member('b').note).toBe('ringet');
    expect(mine.model.state.current).toBeDefined();
  });

  it('a round that was taken back and in which somebody speaks nevertheless counts', async () => {
    const silent = round({ id: 'dk.demens#2', finished: '2026-11-24', withdrawn: true });
    const spoken = {
      ...silent,
      id: 'dk.demens#3',
      members: [{ patientId: 'b', status: 'new', note: 'ringet' } as const],
    };
    const desk = await open(faultyRounds([finished(), silent, spoken]));
    expect(seen(desk)).toEqual(['dk.demens#1', 'dk.demens#3']);
    expect(desk.model.member('b').note).toBe('ringet');
  });
});
