import { defineConfig } from 'vitest/config';

/** Pages of fresh projects, in the journeys' Chromium. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/embed/*.test.ts'],
    globalSetup: ['test/journey/chromium.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
    fileParallelism: false,
  },
});
