/** The demo journal in Firefox ESR, over WebDriver BiDi: the ways that a clinic goes every day. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { holdPrintsInPage } from '../journey/held-prints.ts';
import { serve } from './pages.ts';

const journal = serve('.build/journal');
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.OVERBLIK_FIREFOX!,
    headless: true,
  });
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  await page.setViewport({ width: 1600, height: 1000 });
  page.on('pageerror', (error) => troubles.push(`error: ${String(error)}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type()))
      troubles.push(`${message.type()}: ${message.text()}`);
  });
  await page.evaluateOnNewDocument(() => {
    const counted = globalThis as unknown as { workers: number; files: string[] };
    counted.workers = 0;
    counted.files = [];
    const Own = globalThis.Worker;
    globalThis.Worker = class extends Own {
      constructor(...rest: ConstructorParameters<typeof Own>) {
        super(...rest);
        counted.workers++;
      }
    };
    const address = URL.createObjectURL;
    URL.createObjectURL = (file: Blob) => {
      counted.files.push(file.type);
      return address.call(URL, file);
    };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      console.error(`policy: ${violatedDirective}`),
    );
  });
});
afterEach(async () => {
  await page.close();
  expect(troubles.splice(0)).toEqual([]);
});

const open = async (query = '&profile=dk.demens&size=1600') => {
  await page.goto(`${journal.url}?date=2026-11-24&theme=light&fresh${query}`);
};
const found = (selector: string) => page.waitForSelector(`>>> ${selector}`, { timeout: 60_000 });
/** The text of every such element, in any shadow tree. */
const texts = (selector: string): Promise<readonly string[]> =>
  page.$$eval(`>>> ${selector}`, (all) =>
    all.map((each) =>
      `${each.textContent ?? ''} ${each.ariaLabel ?? ''}`.replaceAll(/\s+/g, ' ').trim(),
    ),
  );
/** Clicks the first such element in sight with these words. */
async function press(selector: string, words: string): Promise<void> {
  await expect
    .poll(() => texts(selector).then((all) => all.some((each) => each.includes(words))))
    .toBe(true);
  for (const each of await page.$$(`>>> ${selector}`)) {
    const isIt = await each.evaluate(
      (element, wanted) =>
        element.getClientRects().length > 0 &&
        `${element.textContent ?? ''} ${element.ariaLabel ?? ''}`
          .replaceAll(/\s+/g, ' ')
          .includes(wanted),
      words,
    );
    if (!isIt) continue;
    await each.click();
    return;
  }
  throw new Error(`Nothing in sight says ${words}.`);
}
const members = async () => Number(/[\d.]+/.exec((await texts('.figure.total'))[0] ?? '')![0]);
const openFirst = async () => {
  await open();
  await found('.line');
  await (await found('.line [role=rowheader]'))!.click();
  await found('overblik-cockpit >>> h2');
};

it('begins with all lists, each counted', async () => {
  await open('&size=1600');
  await found('.start table[aria-busy=false]');
  expect(await texts('.start tbody tr')).toHaveLength(16);
  expect((await texts('.start tbody tr')).join()).toContain('Patienter med demens');
});

it('draws a list whole, sorts it, searches it, and goes through it by keys', async () => {
  await open();
  await found('.line');
  expect(await members()).toBeGreaterThan(30);
  const heights = await page.$$eval('>>> .line', (all) =>
    all.map((each) => each.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(28);

  await press('.heads .cell', 'Navn');
  await expect
    .poll(() => page.$$eval('>>> .heads .cell', (all) => all.map((each) => each.ariaSort)))
    .toContain('ascending');
  const field = (await found('input[type=search]'))!;
  await field.type('P70');
  await expect.poll(() => texts('.showing')).toEqual([expect.stringMatching(/^\d+ af \d+ vises$/)]);

  await (await found('.line [role=rowheader]'))!.click();
  await found('overblik-cockpit >>> h2');
  const first = (await texts('overblik-cockpit >>> h2'))[0];
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await texts('overblik-cockpit >>> h2'))[0] ?? first)
    .not.toBe(first);
});

it('keeps a status in the round', async () => {
  await openFirst();
  await press('overblik-cockpit >>> .foot .pills label', 'Gennemgået');
  await expect
    .poll(() => texts('.figure'))
    .toContainEqual(expect.stringMatching(/^1\/\d+ gennemgået/));
});

it('hands a workbook over, and prints all rows', async () => {
  await open();
  await found('.line');
  await press('overblik-population >>> header button', 'Eksportér');
  await press('[part=panel] button', 'Excel-projektmappe');
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { files: string[] }).files.join()))
    .toContain('spreadsheetml');
  await page.keyboard.press('Escape');

  await page.evaluate(holdPrintsInPage);
  const total = await members();
  await press('overblik-population >>> header button', 'Udskriv');
  await expect
    .poll(() =>
      page.evaluate(() => {
        const printed = document.querySelector('iframe')?.contentDocument;
        const roots = [...(printed?.querySelectorAll('*') ?? [])].map((each) => each.shadowRoot);
        return (
          roots.reduce(
            (sum, root) => sum + (root?.querySelectorAll('tbody .tick').length ?? 0),
            0,
          ) + (printed?.querySelectorAll('tbody .tick').length ?? 0)
        );
      }),
    )
    .toBe(total);
});

it('draws the same with a worker of the page', async () => {
  await open();
  await found('.line');
  const before = await members();
  await open('&profile=dk.demens&size=1600&worker');
  await found('.line');
  expect(await members()).toBe(before);
  expect(await page.evaluate(() => (globalThis as unknown as { workers: number }).workers)).toBe(1);
});

it('gives access to what was chosen, and opens it elsewhere', async () => {
  await openFirst();
  await press('overblik-cockpit >>> button', 'Giv kiggeadgang');
  await press('dialog label', 'Bo Overlæge');
  await (await found('dialog textarea'))!.type('Indlæggelse');
  await press('dialog button', 'Giv adgang');
  await expect.poll(async () => (await texts('dialog')).join()).toContain('Delt med Bo Overlæge');
  await page.goto(`${journal.url}shared.html?theme=light`);
  await press('button', 'Åbn visning sendt');
  await found('overblik-cockpit >>> h2');
  await expect
    .poll(async () => (await texts('[part=shared]')).join())
    .toContain('Delt af Anne Bendtsen (AB)');
});
