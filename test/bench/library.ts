/** Whose sources `overblik` stands for in a bundle: this checkout's, or another's to compare with. */
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** `overblik` is the checkout's `src/index.ts`, `overblik/engine` its `src/engine/index.ts`, and so on. */
export function libraryFrom(checkout: string): Plugin {
  return {
    name: 'library',
    setup(build) {
      build.onResolve({ filter: /^overblik(\/|$)/ }, ({ path }) => ({
        path: join(checkout, 'src', ...path.split('/').slice(1), 'index.ts'),
      }));
    },
  };
}
