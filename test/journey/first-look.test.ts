/** What a clinician sees in two seconds on the commonest screen of a clinic: how many, who first, and why. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOn, serveWithBrowser, watch, type ListOn } from './browser.ts';

const site = serveWithBrowser('.build/journal');

/** Whole rows between the head of the list and its foot. */
const wholeRows = (page: Page) =>
  page.locator('overblik-population').evaluate((list) => {
    const grid = list.shadowRoot!.querySelector('[part~=list]')!;
    const inside = (selector: string) => [...grid.shadowRoot!.querySelectorAll(selector)];
    const top = inside('.head')[0]!.getBoundingClientRect().bottom;
    const foot = list.shadowRoot!.querySelector('.footer')!.getBoundingClientRect().top;
    const end = Math.min(grid.getBoundingClientRect().bottom, foot);
    return inside('.line')
      .map((line) => line.getBoundingClientRect())
      .filter((line) => line.height > 0 && line.top >= top - 0.5 && line.bottom <= end + 0.5)
      .length;
  });

/** By row: whether all of the first reason is seen. */
const firstReasons = (page: Page) =>
  page.locator('overblik-population').evaluate((list) => {
    const grid = list.shadowRoot!.querySelector('[part~=list]')!;
    const inside = (selector: string) => [...grid.shadowRoot!.querySelectorAll(selector)];
    const head = inside('.heads .cell').find((each) => each.textContent.includes('Hvorfor først'))!;
    const place = head.getAttribute('aria-colindex')!;
    return inside('.line').flatMap((line) => {
      const cell = line.querySelector(`.cell[aria-colindex="${place}"]`);
      const words = cell?.querySelector('.words, .text');
      if (!cell || !words) return [];
      const isWhole =
        words.scrollWidth <= words.clientWidth &&
        words.getBoundingClientRect().right <= cell.getBoundingClientRect().right;
      return [{ row: line.getAttribute('aria-rowindex')!, text: words.textContent, isWhole }];
    });
  });

describe.each(['14px', '16px'])('at 1366 × 768, with the root of the host at %s', (root) => {
  let page: Page;
  let list: ListOn;
  let troubles: readonly string[];
  // One page for all that is seen on it: each test leaves it as it was.
  beforeAll(async () => {
    page = await site.browser.newPage({ viewport: { width: 1366, height: 768 } });
    troubles = watch(page, site.url);
    await page.goto(`${site.url}?date=2026-11-24&theme=light&fresh`);
    await page.evaluate((size) => {
      document.documentElement.style.setProperty('font-size', size, 'important');
    }, root);
    list = listOn(page);
    await list.ready();
    await page.locator('.overview.brief:not([aria-busy])').waitFor();
  });
  afterAll(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  it('sixteen rows are seen whole, and thirteen beside a cockpit, where they stood', async () => {
    await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(16);
    const before = await list.row(2).boundingBox();
    await (await list.cell(list.row(2), 'Navn')).click();
    await page.locator('overblik-cockpit h2').waitFor();
    await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(13);
    expect((await list.row(2).boundingBox())?.y).toBeCloseTo(before!.y, 0);
    expect(await list.head('Hvorfor først').count()).toBe(1);
    expect(await list.head('Note').count()).toBe(0);
    await page.getByRole('button', { name: 'Luk overblik' }).click();
    await page.locator('overblik-cockpit').waitFor({ state: 'detached' });
  });

  it('the gravest reason is seen whole in nine rows of ten, and no row is without one', async () => {
    const seen = new Map<string, boolean>();
    await list.row(0).locator('.link').focus();
    for (let screens = 0; seen.size < 150 && screens < 20; screens++) {
      for (const { row, text, isWhole } of await firstReasons(page)) {
        expect(text.trim(), row).not.toBe('');
        seen.set(row, isWhole);
      }
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(250);
    }
    expect(seen.size).toBe(150);
    const whole = [...seen.values()].filter(Boolean).length;
    expect(whole / seen.size).toBeGreaterThanOrEqual(0.9);
  });

  it('the line of numbers filters: the serious ones alone, and all of them again', async () => {
    const figure = (words: RegExp) => page.locator('.figure').filter({ hasText: words });
    const height = async () => (await page.locator('.overview').boundingBox())?.height;
    expect(await height()).toBe(44);
    const serious = Number.parseInt(await figure(/alvorlig/).innerText());
    expect(serious).toBeGreaterThan(0);
    await figure(/alvorlig/).click();
    await expect.poll(list.showing).toBe(`${serious} af 150 vises`);
    expect(await figure(/alvorlig/).getAttribute('aria-pressed')).toBe('true');
    await figure(/patienter/).click();
    await expect.poll(() => figure(/patienter/).innerText()).toBe('150 patienter');
    await list.button('Vis diagrammer').click();
    await page.locator('.cards').waitFor();
    await list.button('Skjul diagrammer').click();
    expect(await height()).toBe(44);
  });
});
