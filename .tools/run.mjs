/** How the tools run a program: what it says is seen, and where it fails they end as it did. */
import { spawnSync } from 'node:child_process';

/**
 * @param environment Variables beside those that are set.
 */
export function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) process.exit(status ?? 1);
}
