/** Packages that a part of the tests alone needs: a package of its own, with a lock of its own, in its folder. */
import { existsSync, statSync } from 'node:fs';
import { run } from './run.mjs';

/** Installs what the lock of a folder names, unless it is installed already. No script of any package is run. */
export function installOwn(folder) {
  const installed = `${folder}/node_modules/.package-lock.json`;
  const lock = `${folder}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log(`Installing the packages of ${folder} …`);
  run('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']);
}
