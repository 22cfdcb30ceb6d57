/** Elements in a browser that is too old: what they say goes along with whatever language the page changes to. */
import { expect } from '@open-wc/testing';
import type { OverblikPopulation } from '../../src/define.ts';
import { frame, place, textOf, until } from './stage.ts';

const words = {
  da: 'Patienterne kan ikke vises i denne browser',
  en: 'The patients cannot be shown in this browser',
} as const;
const root = document.documentElement;
const supports = CSS.supports.bind(CSS);

before(() => {
  // Taken away before any element asks for it.
  CSS.supports = (...rest: [string]) => !rest.join().includes(':has(') && supports(...rest);
});
after(() => {
  CSS.supports = supports;
});
afterEach(() => root.removeAttribute('lang'));

/** Waits until an element says that nothing can be shown, in one language alone. */
async function says(element: Element, language: keyof typeof words): Promise<void> {
  const other = language === 'da' ? 'en' : 'da';
  await until(`the words in ${language}`, () => textOf(element).includes(words[language]));
  expect(textOf(element)).not.to.contain(words[other]);
  expect(element.shadowRoot!.querySelectorAll('[role=alert]')).to.have.length(1);
}

/** A list, and what it tells: heard by the page, for a document that loses its window takes listeners away. */
function placeWatched(): { readonly list: OverblikPopulation; readonly told: readonly unknown[] } {
  const told: unknown[] = [];
  const list = place('overblik-population');
  window.addEventListener(
    'overblik-problem',
    (event) => {
      if (event.target === list) told.push((event as CustomEvent).detail);
    },
    { signal: listening.signal },
  );
  return { list, told };
}
let listening: AbortController;
beforeEach(() => {
  listening = new AbortController();
});
afterEach(() => listening.abort());
const once = [{ kind: 'unsupported', field: ':has()', count: 1 }];

describe('in a browser that is too old', () => {
  it('the words follow the language of the page, and it is told once', async () => {
    const { list, told } = placeWatched();
    await says(list, 'da');
    root.lang = 'en';
    await says(list, 'en');
    root.lang = 'da';
    await says(list, 'da');
    expect(told).to.deep.equal(once);
  });

  it('the words follow the language of the element itself', async () => {
    const { list, told } = placeWatched();
    await says(list, 'da');
    list.lang = 'en';
    await says(list, 'en');
    list.removeAttribute('lang');
    await says(list, 'da');
    expect(told).to.deep.equal(once);
  });

  it('the words follow the language of the element around it', async () => {
    const workspace = place('overblik-workspace');
    const { list } = placeWatched();
    workspace.append(list);
    await says(list, 'da');
    workspace.lang = 'en';
    await says(workspace, 'en');
    await says(list, 'en');
  });

  it('what else the host sets afterwards ends, asks for nothing and is told once', async () => {
    const { list, told } = placeWatched();
    await says(list, 'da');
    const asked: string[] = [];
    const answer = (name: string) => () => {
      asked.push(name);
      throw new Error(name);
    };
    list.adapter = { describe: answer('describe'), records: answer('records') } as never;
    list.texts = { da: {} } as never;
    await list.updateComplete;
    expect(list.isUpdatePending).to.equal(false);
    await says(list, 'da');
    expect(asked).to.deep.equal([]);
    expect(told).to.deep.equal(once);
  });

  it('an element of a document without a window says it once it stands in one, and goes on', async () => {
    const page = frame();
    const { list, told } = placeWatched();
    // Before its first drawing.
    page.body.append(list);
    page.defaultView!.frameElement!.remove();
    await Promise.resolve();
    list.lang = 'en';
    await Promise.resolve();
    document.body.append(list);
    await says(list, 'en');
    list.lang = 'da';
    await says(list, 'da');
    expect(told).to.deep.equal(once);
  });
});
