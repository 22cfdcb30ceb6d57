/**
 * Pictures of every story and of the demo's pages, to be held against those of another checkout.
 *
 *     npm run screenshots -- --from ../before --out .build/shots/before
 *     npm run screenshots -- --out .build/shots/after --compare .build/shots/before
 *
 * `--from` is a checkout in which `npm run build` and `npm run build-storybook` have run (default: this one).
 * `--only` is a regular expression over the pictures' names. Exit code 1 tells that a picture differs.
 * Nothing moves in the pictures: the date is fixed, animations are off, and a page is shot when two pictures
 * in a row are equal.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { preview } from 'vite';
import { browserArguments, ensureBrowser } from './browser.mjs';

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '.' },
    out: { type: 'string', default: '.build/screenshots' },
    compare: { type: 'string' },
    only: { type: 'string', default: '' },
    /** Takes none, compares only. */
    keep: { type: 'boolean', default: false },
  },
});
const only = new RegExp(options.only);
const themes = ['light', 'dark'];
const wide = { width: 1600, height: 1000 };
const narrow = { width: 400, height: 860 };
/** Ten o'clock in Denmark, on the day that the stories and the journeys look from. */
const now = '2026-11-24T10:00:00+01:00';
/** Milliseconds that a page may take on a busy machine. */
const patience = 120_000;

if (!options.keep) await takeAll();
if (options.compare) process.exitCode = compareAll(options.compare) ? 0 : 1;

async function takeAll() {
  if (!options.only) rmSync(options.out, { recursive: true, force: true });
  mkdirSync(options.out, { recursive: true });
  const built = join(options.from, '.build');
  const [stories, journal] = [
    await serve(join(built, 'storybook')),
    await serve(join(built, 'journal')),
  ];
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserArguments, '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  const subjects = [...storySubjects(built, stories.url), ...journalSubjects(journal.url)].filter(
    ({ name }) => only.test(name),
  );
  const failed = [];
  // Two pages side by side. Stories share what they have loaded; the demo keeps things in its browser.
  const queue = subjects.values();
  const shared = await newContext(browser);
  await Promise.all([takeFrom(queue), takeFrom(queue)]);
  await browser.close();
  await Promise.all([stories.close(), journal.close()]);
  console.log(`${readdirSync(options.out).filter(isPicture).length} pictures in ${options.out}`);
  if (failed.length > 0) throw new Error(`Not taken:\n  ${failed.join('\n  ')}`);

  async function takeFrom(queue) {
    for (const subject of queue) {
      const context = subject.keepsThings ? await newContext(browser) : shared;
      try {
        await take(context, subject);
      } catch (error) {
        failed.push(`${subject.name}: ${String(error)}`);
      }
      if (context !== shared) await context.close();
    }
  }
}

