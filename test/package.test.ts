import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
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

describe('the entries', () => {
  /** Modules among them, by name: the source that each is made of. */
  const modules = new Map(
    Object.entries(manifest.exports).flatMap(([name, target]) =>
      typeof target === 'string' ? [] : [[name.replace('.', 'overblik'), sourceOf(target.types)]],
    ),
  );

  it('have their sources, and their types where they are modules', () => {
    for (const [name, source] of modules)
      expect(existsSync(source), `${name} is made of ${source}`).toBe(true);
  });

  it('are all in the docs’ table of entries, with a size where they are code', () => {
    const page = readFileSync('stories/docs/package.mdx', 'utf8');
    const told = new Map(
      [...page.matchAll(/^\| `(overblik[^`]*)`.*\| *(?:\{kB\['([^']+)'\]\})? *\|$/gm)].map(
        ([, name = '', size]) => [name, size],
      ),
    );
    expect([...told.keys()].sort()).toEqual(
      Object.keys(manifest.exports)
        .map((name) => name.replace('.', 'overblik'))
        .sort(),
    );
    const guarded = manifest['size-limit'].map(({ name }) => name);
    for (const [name, size] of told)
      if (!/\.json$|\/types\//.test(name))
        expect(guarded, `${name} has a line in package.json's size-limit`).toContain(size);
  });

  it.each([
    'overblik/profile',
    'overblik/engine',
    'overblik/sql',
    'overblik/adapter/memory',
    'overblik/testing',
  ])('%s reaches no element, and nothing that elements are made with', async (name) => {
    const reached = await reachedFrom(modules.get(name) ?? '');
    expect(reached.size).toBeGreaterThan(5);
    expect(
      [...reached].filter((each) => /^(?:src\/(?:elements|ui|model)\/|@?lit)/.test(each)),
    ).toEqual([]);
  });

  it('leave fixtures to the one that publishes them', async () => {
    const sources = new Set([...modules.values()].filter((source) => source.endsWith('.ts')));
    expect(sources.delete('fixtures/entry.ts')).toBe(true);
    const reached = [...(await reachedFrom(...sources))];
    expect(reached.filter((each) => each.startsWith('fixtures/'))).toEqual([]);
  });
});

/** The source that types in `dist/` are made from; those of tags are made from the manifest. */
function sourceOf(types: string): string {
  if (/^\.\/dist\/(?:react\.|types\/)/.test(types)) return '.tools/tag-types/index.mjs';
  return types
    .replace(/^\.\/dist\/testing\/entry\b/, 'fixtures/entry')
    .replace(/^\.\/dist\//, 'src/')
    .replace(/\.d\.ts$/, '.ts');
}

/** Our files and the packages that sources come to by their imports and those of theirs, types left out. */
async function reachedFrom(...sources: readonly string[]): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    entryPoints: [...sources],
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: 'nowhere',
    write: false,
    metafile: true,
    packages: 'external',
  });
  const { inputs } = metafile;
  return new Set([
    ...Object.keys(inputs),
    ...Object.values(inputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external).map(({ path }) => packageOf(path)),
    ),
  ]);
}

/** `date-fns/locale/da` is of `date-fns`, `@lit/context/x.js` of `@lit/context`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
