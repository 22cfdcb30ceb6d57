/**
 * The pages of each fresh project (`main.mjs`), walked in Chromium as a user does: the list that the engine finds, told
 * of by an event; a cockpit, a status in the round, a dialog and the focus; another profile by the state of the host;
 * and an end that leaves no listener behind. In Firefox: `test/browsers/embedded.test.ts`.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser, watch } from '../journey/browser.ts';
import { countListeners, walksOf } from './walk.ts';

const names = (process.env.OVERBLIK_EMBEDDED ?? '').split(',').filter(Boolean);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each(walksOf(names))('%s: %s', async (name, file, { isFile, walk }) => {
  const folder = `.build/embed/${name}/dist`;
  expect(existsSync(`${folder}/${file}`)).toBe(true);
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  const url = isFile
    ? `${String(pathToFileURL(resolve(folder)))}/`
    : server.resolvedUrls!.local[0]!;
  page.setDefaultTimeout(120_000);
  const troubles = watch(page, url);
  await page.addInitScript(countListeners);
  await page.goto(`${url}${file}`);
  await walk(page);
  expect(troubles).toEqual([]);
  await page.close();
  await server.close();
});
