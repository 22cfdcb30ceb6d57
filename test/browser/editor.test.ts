/** The profile editor in a page: its tree by keys, undo, and what the host is told. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { waitUntil } from './patience.ts';

const top = '/population/include';

async function editor(profile: unknown = demens, lang = 'da'): Promise<OverblikProfileEditor> {
  return fixture(
    html`<overblik-profile-editor
      lang=${lang}
      as-of="2026-11-24"
      .profile=${profile}
      style="--overblik-height: 600px"
    ></overblik-profile-editor>`,
  );
}

const rootOf = (element: OverblikProfileEditor) => element.shadowRoot!;
const rowsOf = (element: OverblikProfileEditor) => [
  ...rootOf(element).querySelectorAll<HTMLElement>('[role=treeitem]'),
];
const focusedRow = (element: OverblikProfileEditor) =>
  (rootOf(element).activeElement as HTMLElement | null)?.dataset['pointer'];
const rowAt = (element: OverblikProfileEditor, pointer: string) =>
  rowsOf(element).find(({ dataset }) => dataset['pointer'] === pointer);

/** Keys one after the other, each once what came before is drawn. */
async function press(element: OverblikProfileEditor, ...keys: readonly string[]) {
  for (const key of keys) {
    const [last = '', ...held] = key === '+' ? [key] : key.split('+').toReversed();
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: last });
    for (const each of held) await sendKeys({ up: each });
    await element.updateComplete;
  }
}

/** A letter that is typed at a time, in milliseconds: not when a busy machine comes to it. */
async function type(element: OverblikProfileEditor, key: string, at: number): Promise<void> {
  const letter = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
  Object.defineProperty(letter, 'timeStamp', { value: at });
  rootOf(element).activeElement!.dispatchEvent(letter);
  await element.updateComplete;
}

describe('a panel', () => {
  it('is gone to where it stands below the form, and the focus goes back', async () => {
    const element = await editor();
    element.style.setProperty('inline-size', '400px');
    const root = rootOf(element);
    const button = root.querySelector<HTMLElement>('[data-panel=checks]')!;
    button.focus();
    button.click();
    await element.updateComplete;
    const panel = root.querySelector<HTMLElement>('.panel')!;
    expect(root.activeElement).to.equal(panel);
    const { top, bottom } = root.querySelector('.body')!.getBoundingClientRect();
    expect(panel.getBoundingClientRect().top).to.be.within(top - 1, bottom - 40);
    panel.querySelector<HTMLElement>('.panel-head button')!.click();
    await element.updateComplete;
    expect(root.activeElement).to.equal(button);
  });

  it('leaves the focus where it is while there is room beside the form', async () => {
    const element = await editor();
    element.style.setProperty('inline-size', '1200px');
    const root = rootOf(element);
    const button = root.querySelector<HTMLElement>('[data-panel=checks]')!;
    button.focus();
    button.click();
    await element.updateComplete;
    expect(root.activeElement).to.equal(button);
  });
});

