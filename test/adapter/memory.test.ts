import { describe, expect, it, vi } from 'vitest';
import { memoryAdapter, type MemoryOptions, type Round } from '../../src/adapter/index.ts';
import type { RecordsRequest } from '../../src/record/index.ts';
import { complete, patientWith } from '../engine/build.ts';
import { data, everything, patients, readAll, searched, signal } from './stage.ts';

const adapterWith = (options: MemoryOptions = {}) =>
  memoryAdapter(data, { batchSize: 10, ...options });

const read = (options?: MemoryOptions, request?: RecordsRequest, stop?: AbortSignal) =>
  readAll(adapterWith(options), request, stop);

describe('the memory adapter', () => {
  it('streams in batches', async () => {
    expect((await read()).sizes).toEqual([10, 10, 5]);
  });

  it('hands over only the types that are asked for', async () => {
    const { all } = await read({}, { asOf: '2026-11-24', types: { result: {} } });
    expect(Object.keys(all[0] ?? {})).toEqual(['patient', 'results']);
  });

  it('finds one patient, and opens the journal', async () => {
    const openJournal = vi.fn();
    const adapter = adapterWith({ openJournal });
    expect((await adapter.patient('p3', everything, signal))?.patient.id).toBe('p3');
    const numbered = memoryAdapter({
      description: { name: 'K', coverage: complete },
      patients: [patientWith({}, { id: 7 as unknown as string })],
    });
    expect((await numbered.patient('7', everything, signal))?.patient.id).toBe(7);
    expect(await adapter.patient('nobody', everything, signal)).toBe(null);
    await adapter.openJournal({ id: 'p3' }, { from: 'population' });
    expect(openJournal).toHaveBeenCalledWith({ id: 'p3' }, { from: 'population' });
  });

  it('keeps rounds with revisions: an old one is answered with what stands in the way', async () => {
    const { rounds } = adapterWith();
    if (!rounds) throw new Error();
    const round: Round = {
      id: 'r',
      revision: 0,
      profile: { id: 'dk.demens', version: '1.0.0' },
      asOf: '2026-11-24',
      members: [],
    };
    const saved = await rounds.save(round, signal);
    expect(saved).toMatchObject({ saved: true, round: { revision: 1 } });
    expect(await rounds.save(round, signal)).toMatchObject({
      saved: false,
      conflict: { revision: 1 },
    });
    expect(await rounds.list('dk.demens', signal)).toHaveLength(1);
    expect(await rounds.list('other', signal)).toEqual([]);
  });

  it('keeps profiles for the archive', async () => {
    const document = { id: 'a', version: '1.0.0', title: { da: 'A' } };
    const { profiles } = adapterWith({ profiles: [document, null] });
    expect(await profiles?.list(signal)).toEqual([document]);
    expect(await profiles?.load('a', undefined, signal)).toBe(document);
    await expect(profiles?.load('a', '2.0.0', signal)).rejects.toThrow();
  });

  it('gives the newest version that is in force when none is named', async () => {
    const version = (text: string, status?: string) => ({
      id: 'a',
      version: text,
      title: { da: 'A' },
      ...(status ? { status } : {}),
    });
    const newest = version('1.10.0', 'published');
    const { profiles } = adapterWith({
      profiles: [version('1.10.0-rc'), version('1.9.0'), newest, version('2.0.0', 'draft')],
    });
    expect(await profiles?.load('a', undefined, signal)).toBe(newest);
    const drafts = adapterWith({
      profiles: [version('0.1.0', 'draft'), version('0.2.0', 'draft')],
    });
    expect(await drafts.profiles?.load('a', undefined, signal)).toMatchObject({ version: '0.2.0' });
  });

  it('stored rounds change by saving only', async () => {
    const round = roundWith('to-follow-up');
    const { rounds } = adapterWith({ rounds: [round] });
    const [listed] = (await rounds?.list('dk.demens', signal)) ?? [];
    expect(listed).toEqual(round);
    (listed as { revision: number }).revision = 9;
    expect(await rounds?.list('dk.demens', signal)).toEqual([round]);
  });

  it('of two that save at once one wins, and the other is told', async () => {
    const { rounds } = adapterWith({ rounds: [roundWith('new')], delay: 1 });
    const [first, second] = await Promise.all([
      rounds?.save(roundWith('reviewed'), signal),
      rounds?.save(roundWith('exempt'), signal),
    ]);
    expect(first).toMatchObject({ saved: true, round: { revision: 4 } });
    expect(second).toMatchObject({
      saved: false,
      conflict: { revision: 4, members: [{ status: 'reviewed' }] },
    });
  });

  it('nothing is saved by a call that was aborted', async () => {
    const { rounds } = adapterWith({ rounds: [roundWith('new')], delay: 20 });
    const abort = new AbortController();
    const saving = rounds?.save(roundWith('exempt'), abort.signal);
    abort.abort();
    await expect(saving).rejects.toThrow();
    expect(await rounds?.list('dk.demens', signal)).toEqual([roundWith('new')]);
  });

  it('hands over everything when told to', async () => {
    const { all } = await read({ leastData: false }, { asOf: '2026-11-24', types: {} });
    expect(all[0]).toEqual(patients[0]);
  });

  it('takes its time, before each answer and between batches', async () => {
    vi.useFakeTimers();
    try {
      const reading = read({ delay: 100 });
      await vi.advanceTimersByTimeAsync(299);
      const done = vi.fn();
      void reading.then(done);
      await vi.advanceTimersByTimeAsync(0);
      expect(done).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(done).toHaveBeenCalled();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses settings that would lose patients without an error', () => {
    expect(() => adapterWith({ batchSize: 0 })).toThrow(RangeError);
    expect(() => adapterWith({ batchSize: NaN })).toThrow(RangeError);
  });

  it('stops when aborted', async () => {
    const abort = new AbortController();
    const reading = read({ delay: 1000 }, everything, abort.signal);
    abort.abort();
    expect((await reading).error).toBeInstanceOf(Error);
  });
});

function roundWith(status: 'new' | 'to-follow-up' | 'reviewed' | 'exempt'): Round {
  return {
    id: 'r',
    revision: 3,
    profile: { id: 'dk.demens', version: '1.0.0' },
    asOf: '2026-11-24',
    members: [{ patientId: 'p1', status }],
  };
}

describe('a memory adapter over a host that evaluates, or that streams', () => {
  it('streams from a function, anew each time, in batches no larger than asked for', async () => {
    const source = vi.fn(async function* () {
      yield patients.slice(0, 13);
      yield [];
      yield patients.slice(13);
    });
    const adapter = memoryAdapter(
      { description: { name: 'K', coverage: complete }, patients: source },
      { batchSize: 10 },
    );
    for (let time = 0; time < 2; time++) {
      const sizes: number[] = [];
      for await (const batch of adapter.records?.(everything, signal) ?? [])
        sizes.push(batch.length);
      expect(sizes).toEqual([10, 3, 10, 2]);
    }
    expect((await adapter.patient('p20', everything, signal))?.patient.id).toBe('p20');
    expect(source).toHaveBeenCalledTimes(3);
  });

  it('is not upset by entries that are no patients', async () => {
    const adapter = memoryAdapter({
      description: { name: 'K', coverage: complete },
      patients: [null, 'x', {}, { patient: null }, patients[3]] as never,
    });
    for await (const batch of adapter.records?.(everything, signal) ?? [])
      expect(batch).toHaveLength(5);
    expect((await adapter.patient('p3', everything, signal))?.patient.id).toBe('p3');
  });

  it('searches instead of streaming', async () => {
    const adapter = adapterWith({ search: ({ patient }) => patient.id.endsWith('7') });
    expect(adapter.records).toBeUndefined();
    const outcome = await adapter.search?.(searched, signal);
    expect(outcome?.patients).toBe(25);
    expect(outcome?.found.map(({ patient }) => patient.id)).toEqual(['p7', 'p17']);
    expect(Object.keys(outcome?.found[0] ?? {})).toEqual(['patient', 'results']);
  });

  it('says nothing of whom it was asked for', async () => {
    const secret = 'Frida Fiktiv 050542-9968';
    const adapter = adapterWith({ profiles: [] });
    const calls = await Promise.allSettled([
      adapter.patient(secret, everything, signal),
      adapter.openJournal({ id: secret, cpr: secret }, { from: 'cockpit' }),
      adapter.profiles?.load(secret, secret, signal),
    ]);
    const answers = calls.map((call) => (call.status === 'rejected' ? call.reason : call.value));
    expect(calls.map(({ status }) => status)).toContain('rejected');
    for (const answer of answers)
      expect(`${String(answer)} ${JSON.stringify(answer)}`).not.toContain('Frida');
  });
});
