/** What the user did last in a round is taken back: in the round that is stored, and without touching what others said. */
import { describe, expect, it } from 'vitest';
import type { ClinicAdapter, RoundStore } from '../../../src/adapter/index.ts';
import { RoundModel, type Round, type RoundMember } from '../../../src/model/index.ts';
import { faultyAdapter, faultyRounds } from '../../../src/testing/index.ts';
import { asOf, complete } from '../../engine/build.ts';

const profile = { id: 'dk.demens', version: '1.0.0' };

function round(...members: readonly RoundMember[]): Round {
  return { id: 'dk.demens#1', revision: 1, profile, asOf: '2026-05-01', members };
}

async function open(rounds: RoundStore, user = 'AB'): Promise<RoundModel> {
  const adapter: ClinicAdapter = {
    ...faultyAdapter({ description: { name: 'K', coverage: complete }, patients: [] }),
    rounds,
  };
  const model = new RoundModel({ deadline: 300, firstPause: 5 });
  let time = 0;
  await model.update({
    adapter,
    profile,
    asOf,
    members: ['a', 'b', 'c'],
    undecided: [],
    user,
    now: () => `2026-11-24T10:00:${String(time++).padStart(2, '0')}+01:00`,
  });
  return model;
}

async function stored(model: RoundModel): Promise<void> {
  for (let turn = 0; model.state.pending.count > 0; turn++) {
    if (turn > 200) throw new Error('Never stored.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const listed = async (store: RoundStore) => store.list(profile.id, new AbortController().signal);
const statuses = (model: RoundModel) => ['a', 'b', 'c'].map((id) => model.member(id).status);

describe('taking back what was done last', () => {
  it('there is nothing at first, and a note alone is nothing that is asked about', async () => {
    const model = await open(faultyRounds([round()]));
    expect(model.state.undoable).toBeUndefined();
    model.setNote('a', 'x');
    expect(model.state.undoable).toBeUndefined();
    model.undo();
    expect(model.member('a').note).toBe('x');
  });

  it('a status of many, each to what it was, exemptions with their end and note', async () => {
    const store = faultyRounds([
      round(
        { patientId: 'a', status: 'to-follow-up', note: 'ring' },
        { patientId: 'b', status: 'exempt', note: 'flyttet', exemptUntil: '2027-01-01' },
      ),
    ]);
    const model = await open(store);
    model.setStatus(['a', 'b', 'c'], 'reviewed');
    expect(model.state.undoable).toEqual({
      kind: 'status',
      status: 'reviewed',
      patientIds: ['a', 'b', 'c'],
      endedExemptions: 1,
    });
    await stored(model);
    model.undo();
    await stored(model);
    expect(model.state.undoable).toBeUndefined();
    expect(statuses(model)).toEqual(['to-follow-up', 'exempt', 'new']);
    const [found] = await listed(store);
    expect(found!.members.find(({ patientId }) => patientId === 'b')).toMatchObject({
      status: 'exempt',
      note: 'flyttet',
      exemptUntil: '2027-01-01',
    });
  });

  it('before it is stored', async () => {
    const model = await open(faultyRounds([round()]));
    model.setStatus(['a'], 'reviewed');
    model.undo();
    await stored(model);
    expect(statuses(model)).toEqual(['new', 'new', 'new']);
  });

  it('what was said since of a patient since stays: a note', async () => {
    const model = await open(faultyRounds([round()]));
    model.setStatus(['a', 'b', 'c'], 'reviewed');
    model.setNote('a', 'ny note');
    model.undo();
    expect(statuses(model)).toEqual(['new', 'new', 'new']);
    expect(model.member('a').note).toBe('ny note');
  });

  it('of a patient whom another user has given another status since, that stays', async () => {
    const store = faultyRounds([round()]);
    const [mine, other] = [await open(store), await open(store, 'CD')];
    mine.setStatus(['a', 'b'], 'reviewed');
    await stored(mine);
    await other.refresh();
    other.setStatus(['a'], 'to-follow-up');
    await stored(other);
    await mine.refresh();
    mine.undo();
    await stored(mine);
    expect(statuses(mine)).toEqual(['to-follow-up', 'new', 'new']);
  });

  it('an exemption of a marker that was ended comes back with its reason', async () => {
    const model = await open(
      faultyRounds([
        round({
          patientId: 'a',
          status: 'new',
          exemptions: [{ marker: 'm', note: 'palliativ', until: '2027-01-01' }],
        }),
      ]),
    );
    model.endExemption('a', 'm');
    expect(model.member('a').exemptions).toEqual([]);
    model.undo();
    expect(model.member('a').exemptions).toMatchObject([{ marker: 'm', note: 'palliativ' }]);
  });

  it('only the last thing, once', async () => {
    const model = await open(faultyRounds([round()]));
    model.setStatus(['a'], 'reviewed');
    model.setStatus(['b'], 'to-follow-up');
    model.undo();
    model.undo();
    expect(statuses(model)).toEqual(['reviewed', 'new', 'new']);
  });
});

describe('taking back that a round is finished', () => {
  const ends = async (store: RoundStore) => (await listed(store)).map(({ finished }) => finished);

  it('before it is stored, and after', async () => {
    const store = faultyRounds([round({ patientId: 'a', status: 'reviewed' })]);
    const model = await open(store);
    model.finish();
    model.undo();
    await stored(model);
    expect(await ends(store)).toEqual([undefined]);
    model.finish();
    await stored(model);
    expect(await ends(store)).toEqual([asOf]);
    expect(model.state.current).toBeUndefined();
    expect(model.state.undoable).toEqual({ kind: 'finish', patientIds: [] });
    model.undo();
    await stored(model);
    expect(await ends(store)).toEqual([undefined]);
    expect(model.state.current?.id).toBe('dk.demens#1');
    expect(statuses(model)).toEqual(['reviewed', 'new', 'new']);
  });

  it('while it is under way', async () => {
    const store = faultyRounds([round()]);
    const model = await open(store);
    model.finish();
    await new Promise((resolve) => setTimeout(resolve));
    model.undo();
    await stored(model);
    await model.refresh();
    expect(await ends(store)).toEqual([undefined]);
    expect(model.state.current?.id).toBe('dk.demens#1');
  });

  it('not once the next has begun', async () => {
    const store = faultyRounds([round()]);
    const model = await open(store);
    model.finish();
    model.startNext();
    expect(model.state.undoable).toBeUndefined();
    model.undo();
    await stored(model);
    expect(await ends(store)).toEqual([asOf, undefined]);
  });

  it('a status that was set in it is not taken back out of it', async () => {
    const model = await open(faultyRounds([round()]));
    model.setStatus(['a'], 'reviewed');
    model.finish();
    model.undo();
    expect(statuses(model)).toEqual(['reviewed', 'new', 'new']);
    expect(model.state.undoable).toBeUndefined();
  });
});
