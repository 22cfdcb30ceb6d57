/**
 * Overblik in pages of plain HTML, from the files of the package, under a strict policy: by itself, in a frame, and in
 * two versions side by side, by prefix and by registry. From the tarball, from a folder (`file://`), in frameworks and in
 * Firefox: `npm run test:embed`.
 */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, it } from 'vitest';
import { countListeners, pages } from '../embed/walk.ts';
import { filesIn } from '../files.ts';
import { serveWithBrowser, watch } from './browser.ts';

const dist = serveWithBrowser('dist');
const folder = 'test/embed/projects/html/pages';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

async function open(name: string, change = (html: string) => html) {
  const page = await dist.browser.newPage({ viewport: { width: 1400, height: 800 } });
  page.setDefaultTimeout(120_000);
  const troubles = watch(page, dist.url);
  await page.addInitScript(countListeners);
  for (const file of filesIn(folder))
    await page.route(`${dist.url}${file.slice(folder.length + 1)}`, (route) =>
      route.fulfill({
        contentType: types[extname(file)]!,
        body: change(readFileSync(file, 'utf8')),
      }),
    );
  // A second address makes modules of their own, as a second version does.
  await page.route(/\/(?:overblik|other)\/[\w.-]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      path: `dist/${new URL(route.request().url()).pathname.split('/').at(-1)!}`,
    }),
  );
  await page.goto(`${dist.url}${name}`);
  return { page, troubles };
}

it.each(pages.map((each) => [each.file, each] as const))('%s', async (name, { walk }) => {
  const { page, troubles } = await open(name);
  await walk(page);
  expect(troubles).toEqual([]);
  await page.close();
});

it('a policy that lets the name of lit’s be taken once lets one version in', async () => {
  const { page, troubles } = await open('two.html', (html) =>
    html.replace(" 'allow-duplicates'", ''),
  );
  await expect.poll(() => troubles.join()).toMatch(/lit-html/);
  expect(await page.evaluate(() => customElements.get('other-population'))).toBe(undefined);
  await page.close();
});
