/** Who is to see to whom, and by when: set, stored, taken back, merged with what a colleague says, and carried on. */
import { describe, expect, it } from 'vitest';
import type { Round, RoundMember } from '../../../src/adapter/index.ts';
import { choicesFor, nameAssignee, openTasks, ownIds } from '../../../src/model/index.ts';
import { mergeMembers, sayTheSame } from '../../../src/model/rounds/fields.ts';
import { carryOver } from '../../../src/model/rounds/members.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf, complete } from '../../engine/build.ts';
import { Desk, listed, round } from './stage.ts';

const anne = { id: 'AB', name: 'Anne Bendtsen' };
const mette = { id: 'MK', name: 'Mette Kjær' };

async function stored(store: Parameters<typeof listed>[0], id = 'a') {
  const [first] = await listed(store);
  return first?.members.find(({ patientId }) => patientId === id);
}

describe('who is to see to a patient, and by when', () => {
  it('is stored as it was named, and is nobody and no day again', async () => {
    const store = faultyRounds([round()]);
    const { model } = await new Desk(store).open();
    model.assign(['a', 'b'], anne);
    model.setDue(['a'], '2026-12-24');
    await model.retry();
    expect(await stored(store)).toMatchObject({ assignee: anne, due: '2026-12-24', by: 'AB' });
    expect(await stored(store, 'b')).toMatchObject({ assignee: anne });
    model.assign(['a'], undefined);
    model.setDue(['a'], '');
    await model.retry();
    expect(await stored(store)).not.toHaveProperty('assignee');
    expect(await stored(store)).not.toHaveProperty('due');
  });

  it('is no day that does not exist', async () => {
    const { model } = await new Desk(faultyRounds([round()])).open();
    expect(() => model.setDue(['a'], '2026-02-30')).toThrow(RangeError);
  });

  it('begins a round where none is under way', async () => {
    const { model } = await new Desk(faultyRounds()).open();
    model.assign(['a'], anne);
    expect(model.state.current).toBeDefined();
  });

  it('is counted by whoever it is, those to be seen to apart, and nobody outside the population', async () => {
    const { model } = await new Desk(
      faultyRounds([
        round(
          {},
          { patientId: 'a', status: 'new', assignee: anne },
          { patientId: 'b', status: 'reviewed', assignee: anne },
          { patientId: 'gone', status: 'new', assignee: anne, due: '2026-12-24' },
          { patientId: 'c', status: 'exempt', exemptUntil: '2020-01-01', assignee: mette },
        ),
      ]),
    ).open();
    const { plan } = model.state;
    expect(plan.assigned.get('AB')).toEqual({ assignee: anne, count: 2, open: 1 });
    // Whose exemption has ended is to be followed up.
    expect(plan.assigned.get('MK')).toMatchObject({ count: 1, open: 1 });
    expect([plan.hasAssigned, plan.hasDue]).toEqual([true, true]);
    expect(openTasks(plan, ['AB', 'MK', 'AB', 'XX'])).toBe(2);
    model.setStatus(['a'], 'reviewed');
    expect(openTasks(model.state.plan, ['AB'])).toBe(0);
  });

  it('is late from the day after, until it is done, and of nobody outside the population', async () => {
    const desk = await new Desk(
      faultyRounds([
        round(
          {},
          { patientId: 'a', status: 'new', due: '2026-01-01' },
          { patientId: 'b', status: 'reviewed', due: '2026-01-01' },
          { patientId: 'c', status: 'to-follow-up', due: asOf },
          { patientId: 'gone', status: 'new', due: '2026-01-01' },
        ),
      ]),
    ).open();
    const { model } = desk;
    expect(model.state.plan.overdue).toBe(1);
    model.setDue(['c'], '2026-01-01');
    expect(model.state.plan.overdue).toBe(2);
    model.setStatus(['a', 'c'], 'reviewed');
    expect(model.state.plan.overdue).toBe(0);
    model.setStatus(['a', 'b'], 'to-follow-up');
    expect(model.state.plan.overdue).toBe(2);
  });

  it('is taken back and done again, by its name', async () => {
    const { model } = await new Desk(faultyRounds([round()])).open();
    model.assign(['a', 'b'], anne);
    expect(model.state.undoable).toMatchObject({ kind: 'assignee', assignee: anne });
    model.setDue(['a'], '2026-12-24');
    expect(model.state.undoable).toMatchObject({ kind: 'due', due: '2026-12-24' });
    model.undo();
    model.undo();
    expect(model.member('a')).not.toHaveProperty('due');
    expect(model.member('b')).not.toHaveProperty('assignee');
    model.redo();
    expect(model.member('b').assignee).toEqual(anne);
    expect(model.member('a')).not.toHaveProperty('due');
  });
});

