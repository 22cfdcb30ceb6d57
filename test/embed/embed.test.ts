/** The page of each fresh project (`main.mjs`), walked as a user does. */
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, watch } from '../journey/browser.ts';
import { countListeners, walkWhole } from './walk.ts';

const names = (process.env.OVERBLIK_EMBEDDED ?? '').split(',').filter(Boolean);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/**
 * The list that the engine finds, told of by an event; a cockpit, a status in the round, a dialog and the focus; another
 * profile by the state of the host; and an end that leaves no listener behind.
 */
it.each(names)('%s', async (name) => {
  const folder = `.build/embed/${name}/dist`;
  expect(existsSync(`${folder}/index.html`)).toBe(true);
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  const url = server.resolvedUrls!.local[0]!;
  page.setDefaultTimeout(120_000);
  const troubles = watch(page, url);
  await countListeners(page);
  await page.goto(url);
  await walkWhole(page);
  expect(troubles).toEqual([]);
  await page.close();
  await server.close();
});
