/** The profile editor in a page: its tree by keys, undo, and what the host is told. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { sendKeys } from '@web/test-runner-commands';

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
    const [last = '', ...held] = key.split('+').toReversed();
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: last });
    for (const each of held) await sendKeys({ up: each });
    await element.updateComplete;
  }
}

describe('the tree', () => {
  it('shows the profile in words, and is one tab stop', async () => {
    const element = await editor();
    const words = rowsOf(element).map((row) => row.getAttribute('aria-label'));
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
    await press(element, 'k', 'o');
    expect(focusedRow(element)).to.equal('/codes');
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
});
