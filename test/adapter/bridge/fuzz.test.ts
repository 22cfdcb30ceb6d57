/**
 * Messages that nobody of the two has sent: malformed, replayed, of another session or version, for calls that are over,
 * huge, with keys that would change every object. Neither half throws, and nothing is other than without them: a clinic
 * that is loaded meanwhile is the clinic, nothing is stored, done or opened, and what is pending is still answered. A
 * thousand in each run, and forty times ten thousand at night.
 */
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { memoryAdapter, type HostAction, type Round } from '../../../src/adapter/index.ts';
import type { BridgeChange } from '../../../src/adapter/bridge/index.ts';
import { messageSchemas, mostBytes, readMessage } from '../../../src/adapter/bridge/messages.ts';
import { cases } from '../../depth.ts';
import { data, everything, readAll, signal } from '../stage.ts';
import { closeStages, stageBridge, turn, until, type Passed } from './stage.ts';

afterEach(closeStages);

const seed = process.env.OVERBLIK_SEED === undefined ? 20261129 : Number(process.env.OVERBLIK_SEED);
const round: Round = {
  ...{ id: 'r1', revision: 0, asOf: '2026-11-24', members: [] },
  profile: { id: 'dk.demens', version: '1.0.0' },
};
const types = Object.keys(messageSchemas);
const poison = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'];

/** Any value, with keys that are dangerous to whoever copies them carelessly. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    ...[undefined, null, NaN, -1, 0, 2 ** 53, 1.5, '', 'x'.repeat(2000), [], {}, 10n, () => 1],
    ...poison,
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  ),
);

/** What makes of a message that has passed one that must change nothing. */
const spoiled = fc.oneof(
  // Just as it was.
  fc.constant((message: object) => message),
  // Of another session, page or host.
  fc.string({ minLength: 1, maxLength: 40 }).map((name) => (message: object) => ({
    ...message,
    ...{ session: `other ${name}`, page: `other ${name}` },
  })),
  // With a part that is of another kind, or gone. What is left out of account is told below.
  fc
    .tuple(
      fc.constantFrom('type', 'session', 'id', 'seq', 'text', 'last', 'method', 'methods'),
      anything,
    )
    .map(([key, value]) => (message: object) => ({ ...message, [key]: value })),
  fc
    .constantFrom('overblik', 'type', 'session', 'page', 'host', 'versions', 'id')
    .map((key) => (message: object) => ({ ...message, [key]: undefined })),
  // With more than is known.
  fc.tuple(fc.constantFrom(...poison), anything).map(
    ([key, value]) =>
      (message: object) =>
        JSON.parse(
          `{${JSON.stringify(key)}:${JSON.stringify(value ?? null, withoutBig) ?? 'null'},${JSON.stringify(message).slice(1)}`,
        ) as object,
  ),
  // Huge.
  fc.constant((message: object) => ({ ...message, text: 'x'.repeat(mostBytes + 1) })),
  fc.constant((message: object) => ({ ...message, more: 'x'.repeat(mostBytes) })),
  // Of another version.
  fc
    .integer()
    .map((version) => (message: object) => ({ ...message, version, versions: [version] })),
);
const withoutBig = (_: string, value: unknown) => (typeof value === 'bigint' ? 1 : value);

interface Injected {
  readonly at: number;
  readonly spoil: (message: object) => object;
  readonly isText: boolean;
  readonly raw: unknown;
  readonly isRaw: boolean;
}
const injected: fc.Arbitrary<Injected> = fc.record({
  ...{ at: fc.nat(), spoil: spoiled, isText: fc.boolean(), isRaw: fc.nat(5).map((n) => n === 0) },
  raw: fc.oneof(
    anything,
    fc.record(
      {
        overblik: fc.constantFrom<unknown>('bridge', 'bridge', 'bridge/2', 1),
        type: fc.oneof(fc.constantFrom<unknown>(...types, ...poison), anything),
        ...{ session: anything, id: anything, seq: anything, text: anything, last: anything },
        ...{ method: anything, page: anything, host: anything, methods: anything },
        ...{ change: anything, code: anything, versions: anything, key: anything },
      },
      { requiredKeys: [] },
    ),
  ),
});

