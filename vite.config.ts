import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The strictest policy that a host may set (stories/docs/security.mdx): the built demo runs under it. The journal may
 * have Overblik in a frame besides.
 */
const policyOf = (page: string) =>
  [
    "default-src 'none'",
    ...(page.endsWith('index.html') ? ["frame-src 'self'"] : []),
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    "require-trusted-types-for 'script'",
    // Besides lit's own, the journal's: it starts the worker that it lends to the list.
    'trusted-types lit-html journal',
  ].join('; ');

const strictPolicy: Plugin = {
  name: 'strict-content-security-policy',
  apply: 'build',
  transformIndexHtml: (_, { filename }) => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf(filename) },
      injectTo: 'head-prepend',
    },
  ],
};

/** Files that count the work that is done. */
const countingWork = ['test/**/work.test.ts'];
const notHere = ['browser', 'browsers', 'embed', 'journey', 'bench', 'tags', 'databases'].map(
  (each) => `test/${each}/**`,
);
notHere.push('**/node_modules/**', ...countingWork);

/** The demo journal is the page that is served; unit tests share the file and nothing else. */
export default defineConfig({
  root: 'fixtures/journal',
  base: './',
  plugins: [strictPolicy],
  server: { port: 5173, fs: { allow: ['../..'] } },
  preview: { port: 5173 },
  build: {
    outDir: '../../.build/journal',
    emptyOutDir: true,
    target: 'es2022',
    // The page itself is seen in the oldest browsers that the library is.
    cssTarget: ['chrome114', 'edge114', 'firefox140', 'safari17'],
    modulePreload: { polyfill: false },
    // The journal, Overblik in a frame of it, and the hospital's page for what was shared with it.
    rolldownOptions: {
      input: ['index.html', 'overblik.html', 'shared.html'].map((page) =>
        fileURLToPath(new URL(`./fixtures/journal/${page}`, import.meta.url)),
      ),
    },
  },
  test: {
    root: '.',
    environment: 'node',
    // A machine may be busy: how long something takes is for the benchmarks to say.
    testTimeout: 300_000 * Math.max(1, Number(process.env.OVERBLIK_DEEP ?? 1)),
    hookTimeout: 300_000,
    // Room for what lives shortly, in MB: garbage is gathered less often.
    execArgv: ['--min-semi-space-size=32'],
    // Pure functions leave nothing behind: what one file has loaded serves the next.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: notHere } },
      // They count blocks of code run, of which V8 drops some where another file has had the code optimised.
      { extends: true, test: { name: 'work', include: countingWork, isolate: true } },
    ],
  },
});
