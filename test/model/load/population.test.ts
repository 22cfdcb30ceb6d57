import { describe, expect, it, vi } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { type ClinicAdapter } from '../../../src/adapter/index.ts';
import { reportFindings } from '../../../src/model/load/report-findings.ts';
import { faultyAdapter, type FaultyOptions } from '../../../src/testing/index.ts';
import {
  PopulationModel,
  describeProblem,
  type PopulationInputs,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const secret = 'Frida Fiktiv';
const patients = [
  patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] }, { id: 'a', name: secret }),
  patientWith({ medications: [{ code: 'N06DA02', from: '2022-04-02' }] }, { id: 'b' }),
  patientWith({}, { id: 'c' }),
];
const adapterWith = (options: FaultyOptions = {}, count = patients.length) =>
  faultyAdapter(
    { description: { name: 'K', coverage: complete, patients: count }, patients },
    { batchSize: 2, ...options },
  );
const other = { ...demens, id: 'dk.anden' };

const inputs = (more: Partial<PopulationInputs> = {}): PopulationInputs => ({
  adapter: adapterWith(),
  profiles: [demens],
  asOf,
  ...more,
});

async function loaded(more: Partial<PopulationInputs> = {}, deadline = 200) {
  const model = new PopulationModel({ deadline });
  await model.update(inputs(more));
  return model;
}

describe('a population list’s life', () => {
  it('goes from loading to ready, telling how far it is', async () => {
    const model = new PopulationModel();
    const seen: string[] = [];
    model.subscribe(() =>
      seen.push(`${model.state.phase} ${model.state.progress?.received ?? '-'}`),
    );
    await model.update(inputs());
    expect(seen).toEqual([
      'empty -',
      'loading -',
      'loading 0',
      'loading 2',
      'loading 3',
      'ready -',
    ]);
    expect(model.state.loaded?.population.members).toEqual(['a', 'b']);
    expect(model.state.problems).toEqual([]);
  });

  it('without adapter or profile there is nothing to show', async () => {
    expect((await loaded({ adapter: undefined })).state.phase).toBe('empty');
    expect((await loaded({ profiles: [] })).state.phase).toBe('empty');
  });

  it.each(['2026-02-30', '24-11-2026', 'i dag'])(
    '%s is no date: an error, never another day',
    async (date) => {
      const model = await loaded();
      await model.update(inputs({ asOf: date }));
      expect(model.state).toMatchObject({
        phase: 'failed',
        loaded: undefined,
        problems: [{ kind: 'date' }],
      });
      expect(reportFindings(model.state.findings)).toEqual([
        { kind: 'unusable', field: 'asOf', count: 1 },
      ]);
      await model.update(inputs());
      expect(model.state.phase).toBe('ready');
    },
  );

  it('one profile in the place of the list is that profile; none is none', async () => {
    expect((await loaded({ profiles: demens as never })).state.phase).toBe('ready');
    expect((await loaded({ profiles: undefined as never })).state.phase).toBe('empty');
  });

  it('loads once for all profiles: another one is there at once', async () => {
    const adapter = adapterWith();
    const records = vi.spyOn(adapter, 'records');
    const both = [demens, other];
    const model = await loaded({ adapter, profiles: both });
    await model.update(inputs({ adapter, profiles: both, profileId: 'dk.anden' }));
    expect(model.state.loaded?.population.profile.id).toBe('dk.anden');
    expect(records).toHaveBeenCalledTimes(1);
  });

  it('an invalid profile shows its errors, and the previous list stays', async () => {
    const adapter = adapterWith();
    const bad = { ...demens, id: 'dk.forkert', codes: {} };
    const both = [demens, bad];
    const model = await loaded({ adapter, profiles: both });
    await model.update(inputs({ adapter, profiles: both, profileId: 'dk.forkert' }));
    expect(model.state.profileErrors[0]).toMatchObject({ code: 'unknown-codes' });
    expect(model.state.loaded?.population.profile.id).toBe('dk.demens');
    await model.update(inputs({ adapter, profiles: both }));
    expect(model.state.profileErrors).toEqual([]);
  });

  it('a newer update wins over an older one under way', async () => {
    const model = new PopulationModel();
    const slow = model.update(inputs({ adapter: adapterWith({ delay: 50 }) }));
    await model.update(inputs({ asOf: '2020-01-01' }));
    await slow;
    expect(model.state.loaded?.population.asOf).toBe('2020-01-01');
    expect(model.state.phase).toBe('ready');
  });

  it('another clinic’s list never stands in for this one’s', async () => {
    const model = await loaded();
    const update = model.update(inputs({ adapter: adapterWith({ hang: 'records' }) }));
    expect(model.state.phase).toBe('loading');
    expect(model.state.loaded).toBeUndefined();
    await update;
    expect(model.state.phase).toBe('failed');
  });
});

