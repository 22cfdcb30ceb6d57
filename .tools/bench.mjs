/**
 * Installs the benchmarks' own packages where they are missing, checks their types, and runs them: see
 * `test/bench/main.mjs`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const folder = 'test/bench';
const args = process.argv.slice(2);

if (!args.includes('--help')) {
  if (isStale()) {
    console.log('Installing the packages of the benchmarks …');
    run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
  }
  run('tsc', ['--noEmit', '--project', folder]);
}
run('node', [`${folder}/main.mjs`, ...args]);

function isStale() {
  const installed = `${folder}/node_modules/.package-lock.json`;
  return (
    !existsSync(installed) ||
    statSync(installed).mtimeMs < statSync(`${folder}/package-lock.json`).mtimeMs
  );
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
