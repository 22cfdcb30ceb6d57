import { describe, expect, it, vi } from 'vitest';
import { memoryAdapter, type MemoryOptions, type Round } from '../../src/adapter/index.ts';
import type { PatientRecords, RecordsRequest } from '../../src/record/index.ts';
import { complete, patientWith } from '../engine/build.ts';

const everything: RecordsRequest = {
  asOf: '2026-11-24',
  types: { diagnosis: {}, medication: {}, result: {}, service: {}, appointment: {}, referral: {} },
};
const signal = new AbortController().signal;
const patients = Array.from({ length: 25 }, (_, index) => patientWith({}, { id: `p${index}` }));

const adapterWith = (options: MemoryOptions = {}) =>
  memoryAdapter(
    { description: { name: 'K', coverage: complete, patients: 25 }, patients },
    { batchSize: 10, ...options },
  );

async function read(options?: MemoryOptions, request = everything, stop = signal) {
  const batches: (readonly PatientRecords[])[] = [];
  const stream = adapterWith(options).records?.(request, stop);
  if (!stream) throw new Error();
  let error: unknown;
  try {
    for await (const batch of stream) batches.push(batch);
  } catch (thrown) {
    error = thrown;
  }
  return { sizes: batches.map((batch) => batch.length), all: batches.flat(), error };
}

describe('the memory adapter', () => {
  it('streams in batches', async () => {
    expect((await read()).sizes).toEqual([10, 10, 5]);
  });

  it('hands over only the types that are asked for', async () => {
    const { all } = await read({}, { asOf: '2026-11-24', types: { result: {} } });
    expect(Object.keys(all[0] ?? {})).toEqual(['patient', 'results']);
  });

  it('shows every face', async () => {
    expect((await read({ cutAfter: 12 })).sizes).toEqual([10, 2]);
    const broken = await read({ throwAfter: 12 });
    expect(broken.sizes).toEqual([10, 2]);
    expect(broken.error).toBeInstanceOf(Error);
    expect((await read({ failAt: 'records' })).error).toBeInstanceOf(Error);
    const { all } = await read({ missing: ['diagnosis'] });
    expect(all[0]).not.toHaveProperty('diagnoses');
    const description = await adapterWith({ missing: ['diagnosis'] }).describe(signal);
    expect(description.coverage.diagnosis).toEqual({ available: false });
    const junk = await read({ junk: 3 });
    expect(junk.sizes).toEqual([13, 10, 5]);
    expect(junk.all[0]).toMatchObject({ diagnoses: [{ from: '2026-02-30' }], results: [42] });
  });

  it('fails only so many times, so that a retry succeeds', async () => {
    const adapter = adapterWith({ failAt: 'describe', failTimes: 1 });
    await expect(adapter.describe(signal)).rejects.toThrow();
    await expect(adapter.describe(signal)).resolves.toMatchObject({ name: 'K' });
  });

  it('hangs when told to, and stops when aborted', async () => {
    const answered = vi.fn();
    void adapterWith({ hang: 'patient' })
      .patient('p1', everything, signal)
      .then(answered, answered);
    const abort = new AbortController();
    const reading = read({ delay: 1000 }, everything, abort.signal);
    abort.abort();
    expect((await reading).error).toBeInstanceOf(Error);
    expect(answered).not.toHaveBeenCalled();
  });

  it('finds one patient, and opens the journal', async () => {
    const openJournal = vi.fn();
    const adapter = adapterWith({ openJournal });
    expect((await adapter.patient('p3', everything, signal)).patient.id).toBe('p3');
    await expect(adapter.patient('nobody', everything, signal)).rejects.toThrow('No such patient.');
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
});
