/** Finds a Chromium, or installs one where that can be done without asking. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** Path of a Chromium, Chrome or Edge on this machine, or undefined. */
export function findBrowser() {
  return [...named(), ...installed(), ...fromPlaywright()].find(isExecutable);
}

/**
 * The browser of the tests: one that only ever draws out of sight, where there is one, for it takes a fifth less work
 * than a whole one told to do so; else as `ensureBrowser`. Where there is none at all, it is the one to install.
 */
export function ensureTestBrowser() {
  const find = () => [...named(), ...onPath(['chromium-headless-shell'])].find(isExecutable);
  const found = find() ?? findBrowser();
  if (found) return found;
  try {
    installOnDebian('chromium-headless-shell');
  } catch {
    // Not every distribution has it: the whole browser does as well.
  }
  return find() ?? ensureBrowser();
}

/** As `findBrowser`; as root on Debian it installs the `chromium` package, else it says what to do. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  installOnDebian('chromium');
  const now = findBrowser();
  if (now) return now;
  throw new Error(
    [
      'No Chromium was found. Do one of these, then run the command again:',
      '  - install Google Chrome, Chromium or Microsoft Edge;',
      '  - Debian/Ubuntu: sudo apt-get install chromium',
      '  - any system: npx playwright-core install chromium',
      '  - or point to one: OVERBLIK_CHROMIUM=/path/to/chrome npm test',
    ].join('\n'),
  );
}

/** Installs a browser and a font, as root on Debian; elsewhere it does nothing. */
function installOnDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`No Chromium found: installing the Debian package "${name}" …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'],
    { stdio: ['ignore', 'ignore', 'inherit'], env },
  );
}

/** Arguments for a quiet, offline, reproducible browser. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

/** Room for what lives shortly, in MB: a page that draws one thing after the other gathers garbage less often. */
const room = '--min-semi-space-size=32';

/** Besides, for pages that live for seconds: the last two of V8's compilers cost them more than they gain. */
export const testArguments = [...browserArguments, `--js-flags=--no-opt --no-maglev ${room}`];

/** Besides, for pages that live for minutes, which the last compiler alone costs more than they gain. */
export const journeyArguments = [...browserArguments, `--js-flags=--no-opt ${room}`];

function named() {
  return [process.env.OVERBLIK_CHROMIUM, process.env.CHROME_PATH].filter(Boolean);
}

function installed() {
  if (platform() === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  if (platform() === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  return onPath([
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ]);
}

function onPath(names) {
  if (platform() === 'win32') return [];
  return names.flatMap((name) => {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    return stdout?.trim() ? [stdout.trim()] : [];
  });
}

function fromPlaywright() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ].filter((folder) => folder && existsSync(folder));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .sort()
      .reverse()
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
