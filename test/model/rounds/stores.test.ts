/** Stores that conflict, refuse, go back or answer junk for ever: nothing typed is lost, the user is told, and saves are few. */
import { describe, expect, it } from 'vitest';
import type { Round, RoundStore } from '../../../src/adapter/index.ts';
import { describeProblem } from '../../../src/model/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { Desk, everything, listed, round, signal } from './stage.ts';

/** A store whose every save is counted, and answered otherwise. */
function counting(inner: RoundStore, save: (ours: Round, count: number) => unknown) {
  let saves = 0;
  const store: RoundStore = {
    list: inner.list,
    save: async (ours) => (await save(structuredClone(ours), ++saves)) as never,
  };
  return { store, saves: () => saves };
}

/** In an hour of trying: pauses of 2, 4 … 60 seconds, and one a minute from then on. */
const mostInAnHour = 70;

describe('a store that never stores', () => {
  const stored = round({ revision: 5 }, { patientId: 'b', status: 'to-follow-up', note: 'Ring' });
  const cases: readonly (readonly [string, (ours: Round, count: number) => unknown])[] = [
    ['always conflicts with what it holds', () => ({ saved: false, conflict: stored })],
    [
      'always conflicts with what was sent',
      (ours) => ({ saved: false, conflict: { ...ours, members: stored.members } }),
    ],
    ['always rejects', () => Promise.reject(new Error('no'))],
    [
      'always answers an older version',
      (_, count) => ({ saved: false, conflict: { ...stored, revision: Math.max(0, 5 - count) } }),
    ],
    [
      'always answers a newer version, by which nothing was stored',
      (_, count) => ({ saved: false, conflict: { ...stored, revision: 5 + count } }),
    ],
    [
      'answers older and newer versions in turn',
      (_, count) => ({ saved: false, conflict: { ...stored, revision: count % 2 ? 2 : 9 } }),
    ],
    [
      'conflicts and rejects in turn',
      (_, count) => (count % 2 ? undefined : { saved: false, conflict: stored }),
    ],
    [
      'answers with a revision that is none',
      () => ({ saved: true, round: { ...stored, revision: 'x' } }),
    ],
    [
      'answers with one that is too large',
      () => ({ saved: true, round: { ...stored, revision: 2 ** 60 } }),
    ],
  ];

  it.each(cases)('%s: is tried a few times, and the user is told', async (_, save) => {
    const inner = faultyRounds([stored]);
    const { store, saves } = counting(inner, save);
    const desk = await new Desk(store).open();
    desk.model.setNote('a', 'vigtigt');
    await desk.settled();
    const { pending } = desk.model.state;
    expect(desk.model.member('a')).toMatchObject({ note: 'vigtigt', pending: true });
    expect(pending.count).toBe(1);
    expect(pending.attempts).toBeGreaterThan(3);
    expect(saves()).toBeGreaterThan(5);
    expect(saves()).toBeLessThan(mostInAnHour);
    // More is typed: no more is tried.
    const before = saves();
    for (const note of ['mere', 'og mere', 'og mere endnu']) desk.model.setNote('a', note);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
    expect(saves()).toBe(before);
    expect(desk.model.member('a').note).toBe('og mere endnu');
    desk.model.dispose();
  });

  it('once it stores again, everything is stored, and nothing is told any more', async () => {
    const inner = faultyRounds([stored]);
    const { store, saves } = counting(inner, (ours, count) =>
      count < 9 ? { saved: false, conflict: stored } : inner.save(ours, signal),
    );
    const desk = await new Desk(store).open();
    desk.model.setNote('a', 'vigtigt');
    await desk.settled();
    expect(saves()).toBe(9);
    expect(desk.model.state.pending).toMatchObject({ count: 0, attempts: 0, isUnknown: false });
    expect(JSON.stringify(await listed(inner))).toContain('vigtigt');
  });
});

