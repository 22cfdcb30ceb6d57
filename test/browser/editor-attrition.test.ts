/** How many each rule finds, in the editor: numbers beside the tree, the patients behind them, and what is said. */
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/editor.ts';
import type { OverblikProfileEditor } from '../../src/editor.ts';
import type { ClinicAdapter } from '../../src/index.ts';
import { memoryAdapter } from '../../src/adapter/memory.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { recordTypes, type PatientRecords } from '../../src/engine.ts';
import { waitUntil } from './patience.ts';

const asOf = '2026-11-24';
const coverage = Object.fromEntries(recordTypes.map((type) => [type, { available: true }]));
const someone = (id: string, more: Partial<PatientRecords> = {}): PatientRecords => ({
  patient: { id, name: `Prøve ${id}`, birthDate: '1950-01-01', sex: 'female', cpr: '010150-4000' },
  ...more,
});
const diagnosed = { diagnoses: [{ code: 'P70', from: '2020-01-01' }] };
const treated = { medications: [{ code: 'N06DA02', from: '2024-01-01' }] };
const patients = [
  someone('a', diagnosed),
  someone('b', treated),
  someone('c', { ...diagnosed, ...treated }),
  someone('d'),
  someone('e', { coverage: { diagnosis: { available: false } } }),
];
const clinic = { description: { name: 'Klinik', coverage, patients: patients.length }, patients };

const any = '/population/include/any';

async function editor(
  adapter: ClinicAdapter | null = memoryAdapter(clinic),
  profile: unknown = demens,
): Promise<OverblikProfileEditor> {
  return fixture(
    html`<overblik-profile-editor
      lang="da"
      as-of=${asOf}
      .adapter=${adapter ?? undefined}
      .profile=${profile}
      style="--overblik-height: 700px"
    ></overblik-profile-editor>`,
  );
}

const rootOf = (element: OverblikProfileEditor) => element.shadowRoot!;
const rowAt = (element: OverblikProfileEditor, place: string) =>
  rootOf(element).querySelector<HTMLElement>(`[role=treeitem][data-pointer="${place}"]`);
/** What the cells of a row say: alone, left, only it, undecided. */
const numbersAt = (element: OverblikProfileEditor, place: string) =>
  ['alone', 'left', 'only', 'undecided'].map((cell) =>
    [
      ...(rowAt(element, place)
        ?.querySelector(`.cell.${cell}`)
        ?.querySelectorAll('.number, .none, .lacking') ?? []),
    ]
      .map((each) => each.textContent.trim())
      .join(' '),
  );
const textOf = (element: OverblikProfileEditor, selector: string) =>
  rootOf(element).querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const isCounted = (element: OverblikProfileEditor) =>
  waitUntil(
    () => rowAt(element, any + '/0')?.querySelector('.numbers:not(.stale)'),
    'the rules have numbers',
  );
