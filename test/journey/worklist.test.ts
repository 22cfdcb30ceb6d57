/**
 * A round, from the page with all lists to the next one; and the serious patients of a list, one by one, in as few clicks or keys as promised, and without scrolling: what is
 * counted is what the page hears, and nothing is pressed that is not in sight. Everyday those of a small clinic,
 * `npm run test:deep` the 24 of the whole one, for whom 48 clicks and 96 keys are promised.
 */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { OverblikPopulation } from '../../src/define.ts';
import { isDeep } from '../depth.ts';
import { holdPrints, workedJournal } from './browser.ts';

/** Clicks, and keys but for the text of notes; whatever moves a scroll bar by hand. */
interface Hands {
  readonly clicks: number;
  readonly keys: number;
  readonly scrolls: number;
}

const clinic = isDeep ? '' : '&size=1600';

/** The most that so many patients may take, the way to the first of them included: of 24, 48 clicks and 96 keys. */
const mostClicks = (patients: number) => 2 + Math.floor((patients * 46) / 24);
const mostKeys = (patients: number) => 32 + Math.floor((patients * 64) / 24);

/** However many they are: a message to all, who sees to them, paper, the end of the round, the next one, all lists. */
const mostClicksAfter = 16;

/** Every third is to be followed up, with a note; the others are reviewed. */
const isFollowed = (index: number) => index % 3 === 1;
const noteOf = (index: number) => `Ringes op: nr. ${index + 1}`;

describe.each([
  { width: 1366, height: 768 },
  { width: 400, height: 860 },
])('at $width × $height', (viewport) => {
  const journal = workedJournal(viewport);

  // Everyday clicks where there is room, and keys where there is little.
  it.runIf(isDeep || viewport.width > 600)(
    'each serious patient in two clicks, and the round to its end',
    async () => {
      const desk = await open(journal, viewport, 'start');
      await desk.filtered();
      await desk.click(desk.firstName);
      await walk(desk, async (index) => {
        if (isFollowed(index)) {
          await desk.click(desk.pill('Til opfølgning'));
          await expect
            .poll(() => desk.pill('Til opfølgning').locator('input').isChecked())
            .toBe(true);
          await desk.click(desk.note);
          await desk.page.keyboard.type(noteOf(index));
          await desk.click(desk.save(/^\s*Gem( og næste)?\s*$/));
        } else await desk.click(desk.save(/Gennemgået og næste|Markér gennemgået/));
      });
      const { clicks, scrolls } = await desk.hands();
      expect(clicks).toBeLessThanOrEqual(mostClicks(desk.serious));
      expect(scrolls).toBe(0);
      if (viewport.width < 600) return;
      await desk.click(desk.cockpit.getByRole('button', { name: 'Luk' }).first());
      await finishRound(desk);
      const atTheEnd = await desk.hands();
      expect(atTheEnd.clicks - clicks).toBeLessThanOrEqual(mostClicksAfter);
      expect([atTheEnd.keys, atTheEnd.scrolls]).toEqual([0, 0]);
    },
  );

  it.runIf(isDeep || viewport.width < 600)('each serious patient in three keys', async () => {
    const desk = await open(journal, viewport);
    const { keyboard } = desk.page;
    await tabTo(desk, desk.figure);
    await keyboard.press('Enter');
    await desk.filtered();
    await tabTo(desk, desk.grid);
    for (let tries = 0; tries < 3 && !(await isOnRow(desk)); tries++)
      await keyboard.press('ArrowDown');
    // The link to the journal is one cell on from the first: the status of the row is not opened either.
    await desk.goToName();
    await keyboard.press('Enter');
    // A name that is cut off is read whole first; the second time it opens the patient.
    await desk.page.waitForTimeout(400);
    if ((await desk.cockpit.count()) === 0) await keyboard.press('Enter');
    await walk(desk, async (index) => {
      if (isFollowed(index)) {
        await keyboard.press('f');
        await keyboard.press('n');
        await keyboard.type(noteOf(index));
        await keyboard.press('Control+Enter');
      } else if (index % 3 === 0) {
        await keyboard.press('r');
        await keyboard.press('j');
      } else await keyboard.press('Control+Enter');
    });
    const { keys, clicks, scrolls } = await desk.hands();
    expect(keys).toBeLessThanOrEqual(mostKeys(desk.serious));
    expect([clicks, scrolls]).toEqual([0, 0]);
  });
});

/** Two words and no figure: the made-up clinic has one whose name looks like markup. */
const isName = /^[\p{L}<][^\d ]* \p{L}[^\d]*$/u;

type Desk = Awaited<ReturnType<typeof open>>;

