/** Two copies of the library on one page: under another prefix, and in a registry of its own. Each works whole. */
import { expect, it } from 'vitest';
import { serveWithBrowser, watch } from './browser.ts';

const site = serveWithBrowser('dist');

it('each draws its list and its cockpit, and tells its own host', async () => {
  const page = await site.browser.newPage({ viewport: { width: 1300, height: 1500 } });
  page.setDefaultTimeout(120_000);
  const troubles = watch(page, site.url);
  const address = `${site.url}versions.html`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="da"><title>x</title>
        <style>overblik-workspace, other-workspace { height: 450px }</style>
        <section id="first"></section><section id="prefix"></section><section id="registry"></section>
        <script type="module" src="versions.js"></script>`,
    }),
  );
  await page.route(`${site.url}versions.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      // Another address is another copy: with classes, contexts and memories of its own.
      body: `
        import * as first from './overblik.js';
        import * as second from './overblik.js?second';
        import { demens, sampleClinic } from './overblik-testing.js';

        second.define({ prefix: 'other' });
        const registry = second.define({ registry: 'new' });
        const root = document.querySelector('#registry').attachShadow({
          mode: 'open',
          customElementRegistry: registry,
        });
        const told = (window.told = []);
        for (const [name, place, prefix, copy] of [
          ['first', document.querySelector('#first'), 'overblik', first],
          ['prefix', document.querySelector('#prefix'), 'other', second],
          ['registry', root, 'overblik', second],
        ]) {
          place.innerHTML = \`<\${prefix}-workspace style="display:block;height:450px"></\${prefix}-workspace>\`;
          const workspace = place.firstElementChild;
          if (!(workspace instanceof copy.OverblikWorkspace)) told.push(name + ' is of another copy');
          Object.assign(workspace, {
            adapter: copy.memoryAdapter(sampleClinic()),
            profiles: [demens],
            asOf: '2026-11-24',
          });
          workspace.addEventListener('overblik-loaded', ({ detail }) =>
            told.push(name + ' loaded ' + detail.members),
          );
          workspace.addEventListener('overblik-patient-selected', () => told.push(name + ' selected'));
        }`,
    }),
  );
  await page.goto(address);
  const told = () =>
    page.evaluate(() => [...(window as unknown as { told: string[] }).told].sort());

  for (const [name, prefix] of [
    ['first', 'overblik'],
    ['prefix', 'other'],
    ['registry', 'overblik'],
  ] as const) {
    const list = page.locator(`#${name} ${prefix}-population`);
    await list.locator('.line').first().waitFor();
    await list.locator('.line [aria-colindex="4"]').first().click();
    const cockpit = page.locator(`#${name} ${prefix}-cockpit`);
    await cockpit.locator('[part=identity]').waitFor();
    await cockpit.locator('[part=advice], [part=why]').first().waitFor();
  }
  const heard = await told();
  expect(heard.map((each) => each.replace(/\d+/, 'n'))).toEqual(
    ['first', 'prefix', 'registry'].flatMap((name) => [`${name} loaded n`, `${name} selected`]),
  );
  expect(new Set(heard.flatMap((each) => /\d+/.exec(each) ?? [])).size).toBe(1);
  expect(troubles).toEqual([]);
  await page.close();
});