/**
 * Whether a message would be one that its sender may send: within the session, of a call that is under way or new. No
 * way in lets anybody but the other end say such a thing; and what says it is the other end's word.
 */
function isWord(given: unknown, from: Passed['from'], passed: readonly Passed[]): boolean {
  const all = Object.fromEntries(types.map((type) => [type, true as const]));
  const read = readMessage(given, all);
  if (!read || 'kind' in read) return false;
  // Whoever may greet is the other end.
  if (read.type === 'hello' || read.type === 'ready') {
    const isReplay = passed.some(({ message }) => same(message, read));
    return !isReplay;
  }
  return !('session' in read && !passed.some(({ message }) => has(message, read.session)))
    ? !passed.some((each) => each.from === from && same(each.message, read))
    : false;
}
const same = (one: unknown, other: unknown) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown) =>
  Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
const has = (message: object, session: string) =>
  'session' in message && message.session === session;

it('messages that nobody has sent change nothing, and throw nothing', async () => {
  const keys = Object.getOwnPropertyNames(Object.prototype).join();
  const done: string[] = [];
  const action: HostAction = {
    ...{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many' },
    run: (patients) => {
      done.push('run');
      return Promise.resolve(patients.map(({ id }) => ({ patientId: id, ok: true })));
    },
  };
  const memory = memoryAdapter(data, { actions: [action], batchSize: 3 });
  const changes: BridgeChange[] = [];
  const restarted: unknown[] = [];
  let describe!: (answer: typeof data.description) => void;
  const { adapter, host, passed, toHost, toPage } = await stageBridge(
    {
      ...memory,
      openJournal: () => void done.push('openJournal'),
      profiles: {
        list: () => new Promise((resolve) => (describe = resolve as never)),
        load: () => Promise.reject(new Error('none')),
      },
    },
    {
      page: {
        onchange: (change) => void changes.push(change),
        onrestart: (each) => void restarted.push(each),
      },
    },
  );
  // One of each has passed before, and one call is under way all along.
  await adapter.rounds!.save(round, signal);
  await adapter.actions![0]!.run([{ id: 'p1' }], {} as never, signal);
  await adapter.openJournal({ id: 'p1' }, { from: 'cockpit' });
  await adapter.patient('p1', everything, signal);
  const stop = new AbortController();
  const cancelled = adapter.profiles!.list(stop.signal).catch(() => undefined);
  await turn();
  stop.abort();
  await cancelled;
  host.tell({ kind: 'patients', patientIds: ['p1'] });
  const pending = adapter.profiles!.list(signal);
  await until(() => changes.length === 1 && describe !== undefined);
  await turn();
  const expected = await readAll(memory);
  const before = { done: [...done], restarted: 0, changes: 1 };
  const recorded = [...passed];
  let count = 0;
  const inject = ({ at, spoil, isText, raw, isRaw }: Injected) => {
    const { from, message } = recorded[at % recorded.length]!;
    const made = isRaw ? raw : spoil(message);
    const given = isText ? (JSON.stringify(made, withoutBig) ?? '') : made;
    if (isWord(given, from, recorded)) return;
    count++;
    if (from === 'page') toHost(given);
    else toPage(given);
  };
  const wanted = cases(1000, 10_000);
  const isWhole = (read: Awaited<ReturnType<typeof readAll>>) =>
    JSON.stringify(read.all) === JSON.stringify(expected.all) && read.error === undefined;
  await fc.assert(
    fc.asyncProperty(fc.array(injected, { minLength: 50, maxLength: 100 }), async (all) => {
      const reading = readAll(adapter);
      for (const [index, each] of all.entries()) {
        inject(each);
        if (index % 25 === 0) await Promise.resolve();
      }
      expect(isWhole(await reading)).toBe(true);
      expect({ done, restarted: restarted.length, changes: changes.length }).toEqual(before);
    }),
    { numRuns: Math.ceil(wanted / 60), seed, endOnFailure: true },
  );
  expect(count).toBeGreaterThanOrEqual(wanted);
  expect(await adapter.rounds!.list('dk.demens', signal)).toEqual([{ ...round, revision: 1 }]);
  describe(data.description);
  expect(await pending).toEqual(data.description);
  expect(await adapter.describe(signal)).toEqual(data.description);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(keys);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
