/** How test files reach the browser: as few modules, for a page of its own would else load hundreds. */
import { globSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

/**
 * A plugin of @web/test-runner: bundles the test files in one go. What several of them import stands in modules that
 * they share, which the browser loads and compiles once for all pages.
 *
 * @param files The pattern of all test files.
 * @param define What stands for what in them, as esbuild's `define`.
 */
export function bundledTests(files, define = {}) {
  let root = '';
  /** By path, what was bundled: made at the first request, and anew after a change. */
  let bundled;
  return {
    name: 'bundled-tests',
    serverStart({ config, fileWatcher }) {
      root = config.rootDir;
      fileWatcher?.on('change', () => (bundled = undefined));
    },
    async serve({ path }) {
      if (!/^\/bundled\/|\.test\.(?:ts|js\.map)$/.test(path)) return undefined;
      bundled ??= bundle();
      const text = (await bundled).get(path);
      return text === undefined
        ? undefined
        : {
            body: text,
            type: path.endsWith('.map') ? 'json' : 'js',
            // Its name changes with what is in it.
            headers: path.startsWith('/bundled/') ? { 'cache-control': 'max-age=86400' } : {},
          };
    },
  };

  async function bundle() {
    const { outputFiles } = await build({
      entryPoints: globSync(files, { cwd: root }).map((file) => resolve(root, file)),
      absWorkingDir: root,
      outdir: root,
      outbase: root,
      entryNames: '[dir]/[name]',
      chunkNames: 'bundled/[name]-[hash]',
      bundle: true,
      splitting: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      conditions: ['development'],
      define,
      // What the test runner itself serves.
      external: ['/__web*'],
      sourcemap: 'linked',
      sourcesContent: false,
      logLevel: 'error',
    });
    return new Map(
      outputFiles.map(({ path, text }) => [
        `/${relative(root, path).split(sep).join('/')}`.replace(/\.test\.js$/, '.test.ts'),
        text,
      ]),
    );
  }
}
