import { defineConfig } from 'vitest/config';

/** The demo journal is the page that is served; unit tests share the file and nothing else. */
export default defineConfig({
  root: 'fixtures/journal',
  base: './',
  server: { port: 5173, fs: { allow: ['../..'] } },
  preview: { port: 5173 },
  build: {
    outDir: '../../.build/journal',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  test: {
    root: '.',
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/journey/**', 'test/bench/**'],
  },
});
