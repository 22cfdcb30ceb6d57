/** Channels of hosts that are no browser, each played by what its documentation says; windows are in `test/journey`. */
import { expect, it } from 'vitest';
import { memoryAdapter } from '../../../src/adapter/index.ts';
import {
  bridgeAdapter,
  cefChannel,
  cefListen,
  hostWindowChannel,
  pageWindowChannel,
  serveBridge,
  textChannel,
  webViewChannel,
  type BridgeChannel,
  type CefQuery,
} from '../../../src/adapter/bridge/index.ts';
import { data, readAll, signal } from '../stage.ts';

const memory = memoryAdapter(data);

/** The host's end, where all that comes and goes is a text, as a program in another language has it. */
interface FarEnd {
  send(text: string): void;
  hear: ((text: string) => void) | undefined;
}

function serve(end: FarEnd) {
  return serveBridge(
    memory,
    textChannel({
      send: (text) => end.send(text),
      receive: (listener) => {
        end.hear = listener;
      },
    }),
  );
}

async function expectClinicOver(channel: BridgeChannel, end: FarEnd): Promise<void> {
  const host = serve(end);
  const adapter = await bridgeAdapter(channel);
  expect(await adapter.describe(signal)).toEqual(data.description);
  expect(await readAll(adapter)).toEqual({ ...(await readAll(memory)), sizes: [25] });
  adapter.close();
  host.close();
  await expect(adapter.describe(signal)).rejects.toMatchObject({ code: 'closed' });
}

/** `window.chrome.webview`: an event target, to and from which things go in another task. */
function webView(read: (message: unknown) => string, answer: (text: string) => unknown) {
  const view = new EventTarget() as EventTarget & { postMessage(message: unknown): void };
  const end: FarEnd = {
    hear: undefined,
    send: (text) =>
      void setTimeout(() =>
        view.dispatchEvent(new MessageEvent('message', { data: answer(text) })),
      ),
  };
  view.postMessage = (message) => void setTimeout(() => end.hear?.(read(message)));
  return { view: view as never, end };
}

it.each([
  ['objects', 'json', (message: unknown) => JSON.stringify(message), JSON.parse],
  ['objects, and texts from the host', 'json', JSON.stringify, String],
  ['texts', 'text', String, String],
  ['texts, and objects from the host', 'text', String, JSON.parse],
] as const)('a WebView2 carries %s', async (_, sendAs, read, answer) => {
  const { view, end } = webView(read as never, answer as never);
  await expectClinicOver(webViewChannel(view, sendAs), end);
});

it('CEF’s message router carries texts: a query each way, one of which persists', async () => {
  let persistent: Parameters<CefQuery>[0] | undefined;
  const cancelled: number[] = [];
  const end: FarEnd = {
    hear: undefined,
    send: (text) => void setTimeout(() => persistent?.onSuccess?.(text)),
  };
  let queries = 0;
  const query: CefQuery = (asked) => {
    if (asked.request === cefListen) {
      expect(asked.persistent).toBe(true);
      persistent = asked;
    } else {
      expect(asked.persistent).toBe(false);
      setTimeout(() => end.hear?.(asked.request));
    }
    return ++queries;
  };
  await expectClinicOver(
    cefChannel(query, (id) => {
      cancelled.push(id);
      persistent = undefined;
    }),
    end,
  );
  expect(cancelled).toEqual([1]);
});

it('two functions carry texts, and nothing after the end', async () => {
  let listener: ((text: unknown) => void) | undefined;
  const end: FarEnd = { hear: undefined, send: (text) => void setTimeout(() => listener?.(text)) };
  const channel = textChannel({
    send: (text) => void setTimeout(() => end.hear?.(text)),
    receive: (hear) => {
      listener = hear;
    },
  });
  await expectClinicOver(channel, end);
});

it('a way that throws when it is used fails nobody but by the deadline', async () => {
  const broken: BridgeChannel = {
    send: () => {
      throw new Error('Frida Fiktiv');
    },
    receive: () => () => undefined,
  };
  const problems: unknown[] = [];
  await expect(
    bridgeAdapter(broken, { deadline: 5, onproblem: (each) => void problems.push(each) }),
  ).rejects.toMatchObject({ code: 'no-host' });
  expect(problems).toEqual([{ kind: 'unreadable', field: 'hello' }]);
  expect(() => serveBridge(memory, broken).close()).not.toThrow();
});

it.each(['*', '', 'https://journal.example.dk/', 'journal.example.dk', 'https://*.example.dk'])(
  'windows meet by an exact origin alone, and not by %j',
  (origin) => {
    for (const channel of [pageWindowChannel, hostWindowChannel])
      expect(() => channel({ other: () => null, origin })).toThrow(/origin: a scheme/);
  },
);
