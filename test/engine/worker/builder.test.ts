/** The page's side, word by word: what it sends, how long it waits, and what it believes. */
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clinic, WorkerBuilder, type Port } from '../../../src/engine/index.ts';
import type { Delivery, Order } from '../../../src/engine/worker/messages.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { patientWith } from '../build.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The other end is the test itself. */
class TestPort implements Port {
  readonly sent: Order[] = [];
  readonly listeners = new Map<string, (event: Event) => void>();
  start? = vi.fn();

  postMessage(message: unknown, transfer: readonly Transferable[]): void {
    // The page keeps what it sends: it may have to do the work itself.
    expect(transfer).toEqual([]);
    this.sent.push(message as Order);
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.set(type, listener);
  }

  removeEventListener(type: string, listener: (event: Event) => void): void {
    if (this.listeners.get(type) === listener) this.listeners.delete(type);
  }

  say(data: unknown): void {
    this.listeners.get('message')?.(Object.assign(new Event('message'), { data }));
  }

  /** Word that batches up to `through` were taken in, and are all there. */
  answer(through: number, more: Partial<Delivery> = {}): void {
    const { load } = this.sent[0]!;
    this.say({ load, through, codes: [], details: [], unidentified: [], ...more });
  }

  get kinds(): readonly string[] {
    return this.sent.map(({ kind }) => kind);
  }
}

const batches = ['a', 'b', 'c'].map((id) => [patientWith({}, { id })]);
const [a, b, c] = batches as [PatientRecords[], PatientRecords[], PatientRecords[]];

function started(deadline = 60_000) {
  const port = new TestPort();
  const abort = new AbortController();
  const builder = new WorkerBuilder({}, port, { deadline, signal: abort.signal });
  return { port, abort, builder };
}

/** Whether a promise has come to its end yet. */
function watch(promise: Promise<unknown>): () => Promise<boolean> {
  let isDone = false;
  void promise.then(() => (isDone = true));
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return isDone;
  };
}

