/**
 * What a host writes in each framework is known to its compiler: what is right passes, and what is wrong is named. In
 * TSX and Vue a mistake is said to be one by a comment of theirs (`@ts-expect-error`), which is an error where none
 * is; elsewhere `<!-- wrong: why -->` stands over the line that is wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { snippets } from '../docs/snippets.ts';

const checkers: Readonly<Record<string, readonly [command: string, ...args: readonly string[]]>> = {
  'react-18': ['tsc', '--project', '.'],
  'react-19': ['tsc', '--project', '.'],
  preact: ['tsc', '--project', '.'],
  solid: ['tsc', '--project', '.'],
  vue: ['vue-tsc', '--project', '.'],
  svelte: ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'machine'],
  angular: ['ngc', '--project', '.'],
};

/** The docs' page on tags: by the heading of a snippet, the file that it is tried as. */
const page = 'stories/docs/tags.mdx';
const files: Readonly<Record<string, string>> = {
  'React 19': 'react-19/docs.tsx',
  'React 18': 'react-18/docs.tsx',
  'Vue 3': 'vue/Docs.vue',
  'Svelte 5': 'svelte/Docs.svelte',
  'Angular 20': 'angular/docs.ts',
};
const tried = snippets.filter((each) => each.page === page && each.says.has('by'));

beforeAll(() => {
  for (const { section, code } of tried) {
    const file = files[headingOf(section)];
    if (file) writeFileSync(`test/tags/hosts/${file}`, `${code}\n`);
  }
});

it('the docs have a snippet of each, and name the files that editors read', () => {
  const headings = tried.map(({ section }) => headingOf(section));
  expect(headings).toEqual(
    [...Object.keys(files), 'Editors'].sort((a, b) => headings.indexOf(a) - headings.indexOf(b)),
  );
  const settings = tried.find(({ language }) => language === 'json')!;
  for (const [file = ''] of Object.values(JSON.parse(settings.code) as Record<string, string[]>))
    expect(existsSync(file.replace('./node_modules/overblik/', '')), file).toBe(true);
});

function headingOf(section: string): string {
  return /^#+ (.*)$/m.exec(section)?.[1] ?? '';
}

it('every framework that is here is asked', () => {
  const folders = readdirSync('test/tags/hosts', { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(checkers).sort());
});

it.each(Object.keys(checkers))('%s', (name) => {
  const [command, ...args] = checkers[name]!;
  const folder = `test/tags/hosts/${name}`;
  const { stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  const said = `${stdout}\n${stderr}`;
  const wrong = readdirSync(folder)
    .filter((file) => /\.(tsx?|vue|svelte)$/.test(file))
    .flatMap((file) =>
      readFileSync(`${folder}/${file}`, 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.includes('<!-- wrong: ') ? [`${file}:${at + 2}`] : [])),
    );
  expect(linesNamed(said), said).toEqual(wrong.sort());
});

/** `host.ts(12,3): error`, `host.ts:12:3 - error` and `ERROR "Host.svelte" 12:3` are all `host.ts:12`. */
function linesNamed(said: string): readonly string[] {
  const plain = said.replaceAll(/\u001b\[\d+m/g, '');
  const named = [
    ...plain.matchAll(/^([\w.-]+)(?:\(|:)(\d+)[,:]\d+\)?(?::| -) error/gm),
    ...plain.matchAll(/ ERROR "([\w.-]+)" (\d+):/g),
  ].map(([, file, line]) => `${file}:${line}`);
  // What is said of no line: settings, other packages.
  const others = plain
    .split('\n')
    .filter((line) => /\berror\b/i.test(line) && !/COMPLETED|^\s*~|^\d+ /.test(line))
    .filter((line) => !/^[\w.-]+(\(|:)\d+/.test(line) && !/ ERROR "/.test(line));
  return [...new Set([...named, ...others])].sort();
}
