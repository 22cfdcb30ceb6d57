import { inspect } from 'node:util';
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

/** Everything of a failure that may be shown, sent, or printed by a console. */
const said = (failure: unknown) =>
  [
    String(failure),
    JSON.stringify(failure),
    (failure as Error).stack,
    inspect(failure, { showHidden: true, getters: false, depth: 9 }),
  ].join(' ');

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
    expect(said(failure)).not.toContain('Frida');
  });

  it('keeps what was thrown for the host that asks', async () => {
    const thrown = new Error(secret);
    const failure = (await settle(
      callAdapter('patient', () => Promise.reject(thrown), options),
    )) as AdapterFailure;
    expect(failure.thrown).toBe(thrown);
    expect(failure.cause).toBe(undefined);
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

  it('waits for ever when told to, and leaves no timer behind', async () => {
    const late = new Promise((resolve) => setTimeout(() => resolve(7), 900_000));
    const call = callAdapter('patient', () => late, { deadline: Infinity });
    expect(await settle(call, 1_000_000)).toEqual({ value: 7 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('an answer or an error that comes too late changes nothing', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const lateAnswer = () => new Promise((resolve) => setTimeout(() => resolve(7), 2000));
    const lateError = () => lateAnswer().then(() => Promise.reject(new Error(secret)));
    for (const late of [lateAnswer, lateError]) {
      const call = callAdapter('patient', late, options);
      expect(await settle(call)).toMatchObject({ kind: 'deadline' });
    }
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(unhandled).not.toHaveBeenCalled();
    process.off('unhandledRejection', unhandled);
  });

  it('a failure of the adapter’s own keeps its kind, not its words', async () => {
    const own = (kind: AdapterFailure['kind']) => {
      const failure = new AdapterFailure(kind, 'describe');
      failure.message = secret;
      return settle(callAdapter('patient', () => Promise.reject(failure), options));
    };
    const failure = await own('not-supported');
    expect(failure).toMatchObject({ kind: 'not-supported', call: 'patient' });
    expect(said(failure)).not.toContain('Frida');
    // Nobody but us can say that we gave up.
    expect(await own('aborted')).toMatchObject({ kind: 'threw' });
    expect(said(await own(secret as never))).not.toContain('Frida');
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

  it('passes over a batch that is no list, and says so at the end', async () => {
    const { seen, end } = await read(
      adapterWith({
        async *records() {
          yield [someone];
          yield null as never;
          yield [someone, someone];
        },
      }),
    );
    expect(seen).toEqual([1, 2]);
    expect(end).toMatchObject({ kind: 'junk', call: 'records' });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'junk'],
    ['null', null, 'junk'],
    ['a list of batches', [[someone]], 'junk'],
    ['an iterator of nothing', { [Symbol.asyncIterator]: () => null }, 'junk'],
    ['a step that is none', { [Symbol.asyncIterator]: () => ({ next: () => null }) }, 'junk'],
    [
      'a step that throws when it is read',
      {
        [Symbol.asyncIterator]: () => ({
          next: () => ({
            get done() {
              throw new Error(secret);
            },
          }),
        }),
      },
      'threw',
    ],
    [
      'an iterator that throws at once',
      {
        [Symbol.asyncIterator]: () => {
          throw new Error(secret);
        },
      },
      'threw',
    ],
  ])('%s for a stream is contained', async (_, stream, kind) => {
    const { seen, end } = await read(adapterWith({ records: () => stream as never }));
    expect(seen).toEqual([]);
    expect(end).toBeInstanceOf(AdapterFailure);
    expect(end).toMatchObject({ kind, call: 'records' });
    expect(said(end)).not.toContain('Frida');
  });

  it('waits for a stream that is promised', async () => {
    const promised = (stream: Promise<unknown>) =>
      read(adapterWith({ records: () => stream as never }));
    async function* stream() {
      yield [someone];
    }
    expect((await promised(Promise.resolve(stream()))).seen).toEqual([1]);
    expect((await promised(Promise.reject(new Error(secret)))).end).toMatchObject({
      kind: 'threw',
    });
  });

  it('hands on nothing that comes after the abort', async () => {
    const outer = new AbortController();
    const adapter = adapterWith({
      async *records() {
        yield [someone];
        outer.abort();
        yield [someone, someone];
      },
    });
    const { seen, end } = await read(adapter, outer.signal);
    expect(seen).toEqual([1]);
    expect(end).toMatchObject({ kind: 'aborted' });
  });

  it('tells the adapter when the reader leaves, and only then asks it to stop', async () => {
    let told: AbortSignal | undefined;
    const stop = vi.fn(() => Promise.resolve({ done: true as const, value: undefined }));
    const streaming = (batches: number) =>
      adapterWith({
        records: (_, signal) => {
          told = signal;
          return {
            [Symbol.asyncIterator]: () => ({
              next: () => Promise.resolve({ done: batches-- <= 0, value: [someone] }),
              return: stop,
            }),
          };
        },
      });
    const leaving = (async () => {
      for await (const batch of streamBatches(streaming(9), request, options))
        if (batch.length > 0) break;
    })();
    await settle(leaving);
    expect(told?.aborted).toBe(true);
    expect(stop).toHaveBeenCalledOnce();
    // A stream that came to its own end needs no telling.
    expect((await read(streaming(2))).seen).toEqual([1, 1]);
    expect(stop).toHaveBeenCalledOnce();
  });

  it('lets the page breathe between batches, though the adapter does not', async () => {
    const turns: string[] = [];
    setTimeout(() => turns.push('page'));
    const adapter = adapterWith({
      async *records() {
        yield [someone];
        yield [someone];
      },
    });
    const run = (async () => {
      for await (const batch of streamBatches(adapter, request, options))
        turns.push(`batch of ${batch.length}`);
    })();
    await settle(run);
    expect(turns).toEqual(['batch of 1', 'page', 'batch of 1']);
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
        unusable: [
          '/name',
          '/coverage/result',
          '/coverage/service/from',
          '/patients',
          '/sources/1',
        ],
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

  it('takes null as absent, and misses nothing that is right', async () => {
    const answer = {
      name: 'K',
      patients: null,
      coverage: {
        result: {
          available: true,
          from: '2020-01-01',
          source: 'lab',
          updated: '2026-11-24',
          staleAfter: 'P2W',
          systems: ['NPU'],
        },
        service: null,
      },
      sources: [
        {
          id: 'lab',
          title: { da: 'Laboratorium', en: 'Laboratory' },
          types: ['result'],
          available: true,
          updated: '2026-11-24T06:00+01:00',
        },
        {
          id: 'kommune',
          title: { da: 'Kommune' },
          types: [],
          gives: { da: 'plejeydelser', en: 'care services' },
          available: false,
        },
      ],
      may: { export: false, print: true, openJournal: null },
    };
    const { name, sources } = answer;
    expect(await describeAs(answer)).toEqual({
      value: {
        unusable: [],
        description: {
          name,
          coverage: { result: answer.coverage.result },
          sources,
          may: { export: false, print: true },
        },
      },
    });
  });

  it.each<[string, object, string[], object]>([
    ['no coverage', { coverage: null }, ['/coverage'], { coverage: {} }],
    [
      'a misspelt type',
      { coverage: { medications: {} } },
      ['/coverage/medications'],
      { coverage: { medication: { available: false } } },
    ],
    [
      'coverage that does not say whether',
      { coverage: { result: { available: 'ja', source: 5, updated: 5 } } },
      ['/coverage/result/source', '/coverage/result/available', '/coverage/result/updated'],
      { coverage: { result: { available: false } } },
    ],
    ['sources that are no list', { sources: 'lab' }, ['/sources'], { sources: [] }],
    ['a source without title', { sources: [{ id: 'lab' }] }, ['/sources/0'], { sources: [] }],
    [
      'a permission that is no yes or no',
      { may: { export: 'false' } },
      ['/may/export'],
      { may: { export: false } },
    ],
    [
      'permissions that are none',
      { may: [] },
      ['/may'],
      { may: { openJournal: false, print: false, export: false } },
    ],
    ['half a patient', { patients: 0.5 }, ['/patients'], {}],
    ['a user with initials', { user: 'AB' }, [], { user: 'AB' }],
    ['a user that is a number', { user: 7 }, ['/user'], {}],
  ])('%s', async (_, part, unusable, kept) => {
    const settled = await describeAs({ name: 'K', coverage: {}, ...part });
    expect(settled).toMatchObject({ value: { unusable, description: kept } });
  });

  it('names no key and no value of the adapter’s own', async () => {
    const settled = await describeAs({
      name: 'K',
      coverage: { [secret]: { available: secret }, result: secret },
      patients: secret,
      sources: [secret, { [secret]: secret }],
      may: { [secret]: true, print: secret },
      [secret]: secret,
    });
    expect(settled).toHaveProperty('value.unusable');
    expect(JSON.stringify(settled)).not.toContain('Frida');
  });

  it('an answer that throws when it is read is contained', async () => {
    const trap = {
      get name(): string {
        throw new Error(secret);
      },
    };
    const failure = await describeAs(trap);
    expect(failure).toMatchObject({ kind: 'threw', call: 'describe' });
    expect(said(failure)).not.toContain('Frida');
  });
});