describe('what it sends', () => {
  it('two batches at most are on their way; the last columns are waited for', async () => {
    const { port, builder } = started();
    expect(port.start).toHaveBeenCalledOnce();
    expect(await watch(builder.add(a))()).toBe(true);
    const second = watch(builder.add(b));
    expect(await second()).toBe(false);
    port.answer(0);
    expect(await second()).toBe(true);
    const end = watch(builder.finish());
    port.answer(0);
    expect(await end()).toBe(false);
    port.answer(2);
    expect(await end()).toBe(true);
    expect(port.kinds).toEqual(['batch', 'batch', 'end', 'drop']);
    expect(port.sent[1]).toMatchObject({ patients: b });
    expect(new Set(port.sent.map(({ load }) => load)).size).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('each load has a number of its own', async () => {
    const [one, other] = [started(), started()];
    await one.builder.add(a);
    await other.builder.add(a);
    expect(one.port.sent[0]?.load).not.toBe(other.port.sent[0]?.load);
  });

  it('where nothing is left to come, no end is asked for', async () => {
    const { port, builder } = started();
    await builder.add(a);
    port.answer(1);
    expect(await builder.finish()).toEqual([]);
    expect(port.kinds).toEqual(['batch', 'drop']);
  });

  it('a worker needs no start', () => {
    const port = new TestPort();
    delete port.start;
    const { signal } = new AbortController();
    expect(() => new WorkerBuilder({}, port, { deadline: 1, signal })).not.toThrow();
  });

  it('lets go once, and of everything', () => {
    const { port, builder } = started();
    expect([...port.listeners.keys()]).toEqual(['message', 'error', 'messageerror']);
    builder.close();
    builder.close();
    expect(port.kinds).toEqual(['drop']);
    expect(port.listeners.size).toBe(0);
  });

  it('lets go of a worker that is gone', () => {
    const { port, builder } = started();
    port.postMessage = () => {
      throw new Error('gone');
    };
    builder.close();
    expect(port.listeners.size).toBe(0);
  });
});

describe('how long it waits', () => {
  it('a second and a half for the first answer', async () => {
    const { port, builder } = started();
    await builder.add(a);
    const second = watch(builder.add(b));
    await vi.advanceTimersByTimeAsync(1499);
    expect(await second()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await second()).toBe(true);
    // What comes too late is not taken: it will be built here.
    port.answer(2);
    await builder.add(c);
    expect(await builder.finish()).toEqual(batches);
    expect(port.kinds).toEqual(['batch', 'batch', 'drop']);
  });

  it('the deadline for those after it', async () => {
    const { port, builder } = started();
    await builder.add(a);
    port.answer(1);
    await builder.add(b);
    const third = watch(builder.add(c));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await third()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await third()).toBe(true);
    expect(await builder.finish()).toEqual([b, c]);
  });

  it('a deadline that is shorter holds from the first', async () => {
    const { builder } = started(100);
    await builder.add(a);
    const second = watch(builder.add(b));
    await vi.advanceTimersByTimeAsync(100);
    expect(await second()).toBe(true);
  });

  it('no longer than it is wanted, and leaves nobody listening', async () => {
    const { port, builder, abort } = started();
    const removed = vi.spyOn(abort.signal, 'removeEventListener');
    await builder.add(a);
    const second = builder.add(b);
    port.answer(0);
    await second;
    expect(removed.mock.calls).toEqual([['abort', expect.any(Function)]]);
    expect(vi.getTimerCount()).toBe(0);
    const third = expect(builder.add(c)).rejects.toThrow();
    abort.abort();
    await third;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what it believes', () => {
  it('what is said to other loads, or is no delivery, is not for it', async () => {
    const { port, builder } = started();
    await builder.add(a);
    const second = watch(builder.add(b));
    port.say(undefined);
    port.answer(2, {
      load: -1,
      unidentified: [{ type: 'patient', field: 'id', reason: 'missing' }],
    });
    expect(await second()).toBe(false);
    expect(builder.clinic.rejected).toEqual([]);
  });

  it.each(['error', 'messageerror'])('%s: it failed', async (type) => {
    const { port, builder } = started();
    await builder.add(a);
    const second = watch(builder.add(b));
    port.listeners.get(type)?.(new Event(type));
    expect(await second()).toBe(true);
    port.answer(2);
    expect(await builder.finish()).toEqual([a, b]);
  });

  it('the columns that come are the clinic’s', async () => {
    const { port, builder } = started();
    await builder.add(a);
    const source = new Clinic({});
    source.add(a);
    port.answer(1, { segment: source.segments[0]! });
    expect(builder.clinic.ids).toEqual(['a']);
  });

  it('what cannot be sent at all: it failed', async () => {
    const { port, builder } = started();
    port.postMessage = () => {
      throw new DOMException('a function', 'DataCloneError');
    };
    await builder.add(a);
    // What is sent after it would be taken for it.
    const sending = vi.spyOn(port, 'postMessage');
    await builder.add(b);
    expect(sending).not.toHaveBeenCalled();
    expect(await builder.finish()).toEqual([a, b]);
  });

  it('it may fail before it was ever asked', async () => {
    const { port, builder } = started();
    port.listeners.get('error')?.(new Event('error'));
    await builder.add(a);
    expect(port.kinds).toEqual([]);
  });

  it('a batch that has come is let go of, whichever it was', async () => {
    const { port, builder } = started();
    await builder.add(a);
    port.answer(1);
    await builder.add(b);
    const third = builder.add(c);
    port.answer(2);
    await third;
    port.listeners.get('error')?.(new Event('error'));
    expect(await builder.finish()).toEqual([c]);
  });
});

describe('what a copy would lose is not sent', () => {
  class Host {
    readonly available = true;
  }
  const patient = patientWith();
  const foreign: unknown = runInNewContext('({ id: "p1", name: "", birthDate: "", sex: "male" })');
  it.each<[string, unknown, boolean]>([
    ['plain objects', patient, true],
    ['objects of another frame', { ...patient, patient: foreign }, true],
    ['objects without a prototype', Object.assign(Object.create(null), patient), true],
    ['no object', 'junk', true],
    ['null', null, true],
    ['nothing in them', {}, true],
    ['null in them', { patient: null, coverage: null }, true],
    ['one of a class', Object.assign(new Host(), patient), false],
    ['a patient of a class', { ...patient, patient: new Host() }, false],
    ['a coverage of a class', { ...patient, coverage: new Host() }, false],
  ])('%s: sent is %3$s', async (_, supplied, isSent) => {
    const { port, builder } = started();
    const batch = [patient, supplied as PatientRecords];
    await builder.add(batch);
    expect(port.kinds).toEqual(isSent ? ['batch'] : []);
    if (!isSent) expect(await builder.finish()).toEqual([batch]);
  });

  it('nor what comes after it', async () => {
    const { port, builder } = started();
    await builder.add([new Host() as unknown as PatientRecords]);
    await builder.add(b);
    expect(port.kinds).toEqual([]);
    expect(await builder.finish()).toHaveLength(2);
  });
});
