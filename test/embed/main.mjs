/**
 * From nothing to a list in each framework, and in none: copies each of `projects` into a fresh folder beside the packed
 * tarball, installs what its lock names, checks its types, builds it with its framework's own builder, and walks its
 * pages in Chromium (`embed.test.ts`) and Firefox ESR (`test/browsers/embedded.test.ts`). Tells how long each took.
 * `npm run test:embed -- react vue` takes some; `npm run test:embed -- --lock` writes the locks anew.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ensureTestBrowser } from '../../.tools/browser.mjs';
import { findFirefox } from '../../.tools/firefox.mjs';
import { installOwn } from '../../.tools/own-packages.mjs';
import { run } from '../../.tools/run.mjs';
import { tarball } from '../../.tools/tarball.mjs';

const projects = 'test/embed/projects';
const place = '.build/embed';
const known = readdirSync(projects);
const asked = process.argv.slice(2);
const isLocking = asked.includes('--lock');
const wanted = asked.filter((name) => name !== '--lock');
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0)
  throw new Error(`There is no project ${unknown.join(', ')}: ${known.join(', ')}.`);
if (!existsSync(tarball)) throw new Error('There is no package: npm run build.');

const names = wanted.length > 0 ? wanted : known;
if (isLocking) names.forEach(lock);
else embed();

function embed() {
  const times = {};
  for (const name of names) times[name] = make(name);
  const environment = { OVERBLIK_EMBEDDED: names.join() };
  const walk = (config, file, browser) =>
    seconds(() => run('vitest', ['run', '--config', config, file], { ...environment, ...browser }));
  const walked = {
    chromium: walk('test/embed/vitest.config.ts', 'embed', {
      OVERBLIK_CHROMIUM: ensureTestBrowser(),
    }),
  };
  const firefox = findFirefox();
  if (firefox) {
    installOwn('test/browsers');
    walked.firefox = walk('test/browsers/vitest.config.ts', 'embedded', {
      OVERBLIK_FIREFOX: firefox,
    });
  } else console.log('Without Firefox ESR (Debian: firefox-esr), the walks in it are not run.');
  console.table(times);
  console.log('Seconds of the walks:', walked);
  mkdirSync('.build/results', { recursive: true });
  writeFileSync('.build/results/embed.json', JSON.stringify({ ...times, walked }, null, 2));
}

/** Seconds of each step from an empty folder to a built page. */
function make(name) {
  const folder = fresh(name);
  const inProject = (script) =>
    seconds(() =>
      run('npm', ['run', script, '--silent', '--prefix', folder], { NG_CLI_ANALYTICS: 'false' }),
    );
  const locked = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const before = locked.packages['node_modules/overblik'].dependencies;
  if (JSON.stringify(before) !== JSON.stringify(dependencies))
    throw new Error(
      `${projects}/${name}/package-lock.json has other dependencies of overblik than package.json: npm run test:embed -- --lock.`,
    );
  return {
    install: seconds(() => installOwn(folder)),
    check: inProject('check'),
    build: inProject('build'),
  };
}

/** A folder with what stands in a project, and the tarball. */
function fresh(name) {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(projects, name), folder, { recursive: true });
  cpSync(tarball, join(folder, 'overblik.tgz'));
  return folder;
}

/** Writes a project's lock. The tarball is another each time that it is packed: its hash is left out. */
function lock(name) {
  const folder = fresh(name);
  const args = ['--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
  run('npm', ['install', '--prefix', folder, ...args]);
  const locked = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  delete locked.packages['node_modules/overblik'].integrity;
  writeFileSync(`${projects}/${name}/package-lock.json`, `${JSON.stringify(locked, null, 2)}\n`);
}

function seconds(step) {
  const start = performance.now();
  step();
  return Number(((performance.now() - start) / 1000).toFixed(1));
}
