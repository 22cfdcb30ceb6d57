/** What a clinic sees first: all its lists in one window, the way into the one that presses most, and back. */
import { expect, it } from 'vitest';
import { workedJournal } from './browser.ts';

const viewport = { width: 1366, height: 768 };
const journal = workedJournal(viewport);

it('all lists are in sight, one click is at the serious patients of one, and another back', async () => {
  const { page, list, url } = journal;
  const start = page.getByRole('region', { name: 'Startside' });
  const rows = start.locator('tbody tr');
  // With a round behind them, of which somebody is to be followed up and somebody exempt; and with none.
  for (const more of ['', '&fresh']) {
    await page.goto(`${url}?date=2026-11-24&theme=light${more}`);
    await start.locator('table[aria-busy=false]').waitFor();
    await expect.poll(() => start.getByText('Henter runden').count()).toBe(0);
    expect(await rows.count()).toBe(16);
    const last = (await rows.nth(15).boundingBox())!;
    expect(last.y + last.height).toBeLessThanOrEqual(viewport.height);
  }
  // The gravest first.
  const serious = await start.locator('.figure.critical .bare').allInnerTexts();
  expect(serious.map(Number)).toEqual(serious.map(Number).sort((a, b) => b - a));

  const dementia = rows.filter({ hasText: 'Patienter med demens' });
  expect(await dementia.innerText()).toContain('150');
  await dementia.getByRole('button', { name: /^24 alvorlige/ }).click();
  await list.ready();
  await expect.poll(list.showing).toBe('24 af 150 vises');

  // One of them is dealt with.
  await (await list.cell(list.row(0), 'Navn')).click();
  await page.locator('overblik-cockpit .foot .pills label', { hasText: /^\s*Gennemgået/ }).click();
  await expect.poll(list.pending).toBe(0);
  await page.getByRole('button', { name: 'Alle lister' }).click();
  await expect
    .poll(async () => (await dementia.innerText()).replaceAll(/\s+/g, ' '))
    .toMatch(/24 alvorlige 23 ikke færdige .*1\/150 gennemgået/);
  expect(await dementia.innerText()).toContain('Siden 24. nov. 2026');

  // By keys, from where one was: to its list, as it was left.
  await page.keyboard.press('Enter');
  await expect.poll(list.showing).toBe('24 af 150 vises');
  expect(await page.locator('overblik-cockpit').isVisible()).toBe(true);
});
