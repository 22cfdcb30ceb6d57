/** How a test file reaches the browser: as one module, for a page of its own would else load hundreds. */
import { resolve, sep } from 'node:path';
import { build } from 'esbuild';

/**
 * A plugin of @web/test-runner: bundles each test file with all that it imports.
 *
 * @param define What stands for what in them, as esbuild's `define`.
 */
export function bundledTests(define = {}) {
  let root = '';
  return {
    name: 'bundled-tests',
    serverStart({ config }) {
      root = config.rootDir;
    },
    async serve({ path }) {
      if (!path.endsWith('.test.ts')) return undefined;
      const { outputFiles } = await build({
        entryPoints: [resolve(root, `.${path.split('/').join(sep)}`)],
        absWorkingDir: root,
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        conditions: ['development'],
        define,
        // What the test runner itself serves.
        external: ['/__web*'],
        sourcemap: 'inline',
        sourcesContent: false,
        logLevel: 'error',
      });
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}
