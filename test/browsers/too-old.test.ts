/** A browser that is too old (`OVERBLIK_CHROMIUM`), as it is: it says so, and shows no list. */
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { serve } from './pages.ts';

const journal = serve('.build/journal');

it('says in words that it is too old, and shows no row', async () => {
  const browser = await chromium.launch({
    executablePath: process.env.OVERBLIK_CHROMIUM!,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  expect(Number.parseInt(browser.version(), 10)).toBeLessThan(114);
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', ({ message }) => troubles.push(message));
  for (const [lang, words] of [
    ['da', 'Patienterne kan ikke vises i denne browser'],
    ['en', 'The patients cannot be shown in this browser'],
  ] as const) {
    await page.goto(`${journal.url}?profile=dk.demens&date=2026-11-24&size=500&lang=${lang}`);
    await page.locator('overblik-workspace').getByText(words).waitFor();
    expect(await page.locator('.line').count()).toBe(0);
  }
  expect(troubles).toEqual([]);
  await browser.close();
});
