import { defineConfig } from 'vitest/config';

/** What a mutant is held against: the tests of its own room, named by `mutate.mjs`. */
export default defineConfig({
  test: {
    root: '.',
    environment: 'node',
    include: [`test/${process.env.OVERBLIK_ROOM ?? '*'}/**/*.test.ts`],
    // Thousands of random rounds for each mutant take hours, and hide that no case names the rule.
    exclude: ['oracle', 'worlds', 'cut'].map((name) => `test/engine/${name}.test.ts`),
    isolate: false,
    // date-fns has hundreds of files, read anew for each mutant: once, in one, takes a third of the time.
    deps: {
      optimizer: { ssr: { enabled: true, include: ['date-fns', '@date-fns/utc', 'zod/mini'] } },
    },
  },
});
