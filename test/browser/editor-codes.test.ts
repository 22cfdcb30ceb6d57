/** Codes in the editor: looked up, pasted, left out, missed and named, by keyboard and by hand. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import { memoryAdapter } from '../../src/adapter/memory.ts';
import { memoryTerminology, type CodeTable, type Terminology } from '../../src/authoring/index.ts';
import { recordTypes, type PatientRecords } from '../../src/engine.ts';
import { keysOf, valueAt } from '../../src/json/paths.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { demoTerminology } from '../../fixtures/terminology/index.ts';
import { until } from './stage.ts';

interface Given {
  readonly profile?: unknown;
  readonly terminology?: Terminology;
  readonly patients?: readonly PatientRecords[];
}

async function editor(at: string, given: Given = {}): Promise<OverblikProfileEditor> {
  const { profile = demens, terminology, patients } = given;
  const coverage = Object.fromEntries(recordTypes.map((type) => [type, { available: true }]));
  const element = await fixture<OverblikProfileEditor>(
    html`<overblik-profile-editor
      lang="da"
      as-of="2026-11-24"
      .adapter=${
        patients
          ? memoryAdapter({
              description: { name: 'Klinik', coverage, patients: patients.length },
              patients,
            })
          : undefined
      }
      .profile=${profile}
      .terminology=${terminology}
      style="--overblik-height: 700px"
    ></overblik-profile-editor>`,
  );
  element.select(at);
  await element.updateComplete;
  return element;
}

const rootOf = (element: OverblikProfileEditor) => element.shadowRoot!;
const find = <Found extends HTMLElement = HTMLElement>(
  element: OverblikProfileEditor,
  selector: string,
): Found => {
  const found = rootOf(element).querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const all = (element: OverblikProfileEditor, selector: string) => [
  ...rootOf(element).querySelectorAll<HTMLElement>(selector),
];
const words = (each: Element | null | undefined) =>
  (each?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const at = (element: OverblikProfileEditor, place: string) =>
  valueAt(element.draft.state.document, keysOf(place));
const named = (element: OverblikProfileEditor, name: string, within: string) =>
  all(element, `${within} button`).find(
    (each) => (each.getAttribute('aria-label') ?? words(each)) === name,
  );
/** Presses a button, once it is there: what the terminology knows comes later. */
const press = async (element: OverblikProfileEditor, name: string, within = '.code-field') => {
  await until(`a button ${name}`, () => named(element, name, within));
  const pressed = named(element, name, within)!;
  pressed.focus();
  pressed.click();
  await element.updateComplete;
  await element.updateComplete;
};
const search = (element: OverblikProfileEditor) =>
  find<HTMLInputElement>(element, '.code-search input');
const options = (element: OverblikProfileEditor) => all(element, '.code-search [role=option]');

/** Types into the search, and waits for what is found. */
async function type(element: OverblikProfileEditor, text: string, found?: string): Promise<void> {
  search(element).focus();
  await sendKeys({ type: text });
  await element.updateComplete;
  if (found !== undefined)
    await until('that it is there', () =>
      options(element).some((each) => words(each).includes(found)),
    );
}

async function keys(element: OverblikProfileEditor, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    await sendKeys({ press: key });
    await element.updateComplete;
  }
}

