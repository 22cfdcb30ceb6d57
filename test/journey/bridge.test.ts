/**
 * The bridge between real windows of different origins, and to a real worker, each with the one file that is published;
 * and the demo journal with Overblik in a frame of its own.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as bridge from '../../src/adapter/bridge/index.ts';
import type { ClinicAdapter, Round } from '../../src/adapter/index.ts';
import { isDeep, someOf } from '../depth.ts';
import { openBrowser, serveWithBrowser, watch } from './browser.ts';

/** Of `npm run test:deep`: everyday another way to meet stands for it. */
const inDepth = it.runIf(isDeep);

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

describe('between windows', () => {
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
      .poll(
        () => (found = page.frames().find((each) => each.url().startsWith(origin))) !== undefined,
      )
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
    it.each(
      someOf(
        [
          ['the page first', true],
          ['the host first', false],
        ] as const,
        2,
      ),
    )('meets the page around it, %s, and again when it is loaded anew', async (_, isPageFirst) => {
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

    inDepth(
      'without an origin meets by the word for it, "null", and is told from others by its window',
      async () => {
        pages = {
          [journal]: html(script + frame(overblik, 'sandbox="allow-scripts"')),
          [overblik]: html(script),
        };
        await page.goto(journal);
        const [around, inside] = [await at(journal), await at(overblik)];
        await serve(around, 'null');
        expect(await connect(inside, journal)).toBe('Klinik');
        expect(await read(inside)).toEqual(['1', '2']);
      },
    );
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

    inDepth('by window gets nothing, though it is of the origin that is expected', async () => {
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
});

describe('the demo journal with Overblik in a frame', () => {
  const site = serveWithBrowser('.build/journal');
  const address = (query: string) =>
    `${site.url}?profile=dk.demens&date=2026-11-24&theme=light&size=500&fresh${query}`;
  const rows = (place: Page | FrameLocator) => place.locator('overblik-population .line');
  const shown = async (place: Page | FrameLocator) => {
    await rows(place).first().waitFor();
    return rows(place).allInnerTexts();
  };
  const nameIn = (row: number) => rows(frame).nth(row).locator('[aria-colindex="4"]');
  let journal: Page;
  let frame: FrameLocator;
  let troubles: string[];
  /** As it is shown where Overblik stands on the journal’s own page. */
  let without: readonly string[];
  // Loaded once: the tests go on in it, one after the other, as a user would.
  beforeAll(async () => {
    journal = await site.browser.newPage({ viewport: { width: 1600, height: 1000 } });
    troubles = watch(journal, site.url);
    await journal.goto(address(''));
    without = await shown(journal);
    await journal.goto(address('&host=bridge'));
    frame = journal.frameLocator('iframe.overblik');
  });
  afterAll(async () => {
    // No error, no breach of the policy, no request to anywhere else, in any of the two.
    expect(troubles).toEqual([]);
    await journal.close();
  });

  it('shows the same list as without, and no address names a patient', async () => {
    expect(await shown(frame)).toEqual(without);
    expect(without.length).toBeGreaterThan(5);
    expect(await journal.locator('overblik-workspace').count()).toBe(0);
    for (const each of journal.frames()) expect(each.url()).not.toMatch(/\d{6}-?\d{4}/);
  });

  it('writes in the round, which the journal stores', async () => {
    await nameIn(0).click();
    const cockpit = frame.locator('overblik-cockpit');
    await cockpit.getByPlaceholder('Note til næste runde …').fill('Ringes op.');
    await cockpit.getByRole('button', { name: 'Gennemgået og næste' }).click();
    await expect.poll(() => journal.evaluate(notesInRounds)).toEqual(['Ringes op.']);
    await cockpit.getByRole('button', { name: 'Luk' }).first().click();
  });

  it('does actions in the journal, what they are to say included', async () => {
    const name = await nameIn(1).innerText();
    await rows(frame).nth(1).getByRole('checkbox').click();
    const dialog = frame.getByRole('dialog');
    const kinds = [
      ['Opret opgave', 'Ring til {fornavn}'],
      ['Læg i kø', undefined],
    ] as const;
    const some = isDeep ? kinds : kinds.slice(0, 1);
    for (const [action, text] of some) {
      await frame.getByRole('button', { name: action }).click();
      if (text) await dialog.locator('input[type=text], input:not([type])').first().fill(text);
      await dialog.getByRole('button', { name: action }).click();
      await dialog.getByRole('button', { name: 'Luk' }).click();
    }
    await journal.getByRole('link', { name: 'Køer' }).click();
    const tasks = journal.locator('table.tasks tr').filter({ hasText: name });
    await expect.poll(() => tasks.count()).toBe(some.length);
    expect(await tasks.allInnerTexts()).toContainEqual(expect.stringContaining('Ring til'));
    await journal.getByRole('link', { name: 'Population' }).click();
  });

  it('opens the journal by the CPR number, and the list is where it was left', async () => {
    const name = await nameIn(2).innerText();
    await rows(frame).nth(2).locator('.link').click();
    await journal.locator('.banner h1').waitFor();
    expect(await journal.locator('.banner h1').innerText()).toBe(name);
    await journal.getByRole('button', { name: 'Tilbage til listen' }).click();
    const focused = () =>
      journal.evaluate(() => document.activeElement?.classList.contains('overblik'));
    await expect.poll(focused).toBe(true);
    expect(await nameIn(2).innerText()).toBe(name);
  });

  it('goes on with another adapter, as after a restart, and says what that one lacks', async () => {
    // Whoever is done stands last when the list is loaded anew.
    const sorted = async () => (await rows(frame).allInnerTexts()).sort();
    const before = await sorted();
    await journal.locator('#fault').selectOption('no-medication');
    await expect.poll(sorted).not.toEqual(before);
    await journal.locator('#fault').selectOption('normal');
    await expect.poll(sorted).toEqual(before);
  });

  it('follows the journal’s language and colours', async () => {
    await journal.locator('#lang').selectOption('en');
    await journal.locator('#theme').selectOption('dark');
    await frame.getByPlaceholder('Search name, CPR, code …').waitFor();
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
  });
});

/** In the page: all notes of the rounds that the journal has stored. */
async function notesInRounds(): Promise<readonly string[]> {
  const answer = <Answer>(request: IDBRequest<Answer>) =>
    new Promise<Answer>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const database = await answer(indexedDB.open('journal'));
  const store = database.transaction('rounds').objectStore('rounds');
  const rounds = await answer(store.getAll() as IDBRequest<Round[]>);
  database.close();
  return rounds.flatMap(({ members }) => members.flatMap(({ note }) => note ?? []));
}
