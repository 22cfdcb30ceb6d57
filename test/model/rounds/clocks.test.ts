/** Users whose clocks disagree by days or lifetimes: nobody's notes vanish, one round is open at a time, and it is said. */
import { describe, expect, it } from 'vitest';
import type { Round } from '../../../src/adapter/index.ts';
import { describeProblem, type RoundModel } from '../../../src/model/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { Desk, everything, listed, profile, round } from './stage.ts';

const today = '2026-11-24';
const isTold = ({ state }: RoundModel) => state.problems.some(({ kind }) => kind === 'clock');
const openIn = (rounds: readonly Round[]) => rounds.filter(({ finished }) => !finished);

describe.each([
  ['days ahead', '2026-11-29'],
  ['days behind', '2026-11-19'],
  ['in the far future', '9999-12-31'],
  ['before the computer was made', '1970-01-01'],
])('two users, one of whom is %s', (_, wrong) => {
  async function desks(store = faultyRounds()) {
    const right = await new Desk(store, { asOf: today, user: 'R' }).open();
    const off = await new Desk(store, { asOf: wrong, user: 'W' }).open();
    const sync = async () => {
      for (const desk of [right, off, right]) {
        await desk.model.refresh();
        await desk.settled();
      }
    };
    return { store, right, off, sync };
  }

  it.each(['right', 'off'] as const)(
    'three rounds are begun, written in and finished, the first by the one who is %s',
    async (who) => {
      const { store, sync, ...users } = await desks();
      const [first, second] = who === 'right' ? [users.right, users.off] : [users.off, users.right];
      const told = new Set<Desk>();
      for (const desk of [first, second])
        desk.model.subscribe(() => isTold(desk.model) && told.add(desk));
      for (let pass = 1; pass <= 3; pass++) {
        first.model.setStatus(['a'], 'to-follow-up', { note: `første ${pass}` });
        first.model.setNote('c', `ikke nået ${pass}`);
        await first.settled();
        await sync();
        second.model.setStatus(['b'], 'to-follow-up', { note: `anden ${pass}` });
        await second.settled();
        await sync();
        const rounds = await listed(store);
        expect(rounds).toHaveLength(pass);
        expect(openIn(rounds)).toHaveLength(1);
        for (const desk of [first, second]) {
          expect(desk.model.state.current?.id).toBe(`dk.demens#${pass}`);
          expect(desk.model.member('a').note).toBe(`første ${pass}`);
          expect(desk.model.member('b').note).toBe(`anden ${pass}`);
          expect(desk.model.member('c').note).toBe(`ikke nået ${pass}`);
        }
        const finisher = pass % 2 ? second : first;
        finisher.model.finish();
        await finisher.settled();
        await sync();
        for (const desk of [first, second]) {
          expect(desk.model.state.current).toBeUndefined();
          // What goes on is in sight before the next begins.
          expect(desk.model.member('a')).toMatchObject({ note: `første ${pass}` });
        }
      }
      expect(told.size).toBe(2);
      expect(users.right.model.state.conflicts).toEqual([]);
    },
  );

  it('the one who is off sees another population: nobody’s note goes with it', async () => {
    const { store, right, off, sync } = await desks();
    right.model.setNote('a', 'ikke nået');
    right.model.setStatus(['b'], 'reviewed', { note: 'fint' });
    await right.settled();
    // On that day nobody is in.
    await off.open({ members: [] });
    await sync();
    off.model.finish();
    await off.settled();
    off.model.startNext();
    await off.settled();
    await sync();
    expect(await listed(store)).toHaveLength(2);
    expect(right.model.member('a').note).toBe('ikke nået');
    expect(right.model.member('b')).toMatchObject({ status: 'new', earlier: 'fint' });
  });

  it('an exemption that holds today still holds in the round that the other begins', async () => {
    const { right, off, sync } = await desks();
    right.model.setStatus(['a'], 'exempt', { note: 'plejehjem', exemptUntil: '2026-12-31' });
    right.model.exemptMarker('b', 'm', { note: 'aftalt', until: '2026-12-31' });
    await right.settled();
    await sync();
    off.model.finish();
    await off.settled();
    off.model.startNext();
    await off.settled();
    await sync();
    expect(right.model.member('a')).toMatchObject({ status: 'exempt', note: 'plejehjem' });
    expect(right.model.member('b').exemptions).toMatchObject([{ marker: 'm', note: 'aftalt' }]);
  });
});

describe('what is said of clocks', () => {
  it('names this machine’s date and the round’s', async () => {
    const store = faultyRounds([round({ asOf: '2099-01-03' })]);
    const { model } = await new Desk(store, { asOf: today }).open();
    const [problem] = model.state.problems;
    const words = problem && describeProblem(problem, 'da');
    expect(words).toContain('24. nov. 2026');
    expect(words).toContain('3. jan. 2099');
  });

  it('nothing of a round of long ago, of the day after, or of notes from the round before', async () => {
    const rounds = [
      round({ asOf: '2025-05-01', finished: '2025-06-01' }),
      round(
        { id: 'dk.demens#2', asOf: '2026-11-25' },
        { patientId: 'a', status: 'to-follow-up', note: 'x', at: '2025-05-02T10:00:00+01:00' },
      ),
    ];
    const store = faultyRounds(rounds);
    const desk = await new Desk(store, { asOf: today }).open();
    expect(isTold(desk.model)).toBe(false);
    desk.model.setNote('b', 'y');
    await desk.settled();
    expect(isTold(desk.model)).toBe(false);
  });

  it('one who is ahead hears it from what the other writes in the same round', async () => {
    const store = faultyRounds();
    const ahead = await new Desk(store, { asOf: '2026-12-24', user: 'W' }).open();
    ahead.model.setNote('a', 'min');
    await ahead.settled();
    expect(isTold(ahead.model)).toBe(false);
    const right = await new Desk(store, { asOf: today, user: 'R' }).open();
    expect(isTold(right.model)).toBe(true);
    right.model.setNote('b', 'din');
    await right.settled();
    await ahead.model.refresh();
    expect(isTold(ahead.model)).toBe(true);
  });
});

