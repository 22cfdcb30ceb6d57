/**
 * Mutation tests, started by `main.mjs` room by room. What survives is to be killed by a
 * hand-worked case, or to go with the code that no case needs; what is left is equivalent.
 *
 * Not mutated is wording, which a test could only repeat (`wording.mjs`): what errors say, what the JSON
 * Schema explains, and the tables of words in `describe/`. The sentences made of them are.
 */
const reports = `.build/mutation/${process.env.OVERBLIK_ROOM}`;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/wording.mjs'],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  ignorePatterns: [
    '*',
    '!/.tools/**',
    '!/src/**',
    '!/test/**',
    '/test/*/node_modules',
    '!/fixtures/**',
    '!/stories/**',
    '!/package.json',
  ],
  concurrency: 1,
  tempDirName: '.build/stryker',
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, skipFull: true },
  htmlReporter: { fileName: `${reports}/report.html` },
  jsonReporter: { fileName: `${reports}/report.json` },
};