describe('the tree', () => {
  it('shows the profile in words, and is one tab stop', async () => {
    const element = await editor();
    const words = rowsOf(element).map((row) =>
      row.querySelector('.name')!.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(words).to.include('Population');
    expect(words).to.include('Inklusion: Mindst ét af disse');
    expect(words.some((each) => each?.includes('P70'))).to.equal(true);
    expect(rowsOf(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
  });

  it('is moved in by keys', async () => {
    const element = await editor();
    element.select(top, { focus: true });
    await element.updateComplete;
    await press(element, 'ArrowRight');
    expect(focusedRow(element)).to.equal(`${top}/any/0`);
    await press(element, 'ArrowLeft', 'ArrowLeft');
    expect(rowAt(element, `${top}/any/0`)).to.equal(undefined);
    await press(element, 'End');
    expect(focusedRow(element)).to.equal('/about');
    await press(element, 'Home');
    expect(focusedRow(element)).to.equal('');
    await type(element, 'k', 1000);
    await type(element, 'o', 1500);
    expect(focusedRow(element)).to.equal('/codes');
    // After a pause it is the first letter of another word.
    await type(element, 'o', 3000);
    expect(focusedRow(element)).to.equal('/codes/oevrige');
  });

  it('moves, copies and removes by keys, keeps the focus, and undoes', async () => {
    const element = await editor();
    element.select(`${top}/any/0`, { focus: true });
    await element.updateComplete;
    await press(element, 'Alt+ArrowDown');
    expect(focusedRow(element)).to.equal(`${top}/any/1`);
    await press(element, 'Control+d');
    expect(focusedRow(element)).to.equal(`${top}/any/2`);
    await press(element, 'Delete', 'Delete', 'Delete');
    expect(focusedRow(element)).to.equal(top);
    expect(element.draft.state.document['population']).to.deep.equal({ include: { any: [] } });
    await press(element, ...Array<string>(5).fill('Control+z'));
    expect(element.draft.state.document).to.deep.equal(demens);
    expect(focusedRow(element)).to.equal(`${top}/any/0`);
    await press(element, 'Control+y');
    expect(focusedRow(element)).to.equal(`${top}/any/1`);
  });

  it('adds by a menu of kinds, and what is half written finds nobody', async () => {
    const element = await editor();
    element.select(`${top}/any/0`, { focus: true });
    await element.updateComplete;
    await press(element, '+');
    const menu = rootOf(element).querySelector<HTMLElement>('.menu')!;
    expect(menu.matches(':popover-open')).to.equal(true);
    await press(element, 'm', 'e');
    const chosen = rootOf(element).activeElement as HTMLElement;
    expect(chosen.getAttribute('role')).to.equal('menuitem');
    await press(element, 'Escape');
    expect(focusedRow(element)).to.equal(`${top}/any/0`);
    await press(element, '+', 'y', 'Enter');
    const added = element.draft.state.document as typeof demens;
    expect(added.population.include.any).to.have.length(3);
    expect(Object.keys(added.population.include.any[1]!)).to.deep.equal(['service']);
    expect(element.draft.state.profile).to.equal(undefined);
    expect(element.selected).to.equal(`${top}/any/1/service/codes`);
    element.undo();
    expect(element.draft.state.document).to.deep.equal(demens);
  });

  it('offers all that can be done to a row, by the menu key and by buttons', async () => {
    const element = await editor();
    element.select(`${top}/any/1`, { focus: true });
    await element.updateComplete;
    await press(element, 'Shift+F10');
    const items = [...rootOf(element).querySelectorAll('[role=menuitem]')];
    expect(items.map((each) => each.textContent.trim())).to.include('Flyt op');
    (items.find((each) => each.textContent.includes('Ikke')) as HTMLElement).click();
    await element.updateComplete;
    const { population } = element.draft.state.document as unknown as {
      population: { include: { any: unknown[] } };
    };
    expect(population.include.any[1]).to.have.property('not');
    expect(focusedRow(element)).to.equal(`${top}/any/1`);
    const up = rootOf(element).querySelector<HTMLElement>('[aria-label="Flyt op"]')!;
    up.focus();
    up.click();
    await element.updateComplete;
    expect(element.selected).to.equal(`${top}/any/0`);
    expect(rootOf(element).activeElement).to.equal(up);
    expect(up.getAttribute('aria-disabled')).to.equal('true');
  });

  it('moves what is dragged, and shows where', async () => {
    const element = await editor();
    const box = (pointer: string) => rowAt(element, pointer)!.getBoundingClientRect();
    const [from, to] = [box(`${top}/any/0`), box(`${top}/any/1`)];
    const at = (x: number, y: number) => [Math.round(x), Math.round(y)] as [number, number];
    await sendMouse({ type: 'move', position: at(from.left + 90, from.top + 8) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(to.left + 90, to.bottom - 3) });
    await element.updateComplete;
    expect(rowAt(element, `${top}/any/1`)!.className).to.include('drop-after');
    await sendMouse({ type: 'up' });
    await element.updateComplete;
    const include = (element.draft.state.document as typeof demens).population.include;
    expect(include.any).to.deep.equal(demens.population.include.any.toReversed());
    expect(element.selected).to.equal(`${top}/any/1`);
  });
});

describe('the JSON beside the form', () => {
  const contentOf = (element: OverblikProfileEditor) =>
    rootOf(element).querySelector<HTMLElement>('.cm-content');

  async function withJson(profile: unknown = demens) {
    const element = await editor(profile);
    element.showPanel('json');
    await waitUntil(() => contentOf(element), 'the JSON is loaded');
    await element.updateComplete;
    return element;
  }
  const textIn = (element: OverblikProfileEditor) =>
    [...rootOf(element).querySelectorAll('.cm-line')].map((each) => each.textContent).join('\n');

  it('shows the document, and what is changed in the tree', async () => {
    const element = await withJson();
    expect(textIn(element)).to.include('"id": "dk.demens"');
    element.draft.edit([{ op: 'replace', path: '/id', value: 'dk.andet' }], {
      da: 'Navn',
      en: 'Name',
    });
    await element.updateComplete;
    expect(textIn(element)).to.include('"id": "dk.andet"');
  });

  it('changes the document as it is written, undone by stretches and by the same keys', async () => {
    const element = await withJson({ ...demens, about: undefined });
    contentOf(element)!.focus();
    await press(element, 'Control+Home', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft');
    await sendKeys({ type: 'xy' });
    await element.updateComplete;
    expect(element.draft.state.document['id']).to.equal('dk.demensxy');
    expect(element.selected).to.equal('/id');
    await press(element, 'Control+z');
    expect(element.draft.state.document['id']).to.equal('dk.demens');
    expect(element.draft.state.canUndo).to.equal(false);
    await press(element, 'Control+y');
    expect(element.draft.state.document['id']).to.equal('dk.demensxy');
    expect(textIn(element)).to.include('dk.demensxy');
  });

  it('keeps a text that cannot be read, tells where it breaks, and leaves the rest as it was', async () => {
    const element = await withJson();
    contentOf(element)!.focus();
    await press(element, 'Control+Home', 'ArrowDown');
    await sendKeys({ type: 'x' });
    await element.updateComplete;
    expect(element.draft.state.text?.place).to.deep.equal({ line: 2, column: 1 });
    expect(element.draft.state.document).to.deep.equal(demens);
    expect(rootOf(element).querySelectorAll('.cm-lintRange-error').length).to.be.greaterThan(0);
    const notice = rootOf(element).querySelector('.unread');
    expect(notice?.textContent).to.include('kan ikke læses');
    await press(element, 'Backspace');
    expect(element.draft.state.text).to.equal(undefined);
  });

  it('shows another profile when another one is begun, and nothing of the one before', async () => {
    const element = await withJson();
    element.profile = { ...demens, id: 'dk.andet' };
    await element.updateComplete;
    await element.updateComplete;
    expect(textIn(element)).to.include('"id": "dk.andet"');
    contentOf(element)!.focus();
    await press(element, 'Control+Home', 'Enter');
    expect(element.draft.state.document['id']).to.equal('dk.andet');
  });

  it('goes to what is selected in the tree', async () => {
    const element = await withJson();
    element.select('/markers/0/when');
    await element.updateComplete;
    expect(rootOf(element).querySelector('.cm-selected-part')?.textContent).to.include('"when"');
  });

  it('writes what is typed to nobody else', async () => {
    const element = await withJson();
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', hear);
    contentOf(element)!.focus();
    await sendKeys({ type: 'j' });
    document.removeEventListener('keydown', hear);
    expect(heard).to.deep.equal([]);
  });
});
