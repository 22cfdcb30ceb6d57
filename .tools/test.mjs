/**
 * The whole test line. Two lanes run side by side, for two cores: each step of a lane needs one core. A step's
 * output comes when it is done, with its name and time; the first that fails stops everything.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

const results = '.build/results';
const lanes = [
  [
    ['build', 'node', ['.tools/build.mjs']],
    ['sizes', 'size-limit', []],
    ['contents', 'node', ['.tools/contents.mjs']],
    ['storybook', 'node', ['.tools/storybook.mjs', 'build']],
    [
      'stories and journeys in Chromium',
      'vitest',
      ['run', '--config', '.tools/vitest.journey.ts', ...vitestReport('journey')],
    ],
  ],
  [
    ['types', 'tsc', ['--noEmit']],
    ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
    ['lint', 'eslint', ['.', '--max-warnings', '0']],
    ['unused code', 'knip', ['--config', '.tools/knip.json']],
    ['unit', 'vitest', ['run', '--maxWorkers', '1', ...vitestReport('unit')]],
    ['elements in Chromium', 'web-test-runner', []],
  ],
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.OVERBLIK_CHROMIUM = ensureBrowser();
process.env.OVERBLIK_RESULTS = results;

const start = performance.now();
const running = new Set();
await Promise.all(lanes.map(runInTurn));
const passed = ['unit', 'journey', 'elements'].reduce((sum, name) => sum + countPassed(name), 0);
console.log(`\n${passed} passed, 0 failed, ${secondsSince(start)} s`);

async function runInTurn(steps) {
  for (const [name, command, args] of steps) {
    const start = performance.now();
    const { status, said } = await run(command, args);
    console.log(`\n━━ ${name}`);
    if (said.trim()) console.log(said.trim());
    if (status !== 0) {
      console.error(`\n✖ ${name} failed after ${secondsSince(start)} s`);
      for (const each of running) each.kill();
      process.exit(1);
    }
    console.log(`✔ ${name}, ${secondsSince(start)} s`);
  }
}

/** Runs a command to its end, and answers with what it said. */
function run(command, args) {
  const child = spawn(command, args, { shell: process.platform === 'win32' });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      running.delete(child);
      resolve({ status, said });
    });
  });
}

function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function vitestReport(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/${name}.json`];
}

function countPassed(name) {
  const { numPassedTests } = JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8'));
  if (!(numPassedTests > 0)) throw new Error(`The step "${name}" ran no test.`);
  return numPassedTests;
}
