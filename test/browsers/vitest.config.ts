import { defineConfig } from 'vitest/config';

/** Browsers that are driven by something else than the journeys, over what was built. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/browsers/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } },
  },
});