async function write(element: OverblikProfileEditor, selector: string, text: string) {
  const field = find<HTMLInputElement>(element, selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
  await element.updateComplete;
}

/** A row says so of its code, once all is there. */
const says = (element: OverblikProfileEditor, place: string, text: string) =>
  until('that it is there', () =>
    words(rootOf(element).querySelector(`[data-pointer="${place}"]`)).includes(text),
  );

const medicine = '/codes/demensmedicin';
const terminology = demoTerminology();

describe('the search for codes', () => {
  it('finds by words, adds by Enter with the name and the release, and is undone', async () => {
    const element = await editor(medicine, { terminology });
    await says(element, `${medicine}/include/0`, 'donepezil');
    await type(element, 'olanz', 'olanzapin');
    expect(search(element).getAttribute('aria-expanded')).to.equal('true');
    await keys(element, 'ArrowDown');
    const active = find(element, `#${search(element).getAttribute('aria-activedescendant')}`);
    expect(active.getAttribute('aria-selected')).to.equal('true');
    await keys(element, 'Enter');
    expect(at(element, `${medicine}/include/4`)).to.equal('N05AH03');
    expect(at(element, `${medicine}/names/N05AH03`)).to.deep.equal({
      da: 'olanzapin',
      en: 'olanzapine',
    });
    expect(at(element, '/about/codeSystems')).to.deep.equal([
      { system: 'ATC', release: 'demo-1', on: '2026-11-01' },
    ]);
    // Ready for the next.
    expect(rootOf(element).activeElement).to.equal(search(element));
    expect(search(element).value).to.equal('');
    expect(words(find(element, '.announce'))).to.equal('Tilføjet: N05AH03 olanzapin');
    element.undo();
    await element.updateComplete;
    expect(element.draft.state.document).to.deep.equal(demens);
  });

  it('says what is in already, and adds nothing twice', async () => {
    const element = await editor(medicine, { terminology });
    await type(element, 'donepe', 'donepezil');
    expect(words(options(element)[0])).to.include('er med');
    await keys(element, 'ArrowDown', 'Enter');
    expect(element.draft.state.document).to.deep.equal(demens);
    expect(words(find(element, '.announce'))).to.equal('N06DA02 er der i forvejen');
  });

  it('takes a code out that a broader one has let in', async () => {
    const element = await editor('/codes/antipsykotika', { terminology });
    const into = find<HTMLSelectElement>(element, '.row-of-search select');
    into.value = 'exclude';
    into.dispatchEvent(new Event('change'));
    await type(element, 'N05AN', 'lithium');
    await keys(element, 'Enter');
    expect(at(element, '/codes/antipsykotika/exclude')).to.deep.equal(['N05AN']);
    await says(element, '/codes/antipsykotika/exclude/0', 'lithium');
  });

  it('closes by Escape, and then clears', async () => {
    const element = await editor(medicine, { terminology });
    await type(element, 'olanz', 'olanzapin');
    await keys(element, 'Escape');
    expect(options(element)).to.have.length(0);
    expect(search(element).value).to.equal('olanz');
    await keys(element, 'Escape');
    expect(search(element).value).to.equal('');
  });

  it('takes codes as they are typed without a terminology, and tells what is none', async () => {
    const element = await editor('/codes/demens');
    await type(element, 'p71', 'Tilføj P71');
    await keys(element, 'Enter');
    expect(at(element, '/codes/demens/include/3')).to.equal('P71');
    await type(element, 'P7O', 'Mente du P70?');
    await keys(element, 'Escape', 'Escape');
    await type(element, 'N06DA02');
    expect(words(find(element, '.search-state'))).to.include('et andet system end ICPC-2');
    await keys(element, 'Enter');
    expect(at(element, '/codes/demens/include')).to.have.length(4);
  });

  it('tells when the terminology fails, works without it, and asks again', async () => {
    let fails = true;
    const failing: Terminology = {
      ...terminology,
      text: async (...asked) => {
        if (fails) throw new Error('no');
        return terminology.text(...asked);
      },
      search: async (...asked) => {
        if (fails) throw new Error('no');
        return terminology.search(...asked);
      },
    };
    const element = await editor(medicine, { terminology: failing });
    await until('that it is there', () => all(element, '.code-set .notice').length > 0);
    await type(element, 'N06DA05', 'Tilføj N06DA05');
    await keys(element, 'Enter');
    expect(at(element, `${medicine}/include/4`)).to.equal('N06DA05');
    fails = false;
    await press(element, 'Prøv igen', '.code-set .notice');
    await says(element, `${medicine}/include/0`, 'donepezil');
    expect(all(element, '.code-set .notice')).to.have.length(0);
  });

  it('shows the host’s texts as texts', async () => {
    const tables: readonly CodeTable[] = [
      { system: 'ATC', codes: [{ code: 'N06DA02', text: { da: '<b id="x">x</b>' } }] },
    ];
    const element = await editor(medicine, { terminology: memoryTerminology(tables) });
    await says(element, `${medicine}/include/0`, '<b id="x">x</b>');
    expect(rootOf(element).querySelector('#x')).to.equal(null);
  });
});

describe('a pasted list', () => {
  const list = 'Kode;Tekst\nP70;Demens\nP85;Andet\nP7O;fejl\nhej\nDF03;Demens (sygehus)';

  it('is read and told before it is added, each system in a set of its own', async () => {
    const element = await editor('/codes/demens', { terminology });
    await press(element, 'Indsæt liste');
    expect(rootOf(element).activeElement).to.equal(find(element, '.paste textarea'));
    await write(element, '.paste textarea', list);
    expect(
      all(element, '.paste-group').map((each) => words(each.querySelector('p'))),
    ).to.deep.equal([
      '2 koder i ICPC-2 til dette sæt Læs koderne i ICPC-2 som ICPC-2 ICD-10',
      '1 kode i SKS til et nyt sæt ved siden af',
    ]);
    expect(all(element, '.unread li').map(words)).to.deep.equal([
      'linje 4: P7O er ingen kode i ICPC-2. Brug P70',
      'linje 5: Der er ingen kode i “hej”.',
    ]);
    await press(element, 'Brug P70', '.paste');
    expect(all(element, '.unread li')).to.have.length(1);
    await press(element, 'Tilføj 2 koder', '.paste');
    expect(at(element, '/codes/demens/include')).to.deep.equal(['P70', 'P20', 'P15', 'P85']);
    expect(at(element, '/codes/demensSks')).to.deep.equal({
      system: 'SKS',
      include: ['DF03'],
      names: { DF03: { da: 'Demens (sygehus)' } },
    });
    expect(at(element, '/population/include/any/0/diagnosis/codes')).to.deep.equal([
      'demens',
      'demensSks',
    ]);
    expect(element.draft.state.errors).to.deep.equal([]);
    // One step of undo, and the focus is where the list was opened from.
    expect(words(rootOf(element).activeElement)).to.equal('Indsæt liste');
    element.undo();
    await element.updateComplete;
    expect(element.draft.state.document).to.deep.equal(demens);
  });

  it('opens where several codes are pasted into the search, and is left by Escape', async () => {
    const element = await editor('/codes/demens', { terminology });
    search(element).focus();
    const data = new DataTransfer();
    data.setData('text/plain', 'P71, P72');
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    search(element).dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    await element.updateComplete;
    expect(find<HTMLTextAreaElement>(element, '.paste textarea').value).to.equal('P71, P72');
    await keys(element, 'Escape');
    expect(all(element, '.paste')).to.have.length(0);
    expect(element.draft.state.document).to.deep.equal(demens);
  });

  it('is read in its pane however long it is: the page is no longer for it', async () => {
    const element = await editor('/population/include/any/0/diagnosis/codes');
    await press(element, 'Indsæt liste');
    const { scrollHeight } = document.documentElement;
    await write(element, '.paste textarea', 'A01\n'.repeat(2000));
    expect(find(element, '.paste textarea').offsetHeight).to.be.lessThan(600);
    find(element, '.form').scrollTop = 10_000;
    expect(document.documentElement.scrollHeight).to.equal(scrollHeight);
  });

  it('takes nothing of a line with a CPR number', async () => {
    const element = await editor('/codes/demens', { terminology });
    await press(element, 'Indsæt liste');
    await write(element, '.paste textarea', '010150-4000;Opdigtet Person;P85\nP86;x');
    expect(all(element, '.unread li').map(words)).to.deep.equal([
      'linje 1: Her står et CPR-nummer. En profil deles med andre: linjen er ikke læst.',
    ]);
    await press(element, 'Tilføj 1 kode', '.paste');
    expect(at(element, '/codes/demens/include/3')).to.equal('P86');
    expect(JSON.stringify(element.draft.state.document)).not.to.include('Opdigtet Person');
  });

  it('is read as another system where the reader says so', async () => {
    const element = await editor('/codes/demens');
    await press(element, 'Indsæt liste');
    await write(element, '.paste textarea', 'P71\nP72');
    const select = find<HTMLSelectElement>(element, '.paste select');
    select.value = 'ICD-10';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    await press(element, 'Tilføj 2 koder', '.paste');
    expect(at(element, '/codes/demensIcd10')).to.deep.equal({
      system: 'ICD-10',
      include: ['P71', 'P72'],
    });
  });

  it('may not be larger than the format has room for', async () => {
    const element = await editor('/codes/mmse');
    await press(element, 'Indsæt liste');
    const many = Array.from({ length: 2001 }, (_, index) => `NPU${10_000 + index}`);
    await write(element, '.paste textarea', many.join('\n'));
    expect(words(find(element, '.paste .notice'))).to.include('højst have 2.000 koder');
    await press(element, 'Tilføj 2.001 koder', '.paste');
    expect(at(element, '/codes/mmse/include')).to.have.length(1);
  });
});

describe('the codes below one', () => {
  it('are left out one by one, taken in again, and all but the code itself left out', async () => {
    const place = '/codes/antipsykotika';
    const element = await editor(place, { terminology });
    await says(element, `${place}/include/0`, 'antipsykotika');
    await press(element, 'Vis koderne under N05A');
    await until('that it is there', () => all(element, '.below .entry').length > 0);
    await press(element, 'Udelad: N05AN');
    expect(at(element, `${place}/exclude`)).to.deep.equal(['N05AN']);
    await press(element, 'Medtag: N05AN', '.below');
    expect(at(element, `${place}/exclude`)).to.equal(undefined);
    await press(element, 'Kun koden selv');
    expect(at(element, `${place}/exclude`)).to.include.members(['N05AD01', 'N05AH', 'N05AN']);
  });

  it('are drawn some at a time', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      code: `MCS${100 + index}`,
      text: { da: `nr. ${index}` },
      parent: 'MCS88042',
    }));
    const tables = [
      { system: 'NPU', codes: [{ code: 'MCS88042', text: { da: 'mmse' } }, ...many] },
    ];
    const element = await editor('/codes/mmse', { terminology: memoryTerminology(tables) });
    await press(element, 'Vis koderne under MCS88042');
    await until('that it is there', () => all(element, '.below .entry').length > 0);
    expect(all(element, '.below .entry')).to.have.length(50);
    await press(element, 'Vis 200 flere');
    expect(all(element, '.below .entry')).to.have.length(250);
  });

  it('are added where a code stands for itself alone', async () => {
    const tables: readonly CodeTable[] = [
      {
        system: 'NPU',
        codes: [
          { code: 'MCS88042', text: { da: 'mmse' } },
          { code: 'MCS1', text: { da: 'en' }, parent: 'MCS88042' },
          { code: 'MCS2', text: { da: 'to' }, parent: 'MCS1' },
        ],
      },
    ];
    const element = await editor('/codes/mmse', { terminology: memoryTerminology(tables) });
    await says(element, '/codes/mmse/include/0', 'mmse');
    await press(element, 'Vis koderne under MCS88042');
    await until('that it is there', () => all(element, '.below .entry').length > 0);
    await press(element, 'Tilføj alle 1 under koden');
    await until(
      'that it is there',
      () => (at(element, '/codes/mmse/include') as string[]).length === 3,
    );
    expect(at(element, '/codes/mmse/include')).to.deep.equal(['MCS88042', 'MCS1', 'MCS2']);
  });
});

