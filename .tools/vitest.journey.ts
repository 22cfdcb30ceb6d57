import { defineConfig } from 'vitest/config';

/** Whole journeys: Node drives a real Chromium, one for all files, over what was built. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: ['test/journey/**/*.test.ts'],
    globalSetup: ['test/journey/chromium.ts'],
    // A machine may be busy: how long something takes is for the benchmarks to say.
    testTimeout: Number(process.env.OVERBLIK_DEEP ?? 1) > 1 ? 1_800_000 : 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    fileParallelism: false,
    isolate: false,
  },
});
