/** The forms of the editor: each part of a profile by its fields, and what is written in them in the document. */
import { expect } from '@open-wc/testing';
import { everything } from '../../fixtures/every-kind.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import '../../src/editor.ts';
import { applyFix } from '../../src/authoring/index.ts';
import { placeOf } from '../../src/editor/forms/fields/reach.ts';
import { pointer as pointerOf, valueAt, keysOf } from '../../src/json/paths.ts';
import { isDeep } from '../depth.ts';
import { oneIn } from './in-depth.ts';
import { allInside, demens, inside, place } from './stage.ts';

type Editor = HTMLElementTagNameMap['overblik-profile-editor'];

async function editorOf(profile: unknown, at = ''): Promise<Editor> {
  const editor = place('overblik-profile-editor', { profile, lang: 'da' });
  await editor.updateComplete;
  await open(editor, at);
  return editor;
}

async function open(editor: Editor, at: string): Promise<void> {
  editor.select(at);
  await editor.updateComplete;
}

/** The field that shows a place. */
function fieldOf(editor: Editor, at: string): HTMLElement {
  const found = inside(editor, `.profile-form [data-pointer="${CSS.escape(at)}"]`);
  if (!found) throw new Error(`No field shows ${at}.`);
  return found;
}

function controlOf<Control extends HTMLElement = HTMLInputElement>(
  editor: Editor,
  at: string,
  selector = 'input, select, textarea',
): Control {
  const found = fieldOf(editor, at).querySelector<Control>(selector);
  if (!found) throw new Error(`No ${selector} at ${at}.`);
  return found;
}

/** Writes into a field as somebody does: one keystroke after the other, and leaves it. */
async function write(editor: Editor, control: HTMLInputElement, text: string): Promise<void> {
  control.focus();
  for (let length = 1; length <= Math.max(1, text.length); length++) {
    control.value = text.slice(0, length);
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await editor.updateComplete;
  }
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await editor.updateComplete;
}

async function choose(editor: Editor, control: HTMLSelectElement, value: string): Promise<void> {
  control.focus();
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await editor.updateComplete;
}

async function press(editor: Editor, button: HTMLElement | null): Promise<void> {
  if (!button) throw new Error('No button.');
  button.focus();
  button.click();
  await editor.updateComplete;
  await editor.updateComplete;
}

const add = (editor: Editor, at: string) =>
  press(editor, inside(editor, `.profile-form [data-add="${CSS.escape(at)}"]`));

const at = (editor: Editor, pointer: string) =>
  valueAt(editor.draft.state.document, keysOf(pointer));

function pointersIn(value: unknown, path: readonly (string | number)[] = []): readonly string[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => pointersIn(each, [...path, key]))
      : [];
  return [pointerOf(path), ...inner];
}

describe('every place of the programme’s profiles', () => {
  const sometimes = oneIn(20);
  for (const profile of profiles as readonly (typeof demens)[])
    sometimes()(`is shown in a form of ${profile.id}, and to open it changes nothing`, async () => {
      const editor = await editorOf(profile);
      const before = editor.draft.state;
      const byForm = new Map<string, string[]>();
      for (const each of pointersIn(profile)) {
        const { form } = placeOf(profile, each);
        byForm.set(form, [...(byForm.get(form) ?? []), each]);
      }
      const lost: string[] = [];
      for (const [form, pointers] of byForm) {
        await open(editor, form);
        expect(inside(editor, '.profile-form')?.dataset['form']).to.equal(form);
        for (const each of pointers) {
          const { field } = placeOf(profile, each);
          const isShown =
            field === form || inside(editor, `.profile-form [data-pointer="${CSS.escape(field)}"]`);
          if (!isShown && !isElsewhere(field)) lost.push(each);
        }
      }
      expect(lost).to.deep.equal([]);
      expect(allInside(editor, '.unshown, .left-over').length).to.equal(0);
      expect(editor.draft.state).to.equal(before);
    });
});

