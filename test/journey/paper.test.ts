/** What the demo journal prints, as Chromium makes it into pages. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listOn, serveWithBrowser, watch } from './browser.ts';

const site = serveWithBrowser('.build/journal');
let page: Page;
let troubles: readonly string[];
beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 1366, height: 768 } });
  troubles = watch(page, site.url);
});
afterEach(async () => {
  await page.close();
  expect(troubles).toEqual([]);
});

/** The size of each page in points. */
async function pagesOf(printed: Page): Promise<readonly string[]> {
  const pdf = await printed.pdf({ preferCSSPageSize: true, tagged: false });
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(
    ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`,
  );
}

describe('the page itself, printed', () => {
  it.each(['', 'cockpit'])(
    'is the list, A4 on its side, 150 patients on seven pages %s',
    async (beside) => {
      const list = listOn(page);
      await page.goto(`${site.url}?date=2026-11-24&theme=light`);
      await list.ready();
      if (beside) {
        await (await list.cell(list.row(0), 'Navn')).click();
        await page.locator('overblik-cockpit h2').waitFor();
      }
      // What prints is loaded before it is asked for: a print of the page does not wait.
      await expect
        .poll(async () => {
          await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
          return page.locator('.printed .tick').count();
        })
        .toBe(150);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      const pages = await pagesOf(page);
      expect(new Set(pages)).toEqual(new Set(['842×595']));
      expect(pages.length).toBeLessThanOrEqual(7);
      // The page has its own rules again.
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    },
  );
});
