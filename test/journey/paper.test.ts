/** What the demo journal prints, as Chromium makes it into pages. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isDeep } from '../depth.ts';
import { workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1366, height: 768 });

/** The size of each page in points. */
async function pagesOf(printed: Page): Promise<readonly string[]> {
  const pdf = await printed.pdf({ preferCSSPageSize: true, tagged: false });
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
  return [...boxes].map(
    ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`,
  );
}

describe('the page itself, printed', () => {
  it.each(isDeep ? ['', 'cockpit'] : ['cockpit'])(
    'is the list, A4 on its side, 150 patients on seven pages %s',
    async (beside) => {
      const { page, list, url } = journal;
      await page.goto(`${url}?profile=dk.demens&date=2026-11-24&theme=light`);
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