describe('a store that answers a save with junk, or not at all', () => {
  it.each([
    ['junk', () => ({ saved: true, round: 'gemt' })],
    ['nothing', () => new Promise(() => undefined)],
    ['an error', () => Promise.reject(new Error('lost'))],
  ])(
    '%s, and has stored it: it is unknown, the store is asked, and it is not saved again',
    async (_, answer) => {
      const inner = faultyRounds([round()]);
      const { store, saves } = counting(inner, async (ours) => {
        await inner.save(ours, signal);
        return answer();
      });
      const desk = new Desk(store);
      const doubts: boolean[] = [];
      desk.model.subscribe(() => doubts.push(desk.model.state.pending.isUnknown));
      await desk.open();
      desk.model.setNote('a', 'én gang');
      await desk.settled();
      expect(doubts).toContain(true);
      expect(desk.model.state.pending).toMatchObject({ count: 0, isUnknown: false, attempts: 0 });
      expect(desk.model.state.conflicts).toEqual([]);
      expect(saves()).toBe(1);
    },
  );

  it('throws on a conflict instead of answering it: the store is asked, and both are stored', async () => {
    const inner = faultyRounds([round()]);
    const store: RoundStore = {
      list: inner.list,
      save: async (ours) => {
        const answer = await inner.save(ours, signal);
        if (!answer.saved) throw new Error('409');
        return answer;
      },
    };
    const [desk, other] = [await new Desk(store).open(), await new Desk(store).open()];
    desk.model.setNote('a', 'min');
    await desk.settled();
    other.model.setNote('b', 'din');
    await other.settled();
    const text = JSON.stringify(await listed(inner));
    expect(text).toContain('min');
    expect(text).toContain('din');
  });
});

describe('a store that is put back to an older version', () => {
  /** A store whose content can be replaced. */
  function restorable() {
    let inner = faultyRounds([round()]);
    let saves = 0;
    const store: RoundStore = {
      list: (...given) => inner.list(...given),
      save: (...given) => {
        saves++;
        return inner.save(...given);
      },
    };
    return {
      store,
      saves: () => saves,
      restore: (rounds: readonly Round[]) => (inner = faultyRounds(rounds)),
    };
  }

  it.each(['a save', 'a refresh'])(
    '%s finds it: what the user wrote is stored again, and it is told',
    async (by) => {
      const { store, restore, saves } = restorable();
      const desk = await new Desk(store).open();
      const backup = await listed(store);
      for (const note of ['første', 'anden']) {
        desk.model.setNote('a', note);
        await desk.settled();
      }
      desk.model.setStatus(['b'], 'reviewed');
      await desk.settled();
      const before = saves();
      restore(backup);
      if (by === 'a save') desk.model.setNote('c', 'ny');
      await desk.model.refresh();
      await desk.settled();
      const [stored] = await listed(store);
      const byId = [...(stored?.members ?? [])].sort((a, b) =>
        a.patientId < b.patientId ? -1 : 1,
      );
      expect(byId).toMatchObject([
        { patientId: 'a', note: 'anden' },
        { patientId: 'b', status: 'reviewed' },
        by === 'a save' ? { patientId: 'c', note: 'ny' } : { patientId: 'c', status: 'new' },
      ]);
      expect(desk.model.state.conflicts).toEqual([]);
      expect(saves() - before).toBeLessThan(4);
      const [problem] = desk.model.state.problems;
      expect(problem && describeProblem(problem, 'da')).toContain('ældre');
    },
  );

  it('what another wrote meanwhile of the same patient is a conflict, not overwritten', async () => {
    const { store, restore } = restorable();
    const desk = await new Desk(store).open();
    desk.model.setNote('a', 'min');
    await desk.settled();
    desk.model.setNote('b', 'også min');
    await desk.settled();
    restore([round({ revision: 2 }, { patientId: 'a', status: 'new', note: 'din', by: 'CD' })]);
    await desk.model.refresh();
    await desk.settled();
    expect(desk.model.state.conflicts).toMatchObject([
      { patientId: 'a', mine: { note: 'min' }, theirs: { note: 'din' } },
    ]);
    expect(await everything(store)).toContain('også min');
  });

  it('what others wrote is taken as the store has it, and what the user let go of is not brought back', async () => {
    const { store, restore } = restorable();
    const backup = await listed(store);
    const desk = await new Desk(store).open();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.setNote('b', 'den andens');
    await other.settled();
    desk.model.setNote('a', 'min');
    await desk.settled();
    await desk.model.refresh();
    restore(backup);
    await desk.model.refresh();
    await desk.settled();
    expect(desk.model.member('b').note).toBeUndefined();
    expect(await everything(store, desk)).not.toContain('den andens');
    await other.model.refresh();
    await other.settled();
    expect(await everything(store)).toContain('den andens');
    expect(other.model.state.conflicts).toEqual([]);
  });

  it('a round that the user had finished is finished again', async () => {
    const { store, restore } = restorable();
    const desk = await new Desk(store).open();
    const backup = await listed(store);
    desk.model.finish();
    await desk.settled();
    restore(backup);
    await desk.model.refresh();
    await desk.settled();
    expect(await listed(store)).toMatchObject([{ finished: '2026-11-24' }]);
  });
});