describe('what stands in a field', () => {
  it('says what the document does: written as it stands, it changes nothing', async () => {
    expect(parseProfile(everything).ok).to.equal(true);
    const editor = await editorOf(everything);
    const forms = new Set(pointersIn(everything).map((each) => placeOf(everything, each).form));
    let asked = 0;
    for (const lang of isDeep ? (['da', 'en'] as const) : (['da'] as const)) {
      editor.lang = lang;
      for (const [index, form] of [...forms].entries()) {
        if (!isDeep && index % 3 > 0) continue;
        await open(editor, form);
        for (const field of allInside(editor, '.profile-form :is(input, textarea, select)')) {
          if (field.matches('[type=checkbox]')) continue;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
          await editor.updateComplete;
          const { document, revision } = editor.draft.state;
          if (revision > 0) expect(document, `${form} ${field.id}`).to.deep.equal(everything);
          asked += 1;
        }
      }
    }
    expect(asked).to.be.greaterThan(50);
    expect(allInside(editor, '.unshown, .left-over').length).to.equal(0);
  });
});

/** A set of several lines, codes by name, both texts in one: their fields have the place around them. */
function isElsewhere(field: string): boolean {
  return field.startsWith('/about/tests');
}

describe('what is written in a field', () => {
  const marked = {
    ...demens,
    markers: [
      {
        id: 'm',
        level: 'info',
        title: { da: 'M' },
        when: { result: { codes: { system: 'NPU', include: ['NPU27300'] } } },
      },
    ],
  };
  const result = '/markers/0/when/result';

  it('stands in the document, and the other way round; keystrokes are undone together', async () => {
    const editor = await editorOf(demens);
    await write(editor, controlOf(editor, '/title/en'), 'Dementia');
    expect(at(editor, '/title/en')).to.equal('Dementia');
    editor.undo();
    await editor.updateComplete;
    expect(controlOf(editor, '/title/en').value).to.equal(demens.title.en);
    expect(editor.draft.state.canUndo).to.equal(false);
  });

  it('is taken out with the last character where it may be left out', async () => {
    const editor = await editorOf(demens);
    await write(editor, controlOf(editor, '/title/en'), '');
    expect(at(editor, '/title')).to.deep.equal({ da: demens.title.da });
  });

  it('of a number keeps what is typed on the way, in the reader’s own writing', async () => {
    const editor = await editorOf(marked, '/markers/0/when');
    await add(editor, `${result}/value`);
    const above = controlOf(editor, `${result}/value/above`);
    expect(inside(editor, ':focus')).to.not.equal(null);
    await write(editor, above, '1,05');
    expect(above.value).to.equal('1,05');
    expect(at(editor, `${result}/value`)).to.deep.equal({ above: 1.05 });
    // Fifteen hundred, or one and a half: it is not guessed.
    await write(editor, above, '1.500');
    expect(at(editor, `${result}/value/above`)).to.equal('1.500');
    expect(above.getAttribute('aria-invalid')).to.equal('true');
    expect(fieldOf(editor, `${result}/value/above`).textContent).to.include('Her skal stå et tal');
    await write(editor, above, '');
    expect(at(editor, `${result}/value`)).to.deep.equal({});
  });

  it('of a window is a choice in words, with its period', async () => {
    const editor = await editorOf(marked, '/markers/0/when');
    const when = `${result}/when`;
    const kind = () => controlOf<HTMLSelectElement>(editor, when, 'select');
    expect(kind().selectedOptions[0]!.text).to.include('på et hvilket som helst tidspunkt');
    await choose(editor, kind(), 'last');
    expect(at(editor, when)).to.deep.equal({ last: 'PM' });
    expect(kind().getAttribute('aria-invalid')).to.equal('true');
    await write(editor, controlOf(editor, when, '.digits'), '12');
    expect(at(editor, when)).to.deep.equal({ last: 'P12M' });
    expect(editor.draft.state.errors).to.deep.equal([]);
    await choose(editor, kind(), 'span');
    expect(at(editor, when)).to.deep.equal({ from: '-P12M', to: 'P0D' });
    await choose(editor, controlOf<HTMLSelectElement>(editor, `${when}/to`, 'select'), 'after');
    await write(editor, controlOf(editor, `${when}/to`, '.digits'), '3');
    expect(at(editor, when)).to.deep.equal({ from: '-P12M', to: '+P3M' });
    await choose(editor, kind(), '');
    expect(at(editor, when)).to.equal(undefined);
  });

  it('of a period may be of several units', async () => {
    const editor = await editorOf(marked, '/markers/0/when');
    const when = `${result}/when`;
    await choose(editor, controlOf<HTMLSelectElement>(editor, when, 'select'), 'last');
    await write(editor, controlOf(editor, when, '.digits'), '1');
    await choose(editor, controlOf<HTMLSelectElement>(editor, when, '.amount select'), 'several');
    const amounts = () => [...fieldOf(editor, when).querySelectorAll<HTMLInputElement>('.digits')];
    expect(amounts().map(({ value }) => value)).to.deep.equal(['', '1', '', '0']);
    await write(editor, amounts()[0]!, '1');
    await write(editor, amounts()[1]!, '6');
    await write(editor, amounts()[3]!, '');
    expect(at(editor, when)).to.deep.equal({ last: 'P1Y6M' });
    await press(editor, fieldOf(editor, when).querySelector('.amounts button'));
    expect(at(editor, when)).to.deep.equal({ last: 'P1Y' });
  });

  it('of a list is a line each', async () => {
    const places = '/population/include/patient/postalCode';
    const include = { patient: { postalCode: ['8000'] } };
    const editor = await editorOf({ ...demens, population: { include } }, '/population/include');
    const lines = controlOf<HTMLInputElement>(editor, places, 'textarea');
    await write(editor, lines, '8000\n\n8200\n');
    expect(lines.value).to.equal('8000\n\n8200\n');
    expect(at(editor, places)).to.deep.equal(['8000', '8200']);
  });

  it('of what is added has the focus, and taken out gives it back', async () => {
    const editor = await editorOf(marked, '/markers/0/when');
    for (const key of ['count', 'value', 'source', 'prefer']) {
      const own = `${result}/${key}`;
      await add(editor, own);
      expect(at(editor, own), key).to.not.equal(undefined);
      const focused = editor.shadowRoot!.activeElement!;
      expect(fieldOf(editor, own).contains(focused), key).to.equal(true);
      await press(editor, fieldOf(editor, own).querySelector('.tools > [data-remove]'));
      expect(at(editor, own), key).to.equal(undefined);
      expect((editor.shadowRoot!.activeElement as HTMLElement).dataset['add']).to.equal(own);
    }
  });

  it('that rules do not let stand together says so at its field, in the format’s words', async () => {
    const editor = await editorOf(marked, '/markers/0/when');
    await choose(
      editor,
      controlOf<HTMLSelectElement>(editor, `${result}/pick`, 'select'),
      'latest',
    );
    const pick = fieldOf(editor, `${result}/pick`);
    expect(pick.querySelector('.fault')).to.not.equal(null);
    const told = pick.querySelector('select')!.getAttribute('aria-describedby')!.split(' ');
    expect(
      told.map((id) => editor.shadowRoot!.getElementById(id)?.textContent ?? '').join(),
    ).to.include(pick.querySelector('.fault')!.textContent.trim());
  });

  it('is told by the names of the fields, and not by the keys of the format', async () => {
    const { medication } = {
      medication: { codes: 'antipsykotika', first: true, when: 'now', lasting: 'P3M' },
    };
    const editor = await editorOf(
      { ...demens, population: { include: { medication } } },
      '/population/include',
    );
    const told = fieldOf(editor, '/population/include/medication/first').textContent;
    expect(told).to.include(
      '“Kun patientens første af sin slags” kan ikke bruges sammen med “Varighed”',
    );
    expect(told).to.not.include('"lasting"');
  });

  it('of a list of parts moves and goes, and the focus stays in it', async () => {
    const editor = await editorOf(demens, '/purpose');
    const [first, second] = demens.purpose;
    await press(editor, fieldOf(editor, '/purpose/0').querySelector('[data-move="down"]'));
    expect(at(editor, '/purpose/0')).to.deep.equal(second);
    expect(at(editor, '/purpose/1')).to.deep.equal(first);
    const focused = editor.shadowRoot!.activeElement!;
    expect(fieldOf(editor, '/purpose/1').contains(focused)).to.equal(true);
    await press(editor, fieldOf(editor, '/purpose/2').querySelector('[data-remove]'));
    expect(at(editor, '/purpose')).to.have.length(2);
    expect(fieldOf(editor, '/purpose/1').contains(editor.shadowRoot!.activeElement)).to.equal(true);
    await add(editor, '/purpose');
    expect(at(editor, '/purpose/2')).to.deep.equal({ da: '' });
    expect(fieldOf(editor, '/purpose/2').contains(editor.shadowRoot!.activeElement)).to.equal(true);
  });
});