describe('two colleagues at one patient', () => {
  async function two() {
    const store = faultyRounds([round({}, { patientId: 'a', status: 'new' })]);
    const me = await new Desk(store).open();
    const other = await new Desk(store, { user: 'CD' }).open();
    return { store, me, other };
  }

  it('who change different things are not asked: both stand', async () => {
    const { store, me, other } = await two();
    other.model.setStatus(['a'], 'to-follow-up', { note: 'Ring' });
    other.model.assign(['a'], mette);
    await other.settled();
    me.model.setDue(['a'], '2026-12-24');
    await me.settled();
    expect(me.model.state.conflicts).toEqual([]);
    expect(await stored(store)).toMatchObject({
      ...{ status: 'to-follow-up', note: 'Ring', assignee: mette, due: '2026-12-24', by: 'AB' },
    });
  });

  it.each([
    ['mine', anne],
    ['theirs', mette],
  ] as const)('who assign it to two are asked of that alone: %s', async (choice, chosen) => {
    const { store, me, other } = await two();
    other.model.assign(['a'], mette);
    other.model.setStatus(['a'], 'reviewed');
    await other.settled();
    me.model.setDue(['a'], '2026-12-24');
    me.model.assign(['a'], anne);
    await me.settled();
    expect(me.model.state.conflicts).toMatchObject([{ fields: ['assignee'] }]);
    me.model.resolve('a', choice);
    await me.settled();
    expect(await stored(store)).toMatchObject({
      ...{ assignee: chosen, due: '2026-12-24', status: 'reviewed' },
    });
    expect(me.model.state.conflicts).toEqual([]);
  });

  it('keep what was assigned through a conflict about the status that is taken back', async () => {
    const { store, me, other } = await two();
    other.model.setStatus(['a'], 'to-follow-up');
    await other.settled();
    me.model.assign(['a'], anne);
    me.model.setStatus(['a'], 'reviewed');
    await me.settled();
    expect(me.model.state.conflicts).toMatchObject([{ fields: ['status'] }]);
    me.model.undo();
    await me.settled();
    expect(me.model.state.conflicts).toEqual([]);
    expect(await stored(store)).toMatchObject({ status: 'to-follow-up', assignee: anne });
  });

  it('who both name one person under two names agree', async () => {
    const { me, other } = await two();
    other.model.assign(['a'], { id: 'AB', name: 'A. Bendtsen' });
    await other.settled();
    me.model.assign(['a'], anne);
    await me.settled();
    expect(me.model.state.conflicts).toEqual([]);
  });
});

describe('merging', () => {
  const base: RoundMember = { patientId: 'a', status: 'new' };

  it('keeps what a store of another version holds, and signs it with whoever changed it', () => {
    const theirs = { ...base, due: '2026-12-24', by: 'CD', own: 7 };
    const mine = { ...base, assignee: anne, by: 'AB', at: '2026-05-01T10:00:00+02:00' };
    expect(mergeMembers(base, mine, theirs)).toEqual({
      disputed: [],
      member: { ...theirs, assignee: anne, by: 'AB', at: '2026-05-01T10:00:00+02:00' },
    });
  });

  it('takes status and note together: a note says why', () => {
    const theirs: RoundMember = { ...base, note: 'Ring' };
    const mine: RoundMember = { ...base, status: 'exempt' };
    expect(mergeMembers(base, mine, theirs).disputed).toEqual(['status', 'note']);
  });
});

describe('a round without either', () => {
  it('says the same as before, and is saved as it came', async () => {
    const old: Round = round({}, { patientId: 'a', status: 'reviewed', note: 'n', by: 'CD' });
    const store = faultyRounds([old]);
    const { model } = await new Desk(store, { members: ['a', 'b'] }).open();
    model.setNote('b', 'ny');
    await model.retry();
    const [member] = (await listed(store))[0]!.members;
    expect(member).toStrictEqual(old.members[0]);
    expect(model.member('a')).not.toHaveProperty('assignee');
    expect(model.state.plan).toMatchObject({ hasAssigned: false, hasDue: false });
  });
});

describe('the next round', () => {
  it('goes on with who sees to whom; a day that was met is not asked for again', () => {
    const said = { patientId: 'a', assignee: anne, due: '2026-12-24' } as const;
    expect(carryOver({ ...said, status: 'reviewed' })).toEqual({
      ...{ patientId: 'a', status: 'new', assignee: anne },
    });
    const open: RoundMember = { ...said, status: 'to-follow-up' };
    expect(carryOver(open)).toEqual(open);
  });
});

describe('the team', () => {
  const team = [
    { ...anne, roles: ['laeger'] },
    { id: 'laeger', name: 'Læger' },
  ];

  it('names who is assigned as it is now, and who is there no longer as then, or by the id', () => {
    expect(nameAssignee({ id: 'AB', name: 'Anne Hansen' }, team)).toBe('Anne Bendtsen');
    expect(nameAssignee(mette, team)).toBe('Mette Kjær');
    expect(nameAssignee({ id: 'XY' }, team)).toBe('XY');
    expect(nameAssignee({ id: 'X\u202e\0Y\u2069' }, team)).toBe('XY');
    expect(choicesFor(mette, team).at(-1)).toEqual(mette);
    expect(choicesFor(anne, team)).toHaveLength(2);
  });

  it('makes the tasks of a role those of whoever has it', () => {
    const clinic = { name: 'K', coverage: complete };
    expect(ownIds({ ...clinic, user: 'AB', team })).toEqual(['AB', 'laeger']);
    expect(ownIds({ ...clinic, user: 'ZZ', team })).toEqual(['ZZ']);
    expect(ownIds({ ...clinic, team })).toEqual([]);
  });

  it('says the same of one under two names', () => {
    const said = (name: string): RoundMember => ({
      ...{ patientId: 'a', status: 'new', assignee: { id: 'AB', name } },
    });
    expect(sayTheSame(said('A'), said('B'))).toBe(true);
  });
});