const click = async (element: OverblikProfileEditor, selector: string) => {
  const found = rootOf(element).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing is ${selector}.`);
  found.click();
  await element.updateComplete;
};

describe('the numbers of a rule', () => {
  it('stand beside it in the tree, and are said', async () => {
    const element = await editor();
    await isCounted(element);
    expect(numbersAt(element, `${any}/0`)).to.deep.equal(['2', '2', '+1 ?1', '1']);
    expect(numbersAt(element, `${any}/1`)).to.deep.equal(['2', '3', '+1', '0']);
    expect(numbersAt(element, '/population')).to.deep.equal(['', '3', '', '1']);
    expect(rowAt(element, `${any}/1`)?.querySelector('.name')?.textContent).to.contain(
      'Alene 2 af 5, 3 tilbage, kun den tager 1 med',
    );
  });

  it('change with the document, and the population is said', async () => {
    const element = await editor();
    await isCounted(element);
    const said = () => textOf(element, '.announce');
    // The first numbers are no change: they are not said.
    await waitUntil(() => element.clinic.state.phase === 'ready');
    await aTimeout(0);
    element.draft.edit([{ op: 'remove', path: `${any}/0` }], { da: 'Fjern', en: 'Remove' });
    await waitUntil(() => numbersAt(element, `${any}/0`).join() === '2,2,−3,0', 'one rule is left');
    element.draft.undo();
    await waitUntil(() => numbersAt(element, `${any}/1`).join() === '2,3,+1,0', 'both are back');
    element.draft.edit([{ op: 'remove', path: `${any}/1` }], { da: 'Fjern', en: 'Remove' });
    await waitUntil(
      () => said() === 'Populationen: 2 af 5, 1 kan ikke afgøres',
      'the population is said',
    );
  });

  it('are without a rule that is switched off, and the document is as it was', async () => {
    const element = await editor();
    await isCounted(element);
    const { document } = element.draft.state;
    await click(element, `[data-pointer="${any}/0"] .takesPart input`);
    await waitUntil(
      () => numbersAt(element, '/population').join() === ',2,,0',
      'it counts no more',
    );
    expect(numbersAt(element, `${any}/0`)).to.deep.equal(['2', '–', '+1 ?1', '1']);
    expect(element.draft.state.document).to.equal(document);
    element.select(`${any}/0`);
    await element.updateComplete;
    expect(textOf(element, '.attrition')).to.contain('1 regel er slået fra');
    await click(element, '.attrition .switches .button');
    await waitUntil(() => numbersAt(element, '/population').join() === ',3,,1', 'it counts again');
  });

  it('have their heads below the tools, and neither covers the row that one is at', async () => {
    const element = await editor();
    await isCounted(element);
    const root = rootOf(element);
    element.select('/about', { focus: true });
    await element.updateComplete;
    element.select('/information/0', { focus: true });
    await element.updateComplete;
    const [tools, head] = ['.tree-tools', '.tree-head'].map((each) =>
      root.querySelector(each)!.getBoundingClientRect(),
    );
    expect(root.querySelector('.outline')!.scrollTop).to.be.greaterThan(0);
    expect(head!.top).to.be.at.least(tools!.bottom - 1);
    const row = rowAt(element, '/information/0')!.getBoundingClientRect();
    expect(row.top).to.be.at.least(head!.bottom - 1);
  });

  it('do not run into one another, however long', async () => {
    const element = await editor();
    element.style.setProperty('inline-size', '1366px');
    await isCounted(element);
    const row = rowAt(element, `${any}/0`)!;
    const [left, ...changes] = [
      ...row.querySelectorAll<HTMLElement>('.cell.left .number, .cell.only .number'),
    ];
    for (const each of changes) each.textContent = '−98.765';
    expect(left!.getBoundingClientRect().right).to.be.at.most(
      Math.min(...changes.map((each) => each.getBoundingClientRect().left)),
    );
  });

  it('say over the tree that a rule is switched off, wherever one is', async () => {
    const element = await editor();
    await isCounted(element);
    await click(element, `[data-pointer="${any}/0"] .takesPart input`);
    element.select('/about');
    await element.updateComplete;
    expect(textOf(element, '.tree-head')).to.contain('1 regel er slået fra');
    await click(element, '.tree-head .button');
    await waitUntil(() => numbersAt(element, '/population').join() === ',3,,1', 'it counts again');
    expect(textOf(element, '.tree-head')).not.to.contain('slået fra');
  });

  it('are with every rule in another profile, whatever was switched off in the one before', async () => {
    const element = await editor();
    await isCounted(element);
    await click(element, `[data-pointer="${any}/0"] .takesPart input`);
    await waitUntil(() => numbersAt(element, '/population').join() === ',2,,0', 'it is off');
    element.profile = { ...demens, id: 'dk.andet', title: { da: 'Andet' } };
    await waitUntil(() => numbersAt(element, '/population').join() === ',3,,1', 'all count');
  });

  it('say why the inclusion finds more than it leaves: who may be dead is undecided in the population', async () => {
    const gone = someone('f', diagnosed);
    const element = await editor(
      memoryAdapter({
        ...clinic,
        patients: [...patients, { ...gone, patient: { ...gone.patient, deceased: 'ukendt' } }],
      }),
    );
    await isCounted(element);
    element.select('/population/include');
    await element.updateComplete;
    expect(numbersAt(element, '/population/include').slice(0, 2)).to.deep.equal(['4', '3']);
    expect(textOf(element, '.attrition .living')).to.contain('kun levende patienter');
    element.select(`${any}/0`);
    await element.updateComplete;
    expect(rootOf(element).querySelector('.attrition .living')).to.equal(null);
  });

  it('are lacking of what is not written to its end, and never 0', async () => {
    const element = await editor();
    await isCounted(element);
    element.draft.edit([{ op: 'replace', path: `${any}/1`, value: {} }], { da: 'Ret', en: 'Edit' });
    await waitUntil(() => numbersAt(element, `${any}/1`)[0] === '–', 'it has no number');
    expect(numbersAt(element, `${any}/0`)).to.deep.equal(['2', '2', '–', '1']);
    expect(numbersAt(element, `${any}/1`)).to.deep.equal(['–', '–', '–', '–']);
    expect(numbersAt(element, '/population')).to.deep.equal(['', '–', '', '–']);
    expect(rowAt(element, `${any}/1`)?.querySelector('.name')?.textContent).to.contain('Ingen tal');
  });

  it('are all in the form of the rule, in reach of keys', async () => {
    const element = await editor();
    await isCounted(element);
    element.select(`${any}/0`);
    await element.updateComplete;
    const buttons = [...rootOf(element).querySelectorAll<HTMLElement>('.attrition .number')];
    expect(buttons.map((each) => each.textContent.trim()).join(' ')).to.equal(
      '2 1 2 2 1 2 +1 0 ?1',
    );
    expect(buttons.every(({ tabIndex }) => tabIndex === 0)).to.equal(true);
    // In the tree one tab stop is enough.
    expect(rootOf(element).querySelectorAll('[role=tree] [tabindex="0"]')).to.have.length(1);
  });
});

describe('the patients behind a number', () => {
  it('are shown beside it, each with why, and their journals open', async () => {
    const opened: string[] = [];
    const adapter = { ...memoryAdapter(clinic, { openJournal: ({ id }) => void opened.push(id) }) };
    const element = await editor(adapter);
    await isCounted(element);
    await click(element, `[data-pointer="${any}/1"] .cell.alone .number`);
    const names = () =>
      [...rootOf(element).querySelectorAll('.patients .who')].map((each) => each.textContent);
    expect(names()).to.deep.equal(['Prøve b', 'Prøve c']);
    await click(element, '.patients .patient [aria-expanded]');
    expect(textOf(element, '.patients .why')).to.contain('N06DA02');
    await click(element, '.patients .patient button');
    await waitUntil(() => opened.length > 0, 'the journal opens');
    expect(opened).to.deep.equal(['b']);
    const parts = [...rootOf(element).querySelectorAll<HTMLElement>('.patients .pills label')];
    expect(parts.map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim())).to.deep.equal([
      'Ja 2',
      'Kan ikke afgøres 0',
      'Nej 3',
    ]);
    parts[2]!.querySelector('input')!.click();
    await element.updateComplete;
    expect(names()).to.deep.equal(['Prøve a', 'Prøve d', 'Prøve e']);
  });

  it('take the focus, and give it back to the number that opened them', async () => {
    const element = await editor();
    await isCounted(element);
    element.select(`${any}/0`);
    await element.updateComplete;
    const active = () => rootOf(element).activeElement;
    const [number] = rootOf(element).querySelectorAll<HTMLElement>('.attrition .number');
    number!.focus();
    number!.click();
    await element.updateComplete;
    expect(active()?.className).to.equal('rule');
    const close = rootOf(element).querySelector<HTMLElement>('.panel-head button')!;
    close.focus();
    close.click();
    await element.updateComplete;
    expect(active()).to.equal(number);
  });

  it('tell what is missing where they cannot be decided', async () => {
    const element = await editor();
    await isCounted(element);
    await click(element, `[data-pointer="${any}/0"] .cell.undecided .number`);
    await waitUntil(
      () => textOf(element, '.patients .reasons').includes('1 patient: Data om diagnoser mangler'),
      'the reason is counted',
    );
  });

  it('follow their rule when it is moved, and are gone with it', async () => {
    const element = await editor();
    await isCounted(element);
    await click(element, `[data-pointer="${any}/1"] .cell.only .number`);
    expect(textOf(element, '.patients .rule')).to.contain('N06DA02');
    element.draft.edit([{ op: 'move', from: `${any}/1`, path: `${any}/0` }], {
      da: 'Flyt',
      en: 'Move',
    });
    await waitUntil(() => numbersAt(element, `${any}/0`).join() === '2,2,+1,0', 'it has moved');
    await element.updateComplete;
    expect(textOf(element, '.patients .rule')).to.contain('N06DA02');
    expect(textOf(element, '.patients .who')).to.equal('Prøve b');
  });
});

describe('without a clinic', () => {
  it('says so, and shows no number', async () => {
    const element = await editor(null);
    expect(textOf(element, '.head .clinic')).to.contain('Ingen klinik er forbundet');
    expect(rootOf(element).querySelector('.numbers')).to.equal(null);
  });

  it('says what failed, and counts when it is tried again', async () => {
    const element = await editor(faultyAdapter(clinic, { failAt: 'records', failTimes: 1 }));
    await waitUntil(() => textOf(element, '.head .notice') !== '', 'the failure is told');
    expect(textOf(element, '.head .notice')).to.contain('Patienterne kunne ikke hentes');
    expect(rootOf(element).querySelector('.numbers')).to.equal(null);
    await click(element, '.head .notice .button');
    await isCounted(element);
    expect(numbersAt(element, '/population')[1]).to.equal('3');
  });

  it('says that the numbers are incomplete where some patients did not come', async () => {
    const element = await editor(faultyAdapter(clinic, { cutAfter: 3 }));
    await isCounted(element);
    expect(textOf(element, '.head .notice')).to.contain('Tallene er ufuldstændige');
  });
});
