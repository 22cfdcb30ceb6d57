/** What the demo journal prints, as Chromium makes it into pages. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../fixtures/profiles/index.ts';
import { isDeep } from '../depth.ts';
import { workedJournal } from './browser.ts';
import { readPdf, type PdfPage } from './pdf.ts';

const journal = workedJournal({ width: 1366, height: 768 });

async function pagesOf(printed: Page): Promise<readonly PdfPage[]> {
  return readPdf(await printed.pdf({ preferCSSPageSize: true, tagged: false }));
}

/** Opens a list, and waits for what prints: a print of the page does not. Answers how many patients it prints. */
async function openToPrint(profile: string): Promise<number> {
  const { page, list, url } = journal;
  await page.goto(`${url}?profile=${profile}&date=2026-11-24&theme=light`);
  await list.ready();
  let count = 0;
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      count = await page.locator('.printed .tick').count();
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      return count;
    })
    .toBeGreaterThan(0);
  return count;
}

const cprNumber = /\d{6}-\d{4}/;
const cprNumbers = new RegExp(cprNumber, 'g');
const patientsAPage = 22;

describe('the page itself, printed', () => {
  const all = profiles.map((each) => (each as { readonly id: string }).id);
  it.each(isDeep ? all : ['dk.saarbare'])(
    'is the list %s, A4 on its side, 22 patients a page of 8 points, nothing cut',
    async (profile) => {
      const patients = await openToPrint(profile);
      const pages = await pagesOf(journal.page);
      const withPatients = pages.filter(({ text }) => cprNumber.test(text));
      const printed = pages.flatMap(({ text }) => text.match(cprNumbers) ?? []);
      // Two of the demo's patients have no number.
      expect(printed.length).toBeGreaterThanOrEqual(patients - 2);
      expect(withPatients.length).toBeLessThanOrEqual(Math.ceil(patients / patientsAPage));
      expect(new Set(pages.map(({ size }) => size))).toEqual(new Set(['842×595']));
      expect(Math.min(...pages.map(({ smallest }) => smallest))).toBeGreaterThanOrEqual(8);
      const [first, ...others] = pages;
      expect(first!.text).toMatch(/Hvorfor først.*Noter/);
      expect(first!.text).toMatch(/Alvorlig|Obs\./);
      for (const { text } of pages) expect(text).not.toContain('…');
      for (const { text } of others) expect(text).not.toContain('Rækkefølge:');
      for (const { text } of withPatients) expect(text).toMatch(/Patient.*udskrevet .* af AB/);
    },
  );

  it('is black on the paper’s own white, and what marks the gravest touches no line beside it', async () => {
    const { page } = journal;
    await openToPrint('dk.demens');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const [grounds, edges] = await page.evaluate(() => {
      const find = (from: ParentNode): Element | undefined => {
        for (const each of from.querySelectorAll('*')) {
          if (each.matches('.printed .grave.critical b')) return each;
          const found = each.shadowRoot && find(each.shadowRoot);
          if (found) return found;
        }
        return undefined;
      };
      const mark = find(document)!;
      const around: Element[] = [];
      for (let each: Element | null = mark; each; each = each.parentElement ?? hostOf(each))
        around.push(each);
      const { outlineStyle, borderBlockWidth } = getComputedStyle(mark);
      return [
        around
          .map((each) => [each.localName, getComputedStyle(each).backgroundColor])
          .filter(([, colour]) => colour !== 'rgba(0, 0, 0, 0)'),
        [outlineStyle, borderBlockWidth],
      ];

      function hostOf(element: Element): Element | null {
        const root = element.getRootNode();
        return root instanceof ShadowRoot ? root.host : null;
      }
    });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    expect(grounds).toEqual([]);
    expect(edges).toEqual(['none', '0px']);
  });

  it('is the list with the cockpit beside it too, and leaves the page its own rules', async () => {
    const { page, list } = journal;
    const patients = await openToPrint('dk.demens');
    await (await list.cell(list.row(0), 'Navn')).click();
    await page.locator('overblik-cockpit h2').waitFor();
    const pages = await pagesOf(page);
    expect(new Set(pages.map(({ size }) => size))).toEqual(new Set(['842×595']));
    expect(pages.length).toBeLessThanOrEqual(Math.ceil(patients / patientsAPage));
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
});

describe('a cockpit that is all that the page shows', () => {
  it('is printed in its place, upright, on a few pages of 8 points, with who it is at their foot', async () => {
    const { page, list } = journal;
    await openToPrint('dk.aeldre-medicinsk');
    await (await list.cell(list.row(0), 'Navn')).click();
    const cockpit = page.locator('overblik-cockpit');
    await cockpit.locator('h2').waitFor();
    const name = (await cockpit.locator('h2').innerText()).split(',')[0]!;
    await page.locator('overblik-workspace .wide').click();
    await expect
      .poll(async () => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        const count = await cockpit.locator('.paper').count();
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
        return count;
      })
      .toBe(1);
    const pages = await pagesOf(page);
    expect(new Set(pages.map(({ size }) => size))).toEqual(new Set(['595×842']));
    expect(pages.length).toBeLessThanOrEqual(4);
    for (const { text, smallest } of pages) {
      expect(smallest).toBeGreaterThanOrEqual(8);
      expect(text).not.toContain('…');
      expect(text).toContain(name);
      expect(text).toMatch(/Lægehuset Eksempelvej.*udskrevet .* af AB/);
      expect(new Set(text.match(cprNumbers))).toHaveProperty('size', 1);
    }
    // The page is as it was.
    expect(await cockpit.locator('.paper').count()).toBe(0);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });
});
