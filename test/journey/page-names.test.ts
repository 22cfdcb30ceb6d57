/** A page whose elements bear names that libraries use: the one file does its work all the same. */
import { expect, it } from 'vitest';
import { isDeep } from '../depth.ts';
import { serveWithBrowser, watch } from './browser.ts';

const site = serveWithBrowser('dist');
const names = [
  ...['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata'],
  ...['litHtmlPolyfillSupport', 'litElementPolyfillSupport', 'reactiveElementPolyfillSupport'],
  ...['litElementHydrateSupport', 'litNonce', '__zod_globalConfig', '__zod_globalRegistry'],
  ...['ShadyCSS', 'ShadyDOM'],
  ...['customElements', 'trustedTypes', 'performance', 'crypto', 'host', 'root', 'frame'],
];

it.each(isDeep ? ['id', 'name'] : ['id'])('every such name as an %s', async (attribute) => {
  const page = await site.browser.newPage();
  const troubles = watch(page, site.url);
  const elements = names.map((name) => `<form ${attribute}="${name}"></form>`).join('');
  const address = `${site.url}names.html`;
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
  // Their styles are theirs: no sheet in the page's markup, which a strict policy would not let in.
  expect(await page.locator('overblik-population >> css=style').count()).toBe(0);
  expect(troubles).toEqual([]);
  await page.close();
});
