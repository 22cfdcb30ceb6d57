/**
 * Installs the benchmarks' own packages where they are missing, checks their types, and runs them: see
 * `test/bench/main.mjs`.
 */
import { installOwn } from './own-packages.mjs';
import { run } from './run.mjs';

const folder = 'test/bench';
const args = process.argv.slice(2);

if (!args.includes('--help')) {
  installOwn(folder);
  run('tsc', ['--noEmit', '--project', folder]);
}
run('node', [`${folder}/main.mjs`, ...args]);
