/** Test patients and publishing in the editor. */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/editor.ts';
import type { OverblikProfileEditor, ProfilePublishDetail } from '../../src/editor.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { readWordTable } from '../../src/authoring/index.ts';
import { word } from '../authoring/word-table/tables.ts';
import { waitUntil } from './patience.ts';

const drawn = readWordTable(word).document;

/** A machine may be busy. */
const until = (holds: () => boolean) => waitUntil(holds);

async function editor(profile: unknown, panel: 'tests' | 'publish') {
  const element = await fixture<OverblikProfileEditor>(
    html`<overblik-profile-editor
      lang="da"
      as-of="2026-11-24"
      .profile=${profile}
      style="--overblik-height: 700px"
    ></overblik-profile-editor>`,
  );
  element.showPanel(panel);
  await element.updateComplete;
  return element;
}

const one = <Found extends HTMLElement>(element: OverblikProfileEditor, selector: string) =>
  element.shadowRoot!.querySelector<Found>(`.panel ${selector}`);
const testsOf = (element: OverblikProfileEditor) =>
  ((element.draft.state.document['about'] as { tests?: object[] } | undefined)?.tests ?? []) as {
    patient: object;
    expect: object;
    diagnoses?: object[];
  }[];
const status = (element: OverblikProfileEditor) =>
  one(element, '[role=status]')!.textContent.trim();

async function write(element: OverblikProfileEditor, selector: string, value: string) {
  const field = one<HTMLInputElement | HTMLSelectElement>(element, selector)!;
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await element.updateComplete;
}

describe('test patients', () => {
  it('are made for what nobody tests, run, and told as they come out', async () => {
    const element = await editor(drawn, 'tests');
    await until(() => one(element, '.untested') !== null);
    one(element, 'section > .button')!.click();
    await until(() => testsOf(element).length === 8 && one(element, '.all-tested') !== null);
    expect(status(element)).to.contain('Alle 8 kommer ud som ventet');
    element.undo();
    expect(testsOf(element)).to.have.length(0);
  });

  it('are written in a form, and fail where the profile says otherwise', async () => {
    const element = await editor(drawn, 'tests');
    one(element, '[data-add]')!.click();
    await until(() => status(element).includes('1 af 1 kommer ikke ud som ventet'));
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset['field']).to.equal('title');
    await write(element, '[data-add-record]', 'diagnosis');
    await write(element, '[data-code]', 'P70');
    expect(testsOf(element)[0]!.diagnoses).to.deep.equal([{ code: 'P70', from: '-P1Y' }]);
    await until(() => status(element).includes('Alle 1 kommer ud som ventet'));
    await write(element, '[data-pointer$="/expect/population"]', 'no');
    await until(() => one(element, '.failures') !== null);
    expect(one(element, '.failures')!.innerText).to.contain('ventet nej, fundet ja');
  });

  it('are copied and removed, and the focus stays', async () => {
    const element = await editor(demens, 'tests');
    const count = testsOf(element).length;
    one(element, '.test-head .button')!.click();
    await element.updateComplete;
    expect(testsOf(element)).to.have.length(count + 1);
    const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.test-head .button')];
    buttons.at(-1)!.click();
    await until(() => testsOf(element).length === count);
    await until(
      () =>
        (element.shadowRoot!.activeElement as HTMLElement | null)?.dataset['test'] ===
        String(count - 1),
    );
  });
});

describe('publishing', () => {
  it('asks what is changed, and whole tests or a reason', async () => {
    const element = await editor(drawn, 'publish');
    await until(() => one(element, '[data-said=untested]') !== null);
    let heard = false;
    element.addEventListener('overblik-profile-publish', () => (heard = true));
    one(element, '.primary')!.click();
    expect(heard).to.equal(false);
    expect(element.draft.state.document).to.deep.equal(drawn);
    const faults = one(element, '.faults')!.innerText;
    expect(faults).to.contain('hvad der er ændret');
    expect(faults).to.contain('hvorfor den udgives alligevel');
  });

  it('hands the version on, as one step of undo', async () => {
    const element = await editor({ ...demens, title: { da: 'Demens' } }, 'publish');
    element.draft.edit([{ op: 'remove', path: '/information/0' }], { da: 'x' });
    await until(() => one(element, '.all-tested') !== null);
    await write(element, '[data-said=text]', 'Cpr vises ikke');
    await write(element, '[data-said=approver]', 'DSAM');
    const heard = oneEvent(element, 'overblik-profile-publish');
    one(element, '.primary')!.click();
    const { detail } = (await heard) as CustomEvent<ProfilePublishDetail>;
    expect(detail.deed).to.equal('publish');
    expect(detail.profile.version).to.equal('1.2.0');
    expect(detail.profile.status).to.equal('published');
    expect(detail.profile.about?.approvedBy).to.deep.equal([{ name: 'DSAM', on: '2026-11-24' }]);
    expect(detail.profile.about?.changes?.[0]?.text.da).to.equal('Cpr vises ikke');
    await element.updateComplete;
    expect(one(element, '.primary')!.textContent).to.contain('1.2.1');
    element.undo();
    expect(element.draft.state.document['version']).to.equal('1.1.0');
  });

  it('of another profile, pasted over it, begins with its first version', async () => {
    const element = await editor(demens, 'publish');
    element.draft.replace(drawn, { da: 'x' });
    await element.updateComplete;
    await until(() => one(element, '.primary')!.textContent.includes('1.0.0'));
    expect(one(element, '.publish')!.innerText).to.contain('ingen tidligere version');
  });

  it('of one of the host’s profiles is compared with that', async () => {
    const element = await editor(undefined, 'publish');
    element.profiles = [drawn, { ...demens, version: '1.0.0' }, demens];
    element.begin(demens);
    await until(() => one(element, '.publish')?.innerText.includes('1.1.0') === true);
    expect(one(element, '.publish')!.innerText).not.to.contain('ingen tidligere version');
    expect(one(element, '.primary')!.textContent).to.contain('1.1.1');
    // A draft is no version.
    element.profiles = [{ ...demens, status: 'draft' }];
    await until(() => one(element, '.publish')?.innerText.includes('ingen tidligere') === true);
  });

  it('asks anew of another profile: what was written is about the one before', async () => {
    const element = await editor(demens, 'publish');
    await write(element, '[data-said=text]', 'Cpr vises ikke');
    await write(element, '[data-said=approver]', 'DSAM');
    element.profile = { ...demens, id: 'dk.andet' };
    await element.updateComplete;
    await element.updateComplete;
    for (const said of ['text', 'approver'])
      expect(one<HTMLInputElement>(element, `[data-said=${said}]`)!.value).to.equal('');
  });

  it('is taken back with a reason', async () => {
    const element = await editor(demens, 'publish');
    await write(element, '[data-said=withdrawal]', 'Forkert kode');
    const heard = oneEvent(element, 'overblik-profile-publish');
    one(element, 'details .button')!.click();
    const { detail } = (await heard) as CustomEvent<ProfilePublishDetail>;
    expect([detail.deed, detail.reason, detail.profile.status]).to.deep.equal([
      'withdraw',
      'Forkert kode',
      'retired',
    ]);
  });
});
