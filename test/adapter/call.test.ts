import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AdapterFailure,
  callAdapter,
  describeClinic,
  streamBatches,
  type ClinicAdapter,
} from '../../src/adapter/index.ts';

/** A name that must never turn up in anything that the library says. */
const secret = 'Frida Fiktiv 050542-9968';
const request = { asOf: '2026-11-24', types: {} };
const options = { deadline: 1000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const adapterWith = (part: Partial<ClinicAdapter>): ClinicAdapter => ({
  describe: () => Promise.resolve({ name: 'K', coverage: {} }),
  patient: () => Promise.reject(new Error()),
  openJournal: () => undefined,
  ...part,
});

/** Settles a promise to its value or its failure, letting fake time pass. */
async function settle(promise: Promise<unknown>, milliseconds = 5000): Promise<unknown> {
  const settled = promise.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return settled;
}

describe('callAdapter', () => {
  it.each<[string, () => unknown, string]>([
    [
      'throws at once',
      () => {
        throw new Error(secret);
      },
      'threw',
    ],
    ['rejects', () => Promise.reject(new Error(secret)), 'threw'],
    ['rejects with a text', () => Promise.reject(secret), 'threw'],
    ['never answers', () => new Promise(() => undefined), 'deadline'],
  ])('%s', async (_, run, kind) => {
    const failure = await settle(callAdapter('patient', run, options));
    expect(failure).toBeInstanceOf(AdapterFailure);
    expect(failure).toMatchObject({ kind, call: 'patient' });
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain('Frida');
  });

  it('keeps what was thrown for the host, out of every enumeration', async () => {
    const cause = new Error(secret);
    const failure = (await settle(
      callAdapter('patient', () => Promise.reject(cause), options),
    )) as AdapterFailure;
    expect(failure.cause).toBe(cause);
    expect(Object.keys(failure)).not.toContain('cause');
  });

  it('tells the adapter when its answer is no longer wanted', async () => {
    let seen: AbortSignal | undefined;
    await settle(
      callAdapter(
        'patient',
        (signal) => {
          seen = signal;
          return new Promise(() => undefined);
        },
        options,
      ),
    );
    expect(seen?.aborted).toBe(true);
  });

  it('aborts from outside, also before it began', async () => {
    const outer = new AbortController();
    const call = callAdapter('patient', () => new Promise(() => undefined), {
      ...options,
      signal: outer.signal,
    });
    outer.abort();
    expect(await settle(call)).toMatchObject({ kind: 'aborted' });
    expect(
      await settle(callAdapter('patient', () => 1, { ...options, signal: outer.signal })),
    ).toMatchObject({ kind: 'aborted' });
  });

  it('an answer in time is the answer', async () => {
    expect(await settle(callAdapter('patient', () => Promise.resolve(7), options))).toEqual({
      value: 7,
    });
  });
});

describe('streamBatches', () => {
  async function read(adapter: ClinicAdapter, signal?: AbortSignal) {
    const seen: number[] = [];
    const run = (async () => {
      for await (const batch of streamBatches(adapter, request, {
        ...options,
        ...(signal ? { signal } : {}),
      }))
        seen.push(batch.length);
    })();
    const end = await settle(run);
    return { seen, end };
  }
  const someone = { patient: { id: 'p', name: secret, birthDate: '', sex: 'female' as const } };

  it('hands on what came before the stream broke', async () => {
    const { seen, end } = await read(
      adapterWith({
        async *records() {
          yield [someone];
          yield [someone, someone];
          throw new Error(secret);
        },
      }),
    );
    expect(seen).toEqual([1, 2]);
    expect(end).toMatchObject({ kind: 'threw', call: 'records' });
    expect(String(end)).not.toContain('Frida');
  });

  it('leaves a stream that hangs half-way', async () => {
    const { seen, end } = await read(
      adapterWith({
        async *records() {
          yield [someone];
          await new Promise(() => undefined);
        },
      }),
    );
    expect(seen).toEqual([1]);
    expect(end).toMatchObject({ kind: 'deadline' });
  });

  it.each([null, 7, 'junk', {}])('a batch of %j ends it as junk', async (batch) => {
    const { end } = await read(
      adapterWith({
        async *records() {
          yield batch as never;
        },
      }),
    );
    expect(end).toMatchObject({ kind: 'junk' });
  });

  it('a stream that cannot be stopped troubles nobody', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const outer = new AbortController();
    const adapter = adapterWith({
      records: () => ({
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise<never>(() => undefined),
          return: () => Promise.reject(new Error(secret)),
        }),
      }),
    });
    setTimeout(() => outer.abort(), 10);
    expect((await read(adapter, outer.signal)).end).toMatchObject({ kind: 'aborted' });
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(unhandled).not.toHaveBeenCalled();
    process.off('unhandledRejection', unhandled);
  });

  it('an adapter without the call says so', async () => {
    expect((await read(adapterWith({}))).end).toMatchObject({ kind: 'not-supported' });
  });
});

describe('describeClinic', () => {
  const describeAs = (answer: unknown) =>
    settle(
      describeClinic(adapterWith({ describe: () => Promise.resolve(answer as never) }), options),
    );

  it.each([null, undefined, 7, 'x', []])('%j is junk', async (answer) => {
    expect(await describeAs(answer)).toMatchObject({ kind: 'junk', call: 'describe' });
  });

  it('keeps what can be used and names the rest', async () => {
    const answer = {
      name: 5,
      patients: -1,
      coverage: {
        diagnosis: { available: true },
        result: 'yes',
        service: { available: true, from: 'engang' },
      },
      sources: [{ id: 'J', title: { da: 'J' }, types: [], available: true }, 'x'],
    };
    expect(await describeAs(answer)).toEqual({
      value: {
        unusable: ['/name', '/coverage/result', '/patients', '/sources'],
        description: {
          name: '',
          // Coverage that cannot be read counts as missing.
          coverage: {
            diagnosis: { available: true },
            result: { available: false },
            service: { available: false },
          },
          sources: [answer.sources[0]],
        },
      },
    });
  });
});
