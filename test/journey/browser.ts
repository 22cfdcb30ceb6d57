/** A real Chromium over built pages, with everything that goes wrong in a page written down. */
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { OverblikPopulation } from '../../src/define.ts';
import { holdPrintsInPage } from './held-prints.ts';

/**
 * How long a page waits for what is to come, in milliseconds: a clinic of usual size is made, evaluated for sixteen lists,
 * and counted on nine dates, and a machine may be busy.
 */
const patience = 150_000;

/** Reaches the Chromium of all journeys. Closing it closes what this file has opened in it. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

/** Where a built folder is served. */
function addressOf(folder: string): string {
  const url = inject('served')[folder];
  if (!url) throw new Error(`Nothing is served from ${folder}: build it first.`);
  return url;
}

/** The address of a built folder, and a browser for it, while a file's tests run. */
export function serveWithBrowser(folder: string): {
  readonly browser: Browser;
  readonly url: string;
} {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    get browser() {
      if (!browser) throw new Error('Pages are opened in tests, and in hooks after this one.');
      return browser;
    },
    url: addressOf(folder),
  };
}

interface Worked {
  readonly page: Page;
  readonly troubles: string[];
}

/** Opened by the first test that works in it. */
let worked: Promise<Worked> | undefined;

/**
 * The demo journal, worked by test after test of all files in one page: a page of its own would compile everything
 * anew, which takes longer than most tests. Each test loads it afresh; nothing is kept of the one before, and nothing
 * may have gone wrong.
 *
 * @param during Whether each test begins anew, or all of a file go on in what they have opened.
 */
export function workedJournal(
  viewport: { readonly width: number; readonly height: number },
  during: 'test' | 'file' = 'test',
): {
  readonly page: Page;
  readonly list: ListOn;
  readonly url: string;
} {
  const url = addressOf('.build/journal');
  let page: Page | undefined;
  const open = async (): Promise<Worked> => {
    const opened = await (await (await openBrowser()).newContext()).newPage();
    opened.setDefaultTimeout(patience);
    return { page: opened, troubles: watch(opened, url) };
  };
  const [before, after] =
    during === 'test' ? [beforeEach, afterEach] : ([beforeAll, afterAll] as const);
  before(async () => {
    if ((await worked)?.page.isClosed()) worked = undefined;
    worked ??= open();
    ({ page } = await worked);
    await page.setViewportSize(viewport);
  });
  after(async () => {
    const { page: own, troubles } = await worked!;
    const found = [...troubles];
    await forget(own, url);
    troubles.length = 0;
    expect(found).toEqual([]);
  });
  const begun = (): Page => {
    if (!page) throw new Error('The journal is worked in tests, and in hooks after this one.');
    return page;
  };
  return {
    get page() {
      return begun();
    },
    get list() {
      return listOn(begun());
    },
    url,
  };
}

/** Leaves a page without anything of what was done in it. */
async function forget(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null });
  const protocol = await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  await protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await protocol.detach();
}

/**
 * The list on a page, as a user finds things in it: columns by their heads, patients by their rows.
 *
 * @param headRows Rows of the header: cards have one.
 */
export function listOn(page: Page, headRows = 2) {
  const list = page.locator('overblik-population');
  const row = (index: number) => list.locator(`.line[aria-rowindex="${index + headRows + 1}"]`);
  const head = (title: string) =>
    list
      .locator('.heads .cell')
      .filter({ has: page.locator('.text', { hasText: new RegExp(`^${title}$`) }) });
  return {
    /** The row at a place, counted from nought. */
    row,
    /** Those that are drawn. */
    rows: list.locator('.line'),
    head,
    cell: async (of: Locator, title: string) =>
      of.locator(`[aria-colindex="${await head(title).getAttribute('aria-colindex')}"]`),
    link: (index: number) => row(index).locator('.link'),
    check: (index: number) => row(index).getByRole('checkbox'),
    async name(index: number) {
      return (await this.cell(row(index), 'Navn')).innerText();
    },
    /** How many are in the population, as the line over the list says it. */
    async members() {
      const words = await list.locator('.figure.total').innerText();
      return /([\d.]+) patient\w*$/.exec(words.trim())?.[1] ?? words;
    },
    showing: () => list.locator('.showing').innerText(),
    footer: list.locator('.footer'),
    panel: list.locator('[part=panel]'),
    /** Changes of the round that are not stored yet. */
    pending: () =>
      list.evaluate((element) => (element as OverblikPopulation).round?.state.pending.count),
    button: (words: string) => list.getByRole('button', { name: words, exact: true }),
    ready: () => list.locator('.line').first().waitFor(),
  };
}
export type ListOn = ReturnType<typeof listOn>;

/** Errors, policy violations and requests to anywhere else. All must stay empty. */
export function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(`error: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(origin) && !['data:', 'blob:', 'about:'].includes(protocol))
      troubles.push(`request: ${request.url()}`);
  });
  return troubles;
}

/** In place of the browser's own dialog, what is printed stays to be looked at. */
export async function holdPrints(page: Page): Promise<void> {
  await page.evaluate(holdPrintsInPage);
}
