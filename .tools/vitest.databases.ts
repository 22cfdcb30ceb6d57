import { defineConfig } from 'vitest/config';

/** Statements in databases that are not among the packages of the project (`.tools/databases.mjs`). */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/databases/*.test.ts'],
    testTimeout: 600_000 * Math.max(1, Number(process.env.OVERBLIK_DEEP ?? 1)),
    hookTimeout: 300_000,
    // One database of a kind is started, and the files follow each other.
    fileParallelism: false,
    isolate: false,
  },
});
