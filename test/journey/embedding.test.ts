/**
 * Overblik in pages of plain HTML, from the files of the package, under a strict policy: by itself, in a frame, and in
 * two versions side by side, by prefix and by registry. In frameworks: `npm run test:embed`.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { asOf, countListeners, members, seeList, walkWhole, workRound } from '../embed/walk.ts';
import { serveWithBrowser, watch } from './browser.ts';

const dist = serveWithBrowser('dist');

// Each copy of lit makes the policy of its name.
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'">`;

const pages: Readonly<Record<string, readonly [type: string, body: string]>> = {
  'page.css': [
    'text/css',
    'overblik-workspace, overblik-population, other-population { height: 44rem } iframe { width: 100%; height: 46rem }',
  ],
  'plain.html': [
    'text/html',
    `<button>KOL</button><button>Skjul</button><output></output><main></main><script type="module" src="plain.js"></script>`,
  ],
  'plain.js': [
    'text/javascript',
    `import { memoryAdapter } from './overblik.js';
    import { demens, kol, sampleClinic } from './overblik-testing.js';
    const [other, toggle] = document.querySelectorAll('button');
    const told = [];
    let profileId = 'dk.demens';
    let workspace;
    const show = () => {
      workspace = document.createElement('overblik-workspace');
      Object.assign(workspace, {
        adapter: memoryAdapter(sampleClinic()), profiles: [demens, kol], profileId, asOf: '${asOf}',
      });
      workspace.addEventListener('overblik-loaded', ({ detail }) => {
        told.push(detail.members);
        document.querySelector('output').textContent = told.join();
      });
      document.querySelector('main').append(workspace);
    };
    other.onclick = () => (workspace.profileId = profileId = 'dk.kol');
    toggle.onclick = () => {
      if (workspace.isConnected) workspace.remove();
      else show();
      toggle.textContent = workspace.isConnected ? 'Skjul' : 'Vis';
    };
    show();`,
  ],
  'frame.html': ['text/html', '<iframe src="plain.html"></iframe>'],
  'two.html': ['text/html', '<main></main><script type="module" src="two.js"></script>'],
  // The same file under two addresses: modules of their own, as two versions are.
  'two.js': [
    'text/javascript',
    `import { memoryAdapter } from './overblik.js';
    import { define } from './other/overblik.js';
    import { demens, sampleClinic } from './overblik-testing.js';
    const place = (element, root) => {
      Object.assign(element, {
        adapter: memoryAdapter(sampleClinic()), profiles: [demens], profileId: 'dk.demens', asOf: '${asOf}',
      });
      root.append(element);
    };
    const main = document.querySelector('main');
    place(document.createElement('overblik-population'), main);
    define({ prefix: 'other' });
    place(document.createElement('other-population'), main);
    // Chromium has registries of their own from 146.
    if ('customElementRegistry' in Element.prototype) {
      const registry = new CustomElementRegistry();
      define({ registry });
      const scope = main.appendChild(document.createElement('section'));
      const root = scope.attachShadow({ mode: 'open', customElementRegistry: registry });
      place(document.createElement('overblik-population', { customElementRegistry: registry }), root);
    }`,
  ],
};

async function open(name: string): Promise<{ page: Page; troubles: readonly string[] }> {
  const page = await dist.browser.newPage({ viewport: { width: 1400, height: 800 } });
  page.setDefaultTimeout(120_000);
  const troubles = watch(page, dist.url);
  await countListeners(page);
  for (const [file, [type, body]] of Object.entries(pages))
    await page.route(`${dist.url}${file}`, (route) =>
      route.fulfill({
        contentType: type,
        body:
          type === 'text/html'
            ? `<!doctype html><html lang="da"><meta charset="utf-8">${policy}<link rel="stylesheet" href="page.css">${body}`
            : body,
      }),
    );
  await page.route(`${dist.url}other/overblik.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', path: 'dist/overblik.js' }),
  );
  await page.goto(`${dist.url}${name}`);
  return { page, troubles };
}

it('in a page of plain HTML: list, round, dialog, another profile, and an end without a listener', async () => {
  const { page, troubles } = await open('plain.html');
  await walkWhole(page);
  expect(troubles).toEqual([]);
  await page.close();
});

it('in a frame', async () => {
  const { page, troubles } = await open('frame.html');
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await seeList(frame, 'Patienter med demens', members.demens);
  await workRound(frame, members.demens);
  expect(troubles).toEqual([]);
  await page.close();
});

it('in two versions on one page: by prefix, and by a registry of their own', async () => {
  const { page, troubles } = await open('two.html');
  const lists = page.locator('overblik-population, other-population');
  const count = (await page.evaluate(() => 'customElementRegistry' in Element.prototype)) ? 3 : 2;
  await expect.poll(async () => [...troubles, await lists.count()]).toEqual([count]);
  for (const list of await lists.all()) {
    await list.locator('.figure.total').waitFor();
    await expect
      .poll(() => list.locator('.figure.total').innerText())
      .toMatch(new RegExp(`^\\s*${members.demens} patient`));
  }
  const classes = await lists.evaluateAll(
    (all) => new Set(all.map((each) => Object.getPrototypeOf(each.constructor) as unknown)).size,
  );
  expect(classes).toBe(2);
  expect(troubles).toEqual([]);
  await page.close();
});