describe('the focus', () => {
  const focused = (editor: Editor) => editor.shadowRoot!.activeElement as HTMLElement;

  it('goes to the field that shows a place', async () => {
    const editor = await editorOf(demens);
    for (const [pointer, field] of [
      ['/codes/demens/include/1', '/codes/demens/include'],
      ['/title/en', '/title/en'],
      ['/markers/0/advice/da', '/markers/0/advice/da'],
    ] as const) {
      editor.select(pointer, { field: true });
      await editor.updateComplete;
      expect(fieldOf(editor, field).contains(focused(editor)), pointer).to.equal(true);
    }
  });

  it('goes to the first field of a form that is opened from another', async () => {
    const editor = await editorOf(demens, '/markers/0');
    await press(editor, fieldOf(editor, '/markers/0/when').querySelector('.criterion-card button'));
    expect(editor.selected).to.equal('/markers/0/when');
    expect(focused(editor).closest('.profile-form')).to.not.equal(null);
    await open(editor, '/markers');
    await add(editor, '/markers');
    const { length } = demens.markers;
    expect(editor.selected).to.equal(`/markers/${length}`);
    expect(fieldOf(editor, `/markers/${length}/title`).contains(focused(editor))).to.equal(true);
  });
});

describe('every field that can be added', () => {
  const holders: Readonly<Record<string, unknown>> = {
    diagnosis: {},
    medication: {},
    result: {},
    vaccination: {},
    carePlan: {},
    patient: { sex: 'female' },
    concurrent: { of: [{ diagnosis: {} }, { carePlan: {} }] },
    change: { of: { codes: 'demens' }, from: 'previous', value: { above: 1, unit: '1' } },
  };
  const { description: _, ...rest } = demens as Record<string, unknown>;
  const [{ short: __, ...marker }] = demens.markers as unknown as readonly [
    Record<string, unknown>,
  ];
  const bare = { ...rest, markers: [marker] };
  const places: readonly (readonly [place: string, document: unknown])[] = [
    ...['', '/population', '/about', '/markers/0', '/indicators/0', '/information/6'].map(
      (place) => [place, bare] as const,
    ),
    ...Object.entries(holders).map(
      ([kind, asked]) =>
        ['/population/include', { ...demens, population: { include: { [kind]: asked } } }] as const,
    ),
  ];
  const everyThird = oneIn(3);
  for (const [place, document] of places)
    everyThird()(
      `at ${place} of ${JSON.stringify((document as typeof demens).population.include)} has the focus, is undone, and leaves it`,
      async () => {
        const editor = await editorOf(document, place);
        const addable = allInside(editor, '.profile-form .addition').map(
          ({ dataset }) => dataset['add']!,
        );
        expect(addable).to.not.deep.equal([]);
        for (const own of addable) {
          await add(editor, own);
          const field = fieldOf(editor, own);
          expect(at(editor, own), own).to.not.equal(undefined);
          expect(field.contains(editor.shadowRoot!.activeElement), own).to.equal(true);
          await press(editor, field.querySelector('.tools > [data-remove]'));
          expect(at(editor, own), own).to.equal(undefined);
          expect((editor.shadowRoot!.activeElement as HTMLElement).dataset['add']).to.equal(own);
        }
        editor.draft.undo();
        await editor.updateComplete;
        expect(at(editor, addable.at(-1)!)).to.not.equal(undefined);
      },
    );
});

