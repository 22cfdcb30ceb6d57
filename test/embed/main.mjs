/**
 * From nothing to a list in each framework: copies each of `projects` into a fresh folder, installs what it names and
 * the packed tarball, checks its types, builds it with its framework's own builder, and walks the page in Chromium
 * (`embed.test.ts`). Tells how long each took. `npm run test:embed -- react vue` takes some.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureTestBrowser } from '../../.tools/browser.mjs';
import { tarball } from '../../.tools/tarball.mjs';

const projects = join(import.meta.dirname, 'projects');
const place = '.build/embed';
const known = readdirSync(projects);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0)
  throw new Error(`There is no project ${unknown.join(', ')}: ${known.join(', ')}.`);
if (!existsSync(tarball)) throw new Error('There is no package: npm run build.');

const names = wanted.length > 0 ? wanted : known;
const times = Object.fromEntries(names.map((name) => [name, make(name)]));
console.table(times);
mkdirSync('.build/results', { recursive: true });
writeFileSync('.build/results/embed.json', JSON.stringify(times, null, 2));
const { status } = spawnSync('vitest', ['run', '--config', 'test/embed/vitest.config.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    OVERBLIK_CHROMIUM: ensureTestBrowser(),
    OVERBLIK_EMBEDDED: names.join(),
  },
});
process.exit(status ?? 1);

/** Seconds of each step from an empty folder to a built page. */
function make(name) {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(projects, name), folder, { recursive: true });
  const npm =
    (...args) =>
    () =>
      execFileSync('npm', [...args, '--no-audit', '--no-fund'], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
        env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      });
  return {
    install: seconds(npm('install', resolve(tarball))),
    check: seconds(npm('run', 'check')),
    build: seconds(npm('run', 'build')),
  };
}

function seconds(step) {
  const start = performance.now();
  step();
  return Number(((performance.now() - start) / 1000).toFixed(1));
}
