/** A user logs out while something is not stored: it is stored soon, where it belongs, or forgotten; nothing goes on without end. */
import { expect, it } from 'vitest';
import { memoryAdapter, nextTurn, type RoundStore } from '../../../src/adapter/index.ts';
import { PatientRounds, RoundModel, RoundRepositories } from '../../../src/model/index.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf } from '../../engine/build.ts';
import { listed, profile } from './stage.ts';

const now = () => '2026-11-24T10:00:00+01:00';
const away = new Error('away');

/** A store that counts what is asked of it, and answers as long as it is there. */
function storeOf(isAway: () => boolean) {
  const inner = faultyRounds();
  const calls = { count: 0 };
  const ask = <Answer>(answer: () => Promise<Answer>) => {
    calls.count++;
    return isAway() ? Promise.reject(away) : answer();
  };
  const rounds: RoundStore = {
    list: (id, signal) => ask(() => inner.list(id, signal)),
    save: (sent, signal) => ask(() => inner.save(sent, signal)),
  };
  return { inner, rounds, calls };
}

/** A page with a list and a cockpit; pauses are over at once, and counted. */
function page(rounds: RoundStore) {
  const paused = { milliseconds: 0 };
  const pause = async (length: number) => {
    paused.milliseconds += length;
    await nextTurn();
  };
  const shared = new RoundRepositories({ pause });
  const [list, cockpit] = [
    new RoundModel({}, shared),
    new PatientRounds(() => undefined, {}, shared),
  ];
  const adapter = {
    ...memoryAdapter({ description: { name: 'K', coverage: {} }, patients: [] }),
    rounds,
  };
  const clinic = { adapter, clinicId: 'k', asOf, user: 'AB', now };
  const open = async () => {
    const loaded = list.update({ ...clinic, profile, members: ['a', 'b'], undecided: [] });
    cockpit.update({ ...clinic, profiles: [profile], given: list });
    await loaded;
  };
  /** As the elements do, in their order. */
  const logOut = () => {
    const nothing = { adapter: undefined, clinicId: undefined, asOf, user: undefined, now };
    void list.update({ ...nothing, profile: undefined, members: [], undecided: [] });
    list.logOut();
    cockpit.dispose();
    cockpit.update({ ...nothing, profiles: [] });
    cockpit.logOut();
  };
  return { shared, list, paused, open, logOut };
}

async function turns(count = 200): Promise<void> {
  for (let turn = 0; turn < count; turn++) await nextTurn();
}

it('what is under way gets to its end by its own store, and nothing is kept', async () => {
  const { inner, rounds } = storeOf(() => false);
  const { shared, list, open, logOut } = page(rounds);
  await open();
  list.setNote('a', 'Ring');
  logOut();
  expect(shared.isUnsaved).toBe(true);
  await turns();
  expect((await listed(inner))[0]!.members).toMatchObject([{ patientId: 'a', note: 'Ring' }, {}]);
  expect([shared.all, list.isUnsaved]).toEqual([[], false]);
});

it('what a store refuses is tried for some minutes, and then asked and kept no more', async () => {
  let isAway = false;
  const { rounds, calls } = storeOf(() => isAway);
  const { shared, list, paused, open, logOut } = page(rounds);
  await open();
  isAway = true;
  list.setNote('a', 'Ring');
  logOut();
  await turns();
  expect(shared.all).toEqual([]);
  expect(paused.milliseconds).toBeGreaterThan(120_000);
  expect(paused.milliseconds).toBeLessThanOrEqual(300_000);
  const { count } = calls;
  expect(count).toBeLessThan(25);
  await turns();
  expect(calls.count).toBe(count);
});

it('a store that answers again in those minutes has it all', async () => {
  let isAway = false;
  const { inner, rounds, calls } = storeOf(() => isAway && calls.count < 8);
  const { shared, list, open, logOut } = page(rounds);
  await open();
  isAway = true;
  list.setNote('a', 'Ring');
  logOut();
  await turns();
  expect((await listed(inner))[0]!.members).toMatchObject([{ patientId: 'a', note: 'Ring' }, {}]);
  expect(shared.all).toEqual([]);
});

it('whoever logs in to the same clinic meanwhile goes on with it', async () => {
  let isAway = false;
  const { inner, rounds } = storeOf(() => isAway);
  const { list, open, logOut } = page(rounds);
  await open();
  isAway = true;
  list.setNote('a', 'Ring');
  logOut();
  await nextTurn();
  void open();
  await turns();
  expect(list.member('a')).toMatchObject({ note: 'Ring', pending: true });
  isAway = false;
  await list.retry();
  expect((await listed(inner))[0]!.members).toMatchObject([{ note: 'Ring' }, {}]);
});
