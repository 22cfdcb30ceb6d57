/** How test files reach the browser: as few modules, for a page of its own would else load hundreds. */
import { globSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

/**
 * A plugin of @web/test-runner: bundles the test files in one go. What several of them import stands in modules that
 * they share, which the browser loads and compiles once for all pages.
 *
 * @param files The pattern of all test files.
 * @param workedOut Names of modules whose exports, plain data, are worked out here once, and not by each page.
 * @param define What stands for what in them, as esbuild's `define`.
 */
export function bundledTests(files, workedOut = [], define = {}) {
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

  function workOut({ onLoad }) {
    for (const module of workedOut)
      onLoad({ filter: new RegExp(`[\\\\/]${module}$`) }, async ({ path }) => {
        const options = { entryPoints: [path], bundle: true, write: false, format: 'esm' };
        const [{ text }] = (await build({ ...options, platform: 'node' })).outputFiles;
        const exported = await import(`data:text/javascript,${encodeURIComponent(text)}`);
        return {
          contents: Object.entries(exported)
            .map(
              ([name, value]) =>
                `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
            )
            .join('\n'),
          loader: 'js',
        };
      });
  }

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
      define,
      plugins: [{ name: 'worked-out', setup: workOut }],
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
