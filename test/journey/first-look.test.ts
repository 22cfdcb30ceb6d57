/** What a clinician sees in two seconds on the commonest screen of a clinic: how many, who first, and why. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OverblikPopulation } from '../../src/define.ts';
import { isDeep } from '../depth.ts';
import { workedJournal, type ListOn } from './browser.ts';
import { troubleOfLargeText } from './large-text.ts';
import { smallTargets } from './targets.ts';

// One page for all that is seen on it: each test leaves it as it was.
const journal = workedJournal({ width: 1366, height: 768 }, 'file');
let page: Page;
let list: ListOn;
const load = async () => {
  await page.goto(`${journal.url}?profile=dk.demens&date=2026-11-24&theme=light&fresh`);
  await list.ready();
  await page.locator('.overview.brief:not([aria-busy])').waitFor();
};
beforeAll(async () => {
  ({ page, list } = journal);
  await load();
});

/** The size of the host's type. */
const setRoot = (size: string) =>
  page.evaluate((root) => {
    document.documentElement.style.setProperty('font-size', root, 'important');
  }, size);

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

describe.each(isDeep ? ['14px', '16px'] : ['14px'])(
  'at 1366 × 768, with the root of the host at %s',
  (root) => {
    beforeAll(() => setRoot(root));

    it('advice begins at once beside the list, and two are seen whole', async () => {
      await (await list.cell(list.row(2), 'Navn')).click();
      const cockpit = page.locator('overblik-cockpit');
      const advice = cockpit.locator('.advice > li');
      await advice.nth(1).waitFor();
      const [first, second] = [
        await advice.nth(0).boundingBox(),
        await advice.nth(1).boundingBox(),
      ];
      const foot = await cockpit.locator('.foot').boundingBox();
      expect(first!.y).toBeLessThanOrEqual(root === '14px' ? 170 : 192);
      expect(second!.y + second!.height).toBeLessThanOrEqual(foot!.y);
      await page.getByRole('button', { name: 'Luk overblik' }).click();
      await cockpit.waitFor({ state: 'detached' });
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
      await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ top: 0 }));
      await list.row(0).waitFor();
      const whole = [...seen.values()].filter(Boolean).length;
      expect(whole / seen.size).toBeGreaterThanOrEqual(0.9);
    });

    it('no medicine is cut within a word: its strength goes, then how long', async () => {
      const medicines = await page.locator('overblik-population').evaluate((list) => {
        const grid = list.shadowRoot!.querySelector('[part~=list]')!.shadowRoot!;
        return [...grid.querySelectorAll('.line .by-word')].flatMap((name) => {
          const cell = name.closest('.cell')!.getBoundingClientRect();
          // What the made-up clinic has in the place of a name is longer than any of them.
          if (name.textContent.startsWith('<')) return [];
          const [shown, note] = [name, name.nextElementSibling!].map((part) => {
            const range = document.createRange();
            range.selectNodeContents(part);
            const top = part.getBoundingClientRect().top;
            // What goes on in another line is not seen.
            const words = [...range.getClientRects()].filter((each) => each.top < top + 8);
            return words.every(({ right }) => right <= Math.ceil(cell.right));
          });
          return [shown && note];
        });
      });
      expect(medicines.length).toBeGreaterThan(10);
      expect(medicines).not.toContain(false);
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
  },
);

it('at 1024 × 768 beside a cockpit: fourteen rows are seen whole, the title and the date too', async () => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await setRoot('');
  await (await list.cell(list.row(2), 'Navn')).click();
  await page.locator('overblik-cockpit h2').waitFor();
  await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(14);
  for (const selector of ['.head h2', '.purpose .facts'])
    expect(
      await page.locator(selector).evaluate((each) => each.scrollWidth - each.clientWidth),
      selector,
    ).toBe(0);
  await page.getByRole('button', { name: 'Luk overblik' }).click();
  await page.locator('overblik-cockpit').waitFor({ state: 'detached' });
});

