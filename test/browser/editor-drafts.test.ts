/** Where the editor begins, and how what is written is kept in the host's store. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { memoryDrafts, type DraftStore, type StoredDraft } from '../../src/authoring/index.ts';
import { demens, profiles } from '../../fixtures/profiles/index.ts';
import { memoryAdapter } from '../../src/adapter/index.ts';
import { waitUntil } from './patience.ts';

const stored: StoredDraft = {
  ...{ id: 'k1', revision: 3, title: 'Demens, vores', profileId: 'klinik.demens' },
  ...{ by: 'AB', at: '2026-11-20T10:00:00Z' },
  document: { ...demens, id: 'klinik.demens' },
};
const what = { da: 'Titel', en: 'Title' };
const never = new AbortController().signal;

async function editor(
  properties: Partial<OverblikProfileEditor>,
  draftId?: string,
): Promise<OverblikProfileEditor> {
  const element = await fixture<OverblikProfileEditor>(
    html`<overblik-profile-editor
      lang="da"
      as-of="2026-11-24"
      draft-id=${draftId ?? ''}
      .drafts=${properties.drafts}
      .profile=${properties.profile}
      .profiles=${properties.profiles ?? []}
      .adapter=${properties.adapter}
    ></overblik-profile-editor>`,
  );
  await element.updateComplete;
  return element;
}
const rootOf = (element: OverblikProfileEditor) => element.shadowRoot!;
const textOf = (element: OverblikProfileEditor) =>
  rootOf(element).querySelector('.frame')!.textContent.replaceAll(/\s+/g, ' ');
const says = (element: OverblikProfileEditor, words: string) =>
  waitUntil(() => textOf(element).includes(words), words);
const button = (element: OverblikProfileEditor, words: string) =>
  [...rootOf(element).querySelectorAll('button')].find((each) =>
    (each.getAttribute('aria-label') ?? each.textContent).includes(words),
  );
const write = (element: OverblikProfileEditor, da: string) =>
  element.draft.edit([{ op: 'replace', path: '/title/da', value: da }], what);

describe('the editor begins', () => {
  it('with a new profile, which tells what it needs', async () => {
    const element = await editor({});
    expect(textOf(element)).to.include('gemmer ikke kladder');
    button(element, 'Ny profil')!.click();
    await element.updateComplete;
    expect(textOf(element)).to.include('4 fejl');
    expect(rootOf(element).activeElement?.getAttribute('role')).to.equal('treeitem');
  });

  it('with a draft that is kept, by the list or by its id', async () => {
    const drafts = memoryDrafts([stored]);
    const element = await editor({ drafts });
    await says(element, 'Demens, vores');
    expect(textOf(element)).to.include('AB, 20. november 2026');
    button(element, 'Åbn kladden Demens, vores')!.click();
    await waitUntil(() => element.draft.state.document['id'] === 'klinik.demens');
    write(element, 'Ændret');
    await element.save();
    expect((await drafts.load('k1', never)).revision).to.equal(4);

    const other = await editor({ drafts }, 'k1');
    await waitUntil(() => other.draft.state.document['id'] === 'klinik.demens');
    expect(rootOf(other).querySelector('[role=tree]')).to.not.equal(null);
  });

  it('with the clinic’s own variant, which is compared with where it comes from', async () => {
    const element = await editor({ profiles });
    button(element, 'Lav egen udgave: Patienter med demens')!.click();
    await element.updateComplete;
    const { profile } = element.draft.state;
    expect(profile?.id).to.equal('klinik.demens');
    element.draft.edit([{ op: 'remove', path: '/population/include/any/1' }], what);
    element.showPanel('compare');
    await element.updateComplete;
    const changes = rootOf(element).querySelector('.compare')!.textContent;
    expect(changes).to.include('donepezil');
    expect(changes).to.not.include('klinik.demens');
    expect(changes).to.include('dk.demens 1.1.0');
  });

  it('compares with an origin in the host’s archive, and says where it is not there', async () => {
    const derived = {
      ...{ ...demens, id: 'klinik.demens', version: '0.1.0' },
      about: { derivedFrom: { id: 'dk.demens', version: '1.1.0' } },
    };
    const adapter = {
      ...memoryAdapter({ description: { name: 'Klinik', coverage: {} }, patients: [] }),
      profiles: { list: () => Promise.resolve([]), load: () => Promise.resolve(demens) },
    };
    const element = await editor({ profile: derived, adapter });
    element.showPanel('compare');
    await says(element, 'Ingen forskelle');
    write(element, 'Anden titel');
    await waitUntil(() => rootOf(element).querySelector('.changes'));
    const lost = await editor({ profile: derived });
    lost.showPanel('compare');
    await says(lost, 'er ikke blandt de profiler');
  });

  it('and says where the drafts could not be fetched, which is not none', async () => {
    const drafts: DraftStore = {
      ...memoryDrafts([stored]),
      list: () => Promise.reject(new Error('Egon')),
    };
    const element = await editor({ drafts });
    await says(element, 'Det betyder ikke, at der ingen er');
    drafts.list = memoryDrafts([stored]).list;
    button(element, 'Prøv igen')!.click();
    await says(element, 'Demens, vores');
  });

  it('and deletes a draft when it is asked twice', async () => {
    const drafts = memoryDrafts([stored]);
    const element = await editor({ drafts });
    await says(element, 'Demens, vores');
    button(element, 'Slet kladden')!.click();
    const dialog = await waitUntil(() => rootOf(element).querySelector('dialog[open]')).then(() =>
      rootOf(element).querySelector('dialog')!,
    );
    dialog.querySelector<HTMLElement>('.primary')!.click();
    await says(element, 'Der er ingen kladder');
    expect(await drafts.list(never)).to.deep.equal([]);
  });
});

describe('what is written', () => {
  it('is saved after a pause, and the head says so', async () => {
    const drafts = memoryDrafts();
    const element = await editor({ drafts, profile: demens });
    write(element, 'Ny titel');
    await element.updateComplete;
    expect(textOf(element)).to.include('Ikke gemt endnu');
    await says(element, 'Gemt');
    const [entry] = await drafts.list(never);
    expect(entry?.title).to.equal('Ny titel');
  });

  it('stays where it cannot be saved, until it can', async () => {
    const kept = memoryDrafts();
    const drafts = { ...kept, save: () => Promise.reject(new Error('Egon')) as never };
    const element = await editor({ drafts, profile: demens });
    write(element, 'Ny titel');
    await element.save();
    await says(element, 'Kunne ikke gemme');
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).to.equal(true);
    drafts.save = kept.save as never;
    button(element, 'Prøv igen')!.click();
    await says(element, 'Gemt');
    expect(await kept.list(never)).to.have.length(1);
  });

  it('is saved when the element is taken away', async () => {
    const drafts = memoryDrafts();
    const element = await editor({ drafts, profile: demens });
    write(element, 'Ny titel');
    element.remove();
    await waitUntil(async () => (await drafts.list(never)).length === 1);
  });

  it('is one draft, though the element is moved and comes back to it', async () => {
    const drafts = memoryDrafts();
    const element = await editor({ drafts, profile: demens });
    const { draft } = element;
    write(element, 'Ny titel');
    const place = element.parentElement!;
    element.remove();
    place.append(element);
    await element.updateComplete;
    element.begin({ ...demens, id: 'dk.anden' });
    await element.updateComplete;
    element.draft = draft;
    await element.updateComplete;
    write(element, 'Nyere titel');
    await element.save();
    const kept = await drafts.list(never);
    expect(kept.map(({ title }) => title)).to.deep.equal(['Nyere titel']);
  });

  it('is never lost to what somebody else has saved', async () => {
    const drafts = memoryDrafts([stored]);
    const element = await editor({ drafts }, 'k1');
    await waitUntil(() => element.draft.state.document['id'] === 'klinik.demens');
    await drafts.save({ ...stored, document: demens, by: 'CD' }, never);
    write(element, 'Min');
    await element.save();
    await says(element, 'Kladden er gemt af CD i mellemtiden');
    button(element, 'Gem min som en ny kladde')!.click();
    await says(element, 'Gemt');
    const titles = (await drafts.list(never)).map(({ title }) => title);
    expect(titles).to.have.members(['Demens, vores', 'Min']);
  });
});