describe('codes that may be missed', () => {
  const someone = (
    id: string,
    ...codes: readonly (readonly [string, string])[]
  ): PatientRecords => ({
    patient: { id, name: `Prøve ${id}`, birthDate: '1940-01-01', sex: 'female' },
    diagnoses: codes.map(([code, system]) => ({ code, system, from: '2020-01-01' })),
  });
  const patients = [
    ...Array.from({ length: 6 }, (_, at) => someone(`m${at}`, ['P70', 'ICPC-2'], ['DF039', 'SKS'])),
    ...Array.from({ length: 30 }, (_, at) => someone(`o${at}`, ['A04', 'ICPC-2'])),
  ];
  const profile = {
    ...demens,
    codes: { ...demens.codes, demensdiagnoseSks: { system: 'SKS', include: ['DG45'] } },
  };

  it('are proposed with how many here have them and why, and go into a set of their system', async () => {
    const element = await editor('/codes/demens', { terminology, patients, profile });
    await says(element, '/codes/demens/include/0', '6 patienter');
    find<HTMLDetailsElement>(element, '.missed').open = true;
    await until('that it is there', () => all(element, '.missed-codes li').length > 0);
    const first = all(element, '.missed-codes li')[0];
    expect(words(first)).to.include('DF039');
    expect(words(first)).to.include('6 i populationen · 6 i klinikken');
    expect(words(first)).to.include('100 % af populationen har den, 0 % af de andre');
    for (const { patient } of patients) expect(words(first)).not.to.include(patient.name);
    await press(element, 'Tilføj DF039');
    expect(at(element, '/codes/demensSks')).to.deep.equal({
      system: 'SKS',
      include: ['DF039'],
      names: { DF039: { da: 'demens uden kendt årsag', en: 'dementia without known cause' } },
    });
    // The focus goes on to what is proposed next.
    await until(
      'that it is there',
      () => rootOf(element).activeElement?.closest('.missed') !== null,
    );
    expect(element.draft.state.errors).to.deep.equal([]);
  });

  it('are proposed without a terminology from what the clinic has', async () => {
    const element = await editor('/codes/demens', { patients, profile });
    find<HTMLDetailsElement>(element, '.missed').open = true;
    await until('that it is there', () => all(element, '.missed-codes li').length > 0);
    expect(words(all(element, '.missed-codes li')[0])).to.include('DF039');
  });
});

