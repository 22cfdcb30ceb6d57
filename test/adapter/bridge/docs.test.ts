/** The lines of code that the page shows run as they are pasted; but those in C#, which it says are not run. */
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import * as bridge from '../../../src/adapter/bridge/index.ts';
import { memoryAdapter, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { data, signal } from '../stage.ts';
import { until } from './stage.ts';

const page = readFileSync('stories/docs/bridge.mdx', 'utf8');
const [onPage = '', atHost = '', ...more] = [
  ...page.matchAll(/^```(?:js|ts|html)(?: [^\n]*)?\n(.*?)^```$/gms),
].map(([, code = '']) => code);
const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

/** Runs a module’s lines, with what they import and what stands around them. */
async function run(code: string, around: Readonly<Record<string, unknown>>): Promise<void> {
  const body = code.replace(
    /^import (\{[^}]*\}) from 'overblik\/adapter\/bridge';$/m,
    'const $1 = bridge;',
  );
  expect(body).not.toContain('import ');
  const names = Object.keys(around);
  const lines = `return (async () => {${body}\n})();`;
  const made = compileFunction(lines, ['bridge', ...names]) as (
    ...args: readonly unknown[]
  ) => Promise<void>;
  await made(bridge, ...Object.values(around));
}

it('the page shows these two', () => {
  expect(more).toEqual([]);
  expect(page).toContain('**Not run**');
});

it('the page’s end, in a web view', async () => {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  const host = bridge.serveBridge(memoryAdapter(data), bridge.portChannel(port2));
  opened.unshift(host);
  const done: string[] = [];
  const workspace = {
    ...{
      adapter: undefined as ClinicAdapter | undefined,
      patientId: undefined as string | undefined,
    },
    reload: async () => void done.push('reload'),
    patientChanged: async (id: string) => void done.push(id),
  };
  port1.start();
  await run(onPage, {
    document: { querySelector: (tag: string) => (tag === 'overblik-workspace' ? workspace : null) },
    window: { chrome: { webview: port1 } },
    console: { warn: () => void done.push('warned') },
  });
  expect(await workspace.adapter!.describe(signal)).toEqual(data.description);
  host.tell({ kind: 'patients', patientIds: ['p1'] });
  host.tell({ kind: 'clinic' });
  host.tell({ kind: 'patient-selected', patientId: 'p2' });
  await until(() => workspace.patientId === 'p2');
  expect(done).toEqual(['p1', 'reload']);
  const before = workspace.adapter;
  host.close();
  opened.unshift(bridge.serveBridge(memoryAdapter(data), bridge.portChannel(port2)));
  await until(() => workspace.adapter !== before);
  expect(await workspace.adapter!.describe(signal)).toEqual(data.description);
});

it('the host’s end, around a frame', async () => {
  const journal = new EventTarget();
  const sent: unknown[] = [];
  // A window of Node’s has no frames: it is enough that the lines say hello to the right one.
  const frame = {
    contentWindow: { postMessage: (...args: readonly unknown[]) => void sent.push(args) },
  };
  const own = Object.assign(globalThis, {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  await run(atHost, {
    document: { querySelector: () => frame },
    ...{ adapter: memoryAdapter(data), journal },
  });
  expect(sent).toEqual([[{ overblik: 'bridge', type: 'here' }, 'https://overblik.example.dk', []]]);
  const saved = Object.assign(new Event('saved'), { patientId: 'p1' });
  expect(() => journal.dispatchEvent(saved)).not.toThrow();
  Reflect.deleteProperty(own, 'addEventListener');
  Reflect.deleteProperty(own, 'removeEventListener');
});
