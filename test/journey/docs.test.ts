/** The documentation's pages open, and what they link to is there. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { serveWithBrowser, watch } from './browser.ts';

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly importPath: string;
}

const { entries } = JSON.parse(readFileSync('.build/storybook/index.json', 'utf8')) as {
  readonly entries: Readonly<Record<string, Entry>>;
};
const documents = Object.values(entries).filter(({ importPath }) => importPath.endsWith('.mdx'));

const site = serveWithBrowser('.build/storybook');

it('there is a page of each subject', () => {
  expect(documents.map(({ title }) => title)).toEqual(
    expect.arrayContaining(
      [
        'Overview',
        'First day',
        'Getting started',
        'Embedding',
        'Events',
        'Command line',
        'Recipes/In a frame',
        'Theming',
        'Tags in templates',
        'Profiles',
        'Profile viewer',
        'Profile editor',
        'The archive',
        'Other languages',
        'Attrition',
        'Disclosure control',
        'Statistics of reports',
        'Cluster packages',
        'Reports out of databases',
        'Report format',
        'Reports',
        'Terminology',
        'Semantics',
        'Architecture',
        'Glossary',
        'Add a record type',
        'Benchmarks',
        'Decisions',
      ].map((subject) => `Overblik/${subject}`),
    ),
  );
});

describe('every page', () => {
  let page: Page;
  let troubles: readonly string[];
  // One page of the browser shows them in turn, as the sidebar does.
  beforeAll(async () => {
    page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
    troubles = watch(page, site.url);
    await page.goto(`${site.url}iframe.html?id=${documents.at(-1)?.id}&viewMode=docs`);
    await page.locator('.sbdocs h1').first().waitFor();
  });

  it.each(documents.map(({ title, id }) => [title, id]))('%s', async (_, id) => {
    const before = troubles.length;
    await page.evaluate(show, id);
    await page.locator('.sbdocs h1').first().waitFor();
    const targets = await page
      .locator('.sbdocs a[href*="path="]')
      .evaluateAll((links) =>
        links.map(
          (link) => /path=\/(?:docs|story)\/([^&#]+)/.exec((link as HTMLAnchorElement).href)?.[1],
        ),
      );
    const pictures = await page
      .locator('.sbdocs img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    const lost = await page
      .locator('.sbdocs a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1)))
          .filter((id) => !document.getElementById(id)),
      );
    // A table that is not read as one stands there as text.
    const text = await page.locator('.sbdocs-content').innerText();
    expect(text.length).toBeGreaterThan(200);
    expect(targets.filter((target) => !(target && target in entries))).toEqual([]);
    expect(lost).toEqual([]);
    expect(pictures).not.toContain(0);
    expect(text).not.toMatch(/\| -{3}/);
    expect(troubles.slice(before).filter((each) => !each.includes('Lit is in dev mode'))).toEqual(
      [],
    );
  });
});

/** In the page: shows another page of the docs, and waits until it is drawn. */
function show(storyId: string): Promise<void> {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__: {
      channel: {
        once(event: string, listener: () => void): void;
        emit(event: string, to: object): void;
      };
    };
  };
  return new Promise((resolve) => {
    preview.channel.once('docsRendered', resolve);
    preview.channel.emit('setCurrentStory', { storyId, viewMode: 'docs' });
  });
}
