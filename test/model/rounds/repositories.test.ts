/** A list and a cockpit beside it show the same rounds: what is changed in one is seen in the other, and stored once. */
import { expect, it } from 'vitest';
import {
  memoryAdapter,
  nextTurn,
  type ClinicAdapter,
  type Round,
  type RoundStore,
} from '../../../src/adapter/index.ts';
import { PatientRounds, RoundModel, RoundRepositories } from '../../../src/model/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { listed, profile, round } from './stage.ts';

const other = { id: 'dk.diabetes', version: '1.0.0' };
const now = () => '2026-11-24T10:00:00+01:00';

function clinicOf(rounds: RoundStore): ClinicAdapter {
  return {
    ...memoryAdapter({ description: { name: 'K', coverage: {} }, patients: [] }),
    rounds,
  };
}

/** Waits after a failure until the test says so, so that what is not stored stays so. */
function patience() {
  const ends: (() => void)[] = [];
  return {
    pause: (_: number, stop: AbortSignal) =>
      new Promise<void>((resolve) => {
        ends.push(resolve);
        stop.addEventListener('abort', () => resolve());
      }),
    end: () => {
      for (const end of ends.splice(0)) end();
    },
  };
}

/** A page with a list and a cockpit, of clinic `k`. */
function page(rounds: RoundStore, { apart = false } = {}) {
  const adapter = clinicOf(rounds);
  const { pause, end } = patience();
  const shared = new RoundRepositories({ pause });
  const list = apart ? new RoundModel({ pause }) : new RoundModel({}, shared);
  const told = { list: 0, cockpit: 0 };
  list.subscribe(() => (told.list += 1));
  const cockpit = new PatientRounds(() => (told.cockpit += 1), {}, shared);
  const clinic = { adapter, clinicId: 'k', asOf, user: 'AB', now };
  return {
    ...{ shared, list, cockpit, told, adapter, end },
    openList: (more: object = {}) =>
      list.update({ ...clinic, profile, members: ['a', 'b'], undecided: [], ...more }),
    openCockpit: (more: object = {}) =>
      cockpit.update({ ...clinic, profiles: [profile, other], ...more }),
  };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await nextTurn();
}

const noteIn = async (store: RoundStore) => {
  const rounds: readonly Round[] = await listed(store);
  return rounds.flatMap(({ members }) => members.flatMap(({ note }) => note ?? []));
};

it('what is written in the cockpit before the list is there is seen in the list, and tried again from it', async () => {
  const store = faultyRounds([], { failSaves: 1 });
  const { list, cockpit, openList, openCockpit } = page(store);
  openCockpit();
  cockpit.of(profile.id)!.setNote('a', 'Ring');
  await turns();
  expect(await noteIn(store)).toEqual([]);
  await openList();
  // The failure comes to the list as well, with the note.
  openCockpit({ given: list });
  expect(cockpit.of(profile.id)).toBe(list);
  expect(list.member('a')).toMatchObject({ note: 'Ring', pending: true });
  await list.retry();
  expect(list.state).toMatchObject({ pending: { count: 0 }, conflicts: [] });
  expect(await noteIn(store)).toEqual(['Ring']);
});

it('what is written in the cockpit of another profile is counted, and tried again, in the list', async () => {
  const store = faultyRounds([], { failSaves: 1 });
  const { list, cockpit, openList, openCockpit } = page(store);
  await openList();
  openCockpit({ given: list });
  cockpit.of(other.id)!.setNote('a', 'Ring');
  expect(list.state.pending.count).toBe(1);
  await turns();
  expect(list.state.pending.problem).toMatchObject({ call: 'rounds' });
  expect(list.isUnsaved).toBe(true);
  await list.retry();
  expect(list.state.pending.count).toBe(0);
});

it('tried again by the user, it is sent at once, though the store has to be asked first', async () => {
  let isAway = true;
  const inner = faultyRounds();
  const away = new Error('away');
  const store: RoundStore = {
    list: (id, signal) => (isAway ? Promise.reject(away) : inner.list(id, signal)),
    save: (sent, signal) => (isAway ? Promise.reject(away) : inner.save(sent, signal)),
  };
  const { list, openList } = page(store);
  await openList();
  list.setNote('a', 'Ring');
  await turns();
  isAway = false;
  await list.retry();
  expect(list.state.pending.count).toBe(0);
  expect(await noteIn(store)).toEqual(['Ring']);
  // Not answered for, and the store cannot be asked either.
  list.setNote('a', 'Ring i morgen');
  isAway = true;
  await turns();
  expect(list.state.pending).toMatchObject({ isUnknown: true });
  isAway = false;
  await list.retry();
  expect(await noteIn(store)).toEqual(['Ring i morgen']);
});

