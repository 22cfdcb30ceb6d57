/** A round tells whom a change concerns, and nobody else is looked at again. */
import { expect, it } from 'vitest';
import { memoryAdapter, type Round } from '../../../src/adapter/index.ts';
import { RoundModel, type RoundInputs, type RoundUpdate } from '../../../src/model/index.ts';

const profile = { id: 'dk.test', version: '1.0.0' };
const ids = ['a', 'b', 'c'];

function roundOf(rounds: readonly Round[] = []) {
  const adapter = memoryAdapter(
    { description: { name: 'Klinik', coverage: {} }, patients: [] },
    { rounds },
  );
  const model = new RoundModel({ firstPause: 1 });
  const told: (readonly string[] | 'all')[] = [];
  model.subscribe(({ changed }: RoundUpdate) => {
    told.push(changed === 'all' ? 'all' : [...changed]);
  });
  const inputs: RoundInputs = {
    adapter,
    profile,
    asOf: '2026-11-24',
    members: ids,
    undecided: [],
    user: 'AB',
    now: () => '2026-11-24T10:00:00+01:00',
  };
  return { model, told, inputs, store: adapter.rounds! };
}

/** Everybody of whom something was told since the last time. */
function take(told: (readonly string[] | 'all')[]): readonly string[] | 'all' {
  const all = told.splice(0);
  return all.includes('all') ? 'all' : [...new Set(all.flat())].sort();
}

it('the first look, another population and another day concern everybody', async () => {
  const { model, told, inputs } = roundOf();
  await model.update(inputs);
  expect(take(told)).toBe('all');
  await model.update({ ...inputs, members: ['a', 'b'] });
  expect(take(told)).toBe('all');
  await model.update({ ...inputs, members: ['a', 'b'], asOf: '2026-11-25' });
  expect(take(told)).toBe('all');
});

it('a status concerns its patient, when it is set and when it is stored', async () => {
  const { model, told, inputs } = roundOf();
  await model.update(inputs);
  take(told);
  model.setStatus(['b'], 'reviewed');
  expect(take(told)).toEqual(['b']);
  expect(model.state.counts).toMatchObject({ new: 2, reviewed: 1 });
  await model.retry();
  expect(take(told)).toEqual(['b']);
  expect(model.member('b').pending).toBe(false);
  model.setNote('b', 'Ring');
  model.setStatus(['c'], 'to-follow-up');
  expect(take(told)).toEqual(['b', 'c']);
  expect(model.state.counts).toMatchObject({ new: 1, reviewed: 1, 'to-follow-up': 1 });
});

it('what others have stored concerns the patients they changed', async () => {
  const { model, told, inputs, store } = roundOf();
  await model.update(inputs);
  model.setStatus(['a'], 'reviewed');
  await model.retry();
  take(told);
  const { signal } = new AbortController();
  const [stored] = await store.list(profile.id, signal);
  const members = stored!.members.map((member) =>
    member.patientId === 'c' ? { ...member, status: 'exempt' as const } : member,
  );
  await store.save({ ...stored!, members }, signal);
  await model.refresh();
  expect(take(told)).toEqual(['c']);
  expect(model.state.counts).toMatchObject({ new: 1, reviewed: 1, exempt: 1 });
});

it('a conflict concerns its patient, until it is settled', async () => {
  const { model, told, inputs, store } = roundOf();
  await model.update(inputs);
  model.setStatus(['a', 'b'], 'reviewed');
  await model.retry();
  take(told);
  const { signal } = new AbortController();
  const [stored] = await store.list(profile.id, signal);
  const members = stored!.members.map((member) =>
    member.patientId === 'a' ? { ...member, note: 'Deres' } : member,
  );
  await store.save({ ...stored!, members }, signal);
  model.setNote('a', 'Min');
  await model.retry();
  expect(take(told)).toEqual(['a']);
  expect(model.state.conflicts).toHaveLength(1);
  model.resolve('a', 'theirs');
  expect(take(told)).toEqual(['a']);
});

it('who came since the last round stays the same as long as nobody comes or leaves', async () => {
  const last: Round = {
    id: 'dk.test#1',
    revision: 1,
    profile,
    asOf: '2026-01-01',
    finished: '2026-02-01',
    members: [
      { patientId: 'a', status: 'reviewed' },
      { patientId: 'gone', status: 'new' },
    ],
  };
  const { model, inputs } = roundOf([last]);
  await model.update(inputs);
  const { since } = model;
  expect([[...since!.came].sort(), since!.left]).toEqual([['b', 'c'], 1]);
  model.setStatus(['b'], 'reviewed');
  expect(model.since).toBe(since);
  await model.retry();
  expect(model.since!.came).toBe(since!.came);
  await model.update({ ...inputs, members: ['a', 'b'] });
  expect([...model.since!.came]).toEqual(['b']);
});
