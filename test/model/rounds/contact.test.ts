/** Attempts to reach a patient: logged, stored, taken back, merged with a colleague's, and how far that has come. */
import { describe, expect, it } from 'vitest';
import type { ContactAttempt, RoundMember } from '../../../src/adapter/index.ts';
import { latestFirst, recallOf } from '../../../src/model/index.ts';
import { mergeMembers, sayTheSame } from '../../../src/model/rounds/fields.ts';
import { carryOver, joinMembers, takeIn } from '../../../src/model/rounds/members.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { Desk, listed, round } from './stage.ts';

const tried: ContactAttempt = { outcome: 'no-answer', at: '2026-05-02T09:00:00+02:00', by: 'CD' };
const talked: ContactAttempt = { outcome: 'called', at: '2026-05-03T09:00:00+02:00', by: 'AB' };

async function stored(store: Parameters<typeof listed>[0], id = 'a') {
  const [first] = await listed(store);
  return first?.members.find(({ patientId }) => patientId === id);
}

describe('an attempt to reach a patient', () => {
  it('is logged with who and when, beside those before, and stored', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new', contact: [tried] })]);
    const { model } = await new Desk(store).open();
    model.logContact(['a', 'b'], 'sent');
    await model.retry();
    const { contact = [] } = (await stored(store))!;
    expect(contact).toEqual([tried, { outcome: 'sent', at: expect.any(String), by: 'AB' }]);
    expect((await stored(store, 'b'))?.contact).toHaveLength(1);
    expect(model.state.plan.hasContact).toBe(true);
    expect(model.statusOf('b').contact).toHaveLength(1);
    expect(await stored(store)).not.toHaveProperty('due');
  });

  it('says when it is to be tried again: that is what is due then; both are taken back in one', async () => {
    const before: RoundMember = { patientId: 'a', status: 'new', due: '2026-06-01' };
    const { model } = await new Desk(faultyRounds([round({}, before)])).open();
    model.logContact(['a'], 'no-answer', '2026-12-24');
    expect(model.member('a')).toMatchObject({ due: '2026-12-24' });
    expect(model.member('a').contact).toMatchObject([{ nextTry: '2026-12-24' }]);
    expect(model.state.undoable).toMatchObject({ kind: 'contact', contact: 'no-answer' });
    model.undo();
    expect(model.member('a')).not.toHaveProperty('contact');
    expect(model.member('a').due).toBe('2026-06-01');
    expect(model.state.plan.hasContact).toBe(false);
    model.redo();
    expect(model.member('a').contact).toHaveLength(1);
    expect(model.member('a').due).toBe('2026-12-24');
    expect(() => model.logContact(['a'], 'sent', '2026-02-30')).toThrow(RangeError);
  });

  it('that came of one run of an action, some patients at a time, is taken back as one', async () => {
    const { model } = await new Desk(faultyRounds([round()])).open();
    model.logContact(['e'], 'sent');
    for (const ids of [['a', 'b'], ['c']]) {
      model.logContact(ids, 'sent', undefined, 'run-1');
      model.setStatus(ids, 'to-follow-up', { run: 'run-1' });
    }
    model.logContact(['d'], 'sent', undefined, 'run-2');
    const undone = () => model.undo()?.undone;
    expect(model.state.undoable?.patientIds).toEqual(['d']);
    expect(undone()).toEqual(['d']);
    expect(model.state.undoable).toMatchObject({
      ...{ kind: 'run', run: 'run-1', patientIds: ['a', 'b', 'c'] },
      parts: [
        { kind: 'contact', contact: 'sent', patientIds: ['a', 'b', 'c'] },
        { kind: 'status', status: 'to-follow-up', patientIds: ['a', 'b', 'c'] },
      ],
    });
    for (let turn = 0; turn < 2; turn++) {
      expect(undone()).toEqual(['a', 'b', 'c']);
      for (const id of ['a', 'c']) {
        expect(model.member(id).status).toBe('new');
        expect(model.member(id)).not.toHaveProperty('contact');
      }
      expect(model.state.undoable?.patientIds).toEqual(['e']);
      expect(model.redo()?.undone).toEqual(['a', 'b', 'c']);
      expect(model.member('c')).toMatchObject({ status: 'to-follow-up', contact: [{}] });
    }
    // What comes after something else was done stands for itself.
    model.setNote('a', 'x');
    model.logContact(['f'], 'sent', undefined, 'run-1');
    expect(model.state.undoable?.patientIds).toEqual(['f']);
  });

  it('of which one run says two things one after the other is taken back to what was before both', async () => {
    const { model } = await new Desk(faultyRounds([round()])).open();
    model.setStatus(['a'], 'to-follow-up', { run: 'run-1' });
    model.logContact(['a'], 'no-answer', '2026-12-24', 'run-1');
    model.setStatus(['a'], 'reviewed', { run: 'run-1' });
    expect(model.undo()).toMatchObject({ undone: ['a'], kept: [] });
    expect(model.member('a').status).toBe('new');
    expect(model.member('a')).not.toHaveProperty('due');
    expect(model.redo()).toMatchObject({ undone: ['a'], kept: [] });
    expect(model.member('a')).toMatchObject({ status: 'reviewed', due: '2026-12-24' });
  });

  it('is one where a button is pressed twice within a second, and another where that was later', async () => {
    let second = 0;
    const now = () => `2026-05-02T09:00:0${second}+02:00`;
    const { model } = await new Desk(faultyRounds([round()]), { now }).open();
    model.logContact(['a'], 'no-answer', '2026-12-24');
    model.logContact(['a', 'b'], 'no-answer');
    expect(model.member('a')).toMatchObject({ contact: [{ nextTry: '2026-12-24' }] });
    expect(model.member('b').contact).toHaveLength(1);
    second = 5;
    model.logContact(['a'], 'no-answer');
    expect(model.member('a').contact).toHaveLength(2);
  });

  it('begins a round where none is under way', async () => {
    const { model } = await new Desk(faultyRounds()).open();
    model.logContact(['a'], 'sent');
    expect(model.state.current).toBeDefined();
  });
});

