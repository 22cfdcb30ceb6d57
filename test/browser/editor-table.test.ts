/** The programme's table in the editor: pasted from Word, told what was not read, used as the draft, and undone. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { dementia, word } from '../authoring/word-table/tables.ts';

async function opened(): Promise<OverblikProfileEditor> {
  const element = await fixture<OverblikProfileEditor>(
    html`<overblik-profile-editor
      lang="da"
      as-of="2026-11-24"
      .profile=${demens}
      style="--overblik-height: 600px"
    ></overblik-profile-editor>`,
  );
  element.showPanel('table');
  await element.updateComplete;
  return element;
}

const panel = (element: OverblikProfileEditor) =>
  element.shadowRoot!.querySelector<HTMLElement>('.word-table')!;

async function paste(element: OverblikProfileEditor, given: { html?: string; text: string }) {
  const field = panel(element).querySelector('textarea')!;
  const clipboardData = new DataTransfer();
  if (given.html !== undefined) clipboardData.setData('text/html', given.html);
  clipboardData.setData('text/plain', given.text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  // What the editor leaves to the browser is typed in the field.
  if (field.dispatchEvent(event)) {
    field.value = given.text;
    field.dispatchEvent(new Event('input'));
  }
  await element.updateComplete;
}

describe('the programme’s table', () => {
  for (const [from, given] of [
    ['Word', { html: word, text: 'Kriterier' }],
    ['text', { text: dementia }],
  ] as const)
    it(`pasted from ${from} becomes the draft, as one step of undo`, async () => {
      const element = await opened();
      await paste(element, given);
      expect(panel(element).innerText).to.contain('P70, P20 eller P15');
      expect(element.draft.state.document).to.deep.equal(demens);
      panel(element).querySelector<HTMLElement>('.primary')!.click();
      await element.updateComplete;
      const { profile } = element.draft.state;
      expect(profile?.title.da).to.equal('Patienter med demens');
      expect(profile?.status).to.equal('draft');
      expect(Object.keys(profile!.population)).to.deep.equal(['include']);
      expect((element.shadowRoot!.activeElement as HTMLElement).dataset['pointer']).to.equal(
        '/population/include',
      );
      expect(panel(element).innerText).to.contain('Patienter uden de beskrevne');
      element.undo();
      expect(element.draft.state.document).to.deep.equal(demens);
    });

  it('that is none is told, and changes nothing', async () => {
    const element = await opened();
    await paste(element, { text: 'Hej med dig' });
    expect(panel(element).querySelector('.notice')).to.not.equal(null);
    expect(panel(element).querySelector('.primary')).to.equal(null);
  });

  it('draws no markup of what is pasted', async () => {
    const element = await opened();
    const bad = '<img src=x onerror="window.struck = true">';
    await paste(element, {
      html: `<table><tr><td>Kriterier<td>Beskrivelse<td>Regler<tr><td>Inklusion<td>${bad}Noget &lt;img src=x&gt;<td>ICPC: P70</table>`,
      text: bad,
    });
    expect(panel(element).querySelector('img')).to.equal(null);
    expect('struck' in window).to.equal(false);
  });
});
