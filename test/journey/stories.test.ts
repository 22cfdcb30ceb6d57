/**
 * Axe over every story, light and dark: nothing may be found. One page shows them in turn, as the sidebar does:
 * what they have in common is loaded once.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
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

/** Besides Lit's, what the browser says of a sandbox: that it is one of ours, and what it refuses. */
const expected =
  /Lit is in dev mode|both allow-scripts and allow-same-origin|Ignored call to 'print\(\)'/;

let browser: Browser;
let served: Served;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), serve('.build/storybook')]);
  page = await browser.newPage({ viewport: { width: 1280, height: 600 } });
  troubles = watch(page, served.url);
  // Storybook's own run of axe is held back: two at once disturb each other.
  await page.goto(
    `${served.url}iframe.html?id=${stories[0]?.id}&viewMode=story&globals=theme:light;a11y.manual:!true`,
  );
  await page.waitForFunction(settled, stories[0]?.id);
  await page.evaluate(axe);
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

describe('every story', () => {
  it.each(stories.map(({ id, title, name }) => [`${title}: ${name}`, id]))('%s', async (_, id) => {
    const before = troubles.length;
    await page.evaluate(show, id);
    await page.waitForFunction(settled, id, { timeout: 10_000 });
    // A frame of the story is another page to axe.
    for (const frame of page.frames()) if (frame !== page.mainFrame()) await frame.evaluate(axe);
    const inTheLight = await page.evaluate(complaints, undefined);
    // What is there is the same in the dark: only its colours are to be looked at again.
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
    });
    const inTheDark = await page.evaluate(complaints, 'cat.color');
    expect({ inTheLight, inTheDark }).toEqual({ inTheLight: [], inTheDark: [] });
    expect(troubles.slice(before).filter((each) => !expected.test(each))).toEqual([]);
  });
});

/** In the page: what axe complains of, by all of its rules or by those with a tag. */
async function complaints(tag: string | undefined): Promise<readonly string[]> {
  const { axe } = window as unknown as {
    axe: { run(where: Element | null, options: RunOptions): Promise<AxeResults> };
  };
  const { violations } = await axe.run(
    document.querySelector('#storybook-root'),
    // Of a tag's rules, without a word, axe runs those of level AAA as well.
    tag
      ? {
          runOnly: { type: 'tag', values: [tag] },
          rules: { 'color-contrast-enhanced': { enabled: false } },
        }
      : {},
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`,
  );
}

interface Preview {
  readonly currentRender?: { readonly id?: string; readonly phase?: string };
  readonly channel: { emit(event: string, to: object): void };
}

/** In the page: shows a story in place of the one before. */
function show(storyId: string): void {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__: Preview;
  };
  preview.channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
}

/** In the page: the story is played to its end, and shows its last face (those that load for ever aside). */
function settled(id = ''): boolean {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__?: Preview;
  };
  if (preview?.currentRender?.id !== id) return false;
  const { phase } = preview?.currentRender ?? {};
  if (phase === 'errored') throw new Error('The story does not play.');
  // Storybook's own wait for animations to end is not ours: one that follows scrolling has no end.
  if (!['completing', 'completed', 'finished'].includes(phase ?? '')) return false;
  const shown = '#storybook-root [as-of], #storybook-root overblik-grid, body > main > [as-of]';
  const framed = document.querySelector<HTMLIFrameElement>('#storybook-root iframe');
  const element = (framed?.contentDocument ?? document).querySelector(shown);
  if (!element?.shadowRoot?.firstElementChild) return element?.localName === 'overblik-marker';
  const forEver = /loading|new-adapter/.test(id);
  const busy = (root: ShadowRoot): boolean =>
    root.querySelector('[aria-busy=true]') !== null ||
    [...root.querySelectorAll('*')].some((each) => each.shadowRoot && busy(each.shadowRoot));
  return forEver || !busy(element.shadowRoot);
}
