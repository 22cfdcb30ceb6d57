/** What holds of Overblik in any host: the list, a property and an event, the cockpit, a round, a change, and an end. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demens, kol, sampleClinic } from '../../fixtures/entry.ts';
import { Clinic, compile, evaluate, parseProfile } from '../../src/index.ts';

export const asOf = '2026-11-24';

/** How many of the sample clinic a profile is about, by the engine alone. */
function membersOf(document: unknown): number {
  const outcome = parseProfile(document);
  if (!outcome.ok) throw new Error('A sample profile has errors.');
  const { description, patients } = sampleClinic();
  const clinic = new Clinic(description.coverage);
  clinic.add(patients);
  return evaluate(compile(outcome.profile), clinic, asOf).members.length;
}

export const members = { demens: membersOf(demens), kol: membersOf(kol) };

/** A page, or a frame in one. */
type Place = Page | Frame;

const keyboardOf = (place: Place) => ('keyboard' in place ? place : place.page()).keyboard;
const list = (page: Place) => page.locator('overblik-population');

/** The list of a profile is drawn: rows with a height, and as many as the engine finds. */
export async function seeList(page: Place, title: string, count: number): Promise<void> {
  await list(page).locator('h2').filter({ hasText: title }).waitFor();
  await list(page).locator('.line').first().waitFor();
  await expect
    .poll(() => list(page).locator('.figure.total').innerText())
    .toMatch(new RegExp(`^\\s*${count} patient`));
  expect((await list(page).locator('.line').first().boundingBox())!.height).toBeGreaterThan(20);
}

/** The first patient's cockpit opens, a status is kept in the round, and Escape leads back to the row. */
export async function workRound(page: Place, count: number): Promise<void> {
  await list(page).locator('.line [role=rowheader]').first().click();
  const cockpit = page.locator('overblik-cockpit');
  await cockpit.locator('h2').waitFor();
  await cockpit.locator('.foot .pills label', { hasText: /^\s*Gennemgået/ }).click();
  await expect
    .poll(async () => (await list(page).locator('.figure').allInnerTexts()).join(' '))
    .toContain(`1/${count} gennemgået`);
  await keyboardOf(page).press('Escape');
  await cockpit.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toContain('cell');
}

/** A dialog opens by its key, holds the focus, and gives it back. */
async function openDialog(page: Place): Promise<void> {
  await list(page).locator('.line [role=rowheader]').first().focus();
  await keyboardOf(page).press('?');
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  await keyboardOf(page).press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toContain('cell');
}

/** Class of what has the focus, through all shadow trees. */
function focused(page: Place): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.className ?? ''} ${at?.closest('.cell')?.className ?? ''}`;
  });
}

/** All of it, in a page with the buttons and the output of `projects`. */
export async function walkWhole(page: Page): Promise<void> {
  const told = page.locator('output');
  await seeList(page, 'Patienter med demens', members.demens);
  await expect.poll(() => told.innerText()).toBe(`${members.demens}`);
  await workRound(page, members.demens);
  await openDialog(page);

  await page.getByRole('button', { name: 'KOL', exact: true }).click();
  await seeList(page, 'KOL', members.kol);
  await expect.poll(() => told.innerText()).toBe(`${members.demens},${members.kol}`);

  const toggle = page.getByRole('button', { name: /^(Skjul|Vis)$/ });
  const leave = async () => {
    await toggle.click();
    await page.locator('overblik-workspace').waitFor({ state: 'detached' });
  };
  await leave();
  const before = await listening(page);
  await toggle.click();
  await seeList(page, 'KOL', members.kol);
  await expect.poll(() => told.innerText()).toBe(`${members.demens},${members.kol},${members.kol}`);
  await leave();
  expect(await listening(page)).toEqual(before);
}

/** Before anything is loaded: counts who listens to the window, the document and its root. */
export async function countListeners(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = new Map<string, number>();
    let next = 0;
    const ids = new WeakMap<object, number>();
    const idOf = (each: object) => {
      if (!ids.has(each)) ids.set(each, next++);
      return ids.get(each);
    };
    const isWatched = (target: unknown) =>
      target === undefined ||
      target === window ||
      target === document ||
      target === document.documentElement;
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const keyOf = (type: string, listener: object, options: unknown) => {
      const isCapture =
        typeof options === 'object' ? !!(options as AddEventListenerOptions)?.capture : !!options;
      return `${type} ${idOf(listener)} ${isCapture}`;
    };
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (listener && isWatched(this)) {
        const key = keyOf(type, listener, options);
        kept.set(key, 1);
        if (typeof options === 'object')
          options.signal?.addEventListener('abort', () => kept.delete(key));
      }
      add.call(this ?? window, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      if (listener && isWatched(this)) kept.delete(keyOf(type, listener, options));
      remove.call(this ?? window, type, listener, options);
    };
    Object.assign(window, { listening: () => [...kept.keys()] });
  });
}

/** What listens to the page: the types, one for each listener. */
function listening(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    (window as unknown as { listening: () => string[] })
      .listening()
      .map((key) => key.split(' ')[0]!)
      .sort(),
  );
}
