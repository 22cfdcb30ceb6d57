/** The lint that holds `src` to the supported browsers (`.tools/browser-support`) sees what it is to see. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { needed } from '../src/elements/shared/needed.ts';

interface Used {
  readonly name: string;
  readonly feature: object;
  readonly isPrefixed?: boolean;
}

const tool = async (name: string): Promise<unknown> =>
  import(createRequire(import.meta.url).resolve(`../.tools/browser-support/${name}.mjs`));
const { featuresOfCss, featuresOfSelector } = (await tool('css')) as {
  featuresOfCss(text: string): readonly Used[];
  featuresOfSelector(text: string): readonly Used[];
};
const { featuresOfMarkup } = (await tool('markup')) as {
  featuresOfMarkup(text: string): readonly Used[];
};
const { lackedBy } = (await tool('targets')) as {
  lackedBy(feature: object, isPrefixed?: boolean): readonly string[];
};

const { questions } = (await tool('guarded')) as { questions: readonly string[] };

const beyond = (used: readonly Used[]) =>
  used.filter((each) => lackedBy(each.feature, each.isPrefixed).length > 0).map(({ name }) => name);

it.each([
  ['a { width: round(up, 1rem, 1px) }', 'css.types.round'],
  ['a { --x: round(up, 1rem, 1px) }', 'css.types.round'],
  ['a { color: light-dark(#000, #fff) }', 'css.types.color.light-dark'],
  ['a { color: rgb(from red r g b) }', 'css.types.color.rgb.relative_syntax'],
  ['a { grid-template-columns: subgrid }', 'css.properties.grid-template-columns.subgrid'],
  ['a { width: 3cap }', 'css.types.length.cap'],
  ['a:dir(rtl) { width: 3px }', 'css.selectors.dir'],
  ['@starting-style { a { opacity: 0 } }', 'css.at-rules.starting-style'],
  ['@supports not (color: red) { a { width: 3cap } }', 'css.types.length.cap'],
  ['a { user-select: none }', 'css.properties.user-select'],
  ['width: 3cap; color: red;', 'css.types.length.cap'],
])('sees %s', (rules, name) => {
  expect(beyond(featuresOfCss(rules))).toContain(name);
});

it.each([
  'a { width: max(1px, 1rem); color: color-mix(in srgb, red, blue) }',
  'a:has(b), c:popover-open { width: 3cqi; height: 3dvh }',
  '@container (max-width: 3rem) { a { color: red } }',
  '@supports (width: 3cap) { a { width: 3cap } }',
  'a { -webkit-user-select: none; user-select: none }',
  'a { float: left; float: inline-start }',
])('says nothing of %s', (rules) => {
  expect(beyond(featuresOfCss(rules))).toEqual([]);
});

it('sees selectors that scripts ask, and markup', () => {
  expect(beyond(featuresOfSelector(':dir(rtl)'))).toEqual(['css.selectors.dir']);
  expect(beyond(featuresOfMarkup('<details name="x"></details><p class=${a}></p>'))).toEqual([
    'html.elements.details.name',
  ]);
});

it('whatever a browser is asked before anything is drawn is needed by what the lint found', () => {
  expect([...questions].sort()).toEqual(Object.keys(needed).sort());
});

describe('the page on browsers', () => {
  const page = readFileSync('stories/docs/browsers.mdx', 'utf8');

  it('has the bar of the lint', () => {
    const rows = [...page.matchAll(/^\| (Chromium|WebView2|Firefox|Safari)\b[^|]*\| (\d+) /gm)];
    const bar = Object.fromEntries(rows.map(([, name = '', from = '']) => [name, from]));
    const { Chromium: chrome, WebView2: edge, Firefox: firefox, Safari: safari } = bar;
    expect(manifest.browserslist).toEqual(
      Object.entries({ chrome, edge, firefox, safari }).map((each) => each.join(' >= ')),
    );
  });

  it('names what the elements ask for first', () => {
    const [, list = ''] = /It lacks the first of: (.*?)\. Each is/.exec(page) ?? [];
    expect([...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(Object.keys(needed));
  });
});