describe('a code set', () => {
  it('loses a code by its button, and the focus goes on', async () => {
    const element = await editor(medicine, { terminology });
    await press(element, 'Fjern: N06DA03');
    expect(at(element, `${medicine}/include`)).to.deep.equal(['N06DA02', 'N06DA04', 'N06DX01']);
    expect(rootOf(element).activeElement?.getAttribute('aria-label')).to.equal('Fjern: N06DA04');
  });

  it('is shared from where it is written, opened, and written there again', async () => {
    const place = '/information/3/codes';
    const element = await editor('/information/3');
    await press(element, 'Gør til delt sæt');
    const name = find<HTMLInputElement>(element, '.share input');
    expect(rootOf(element).activeElement).to.equal(name);
    expect(name.value).to.equal('maniodepressiv');
    await press(element, 'Del', '.share');
    expect(at(element, place)).to.equal('maniodepressiv');
    expect(at(element, '/codes/maniodepressiv')).to.deep.equal(demens.information[3]!.codes);
    await press(element, 'Åbn sættet');
    expect(element.selected).to.equal('/codes/maniodepressiv');
    element.select('/information/3');
    await element.updateComplete;
    await press(element, 'Brug en egen kopi');
    expect(at(element, place)).to.deep.equal(demens.information[3]!.codes);
  });

  it('stands beside others, of which one is enough', async () => {
    const element = await editor('/information/3');
    const use = find<HTMLSelectElement>(element, '.more-sets select');
    use.value = 'demensdiagnoseSks';
    use.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(at(element, '/information/3/codes/1')).to.equal('demensdiagnoseSks');
    expect(words(find(element, '.code-field'))).to.include('Det er nok, at en kode står i ét');
    await press(element, 'Fjern sættet herfra');
    expect(at(element, '/information/3/codes')).to.equal('demensdiagnoseSks');
  });

  it('is begun where any code counts', async () => {
    const element = await editor('/information/12');
    expect(words(find(element, '.code-field'))).to.include('Alle koder');
    await press(element, 'Tilføj et sæt');
    await type(element, '7156', 'Tilføj 7156');
    await keys(element, 'Enter');
    expect(at(element, '/information/12/codes')).to.deep.equal({
      system: 'ydelse',
      include: ['7156'],
    });
  });

  it('has a page: another name everywhere, and the way to where it is used', async () => {
    const element = await editor('/codes/demens');
    await write(element, '.set-names input', 'glemsomhed');
    expect(at(element, '/population/include/any/0/diagnosis/codes')).to.equal('glemsomhed');
    expect(element.selected).to.equal('/codes/glemsomhed');
    await write(element, '.set-names input', 'mmse');
    expect(words(find(element, '.announce'))).to.equal('Navnet er brugt');
    expect(find<HTMLInputElement>(element, '.set-names input').value).to.equal('glemsomhed');
    await press(element, 'Population: inklusion', '.used');
    expect(element.selected).to.equal('/population/include/any/0');
  });

  it('tells what is wrong at each code, and the checks know the retired', async () => {
    const profile = {
      ...demens,
      codes: {
        ...demens.codes,
        mmse: { system: 'NPU', include: ['MCS88042', 'DNK35131', 'MCS88042', 'NPU,1'] },
      },
    };
    const element = await editor('/codes/mmse', { profile, terminology });
    const said = (index: number) =>
      words(find(element, `[data-pointer="/codes/mmse/include/${index}"]`));
    await says(element, '/codes/mmse/include/1', 'udgået');
    expect(said(2)).to.include('står to gange');
    expect(said(3)).to.include('ligner ingen kode i systemet');
    expect(all(element, '[data-pointer="/codes/mmse/include/3"] .fault')).to.have.length(1);
    await press(element, 'Erstat med DNK35302');
    expect(at(element, '/codes/mmse/include/1')).to.equal('DNK35302');
    element.undo();
    element.draft.edit([{ op: 'remove', path: '/codes/mmse/include/3' }], { da: 'x' });
    element.showPanel('checks');
    await until('that it is there', () =>
      all(element, '.panel .finding').some((each) => words(each).includes('DNK35131')),
    );
  });

  it('has names for its codes, for who has no terminology', async () => {
    const element = await editor(medicine);
    find<HTMLDetailsElement>(element, 'details.names').open = true;
    await until(
      'that it is there',
      () => all(element, `[data-pointer="${medicine}/names/N06DX01/da"]`).length > 0,
    );
    await write(element, `[data-pointer="${medicine}/names/N06DA02/da"]`, 'et navn');
    expect(at(element, `${medicine}/names/N06DA02/da`)).to.equal('et navn');
    await says(element, `${medicine}/include/0`, 'et navn');
  });

  it('with thousands of codes draws some of them', async () => {
    const include = Array.from({ length: 2000 }, (_, index) => `NPU${10_000 + index}`);
    const profile = { ...demens, codes: { ...demens.codes, mmse: { system: 'NPU', include } } };
    const element = await editor('/codes/mmse', { profile });
    expect(all(element, '.entries > li')).to.have.length(50);
    await press(element, 'Vis 200 flere');
    expect(all(element, '.entries > li')).to.have.length(250);
  });
});

describe('axe finds nothing', () => {
  for (const place of ['/codes/demens', '/population/include/any/0'])
    it(`at ${place}`, async () => {
      const element = await editor(place, { terminology });
      await press(element, 'Indsæt liste');
      await write(element, '.paste textarea', 'P70\nP7O\nDF03 x');
      await type(element, 'angst', 'angst');
      const { violations } = await axe.run(find(element, '.form'), {
        rules: { region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
    });
});
