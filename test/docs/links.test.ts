/** No link of the docs is dead: pages by their title, headings on them, and files of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, it } from 'vitest';
import { filesIn } from '../files.ts';

const files = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...filesIn('src').filter((file) => file.endsWith('.md')),
  ...filesIn('stories/docs').filter((file) => /\.mdx?$/.test(file)),
];

/** By the id that Storybook gives a page, its file; of generated pages what they are made from. */
const pages = new Map(
  files.flatMap((file) => {
    const [, title] = /<Meta title="([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? [];
    return title === undefined ? [] : [[idOf(title), file] as const];
  }),
);
const generated = new Map([
  ['overblik-semantics', 'stories/docs/semantics.md'],
  ['overblik-tables-of-the-semantics', undefined],
]);

it.each(files)('%s', (file) => {
  const dead = linksIn(file).filter((link) => !isAlive(file, link));
  expect(dead).toEqual([]);
});

it.each(files)('%s: the tests that it names are there', (file) => {
  const prose = readFileSync(file, 'utf8');
  const named = [...prose.matchAll(/`(test\/[\w./-]+\.ts)`/g)].map(([, path = '']) => path);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

/** What is about the house itself; every other page is read by who has the package alone. */
const ofTheHouse =
  /CONTRIBUTING|CHANGELOG|architecture|record-type|benchmarks|decisions|semantics|^src/;

it.each(files.filter((file) => !ofTheHouse.test(file)))(
  '%s: names nothing that only the repository has',
  (file) => {
    const [, ...named] = readFileSync(file, 'utf8').split(/`(?=src\/|npm run build)/);
    // A recipe's own project has a folder of that name.
    const isOwn = /recipes\/(angular|react|svelte|vue)/.test(file);
    expect(isOwn ? [] : named.map((each) => each.split('`')[0])).toEqual([]);
  },
);

it('finds what is dead', () => {
  expect(isAlive('README.md', 'stories/docs/nothing.mdx')).toBe(false);
  expect(isAlive('README.md', 'stories/docs/embedding.mdx#no-such-heading')).toBe(false);
  expect(isAlive('stories/docs/events.mdx', '?path=/docs/overblik-nothing--docs')).toBe(false);
  expect(isAlive('stories/docs/events.mdx', '?path=/docs/overblik-embedding--docs#nothing')).toBe(
    false,
  );
  expect(
    isAlive('stories/docs/events.mdx', '?path=/docs/overblik-embedding--docs#the-adapter'),
  ).toBe(true);
  expect(isAlive('stories/docs/embedding.mdx', '#actions')).toBe(true);
});

/** Targets of links, in prose alone. */
function linksIn(file: string): readonly string[] {
  const prose = readFileSync(file, 'utf8')
    .replace(/^\s*(`{3,})[^]*?^\s*\1\s*$/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/\b(?:href|src)="([^"]+)"/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function isAlive(file: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const [, page] = /^\?path=\/docs\/(.+)--docs$/.exec(target) ?? [];
  // Of a story the test of the built docs knows.
  if (target.startsWith('?path=/story/')) return true;
  if (page !== undefined && generated.has(page)) {
    const source = generated.get(page);
    return anchor === undefined || source === undefined || hasHeading(source, anchor);
  }
  const found =
    page === undefined ? (target === '' ? file : join(dirname(file), target)) : pages.get(page);
  if (found === undefined || !existsSync(found)) return page !== undefined && isOfElement(page);
  return anchor === undefined || hasHeading(found, anchor);
}

/** The elements' own pages are made of their stories. */
function isOfElement(page: string): boolean {
  return ['workspace', 'population', 'cockpit', 'marker', 'grid'].includes(page);
}

function hasHeading(file: string, anchor: string): boolean {
  return [...readFileSync(file, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].some(
    ([, heading = '']) => slugOf(heading) === anchor,
  );
}

/** As Storybook and GitHub name headings. */
function slugOf(heading: string): string {
  return heading
    .replace(/[`*_]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** As Storybook makes ids of titles. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
