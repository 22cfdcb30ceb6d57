/** A real Chromium over built pages, with everything that goes wrong in a page written down. */
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, inject } from 'vitest';
import type { OverblikPopulation } from '../../src/define.ts';

/** Reaches the Chromium of all journeys. Closing it closes what this file has opened in it. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built folder on a free port of localhost. */
async function serve(folder: string): Promise<Served> {
  const server: PreviewServer = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error(`Nothing is served from ${folder}: build it first.`);
  return { url, close: () => server.close() };
}

/** Serves a built folder, and reaches a browser for it, while a file's tests run. */
export function serveWithBrowser(folder: string): {
  readonly browser: Browser;
  readonly url: string;
} {
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    [browser, served] = await Promise.all([openBrowser(), serve(folder)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const begun = <T>(each: T | undefined): T => {
    if (each === undefined)
      throw new Error('Pages are opened in tests, and in hooks after this one.');
    return each;
  };
  return {
    get browser() {
      return begun(browser);
    },
    get url() {
      return begun(served).url;
    },
  };
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
export function watch(page: Page, origin: string): readonly string[] {
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
