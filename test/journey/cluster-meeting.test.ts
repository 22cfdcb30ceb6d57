/**
 * The cluster meets over its package: my clinic is outside the limits, its patients are a press away, something is done
 * about them in their records, and the next quarter's figures are better.
 */
import { expect, it } from 'vitest';
import type { OverblikReport } from '../../src/report-element.ts';
import { workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1600, height: 1000 });
const address = (date: string, hash: string, more = '') =>
  `${journal.url}?date=${date}&theme=light${more}#${hash}`;

const report = () => journal.page.locator('overblik-report');
/** My clinic's exact numbers of the indicator that is looked at: those with, and those without. */
async function ownNumbers(): Promise<{ readonly having: number; readonly not: number }> {
  const buttons = report().locator('.focus .own button');
  await buttons.first().waitFor();
  const words = (await report().locator('.focus .own').innerText()).replaceAll(/\s+/g, ' ');
  const [, having = NaN, not = NaN] = /(\d+) med\b.* (\d+) uden/.exec(words) ?? [];
  return { having: Number(having), not: Number(not) };
}

it('from the meeting to my patients, and to better figures a quarter later', async () => {
  const { page, list } = journal;
  await page.goto(address('2026-11-24', 'klyngemoede', '&fresh'));

  // The cluster: two have not reported, and are named; one comes while we sit here, and the view keeps its place.
  await report().getByText('10 af 12 klinikker har afleveret').waitFor();
  await expect.poll(() => report().locator('.frame').innerText()).toContain('Praksis Engen');
  await page.locator('.meeting-bar button').click();
  await report().getByText('11 af 12 klinikker har afleveret').waitFor();

  // My clinic is told to me alone, and lies outside.
  const before = await ownNumbers();
  expect(before.having).toBeGreaterThan(20);
  await expect
    .poll(() => report().locator('.chart').first().innerText())
    .toMatch(/Min klinik: .*over/);

  // Where data is missing, not care; and the steering group's table, of all who count it.
  await report().locator('.causes summary').click();
  await report().locator('.causes').getByText('Fortalt af 11 klinikker.').waitFor();
  const plans = report().locator('.activities .scroll tbody tr');
  expect(await plans.count()).toBe(12);
  await expect.poll(() => plans.last().innerText()).toMatch(/sep\. 2026.*11$/s);

  // Nothing but protected leaves is in the reports.
  const given = await report().evaluate((element) =>
    JSON.stringify((element as OverblikReport).reports),
  );
  expect(given).not.toMatch(/"patient|cpr|birthDate/i);
  expect(given).not.toContain(`"numerator":${before.having},"rest":${before.not}`);

  // The meeting walks through the package, and agrees on something.
  await report().locator('[data-do=present]').click();
  const slide = report().locator('.slide');
  const titles: string[] = [];
  for (;;) {
    titles.push((await slide.getAttribute('data-slide')) ?? '');
    // Mine are not told to the others.
    await expect.poll(() => slide.locator('.own').count()).toBe(0);
    if (titles.at(-1) === 'package agree')
      await slide.locator('textarea').fill('Alle gennemgår deres liste inden jul.');
    const next = report().locator('[data-do=next]');
    if ((await next.getAttribute('aria-disabled')) === 'true') break;
    await next.click();
    await expect.poll(() => slide.getAttribute('data-slide')).not.toBe(titles.at(-1));
  }
  expect(titles[0]).toBe('package purpose');
  expect(titles).toContain('package figures dk.demens antipsykotika');
  // The care plans that the clinics count, each chart a slide.
  expect(titles).toContain('activity care-plans 1');
  expect(titles.slice(-4)).toEqual([
    'package questions',
    'package tools',
    'package agree',
    'package follow-up',
  ]);
  await slide.locator('[data-do=held]').click();
  await slide.getByText('Aftalen er husket').waitFor();
  await report().locator('[data-do=end]').click();

  // The start page has the follow-up, from now on.
  await page.evaluate(() => (location.hash = 'population'));
  const followUp = page.locator('overblik-workspace .follow-ups');
  await followUp.getByText('Alle gennemgår deres liste inden jul.').waitFor();
  expect(await followUp.innerText()).toContain('Nye tal 24. feb. 2027');

  // From my number to my patients: the same, and no others.
  await page.evaluate(() => (location.hash = 'klyngemoede'));
  await report().locator('.focus .own button').first().click();
  await list.ready();
  const shown = async () => Number(/\d+/.exec(await list.showing())?.[0]);
  // The report is of the first of the quarter, the list of today.
  await expect.poll(async () => Math.abs((await shown()) - before.having)).toBeLessThanOrEqual(3);

  // Act: their medicine is stopped, in their records.
  await page.locator('overblik-population').getByRole('checkbox').first().click();
  await list.footer.getByRole('button', { name: 'Seponér antipsykotika' }).click();
  const dialog = page.locator('dialog.run[open]');
  await dialog.locator('.primary').click();
  await dialog.locator('.take-out').waitFor();
  await page.keyboard.press('Escape');

  // A quarter later the next figures are there by themselves.
  await page.goto('about:blank');
  await page.goto(address('2027-01-06', 'population'));
  await followUp.getByText('Nye tal er kommet (pr. 1. jan. 2027)').waitFor();
  await followUp.getByRole('button', { name: /Se tallene/ }).click();
  await report()
    .getByText('11 af 11 klinikker')
    .or(report().getByText('12 klinikker'))
    .first()
    .waitFor();
  const after = await ownNumbers();
  expect(after.having).toBeLessThan(before.having / 2);
  const change = report().locator('.change [data-who=own]').first();
  const [then = '', now = ''] = await change.locator('.number').allInnerTexts();
  expect(then).toMatch(/^1[5-9] %/);
  expect(Number(/[\d,]+/.exec(now)?.[0].replace(',', '.'))).toBeLessThan(8);
}, 600_000);
