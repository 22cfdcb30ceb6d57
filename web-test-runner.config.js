import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { ensureTestBrowser, testArguments } from './.tools/browser.mjs';
import { bundledTests, writePages } from './.tools/bundled-tests.mjs';

const { OVERBLIK_DEEP = '1', OVERBLIK_SEED = '' } = process.env;

const tests = 'test/browser/**/*.test.ts';
/** Those that are asked for by name have a page each; of all, many share one. */
const files = process.argv.includes('--files')
  ? [tests]
  : writePages(tests, {
      folder: '.build/elements',
      most: 12,
      // What it leaves behind in frames that are gone goes on, and fails where it is heard.
      alone: ['other-document.test.ts'],
    });

export default {
  files,
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
  testFramework: { config: { timeout: 30_000 } },
  // Of all tests of a page: a machine may be busy, and one test that hangs is ended by its own time.
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
