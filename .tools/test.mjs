/** The whole test line: each step says its name and time; the first that fails stops it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

const results = '.build/results';
const steps = [
  ['types', 'tsc', ['--noEmit']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['unit', 'vitest', ['run', ...vitestReport('unit')]],
  ['elements in Chromium', 'web-test-runner', []],
  ['build', 'node', ['.tools/build.mjs']],
  ['storybook', 'node', ['.tools/storybook.mjs', 'build']],
  [
    'stories and journeys in Chromium',
    'vitest',
    ['run', '--config', '.tools/vitest.journey.ts', ...vitestReport('journey')],
  ],
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.OVERBLIK_CHROMIUM = ensureBrowser();
process.env.OVERBLIK_RESULTS = results;

for (const [name, command, args] of steps) {
  const start = performance.now();
  console.log(`\n━━ ${name}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`\n✖ ${name} failed after ${seconds} s`);
    process.exit(1);
  }
  console.log(`✔ ${name}, ${seconds} s`);
}

const passed = ['unit', 'journey', 'elements'].reduce((sum, name) => sum + countPassed(name), 0);
console.log(`\n${passed} passed, 0 failed`);

function vitestReport(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/${name}.json`];
}

function countPassed(name) {
  const { numPassedTests } = JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8'));
  if (!(numPassedTests > 0)) throw new Error(`The step "${name}" ran no test.`);
  return numPassedTests;
}
