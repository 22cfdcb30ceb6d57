import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { ensureTestBrowser, testArguments } from './.tools/browser.mjs';
import { bundledTests } from './.tools/bundled-tests.mjs';

const { OVERBLIK_DEEP = '1', OVERBLIK_SEED = '' } = process.env;

const files = 'test/browser/**/*.test.ts';

export default {
  files: [files],
  nodeResolve: true,
  // One page at a time: a page in the background draws no frames.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: ensureTestBrowser(), args: testArguments },
    }),
  ],
  plugins: [
    bundledTests(files, ['made-clinic.ts'], {
      'process.env.OVERBLIK_DEEP': JSON.stringify(OVERBLIK_DEEP),
      'process.env.OVERBLIK_SEED': JSON.stringify(OVERBLIK_SEED),
    }),
  ],
  // A machine may be busy: how long something takes is for the benchmarks to say.
  testFramework: { config: { timeout: 300_000 } },
  browserStartTimeout: 300_000,
  testsStartTimeout: 300_000,
  testsFinishTimeout: 1_800_000,
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
};

/** Writes how many tests passed, in the shape of vitest's JSON, for the closing line of `npm test`. */
function countingReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const folder = process.env.OVERBLIK_RESULTS;
      if (!folder) return;
      const count = (suite) =>
        suite.tests.filter((test) => test.passed).length +
        suite.suites.reduce((sum, each) => sum + count(each), 0);
      const numPassedTests = sessions.reduce(
        (sum, { testResults }) => sum + (testResults ? count(testResults) : 0),
        0,
      );
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'elements.json'), JSON.stringify({ numPassedTests }));
    },
  };
}
