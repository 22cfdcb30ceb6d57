/**
 * The bridge between real windows of different origins, and to a real worker, each with the one file that is published.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as bridge from '../../src/adapter/bridge/index.ts';
import type { ClinicAdapter } from '../../src/adapter/index.ts';
import { openBrowser } from './browser.ts';

interface Played {
  readonly bridge: typeof bridge;
  adapter?: bridge.BridgeAdapter;
  host?: bridge.BridgeHost;
  /** What was told to whoever develops it. */
  readonly problems: unknown[];
  readonly restarted: bridge.BridgeAdapter[];
  readonly clinic: ClinicAdapter;
}
declare global {
  interface Window {
    played: Played;
  }
}

const journal = 'https://journal.example';
const overblik = 'https://overblik.example';
const other = 'https://other.example';
const file = readFileSync('dist/overblik-bridge.js', 'utf8');
/** What each page begins with: the bridge, and a clinic of two. */
const begin = `
  import * as bridge from '/bridge.js';
  const patients = ['1', '2'].map((id) => ({ patient: { id, name: 'Frida Fiktiv', sex: 'female' } }));
  const clinic = {
    describe: async () => ({ id: 'k', name: 'Klinik', coverage: {}, patients: 2 }),
    async *records() { yield patients; },
    patient: async (id) => patients.find(({ patient }) => patient.id === id) ?? null,
    openJournal: () => undefined,
  };
  window.played = { bridge, clinic, problems: [], restarted: [] };
`;
const html = (body: string) => `<!doctype html><meta charset="utf-8">${body}`;
const policy =
  "default-src 'none'; script-src 'self'; frame-src *; require-trusted-types-for 'script'";

let browser: Browser;
let page: Page;
let pages: Record<string, string>;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const context = await browser.newContext();
  page = await context.newPage();
  troubles = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  pages = {};
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    const body = { '/bridge.js': file, '/begin.js': begin }[pathname] ?? pages[origin];
    return route.fulfill({
      ...(body === undefined ? { status: 404 } : { body: body }),
      contentType,
      headers: {
        'access-control-allow-origin': '*',
        ...(contentType === 'text/html' ? { 'content-security-policy': policy } : {}),
      },
    });
  });
});
afterEach(async () => {
  await page.context().close();
});

const script = '<script type="module" src="/begin.js"></script>';
const frame = (origin: string, more = '') => `<iframe src="${origin}/" ${more}></iframe>`;

/** The page or frame of an origin, when its script has run. */
async function at(origin: string): Promise<Frame> {
  let found: Frame | undefined;
  await expect
    .poll(() => (found = page.frames().find((each) => each.url().startsWith(origin))) !== undefined)
    .toBe(true);
  await found!.waitForFunction(() => 'played' in window);
  return found!;
}

/** Serves the clinic to the frame in this page, or to the page around it. */
const serve = (where: Frame, origin: string | readonly string[]) =>
  where.evaluate((expected) => {
    const { bridge: own, clinic, problems } = window.played;
    const inFrame = document.querySelector('iframe');
    window.played.host = own.serveBridge(
      clinic,
      own.hostWindowChannel({
        other: () => (inFrame ? inFrame.contentWindow : window.parent),
        origin: expected,
      }),
      { onproblem: (problem) => void problems.push(problem) },
    );
  }, origin);

/** Connects, and answers with the clinic's name or why there is none. */
const connect = (where: Frame, origin: string, deadline = 10_000) =>
  where.evaluate(
    async ([expected, wait]) => {
      const { bridge: own, problems, restarted } = window.played;
      const inFrame = document.querySelector('iframe');
      try {
        window.played.adapter = await own.bridgeAdapter(
          own.pageWindowChannel({
            other: () => (inFrame ? inFrame.contentWindow : window.parent),
            origin: expected,
          }),
          {
            deadline: wait,
            onproblem: (problem) => void problems.push(problem),
            onrestart: (adapter) => void restarted.push(adapter),
          },
        );
        return (await window.played.adapter.describe(new AbortController().signal)).name;
      } catch (error) {
        return String((error as { code?: string }).code ?? error);
      }
    },
    [origin, deadline] as const,
  );
const read = (where: Frame) =>
  where.evaluate(async () => {
    const { adapter, restarted } = window.played;
    const newest = restarted.at(-1) ?? adapter!;
    const ids: string[] = [];
    const { signal } = new AbortController();
    for await (const batch of newest.records!({ asOf: '2026-11-24', types: {} }, signal))
      ids.push(...batch.map(({ patient }) => patient.id));
    return ids;
  });
const problems = (where: Frame) => where.evaluate(() => window.played.problems);

