import { defineConfig } from 'vitest/config';

const room = process.env.OVERBLIK_ROOM ?? '*';

/** What a mutant is held against: the tests of its own room, named by `main.mjs`. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    testTimeout: 60_000,
    include: [`test/${room}/**/*.test.ts`],
    setupFiles: ['test/mutation/vitest.setup.ts'],
    env: { OVERBLIK_DEEP: process.env.OVERBLIK_DEEP ?? '0.2' },
    // Thousands of random rounds for each mutant take hours, and hide that no case names the rule.
    exclude: [
      ...['oracle', 'worlds', 'cut', 'agreement', 'enumeration'].map(
        (name) => `test/engine/${name}.test.ts`,
      ),
      // They ask of very many records what others ask of few.
      ...['steps', 'worker', 'store/many-of-one'].map((name) => `test/engine/${name}.test.ts`),
      // They count code as it was written, and only in a process of their own.
      'test/**/work.test.ts',
      ...(room === 'engine' ? ['test/engine/sql/**'] : []),
    ],
    isolate: false,
    // date-fns has hundreds of files, read anew for each mutant: once, in one, takes a third of the time.
    deps: {
      optimizer: { ssr: { enabled: true, include: ['date-fns', '@date-fns/utc'] } },
    },
  },
});