describe('as many attempts as a round may hold', () => {
  const contact = Array.from({ length: 1000 }, (_, at): ContactAttempt => ({
    ...{ outcome: 'sent', at: `2026-01-01T00:00:00.${String(at).padStart(3, '0')}Z`, by: 'CD' },
  }));

  it('are compared and merged, each looked at a few times', () => {
    let looks = 0;
    const log = () =>
      contact.map((each) => ({
        ...each,
        get outcome() {
          looks++;
          return each.outcome;
        },
      }));
    const base: RoundMember = { patientId: 'a', status: 'new', contact: log() };
    const mine: RoundMember = { ...base, contact: [...log().slice(1), talked] };
    const theirs: RoundMember = { ...base, contact: [...log(), tried] };
    expect(sayTheSame(base, { ...base, contact: log() })).toBe(true);
    const { member, disputed } = mergeMembers(base, mine, theirs);
    expect(disputed).toEqual([]);
    // One more, and whoever reads it sets the patient aside.
    expect(member.contact).toHaveLength(1000);
    expect(member.contact?.slice(-2)).toMatchObject([tried, talked]);
    expect(looks).toBeLessThan(20_000);
    const joined = joinMembers(mine, theirs);
    expect(joined.contact).toHaveLength(1000);
    expect(joined.contact).toEqual(expect.arrayContaining([tried, talked]));
  });

  it('give way to a further one, the oldest first', async () => {
    const member: RoundMember = { patientId: 'a', status: 'new', contact };
    const { model } = await new Desk(faultyRounds([round({}, member)])).open();
    model.logContact(['a'], 'called');
    const log = model.member('a').contact ?? [];
    expect(log).toHaveLength(1000);
    expect([log[0], log.at(-1)?.outcome]).toEqual([contact[1], 'called']);
    model.undo();
    expect(model.member('a').contact).toHaveLength(1000);
  });
});

