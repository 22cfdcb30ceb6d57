/** Axe over every story, light and dark: nothing may be found. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, serve, watch, type Served } from './browser.ts';

interface StoryEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

const index = JSON.parse(readFileSync('.build/storybook/index.json', 'utf8')) as {
  readonly entries: Readonly<Record<string, StoryEntry>>;
};
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let served: Served;
let pages: BrowserContext;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), serve('.build/storybook')]);
  // One context: the pages share what they have loaded.
  pages = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

it('there are stories of every element', () => {
  expect(new Set(stories.map(({ title }) => title))).toEqual(
    new Set(['Population', 'Grid', 'Cockpit', 'Marker', 'Workspace']),
  );
});

describe.concurrent.each(['light', 'dark'])('%s', (theme) => {
  it.each(stories.map(({ id, title, name }) => [`${title}: ${name}`, id]))('%s', async (_, id) => {
    const page = await pages.newPage();
    const troubles = watch(page, served.url);
    // Storybook's own run of axe is held back: two at once disturb each other.
    const globals = `theme:${theme};a11y.manual:!true`;
    await page.goto(`${served.url}iframe.html?id=${id}&viewMode=story&globals=${globals}`);
    await page.waitForFunction(settled, undefined, { timeout: 10_000 });
    await page.evaluate(axe);
    const results = await page.evaluate(() =>
      (window as unknown as { axe: { run(where: Element | null): Promise<AxeResults> } }).axe.run(
        document.querySelector('#storybook-root'),
      ),
    );
    const found = results.violations.map(
      ({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => String(target)).join(' | ')}`,
    );
    await page.close();
    expect(found).toEqual([]);
    expect(troubles.filter((each) => !each.includes('Lit is in dev mode'))).toEqual([]);
  });
});

/** In the page: the story is played to its end, and shows its last face (those that load for ever aside). */
function settled(): boolean {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } };
  };
  const phase = preview?.currentRender?.phase;
  if (phase === 'errored') throw new Error('The story does not play.');
  if (phase !== 'completed' && phase !== 'finished') return false;
  const element = document.querySelector('#storybook-root [as-of], #storybook-root overblik-grid');
  if (!element?.shadowRoot?.firstElementChild) return element?.localName === 'overblik-marker';
  const forEver = /loading/.test(location.search);
  const busy = (root: ShadowRoot): boolean =>
    root.querySelector('[aria-busy=true]') !== null ||
    [...root.querySelectorAll('*')].some((each) => each.shadowRoot && busy(each.shadowRoot));
  return forEver || !busy(element.shadowRoot);
}