it('what one writes over the other is no conflict, though it is not stored', async () => {
  const store = faultyRounds([], { failSaves: 1 });
  const { list, cockpit, openList, openCockpit, told } = page(store);
  openCockpit();
  const own = cockpit.of(profile.id)!;
  own.setNote('a', 'Ring');
  await openList();
  told.cockpit = 0;
  list.setNote('a', 'Ring i morgen');
  expect(own.member('a').note).toBe('Ring i morgen');
  expect(told.cockpit).toBeGreaterThan(0);
  told.list = 0;
  own.setStatus(['a'], 'to-follow-up');
  expect(list.member('a')).toMatchObject({ status: 'to-follow-up', note: 'Ring i morgen' });
  expect(told.list).toBeGreaterThan(0);
  await list.retry();
  expect(list.state).toMatchObject({ pending: { count: 0 }, conflicts: [] });
  expect(await noteIn(store)).toEqual(['Ring i morgen']);
});

it('who is in the population is what the list says, whoever stores', async () => {
  const store = faultyRounds([round({}, { patientId: 'gone', status: 'new' })]);
  const { cockpit, shared, openList, openCockpit } = page(store);
  await openList();
  openCockpit();
  cockpit.of(profile.id)!.setNote('a', 'Ring');
  await turns();
  expect(shared.isUnsaved).toBe(false);
  const [stored] = await listed(store);
  expect(stored).toMatchObject({ undecided: [] });
  expect(stored!.members).toMatchObject([
    { patientId: 'gone', left: true },
    { patientId: 'a', note: 'Ring' },
    { patientId: 'b' },
  ]);
});

it('rounds stay as long as someone shows them', async () => {
  const { list, cockpit, shared, openList, openCockpit, adapter } = page(faultyRounds());
  await openList();
  openCockpit();
  await turns();
  expect(shared.all).toHaveLength(2);
  cockpit.dispose();
  expect(shared.all.map(({ inputs }) => inputs.profile.id)).toEqual([profile.id]);
  // Another profile of the same clinic: the one before is there when it is chosen again.
  await openList({ profile: other });
  expect(shared.all).toHaveLength(2);
  await openList({ profile: undefined });
  expect(shared.all).toHaveLength(2);
  await openList({ clinicId: 'k2' });
  expect(shared.all.map(({ origin }) => origin)).toEqual([{ adapter, clinicId: 'k2' }]);
  await openList({ adapter: undefined });
  expect(shared.all).toEqual([]);
  list.dispose();
});

it('rounds that nobody shows any more go on being stored, and then are gone', async () => {
  const store = faultyRounds([], { failSaves: 1 });
  const { cockpit, shared, openCockpit, end } = page(store);
  openCockpit();
  cockpit.of(profile.id)!.setNote('a', 'Ring');
  cockpit.dispose();
  await turns();
  expect(cockpit.isUnsaved).toBe(true);
  expect(shared.all.map(({ inputs }) => inputs.profile.id)).toEqual([profile.id]);
  end();
  await turns();
  expect(await noteIn(store)).toEqual(['Ring']);
  expect(cockpit.isUnsaved).toBe(false);
  expect(shared.all).toEqual([]);
});

it('a conflict waits for the user, though nobody shows it', async () => {
  let others = 1;
  const store = faultyRounds([], {
    meanwhile: (stored) =>
      others-- > 0
        ? { ...stored, members: [{ patientId: 'a', status: 'reviewed', note: 'Set' }] }
        : undefined,
  });
  const { cockpit, shared, openCockpit } = page(store);
  openCockpit();
  await turns();
  cockpit.of(profile.id)!.setNote('a', 'Ring');
  await turns();
  cockpit.dispose();
  expect(shared.isUnsaved).toBe(true);
  openCockpit();
  const again = cockpit.of(profile.id)!;
  expect(again.member('a').conflict).toMatchObject({ mine: { note: 'Ring' } });
  again.resolve('a', 'both');
  await turns();
  cockpit.dispose();
  expect(shared.all).toEqual([]);
  expect(await noteIn(store)).toEqual(['Set\nRing']);
});

it("a list that keeps its rounds apart takes over when what was written in the cockpit's is stored", async () => {
  const store = faultyRounds([], { failSaves: 1 });
  const { list, cockpit, openList, openCockpit } = page(store, { apart: true });
  openCockpit();
  cockpit.of(profile.id)!.setNote('a', 'Ring');
  await turns();
  await openList();
  openCockpit({ given: list });
  const own = cockpit.of(profile.id)!;
  expect(own.member('a').note).toBe('Ring');
  await own.retry();
  await list.refresh();
  expect(cockpit.of(profile.id)).toBe(list);
  expect(list.member('a').note).toBe('Ring');
});

it('a model that is done with no longer stops what others show, nor hears of it', async () => {
  const store = faultyRounds();
  const { list, cockpit, openList, openCockpit, told } = page(store);
  await openList();
  openCockpit();
  await turns();
  list.dispose();
  told.list = 0;
  cockpit.of(profile.id)!.setNote('a', 'Ring');
  await turns();
  expect(told.list).toBe(0);
  expect(await noteIn(store)).toEqual(['Ring']);
});