/** Each story at the size of a screen, those that fill a page also at the size of a telephone. */
function storySubjects(built, url) {
  const { entries } = JSON.parse(readFileSync(join(built, 'storybook/index.json'), 'utf8'));
  return Object.values(entries)
    .filter(({ type }) => type === 'story')
    .flatMap(({ id, title }) =>
      [wide, ...(/Population|Cockpit|Workspace/.test(title) ? [narrow] : [])].map((viewport) => ({
        name: `story-${id}-${viewport.width}`,
        viewport,
        async open(page) {
          const globals = 'theme:light;a11y.manual:!true';
          await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=${globals}`);
          await page.waitForFunction(storySettled, undefined, { timeout: patience });
        },
        theme: (page, theme) =>
          page.evaluate((scheme) => (document.documentElement.style.colorScheme = scheme), theme),
      })),
    );
}

/** The demo's pages, as the journeys walk them. */
function journalSubjects(url) {
  const list = (page) => page.locator('overblik-population .body [role=row]');
  const nameCell = (page, row = 0) =>
    list(page)
      .nth(row)
      .getByRole('gridcell')
      .filter({ hasText: /^\D+ \D+$/ })
      .first();
  const cockpit = (page) => page.locator('overblik-cockpit');
  const start = async (page) => {
    await page.goto(`${url}?profile=dk.demens&date=2026-11-24&theme=light&fresh`);
    await list(page).first().waitFor({ timeout: patience });
    await page.waitForFunction(pageSettled, undefined, { timeout: patience });
  };
  const openPatient = async (page) => {
    await start(page);
    await list(page).first().locator('.link').click();
    await page.locator('.banner overblik-marker button').waitFor();
  };
  const openCockpit = async (page) => {
    await start(page);
    await nameCell(page).click();
    await cockpit(page).locator('h2').waitFor();
  };
  return [
    ['list', start],
    ['list-and-cockpit', openCockpit],
    // The README's picture: stories/docs/overblik.png.
    [
      'filtered',
      async (page) => {
        await start(page);
        const card = page.locator('overblik-population [part=overview]');
        await card.getByText('Benzodiazepin', { exact: true }).click();
        await page.locator('overblik-population').getByText('22 af 150 vises').first().waitFor();
        await nameCell(page, 2).click();
        await cockpit(page).locator('h2').waitFor();
      },
    ],
    ['patient', openPatient],
    [
      'patient-cockpit',
      async (page) => {
        await openPatient(page);
        await page.locator('.banner overblik-marker button').click();
        await page.locator('dialog overblik-cockpit h2').waitFor();
      },
    ],
    [
      'shared',
      async (page) => {
        await openCockpit(page);
        await cockpit(page).getByRole('button', { name: 'Del kiggeadgang' }).click();
        const dialog = cockpit(page).getByRole('dialog', { name: /Del kiggeadgang til/ });
        await dialog.getByLabel(/Bo Overlæge/).check();
        await dialog.getByLabel('Formål').fill('Indlæggelse på geriatrisk afdeling');
        await dialog.getByRole('button', { name: 'Del', exact: true }).click();
        await dialog.getByText(/Delt med Bo Overlæge til/).waitFor();
        await page.goto(`${url}shared.html?theme=light`);
        await page.getByRole('button', { name: /Åbn visning sendt/ }).click();
        await cockpit(page).locator('h2').waitFor();
      },
    ],
  ].flatMap(([id, steps]) =>
    [wide, narrow].map((viewport) => ({
      name: `journal-${id}-${viewport.width}`,
      viewport,
      keepsThings: true,
      // The steps are a user's at a screen; the page is then made narrow.
      async open(page) {
        await page.setViewportSize(wide);
        await steps(page);
        await page.setViewportSize(viewport);
      },
      theme: (page, theme) =>
        page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen;
        }, theme),
    })),
  );
}

async function take(context, { name, viewport, open, theme }) {
  const page = await context.newPage();
  try {
    await page.setViewportSize(viewport);
    await open(page);
    await page.evaluate(() => document.fonts.ready);
    // Nothing is pointed at: what is hovered looks otherwise.
    await page.mouse.move(0, 0);
    for (const each of themes) {
      await theme(page, each);
      await page.waitForFunction(pageSettled, undefined, { timeout: patience });
      await page.evaluate(stopBars);
      writeFileSync(join(options.out, `${name}-${each}.png`), await stillPicture(page));
    }
  } finally {
    await page.close();
  }
}

async function newContext(browser) {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  });
  context.setDefaultTimeout(patience);
  await context.addInitScript(stopClock, Date.parse(now));
  return context;
}

/** A picture that has not changed for a third of a second. */
async function stillPicture(page) {
  const shoot = () => page.screenshot({ fullPage: true, animations: 'disabled' });
  let last = await shoot();
  let same = 0;
  for (let round = 0; round < 40; round++) {
    await page.waitForTimeout(160);
    const next = await shoot();
    same = next.equals(last) ? same + 1 : 0;
    if (same === 2) return next;
    last = next;
  }
  throw new Error('The page does not come to rest.');
}

/**
 * In the page, before its scripts: the time of day stands still; timers and `performance.now` go on. A proxy, not a
 * subclass: `@date-fns/utc` reads the methods that it replaces from `Date.prototype` itself.
 */
function stopClock(time) {
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [time] : given, newTarget),
    get: (target, key) => (key === 'now' ? () => time : Reflect.get(target, key)),
  });
}

/** In the page: the story is played to its end. */
function storySettled() {
  const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
  if (phase === 'errored') throw new Error('The story does not play.');
  if (phase !== 'completed' && phase !== 'finished') return false;
  return document.querySelector('#storybook-root *') !== null;
}

/** In the page: no element is busy (the stories that load for ever aside). */
function pageSettled() {
  if (/loading/.test(location.search)) return true;
  const busy = (root) =>
    root.querySelector('[aria-busy=true]') !== null ||
    [...root.querySelectorAll('*')].some((each) => each.shadowRoot && busy(each.shadowRoot));
  return !busy(document);
}

/** In the page: a bar that tells no share runs to and fro, animations or not. It is stopped in the middle. */
function stopBars(root = document) {
  for (const bar of root.querySelectorAll('progress:indeterminate')) bar.value = 0.5;
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) stopBars(shadowRoot);
}

/** Tells which pictures differ from those of the same name in `before`; true where none does. */
function compareAll(before) {
  const differences = join(options.out, 'differences');
  rmSync(differences, { recursive: true, force: true });
  const picturesOf = (folder) =>
    readdirSync(folder)
      .filter(isPicture)
      .filter((name) => only.test(name));
  const [old, made] = [picturesOf(before), picturesOf(options.out)];
  const both = made.filter((name) => old.includes(name));
  const gone = old.filter((name) => !made.includes(name));
  const added = made.filter((name) => !old.includes(name));
  const found = both.flatMap((name) => {
    const difference = compare(join(before, name), join(options.out, name));
    if (!difference) return [];
    mkdirSync(differences, { recursive: true });
    if (difference.image) writeFileSync(join(differences, name), difference.image);
    return [{ name, ...difference }];
  });
  found.sort((a, b) => b.share - a.share);
  for (const { name, share, pixels, size } of found)
    console.log(`${(share * 100).toFixed(3).padStart(8)} %  ${pixels} pixels${size}  ${name}`);
  for (const name of gone) console.log(`only in ${before}: ${name}`);
  for (const name of added) console.log(`only in ${options.out}: ${name}`);
  console.log(
    `${both.length} pairs, ${found.length} differ` +
      (found.length > 0 ? `: see ${resolve(differences)}` : ''),
  );
  return found.length + gone.length + added.length === 0;
}

/** The pixels in which two pictures differ, on a canvas that holds both; undefined where none does. */
function compare(oldFile, newFile) {
  const bytes = [oldFile, newFile].map((file) => readFileSync(file));
  if (bytes[0].equals(bytes[1])) return undefined;
  const pictures = bytes.map((each) => PNG.sync.read(each));
  const width = Math.max(...pictures.map((each) => each.width));
  const height = Math.max(...pictures.map((each) => each.height));
  const [a, b] = pictures.map((picture) => {
    const canvas = new PNG({ width, height });
    PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
    return canvas;
  });
  const diff = new PNG({ width, height });
  const pixels = pixelmatch(a.data, b.data, diff.data, width, height, {
    threshold: 0.02,
    includeAA: true,
  });
  if (pixels === 0) return undefined;
  const sizes = pictures.map((each) => `${each.width}×${each.height}`);
  return {
    pixels,
    share: pixels / (width * height),
    size: sizes[0] === sizes[1] ? '' : ` (${sizes.join(' → ')})`,
    image: PNG.sync.write(diff),
  };
}

function isPicture(name) {
  return name.endsWith('.png');
}

/** Serves a built folder on a free port of localhost. */
async function serve(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} is not built.`);
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: resolve(folder) },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}
