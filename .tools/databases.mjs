/**
 * Statements in the databases that they are written for: installs ClickHouse, a PostgreSQL server and parsers where they
 * are missing, checks the types of `test/databases`, and runs it. `npm run test:databases -- federation` for one file.
 */
import { installOwn } from './own-packages.mjs';
import { run } from './run.mjs';

const folder = 'test/databases';
installOwn(folder);
run('tsc', ['--noEmit', '--project', folder]);
run('vitest', ['run', '--config', '.tools/vitest.databases.ts', ...process.argv.slice(2)]);