describe('a store that numbers its versions by itself', () => {
  it.each([
    ['always the same', () => 1],
    ['nought', () => 0],
    ['backwards', (count: number) => Math.max(0, 1000 - count)],
    ['the largest', () => Number.MAX_SAFE_INTEGER],
    ['at random', (count: number) => (count * 7919) % 101],
  ])('%s: two users lose nothing, and each saves once', async (_, revision) => {
    let stored: Round | undefined;
    let saves = 0;
    const store: RoundStore = {
      list: async () => (stored ? [structuredClone(stored)] : []),
      // It asks nobody for a revision: what comes last stands.
      save: async (ours) => {
        stored = { ...structuredClone(ours), revision: revision(++saves) };
        return { saved: true, round: structuredClone(stored) };
      },
    };
    const desk = await new Desk(store).open();
    desk.model.setNote('a', 'min');
    await desk.settled();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.setNote('b', 'din');
    await other.settled();
    expect(saves).toBe(2);
    await desk.model.refresh();
    await desk.settled();
    expect(await everything(store, desk)).toContain('din');
    desk.model.setNote('c', 'også min');
    await desk.settled();
    const text = await everything(store);
    for (const note of ['min', 'din', 'også min']) expect(text).toContain(note);
    expect(saves).toBe(3);
  });
});

describe('a store that does not keep the end of a round', () => {
  it('drops that it is finished: it is told as not stored, and tried a few times', async () => {
    const inner = faultyRounds([round()]);
    const { store, saves } = counting(inner, ({ finished: _, ...ours }) =>
      inner.save(ours, signal),
    );
    const desk = await new Desk(store).open();
    desk.model.finish();
    await desk.settled();
    expect(desk.model.state.pending).toMatchObject({ count: 1 });
    expect(desk.model.state.pending.attempts).toBeGreaterThan(3);
    expect(saves()).toBeLessThan(mostInAnHour);
    desk.model.dispose();
  });

  it('does not let go of it: so it is as well', async () => {
    const inner = faultyRounds([round()]);
    const { store, saves } = counting(inner, (ours) =>
      inner.save({ ...ours, finished: '2026-11-24' }, signal),
    );
    const desk = await new Desk(store).open();
    desk.model.finish();
    await desk.settled();
    expect(desk.model.state.pending.count).toBe(0);
    desk.model.undo();
    await desk.settled();
    expect(desk.model.state.pending).toMatchObject({ count: 1 });
    expect(saves()).toBeLessThan(mostInAnHour);
    desk.model.dispose();
  });
});