/** Does something for each patient in turn, and looks at what a user would see meanwhile and afterwards. */
async function walk(desk: Desk, each: (index: number) => Promise<void>): Promise<void> {
  const seen: string[] = [];
  for (let index = 0; index < desk.serious; index++) {
    await expect.poll(desk.place).toBe(`${index + 1}/${desk.serious}`);
    await desk.note.waitFor();
    const name = await desk.cockpit.locator('.identity bdi').innerText();
    expect(seen).not.toContain(name);
    seen.push(name);
    expect(await desk.cockpit.locator('.severity').innerText()).toMatch(/alvorlig/);
    await desk.expectInSight();
    await each(index);
  }
  await desk.cockpit.getByText('Sidste på listen').first().waitFor();
  const members = await desk.members();
  const [followed, reviewed] = ['to-follow-up', 'reviewed'].map((status) =>
    members.filter((member) => member.status === status),
  );
  const indexes = seen.map((_, index) => index);
  expect(followed!.map(({ note }) => note).sort()).toEqual(
    indexes.filter(isFollowed).map(noteOf).sort(),
  );
  expect(reviewed).toHaveLength(indexes.filter((index) => !isFollowed(index)).length);
  expect(reviewed!.filter(({ note }) => note)).toEqual([]);
  await expect.poll(desk.pending).toBe(0);
}

/** Acts on all of them at once, prints the list, ends the round and begins the next. */
async function finishRound(desk: Desk): Promise<void> {
  const { page, serious } = desk;
  const list = page.locator('overblik-population');
  const button = (words: string, within: Locator = list) =>
    desk.click(within.getByRole('button', { name: words, exact: true }));
  const dialog = list.locator('dialog[open]');
  await desk.click(list.locator('.head [role=checkbox]'));
  await button('Send besked', list.locator('.chosen'));
  await dialog.getByLabel('Besked').waitFor();
  await button('Send besked', dialog);
  await dialog.getByRole('button', { name: 'Luk' }).waitFor();
  const outcome = dialog.getByText(`af ${serious} lykkedes`);
  // Who wants no digital mail cannot be told.
  const done = Number.parseInt(await outcome.innerText());
  expect(done).toBeGreaterThan(serious / 2);
  await button('Luk', dialog);
  await button('Sæt ansvarlig', list.locator('.chosen'));
  await button('Sygeplejersker', list.locator('[part=panel]'));
  await expect.poll(desk.pending).toBe(0);
  const members = await desk.members();
  const told = members.filter(({ contact }) => contact?.at(-1)?.outcome === 'sent');
  expect(told).toHaveLength(done);
  const assigned = members.filter(({ assignee }) => assignee?.name === 'Sygeplejersker');
  expect(assigned).toHaveLength(serious);

  await holdPrints(page);
  await button('Udskriv');
  const printed = () => page.frames().find((each) => each !== page.mainFrame());
  await expect.poll(() => printed()?.locator('.tick').count()).toBe(serious);

  await button('Runde');
  await button('Afslut runde', list.locator('[part=panel]'));
  await button('Afslut runde', page.locator('dialog.ask'));
  await button('Runde');
  await button('Begynd ny runde', list.locator('[part=panel]'));
  await expect.poll(desk.pending).toBe(0);
  await desk.click(page.getByRole('button', { name: 'Alle lister' }));
  const reviewed = serious - Math.floor((serious + 1) / 3);
  await expect
    .poll(async () => (await desk.listed.innerText()).replaceAll(/\s+/g, ' '))
    .toMatch(new RegExp(`Siden 24. nov. 2026.*Afsluttet 24. nov. 2026 ${reviewed} af `));
}

async function tabTo(desk: Desk, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element.matches(':focus-within'));
  // A line of buttons is one stop of Tab; arrows go on within it.
  const isInLine = () =>
    target.evaluate((element) => element.closest('[role=toolbar]:focus-within') !== null);
  for (let keys = 0; keys < 40 && !(await isThere()); keys++)
    await desk.page.keyboard.press((await isInLine()) ? 'ArrowRight' : 'Tab');
  expect(await isThere()).toBe(true);
}

const isOnRow = (desk: Desk) =>
  desk.grid.evaluate((grid) => grid.shadowRoot?.activeElement?.closest('.line') !== null);

