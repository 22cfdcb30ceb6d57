/**
 * The whole test line. Steps run side by side, two more than there are cores (the browsers' wait as long as they
 * work), each as soon as there is room and what it needs is done; the longest ways come first. A step's output comes
 * when it is done, with its name and time; the first that fails stops everything.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureTestBrowser } from './browser.mjs';

const results = '.build/results';
/** The files of `test/journey` that walk the storybook; the others walk the demo. */
const storyFiles = ['test/journey/stories.test.ts', 'test/journey/docs.test.ts'];
/** The benchmarks and the tags in each framework are packages of their own, whose types are there where they are installed. */
const notTyped = ['bench', 'browsers', 'databases', 'embed/projects', 'tags/hosts'].flatMap(
  (folder) => ['--ignore-pattern', `test/${folder}`],
);
/** Each with the steps it comes after. */
const steps = [
  { name: 'build', command: 'node', args: ['.tools/build.mjs'] },
  { name: 'elements in Chromium', command: 'web-test-runner', args: [] },
  {
    name: 'unit',
    command: 'vitest',
    args: ['run', '--maxWorkers', '1', ...vitestReport('unit')],
  },
  { name: 'storybook', command: 'node', args: ['.tools/storybook.mjs', 'build'] },
  {
    name: 'journeys in Chromium',
    after: ['build'],
    command: 'vitest',
    args: [
      ...['run', '--config', '.tools/vitest.journey.ts', ...vitestReport('journeys')],
      ...storyFiles.map((file) => `--exclude=${file}`),
    ],
  },
  {
    name: 'stories in Chromium',
    after: ['storybook'],
    command: 'vitest',
    args: [
      ...['run', ...storyFiles, '--config', '.tools/vitest.journey.ts'],
      ...vitestReport('stories'),
    ],
  },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  // One checker: two would each work out the types that the files have in common.
  {
    name: 'types',
    command: 'node',
    args: ['.tools/typescript/node_modules/typescript/bin/tsc', '--noEmit', '--checkers', '1'],
  },
  {
    name: 'rules of types',
    command: 'oxlint',
    args: ['--type-aware', '--deny-warnings', ...notTyped],
  },
  {
    name: 'lint of the sources',
    command: 'oxlint',
    args: ['--config', 'oxlint.source.mjs', '--deny-warnings', 'src'],
  },
  {
    name: 'browser support',
    command: 'node',
    args: ['.tools/browser-support/main.mjs', '--quick'],
  },
  { name: 'unused code', command: 'knip', args: ['--config', '.tools/knip.json'] },
  { name: 'package', after: ['build'], command: 'node', args: ['.tools/package.mjs'] },
  { name: 'contents', after: ['build'], command: 'node', args: ['.tools/contents.mjs'] },
  { name: 'sizes', after: ['build'], command: 'size-limit', args: [] },
  {
    name: 'lint of the benchmarks',
    command: 'oxlint',
    args: ['--deny-warnings', 'test/bench', 'test/databases'],
  },
];

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.OVERBLIK_CHROMIUM = ensureTestBrowser();
process.env.OVERBLIK_RESULTS = results;
// The tools that are written in Go live for seconds: they need not gather garbage before they have filled some memory.
process.env.GOGC ??= 'off';
process.env.GOMEMLIMIT ??= '3GiB';

const start = performance.now();
/** By the name of the step: its ending. */
const running = new Map();
const children = new Set();
const waiting = [...steps];
const done = new Set();
await Promise.all(Array.from({ length: availableParallelism() + 2 }, runSteps));
const passed = ['unit', 'journeys', 'stories', 'elements']
  .map(countPassed)
  .reduce((sum, count) => sum + count, 0);
console.log(`\n${passed} passed, 0 failed, ${secondsSince(start)} s`);

/** Takes one step after the other until none is left. */
async function runSteps() {
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after = [] }) => after.every((name) => done.has(name)));
    // What is left waits for a step that runs beside this one.
    if (next < 0) await Promise.race(running.values());
    else await runStep(...waiting.splice(next, 1));
  }
}

async function runStep({ name, command, args }) {
  const start = performance.now();
  const ending = run(command, args);
  running.set(name, ending);
  const { status, said } = await ending;
  running.delete(name);
  done.add(name);
  console.log(`\n━━ ${name}`);
  if (said.trim()) console.log(said.trim());
  if (status !== 0) {
    console.error(`\n✖ ${name} failed after ${secondsSince(start)} s`);
    for (const child of children) child.kill();
    process.exit(1);
  }
  console.log(`✔ ${name}, ${secondsSince(start)} s`);
}

/** Runs a command to its end, and answers with what it said. */
function run(command, args) {
  const child = spawn(command, args, { shell: process.platform === 'win32' });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      children.delete(child);
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
