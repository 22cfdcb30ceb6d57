/**
 * What a host writes in each framework is known to its compiler: what is right passes, and what is wrong is named. In
 * TSX and Vue a mistake is said to be one by a comment of theirs (`@ts-expect-error`), which is an error where none
 * is; elsewhere `<!-- wrong: why -->` stands over the line that is wrong.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const checkers: Readonly<Record<string, readonly [command: string, ...args: readonly string[]]>> = {
  'react-18': ['tsc', '--project', '.'],
  'react-19': ['tsc', '--project', '.'],
  preact: ['tsc', '--project', '.'],
  solid: ['tsc', '--project', '.'],
  vue: ['vue-tsc', '--project', '.'],
  svelte: ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'machine'],
  angular: ['ngc', '--project', '.'],
};

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
