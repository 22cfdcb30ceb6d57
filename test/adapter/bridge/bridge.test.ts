/** What passes between a page and its host: how much at a time, what becomes of what is not wanted, and of a restart. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  AdapterFailure,
  memoryAdapter,
  type ClinicAdapter,
  type Round,
} from '../../../src/adapter/index.ts';
import {
  applyChange,
  bridgeAdapter,
  BridgeError,
  portChannel,
  SafeError,
  SaveLog,
  type BridgeAdapter,
  type BridgeChange,
  type BridgeProblem,
} from '../../../src/adapter/bridge/index.ts';
import { mostBytes, mostUnacknowledged } from '../../../src/adapter/bridge/messages.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { data, everything, patients, readAll, signal } from '../stage.ts';
import { closeStages, stageBridge, turn, until, type Passed } from './stage.ts';

afterEach(closeStages);

const round: Round = {
  ...{ id: 'r1', revision: 0, asOf: '2026-11-24', members: [] },
  profile: { id: 'dk.demens', version: '1.0.0' },
};
const memory = memoryAdapter(data);
const failing = (thrown: unknown): ClinicAdapter => ({
  ...memory,
  patient: () => Promise.reject(thrown),
});
/** Two patients, one of whom has more than fits into many messages, and a text that does not fit into one. */
const large: readonly PatientRecords[] = [
  {
    ...patients[0]!,
    results: Array.from({ length: 9000 }, (_, index) => ({
      ...{ code: 'NPU03568', at: '2020-01-01', value: index, text: 'Hæmoglobin; “B” 🩸' },
    })),
    letters: [{ at: '2020-01-01', body: '🩺 "Æ"\n'.repeat(90_000) }],
  },
  patients[1]!,
];

/** The most chunks of one call that were under way without an acknowledgement, in either direction. */
function mostUnderWay(passed: readonly Passed[]): number {
  const open = new Map<string, number>();
  let most = 0;
  for (const { from, message } of passed) {
    if (message.type === 'chunk' || message.type === 'call') {
      const key = `${from} ${message.id}`;
      open.set(key, (open.get(key) ?? 0) + 1);
      most = Math.max(most, open.get(key)!);
    } else if (message.type === 'ack') {
      const key = `${from === 'page' ? 'host' : 'page'} ${message.id}`;
      open.set(key, (open.get(key) ?? 0) - 1);
    }
  }
  return most;
}
const bytesOf = (message: object) => new TextEncoder().encode(JSON.stringify(message)).length;

describe('how much passes at a time', () => {
  it('a patient who does not fit into a message comes whole, in messages that all do', async () => {
    const clinic = memoryAdapter({ ...data, patients: large });
    const { adapter, passed } = await stageBridge(clinic);
    const { all, error } = await readAll(adapter, {
      ...everything,
      types: { result: {}, letter: {} },
    });
    expect(error).toBeUndefined();
    expect(all.map(({ patient }) => patient)).toEqual(large.map(({ patient }) => patient));
    expect(all[0]!.results).toEqual(large[0]!.results);
    expect(all[0]!.letters).toEqual(large[0]!.letters);
    const sizes = passed.map(({ message }) => bytesOf(message));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(mostBytes);
    expect(sizes.filter((size) => size > 0.9 * mostBytes).length).toBeGreaterThan(5);
    expect(mostUnderWay(passed)).toBeLessThanOrEqual(mostUnacknowledged);
  });

  it('what the page sends is cut as well: a round of many members is stored whole', async () => {
    const { adapter, passed } = await stageBridge(memory);
    const members = Array.from({ length: 9000 }, (_, index) => ({
      ...({ patientId: `p${index}`, status: 'reviewed' } as const),
      note: `Ringet op, ${index}: “kommer”. `.repeat(6),
    }));
    const saved = await adapter.rounds!.save({ ...round, id: 'large', members }, signal);
    expect(saved).toMatchObject({ saved: true });
    const [stored] = await adapter.rounds!.list('dk.demens', signal);
    expect(stored!.members).toEqual(members);
    const calls = passed.filter(({ from, message }) => from === 'page' && message.type === 'chunk');
    expect(calls.length).toBeGreaterThan(mostUnacknowledged);
    expect(Math.max(...passed.map(({ message }) => bytesOf(message)))).toBeLessThanOrEqual(
      mostBytes,
    );
    expect(mostUnderWay(passed)).toBe(mostUnacknowledged);
  });

  it('a page that reads slowly is sent four chunks and no more, and others go on meanwhile', async () => {
    let handed = 0;
    const { adapter, passed } = await stageBridge({
      ...memory,
      async *records() {
        for (;;) {
          handed++;
          yield await Promise.resolve(patients.slice(0, 2));
        }
      },
    });
    const stream = adapter.records!(everything, signal)[Symbol.asyncIterator]();
    await stream.next();
    for (let look = 0; look < 5; look++) await turn();
    const chunks = () =>
      passed.filter(({ message }) => message.type === 'chunk' && message.seq > 0);
    const before = chunks().length;
    expect(handed).toBeLessThan(8);
    expect(await adapter.patient('p1', everything, signal)).toMatchObject({
      patient: { id: 'p1' },
    });
    await turn();
    expect(chunks().length).toBe(before + 1);
    await stream.next();
    await until(() => chunks().length > before + 1);
    await stream.return?.();
    await until(() => passed.some(({ message }) => message.type === 'cancel'));
    await turn();
    const after = handed;
    for (let look = 0; look < 5; look++) await turn();
    expect(handed).toBe(after);
  });
});

