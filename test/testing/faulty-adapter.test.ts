import { describe, expect, it, vi } from 'vitest';
import { checkPatient, type RecordsRequest } from '../../src/record/index.ts';
import { faultyAdapter, type FaultyOptions } from '../../src/testing/index.ts';
import { complete, patientWith } from '../engine/build.ts';
import { data, everything, readAll, searched, signal } from '../adapter/stage.ts';

const adapterWith = (options: FaultyOptions = {}) =>
  faultyAdapter(data, { batchSize: 10, ...options });

const read = (options?: FaultyOptions, request?: RecordsRequest, stop?: AbortSignal) =>
  readAll(adapterWith(options), request, stop);

describe('the faults of an adapter', () => {
  it('shows every fault', async () => {
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

  it('fails each call so many times, and other calls not at all', async () => {
    const adapter = adapterWith({
      failAt: new Set(['describe', 'patient'] as const),
      failTimes: 1,
    });
    await expect(adapter.describe(signal)).rejects.toThrow();
    await expect(adapter.patient('p1', everything, signal)).rejects.toThrow();
    await expect(adapter.describe(signal)).resolves.toBeDefined();
    await expect(adapter.patient('p1', everything, signal)).resolves.toBeDefined();
    expect((await read({ failAt: 'describe' })).all).toHaveLength(25);
    const journal = adapterWith({ failAt: 'openJournal' });
    await expect(journal.openJournal({ id: 'p1' }, { from: 'marker' })).rejects.toThrow();
  });

  it('breaks before the first patient and on a batch’s edge', async () => {
    expect(await read({ cutAfter: 0 })).toMatchObject({ sizes: [], error: undefined });
    expect(await read({ throwAfter: 0 })).toMatchObject({ sizes: [], error: expect.any(Error) });
    expect(await read({ throwAfter: 20 })).toMatchObject({
      sizes: [10, 10],
      error: expect.any(Error),
    });
    expect(await read({ throwAfter: 25 })).toMatchObject({ error: expect.any(Error) });
    expect(await read({ cutAfter: 900 })).toMatchObject({ sizes: [10, 10, 5], error: undefined });
  });

  it('goes silent half-way and ignores its signal', async () => {
    const sizes: number[] = [];
    const ended = vi.fn();
    const abort = new AbortController();
    void (async () => {
      for await (const batch of adapterWith({ hangAfter: 12 }).records?.(
        everything,
        abort.signal,
      ) ?? [])
        sizes.push(batch.length);
    })().then(ended, ended);
    await vi.waitFor(() => expect(sizes).toEqual([10, 2]));
    abort.abort();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ended).not.toHaveBeenCalled();
  });

  it.each(['describe', 'records', 'search', 'patient', 'openJournal'] as const)(
    '%s hangs though aborted',
    async (call) => {
      const adapter = adapterWith({
        hang: call,
        ...(call === 'search' ? { search: () => true } : {}),
      });
      const abort = new AbortController();
      const answered = vi.fn();
      const calls = {
        describe: () => adapter.describe(abort.signal),
        records: () => adapter.records?.(everything, abort.signal)[Symbol.asyncIterator]().next(),
        search: () => adapter.search?.(searched, abort.signal),
        patient: () => adapter.patient('p1', everything, abort.signal),
        openJournal: () => adapter.openJournal({ id: 'p1' }, { from: 'marker' }),
      };
      void Promise.resolve(calls[call]()).then(answered, answered);
      abort.abort();
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(answered).not.toHaveBeenCalled();
    },
  );

  it('a missing type stays away, whatever the patient’s own coverage and the junk say', async () => {
    const own = patientWith({ coverage: { result: { available: true, source: 'lab' } } });
    const adapter = faultyAdapter(
      { description: { name: 'K', coverage: {} }, patients: [own] },
      { missing: ['result', 'diagnosis', 'patient'], junk: 1 },
    );
    const found = await adapter.patient('p1', everything, signal);
    expect(found).not.toHaveProperty('results');
    expect(found).not.toHaveProperty('diagnoses');
    expect(found?.coverage).toMatchObject({ result: { available: false, source: 'lab' } });
    const { coverage } = await adapter.describe(signal);
    expect(coverage).toMatchObject({
      diagnosis: { available: false },
      patient: { available: false },
    });
  });

  it('mixes in bad records of what is asked for only, the same for the stream and the cockpit', async () => {
    const request: RecordsRequest = { asOf: '2026-11-24', types: { medication: {} } };
    const { all } = await read({ junk: 2 }, request);
    expect(all).toHaveLength(27);
    expect(Object.keys(all[0] ?? {})).toEqual(['patient', 'medications']);
    expect(all[1]).toMatchObject({ medications: [{ from: '2024-05-02', to: '2024-05-01' }] });
    expect(await adapterWith({ junk: 2 }).patient('p1', request, signal)).toEqual(all[1]);
    expect((await read({ junk: 2 }, request)).all).toEqual(all);
  });

  it('every bad record is set aside, none is mistaken for a good one', async () => {
    const { all } = await read({ junk: 8 });
    for (const each of all.slice(0, 8)) expect(checkPatient(each).rejected).toHaveLength(2);
  });

  it('a slow source is not covered until the clinic is described again', async () => {
    const result = { code: 'NPU1', at: '2026-01-01', value: 1 };
    const adapter = faultyAdapter(
      {
        description: {
          name: 'K',
          coverage: complete,
          sources: [{ id: 'lab', title: { da: 'Lab' }, types: ['result'], available: true }],
        },
        patients: [patientWith({ results: [{ ...result, source: 'lab' }, result] })],
      },
      { slowSources: ['lab'] },
    );
    const first = await adapter.describe(signal);
    expect(first.coverage.result).toEqual({ available: false });
    expect(first.sources).toMatchObject([{ available: false }]);
    expect((await adapter.patient('p1', everything, signal))?.results).toEqual([result]);
    const second = await adapter.describe(signal);
    expect(second.coverage.result).toEqual({ available: true });
    expect(second.sources).toMatchObject([{ available: true }]);
    expect((await adapter.patient('p1', everything, signal))?.results).toHaveLength(2);
  });

  it('fails to search', async () => {
    const failing = adapterWith({ search: () => true, failAt: 'search' });
    await expect(failing.search?.(searched, signal)).rejects.toThrow();
  });

  it('says nothing of whom it was asked for', async () => {
    const secret = 'Frida Fiktiv 050542-9968';
    const each: FaultyOptions[] = [{ failAt: 'patient' }, { failAt: 'openJournal' }];
    for (const options of each) {
      const adapter = adapterWith(options);
      const calls = await Promise.allSettled([
        adapter.patient(secret, everything, signal),
        adapter.openJournal({ id: secret, cpr: secret }, { from: 'cockpit' }),
        adapter.profiles?.load(secret, secret, signal),
      ]);
      const reasons = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []));
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons)
        expect(`${String(reason)} ${JSON.stringify(reason)}`).not.toContain('Frida');
    }
  });

  it('refuses a slow source that is not described', () => {
    expect(() => adapterWith({ slowSources: ['lab'] })).toThrow(RangeError);
  });
});
