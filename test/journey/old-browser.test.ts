/** A browser below the supported ones is told in words, by each element, and nothing is asked of the clinic. */
import { expect, it } from 'vitest';
import { needed } from '../../src/elements/shared/needed.ts';
import { someOf } from '../depth.ts';
import { serveWithBrowser, watch } from './browser.ts';

const dist = serveWithBrowser('dist');

const asksCss = (part: string) =>
  `const asked = CSS.supports; CSS.supports = (...rest) => !rest.join().includes('${part}') && asked.apply(CSS, rest);`;

/** By the name that is told: what takes it from a page of today before anything is loaded. */
const taken = {
  'Array.prototype.findLast': 'delete Array.prototype.findLast',
  'Array.prototype.toSorted': 'delete Array.prototype.toSorted',
  structuredClone: 'delete globalThis.structuredClone',
  'AbortSignal.prototype.throwIfAborted': 'delete AbortSignal.prototype.throwIfAborted',
  'Document.prototype.adoptedStyleSheets': `delete Document.prototype.adoptedStyleSheets;
    delete ShadowRoot.prototype.adoptedStyleSheets`,
  'CSSStyleSheet.prototype.replaceSync': 'delete CSSStyleSheet.prototype.replaceSync',
  'HTMLDialogElement.prototype.showModal': 'delete HTMLDialogElement.prototype.showModal',
  'HTMLElement.prototype.showPopover': 'delete HTMLElement.prototype.showPopover',
  'container-type': asksCss('container-type'),
  'color-mix()': asksCss('color-mix'),
  ':has()': asksCss(':has('),
  ':popover-open': asksCss(':popover-open'),
};

const elements = ['workspace', 'population', 'cockpit', 'marker'];

const page = (lang: string) => `<!doctype html><html lang="${lang}"><meta charset="utf-8">
  <script type="module">
    import './overblik.js';
    window.told = [];
    window.asked = 0;
    addEventListener('overblik-problem', ({ detail }) => told.push(detail));
    const answer = () => (asked++, []);
    const adapter = { describe: answer, records: answer, search: answer, patient: answer };
    for (const name of ${JSON.stringify(elements)}) {
      const element = document.createElement('overblik-' + name);
      Object.assign(element, { adapter, profiles: [], profileId: 'x', patientId: '1' });
      document.body.append(element);
    }
    document.documentElement.dataset.ready = '';
  </script>`;

it('each of what the elements cannot do without is taken away once', () => {
  expect(Object.keys(taken).sort()).toEqual(Object.keys(needed).sort());
});

it.each(someOf(Object.entries(taken), 4))('without %s', async (name, script) => {
  for (const [lang, words] of [
    ['da', 'Patienterne kan ikke vises i denne browser'],
    ['en', 'The patients cannot be shown in this browser'],
  ] as const) {
    const own = await dist.browser.newPage();
    const troubles = watch(own, dist.url);
    const address = `${dist.url}old.html`;
    await own.addInitScript(script);
    await own.route(address, (route) =>
      route.fulfill({ contentType: 'text/html', body: page(lang) }),
    );
    await own.goto(address);
    for (const element of elements)
      await own.locator(`overblik-${element}`).getByText(words).waitFor();
    const { told, asked } = await own.evaluate(() => {
      const { told, asked } = window as unknown as { told: object[]; asked: number };
      return { told, asked };
    });
    expect(told).toEqual(elements.map(() => ({ kind: 'unsupported', field: name, count: 1 })));
    expect(asked).toBe(0);
    expect(troubles).toEqual([]);
    await own.close();
  }
});