describe('what is not wanted any more', () => {
  it('is let go at once on the page, and aborted at the host', async () => {
    const aborted: string[] = [];
    const hang = (name: string, inner: AbortSignal) =>
      new Promise<never>((_, reject) => {
        inner.addEventListener('abort', () => {
          aborted.push(name);
          reject(new Error('aborted'));
        });
      });
    const { adapter, passed } = await stageBridge({
      ...memory,
      describe: (inner) => hang('describe', inner),
      patient: (_, __, inner) => hang('patient', inner),
      async *records(_, inner) {
        yield [patients[0]!];
        await hang('records', inner);
      },
    });
    const stop = new AbortController();
    const reason = new Error('Not wanted.');
    const stream = adapter.records!(everything, stop.signal)[Symbol.asyncIterator]();
    await stream.next();
    const waiting = [
      adapter.describe(stop.signal),
      adapter.patient('p1', everything, stop.signal),
      stream.next(),
    ].map((each) => each.catch((thrown: unknown) => thrown));
    await until(() => passed.filter(({ message }) => message.type === 'call').length === 3);
    await turn();
    const before = passed.length;
    stop.abort(reason);
    // Nothing has to come from the host for that: not one message of its own has passed.
    expect(await Promise.all(waiting)).toEqual([reason, reason, reason]);
    const since = passed.slice(before);
    expect(since.map(({ from, message }) => `${from} ${message.type}`)).toEqual(
      Array.from({ length: 3 }, () => 'page cancel'),
    );
    await until(() => aborted.length === 3);
    expect(aborted.sort()).toEqual(['describe', 'patient', 'records']);
    await turn();
    // And nothing is answered that nobody asks any more.
    expect(passed.slice(before + 3)).toEqual([]);
    await expect(adapter.describe(stop.signal)).rejects.toBe(reason);
  });
});