describe('a frame of another origin', () => {
  it.each([
    ['the page first', true],
    ['the host first', false],
  ])('meets the page around it, %s, and again when it is loaded anew', async (_, isPageFirst) => {
    pages = { [journal]: html(script + frame(overblik)), [overblik]: html(script) };
    await page.goto(journal);
    const [around, inside] = [await at(journal), await at(overblik)];
    if (!isPageFirst) await serve(around, overblik);
    const connected = connect(inside, journal);
    if (isPageFirst) await serve(around, overblik);
    expect(await connected).toBe('Klinik');
    expect(await read(inside)).toEqual(['1', '2']);

    await inside.evaluate(() => void setTimeout(() => location.reload()));
    await inside.waitForFunction(() => window.played?.adapter === undefined);
    expect(await connect(await at(overblik), journal)).toBe('Klinik');
    expect(await read(await at(overblik))).toEqual(['1', '2']);
    expect(await problems(around)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('that is the host is met again when it is loaded anew: a new adapter goes on', async () => {
    pages = { [overblik]: html(script + frame(journal)), [journal]: html(script) };
    await page.goto(overblik);
    const around = await at(overblik);
    await serve(await at(journal), overblik);
    expect(await connect(around, journal)).toBe('Klinik');
    await (await at(journal)).evaluate(() => void setTimeout(() => location.reload()));
    await expect
      .poll(async () => (await at(journal)).evaluate(() => window.played.host === undefined))
      .toBe(true);
    await serve(await at(journal), overblik);
    await expect.poll(() => around.evaluate(() => window.played.restarted.length)).toBe(1);
    expect(await read(around)).toEqual(['1', '2']);
    expect(
      await around.evaluate(() =>
        window.played.adapter!.describe(new AbortController().signal).then(
          () => 'answered',
          ({ code }: { code: string }) => code,
        ),
      ),
    ).toBe('restarted');
    expect(troubles).toEqual([]);
  });

  it('without an origin meets by the word for it, "null", and is told from others by its window', async () => {
    pages = {
      [journal]: html(script + frame(overblik, 'sandbox="allow-scripts"')),
      [overblik]: html(script),
    };
    await page.goto(journal);
    const [around, inside] = [await at(journal), await at(overblik)];
    await serve(around, 'null');
    expect(await connect(inside, journal)).toBe('Klinik');
    expect(await read(inside)).toEqual(['1', '2']);
  });
});

describe('who is not expected', () => {
  it('by origin gets nothing: the host passes it over, tells it once, and without a word of it', async () => {
    pages = { [journal]: html(script + frame(other)), [other]: html(script) };
    await page.goto(journal);
    const [around, inside] = [await at(journal), await at(other)];
    await serve(around, overblik);
    // What the browser itself says of a message for another origin goes to the console alone.
    for (let times = 0; times < 3; times++)
      expect(await connect(inside, journal, 300)).toBe('no-host');
    expect(await problems(around)).toEqual([{ kind: 'other-origin' }]);
    expect(JSON.stringify(await problems(around))).not.toContain('Frida');
  });

  it('by window gets nothing, though it is of the origin that is expected', async () => {
    pages = {
      [journal]: html(`${script}${frame(overblik)}${frame(`${overblik}/second`)}`),
      [overblik]: html(script),
    };
    await page.goto(journal);
    const around = await at(journal);
    await serve(around, overblik);
    const second = await at(`${overblik}/second`);
    expect(await connect(second, journal, 300)).toBe('no-host');
    expect(await problems(around)).toEqual([{ kind: 'other-source' }]);
    expect(await connect(await at(`${overblik}/`), journal)).toBe('Klinik');
  });

  it('and plays the host is not asked: the page passes over what another frame opens', async () => {
    pages = {
      [journal]: html(`${script}${frame(overblik)}${frame(other)}`),
      [overblik]: html(script),
      [other]: html(script),
    };
    await page.goto(journal);
    const [around, inside, attacker] = [await at(journal), await at(overblik), await at(other)];
    const connected = connect(inside, journal);
    await attacker.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => void ((window as { heard?: boolean }).heard = true);
      window.parent.frames[0]!.postMessage({ overblik: 'bridge', type: 'open' }, '*', [port2]);
      window.parent.frames[0]!.postMessage({ overblik: 'bridge', type: 'here' }, '*');
    });
    await expect.poll(() => problems(inside)).toEqual([{ kind: 'other-source' }]);
    await serve(around, overblik);
    expect(await connected).toBe('Klinik');
    expect(await attacker.evaluate(() => 'heard' in window)).toBe(false);
    expect(await problems(inside)).toEqual([{ kind: 'other-source' }]);
  });
});

it('a worker that holds the data serves the page', async () => {
  pages = { [overblik]: html(script) };
  const worker = `
    globalThis.window = globalThis;
    await import('/begin.js');
    const { bridge, clinic } = globalThis.played;
    bridge.serveBridge(clinic, bridge.portChannel(globalThis));
  `;
  await page
    .context()
    .route(`${overblik}/worker.js`, (route) =>
      route.fulfill({ body: worker, contentType: 'text/javascript' }),
    );
  await page
    .context()
    .route(`${overblik}/`, (route) =>
      route.fulfill({ body: html(script), contentType: 'text/html' }),
    );
  await page.goto(overblik);
  const here = await at(overblik);
  await here.evaluate(async () => {
    const { bridge: own } = window.played;
    const made = new Worker('/worker.js', { type: 'module' });
    window.played.adapter = await own.bridgeAdapter(own.portChannel(made));
  });
  expect(await read(here)).toEqual(['1', '2']);
  expect(troubles).toEqual([]);
});
