/** The demo journal's own pages beside the list: its calendar and its queue, while the clinic is connected anew. */
import { expect, it } from 'vitest';
import type { OverblikMarker } from '../../src/define.ts';
import { workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1366, height: 768 });
const address = (url: string, hash = '') =>
  `${url}?size=600&date=2026-11-24&theme=light&profile=dk.demens&fresh#${hash}`;

/** What has the focus, however deep. */
const focused = () =>
  journal.page.evaluate(() => {
    let found = document.activeElement;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    return `${found?.localName} ${found?.getAttribute('aria-label') ?? found?.textContent?.trim().slice(0, 40) ?? ''}`;
  });

/** How many tasks the journal's database holds. */
const tasksStored = () =>
  journal.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('journal').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const asked = result.transaction('tasks').objectStore('tasks').count();
          asked.onsuccess = () => (result.close(), resolve(asked.result));
        };
      }),
  );

/** Puts two in the queue. */
async function queueTwo(): Promise<void> {
  const { page, list } = journal;
  await list.ready();
  await list.check(0).click();
  await list.check(1).click();
  await list.footer.getByRole('button', { name: 'Læg i kø' }).click();
  const dialog = page.locator('dialog.run[open]');
  await dialog.locator('.primary').click();
  await dialog.locator('.take-out').waitFor();
  await page.keyboard.press('Escape');
}

it('markers in the calendar and in the queue go along when the clinic is connected anew', async () => {
  const { page, url } = journal;
  await page.goto(address(url, 'kalender'));
  const calendar = page.locator('#calendar-page');
  await calendar.locator('overblik-marker').first().waitFor();
  await expect
    .poll(() => calendar.locator('overblik-marker .chip, overblik-marker button').count())
    .toBeGreaterThan(0);
  // From now on nobody is fetched.
  await page.locator('#fault').selectOption({ index: 1 });
  const isOfNow = () =>
    page.evaluate(() => {
      const { adapter } = document.querySelector('overblik-workspace')!;
      return [
        ...document.querySelectorAll<OverblikMarker>('.page:not([hidden]) overblik-marker'),
      ].every((marker) => marker.adapter === adapter);
    });
  expect(await isOfNow()).toBe(true);
  await page.goto(address(url));
  await queueTwo();
  await page.evaluate(() => (location.hash = 'koer'));
  const queue = page.locator('#tasks-page');
  await expect.poll(() => queue.locator('overblik-marker').count()).toBe(2);
  await page.locator('#fault').selectOption({ index: 1 });
  await expect.poll(isOfNow).toBe(true);
});

it('whoever is dealt with in the queue leaves the focus on the next, and the last on the page', async () => {
  const { page, url } = journal;
  await page.goto(address(url));
  await queueTwo();
  await page.evaluate(() => (location.hash = 'koer'));
  const done = page.locator('#tasks-page td > button');
  await expect.poll(() => done.count()).toBe(2);
  const second = await done.nth(1).getAttribute('aria-label');
  await done.first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => done.count()).toBe(1);
  expect(await focused()).toBe(`button ${second}`);
  await page.keyboard.press('Enter');
  await expect.poll(() => done.count()).toBe(0);
  expect(await focused()).toBe('h1 I kø');
});

it('an action does not take the focus from whoever writes beside it', async () => {
  const { page, url, list } = journal;
  await page.goto(address(url));
  await list.ready();
  // Somebody’s journal was open before.
  await list.link(0).click();
  await page.locator('#patient-page h1').waitFor();
  await page.locator('#patient-page button.back').click();
  await list.ready();
  await (await list.cell(list.row(0), 'Navn')).click();
  const cockpit = page.locator('overblik-cockpit');
  await cockpit.locator('.advice .deeds button', { hasText: 'Læg i kø' }).first().click();
  const note = cockpit.locator('textarea.note');
  await note.click();
  await page.keyboard.type('Ring');
  await expect.poll(tasksStored).toBe(1);
  // What follows the storing is drawn by then.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await focused()).toContain('textarea');
  expect(await note.inputValue()).toBe('Ring');
});

it('what is half written in a cockpit over the calendar is there when it is opened again', async () => {
  const { page, url } = journal;
  await page.goto(address(url, 'kalender'));
  const calendar = page.locator('#calendar-page');
  const marker = calendar
    .locator('overblik-marker')
    .filter({ has: page.locator('button') })
    .first();
  await marker.locator('button').first().click();
  const dialog = calendar.locator('dialog[open]');
  const note = dialog.locator('textarea.note');
  await note.click();
  await page.keyboard.type('Halvt skrevet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => calendar.locator('dialog[open]').count()).toBe(0);
  expect(await focused()).not.toMatch(/^body/);
  await marker.locator('button').first().click();
  await expect.poll(() => note.inputValue()).toBe('Halvt skrevet');
});