describe('a call that fails', () => {
  const secret = 'Frida Fiktiv 010141-9996';

  it.each([
    ['an error', new Error(secret)],
    ['an error with a name', Object.assign(new Error(secret), { name: secret, code: secret })],
    ['a text', secret],
    ['an object', { message: secret }],
    [
      'what throws when it is looked at',
      new Proxy(new Error(secret), {
        get: () => {
          throw new Error(secret);
        },
        getPrototypeOf: () => {
          throw new Error(secret);
        },
      }),
    ],
  ])('with %s says so in words, and nothing of it crosses', async (_, thrown) => {
    const failures: unknown[] = [];
    const { adapter, passed } = await stageBridge(failing(thrown), {
      host: { onfailure: (each, method) => void failures.push([each === thrown, method]) },
    });
    const failed = await adapter.patient('p1', everything, signal).catch((each: unknown) => each);
    expect(failed).toBeInstanceOf(BridgeError);
    expect(failed).toMatchObject({ code: 'failed', method: 'patient' });
    expect((failed as Error).message).toMatch(/host/);
    expect(JSON.stringify(passed)).not.toContain('Frida');
    expect(`${(failed as Error).message} ${(failed as Error).stack}`).not.toContain('Frida');
    // The host’s own log has it.
    expect(failures).toEqual([[true, 'patient']]);
  });

  it('with a text that is declared safe has that text, and a line of it at the most', async () => {
    const { adapter } = await stageBridge(
      failing(new SafeError('Journalen\u202e opdateres til kl. 9.')),
    );
    const failed = await adapter.patient('p1', everything, signal).catch((each: unknown) => each);
    expect(failed).toMatchObject({ said: 'Journalen opdateres til kl. 9.' });
    expect((failed as Error).message).toContain('Journalen opdateres til kl. 9.');
    const { adapter: long } = await stageBridge(failing(new SafeError('x'.repeat(100_000))));
    const cut = await long.patient('p1', everything, signal).catch((each: unknown) => each);
    expect((cut as BridgeError).said).toHaveLength(200);
  });

  it.each(['deadline', 'junk', 'not-supported'] as const)(
    'as the library’s own calls do stays of its kind: %s',
    async (kind) => {
      const detail = kind === 'junk' ? 'answer-is-response' : undefined;
      const thrown = new AdapterFailure(kind, 'patient', new Error(secret), detail);
      const { adapter, passed } = await stageBridge(failing(thrown));
      const failed = await adapter.patient('p1', everything, signal).catch((each: unknown) => each);
      expect(failed).toBeInstanceOf(AdapterFailure);
      expect(failed).toMatchObject({ kind, call: 'patient', detail });
      expect(JSON.stringify(passed)).not.toContain('Frida');
    },
  );

  it('hands over what came before it', async () => {
    const { adapter } = await stageBridge({
      ...memory,
      async *records() {
        yield patients.slice(0, 3);
        yield await Promise.resolve(patients.slice(3, 5));
        throw new Error(secret);
      },
    });
    const { all, error } = await readAll(adapter);
    expect(all).toHaveLength(5);
    expect(error).toBeInstanceOf(BridgeError);
  });

  it('because the host takes no more at once says that', async () => {
    const { adapter } = await stageBridge({
      ...memory,
      describe: () => new Promise<never>(() => undefined),
    });
    const stop = new AbortController();
    const calls = Array.from({ length: 257 }, () =>
      adapter.describe(stop.signal).catch((each: unknown) => each),
    );
    expect(await Promise.race(calls)).toMatchObject({ code: 'busy' });
    stop.abort();
  });
});

