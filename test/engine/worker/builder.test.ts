/** The page's side, word by word: what it sends, how long it waits, and what it believes. */
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clinic, WorkerBuilder } from '../../../src/engine/index.ts';
import type { Delivery, Order } from '../../../src/engine/worker/messages.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { patientWith } from '../build.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MessageChannel', TestChannel);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** One end of which the other is the test itself. */
class TestEnd {
  readonly sent: unknown[] = [];
  readonly transferred: Transferable[] = [];
  readonly listeners = new Map<string, (event: Event) => void>();
  start? = vi.fn();
  close = vi.fn();

  postMessage(message: unknown, transfer: readonly Transferable[] = []): void {
    this.sent.push(message);
    this.transferred.push(...transfer);
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.set(type, listener);
  }

  removeEventListener(type: string, listener: (event: Event) => void): void {
    if (this.listeners.get(type) === listener) this.listeners.delete(type);
  }
}

/** The page's end of a load's channel. */
class TestPort extends TestEnd {
  /** Word that batches up to `through` were taken in, and are all there. */
  answer(through: number, more: Partial<Delivery> = {}): void {
    // The page keeps what it sends: it may have to do the work itself.
    expect(this.transferred).toEqual([]);
    const data: Delivery = { through, codes: [], details: [], unidentified: [], ...more };
    this.listeners.get('message')?.(Object.assign(new Event('message'), { data }));
  }

  get kinds(): readonly string[] {
    return (this.sent as Order[]).map(({ kind }) => kind);
  }
}

class TestChannel {
  readonly port1 = new TestPort();
  readonly port2 = { of: this.port1 };
}

const batches = ['a', 'b', 'c'].map((id) => [patientWith({}, { id })]);
const [a, b, c] = batches as [PatientRecords[], PatientRecords[], PatientRecords[]];

function started(deadline = 60_000, worker = new TestEnd()) {
  const abort = new AbortController();
  const builder = new WorkerBuilder({}, worker, { deadline, signal: abort.signal });
  const [{ port: other }] = worker.sent as [{ port: TestChannel['port2'] }];
  return { worker, port: other.of, abort, builder };
}

/** Ends a load; answers what the page is to do itself. */
async function leftOf(builder: WorkerBuilder) {
  await builder.finish();
  return builder.handBack();
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
    const { worker, port, builder } = started();
    expect([worker.start, port.start].map((start) => start?.mock.calls.length)).toEqual([1, 1]);
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
    expect(vi.getTimerCount()).toBe(0);
  });

  it('each load has a channel of its own, of which the worker is sent the other end', () => {
    const worker = new TestEnd();
    const [one, other] = [started(1, worker), started(1, worker)];
    const ends = (worker.sent as { kind: string; port: unknown }[]).map(({ port }) => port);
    expect(worker.sent).toMatchObject([{ kind: 'open' }, { kind: 'open' }]);
    expect(worker.transferred).toEqual(ends);
    expect(ends[0]).not.toBe(ends[1]);
    expect([one.port.start, other.port.start]).toEqual([expect.anything(), expect.anything()]);
  });

  it('copies: an adapter may use its arrays again', async () => {
    const { port, builder } = started();
    const diagnoses = [{ code: 'P70', from: '2020-01-01' }];
    const patient = patientWith({ diagnoses }, { id: 'a' });
    const expected = structuredClone(patient);
    const batch = [patient];
    await builder.add(batch);
    batch[0] = patientWith({}, { id: 'another' });
    diagnoses.length = 0;
    (patient as { patient: { id: string } }).patient.id = 'another';
    expect(port.sent[0]).toMatchObject({ patients: [expected] });
    expect(builder.handBack()).toEqual([[expected]]);
    expect(builder.hasFailed).toBe(true);
  });

  it('where nothing is left to come, no end is asked for', async () => {
    const { port, builder } = started();
    await builder.add(a);
    port.answer(1);
    expect(await leftOf(builder)).toEqual([]);
    expect(port.kinds).toEqual(['batch', 'drop']);
  });

  it('a worker needs no start', () => {
    const worker = new TestEnd();
    delete worker.start;
    expect(() => started(1, worker)).not.toThrow();
  });

  it('lets go once, and of everything', () => {
    const { worker, port, builder } = started();
    expect([...port.listeners.keys()]).toEqual(['message', 'messageerror']);
    expect([...worker.listeners.keys()]).toEqual(['error']);
    builder.close();
    builder.close();
    expect(port.kinds).toEqual(['drop']);
    expect(port.close).toHaveBeenCalledOnce();
    expect([port.listeners.size, worker.listeners.size]).toEqual([0, 0]);
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
    expect(await leftOf(builder)).toEqual(batches);
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
    expect(await leftOf(builder)).toEqual([b, c]);
  });

  it.each([Infinity, 2 ** 31])('without end where the deadline is %s', async (deadline) => {
    const { port, builder } = started(deadline);
    await builder.add(a);
    port.answer(1);
    await builder.add(b);
    const third = watch(builder.add(c));
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(await third()).toBe(false);
    port.answer(2);
    expect(await third()).toBe(true);
    expect(builder.hasFailed).toBe(false);
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
  it.each(['error', 'messageerror'])('%s: it failed', async (type) => {
    const { worker, port, builder } = started();
    await builder.add(a);
    const second = watch(builder.add(b));
    (type === 'error' ? worker : port).listeners.get(type)?.(new Event(type));
    expect(await second()).toBe(true);
    expect(builder.hasFailed).toBe(true);
    port.answer(2);
    expect(await leftOf(builder)).toEqual([a, b]);
  });

  it('what takes no port along: it failed, and is asked nothing', async () => {
    const worker = new TestEnd();
    worker.postMessage = () => {
      throw new DOMException('a port', 'DataCloneError');
    };
    const { signal } = new AbortController();
    const builder = new WorkerBuilder({}, worker, { deadline: 1, signal });
    await builder.add(a);
    expect(await leftOf(builder)).toEqual([a]);
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
    expect(await leftOf(builder)).toEqual([a, b]);
  });

  it('it may fail before it was ever asked', async () => {
    const { worker, port, builder } = started();
    worker.listeners.get('error')?.(new Event('error'));
    await builder.add(a);
    expect(port.kinds).toEqual([]);
  });

  it('a batch that has come is let go of, whichever it was', async () => {
    const { worker, port, builder } = started();
    await builder.add(a);
    port.answer(1);
    await builder.add(b);
    const third = builder.add(c);
    port.answer(2);
    await third;
    worker.listeners.get('error')?.(new Event('error'));
    expect(await leftOf(builder)).toEqual([c]);
  });
});

