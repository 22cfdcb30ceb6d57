/** Who came into a round after it began, and who left: told where it was written, and as unknown where it was not. */
import { describe, expect, it } from 'vitest';
import type { Round } from '../../../src/adapter/index.ts';
import { evaluateRound } from '../../../src/model/index.ts';
import { withPopulation } from '../../../src/model/rounds/presence.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { Desk, listed, round } from './stage.ts';

const later = '2027-01-15';
const muchLater = '2027-05-24';

async function begun(store = faultyRounds(), more: ConstructorParameters<typeof Desk>[1] = {}) {
  const desk = await new Desk(store, more).open();
  desk.model.startNext();
  await desk.settled();
  return { store, desk };
}

const evaluated = ({ model }: Desk) => evaluateRound(model.state.aimed!, model.now()!, ['m']);
const joinedIn = async (store: ReturnType<typeof faultyRounds>) =>
  Object.fromEntries(
    (await listed(store)).at(-1)!.members.map(({ patientId, joined }) => [patientId, joined]),
  );

/** Has the round stored again, on the day that the desk has. */
async function store(desk: Desk) {
  desk.model.setNote('a', `Set ${desk.model.now()!.asOf} ${Math.random()}`);
  await desk.settled();
}

describe('when each came into a round', () => {
  it('is stored: the day it began, or the day on which the list first held the patient', async () => {
    const { store: kept, desk } = await begun();
    expect(await joinedIn(kept)).toEqual({ a: asOf, b: asOf, c: asOf });
    await desk.open({ members: ['a', 'c', 'd'], asOf: later });
    await store(desk);
    expect(await joinedIn(kept)).toEqual({ a: asOf, b: asOf, c: asOf, d: later });
    await desk.open({ members: ['a', 'c', 'd', 'e'], asOf: muchLater });
    await store(desk);
    expect(await joinedIn(kept)).toEqual({ a: asOf, b: asOf, c: asOf, d: later, e: muchLater });
  });

  it('begins anew with the next round', async () => {
    const { store: kept, desk } = await begun();
    desk.model.setStatus(['a', 'b'], 'to-follow-up');
    desk.model.finish();
    await desk.settled();
    await desk.open({ members: ['a', 'c'], asOf: later });
    desk.model.startNext();
    await desk.settled();
    // Of whoever had left before, something is said; in this round the patient never was.
    expect(await joinedIn(kept)).toEqual({ a: later, b: undefined, c: later });
    expect(evaluated(desk)).toMatchObject({ came: [], left: [], unsure: [], before: 2, now: 2 });
  });

  it('is not written where nobody can say it', async () => {
    // An earlier round of an older version, of which nobody wrote it.
    const old = faultyRounds([round({}, { patientId: 'a', status: 'new' })]);
    await store(await new Desk(old).open());
    expect(await joinedIn(old)).toEqual({ a: undefined, b: undefined, c: undefined });
    // A list that was cut short when the round began.
    const cut = await begun(faultyRounds(), { complete: false });
    await cut.desk.open({ complete: true, members: ['a', 'b', 'c', 'd'], asOf: later });
    await store(cut.desk);
    expect(new Set(Object.values(await joinedIn(cut.store)))).toEqual(new Set([undefined]));
    // Whoever could not be decided when the round began may have been in.
    const doubt = await begun(faultyRounds(), { undecided: ['d'] });
    await doubt.desk.open({ undecided: [], members: ['a', 'b', 'c', 'd'], asOf: later });
    await store(doubt.desk);
    expect(await joinedIn(doubt.store)).toEqual({ a: asOf, b: asOf, c: asOf, d: undefined });
    expect(evaluated(doubt.desk)).toMatchObject({ came: [], unsure: ['d'], before: 3, now: 4 });
    // A day before the round began.
    const early = withPopulation(
      round({}, { patientId: 'a', status: 'new', joined: '2026-05-01' }),
      { members: ['a', 'b'], undecided: [], asOf: '2026-04-30' },
      false,
    );
    expect(early.members.map(({ joined }) => joined)).toEqual(['2026-05-01', undefined]);
  });
});

describe('the evaluation', () => {
  it('tells who came and who left since the round began, though that was stored meanwhile', async () => {
    const markers: Record<string, string[]> = { b: ['m'], d: ['m'] };
    const { desk } = await begun(faultyRounds(), { markersOf: (id) => markers[id] ?? [] });
    expect(evaluated(desk)).toMatchObject({ came: [], left: [], unsure: [] });
    await desk.open({ members: ['a', 'c', 'd'], asOf: later });
    expect(evaluated(desk)).toMatchObject({ came: ['d'], left: ['b'], unsure: [] });
    await store(desk);
    expect(evaluated(desk)).toMatchObject({
      ...{ came: ['d'], left: ['b'], unsure: [], before: 3, now: 3 },
      // Those who left had their markers when it began, those who came when they came.
      markers: [{ marker: 'm', before: 2, now: 1, gone: [], set: [] }],
    });
    // Whoever came and left again is neither.
    await desk.open({ members: ['a', 'c'], asOf: muchLater });
    await store(desk);
    expect(evaluated(desk)).toMatchObject({ came: [], left: ['b'], before: 3, now: 2 });
    // Whoever comes back has never left.
    await desk.open({ members: ['a', 'b', 'c'] });
    expect(evaluated(desk)).toMatchObject({ came: [], left: [], unsure: [], before: 3, now: 3 });
  });

  it('goes on after the round is finished, and while nobody can decide somebody', async () => {
    const { desk } = await begun();
    desk.model.finish();
    await desk.settled();
    await desk.open({ members: ['a', 'd'], undecided: ['b'], asOf: muchLater });
    expect(evaluated(desk)).toMatchObject({ came: ['d'], left: ['c'], unsure: ['b'] });
  });

  it('says of a round that was begun before this was written that nobody knows who came', async () => {
    const old = round(
      {},
      ...['a', 'b'].map((patientId) => ({ patientId, status: 'new' as const })),
    ) satisfies Round;
    const desk = await new Desk(faultyRounds([old])).open({ members: ['a', 'd'] });
    expect(evaluated(desk)).toMatchObject({ came: undefined, left: ['b'], before: undefined });
  });
});
