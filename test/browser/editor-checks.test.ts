/** The checks in the editor: told at their places, and mended by one key each. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { waitUntil } from './patience.ts';

const has = (...include: readonly string[]) => ({
  diagnosis: { codes: { system: 'ICPC-2', include } },
});
const faulty = {
  ...demens,
  population: { include: { any: [has('P70', 'P70'), has('P20'), has('P20')] } },
  codes: { ...demens.codes, ubrugt: { system: 'ATC', include: ['N05A'] } },
};

/** A machine may be busy. */
const until = (holds: () => boolean) => waitUntil(holds);

async function editor(profile: unknown): Promise<OverblikProfileEditor> {
  const element = await fixture<OverblikProfileEditor>(
    html`<overblik-profile-editor
      lang="da"
      as-of="2026-11-24"
      .profile=${profile}
      style="--overblik-height: 600px"
    ></overblik-profile-editor>`,
  );
  element.showPanel('checks');
  await element.updateComplete;
  return element;
}

const found = (element: OverblikProfileEditor) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.panel .finding'),
];
const settled = (element: OverblikProfileEditor) =>
  until(
    () =>
      element.shadowRoot!.querySelector('.checks-state')!.textContent.trim() !== 'Kontrollerer …',
  );

describe('checks', () => {
  it('are told in the list, in the tree and at the form, in words', async () => {
    const element = await editor(faulty);
    await settled(element);
    const codes = found(element).map(({ innerText }) => innerText);
    expect(codes.some((each) => each.includes('ubrugt'))).to.equal(true);
    const row = element.shadowRoot!.querySelector('[data-pointer="/population/include/any/2"]')!;
    expect(row.querySelector('.name')!.textContent).to.contain('1 advarsel');
    element.select('/population/include/any/2');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.form .finding')).to.not.equal(null);
  });

  it('are gone through and mended by keys, each as one step of undo', async () => {
    const element = await editor(faulty);
    await settled(element);
    const count = found(element).length;
    element.select('', { focus: true });
    await element.updateComplete;
    await sendKeys({ press: 'F8' });
    await element.updateComplete;
    expect(element.selected).to.not.equal('');
    const before = element.draft.state.document;
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: '.' });
    await sendKeys({ up: 'Control' });
    await until(() => found(element).length === count - 1);
    expect(element.draft.state.document).to.not.equal(before);
    const active = element.shadowRoot!.activeElement as HTMLElement;
    expect(active.getAttribute('role')).to.equal('treeitem');
    element.undo();
    expect(element.draft.state.document).to.deep.equal(before);
  });

  it('of the format are told as errors, and a misspelt key is mended', async () => {
    const element = await editor({
      ...demens,
      titel: 'x',
      markers: [{ ...demens.markers[0], levle: 'info' }],
    });
    const words = found(element).map(({ innerText }) => innerText);
    expect(words.some((each) => each.startsWith('Fejl') && each.includes('titel'))).to.equal(true);
    expect(found(element).some((each) => each.classList.contains('error'))).to.equal(true);
  });
});