describe('what is missing is said, and can be tried again', () => {
  it.each<[string, FaultyOptions, string, number, object[]]>([
    [
      'describe fails',
      { failAt: 'describe' },
      'failed',
      0,
      [{ kind: 'call', call: 'describe', reason: 'threw' }],
    ],
    [
      'describe hangs',
      { hang: 'describe' },
      'failed',
      0,
      [{ kind: 'call', call: 'describe', reason: 'deadline' }],
    ],
    [
      'records fail',
      { failAt: 'records' },
      'failed',
      0,
      [{ kind: 'call', call: 'records', reason: 'threw' }],
    ],
    [
      'records hang',
      { hang: 'records' },
      'failed',
      0,
      [{ kind: 'call', call: 'records', reason: 'deadline' }],
    ],
    ['cut short', { cutAfter: 1 }, 'ready', 1, [{ kind: 'cut-short', received: 1, expected: 3 }]],
    [
      'breaks half-way',
      { throwAfter: 2 },
      'ready',
      2,
      [
        { kind: 'call', call: 'records', reason: 'threw' },
        { kind: 'cut-short', received: 2, expected: 3 },
      ],
    ],
    [
      'a source is missing',
      { missing: ['medication'] },
      'ready',
      1,
      [{ kind: 'missing-source', types: ['medication'] }],
    ],
    ['junk', { junk: 1 }, 'ready', 2, [{ kind: 'rejected', records: 3, patients: 2 }]],
  ])('%s', async (_, options, phase, members, problems) => {
    const { state } = await loaded({ adapter: adapterWith(options) }, 60);
    expect(state.phase).toBe(phase);
    expect(state.loaded?.population.members.length ?? 0).toBe(members);
    expect(state.problems).toEqual(problems);
    for (const problem of state.problems)
      for (const language of ['da', 'en'] as const)
        expect(describeProblem(problem, language)).not.toContain('Frida');
  });

  it('a patient who comes twice does not make up for one who is missing', async () => {
    const adapter: ClinicAdapter = {
      ...adapterWith(),
      async *records() {
        yield patients.slice(0, 2);
        yield patients.slice(1, 2);
      },
    };
    const { state } = await loaded({ adapter });
    expect(state.loaded?.population.members).toEqual(['a', 'b']);
    expect(state.problems).toContainEqual({ kind: 'cut-short', received: 2, expected: 3 });
  });

  it.each([
    ['more than it said', 2, [{ kind: 'miscounted', came: 3, promised: 2 }]],
    ['some where it said none', 0, [{ kind: 'miscounted', came: 3, promised: 0 }]],
    ['none where it said some', 5, [{ kind: 'cut-short', received: 0, expected: 5 }]],
    ['as many as it said', 3, []],
  ])('the stream has %s', async (what, promised, problems) => {
    const adapter = adapterWith();
    const { state } = await loaded({
      adapter: {
        ...adapter,
        describe: async (signal) => ({ ...(await adapter.describe(signal)), patients: promised }),
        async *records() {
          yield what.startsWith('none') ? [] : patients;
        },
      },
    });
    expect(state.phase).toBe('ready');
    expect(state.problems.filter(({ kind }) => kind !== 'rejected')).toEqual(problems);
  });

  it.each([
    ['fewer than there are', { patients: 2 }, [{ kind: 'miscounted', came: 2, promised: 3 }]],
    ['more than there are', { patients: 9 }, [{ kind: 'miscounted', came: 9, promised: 3 }]],
    ['fewer than it found', { patients: 0 }, [{ kind: 'miscounted', came: 1, promised: 0 }]],
    ['all of them', { patients: 3 }, []],
  ])('the host searched %s', async (_, { patients: searched }, problems) => {
    const { records: __, ...adapter } = adapterWith();
    const search = () => Promise.resolve({ patients: searched, found: patients.slice(0, 1) });
    const { state } = await loaded({ adapter: { ...adapter, search } });
    expect(state.problems).toEqual(problems);
    for (const problem of state.problems)
      expect(describeProblem(problem, 'da')).toContain('Et af tallene er forkert');
  });

  it('with the source of medication missing the third patient cannot be determined', async () => {
    const { state } = await loaded({ adapter: adapterWith({ missing: ['medication'] }) });
    expect(state.loaded?.population.undecided).toEqual(['b', 'c']);
  });

  it('a retry that succeeds clears the problems', async () => {
    const model = await loaded({ adapter: adapterWith({ failAt: 'records', failTimes: 1 }) });
    expect(model.state.phase).toBe('failed');
    await model.retry();
    expect(model.state).toMatchObject({ phase: 'ready', problems: [] });
  });

  it('a reload that fails keeps the list, and says it is from before', async () => {
    let broken = false;
    const good = adapterWith();
    const adapter: ClinicAdapter = {
      ...good,
      describe: (signal) => (broken ? Promise.reject(new Error(secret)) : good.describe(signal)),
    };
    const model = await loaded({ adapter });
    broken = true;
    await model.retry();
    expect(model.state.loaded?.population.members).toEqual(['a', 'b']);
    expect(model.state.problems).toEqual([
      { kind: 'call', call: 'describe', reason: 'threw' },
      { kind: 'stale' },
    ]);
  });

  it('a host that searches itself is asked for the profile, and what it found is explained', async () => {
    const { records: _, ...without } = adapterWith();
    const search = vi.fn(() =>
      Promise.resolve({ patients: 7000, found: [patients[0] ?? patientWith()] }),
    );
    const { state } = await loaded({ adapter: { ...without, search } });
    expect(state.loaded?.population.members).toEqual(['a']);
    expect(state.loaded?.patients).toBe(7000);
    expect(search).toHaveBeenCalledTimes(1);
  });
});
