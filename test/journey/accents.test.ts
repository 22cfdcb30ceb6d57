/** A list and a cockpit under accents that are hard to read, whole: axe over what is drawn, and the user's own colours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { isDeep } from '../depth.ts';
import { serveWithBrowser } from './browser.ts';

const site = serveWithBrowser('.build/journal');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// The tokens themselves are asked everyday (test/browser/accents.test.ts).
const inDepth = isDeep ? it : it.skip;
const accents = ['yellow', 'white', 'black', 'red', '#808080', 'blue'];

async function open(theme: string, forcedColors: 'active' | 'none'): Promise<Page> {
  const viewport = { width: 1366, height: 1100 };
  const context = await site.browser.newContext({ viewport, forcedColors, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${site.url}?profile=dk.demens&size=300&theme=${theme}&fresh`);
  const row = page.locator('overblik-population .line').first();
  await row.waitFor();
  await row.locator('[aria-colindex="4"]').click();
  await page.locator('overblik-cockpit [part=foot]').waitFor();
  return page;
}

async function setAccent(page: Page, accent: string): Promise<void> {
  await page.evaluate(async (colour) => {
    document.querySelector('overblik-workspace')!.style.setProperty('--overblik-accent', colour);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }, accent);
}

inDepth.each(['light', 'dark'])('%s: every text has its contrast', async (theme) => {
  const page = await open(theme, 'none');
  await page.evaluate(axe);
  for (const accent of accents) {
    await setAccent(page, accent);
    const { violations, passes } = await page.evaluate(() =>
      (
        window as unknown as {
          readonly axe: { run(context: Element, options: object): Promise<AxeResults> };
        }
      ).axe.run(document.querySelector('overblik-workspace')!, { runOnly: ['color-contrast'] }),
    );
    const nodes = violations.flatMap((each) => each.nodes.map(({ target }) => target.join(' ')));
    expect(nodes, accent).toEqual([]);
    expect(passes.flatMap((each) => each.nodes).length).toBeGreaterThan(100);
  }
  await page.context().close();
});

inDepth('forced colours stay the user’s own', async () => {
  const page = await open('light', 'active');
  const colours = () =>
    page.locator('overblik-population :is(.link, .chip, button, select)').evaluateAll((all) =>
      all.map((element) => {
        const { color, backgroundColor, borderTopColor, outlineColor } = getComputedStyle(element);
        return [color, backgroundColor, borderTopColor, outlineColor].join(' ');
      }),
    );
  const before = await colours();
  expect(before.length).toBeGreaterThan(20);
  for (const accent of accents) {
    await setAccent(page, accent);
    expect(await colours(), accent).toEqual(before);
  }
  await page.context().close();
});
