import { defineConfig } from 'vitest/config';

/** The tags in each framework, by its own compiler and in a real Chromium (`.tools/tags.mjs`). */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/tags/*.test.ts'],
    globalSetup: ['test/journey/chromium.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A machine may be busy.
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
  },
});
