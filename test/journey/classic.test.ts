/** The classic script, for pages that load no modules: from a folder (`file://`), and guarded by its integrity hash. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { snippetsIn } from '../docs/snippets.ts';
import { serveWithBrowser, watch } from './browser.ts';

const site = serveWithBrowser('dist');
const scripts = ['overblik.classic.js', 'overblik-testing.classic.js'];
const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;

/** What the docs tell a host to write: the page, and its script. */
const [markup = '', host = ''] = snippetsIn(
  'package.mdx',
  readFileSync('stories/docs/package.mdx', 'utf8'),
)
  .filter(({ says }) => says.get('by') === 'test/journey/classic.test.ts')
  .map(({ code }) => code);

/** The page of the docs, with an element whose id is the global’s name; it does not say its encoding. */
function pageWith(change: (markup: string) => string): string {
  return `<!doctype html><title>Host</title>${change(markup)}`.replace(
    '<overblik-workspace',
    '<form id="overblik"></form><overblik-workspace',
  );
}

async function expectList(page: Page): Promise<void> {
  const list = page.locator('overblik-population');
  await list.locator('.line').first().waitFor();
  expect(await list.locator('.figure.total').innerText()).toBe('28 patienter');
  // Letters that are not ASCII are read as they were written.
  const text = await list.evaluate((element) => element.shadowRoot?.textContent);
  expect(text).toMatch(/[æøå]/);
  expect(text).not.toMatch(/[Ã\uFFFD]/);
  expect(
    await page.evaluate(
      () => (window as unknown as { overblik: { version: string } }).overblik.version,
    ),
  ).toBe(version);
}

it('makes a list from a folder, under a strict policy', async () => {
  const folder = '.build/package/file';
  mkdirSync(folder, { recursive: true });
  for (const file of scripts) copyFileSync(join('dist', file), join(folder, file));
  writeFileSync(join(folder, 'host.js'), host);
  writeFileSync(
    join(folder, 'index.html'),
    pageWith((each) => each),
  );
  const page = await site.browser.newPage();
  const url = String(pathToFileURL(folder));
  const troubles = watch(page, url);
  await page.goto(`${url}/index.html`);
  await expectList(page);
  expect(troubles).toEqual([]);
  await page.close();
});

it('has no worker in a folder: the browser starts none', async () => {
  const folder = '.build/package/file';
  mkdirSync(folder, { recursive: true });
  copyFileSync('dist/overblik-worker.js', join(folder, 'overblik-worker.js'));
  writeFileSync(join(folder, 'plain.html'), '<!doctype html><title>Host</title>');
  const page = await site.browser.newPage();
  await page.goto(`${String(pathToFileURL(folder))}/plain.html`);
  const outcome = await page.evaluate(() => {
    try {
      new Worker('overblik-worker.js', { type: 'module' });
    } catch (error) {
      return String(error);
    }
    return 'started';
  });
  expect(outcome).toMatch(/SecurityError/);
  await page.close();
});

it('is let in by its integrity hash alone, and not when it was changed', async () => {
  const policy = `script-src ${scripts.map((file) => `'${integrity[file]}'`).join(' ')} 'nonce-host'`;
  const open = async (change: (code: string) => string) => {
    const page = await site.browser.newPage();
    const troubles = watch(page, site.url);
    await page.route(`${site.url}guarded.html`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: pageWith((each) =>
          each
            .replace("script-src 'self'", policy)
            .replace('src="host.js"', 'nonce="host" src="host.js"')
            .replaceAll(
              /src="(overblik[\w.-]+)"/g,
              (src, file: string) => `${src} integrity="${integrity[file]}"`,
            ),
        ),
      }),
    );
    await page.route(`${site.url}host.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: host }),
    );
    await page.route(`${site.url}overblik.classic.js`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: change(readFileSync('dist/overblik.classic.js', 'utf8')),
      }),
    );
    await page.goto(`${site.url}guarded.html`);
    return { page, troubles };
  };
  const { page, troubles } = await open((code) => code);
  await expectList(page);
  expect(troubles).toEqual([]);
  await page.close();

  const changed = await open((code) => `${code};`);
  expect(changed.troubles.join('\n')).toMatch(/integrity/);
  expect(
    await changed.page.evaluate(() => customElements.get('overblik-workspace') === undefined),
  ).toBe(true);
  await changed.page.close();
});
