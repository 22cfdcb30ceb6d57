/** Debian's Firefox ESR, for the tests that are run in it too. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Its path, or none; as root on Debian it is installed where there is none. `OVERBLIK_FIREFOX` names another. */
export function findFirefox() {
  const find = () =>
    [process.env.OVERBLIK_FIREFOX, '/usr/bin/firefox-esr'].find((path) => path && existsSync(path));
  if (!find() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return find();
}
