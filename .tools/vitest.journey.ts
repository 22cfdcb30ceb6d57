import { defineConfig } from 'vitest/config';

/** Whole journeys: Node drives a real Chromium, one for all files, over what was built. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/journey/**/*.test.ts'],
    globalSetup: ['test/journey/chromium.ts'],
    testTimeout: Number(process.env.OVERBLIK_DEEP ?? 1) > 1 ? 1_800_000 : 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    isolate: false,
  },
});
