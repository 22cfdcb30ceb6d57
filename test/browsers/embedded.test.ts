/** The pages of the fresh projects of `npm run test:embed`, walked in Firefox ESR over WebDriver BiDi. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countListeners, walksOf } from '../embed/walk.ts';

const names = (process.env.OVERBLIK_EMBEDDED ?? '').split(',').filter(Boolean);

let browser: Browser;
beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.OVERBLIK_FIREFOX!,
    headless: true,
  });
});
afterAll(() => browser.close());

it.each(walksOf(names))('%s: %s', async (name, file, { isFile, walk }) => {
  const folder = `.build/embed/${name}/dist`;
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const url = isFile
    ? `${String(pathToFileURL(resolve(folder)))}/`
    : server.resolvedUrls!.local[0]!;
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 800 });
  const troubles: string[] = [];
  // A Firefox asks for an icon by itself, which a strict policy forbids.
  const note = (words: string) => words.includes('/favicon.ico') || troubles.push(words);
  page.on('pageerror', (error) => note(`error: ${String(error)}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) note(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || /^(?:data|blob|about):/.test(request.url());
    if (!isOwn) note(`request: ${request.url()}`);
  });
  await page.evaluateOnNewDocument(countListeners);
  await page.goto(`${url}${file}`);
  await walk(page);
  expect(troubles).toEqual([]);
  await page.close();
  await server.close();
});