describe('two colleagues', () => {
  it('who try at the same time are both told of, and asked nothing', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })]);
    const me = await new Desk(store).open();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.logContact(['a'], 'no-answer');
    other.model.setStatus(['a'], 'to-follow-up', { note: 'Ring' });
    await other.settled();
    me.model.logContact(['a'], 'called');
    await me.settled();
    expect(me.model.state.conflicts).toEqual([]);
    const member = await stored(store);
    expect(member).toMatchObject({ status: 'to-follow-up', note: 'Ring' });
    expect(member?.contact?.map(({ outcome, by }) => `${by} ${outcome}`).sort()).toEqual([
      ...['AB called', 'CD no-answer'],
    ]);
  });

  it('of whom one takes back the own attempt leave the other’s', async () => {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })]);
    const me = await new Desk(store).open();
    me.model.logContact(['a'], 'called');
    await me.settled();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.logContact(['a'], 'no-answer');
    await other.settled();
    await me.model.refresh();
    me.model.undo();
    await me.settled();
    expect((await stored(store))?.contact).toMatchObject([{ outcome: 'no-answer', by: 'CD' }]);
  });

  it('keep both logs where two rounds become one, and in a conflict that both are kept of', () => {
    const mine: RoundMember = { patientId: 'a', status: 'reviewed', contact: [talked] };
    const theirs: RoundMember = { patientId: 'a', status: 'new', contact: [tried] };
    expect(latestFirst(joinMembers(mine, theirs).contact ?? [])).toEqual([talked, tried]);
    expect(latestFirst(takeIn(mine, theirs).contact ?? [])).toEqual([talked, tried]);
    // In whatever order a store gives them back, they are the same.
    expect(
      sayTheSame(
        { ...mine, contact: [talked, tried] },
        { ...mine, contact: [{ ...tried }, { ...talked }] },
      ),
    ).toBe(true);
  });
});

describe('the next round', () => {
  const contact = [tried];

  it('goes on with whoever was not reviewed, and begins anew with whoever was', () => {
    for (const status of ['new', 'to-follow-up', 'exempt'] as const)
      expect(carryOver({ patientId: 'a', status, contact }).contact).toEqual(contact);
    expect(carryOver({ patientId: 'a', status: 'reviewed', contact })).not.toHaveProperty(
      'contact',
    );
  });
});

describe('what a store gives back', () => {
  const kept = async (contact: unknown) => {
    const member = { patientId: 'a', status: 'to-follow-up', contact } as RoundMember;
    const { model } = await new Desk(faultyRounds([round({}, member)])).open();
    return { contact: model.member('a').contact, problems: model.state.problems };
  };

  it('is kept with what the contract does not know', async () => {
    const own = { ...tried, channel: 'sms' };
    expect(await kept([own])).toEqual({ contact: [own], problems: [] });
    expect((await kept(null)).problems).toEqual([]);
  });

  it.each([
    ['an outcome that nobody knows', [{ ...tried, outcome: 'shouted' }]],
    ['no moment', [{ outcome: 'called' }]],
    ['a day that does not exist', [{ ...tried, nextTry: '2026-02-30' }]],
    ['no list', tried],
    ['more than anybody makes', Array.from({ length: 1001 }, () => tried)],
  ])('is told where it cannot be read: %s', async (_, contact) => {
    const { problems } = await kept(contact);
    expect(problems).toEqual([{ kind: 'rounds', paths: ['/0/members/0/contact'] }]);
  });
});

describe('how far it has come', () => {
  const asOf = '2026-06-01';
  const state = (more: Partial<RoundMember>) =>
    recallOf({ patientId: 'a', status: 'new', ...more }, asOf);

  it('is what is due first, then what came of the latest attempt, then what is due soon', () => {
    expect(state({})).toBe(undefined);
    expect(state({ due: '2026-05-31', contact: [talked] })).toBe('overdue');
    expect(state({ due: asOf })).toBe('due');
    expect(state({ due: '2026-06-15' })).toBe('due-soon');
    expect(state({ due: '2026-06-16' })).toBe(undefined);
    expect(state({ due: '2026-06-16', contact: [tried] })).toBe('invited');
    expect(state({ contact: [talked, tried] })).toBe('answered');
    expect(state({ contact: [tried, talked] })).toBe('answered');
    expect(state({ contact: [{ ...talked, outcome: 'unreachable' }] })).toBe('invited');
  });

  it('is done with whoever is reviewed or exempt, and was to be reached', () => {
    expect(state({ status: 'reviewed', due: '2026-05-31' })).toBe('done');
    expect(state({ status: 'exempt', contact: [tried] })).toBe('done');
    expect(state({ status: 'reviewed' })).toBe(undefined);
  });

  it('follows the moment, whatever its offset, and then the order that they were added in', () => {
    const early = { ...tried, at: '2026-05-03T09:00:00+02:00' };
    const late = { ...talked, at: '2026-05-03T08:30:00Z' };
    expect(latestFirst([late, early])).toEqual([late, early]);
    const same = { ...talked, at: early.at };
    expect(latestFirst([early, same])).toEqual([same, early]);
    const junk = { ...talked, at: 'i går' };
    expect(latestFirst([early, junk])).toEqual([early, junk]);
  });
});
