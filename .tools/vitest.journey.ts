import { defineConfig } from 'vitest/config';

/** Whole journeys: Node drives a real Chromium over the built demo journal. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/journey/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    maxConcurrency: 3,
  },
});
