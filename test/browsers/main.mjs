/**
 * Runs Overblik in browsers that are not Chromium of today: its journeys in Chromium 114, what it says in Chromium 106,
 * which is too old, and a walk in Firefox ESR. Over what `npm run build` made. `npm run test:browsers -- firefox` runs
 * some of them.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findFirefox } from '../../.tools/firefox.mjs';
import { installOwn } from '../../.tools/own-packages.mjs';
import { run } from '../../.tools/run.mjs';

const folder = import.meta.dirname;
/** What a clinic does; what is asked of the storybook and of the docs is not asked again. */
const journeys = [
  ...['start', 'journal', 'list', 'cockpit', 'combined', 'first-look', 'other-pages', 'paper'],
  ...['page-names', 'shared-worker', 'embedding', 'old-browser'],
];
const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

installOwn(folder);
if (!existsSync('.build/journal/index.html')) run('node', ['.tools/build.mjs']);

if (isWanted('chromium-114'))
  runIn(
    unpacked('chromium-114'),
    journeys.map((name) => `test/journey/${name}.test.ts`),
  );
if (isWanted('chromium-106'))
  runIn(unpacked('chromium-106'), ['--config', 'test/browsers/vitest.config.ts', 'too-old']);
if (isWanted('firefox')) {
  const firefox = findFirefox();
  if (firefox)
    run('vitest', ['run', '--config', 'test/browsers/vitest.config.ts', 'firefox'], {
      OVERBLIK_FIREFOX: firefox,
    });
  else console.log('Without Firefox ESR (Debian: firefox-esr), the walk in it is not run.');
}

function runIn(executable, args) {
  const config = args.includes('--config') ? [] : ['--config', '.tools/vitest.journey.ts'];
  run('vitest', ['run', ...config, ...args], { OVERBLIK_CHROMIUM: executable });
}

/** The executable of a Chromium that is packed in an npm package, with the libraries that draw. */
function unpacked(name) {
  const packed = join(folder, 'node_modules', name, 'bin');
  const place = resolve('.build/browsers', name);
  const executable = join(place, 'chromium');
  if (existsSync(executable)) return executable;
  mkdirSync(place, { recursive: true });
  const libraries = join(place, 'swiftshader.tar');
  writeFileSync(libraries, unbrotli(join(packed, 'swiftshader.tar.br')));
  execFileSync('tar', ['xf', libraries, '-C', place]);
  writeFileSync(executable, unbrotli(join(packed, 'chromium.br')));
  chmodSync(executable, 0o755);
  return executable;
}

function unbrotli(file) {
  return brotliDecompressSync(readFileSync(file));
}
