/** A page whose elements bear names that libraries use: the one file does its work all the same. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, serve, watch, type Served } from './browser.ts';

let browser: Browser;
let served: Served;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), serve('dist')]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const names = [
  ...['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata'],
  ...['litHtmlPolyfillSupport', 'litElementPolyfillSupport', 'reactiveElementPolyfillSupport'],
  ...['litElementHydrateSupport', 'litNonce', '__zod_globalConfig', '__zod_globalRegistry'],
  ...['customElements', 'trustedTypes', 'performance', 'crypto', 'host', 'root', 'frame'],
];

it.each(['id', 'name'])('every such name as an %s', async (attribute) => {
  const page = await browser.newPage();
  const troubles = watch(page, served.url);
  const elements = names.map((name) => `<form ${attribute}="${name}"></form>`).join('');
  const address = `${served.url}names.html`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>x</title>${elements}
        <overblik-cockpit></overblik-cockpit><overblik-population></overblik-population>
        <script type="module" src="overblik.js"></script>`,
    }),
  );
  await page.goto(address, { waitUntil: 'commit' });
  for (const tag of ['overblik-cockpit', 'overblik-population'])
    await page.locator(tag).getByText('Ingen klinik er forbundet').waitFor();
  expect(troubles).toEqual([]);
  await page.close();
});
