import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'));

/** Names of the packages that `src/` takes something from at run time: type imports are gone by then. */
const imported = new Set(
  sources.flatMap((source) =>
    [
      ...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^.'][^']*)'/gm),
      ...source.matchAll(/\bimport\('([^.'][^']*)'\)/g),
    ].map(([, specifier = '']) => packageOf(specifier)),
  ),
);

it('src imports each production dependency, and no other package', () => {
  expect([...imported].sort()).toEqual(Object.keys(manifest.dependencies).sort());
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
