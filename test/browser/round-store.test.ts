/** The demo journal's storage of rounds, in a real browser's database. */
import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { journalActions } from '../../fixtures/journal/actions.ts';
import { empty, lazyDatabase, type JournalDatabase } from '../../fixtures/journal/database.ts';
import { storedRounds } from '../../fixtures/journal/round-store.ts';
import {
  ActionRun,
  RoundModel,
  type HostAction,
  type Round,
  type RoundInputs,
} from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { asOf, until } from './stage.ts';

const name = 'rounds under test';
const signal = new AbortController().signal;
const profile = { id: 'dk.demens', version: '1.0.0' };
const round: Round = { id: 'r', revision: 0, profile, asOf, members: [] };
const opened: (() => Promise<JournalDatabase>)[] = [];

/** One tab's own connection. */
function tab() {
  const open = lazyDatabase(name);
  opened.push(open);
  return { open, rounds: storedRounds(open) };
}

async function desk(user: string) {
  const { rounds } = tab();
  const model = new RoundModel({ firstPause: 5 });
  const inputs: RoundInputs = {
    adapter: {
      ...faultyAdapter({ description: { name: 'K', coverage: {} }, patients: [] }),
      rounds,
    },
    profile,
    asOf,
    members: ['a', 'b'],
    undecided: [],
    user,
    now: () => '2026-11-24T10:00:00+01:00',
  };
  await model.update(inputs);
  return model;
}

const quiet = (model: RoundModel) => until('stored', () => model.state.pending.count === 0);

afterEach(async () => {
  for (const open of opened.splice(0)) (await open()).close();
  await deleteDB(name);
});

describe('rounds in IndexedDB', () => {
  it('are there again after everything is closed', async () => {
    const first = tab();
    await first.rounds.save(round, signal);
    (await first.open()).close();
    const again = tab();
    expect(await again.rounds.list('dk.demens', signal)).to.deep.equal([{ ...round, revision: 1 }]);
    expect(await again.rounds.list('dk.kol', signal)).to.deep.equal([]);
    await empty(await again.open());
    expect(await again.rounds.list('dk.demens', signal)).to.deep.equal([]);
  });

  it('of many tabs that save the same revision at once, one succeeds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        tab().rounds.save(
          { ...round, members: [{ patientId: `p${index}`, status: 'new' }] },
          signal,
        ),
      ),
    );
    expect(answers.filter(({ saved }) => saved)).to.have.length(1);
    const [stored] = await tab().rounds.list('dk.demens', signal);
    for (const answer of answers)
      expect(answer.saved ? answer.round : answer.conflict).to.deep.equal(stored);
  });

  it('two users: different patients merge, the same patient is a conflict until one chooses', async () => {
    const [one, other] = await Promise.all([desk('AB'), desk('CD')]);
    one.setStatus(['a'], 'reviewed');
    other.setStatus(['b'], 'to-follow-up', { note: 'Ring' });
    await Promise.all([quiet(one), quiet(other)]);
    await Promise.all([one.refresh(), other.refresh()]);
    expect(one.member('b')).to.include({ note: 'Ring', by: 'CD' });
    expect(one.state.conflicts).to.have.length(0);
    other.setNote('a', 'din');
    await quiet(other);
    one.setNote('a', 'min');
    await quiet(one);
    expect(one.state.conflicts).to.have.length(1);
    one.resolve('a', 'both');
    await quiet(one);
    const [stored] = await tab().rounds.list('dk.demens', signal);
    const note = stored?.members.find(({ patientId }) => patientId === 'a')?.note;
    expect(note).to.equal('din\nmin');
  });
});

describe('the journal’s actions', () => {
  it('leave a task for each patient that they did it for, once', async () => {
    const { open } = tab();
    const actions = journalActions(
      {
        list: async () => (await open()).getAll('tasks'),
        add: async (tasks) => {
          for (const task of tasks) await (await open()).add('tasks', task);
        },
      },
      'AB',
      () => '2026-11-24T10:00:00+01:00',
    );
    const patients = Array.from({ length: 12 }, (_, index) => ({ id: `p${index}` }));
    const tryOut = async (action: HostAction) => {
      const run = new ActionRun(action, patients, { from: 'population' }, { key: 'first' });
      await run.start();
      const { ok, failed } = run.state.counts;
      expect(ok + failed).to.equal(12);
      if (action.id === 'message') expect(failed).to.be.greaterThan(0);
      const again = (key: string) =>
        new ActionRun(action, patients, { from: 'population' }, { key }).start();
      const kept = async () =>
        (await (await open()).getAll('tasks')).filter(({ kind }) => kind === action.id).length;
      await again('first');
      expect(await kept(), 'the same run again').to.equal(ok);
      await again('second');
      // What says something is said again by another run; nobody stands in a queue twice.
      expect(await kept(), 'another run').to.equal(action.fields ? 2 * ok : ok);
    };
    await Promise.all(actions.map(tryOut));
  });
});
