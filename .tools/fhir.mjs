/**
 * The FHIR adapter against a server that nobody here wrote: installs the server's packages where they are missing, and
 * holds the lists of the whole clinic against those of memory. `npm run test:fhir`, or `npm run test:fhir -- 300` for so
 * many patients.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const folder = 'test/fhir';
const [patients = '7012'] = process.argv.slice(2);

const installed = `${folder}/node_modules/.package-lock.json`;
const isStale =
  !existsSync(installed) ||
  statSync(installed).mtimeMs < statSync(`${folder}/package-lock.json`).mtimeMs;
if (isStale) run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
run('vitest', ['run', 'test/adapter/fhir/real-server.test.ts']);

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, OVERBLIK_FHIR: patients },
  });
  if (status !== 0) process.exit(status ?? 1);
}
