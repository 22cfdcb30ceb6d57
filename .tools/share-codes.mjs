/**
 * Writes the shared code sets (`fixtures/profiles/codes/shared.json`) into every profile that names them, so that each
 * profile stays a whole document of its own: `npm run codes` after a change. A test holds them equal.
 */
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../fixtures/profiles/', import.meta.url);
const shared = JSON.parse(await readFile(new URL('codes/shared.json', folder), 'utf8'));

for (const name of await readdir(folder)) {
  if (!name.endsWith('.json')) continue;
  const file = new URL(name, folder);
  const profile = JSON.parse(await readFile(file, 'utf8'));
  for (const set of Object.keys(profile.codes))
    profile.codes[set] = shared[set] ?? profile.codes[set];
  await writeFile(file, JSON.stringify(profile, null, 2));
}
const { status } = spawnSync('oxfmt', [fileURLToPath(folder)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
