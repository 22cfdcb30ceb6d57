/** What would be published, as npm packs it: whoever tries the package takes this. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const tarball = '.build/package/overblik.tgz';

/** Packs what was built. */
export function pack() {
  const folder = dirname(tarball);
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', '--pack-destination', folder, '--ignore-scripts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  renameSync(join(folder, `${name}-${version}.tgz`), tarball);
}