describe('rounds that are open beside the last one', () => {
  it('one reopens what the other has gone on from: all is in one round, and one is open', async () => {
    const store = faultyRounds();
    const one = await new Desk(store, { user: 'A' }).open();
    const other = await new Desk(store, { user: 'B' }).open();
    one.model.setNote('c', 'før');
    one.model.finish();
    await one.settled();
    await other.model.refresh();
    other.model.setStatus(['b'], 'to-follow-up', { note: 'i den næste' });
    await other.settled();
    // Has not seen it.
    one.model.undo();
    one.model.setStatus(['a'], 'to-follow-up', { note: 'i den genåbnede' });
    await one.settled();
    expect(openIn(await listed(store))).toHaveLength(2);
    for (const desk of [other, one, other]) {
      await desk.model.refresh();
      await desk.settled();
    }
    expect(openIn(await listed(store)).map(({ id }) => id)).toEqual(['dk.demens#2']);
    for (const { model } of [one, other]) {
      expect(model.state.current?.id).toBe('dk.demens#2');
      expect(model.member('a')).toMatchObject({
        status: 'to-follow-up',
        note: 'i den genåbnede',
        by: 'A',
      });
      expect(model.member('b')).toMatchObject({ note: 'i den næste' });
      expect(model.member('c')).toMatchObject({ note: 'før' });
      expect(model.state.conflicts).toEqual([]);
    }
  });

  it('a store full of open rounds, as dates once made them: all notes come into the last, by two at once', async () => {
    const note = (patientId: string, text: string) =>
      ({ patientId, status: 'to-follow-up', note: text }) as const;
    const store = faultyRounds([
      round({ id: 'dk.demens#10', asOf: '2026-11-01' }, note('c', 'ti')),
      round({ id: 'dk.demens#9', asOf: '2026-11-02' }, note('a', 'ni'), note('b', 'også ni')),
      round({ asOf: '2099-01-01', finished: '2099-02-01' }, note('a', 'først')),
      round({ id: 'dk.demens#2', asOf: '2026-11-03' }, note('a', 'to')),
    ]);
    const [one, other] = [new Desk(store), new Desk(store, { user: 'CD' })];
    await Promise.all([one.open(), other.open()]);
    for (const desk of [one, other, one]) {
      await desk.settled();
      await desk.model.refresh();
    }
    const rounds = await listed(store);
    expect(openIn(rounds).map(({ id }) => id)).toEqual(['dk.demens#10']);
    for (const { model } of [one, other]) {
      expect(model.member('a').note).toContain('ni');
      expect(model.member('a').note).toContain('to');
      expect(model.member('b').note).toBe('også ni');
      expect(model.member('c').note).toBe('ti');
      expect(model.state.conflicts).toEqual([]);
    }
    expect(await everything(store)).toContain('først');
  });

  it('what the user takes out of it later does not come back', async () => {
    const store = faultyRounds([
      round({}, { patientId: 'a', status: 'new', note: 'gammel' }),
      round({ id: 'dk.demens#2' }),
    ]);
    const desk = await new Desk(store).open();
    await desk.settled();
    expect(desk.model.member('a').note).toBe('gammel');
    desk.model.setNote('a', '');
    await desk.settled();
    const again = await new Desk(store).open();
    await again.settled();
    expect(again.model.member('a').note).toBeUndefined();
  });
});

describe('the order of rounds', () => {
  const ids = async (rounds: readonly Round[]) =>
    (await new Desk(faultyRounds(rounds)).open()).model.state.rounds.map(({ id }) => id);
  const done = { finished: '2026-06-01' };

  it('is that of the store for ids that are not ours, which come first, the finished before the open', async () => {
    expect(
      await ids([
        round({ id: 'dk.demens#2', ...done }),
        round({ id: 'x', asOf: '2099-01-01', ...done }),
        round({ id: 'dk.demens#x', asOf: '2020-01-01', ...done }),
        round({ id: 'dk.demens#11' }),
      ]),
    ).toEqual(['x', 'dk.demens#x', 'dk.demens#2', 'dk.demens#11']);
    expect(await ids([round({ id: 'open' }), round({ id: 'over', ...done })])).toEqual([
      'over',
      'open',
    ]);
  });

  it('goes on after the highest number, also where the store lists the last ones alone', async () => {
    const store = faultyRounds([
      round({ id: 'dk.demens#7', ...done }),
      round({ id: 'dk.demens#99999999999999999999', ...done }),
    ]);
    const desk = await new Desk(store).open();
    desk.model.setNote('a', 'x');
    await desk.settled();
    expect((await listed(store)).at(-1)?.id).toBe(`${profile.id}#8`);
  });
});
