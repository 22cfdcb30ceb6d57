/** Typing in the editor over a large clinic, in a page that lends a worker: the numbers come, and the page is never held up. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Testing from '../../fixtures/entry.ts';
import type {} from '../../src/editor.ts';
import { isDeep } from '../depth.ts';
import { openBrowser } from './browser.ts';

const names = ['overblik-editor.js', 'overblik-testing.js', 'overblik-editor-worker.js'];
const files = new Map(names.map((name) => [name, readFileSync(`dist/${name}`, 'utf8')]));
/** More than the page counts by itself where a worker is lent. */
const size = 25_000;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.route('http://host.test/**', (route) => {
    const body = files.get(new URL(route.request().url()).pathname.slice(1));
    return body === undefined
      ? route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><html lang="da"><title>Host</title>',
        })
      : route.fulfill({ contentType: 'text/javascript', body });
  });
});
afterAll(() => browser.close());

describe.runIf(isDeep)('a large clinic', () => {
  it.each([['a worker'], ['no worker']])('in a page that lends %s', async (lent) => {
    await page.goto('http://host.test/');
    await page.addScriptTag({
      type: 'module',
      content: `
        import '/overblik-editor.js';
        import * as testing from '/overblik-testing.js';
        Object.assign(window, { testing });
      `,
    });
    await page.waitForFunction(() => 'testing' in window);
    const seen = await page.evaluate(
      async ([count, withWorker]) => {
        const { osteoporose, sampleClinic, faultyAdapter } = (
          window as unknown as { readonly testing: typeof Testing }
        ).testing;
        const few = sampleClinic({ size: 500 });
        const patients = Array.from({ length: Math.floor(count / 500) }, (_, copy) =>
          few.patients.map((each) => ({
            ...each,
            patient: { ...each.patient, id: `${each.patient.id}-${copy}` },
          })),
        ).flat();
        const description = { ...few.description, patients: patients.length };
        const editor = document.createElement('overblik-profile-editor');
        const posted: string[] = [];
        if (withWorker) {
          const worker = new Worker('/overblik-editor-worker.js', { type: 'module' });
          const post = worker.postMessage.bind(worker);
          worker.postMessage = (message: { kind?: string }, transfer: never) => {
            posted.push(String(message.kind));
            post(message, transfer);
          };
          editor.worker = worker;
        }
        editor.setAttribute('as-of', '2026-11-24');
        editor.setAttribute('lang', 'da');
        editor.adapter = faultyAdapter({ description, patients }, { batchSize: 500 });
        editor.profile = osteoporose;
        document.body.append(editor);
        const root = editor.shadowRoot!;
        const until = async (holds: () => boolean) => {
          const end = performance.now() + 120_000;
          while (!holds()) {
            if (performance.now() > end) throw new Error('It did not come to that.');
            await new Promise(requestAnimationFrame);
          }
        };
        const isFresh = () =>
          root.querySelector('.numbers') !== null && root.querySelector('.numbers.stale') === null;
        await until(isFresh);
        const times: number[] = [];
        for (let key = 0; key < 12; key++) {
          const start = performance.now();
          const revision = editor.draft.state.revision;
          editor.draft.edit(
            [
              {
                op: 'add',
                path: '/population/include/any/1/medication/when',
                value: { last: `P${400 + key}D` },
              },
            ],
            { da: 'Ret', en: 'Edit' },
          );
          await editor.updateComplete;
          await until(isFresh);
          times.push(performance.now() - start);
          if (editor.draft.state.revision === revision) throw new Error('Nothing was changed.');
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        const numbers = [...root.querySelectorAll('[data-pointer="/population"] .number')].map(
          (each) => each.textContent.trim(),
        );
        return { times, posted, numbers };
      },
      [size, lent === 'a worker'] as const,
    );
    expect(seen.posted).toEqual(lent === 'a worker' ? ['open', 'survey'] : []);
    expect(seen.numbers).toEqual(['800', '150']);
    // As generous as a busy machine needs: the bars themselves are held by the benchmarks.
    expect(Math.min(...seen.times)).toBeLessThan(1000);
  });
});
