import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

/** By source file: what it takes something from at run time, ours aside; type imports are gone by then. */
const imports = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const source = readFileSync(join('src', file), 'utf8');
    const specifiers = [
      ...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^.'][^']*)'/gm),
      ...source.matchAll(/\bimport\('([^.'][^']*)'\)/g),
    ].map(([, specifier = '']) => specifier);
    return { file: file.replaceAll('\\', '/'), specifiers };
  });

const isOfNode = (specifier: string) => specifier.startsWith('node:');

it('src imports each production dependency, and no other package', () => {
  const packages = imports
    .flatMap(({ specifiers }) => specifiers)
    .filter((specifier) => !isOfNode(specifier))
    .map(packageOf);
  expect([...new Set(packages)].sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

it('only the program for Node imports anything of Node', () => {
  const users = imports.filter(({ specifiers }) => specifiers.some(isOfNode));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter(({ file }) => !file.startsWith('cli/'))).toEqual([]);
});

it('the packages that the owner named are among them', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(
    expect.arrayContaining(['lit', '@lit-labs/virtualizer', 'date-fns', 'zod']),
  );
});

it('each entry has its source, and its types where it is a module', () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue;
    const source = target.types.replace('./dist/', 'src/').replace('.d.ts', '.ts');
    expect(existsSync(source), `${name} is made of ${source}`).toBe(true);
  }
});

/** `date-fns/locale/da` is of `date-fns`, `@lit/context/x.js` of `@lit/context`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
