/**
 * Tries Overblik's tags in every framework that they are typed for: installs each one's own packages where they are
 * missing, puts what `npm run build` made among them as a vendor has it, and runs `test/tags`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { ensureTestBrowser } from './browser.mjs';

const root = 'test/tags/hosts';

if (!existsSync('dist/types/tags.d.ts')) throw new Error('There is no package: npm run build.');
for (const { name } of readdirSync(root, { withFileTypes: true }).filter((each) =>
  each.isDirectory(),
)) {
  const folder = `${root}/${name}`;
  if (isStale(folder)) {
    console.log(`Installing the packages of ${folder} …`);
    run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts']);
  }
  const place = `${folder}/node_modules/overblik`;
  rmSync(place, { recursive: true, force: true });
  for (const part of ['dist', 'package.json'])
    cpSync(part, `${place}/${part}`, { recursive: true });
}
process.env.OVERBLIK_CHROMIUM = ensureTestBrowser();
run('vitest', ['run', '--config', '.tools/vitest.tags.ts', ...process.argv.slice(2)]);

function isStale(folder) {
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
