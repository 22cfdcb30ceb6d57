/** The archive as the docs tell it: a folder that the program has indexed, served as it lies there, in a page of one file. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { snippetsIn } from '../docs/snippets.ts';
import { openBrowser, watch } from './browser.ts';

const demens = JSON.parse(readFileSync('fixtures/profiles/demens.json', 'utf8')) as object;
const [page = ''] = snippetsIn('archive.mdx', readFileSync('stories/docs/archive.mdx', 'utf8'))
  .filter(({ says }) => says.get('by') === 'test/journey/archive.test.ts')
  .map(({ code }) => code);
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
const folder = mkdtempSync(join(tmpdir(), 'overblik-archive-'));
let server: Server;
let browser: Browser;
let url = '';

function write(name: string, document: object): void {
  writeFileSync(join(folder, 'arkiv', name), JSON.stringify(document));
}

beforeAll(async () => {
  mkdirSync(join(folder, 'arkiv'));
  const published = { ...demens, status: 'published' };
  write('demens-1.1.0.json', published);
  write('demens-1.0.0.json', {
    ...published,
    version: '1.0.0',
    population: { include: { diagnosis: { codes: 'demens' } } },
  });
  for (const name of ['kol', 'osteoporose'])
    copyFileSync(`fixtures/profiles/${name}.json`, join(folder, 'arkiv', `${name}.json`));
  const archive = (...words: readonly string[]) =>
    execFileSync('node', ['dist/cli/main.js', 'archive', join(folder, 'arkiv'), ...words]);
  archive();
  archive('--withdraw', 'dk.demens@1.0.0', '--reason', 'Fandt kun diagnoser');
  copyFileSync('dist/overblik-editor.js', join(folder, 'overblik-editor.js'));
  writeFileSync(join(folder, 'index.html'), page);
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', url).pathname));
    const file = path === '/' ? '/index.html' : path;
    try {
      const content = readFileSync(join(folder, file));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it('is searched, read, compared and used by the keyboard alone', async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const troubles = watch(page, url);
  await page.goto(url);
  const archive = page.locator('overblik-archive');
  await archive.locator('.result').first().waitFor();
  await archive.getByRole('searchbox').focus();
  await page.keyboard.type('N06DA02');
  await expect.poll(() => archive.locator('.result').count()).toBe(1);
  const result = archive.locator('.result');
  while (!(await result.evaluate((each) => each.matches(':focus'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await archive.getByText('Hvordan finder vi populationen').first().waitFor();
  expect(await archive.locator('.page-title').evaluate((each) => each.matches(':focus'))).toBe(
    true,
  );
  await archive.getByRole('tab', { name: 'Profilen' }).focus();
  await page.keyboard.press('ArrowRight');
  await archive.getByText('Fandt kun diagnoser').waitFor();
  await page.keyboard.press('ArrowRight');
  await archive.getByText('Hvem der er med').first().waitFor();
  await archive.getByText('Uden en klinik kan det ikke vises').waitFor();
  await archive.getByRole('button', { name: 'Brug version 1.1.0' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('output').innerText()).toBe('dk.demens 1.1.0');
  expect(troubles).toEqual([]);
  await page.close();
});

it('refuses what was changed after it was published, and shows the rest', async () => {
  write('demens-1.1.0.json', { ...demens, status: 'published', title: { da: 'Ændret' } });
  const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
  await page.goto(url);
  const archive = page.locator('overblik-archive');
  await archive.getByRole('button', { name: 'Patienter med demens' }).click();
  await archive.getByText('er ændret, siden den kom i arkivet').first().waitFor();
  expect(await archive.getByRole('button', { name: 'Brug' }).count()).toBe(0);
  await archive.getByRole('button', { name: 'Til alle profiler' }).click();
  await archive.getByRole('button', { name: 'Patienter med KOL' }).click();
  await archive.getByText('Hvordan finder vi populationen').first().waitFor();
  await page.close();
});
