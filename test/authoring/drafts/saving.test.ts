/** Drafts in the host's store: saved after a pause, in order, and nothing lost whatever the store does. */
import { describe, expect, it, vi } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import {
  DraftSaving,
  listDrafts,
  loadDraft,
  memoryDrafts,
  ProfileDraft,
  removeDraft,
  type DraftStore,
} from '../../../src/authoring/index.ts';

const what = { da: 'Titel', en: 'Title' };
const write = (draft: ProfileDraft, da: string) =>
  draft.edit([{ op: 'replace', path: '/title/da', value: da }], what);
const titleOf = (document: unknown) => (document as typeof demens).title.da;
const never = new AbortController().signal;
const at = (store: DraftStore, revision = 0) => ({ store, id: 'a', revision });

describe('a draft is saved', () => {
  it('after a pause, once for several changes', async () => {
    const store = memoryDrafts();
    const save = vi.spyOn(store, 'save');
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store), { pause: 0 });
    expect(saving.isUnsaved).toBe(false);
    for (const title of ['A', 'B', 'C']) write(draft, title);
    expect(saving.state.phase).toBe('waiting');
    await vi.waitUntil(() => saving.state.phase === 'saved');
    expect(save).toHaveBeenCalledTimes(1);
    expect(titleOf((await store.load('a', never)).document)).toBe('C');
  });

  it('once more, with what is written while it is saved', async () => {
    const store = memoryDrafts([], 5);
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store), { pause: 0 });
    write(draft, 'A');
    const done = saving.save();
    write(draft, 'B');
    expect(saving.state.phase).toBe('saving');
    await done;
    expect(saving.state.phase).toBe('saved');
    const { revision, document } = await store.load('a', never);
    expect([revision, titleOf(document)]).toEqual([2, 'B']);
  });

  it('with a text that cannot be read as it is written', async () => {
    const store = memoryDrafts();
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store), { pause: 0 });
    draft.setText('{"half":', what);
    await saving.save();
    const { document } = await store.load('a', never);
    expect(document).toBe('{"half":');
    expect(new ProfileDraft(document).state.text?.text).toBe('{"half":');
  });

  it('when it ends', async () => {
    const store = memoryDrafts();
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store), { pause: 100_000 });
    write(draft, 'A');
    await saving.end();
    expect(titleOf((await store.load('a', never)).document)).toBe('A');
  });
});

describe('what a store does wrong', () => {
  it.each([
    ['throws', () => Promise.reject(new Error('Egon'))],
    ['answers nothing', () => Promise.resolve(undefined)],
    ['answers junk', () => Promise.resolve({ saved: true, draft: 7 })],
    [
      'throws at once',
      () => {
        throw new Error('Egon');
      },
    ],
  ])('%s: it is told, and saved with the next change', async (_, fail) => {
    const store = memoryDrafts();
    const { save } = store;
    const failing = vi.spyOn(store, 'save').mockImplementation(fail as never);
    const onFailure = vi.fn();
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store), { pause: 0, onFailure });
    write(draft, 'A');
    await saving.save();
    expect(saving.state.phase).toBe('failed');
    expect(saving.isUnsaved).toBe(true);
    expect(onFailure).toHaveBeenCalledTimes(1);
    failing.mockImplementation(save);
    await saving.save();
    expect(saving.state.phase).toBe('saved');
    write(draft, 'B');
    await vi.waitUntil(() => saving.state.phase === 'saved');
    expect(titleOf((await store.load('a', never)).document)).toBe('B');
  });

  it('is silent: given up', async () => {
    const store = { ...memoryDrafts(), save: () => new Promise<never>(() => undefined) };
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store), { pause: 0, deadline: 1 });
    write(draft, 'A');
    await saving.save();
    expect(saving.state.phase).toBe('failed');
  });
});

describe('where somebody else has saved the draft meanwhile', () => {
  async function conflict() {
    const store = memoryDrafts();
    const base = { id: 'a', revision: 0, title: 'x', document: demens };
    await store.save(base, never);
    const draft = new ProfileDraft(demens);
    const saving = new DraftSaving(draft, at(store, 1), { pause: 0 });
    const theirs = { ...demens, title: { da: 'Deres', en: 'Theirs' } };
    await store.save({ ...base, revision: 1, document: theirs }, never);
    write(draft, 'Min');
    await saving.save();
    expect(saving.state.phase).toBe('conflict');
    expect(titleOf(saving.state.conflict?.document)).toBe('Deres');
    return { store, draft, saving };
  }

  it('nothing is saved until one is chosen', async () => {
    const { store, draft, saving } = await conflict();
    write(draft, 'Min igen');
    await saving.save();
    expect(saving.state.phase).toBe('conflict');
    expect(titleOf((await store.load('a', never)).document)).toBe('Deres');
  });

  it('theirs is taken, and mine is there by undo', async () => {
    const { store, draft, saving } = await conflict();
    saving.takeStored(what);
    expect(titleOf(draft.state.document)).toBe('Deres');
    expect(saving.state.phase).toBe('saved');
    draft.undo();
    expect(titleOf(draft.state.document)).toBe('Min');
    await saving.save();
    expect(titleOf((await store.load('a', never)).document)).toBe('Min');
  });

  it('mine is saved in the place of theirs, or beside it', async () => {
    const first = await conflict();
    await first.saving.overwrite();
    expect(titleOf((await first.store.load('a', never)).document)).toBe('Min');
    const second = await conflict();
    await second.saving.saveAs('b');
    expect(second.saving.state.phase).toBe('saved');
    expect(titleOf((await second.store.load('b', never)).document)).toBe('Min');
    expect(titleOf((await second.store.load('a', never)).document)).toBe('Deres');
  });
});

describe('the drafts that are kept', () => {
  const stored = { id: 'a', revision: 1, title: 'A', document: demens, at: '2026-11-01T10:00:00Z' };
  const store = () => memoryDrafts([stored, { ...stored, id: 'b', at: '2026-11-02T10:00:00Z' }]);

  it('are listed, the newest first; what cannot be read is counted', async () => {
    const { drafts } = await listDrafts(store());
    expect(drafts.map(({ id }) => id)).toEqual(['b', 'a']);
    const strange = { ...store(), list: () => Promise.resolve([stored, 7, { id: 3 }] as never) };
    expect((await listDrafts(strange)).unreadable).toBe(2);
    await expect(
      listDrafts({ ...store(), list: () => Promise.resolve('x' as never) }),
    ).rejects.toMatchObject({ kind: 'junk', call: 'drafts' });
  });

  it('are loaded and removed, but not another revision than was seen', async () => {
    const kept = store();
    expect((await loadDraft(kept, 'a')).document).toEqual(demens);
    await expect(loadDraft(kept, 'none')).rejects.toMatchObject({ kind: 'threw' });
    expect(await removeDraft(kept, { ...stored, revision: 7 })).toBe(false);
    expect(await removeDraft(kept, stored)).toBe(true);
    expect((await listDrafts(kept)).drafts).toHaveLength(1);
  });
});
