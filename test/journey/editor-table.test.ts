/** The dementia profile, from the programme's table on the clipboard to a published version, over a clinic. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { demens, kol } from '../../fixtures/profiles/index.ts';
import type { OverblikProfileEditor, ProfilePublishDetail } from '../../src/editor.ts';
import { word } from '../authoring/word-table/tables.ts';
import { serveWithBrowser, watch } from './browser.ts';

/** The page is loaded, and the clinic fetched whole, on a machine that may be busy. */
const timeout = 120_000;
const polling = { timeout, interval: 200 };

const site = serveWithBrowser('.build/storybook');
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  const context = await site.browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.setDefaultTimeout(timeout);
  troubles = watch(page, site.url);
  const story = 'profile-editor-assurance--paste-table';
  await page.goto(`${site.url}iframe.html?id=${story}&viewMode=story&args=connected:!true`);
  await editor().waitFor();
});

it('a table copied in Word is pasted by the keyboard, and finds whom the programme’s own profile finds', async () => {
  await show(demens);
  await expect.poll(numbers, polling).toMatch(/^\d+ \d+/);
  const own = await numbers();
  await show(kol);
  await expect.poll(numbers, polling).toMatch(new RegExp(`^(?!${own}$)\\d+ \\d+`));
  await copy(word);
  await editor().getByRole('textbox', { name: 'Tabellen' }).focus();
  await page.keyboard.press('Control+V');
  await editor().getByRole('button', { name: 'Brug tabellen som kladde' }).press('Enter');
  await expect.poll(numbers, polling).toBe(own);
});

it('is tried by test patients that are made up for it, and published with what is said of it', async () => {
  await button(/^Testpatienter/).press('Enter');
  await button('Lav til alle').press('Enter');
  await editor().getByText('Alle 8 kommer ud som ventet').waitFor();
  await button('Udgiv').press('Enter');
  await editor()
    .getByRole('textbox', { name: /^Hvad er ændret/ })
    .fill('Efter programmets tabel');
  const published = page.evaluate(
    () =>
      new Promise<{ version: string; status: string | undefined; text: string | undefined }>(
        (resolve) => {
          const heard = (event: Event) => {
            const { profile } = (event as CustomEvent<ProfilePublishDetail>).detail;
            resolve({
              version: profile.version,
              status: profile.status,
              text: profile.about?.changes?.[0]?.text.da,
            });
          };
          document.addEventListener('overblik-profile-publish', heard, { once: true });
        },
      ),
  );
  await button(/^Udgiv version 1\.0\.0/).press('Enter');
  expect(await published).toEqual({
    version: '1.0.0',
    status: 'published',
    text: 'Efter programmets tabel',
  });
  expect(troubles.filter((each) => !each.includes('Lit is in dev mode'))).toEqual([]);
});

function editor(): Locator {
  return page.locator('overblik-profile-editor');
}

function button(name: string | RegExp): Locator {
  return editor().getByRole('button', { name, exact: typeof name === 'string' });
}

async function show(profile: unknown): Promise<void> {
  await page.evaluate((given) => {
    document.querySelector<OverblikProfileEditor>('overblik-profile-editor')!.profile = given;
  }, profile);
}

/** What the tree says of the inclusion: how many it finds alone, how many are left, and so on; nothing until it is counted. */
async function numbers(): Promise<string> {
  const row = editor().locator('[role=treeitem][data-pointer="/population/include"]');
  const cells = row.locator('.numbers:not(.stale) .number');
  return (await cells.allInnerTexts()).map((each) => each.trim()).join(' ');
}

/** As Word does: HTML on the clipboard. */
async function copy(html: string): Promise<void> {
  await page.evaluate(async (text) => {
    const item = new ClipboardItem({
      'text/html': new Blob([text], { type: 'text/html' }),
      'text/plain': new Blob(['Kriterier'], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
  }, html);
}