it('text of twice the size: nothing over anything, nothing cut, and the date of the list whole', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await setRoot('');
  expect(await page.evaluate(smallTargets, [14, 16])).toEqual([]);
  expect(await page.evaluate(troubleOfLargeText, 28)).toEqual([]);
  await setRoot('28px');
  const facts = page.locator('.purpose .facts');
  await expect.poll(() => facts.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  await list.row(1).locator('.link').waitFor();
  await (await list.cell(list.row(1), 'Navn')).click();
  await page.locator('overblik-cockpit h2').waitFor();
  expect(await page.evaluate(troubleOfLargeText, 28)).toEqual([]);
  await setRoot('');
  await page.getByRole('button', { name: 'Luk overblik' }).click();
  await page.locator('overblik-cockpit').waitFor({ state: 'detached' });
});

it('forced colours: status, severity, what is chosen, what is open and what has the focus are told apart', async () => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.emulateMedia({ forcedColors: 'active' });
  // Anew, so that rows are drawn in their order: the first of a kind is in sight.
  await load();
  const round = page.locator('overblik-population');
  await expect
    .poll(() => round.evaluate((each) => (each as OverblikPopulation).round?.state.phase))
    .toBe('ready');
  // One of each status, on rows that are drawn.
  await round.evaluate((each) => {
    const list = each as OverblikPopulation;
    const ids = [...list.shadowRoot!.querySelectorAll('overblik-grid')].flatMap(({ rows }) =>
      [0, 1, 2].map((at) => rows.idAt(at)),
    );
    list.round!.setStatus([ids[0]!], 'reviewed');
    list.round!.setStatus([ids[1]!], 'to-follow-up');
    list.round!.setStatus([ids[2]!], 'exempt', { note: 'Palliativt forløb' });
  });
  const picture = async (what: Locator) => (await what.screenshot()).toString('base64');
  const kinds = {
    new: 'open',
    reviewed: 'reviewed',
    'to-follow-up': 'follow-up',
    exempt: 'exempt',
  };
  const dots = new Set<string>();
  for (const [status, kind] of Object.entries(kinds)) {
    await round.evaluate((each, any) => {
      const list = each as OverblikPopulation;
      list.view = { ...list.view!, filters: [{ columnId: 'status', any: [any] }] };
    }, status);
    const others = page.locator(`.line .status:not([data-kind=${kind}])`);
    await expect.poll(() => others.count()).toBe(0);
    dots.add(await picture(page.locator(`.line .status[data-kind=${kind}]`).first()));
  }
  expect(dots.size, 'statuses').toBe(4);
  await round.evaluate((each) => {
    const list = each as OverblikPopulation;
    list.view = { ...list.view!, filters: [] };
  });
  await expect.poll(() => page.locator('.line .status').count()).toBeGreaterThan(10);
  const signs = page.locator('.line .chip svg');
  const levels = ['critical', 'warning', 'info'];
  const drawn = await Promise.all(
    levels.map((level) => picture(page.locator(`.line .chip.${level} svg`).first())),
  );
  expect(await signs.count()).toBeGreaterThan(3);
  expect(new Set(drawn).size, levels.join()).toBe(levels.length);
  // A head of the row, which says nothing of its own.
  const edge = async (row: number) => {
    const { x, y, height } = (await list.row(row).boundingBox())!;
    const clip = { x, y, width: 8, height: height - 1 };
    return (await page.screenshot({ clip })).toString('base64');
  };
  const plain = await edge(5);
  await list.check(6).click();
  await (await list.cell(list.row(7), 'Navn')).click();
  await page.locator('overblik-cockpit h2').waitFor();
  const [chosen, open] = [await edge(6), await edge(7)];
  expect(new Set([plain, chosen, open]).size, 'plain, chosen, open').toBe(3);
  await page.keyboard.press('ArrowDown');
  const outline = await page.evaluate(() => {
    let found = document.activeElement;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(found!);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toBe('solid 2px');
});
