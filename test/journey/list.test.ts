/**
 * A clinic's way through its population, start to end: choose a profile, see who and why, the most
 * vulnerable first, go through each, act on some, finish the round, come back and see the change.
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { listOn, workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1600, height: 1000 });

it('two rounds of the list over patients with dementia', async () => {
  const { page, list, url } = journal;
  const open = async (query: string) => {
    await page.goto(`${url}?profile=dk.demens&size=3000&theme=light${query}`);
    await list.ready();
  };
  const status = (index: number) => list.row(index).locator('.status').getAttribute('aria-label');
  const note = async (index: number, says: string, how?: string) => {
    await list.row(index).locator('.status').click();
    if (how) await list.panel.getByText(how, { exact: true }).click();
    await list.panel.getByLabel('Note').fill(says);
    await list.panel.getByLabel('Note').blur();
    await page.keyboard.press('Escape');
    await list.panel.waitFor({ state: 'hidden' });
  };
  const members = async () => Number(await list.members());

  // Choose a profile; see who is in it, and why.
  await open('&date=2026-11-24&fresh');
  const chooser = page.locator('overblik-population select').first();
  await chooser.selectOption('dk.kol');
  await expect.poll(() => page.locator('overblik-population h2').innerText()).toContain('KOL');
  await chooser.selectOption('dk.demens');
  await expect.poll(() => page.locator('overblik-population h2').innerText()).toContain('demens');
  await list.ready();
  const first = await members();
  expect(first).toBeGreaterThan(40);
  for (let index = 0; index < 8; index++)
    expect(await (await list.cell(list.row(index), 'Hvorfor først')).innerText()).not.toBe('');

  // The most vulnerable first; those on antipsychotics alone.
  await page.locator('.figure.critical').click();
  const marked = Number.parseInt(await page.locator('.figure.critical').innerText());
  await expect.poll(list.showing).toBe(`${marked} af ${first} vises`);
  const names: string[] = [];
  for (let index = 0; index < 4; index++) {
    expect(await list.row(index).innerText()).toContain('Antipsyk');
    names.push(await list.name(index));
  }

  // Go through each: open the journal by CPR number, come back, note the special cases.
  for (let index = 0; index < 2; index++) {
    await list.link(index).click();
    await page.locator('.banner h1').waitFor();
    expect(await page.locator('.banner h1').innerText()).toBe(names[index]);
    expect(page.url()).not.toMatch(/\d{6}-?\d{4}/);
    await page.goBack();
    await list.ready();
  }
  await note(0, 'Seponering aftalt med datter', 'Til opfølgning');
  await list.check(1).click();
  await list.button('Markér gennemgået').click();
  await expect.poll(() => status(1)).toBe('Gennemgået');
  await list.button('Ryd valg').click();
  await list.check(3).click();
  await list.button('Undtag').click();
  await list.panel.getByLabel('Allerede udført andetsteds').check();
  await list.panel.getByLabel('Begrundelse').fill('Følges af geriatrisk team');
  await list.panel.getByRole('button', { name: 'Undtag', exact: true }).click();
  // Who is exempt asks for nothing: off the list of those whose marker counts, and off its card.
  await expect.poll(list.showing).toBe(`${marked - 1} af ${first} vises`);
  await list.button('Ryd valg').click();
  await expect.poll(() => list.footer.innerText()).toContain('Undtaget 1');
  await expect.poll(() => list.footer.innerText()).toMatch(/Gennemgået\s1\b/);

  // Act on some: two into the queue, which has them on a page of its own.
  await list.check(0).click();
  await list.check(2).click();
  await list.button('Læg i kø').click();
  const dialog = page.locator('overblik-population dialog');
  await dialog.getByRole('button', { name: 'Læg i kø' }).click();
  await dialog.getByText('2 af 2 lykkedes').waitFor();
  await dialog.getByRole('button', { name: 'Luk' }).click();
  await page.getByRole('link', { name: 'Køer' }).click();
  for (const index of [0, 2])
    await page.locator('.tasks').getByText(names[index]!).first().waitFor();
  expect(await page.locator('.tasks tr').count()).toBe(2);
  await page.getByRole('link', { name: 'Population' }).click();
  await list.ready();
  expect(await list.footer.innerText()).toContain('2 valgt');

  // A file of those that are shown.
  const { header, rows, about } = await exported(page);
  expect(header).toContain('CPR');
  expect(rows).toHaveLength(marked - 1);
  expect(rows.map((row) => row[header.indexOf('Navn')])).toContain(names[0]);
  expect(about).toContain('Patienter med demens');
  expect(about).toContain('Antipsykotika ved demens');

  // Finish the round, and come another day.
  await list.button('Ryd valg').click();
  await page.getByRole('button', { name: /^Fjern filter/ }).click();
  await list.button('Runde').click();
  await list.panel.getByRole('button', { name: 'Afslut runde' }).click();
  await page.locator('dialog.ask').getByRole('button', { name: 'Afslut runde' }).click();
  await list.button('Runde').click();
  await list.panel.getByRole('button', { name: 'Begynd ny runde' }).waitFor();
  await expect.poll(() => list.pending()).toBe(0);
  await open('&date=2027-05-25&made=2026-11-24');

  // The next round: what was written is carried on.
  await list.button('Runde').click();
  await list.panel.getByRole('button', { name: 'Begynd ny runde' }).click();
  await list.panel.getByText('Runden begyndte 25. maj 2027').waitFor();
  await page.keyboard.press('Escape');
  const find = async (name: string) => {
    await page.getByPlaceholder('Søg navn, CPR, kode …').fill(name);
    await expect.poll(() => list.name(0)).toBe(name);
  };
  const now: (string | null)[] = [];
  for (const name of [names[0]!, names[1]!, names[3]!]) {
    await find(name);
    now.push(await status(0));
  }
  expect(now).toEqual(['Til opfølgning', 'Ikke gennemgået', 'Undtaget']);
  await find(names[3]!);
  await list.row(0).locator('.status').click();
  expect(await list.panel.getByLabel('Note').inputValue()).toBe('Følges af geriatrisk team');
  await page.keyboard.press('Escape');
  await page.getByPlaceholder('Søg navn, CPR, kode …').fill('');

  // Compare, and see the change: each number opens its patients.
  const compared = async (title: string) => {
    await list.button('Runde').click();
    const line = list.panel.locator('.lines li').filter({ hasText: title });
    return line.getByRole('button');
  };
  for (const title of ['Kommet til', 'Ændret', 'Ikke gennemgået']) {
    const number = await compared(title);
    const words = await number.innerText();
    expect(Number(words), title).toBeGreaterThan(0);
    await number.click();
    await expect
      .poll(async () => Number((await list.showing()).split(' ')[0]), { message: title })
      .toBeGreaterThan(0);
    await page.locator('.pill').filter({ hasText: title }).click();
  }
  expect(Number(await (await compared('Udgået')).innerText())).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  expect(
    await page
      .locator('.figure')
      .filter({ hasText: /\d nye?\b/ })
      .innerText(),
  ).toMatch(/[1-9]/);
});

/** The workbook that the page hands over, read back. */
async function exported(page: Page) {
  const list = listOn(page);
  await page
    .locator('overblik-population header')
    .getByRole('button', { name: 'Eksportér' })
    .click();
  const coming = page.waitForEvent('download');
  await list.panel.getByRole('button', { name: 'Excel-projektmappe' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const file = join(await mkdtemp(join(tmpdir(), 'overblik-')), 'list.xlsx');
  await download.saveAs(file);
  const bytes = await readFile(file);
  const sheets = await readExcel(bytes);
  const [table = [], info = []] = sheets.map(({ data }) => data);
  await page.keyboard.press('Escape');
  const header = (table[0] ?? []).map(String);
  return { header, rows: table.slice(1), about: info.flat().join('\n') };
}
