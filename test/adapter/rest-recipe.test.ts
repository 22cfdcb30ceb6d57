/** The recipe for a REST service stands in the docs, has at most 60 lines, and keeps its promises against a real server. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClinicAdapter } from '../../src/adapter/index.ts';
import { describeClinic } from '../../src/adapter/index.ts';
import { Clinic, evaluate } from '../../src/engine/index.ts';
import { asOf, planOf } from '../engine/build.ts';
import { fileIn, runFile } from './snippets.ts';
import { readAll } from './stage.ts';

const page = 'rest.mdx';
const file = 'rest-adapter.js';

interface Host {
  readonly base: string;
  readonly token: (asked: { readonly isRefused: boolean }) => Promise<string>;
  readonly openJournal: (id: string) => void;
}

const { restAdapter } = (await runFile(page, file)) as {
  restAdapter: (host: Host) => ClinicAdapter;
};

const description = {
  name: 'Klinikken',
  patients: 1200,
  coverage: { service: { available: false } },
};
const patients = Array.from({ length: 1200 }, (_, index) => ({
  id: `p${index}`,
  name: 'Test Testesen',
  birthDate: '1941-06-15',
  sex: 'female',
  // Of every third the service cannot say which diagnoses there are.
  ...(index % 3 === 0
    ? {}
    : { problems: [{ icpc: index % 3 === 1 ? 'P70' : 'T90', since: '2020-01-01' }] }),
  labs: [{ npu: 'NPU27300', taken: '2026-01-01', value: 53, unit: 'mmol/mol' }],
  drugs: [],
}));

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: object;
}
type Asked = (path: string, before: number) => Answer | undefined;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Serves the patients in pages behind a token, and faults as they are asked for. */
async function serve(fault: Asked = () => undefined, more: Partial<Host> = {}) {
  const asked: string[] = [];
  const opened: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice('/api/'.length);
    const before = asked.filter((each) => each === path).length;
    asked.push(path);
    const {
      status = 200,
      headers = {},
      body,
    } = request.headers.authorization === 'Bearer good'
      ? (fault(path, before) ?? answerTo(path))
      : { status: 401 };
    response.writeHead(status, headers).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const adapter = restAdapter({
    base,
    token: ({ isRefused }) => Promise.resolve(isRefused ? 'good' : 'old'),
    openJournal: (id) => opened.push(id),
    ...more,
  });
  return { adapter, asked, opened, base };
}

function answerTo(path: string): Answer {
  if (path === 'clinic') return { body: description };
  const one = /^patients\/(.+)$/.exec(path)?.[1];
  if (one !== undefined) {
    const found = patients.find(({ id }) => id === decodeURIComponent(one));
    return found ? { body: found } : { status: 404 };
  }
  const from = Number(/from=(\d+)/.exec(path)?.[1] ?? 0);
  const next = from + 500 < patients.length ? `patients?size=500&from=${from + 500}` : undefined;
  return { body: { total: patients.length, items: patients.slice(from, from + 500), next } };
}

it('has at most 60 lines', () => {
  expect(fileIn(page, file).trim().split('\n').length).toBeLessThanOrEqual(60);
});

describe('the recipe', () => {
  it('lists by the service, with a token that is renewed', async () => {
    const { adapter } = await serve();
    const { description: told, unusable } = await describeClinic(adapter, { deadline: 60_000 });
    expect([told.name, unusable]).toEqual(['Klinikken', []]);
    const { all, sizes, error } = await readAll(adapter);
    expect([error, sizes]).toEqual([undefined, [500, 500, 200]]);
    const clinic = new Clinic(told.coverage);
    clinic.add(all);
    const plan = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } });
    const { members, undecided } = evaluate(plan, clinic, asOf);
    expect([members.length, undecided.length]).toEqual([400, 400]);
  });

  it('answers one patient, nobody, and opens the journal', async () => {
    const { adapter, opened } = await serve();
    const { signal } = new AbortController();
    const request = { asOf, types: {} };
    expect((await adapter.patient('p1', request, signal))?.diagnoses).toEqual([
      { code: 'P70', from: '2020-01-01' },
    ]);
    expect(await adapter.patient('nobody', request, signal)).toBeNull();
    await adapter.openJournal({ id: 'p1' }, { from: 'cockpit' });
    expect(opened).toEqual(['p1']);
  });

  it('waits for a service that is busy, and ends when it is told to', async () => {
    const busy: Answer = { status: 503, headers: { 'retry-after': '0' } };
    const { adapter } = await serve((_, before) => (before < 2 ? busy : undefined));
    expect((await readAll(adapter)).all).toHaveLength(1200);
    const abort = new AbortController();
    const late = await serve(() => {
      setImmediate(() => setImmediate(() => abort.abort()));
      return { status: 429, headers: { 'retry-after': '60' } };
    });
    expect((await readAll(late.adapter, undefined, abort.signal)).error).toBe(abort.signal.reason);
  });

  it.each<readonly [string, Asked, RegExp]>([
    [
      'a link back',
      (path) =>
        path.includes('from=500') ? { body: { total: 1200, items: [], next: path } } : undefined,
      /links back/,
    ],
    [
      'a link elsewhere',
      () => ({ body: { total: 1200, items: [], next: 'https://elsewhere.example/' } }),
      /outside itself/,
    ],
    [
      'a page that is left out',
      (path) =>
        path.includes('from=500')
          ? { body: { total: 1200, items: [], next: 'patients?from=1000' } }
          : undefined,
      /left out patients/,
    ],
    [
      'no total',
      (path) => (path.includes('from=1000') ? { body: { items: [] } } : undefined),
      /left out patients/,
    ],
    ['an error', () => ({ status: 500 }), /answered 500/],
    [
      'a service that stays busy',
      () => ({ status: 503, headers: { 'retry-after': '0' } }),
      /answered 503/,
    ],
  ])('%s is no shorter list, but a call that fails', async (_, fault, words) => {
    const { adapter } = await serve((path, before) =>
      path.startsWith('patients') ? fault(path, before) : undefined,
    );
    expect(String((await readAll(adapter)).error)).toMatch(words);
  });

  it('a token that is refused again is an error', async () => {
    const { adapter } = await serve(undefined, { token: () => Promise.resolve('bad') });
    expect(String((await readAll(adapter)).error)).toMatch(/401/);
  });
});
