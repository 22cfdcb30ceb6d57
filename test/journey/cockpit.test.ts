/** From the list to one patient's cockpit, and from there to the hospital: under the strictest policy. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { watch, workedJournal } from './browser.ts';

const journal = workedJournal({ width: 1600, height: 1000 });
let page: Page;
beforeEach(() => {
  ({ page } = journal);
});

const cockpit = () => page.locator('overblik-cockpit');
// Whole: digits within a random id are none.
const cpr = /\b\d{6}-?\d{4}\b/;

/** Opens the cockpit of the first patient on the list; answers the name. */
async function openFirst(): Promise<string> {
  await page.goto(`${journal.url}?profile=dk.demens&date=2026-11-24&size=1600&theme=light&fresh`);
  const row = page.locator('overblik-population .body [role=row]').first();
  await row.waitFor();
  await row.getByRole('rowheader').click();
  await cockpit().locator('h2').waitFor();
  const heading = await cockpit().locator('h2').innerText();
  return heading.slice(0, heading.lastIndexOf(','));
}

it('from the list to the cockpit: advice, an action, an exemption, and the time machine', async () => {
  const name = await openFirst();
  const advice = cockpit().locator('[part=advice]');
  expect(await advice.innerText()).toContain('Vurdér seponering');
  const before = await cockpit().locator('.levels').innerText();
  expect(before).toMatch(/alvorlig/);

  const card = advice.locator('.advice li').first();
  await card.getByRole('button', { name: 'Læg i kø' }).click();
  await card.locator('.outcome').filter({ hasText: 'udført' }).waitFor();

  const title = await card.locator('.title').innerText();
  await card.locator('.more > summary').click();
  await card.getByRole('button', { name: /Undtag/ }).click();
  await card.getByLabel('Patienten ønsker ikke').check();
  await card.getByLabel('Begrundelse').fill('Aftalt med pårørende');
  await card.getByRole('button', { name: 'Gem' }).click();
  const exempted = advice.locator('.exempted');
  await exempted.waitFor();
  expect(await exempted.innerText()).toContain('Aftalt med pårørende');
  expect(title).toContain((await exempted.innerText()).split(':')[0]);
  expect(await cockpit().locator('.levels').innerText()).not.toBe(before);

  await cockpit().locator('.pills label', { hasText: 'Til opfølgning' }).click();
  await cockpit().getByLabel('Note', { exact: true }).fill('Ring til datter');
  await cockpit().getByLabel('Note', { exact: true }).blur();
  await cockpit()
    .getByText(/Sidst ændret af AB/)
    .waitFor();

  // It is stored: the same patient, on another visit.
  await page.waitForTimeout(300);
  await page.goto(`${journal.url}?profile=dk.demens&date=2026-11-24&size=1600&theme=light`);
  // Without the marker that counted most the patient stands further down.
  await page.getByPlaceholder('Søg navn, CPR, kode …').fill(name);
  const row = page
    .locator('overblik-population .body [role=row]')
    .filter({ hasText: name })
    .first();
  await row.getByRole('rowheader', { name }).click();
  await cockpit().locator('.exempted').waitFor();
  expect(await cockpit().getByLabel('Note', { exact: true }).inputValue()).toBe('Ring til datter');
  await cockpit()
    .getByRole('button', { name: /^Ophæv/ })
    .click();
  await page.locator('dialog.ask').getByRole('button', { name: 'Ophæv undtagelsen' }).click();
  await expect.poll(() => cockpit().locator('.levels').innerText()).toBe(before);

  await cockpit()
    .getByRole('button', { name: /^Vis pr. dato/ })
    .click();
  await cockpit()
    .getByLabel('Vis pr. dato', { exact: true })
    .locator('visible=true')
    .last()
    .fill('2020-01-01');
  await cockpit().getByText('Du ser overblikket pr.').waitFor();
  expect(await cockpit().locator('[part=round]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await cockpit().getByRole('button', { name: 'Tilbage til i dag' }).click();
  await expect.poll(() => cockpit().locator('.levels').innerText()).toBe(before);
});

it('a share: made in the journal, opened at the hospital with only what was chosen, until it expires', async () => {
  const name = await openFirst();
  await cockpit().getByRole('button', { name: 'Giv kiggeadgang' }).click();
  const dialog = cockpit().getByRole('dialog', { name: /Giv kiggeadgang til/ });
  await expect.poll(() => dialog.innerText(), { timeout: 20_000 }).toContain(name);
  await dialog.getByLabel(/Bo Overlæge/).check();
  for (const box of await dialog.locator('.types input').all()) await box.uncheck();
  await dialog.getByLabel('Diagnoser').check();
  await dialog.getByLabel('Medicin').check();
  await dialog.getByLabel('Formål').fill('Indlæggelse på geriatrisk afdeling');
  await dialog.getByRole('button', { name: 'Giv adgang', exact: true }).click();
  await dialog.getByText(/Delt med Bo Overlæge til/).waitFor();

  // In the same browser, where both pages of the demo keep their things.
  const hospital = await page.context().newPage();
  const beside = watch(hospital, journal.url);
  await hospital.clock.install();
  await hospital.goto(`${journal.url}shared.html?theme=light`);
  await hospital.getByRole('button', { name: /Åbn visning sendt/ }).click();
  const view = hospital.locator('overblik-cockpit');
  await view.locator('h2').waitFor();
  expect(await view.locator('h2').innerText()).toContain(name);
  expect(hospital.url()).not.toMatch(cpr);
  const banner = await view.locator('[part=shared]').innerText();
  expect(banner).toContain('Delt af Anne Bendtsen (AB), Lægehuset Eksempelvej');
  expect(banner).toContain('Lægehuset Eksempelvej (ydernr. 000000), med');
  expect(banner).toContain('Indlæggelse på geriatrisk afdeling');
  expect(banner).toContain('Der er delt: diagnoser, medicin.');
  expect(await view.locator('.commands button').allInnerTexts()).toHaveLength(1);
  expect(await view.getByRole('button', { name: /Undtag|Læg i kø|Åbn journal/ }).count()).toBe(0);
  expect(await view.locator('[part=contacts]').innerText()).toContain('kan ikke afgøres');
  await expect.poll(() => hospital.locator('#log').innerText()).toContain('opened');
  expect(await hospital.locator('#log').innerText()).not.toMatch(cpr);

  await hospital.clock.fastForward(8 * 86_400_000);
  await view.getByText('Visningen er udløbet').waitFor();
  expect(await view.innerText()).not.toContain(name);
  await hospital.getByRole('button', { name: /Åbn visning sendt/ }).click();
  await view.getByText('Visningen er udløbet').waitFor();
  await expect.poll(() => hospital.locator('#log').innerText()).toContain('expired');

  await hospital.goto(`${journal.url}shared.html?as=municipality&theme=light`);
  await hospital.getByRole('button', { name: /Åbn visning sendt/ }).click();
  await view.getByText('Visningen er ikke delt med dig').waitFor();
  expect(await view.innerText()).not.toContain(name);
  expect(beside).toEqual([]);
  await hospital.close();
});