async function open(
  { page, list, url }: ReturnType<typeof workedJournal>,
  viewport: { readonly width: number; readonly height: number },
  from: 'start' | 'list' = 'list',
) {
  const profile = from === 'list' ? '&profile=dk.demens' : '';
  await page.goto(`${url}?date=2026-11-24&theme=light&fresh${clinic}${profile}`);
  await page.evaluate(countHands);
  const listed = page
    .getByRole('region', { name: 'Startside' })
    .locator('tr', { hasText: 'Patienter med demens' });
  if (from === 'start') {
    await page.locator('.start table[aria-busy=false]').waitFor();
    const { x, y, width, height } = (await listed.locator('.figure.critical').boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
  }
  await list.ready();
  await page.locator('.overview.brief:not([aria-busy])').waitFor();
  const cockpit = page.locator('overblik-cockpit');
  const grid = page.locator('overblik-grid');
  const figure = page.locator('.figure').filter({ hasText: /alvorlig/ });
  const serious = Number.parseInt(await figure.innerText());
  const members = await list.members();
  // A third of them at least is to be followed up.
  expect(serious).toBeGreaterThan(4);
  return {
    page,
    /** What is said of the list on the page with all lists. */
    listed,
    serious,
    cockpit,
    grid,
    figure,
    firstName: grid
      .locator(`.line[aria-rowindex="${viewport.width > 600 ? 3 : 2}"]`)
      .getByText(isName)
      .first(),
    note: cockpit.getByLabel('Note', { exact: true }),
    pill: (words: string) => cockpit.locator('.pills label', { hasText: words }),
    save: (words: RegExp) => cockpit.locator('.foot .save').filter({ hasText: words }),
    place: () => cockpit.locator('.foot .place [aria-hidden]').innerText(),
    pending: list.pending,
    filtered: () => expect.poll(list.showing).toBe(`${serious} af ${members} vises`),
    members: () =>
      page
        .locator('overblik-population')
        .evaluate((element) => (element as OverblikPopulation).round!.state.current!.members),

    /** Presses what is in sight, where it is: nothing scrolls to it. */
    async click(target: Locator): Promise<void> {
      await target.waitFor();
      // What still moves is not pressed yet.
      let box = (await target.boundingBox())!;
      for (let last = ''; JSON.stringify(box) !== last;) {
        last = JSON.stringify(box);
        await page.waitForTimeout(50);
        box = (await target.boundingBox())!;
      }
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      expect(y, String(target)).toBeLessThan(viewport.height);
      expect(y, String(target)).toBeGreaterThan(0);
      expect(await target.evaluate(isHitAt, [x, y] as const), String(target)).toBe(true);
      await page.mouse.click(x, y);
    },

    /** By arrow keys, to the cell of the row that opens the patient. */
    async goToName(): Promise<void> {
      for (let tries = 0; tries < 6; tries++) {
        const words = await grid.evaluate(
          (element) => element.shadowRoot?.activeElement?.closest('.cell')?.textContent ?? '',
        );
        if (isName.test(words.trim())) return;
        await page.keyboard.press('ArrowRight');
      }
      throw new Error('No cell with a name.');
    },

    /** The row of the patient, where the list is seen; what is first to be known of the patient; and a focus. */
    async expectInSight(): Promise<void> {
      const head = (await cockpit.locator('.identity').boundingBox())!;
      const foot = (await cockpit.locator('.foot').boundingBox())!;
      expect(head.y).toBeGreaterThanOrEqual(0);
      expect(foot.y + foot.height).toBeLessThanOrEqual(viewport.height + 1);
      const first = (await cockpit.locator('.advice li').first().boundingBox())!;
      expect(first.y).toBeGreaterThanOrEqual(head.y + head.height - 1);
      expect(first.y + 40).toBeLessThanOrEqual(foot.y);
      if (viewport.width > 900) {
        const current = grid.locator('.line.current');
        await expect.poll(async () => (await current.boundingBox()) !== null).toBe(true);
        const { y, height } = (await current.boundingBox())!;
        const bar = (await list.footer.boundingBox())!;
        expect(y).toBeGreaterThan(0);
        expect(y + height).toBeLessThanOrEqual(bar.y + 1);
      }
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe(
        'overblik-workspace',
      );
    },

    hands: () => page.evaluate(() => (window as unknown as { hands: Hands }).hands),
  };
}

/** In the page: whether a press at a point meets an element. */
function isHitAt(element: Element, [x, y]: readonly [number, number]): boolean {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit !== null && (element.contains(hit) || hit.contains(element));
}

/** In the page, before anything is done in it: counts what the user's hands do. */
function countHands(): void {
  const hands = { clicks: 0, keys: 0, scrolls: 0 };
  Object.assign(window, { hands });
  const isText = (event: KeyboardEvent) => {
    const field = event.composedPath()[0] as Partial<Element>;
    return field.localName === 'textarea' && event.key.length === 1 && !event.ctrlKey;
  };
  const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);
  addEventListener('pointerdown', () => hands.clicks++, true);
  addEventListener(
    'keydown',
    (event) => {
      if (!modifiers.has(event.key) && !isText(event)) hands.keys++;
    },
    true,
  );
  for (const name of ['wheel', 'touchmove'])
    addEventListener(name, () => hands.scrolls++, { capture: true, passive: true });
}