describe('what a copy would lose is not sent', () => {
  class Host {
    readonly available = true;
  }
  const circle = () => {
    const record: Record<string, unknown> = { code: 'P70' };
    record.own = record;
    return record;
  };
  const patient = patientWith();
  const foreign: unknown = runInNewContext('({ id: "p1", name: "", birthDate: "", sex: "male" })');
  it.each<[string, unknown, boolean]>([
    ['plain objects', patient, true],
    ['objects of another frame', { ...patient, patient: foreign }, true],
    ['objects without a prototype', Object.assign(Object.create(null), patient), true],
    ['no object', 'junk', true],
    ['null', null, true],
    ['nothing in them', {}, true],
    [
      'what throws when it is read',
      {
        get patient() {
          throw new Error('x');
        },
      },
      false,
    ],
    ['null in them', { patient: null, coverage: null }, true],
    ['one of a class', Object.assign(new Host(), patient), false],
    ['a patient of a class', { ...patient, patient: new Host() }, false],
    ['a coverage of a class', { ...patient, coverage: new Host() }, false],
    ['a part of it of a class', { ...patient, coverage: { result: new Host() } }, false],
    ['a record of a class', { ...patient, diagnoses: [new Host()] }, false],
    ['a circle in a record', { ...patient, diagnoses: [circle()] }, false],
  ])('%s: sent is %3$s', async (_, supplied, isSent) => {
    const { port, builder } = started();
    const batch = [patient, supplied as PatientRecords];
    await builder.add(batch);
    expect(port.kinds).toEqual(isSent ? ['batch'] : []);
    if (!isSent) expect(await leftOf(builder)).toEqual([batch]);
  });

  it('nor what comes to more than is copied, however few objects it is', async () => {
    let both: object = {};
    for (let level = 0; level < 40; level++) both = { a: both, b: both };
    const { port, builder } = started();
    const batch = [
      patientWith({ diagnoses: [{ code: 'P70', from: '2020-01-01', both } as never] }),
    ];
    await builder.add(batch);
    expect(port.kinds).toEqual([]);
    expect(await leftOf(builder)).toEqual([batch]);
  });

  it('of what is not read the name is sent alone', async () => {
    const photos = Array.from({ length: 1000 }, () => ({ bytes: [1, 2, 3] }));
    const { port, builder } = started();
    await builder.add([{ ...patient, diagnoser: photos, extra: { photos } } as PatientRecords]);
    expect(port.sent[0]).toMatchObject({
      patients: [{ patient: patient.patient, diagnoser: [], extra: {} }],
    });
  });

  it('nor what comes after it', async () => {
    const { port, builder } = started();
    await builder.add([new Host() as unknown as PatientRecords]);
    await builder.add(b);
    expect(port.kinds).toEqual([]);
    expect(await leftOf(builder)).toHaveLength(2);
  });
});
