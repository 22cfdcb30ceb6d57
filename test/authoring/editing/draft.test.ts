/** A profile under way: every change can be undone, nothing that is written is lost, and what is untouched stays the same object. */
import { describe, expect, it } from 'vitest';
import { demens, profiles } from '../../../fixtures/profiles/index.ts';
import { draftText, newProfile, ProfileDraft, variantOf } from '../../../src/authoring/index.ts';
import { parseProfile, type Profile } from '../../../src/profile/index.ts';

const what = { da: 'Ændring', en: 'Change' };
const title = (da: string) => [{ op: 'replace' as const, path: '/title/da', value: da }];

describe('a draft', () => {
  it('holds the document, and the profile where it is valid', () => {
    const { state } = new ProfileDraft(demens);
    expect(state.document).toEqual(demens);
    expect(state.profile?.id).toBe('dk.demens');
    expect(state.errors).toEqual([]);
    expect(state.canUndo).toBe(false);
  });

  it('tells what is wrong, and shows the rest', () => {
    const draft = new ProfileDraft(demens);
    draft.edit([{ op: 'replace', path: '/markers/0/level', value: 'grave' }], what);
    expect(draft.state.profile).toBeUndefined();
    expect(draft.state.errors.map(({ path }) => path)).toEqual(['/markers/0/level']);
    expect(draft.state.readable.profile?.id).toBe('dk.demens');
    expect([...draft.state.readable.faults.keys()]).toEqual(['/markers/0']);
  });

  it('undoes and does again, each version as it was', () => {
    const draft = new ProfileDraft(demens);
    const seen = [draft.state.document];
    for (let step = 0; step < 80; step++) {
      draft.edit(title(`Titel ${step}`), { da: `Trin ${step}`, en: `Step ${step}` });
      seen.push(draft.state.document);
    }
    expect(draft.state.undoWhat?.da).toBe('Trin 79');
    for (const version of seen.toReversed().slice(1)) {
      draft.undo();
      expect(draft.state.document).toBe(version);
    }
    expect(draft.state.canUndo).toBe(false);
    expect(draft.state.redoWhat?.da).toBe('Trin 0');
    draft.undo();
    for (const version of seen.slice(1)) {
      draft.redo();
      expect(draft.state.document).toBe(version);
    }
    expect(draft.state.canRedo).toBe(false);
  });

  it('joins the keystrokes in one field until it is left', () => {
    const draft = new ProfileDraft(demens);
    for (const text of ['D', 'De', 'Dem']) draft.edit(title(text), what, { merge: '/title/da' });
    draft.settle();
    draft.edit(title('Deme'), what, { merge: '/title/da' });
    draft.undo();
    expect(draft.state.document['title']).toMatchObject({ da: 'Dem' });
    // What is typed after an undo does not go back with what stood before it.
    draft.edit(title('Demx'), what, { merge: '/title/da' });
    draft.undo();
    expect(draft.state.document['title']).toMatchObject({ da: 'Dem' });
    draft.undo();
    expect(draft.state.document).toEqual(demens);
  });

  it('keeps the parts of the profile that no edit touched', () => {
    const draft = new ProfileDraft(demens);
    const before = draft.state.profile!;
    draft.edit(title('Anden titel'), what);
    const after = draft.state.profile!;
    expect(after).not.toBe(before);
    expect(after.population).toBe(before.population);
    expect(after.markers).toBe(before.markers);
    draft.edit([{ op: 'remove', path: '/markers/0' }], what);
    expect(draft.state.profile!.markers!.map((each) => before.markers!.indexOf(each))).toEqual(
      before.markers!.slice(1).map((_, index) => index + 1),
    );
    expect(Object.isFrozen(draft.state.profile)).toBe(true);
  });

  it('says the same as parseProfile, whatever was kept', () => {
    const draft = new ProfileDraft(newProfile());
    for (const document of profiles) {
      draft.replace(document, what);
      const outcome = parseProfile(document);
      expect(outcome.ok && draft.state.profile).toEqual(outcome.ok && outcome.profile);
    }
  });

  it('keeps a text that cannot be read, with its place, and gives it back by undo', () => {
    const draft = new ProfileDraft(demens);
    const broken = '{\n  "format": "overblik-profile/1",\n  "id": x\n}';
    draft.setText(broken, what);
    expect(draft.state.document).toEqual(demens);
    expect(draft.state.text?.place).toEqual({ line: 3, column: 9 });
    expect(draft.state.errors[0]?.code).toBe('syntax');
    expect(draftText(draft.state)).toBe(broken);
    draft.edit(title('Ny'), what);
    expect(draft.state.text).toBeUndefined();
    draft.undo();
    expect(draftText(draft.state)).toBe(broken);
    draft.undo();
    expect(draft.state.text).toBeUndefined();
    expect(JSON.parse(draftText(draft.state))).toEqual(demens);
  });

  it.each([
    ['a list', []],
    ['a number', 7],
    ['nothing', undefined],
    ['no JSON', '{"format":'],
    ['a function', () => 1],
    ['deep', JSON.parse('['.repeat(3000) + ']'.repeat(3000))],
    ['a value within itself', circle()],
    ['large', 'x'.repeat(2_000_000)],
  ])('takes %s without throwing, and says that it is no profile', (_, document) => {
    const { state } = new ProfileDraft(document);
    expect(state.document).toEqual({});
    expect(state.text?.error.message.da).toBeTruthy();
  });

  it('takes keys called anything, and texts without what nobody sees', () => {
    const hostile = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2, "title": {"da": "a"}}');
    const draft = new ProfileDraft(hostile);
    draft.edit([{ op: 'add', path: '/__proto__/y', value: 'a\u202eb' }], what);
    expect(Object.keys(draft.state.document)).toEqual(['__proto__', 'constructor', 'title']);
    expect(JSON.stringify(draft.state.document)).toContain('{"x":1,"y":"ab"}');
    expect(Object.getPrototypeOf(draft.state.document)).toBe(Object.prototype);
  });

  it('does nothing by steps that change nothing', () => {
    const draft = new ProfileDraft(demens);
    draft.edit([], what);
    expect(draft.state.revision).toBe(0);
  });
});

describe('a profile that begins', () => {
  it('is told what it still needs', () => {
    const { errors } = new ProfileDraft(newProfile()).state;
    expect(errors.map(({ path }) => path).sort()).toEqual([
      '/id',
      '/population/include/any',
      '/purpose',
      '/title/da',
    ]);
  });

  it('as a variant says where it comes from, and is vouched for by nobody', () => {
    const outcome = parseProfile({
      ...demens,
      about: { ...(demens as unknown as Profile).about, approvedBy: [{ name: 'Klinisk gruppe' }] },
    });
    const variant = variantOf((outcome as { profile: Profile }).profile, {
      id: 'klinik.demens',
      by: 'Lægerne Torvet',
    });
    const checked = parseProfile(variant);
    expect(checked.ok).toBe(true);
    const profile = (checked as { profile: Profile }).profile;
    expect(profile.about?.derivedFrom).toEqual({ id: 'dk.demens', version: '1.1.0' });
    expect(profile.about?.approvedBy).toBeUndefined();
    expect(profile.title.da).toBe('Patienter med demens (Lægerne Torvet)');
    expect(profile.population).toEqual((demens as unknown as Profile).population);
  });
});

function circle(): unknown {
  const value: { self?: unknown } = {};
  value.self = value;
  return value;
}