describe('a host that is started anew', () => {
  it('fails what was under way in words; the adapter of the new session goes on', async () => {
    const restarted: BridgeAdapter[] = [];
    let asked = 0;
    const hanging: ClinicAdapter = {
      ...memory,
      patient() {
        asked++;
        return new Promise<never>(() => undefined);
      },
    };
    const { adapter, restart, passed } = await stageBridge(hanging, {
      page: { onrestart: (each) => void restarted.push(each) },
    });
    const waiting = adapter.patient('p1', everything, signal).catch((each: unknown) => each);
    await until(() => asked === 1);
    const { actions: _, ...fewer } = memory;
    restart({
      ...fewer,
      profiles: { list: () => Promise.resolve([]), load: () => Promise.resolve(1) },
    });
    const failed = await waiting;
    expect(failed).toMatchObject({ code: 'restarted', method: 'patient' });
    expect((failed as Error).message).toContain('started anew');
    await until(() => restarted.length === 1);
    expect(await restarted[0]!.patient('p1', everything, signal)).toMatchObject({
      patient: { id: 'p1' },
    });
    // What it has may be other than before; and the adapter before is of nobody any more.
    expect(restarted[0]).toHaveProperty('profiles');
    await expect(adapter.patient('p1', everything, signal)).rejects.toMatchObject({
      code: 'restarted',
    });
    expect(asked).toBe(1);
    expect(passed.filter(({ message }) => message.type === 'hello').length).toBeGreaterThan(1);
    restarted[0]!.close();
  });

  it('that forgot to say so is found out by the first call', async () => {
    const restarted: BridgeAdapter[] = [];
    let isHeld = false;
    const { adapter, restart } = await stageBridge(memory, {
      page: { onrestart: (each) => void restarted.push(each) },
      sieve: ({ message }) => !(isHeld && message.type === 'ready'),
    });
    isHeld = true;
    restart();
    await expect(adapter.patient('p1', everything, signal)).rejects.toMatchObject({
      code: 'restarted',
    });
    await until(() => restarted.length === 1);
    expect(await restarted[0]!.describe(signal)).toEqual(data.description);
  });

  it('does a save no second time that was done before: it answers with what came of it', async () => {
    const restarted: BridgeAdapter[] = [];
    const saves = new SaveLog();
    let lost: number | undefined;
    const { adapter, restart, passed } = await stageBridge(memory, {
      page: { onrestart: (each) => void restarted.push(each) },
      host: { saves },
      // The answer to the first save is lost on its way.
      sieve({ from, message }) {
        if (message.type === 'call' && message.method === 'rounds.save') lost ??= message.id;
        return !(
          from === 'host' &&
          'id' in message &&
          message.id === lost &&
          restarted.length === 0
        );
      },
    });
    const own = { ...round, id: 'once' };
    const first = adapter.rounds!.save(own, signal).catch((each: unknown) => each);
    await until(() => passed.some(({ message }) => message.type === 'end' && message.id === lost));
    restart();
    expect(await first).toMatchObject({ code: 'restarted' });
    await until(() => restarted.length === 1);
    expect(await restarted[0]!.rounds!.save({ ...own }, signal)).toMatchObject({
      ...{ saved: true, round: { revision: 1 } },
    });
    const keys = passed.flatMap(({ message }) =>
      message.type === 'call' && message.method === 'rounds.save' ? [message.key] : [],
    );
    expect(keys[0]).toBeTypeOf('string');
    expect(keys[1]).toBe(keys[0]);
    // What is saved next is a save of its own.
    const next = await restarted[0]!.rounds!.save({ ...own, revision: 1 }, signal);
    expect(next).toMatchObject({ saved: true, round: { revision: 2 } });
    const again = await restarted[0]!.rounds!.save({ ...own, revision: 1 }, signal);
    expect(again).toMatchObject({ saved: false, conflict: { revision: 2 } });
  });
});

