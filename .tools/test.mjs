/** The whole test line: each step says its name and time; the first that fails stops it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

const results = '.build/results';
/** They need one core each and nothing of one another: they run side by side. */
const checks = [
  ['types', 'tsc', ['--noEmit']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
];
const steps = [
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

console.log(`\n━━ ${checks.map(([name]) => name).join(', ')}`);
for (const { name, status, seconds, said } of await Promise.all(checks.map(inBackground)))
  conclude(name, status, seconds, said);

for (const [name, command, args] of steps) {
  const start = performance.now();
  console.log(`\n━━ ${name}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  conclude(name, status, secondsSince(start));
}

const passed = ['unit', 'journey', 'elements'].reduce((sum, name) => sum + countPassed(name), 0);
console.log(`\n${passed} passed, 0 failed`);

function inBackground([name, command, args]) {
  const start = performance.now();
  const running = spawn(command, args, { shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (status) => resolve({ name, status, seconds: secondsSince(start), said }));
  });
}

function conclude(name, status, seconds, said = '') {
  if (said.trim()) console.log(said.trim());
  if (status !== 0) {
    console.error(`\n✖ ${name} failed after ${seconds} s`);
    process.exit(1);
  }
  console.log(`✔ ${name}, ${seconds} s`);
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
