/** One call for several conditions: lists ticked on the start page, one message, and what it left in each of the lists. */
import { expect, it } from 'vitest';
import { workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1366, height: 768 });

it('a patient of several lists is written to once, about those that are ticked, and each list tells', async () => {
  const { page, list, url } = journal;
  await page.goto(`${url}?date=2026-11-24&theme=light&fresh`);
  const start = page.getByRole('region', { name: 'Startside' });
  await start.locator('table[aria-busy=false]').waitFor();
  for (const title of ['Patienter med KOL', 'Patienter med type 2-diabetes'])
    await start.getByRole('checkbox', { name: title }).check();
  await start.getByRole('button', { name: 'Åbn samlet liste (2)' }).click();
  await list.ready();
  await page.getByText('Samlet liste: KOL og Type 2-diabetes').first().waitFor();

  // One who is on both.
  const both = list.rows.filter({ hasText: 'KOL' }).filter({ hasText: 'Type 2-diabetes' }).first();
  const cpr = await both.locator('.link').innerText();
  await both.getByRole('checkbox').click();
  await list.footer.getByRole('button', { name: 'Send besked' }).click();
  const dialog = page.locator('overblik-population dialog.run');
  const letter = dialog.locator('.letter');
  await expect.poll(() => letter.innerText()).toContain('én aftale om: KOL og type 2-diabetes.');
  await dialog.getByRole('checkbox', { name: /^KOL/ }).uncheck();
  await expect.poll(() => letter.innerText()).toContain('én aftale om: type 2-diabetes.');
  await dialog.getByRole('button', { name: 'Send besked' }).click();
  await dialog.getByText('1 af 1 lykkedes').waitFor();
  await dialog.getByRole('button', { name: 'Luk' }).click();

  // The lists tell, each for itself: it was sent about the one, and not about the other.
  const invited = async (title: string) => {
    await page.getByRole('button', { name: 'Alle lister' }).click();
    await start.getByRole('button', { name: title, exact: true }).click();
    await list.ready();
    await page.locator('overblik-population h2', { hasText: title }).waitFor();
    await page.getByRole('searchbox').fill(cpr);
    await expect.poll(() => list.rows.count()).toBe(1);
    return list.row(0).innerText();
  };
  await expect.poll(() => invited('Patienter med type 2-diabetes')).toContain('Besked sendt');
  expect(await invited('Patienter med KOL')).not.toContain('Besked sendt');

  // The queue of the practice system says what it was about.
  await page.getByRole('link', { name: 'Indbakke' }).click();
  await page.locator('#other-page tr, .tasks tr').first().waitFor();
  expect(await page.locator('.tasks tr').first().innerText()).toContain('type 2-diabetes');
});
