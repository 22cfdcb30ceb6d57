/**
 * Tries Overblik's tags in every framework that they are typed for: installs each one's own packages where they are
 * missing, puts what `npm run build` made among them as a vendor has it, and runs `test/tags`.
 */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { ensureTestBrowser } from './browser.mjs';
import { installOwn } from './own-packages.mjs';
import { run } from './run.mjs';

const root = 'test/tags/hosts';

if (!existsSync('dist/types/tags.d.ts')) throw new Error('There is no package: npm run build.');
for (const { name } of readdirSync(root, { withFileTypes: true }).filter((each) =>
  each.isDirectory(),
)) {
  const folder = `${root}/${name}`;
  installOwn(folder);
  const place = `${folder}/node_modules/overblik`;
  rmSync(place, { recursive: true, force: true });
  for (const part of ['dist', 'package.json'])
    cpSync(part, `${place}/${part}`, { recursive: true });
}
run('vitest', ['run', '--config', '.tools/vitest.tags.ts', ...process.argv.slice(2)], {
  OVERBLIK_CHROMIUM: ensureTestBrowser(),
});
