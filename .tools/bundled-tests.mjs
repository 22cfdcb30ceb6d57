/** How test files reach the browser: as few pages, each of few modules, for one a file would start and compile anew. */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes files that each stand for a page: some test files take turns in it, each as a suite by its own name.
 *
 * @param files The pattern of all test files.
 * @param alone Names of those that need a page of their own.
 * @param most How many others share one.
 * @param folder Where the pages are written; what stood there is gone.
 */
export function writePages(files, { alone, most, folder }) {
  const all = globSync(files).sort();
  const sharing = all.filter((file) => !alone.includes(basename(file)));
  const count = Math.ceil(sharing.length / most);
  // Dealt out like cards: neighbours by name are alike, and a page of them all would be longer than the others.
  const dealt = Array.from({ length: count }, (_, page) =>
    sharing.filter((_, index) => index % count === page),
  );
  const pages = [...dealt, ...all.filter((file) => !sharing.includes(file)).map((file) => [file])];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return pages.map((own, index) => {
    const path = join(folder, `page-${String(index + 1).padStart(2, '0')}.test.ts`);
    const toPage = (file) => relative(folder, file).split(sep).join('/');
    const suites = own.map(
      (file) => `inTurn('${file.split(sep).join('/')}', () => require('${toPage(file)}'));\n`,
    );
    const inTurn = toPage(join(dirname(all[0]), 'in-turn.ts'));
    writeFileSync(path, `import { inTurn } from '${inTurn}';\n\n${suites.join('')}`);
    return path.split(sep).join('/');
  });
}

/**
 * A plugin of @web/test-runner: bundles the test files in one go. What several pages import stands in modules that
 * they share, which the browser loads and compiles once for all of them. What stands beside the test files (the stage
 * that they set up) is evaluated for each of them, though they share a page: its hooks are of that file's suite.
 *
 * @param entries What is asked for: test files, or the pages in which they take turns.
 * @param workedOut Names of modules whose exports, plain data, are worked out here once, and not by each page.
 * @param define What stands for what in them, as esbuild's `define`.
 */
export function bundledTests(entries, workedOut = [], define = {}) {
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

  /** Gives each test file its own of what stands beside it. */
  function standApart({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/.*\.ts$/ }, ({ path, importer, resolveDir, pluginData }) => {
      const owner = pluginData?.owner ?? (importer.endsWith('.test.ts') ? importer : undefined);
      if (!owner || resolveDir !== dirname(owner) || workedOut.includes(basename(path))) return;
      return {
        path: resolve(resolveDir, path),
        suffix: `?${basename(owner)}`,
        pluginData: { owner },
      };
    });
    onLoad({ filter: /\.ts$/ }, ({ path, pluginData }) =>
      pluginData?.owner
        ? { contents: readFileSync(path, 'utf8'), loader: 'ts', pluginData }
        : undefined,
    );
  }

  async function bundle() {
    const { outputFiles } = await build({
      entryPoints: entries
        .flatMap((pattern) => globSync(pattern, { cwd: root }))
        .map((file) => resolve(root, file)),
      absWorkingDir: root,
      outdir: root,
      outbase: root,
      entryNames: '[dir]/[name]',
      chunkNames: 'bundled/[name]-[hash]',
      // Of all files: those that a plugin hands over are read by none of their own.
      tsconfig: join(root, 'tsconfig.json'),
      bundle: true,
      splitting: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      define,
      plugins: [
        { name: 'worked-out', setup: workOut },
        { name: 'stand-apart', setup: standApart },
      ],
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
