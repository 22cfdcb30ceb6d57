/** What the walk of the focus (`test/browser/focus-return.test.ts`) has to go through, read from the source. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sources = globSync('src/{elements,ui}/**/*.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** What opens over the page, by its class or part. */
const opened = sources.flatMap(({ text }) => [
  ...namesIn(text, /<dialog\s[^>]*?class="(\w+)"/g),
  ...namesIn(text, /dialog\.className = '(\w+)'/g),
  ...namesIn(text, /part="(\w+)"\s+popover\b/g),
  ...namesIn(text, /(?<=class )Cell(?=Panel\b)/g, 'cell'),
]);

it('every dialog and panel is walked', () => {
  const walk = readFileSync('test/browser/focus-return.test.ts', 'utf8');
  const table = walk.slice(walk.indexOf('const dialogs'));
  expect(new Set(opened)).toEqual(
    new Set(['run', 'panel', 'ask', 'keys', 'share', 'time', 'cell', 'action']),
  );
  for (const name of opened)
    expect(name === 'panel' || table.includes(`  ${name}: async () => {`), name).toBe(true);
});

it('there are as many as say that they open', () => {
  const ways = sources.filter(({ text }) =>
    /<dialog\s|createElement\('dialog'\)|\s+popover\s+(tabindex|role)|\.popover = /.test(text),
  );
  expect(ways.map(({ path }) => path)).toHaveLength(new Set(opened).size - 1);
});

it('no control is disabled: it would lose the focus as it is pressed (`aria-disabled` keeps it)', () => {
  const found = sources.filter(({ text }) => /\?disabled=|\.disabled = /.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

function namesIn(text: string, pattern: RegExp, name?: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found]) => name ?? found!);
}