describe('what a form cannot show', () => {
  it('stays as it is, and says where', async () => {
    const odd = {
      ...demens,
      colour: { of: 'blue' },
      population: { include: { diagnosis: { codes: 'demens', when: { last: 12 }, wen: 'now' } } },
    };
    const editor = await editorOf(odd);
    expect(fieldOf(editor, '/colour').textContent).to.include('blue');
    await open(editor, '/population/include');
    const when = fieldOf(editor, '/population/include/diagnosis/when');
    expect(when.textContent).to.include('/population/include/diagnosis/when');
    expect(fieldOf(editor, '/population/include/diagnosis/wen').textContent).to.include('wen');
    expect(editor.draft.state.document).to.deep.equal(odd);
    await press(editor, when.querySelector('.json-link button'));
    expect(editor.selected).to.equal('/population/include/diagnosis/when');
    expect(editor.openPanel).to.equal('json');
    expect(inside(editor, '.profile-form .current')).to.equal(
      fieldOf(editor, '/population/include/diagnosis/when'),
    );
    editor.showPanel(undefined);
    await press(editor, when.querySelector('.unshown button.button'));
    expect(at(editor, '/population/include/diagnosis/when')).to.deep.equal({ last: 'PM' });
    await press(
      editor,
      fieldOf(editor, '/population/include/diagnosis/wen').querySelector('[data-remove]'),
    );
    expect(at(editor, '/population/include/diagnosis/wen')).to.equal(undefined);
  });

  it('in a code set is told as well: a shared one, one in place, one of several', async () => {
    const set = { system: 'ICPC-2', include: ['P70'], wen: 1 };
    const odd = {
      ...demens,
      codes: { ...demens.codes, demens: set },
      population: {
        include: { diagnosis: { codes: set } },
        exclude: { diagnosis: { codes: ['demens', set] } },
      },
    };
    const editor = await editorOf(odd);
    for (const [form, own] of [
      ['/codes/demens', '/codes/demens/wen'],
      ['/population/include', '/population/include/diagnosis/codes/wen'],
      ['/population/exclude', '/population/exclude/diagnosis/codes/1/wen'],
    ] as const) {
      await open(editor, form);
      expect(fieldOf(editor, own).querySelector('.fault'), own).to.not.equal(null);
      await press(editor, fieldOf(editor, own).querySelector('[data-remove]'));
      expect(at(editor, own)).to.equal(undefined);
    }
    expect(editor.draft.state.errors).to.deep.equal([]);
  });

  it('of a code set is shown where its own form cannot show it', async () => {
    const odd = { ...demens, codes: { demens: { system: 7, include: 'P70', exclude: [1, null] } } };
    const editor = await editorOf(odd, '/codes/demens');
    const left = () =>
      allInside(editor, '.profile-form .left').map(({ dataset }) => dataset['pointer']);
    expect(left()).to.deep.equal(
      ['system', 'include', 'exclude'].map((key) => `/codes/demens/${key}`),
    );
    const include = inside(editor, '.profile-form .left[data-pointer="/codes/demens/include"]')!;
    expect(include.textContent).to.include('"P70"');
    expect(editor.draft.state.document).to.deep.equal(odd);
  });

  it('of no kind of criterion may be written as one', async () => {
    const editor = await editorOf(
      { ...demens, population: { include: { diagnose: {} } } },
      '/population/include',
    );
    await choose(editor, inside<HTMLSelectElement>(editor, '.profile-form select')!, 'diagnosis');
    expect(at(editor, '/population/include')).to.deep.equal({
      diagnosis: { codes: { system: 'ICPC-2', include: [] } },
    });
  });

  it('draws anything in the place of anything', async () => {
    const editor = await editorOf(everything);
    const failed: string[] = [];
    let drawing = '';
    // What cannot be drawn is told by a face that says so.
    editor.drawUnreadable = () => void failed.push(drawing);
    const junk = JSON.parse(
      '[null, 7, "x", "", true, [], {}, [[]], [null], {"da": 1}, {"constructor": 1, "of": []}]',
    ) as readonly unknown[];
    const places = pointersIn(everything).slice(1);
    let drawn = 0;
    for (const [index, place] of places.entries()) {
      if (!isDeep && index % 20 > 0) continue;
      const value = junk[(isDeep ? index : index / 20) % junk.length];
      drawing = `${JSON.stringify(value)} at ${place}`;
      editor.draft.replace(applyFix(everything, [{ op: 'replace', path: place, value }]), {
        da: 'x',
      });
      await open(editor, place);
      if (!inside(editor, '.profile-form')) failed.push(drawing);
      drawn += 1;
    }
    expect(failed).to.deep.equal([]);
    expect(drawn).to.be.greaterThan(10);
  });
});
