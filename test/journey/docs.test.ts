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
        'Statistics of reports',