describe('the handshake', () => {
  it('is with whoever comes last: a page before its host, and a host before its page', async () => {
    const { port1, port2 } = new MessageChannel();
    const lateHost = bridgeAdapter(portChannel(port1));
    await turn();
    const { serveBridge } = await import('../../../src/adapter/bridge/index.ts');
    // What was said before anybody listened is lost, as in a window.
    port2.start();
    await turn();
    const host = serveBridge(memory, portChannel(port2));
    const adapter = await lateHost;
    expect(await adapter.describe(signal)).toEqual(data.description);
    adapter.close();
    host.close();
    port1.close();
    port2.close();
  });

  it('that nobody answers says what to look at', async () => {
    const { port1, port2 } = new MessageChannel();
    const failed = await bridgeAdapter(portChannel(port1), { deadline: 5 }).catch(
      (each: unknown) => each,
    );
    expect(failed).toMatchObject({ name: 'BridgeError', code: 'no-host' });
    expect((failed as Error).message).toMatch(/host half running/);
    port1.close();
    port2.close();
  });

  it('with a host of another version ends in words', async () => {
    const { port1, port2 } = new MessageChannel();
    const adapter = bridgeAdapter(portChannel(port1)).catch((each: unknown) => each);
    port2.addEventListener('message', ({ data: { page } }: MessageEvent<{ page: string }>) =>
      port2.postMessage({ overblik: 'bridge', type: 'refuse', page, versions: [2] }),
    );
    port2.start();
    expect(await adapter).toMatchObject({ code: 'version' });
    port1.close();
    port2.close();
  });

  it('of a page of another version is refused by the host, with those that it speaks', async () => {
    const { toHost, passed } = await stageBridge(memory);
    toHost({ overblik: 'bridge', type: 'hello', page: 'later', versions: [2, 3] });
    expect(passed.at(-1)).toMatchObject({
      message: { type: 'refuse', page: 'later', versions: [1] },
    });
  });

  it('is given up with the signal, and a closed bridge is closed on both sides', async () => {
    const stop = new AbortController();
    const { adapter, passed } = await stageBridge(memory, { page: { signal: stop.signal } });
    stop.abort();
    await expect(adapter.describe(signal)).rejects.toMatchObject({ code: 'closed' });
    expect(passed.at(-1)).toMatchObject({ from: 'page', message: { type: 'bye' } });
    const { port1, port2 } = new MessageChannel();
    await expect(
      bridgeAdapter(portChannel(port1), { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'closed' });
    port1.close();
    port2.close();
  });
});

describe('what the host tells of its own accord', () => {
  it('comes to the page in order, once each, and is handed on to an element', async () => {
    const told: BridgeChange[] = [];
    const { host, passed, toPage } = await stageBridge(memory, {
      page: { onchange: (change) => void told.push(change) },
    });
    const changes: readonly BridgeChange[] = [
      { kind: 'patients', patientIds: ['p1', 'p2'] },
      { kind: 'clinic' },
      { kind: 'rounds', profileId: 'dk.demens' },
      { kind: 'patient-selected', patientId: 'p1' },
      { kind: 'patient-selected' },
    ];
    for (const change of changes) host.tell(change);
    await until(() => told.length === changes.length);
    for (const { message } of passed) if (message.type === 'change') toPage(message);
    await turn();
    expect(told).toEqual(changes);
    const done: string[] = [];
    const element = {
      reload: async () => void done.push('reload'),
      patientChanged: async (id: string) => void done.push(id),
    };
    for (const change of told) await applyChange(element, change);
    expect(done).toEqual(['p1', 'p2', 'reload', 'reload']);
  });
});

it('a listener of the page’s own that throws harms nobody, and what it throws is not told', async () => {
  const problems: BridgeProblem[] = [];
  const { host, adapter } = await stageBridge(memory, {
    page: {
      onproblem: (problem) => void problems.push(problem),
      onchange: () => {
        throw new Error('Frida Fiktiv');
      },
    },
  });
  host.tell({ kind: 'clinic' });
  await until(() => problems.length > 0);
  expect(problems).toEqual([{ kind: 'listener-threw', field: 'onchange' }]);
  expect(await adapter.describe(signal)).toEqual(data.description);
});

describe('what is not of the protocol', () => {
  it('is passed over, and told once of a kind, without a word of it', async () => {
    const problems: BridgeProblem[] = [];
    const told = (problem: BridgeProblem) => void problems.push(problem);
    const { adapter, toPage, toHost } = await stageBridge(memory, {
      ...{ page: { onproblem: told }, host: { onproblem: told } },
    });
    const own = ['hello', { journal: 'open' }, 7, null, undefined, '{"journal":1}', '{', [1]];
    for (const each of own) for (const hear of [toPage, toHost]) hear(each);
    expect(problems).toEqual([]);
    const frida = { overblik: 'bridge', name: 'Frida Fiktiv' };
    for (let times = 0; times < 3; times++)
      for (const hear of [toPage, toHost]) {
        hear({ ...frida, type: 'Frida' });
        hear({ ...frida, type: 'ack', session: 'x', id: 'Frida', seq: 1 });
        hear({ ...frida, type: 'ack', session: 'Frida', id: 1, seq: 1 });
        hear(JSON.stringify({ ...frida, type: 'chunk', text: 'Frida'.repeat(60_000) }));
      }
    expect(problems.length).toBe(8);
    expect(JSON.stringify(problems)).not.toContain('Frida');
    expect(problems).toContainEqual({ kind: 'unreadable', field: 'ack/id' });
    expect(await adapter.describe(signal)).toEqual(data.description);
  });
});
