/** What the list is used for: choosing patients, acting on them, and going through them in rounds. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  type ActionResult,
  type ClinicAdapter,
  type HostAction,
  type ListView,
  type OverblikPopulation,
  type PatientRecords,
  type PatientReference,
  type SelectionDetail,
} from '../../src/define.ts';
import { faultyAdapter, type RoundFaults } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  at,
  button,
  cell,
  check,
  clickOn,
  count,
  field,
  grid,
  head,
  name,
  names,
  openPanel,
  panel,
  placeList,
  press,
  rows,
  said,
  status,
  write,
} from './list.ts';
import { adapterWith, allInside, clinic, inside, textOf, until } from './stage.ts';

const size = { width: 1400, height: 900 };
const footer = (list: Element) =>
  inside(list, '.footer')?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const chosenRows = (list: Element) =>
  rows(list).flatMap((row, index) => (row.getAttribute('aria-selected') === 'true' ? [index] : []));
const mainBox = (list: Element) =>
  inside(grid(list), '.heads [role=checkbox]')?.getAttribute('aria-checked');

async function choose(list: Element, ...indexes: number[]): Promise<void> {
  for (const index of indexes) await clickOn(check(rows(list)[index]));
  await until('chosen', () => chosenRows(list).length >= indexes.length);
}

/** The name of each patient who matters, for finding them again after a refresh. */
const idOf = (wanted: string) =>
  clinic.patients.find(({ patient }) => patient.name === wanted)?.patient.id ?? '';

/** A clinic whose patients are others at the next load. */
function changing(options: Parameters<typeof faultyAdapter>[1] = {}) {
  let patients: readonly PatientRecords[] = clinic.patients;
  // It does not say how many they are: fewer than it said would be a load cut short.
  const { patients: _, ...description } = clinic.description;
  const adapter = faultyAdapter(
    {
      description,

      patients: async function* () {
        yield patients;
      },
    },
    options,
  );
  return {
    adapter,
    change: (by: (patients: readonly PatientRecords[]) => readonly PatientRecords[]) =>
      (patients = by(patients)),
  };
}

/** An action that answers when it is told to. */
function held(scope: HostAction['scope'] = 'many') {
  const calls: {
    readonly ids: readonly string[];
    readonly signal: AbortSignal;
    readonly answer: (results?: readonly ActionResult[]) => void;
    readonly fail: () => void;
  }[] = [];
  const action: HostAction = {
    id: 'queue',
    label: { da: 'Læg i kø', en: 'Add to queue' },
    scope,
    run: (patients: readonly PatientReference[], _, signal) =>
      new Promise((resolve, reject) => {
        const ids = patients.map(({ id }) => id);
        calls.push({
          ids,
          signal,
          answer: (results = ids.map((patientId) => ({ patientId, ok: true }))) => resolve(results),
          fail: () => reject(new Error('no')),
        });
      }),
  };
  return { action, calls };
}

const dialog = (list: Element) =>
  until('the dialog', () =>
    inside<HTMLDialogElement>(list, 'dialog[open]:not(:has(.part-loading))'),
  );
const wordsOf = (element: Element) => element.textContent.replaceAll(/\s+/g, ' ').trim();
/** The question that stands before something far-reaching. */
const question = (list: Element) =>
  until('the question', () => inside<HTMLDialogElement>(list, 'dialog.ask[open]'));
const answer = (list: Element, words: string) => button(list, words, 'dialog.ask').click();
const inDialog = (list: Element, words: string) => button(list, words, 'dialog');

describe('choosing patients', () => {
  it('by a click on the box, Shift for a range, Control for one more; the host is told', async () => {
    const list = await placeList({}, size);
    const told: (readonly string[])[] = [];
    list.addEventListener(
      'overblik-selection-changed',
      ({ detail }: CustomEvent<SelectionDetail>) => told.push(detail.patientIds),
    );
    await clickOn(check(rows(list)[1]));
    await until('one', () => footer(list).startsWith('1 valgt'));
    await clickOn(cell(list, rows(list)[4], 'Alder'), 'Shift');
    await until('four', () => footer(list).startsWith('4 valgt'));
    expect(chosenRows(list)).to.deep.equal([1, 2, 3, 4]);
    await clickOn(cell(list, rows(list)[6], 'Alder'), 'Control');
    await until('five', () => footer(list).startsWith('5 valgt'));
    expect(mainBox(list)).to.equal('mixed');
    expect(told.map((ids) => ids.length)).to.deep.equal([1, 4, 5]);
    expect(told.at(-1)).to.deep.equal(list.selectedIds);
    expect(list.patientId, 'nothing is opened by it').to.equal(undefined);
    await clickOn(button(list, 'Ryd valg'));
    await until('none', () => chosenRows(list).length === 0);
    expect(told.at(-1)).to.deep.equal([]);
  });

  inDepth('all that the filter leaves, by Control+A; none, with Shift', async () => {
    const list = await placeList({}, size);
    const all = count(list);
    await clickOn(inside(list, '.card.filter'));
    await until('fewer', () => count(list) < all);
    const few = count(list);
    list.focus();
    await press('ArrowDown');
    await press('Control+a');
    await until('all of them', () => list.selectedIds.length === few);
    expect(mainBox(list)).to.equal('true');
    await until('said', () => textOf(list).includes(`${few} valgt`));
    await press('Control+Shift+A');
    await until('none', () => list.selectedIds.length === 0);
  });

  it('by keys: Space, and Shift with arrows', async () => {
    const list = await placeList({}, size);
    list.focus();
    await press('ArrowDown');
    await sendKeys({ press: 'Space' });
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await until('three', () => list.selectedIds.length === 3);
    expect(chosenRows(list)).to.deep.equal([0, 1, 2]);
    await press('Shift+ArrowUp');
    await until('two', () => list.selectedIds.length === 2);
    expect(at(list)).to.equal('1,0');
  });

  it('is kept over sort and filter; what is hidden of it is told', async () => {
    const list = await placeList({}, size);
    await choose(list, 0, 1);
    const [first, second] = names(list);
    inside(list, 'input[type=search]')?.focus();
    await sendKeys({ type: second! });
    await until('one row', () => count(list) === 1);
    expect(footer(list)).to.contain('2 valgt');
    expect(footer(list)).to.contain('1 af dem vises ikke på listen lige nu');
    expect(list.selectedIds).to.include(idOf(first!));
  });
});

describe('rows that change or vanish while they are chosen', () => {
  it('stay chosen; who is gone is told, and left out of what is done', async () => {
    const { adapter, change } = changing();
    const { action, calls } = held();
    const list = await placeList({ adapter: { ...adapter, actions: [action] } }, size);
    await choose(list, 0, 1);
    const [first, second] = list.selectedIds;
    change((patients) =>
      patients
        .filter(({ patient }) => patient.id !== first)
        .map((records) =>
          records.patient.id === second
            ? { ...records, patient: { ...records.patient, name: 'Nyt Navn' } }
            : records,
        ),
    );
    await list.reload();
    await until('the new name', () => names(list).includes('Nyt Navn'));
    expect(list.selectedIds).to.deep.equal([first, second]);
    expect(footer(list)).to.contain('2 valgt');
    expect(footer(list)).to.contain('1 er ikke længere på listen');
    expect(chosenRows(list)).to.have.length(1);
    await clickOn(button(list, 'Læg i kø'));
    expect(wordsOf(await dialog(list)))
      .to.contain('1 patient?')
      .and.to.contain('Nyt Navn')
      .and.to.contain('1 er ikke længere på listen og er udeladt.');
    inDialog(list, 'Læg i kø').click();
    await until('the other', () => calls.length === 1);
    expect(calls[0]?.ids).to.deep.equal([second]);
    calls[0]?.answer();
  });

  inDepth('the focus stays with its patient when a refresh brings others above', async () => {
    const { adapter, change } = changing();
    const list = await placeList({ adapter }, size);
    list.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
      await press(key);
    const place = at(list);
    expect(place).to.equal('2,2');
    const [first, second, third] = names(list);
    change((patients) => patients.filter(({ patient }) => ![first, second].includes(patient.name)));
    await list.reload();
    await until('fewer', () => names(list)[0] === third);
    expect(at(list)).to.equal('0,2');
  });

  describe('loaded again', () => {
    const scroller = (list: Element) => inside(grid(list), '.scroller')!;
    /** A list whose first patient has been exempted, and has the focus. */
    async function exemptFirst() {
      const list = await placeList({ adapter: adapterWith({ rounds: [] }) }, size);
      await until('the round', () => list.round?.state.phase === 'ready');
      const [first = '', second = ''] = names(list);
      list.focus();
      await press('ArrowDown');
      expect(at(list)).to.equal('0,0');
      list.round!.setStatus([idOf(first)], 'exempt', { note: 'Aftalt' });
      await until('stored', () => list.round?.state.pending.count === 0);
      await until('exempt', () => status(list, rows(list)[0]) === 'Undtaget');
      expect(names(list)[0], 'no row moves meanwhile').to.equal(first);
      return { list, first, second };
    }

    inDepth('the gravest stand first in view, wherever the one with the focus is now', async () => {
      const { list, second } = await exemptFirst();
      await list.reload();
      await until('the gravest', () => names(list)[0] === second);
      expect(scroller(list).scrollTop).to.equal(0);
      await press('ArrowUp');
      expect(at(list), 'the focus is where its patient is').not.to.match(/^(-1|0),/);
    });

    inDepth('so do they by what another user exempted meanwhile', async () => {
      const adapter = adapterWith({ rounds: [] });
      const [one, other] = [await placeList({ adapter }, size), await placeList({ adapter }, size)];
      for (const each of [one, other])
        await until('the round', () => each.round?.state.phase === 'ready');
      const [first = '', second = ''] = names(one);
      other.round!.setStatus([idOf(first)], 'exempt', { note: 'Aftalt' });
      await until('stored', () => other.round?.state.pending.count === 0);
      await one.reload();
      await until('the gravest', () => names(one)[0] === second);
      expect(scroller(one).scrollTop).to.equal(0);
    });

    it('who has scrolled, or chosen somebody, stays there', async () => {
      const { list, first } = await exemptFirst();
      await clickOn(check(rows(list)[0]));
      await list.reload();
      await until('where the focus is', () => scroller(list).scrollTop > 0);
      expect(rows(list).some((row) => name(list, row) === first)).to.equal(true);
      const before = scroller(list).scrollTop;
      await clickOn(button(list, 'Ryd valg'));
      await list.reload();
      expect(scroller(list).scrollTop).to.equal(before);
    });
  });

  inDepth('is moved in the page with all it has: chosen, notes, a panel may be open', async () => {
    const list = await placeList({}, size);
    await choose(list, 0, 2);
    const noted = rows(list)[1];
    await clickOn(cell(list, noted, 'Status'));
    await until('open', () => panel(list));
    const note = field<HTMLTextAreaElement>(panel(list)!, 'Note');
    await write(note, 'Ring til datter');
    const chosen = list.selectedIds;
    const box = document.createElement('div');
    Object.assign(box.style, { width: '1500px', height: '800px' });
    document.body.prepend(box);
    box.append(list);
    await until('drawn', () => rows(list).length > 3);
    expect(list.selectedIds).to.deep.equal(chosen);
    expect(chosenRows(list)).to.deep.equal([0, 2]);
    list.focus();
    await press('End');
    await until('the note', () => said(list, rows(list)[1], 'Note') === 'Ring til datter');
  });
});

describe('an action', () => {
  it('is asked about, tells how far it is and what became of each, and retries who failed', async () => {
    const { action, calls } = held();
    const list = await placeList({ adapter: adapterWith({ actions: [action] }) }, size);
    list.focus();
    await press('Control+a');
    await until('all', () => list.selectedIds.length > 40);
    const all = list.selectedIds.length;
    await clickOn(button(list, 'Læg i kø'));
    const open = await dialog(list);
    expect(wordsOf(open)).to.contain(`Læg i kø: ${all} patienter?`);
    expect(calls, 'not before the word').to.have.length(0);
    await isAccessible(list);
    inDialog(list, 'Læg i kø').click();
    await until('the first', () => calls.length === 1);
    const refused = { da: 'Fritaget for Digital Post' };
    calls[0]?.answer(
      calls[0].ids.map((patientId, index) =>
        index < 2 ? { patientId, ok: false, message: refused } : { patientId, ok: true },
      ),
    );
    await until('the next', () => calls.length === 2);
    expect(wordsOf(open)).to.contain(`18 af ${all} lykkedes · 2 mislykkedes`);
    expect(open.querySelector('progress')?.value).to.equal(20);
    for (let next = 1; next * 20 < all; next++) {
      await until('the next', () => calls.length === next + 1);
      calls[next]?.answer();
    }
    await until('done', () => wordsOf(open).includes(`${all - 2} af ${all} lykkedes`));
    const lines = [...open.querySelectorAll('.results li')].map(wordsOf);
    expect(lines[0]).to.contain('mislykkedes: Fritaget for Digital Post');
    expect(lines[0]).to.contain(names(list)[0]);
    expect(lines[2]).to.contain('udført');
    await isAccessible(list);
    const made = calls.length;
    inDialog(list, 'Prøv de mislykkede igen').click();
    await until('again', () => calls.length === made + 1);
    expect(calls.at(-1)?.ids).to.deep.equal(list.selectedIds.slice(0, 2));
    calls.at(-1)?.answer();
    await until('all', () => wordsOf(open).includes(`${all} af ${all} lykkedes`));
    inDialog(list, 'Luk').click();
    await until('closed', () => !open.open);
    await until('the focus is back', () => list.shadowRoot?.activeElement);
    expect(list.selectedIds).to.have.length(all);
  });

  inDepth(
    'Escape stops it; a second one closes, and what was done stays within reach until it is closed',
    async () => {
      const { action, calls } = held();
      const list = await placeList({ adapter: adapterWith({ actions: [action] }) }, size);
      list.focus();
      await press('Control+a');
      await clickOn(button(list, 'Læg i kø'));
      const open = await dialog(list);
      const all = list.selectedIds.length;
      inDialog(list, 'Læg i kø').click();
      await until('running', () => calls.length === 1);
      calls[0]?.answer();
      await until('the second', () => calls.length === 2);
      await press('Escape');
      await press('Escape');
      await until('closed', () => !open.open);
      expect(calls[1]?.signal.aborted).to.equal(true);
      const ready = `Resultatet af “Læg i kø” er klar: 20 af ${all} lykkedes.`;
      await until('the notice', () => textOf(list).includes(ready));
      button(list, 'Vis', '.late').click();
      await dialog(list);
      expect(wordsOf(open)).to.contain('20 ukendt, tjek i journalen');
      expect(wordsOf(open)).to.contain(`20 af ${all} lykkedes`);
      expect(wordsOf(open)).to.contain(`${all - 40} er ikke sendt`);
      await press('Escape');
      await until('closed', () => !open.open);
      await until('the notice', () => textOf(list).includes(ready));
      button(list, 'Vis', '.late').click();
      await dialog(list);
      inDialog(list, 'Luk').click();
      await until('closed', () => !open.open);
      await until('seen', () => !textOf(list).includes(ready));
      expect(calls).to.have.length(2);
    },
  );

  it('who may have been done is done again only after a question; another run says so beforehand', async () => {
    const { action, calls } = held();
    const list = await placeList({ adapter: adapterWith({ actions: [action] }) }, size);
    await choose(list, 0, 1);
    await clickOn(button(list, 'Læg i kø'));
    const open = await dialog(list);
    inDialog(list, 'Læg i kø').click();
    await until('running', () => calls.length === 1);
    calls[0]?.fail();
    await until('in doubt', () => wordsOf(open).includes('2 ukendt, tjek i journalen'));
    expect(wordsOf(open)).not.to.contain('Prøv de mislykkede igen');
    inDialog(list, 'Prøv de ukendte igen …').click();
    const asked = await question(list);
    expect(wordsOf(asked)).to.contain('kan have gjort det allerede');
    expect(wordsOf(asked)).to.contain(names(list)[0]);
    await isAccessible(list);
    answer(list, 'Annullér');
    await until('answered', () => !inside(list, 'dialog.ask'));
    expect(calls).to.have.length(1);
    button(list, 'Luk', 'dialog.run').click();
    await until('closed', () => !open.open);
    await clickOn(button(list, 'Læg i kø'));
    await dialog(list);
    expect(wordsOf(open)).to.contain('For 2 af dem er det ukendt, om det allerede er gjort');
    inDialog(list, 'Læg i kø').click();
    await until('running', () => calls.length === 2);
    calls[1]?.fail();
    await until('in doubt', () => wordsOf(open).includes('2 ukendt, tjek i journalen'));
    inDialog(list, 'Prøv de ukendte igen …').click();
    await question(list);
    answer(list, 'Gør det igen');
    await until('again', () => calls.length === 3);
    calls[2]?.answer();
    await until('done', () => wordsOf(open).includes('2 af 2 lykkedes'));
  });

  inDepth('goes on through a refresh in the middle of it', async () => {
    const { adapter, change } = changing();
    const { action, calls } = held();
    const list = await placeList({ adapter: { ...adapter, actions: [action] } }, size);
    await choose(list, 0, 1);
    const [first] = names(list);
    await clickOn(button(list, 'Læg i kø'));
    const open = await dialog(list);
    inDialog(list, 'Læg i kø').click();
    await until('running', () => calls.length === 1);
    change((patients) => patients.filter(({ patient }) => patient.name !== first));
    await list.reload();
    await until('gone', () => !names(list).includes(first!));
    expect(open.open).to.equal(true);
    calls[0]?.answer();
    await until('done', () => wordsOf(open).includes('2 af 2 lykkedes'));
  });

  inDepth('of one patient is offered for one alone; opening the journal too', async () => {
    const { action } = held('one');
    const list = await placeList({ adapter: adapterWith({ actions: [action] }) }, size);
    await choose(list, 0);
    expect(footer(list)).to.contain('Læg i kø');
    expect(footer(list)).to.contain('Åbn journal');
    await choose(list, 1);
    await until('two', () => footer(list).includes('2 valgt'));
    expect(footer(list)).to.not.contain('Læg i kø');
    expect(footer(list)).to.not.contain('Åbn journal');
  });
});

describe('the round', () => {
  const withRounds = (roundFaults: RoundFaults = {}): ClinicAdapter => {
    const adapter = adapterWith({ roundFaults });
    return {
      ...adapter,
      describe: async (signal) => ({ ...(await adapter.describe(signal)), user: 'AB' }),
    };
  };
  const openStatus = async (list: OverblikPopulation, index: number) => {
    await clickOn(cell(list, rows(list)[index], 'Status'));
    return until('the status', () => panel(list));
  };

  it('a patient’s status and note, with who and when', async () => {
    const list = await placeList({ adapter: withRounds() }, size);
    const first = name(list, rows(list)[0]);
    const open = await openStatus(list, 0);
    expect(wordsOf(open)).to.contain(first);
    field(open, 'Til opfølgning').click();
    await until('set', () => status(list, rows(list)[0]) === 'Til opfølgning');
    await write(field(open, 'Note'), 'Ring til plejehjemmet');
    await until('who', () => wordsOf(open).includes('Sidst ændret af AB'));
    await until('counted', () => footer(list).includes('Til opfølgning 1'));
    await isAccessible(list);
    await press('Escape');
    list.focus();
    await press('End');
    await until('said', () =>
      said(list, rows(list)[0], 'Note').startsWith('Ring til plejehjemmet'),
    );
  });

  inDepth('by keys: Enter on the status opens it, and Escape comes back to it', async () => {
    const list = await placeList({ adapter: withRounds() }, size);
    list.focus();
    await press('ArrowDown');
    await press('ArrowRight');
    await press('Enter');
    const open = await until('open', () => panel(list));
    await until('in it', () => open.contains(list.shadowRoot?.activeElement ?? null));
    await press('ArrowRight');
    await until('set', () => status(list, rows(list)[0]) === 'Til opfølgning');
    await press('Escape');
    await until('back', () => at(list) === '0,1');
  });

  inDepth('several at once: reviewed, and exempt with a note that is asked for', async () => {
    const list = await placeList({ adapter: withRounds() }, size);
    await choose(list, 0, 1, 2);
    // The way back is never cut off, however many things can be done.
    expect(inside(list, '.chosen .button')?.textContent.trim()).to.equal('Ryd valg');
    await clickOn(button(list, 'Markér gennemgået'));
    await question(list);
    answer(list, 'Markér gennemgået');
    await until('three', () => footer(list).includes('Gennemgået 3'));
    expect(rows(list)[2]?.className).to.contain('done');
    await clickOn(button(list, 'Ryd valg'));
    const before = names(list);
    const third = before[3]!;
    await choose(list, 3, 4);
    const open = await openPanel(list, 'Undtag');
    button(list, 'Undtag', '.panel').click();
    await list.updateComplete;
    expect(panel(list), 'not without a reason').to.equal(open);
    await write(field(open, 'Begrundelse'), 'Følges på sygehus');
    button(list, 'Undtag', '.panel').click();
    await list.updateComplete;
    expect(panel(list), 'nor by words alone').to.equal(open);
    await clickOn(field(open, 'Allerede udført andetsteds'));
    button(list, 'Undtag', '.panel').click();
    await until('closed', () => !panel(list));
    await until('two', () => footer(list).includes('Undtaget 2'));
    await until('told', () => status(list, rows(list)[names(list).indexOf(third)]) === 'Undtaget');
    // The next click is aimed at a row that stands still.
    expect(names(list)).to.deep.equal(before);
    expect(list.round?.member(idOf(third))).to.include({
      ...{ status: 'exempt', note: 'Følges på sygehus', exemptReason: 'done-elsewhere' },
    });
    // What is exempted is no longer what is most urgent: sorted anew, it comes after the others.
    await clickOn(head(list, 'Navn').querySelector('.text'));
    await until('by name', () => names(list).join() !== before.join());
    list.view = { ...list.view!, sort: [] };
    // Nor are those who are reviewed: they stand last.
    await until('by priority', () => names(list)[0] === before[5]);
    for (const row of rows(list).slice(0, 10))
      expect(status(list, row)).to.equal('Ikke gennemgået');
  });

  it('several at once are asked about: who they are, and how many are hidden, gone or exempt', async () => {
    const { adapter, change } = changing();
    const list = await placeList({ adapter }, size);
    await choose(list, 0, 1, 2, 3);
    const [gone, exempt] = list.selectedIds;
    const shown = names(list);
    list.round?.setStatus([exempt!], 'exempt', { note: 'Følges på sygehus' });
    change((patients) => patients.filter(({ patient }) => patient.id !== gone));
    await list.reload();
    await until('one fewer', () => footer(list).includes('1 er ikke længere på listen'));
    list.view = { ...list.view!, query: shown[3]! };
    await until('one', () => count(list) === 1);
    await clickOn(button(list, 'Markér gennemgået'));
    expect(wordsOf(await question(list)))
      .to.contain('Markér gennemgået: 3 patienter?')
      .and.to.contain(shown.slice(1, 4).join(', '))
      .and.to.contain('2 af dem vises ikke på listen lige nu.')
      .and.to.contain('1 er ikke længere på listen og er udeladt.')
      .and.to.contain('1 af dem er undtaget: undtagelsen ophører.');
    await isAccessible(list);
    // Whoever presses twice has not answered.
    await press('Enter');
    await until('closed', () => !inside(list, 'dialog.ask'));
    expect(list.round?.member(exempt!).status).to.equal('exempt');
    await clickOn(button(list, 'Markér gennemgået'));
    await question(list);
    answer(list, 'Markér gennemgået');
    await until('marked', () => list.round?.member(exempt!).status === 'reviewed');
    expect(list.round?.member(gone!).status).to.equal('new');
    await clickOn(button(list, 'Fortryd'));
    await until('as before', () => list.round?.member(exempt!).status === 'exempt');
    expect(list.round?.member(exempt!).note).to.equal('Følges på sygehus');
    expect(list.selectedIds).to.have.length(4);
    expect(inside(list, '.late')?.textContent).to.contain('Fortrudt: 3 patienter: Gennemgået');
  });

  it('one in sight is marked at once, and can be taken back in the patient’s panel', async () => {
    const list = await placeList({ adapter: withRounds() }, size);
    await choose(list, 1);
    const [id] = list.selectedIds;
    await clickOn(button(list, 'Markér gennemgået'));
    await until('marked', () => list.round?.member(id!).status === 'reviewed');
    expect(inside(list, 'dialog.ask')).to.equal(null);
    const open = await openStatus(list, 1);
    await clickOn(
      [...open.querySelectorAll('button')].find((each) => wordsOf(each) === 'Fortryd: Gennemgået'),
    );
    await until('as before', () => list.round?.member(id!).status === 'new');
  });

  inDepth('an exemption ends after a word alone', async () => {
    const list = await placeList({ adapter: withRounds() }, size);
    await choose(list, 1);
    const [id] = list.selectedIds;
    const whose = name(list, rows(list)[1]);
    list.round?.setStatus([id!], 'exempt', { note: 'Følges på sygehus' });
    // Who is exempt asks for nothing, and stands further down.
    list.view = { ...list.view!, query: whose };
    await until('the patient alone', () => name(list, rows(list)[0]) === whose);
    const open = await openStatus(list, 0);
    field(open, 'Gennemgået').click();
    expect(wordsOf(await question(list)))
      .to.contain(`Ophæv undtagelsen for ${whose}?`)
      .and.to.contain('Følges på sygehus');
    answer(list, 'Annullér');
    await until('closed', () => !inside(list, 'dialog.ask'));
    expect(list.round?.member(id!).status).to.equal('exempt');
    expect(list.shadowRoot?.activeElement, 'the focus is in the list').to.equal(grid(list));
    field(await openStatus(list, 0), 'Gennemgået').click();
    await question(list);
    answer(list, 'Ophæv undtagelsen');
    await until('ended', () => list.round?.member(id!).status === 'reviewed');
  });

  it('what cannot be stored is pending in sight, and stored when it is tried again', async () => {
    const list = await placeList({ adapter: withRounds({ failSaves: 1 }) }, size);
    const open = await openStatus(list, 0);
    field(open, 'Gennemgået').click();
    const notice = await until('pending', () =>
      allInside(list, '.notice').find((each) => each.textContent.includes('ikke gemt endnu')),
    );
    expect(wordsOf(notice)).to.contain('1 ændring er ikke gemt endnu');
    expect(status(list, rows(list)[0])).to.equal('Gennemgået …');
    await press('Escape');
    await clickOn(notice.querySelector('button'));
    await until('stored', () => !textOf(list).includes('ikke gemt endnu'));
    expect(status(list, rows(list)[0])).to.equal('Gennemgået');
  });

  it('two users on one patient: both versions are shown, and nothing is lost', async () => {
    let done = false;
    const list = await placeList(
      {
        adapter: withRounds({
          meanwhile: (stored, ours) => {
            const mine = ours.members.find(({ by }) => by);
            if (done || !mine) return undefined;
            done = true;
            return {
              ...stored,
              members: [
                ...stored.members.filter(({ patientId }) => patientId !== mine.patientId),
                { patientId: mine.patientId, status: 'to-follow-up', note: 'Deres', by: 'CD' },
              ],
            };
          },
        }),
      },
      size,
    );
    const first = name(list, rows(list)[0]);
    list.round?.setStatus([idOf(first)], 'reviewed', { note: 'Min egen' });
    await until('told', () => textOf(list).includes('1 patient er ændret af en anden samtidig'));
    expect(status(list, rows(list)[0])).to.equal('Ændret af to');
    const open = await openPanel(list, 'Runde');
    const words = wordsOf(open);
    expect(words).to.contain(first);
    expect(words).to.contain('Gennemgået · Min egen');
    expect(words).to.contain('CD’s: Til opfølgning · Deres');
    await isAccessible(list);
    button(list, 'Behold begge noter', '.panel').click();
    await until('settled', () => !textOf(list).includes('ændret af en anden'));
    const { note } = list.round!.member(idOf(first));
    expect(note).to.contain('Min egen').and.to.contain('Deres');
  });

  inDepth(
    'is finished, begun again with what was written, and compared; each number opens its patients',
    async () => {
      const { adapter, change } = changing();
      const list = await placeList({ adapter }, size);
      const all = count(list);
      const [first, second, third] = names(list);
      list.round?.setStatus([idOf(first!)], 'reviewed');
      list.round?.setStatus([idOf(second!)], 'to-follow-up', { note: 'Ny blodprøve' });
      await openPanel(list, 'Runde');
      button(list, 'Afslut runde', '.panel').click();
      expect(wordsOf(await question(list)))
        .to.contain(`${all - 2} af ${all} er ikke gennemgået`)
        .and.to.contain('Til opfølgning: 1 · Undtaget: 0');
      answer(list, 'Annullér');
      await until('closed', () => !inside(list, 'dialog.ask'));
      expect(list.round?.state.current, 'not finished').to.not.equal(undefined);
      await openPanel(list, 'Runde');
      button(list, 'Afslut runde', '.panel').click();
      await question(list);
      answer(list, 'Afslut runde');
      await until('finished', () => list.round?.state.current === undefined);
      await clickOn(button(list, 'Fortryd'));
      await until('open again', () => list.round?.state.current);
      expect(status(list, rows(list)[0])).to.equal('Gennemgået');
      await openPanel(list, 'Runde');
      button(list, 'Afslut runde', '.panel').click();
      await question(list);
      answer(list, 'Afslut runde');
      await until('finished', () => list.round?.state.current === undefined);
      await openPanel(list, 'Runde');
      await until('the next', () => textOf(list).includes('Begynd ny runde'));
      button(list, 'Begynd ny runde', '.panel').click();
      await until('begun', () => textOf(list).includes('Afslut runde'));
      await until('that it is said', () =>
        inside(list, '.frame > [role=status]')?.textContent.includes('Ny runde er begyndt'),
      );
      await press('Escape');
      // Who is to be followed up still is; the others are to be gone through anew.
      await until('anew', () => status(list, rows(list)[0]) === 'Ikke gennemgået');
      expect(status(list, rows(list)[1])).to.equal('Til opfølgning');
      change((patients) => patients.filter(({ patient }) => patient.name !== third));
      await list.reload();
      await until('one fewer', () => count(list) === all - 1);
      const open = await openPanel(list, 'Runde');
      const numberOf = (title: string) =>
        [...open.querySelectorAll('.lines li')].find((each) =>
          each.firstElementChild?.textContent.includes(title),
        )?.lastElementChild as HTMLButtonElement;
      expect(numberOf('Kommet til').ariaDisabled, 'nobody came').to.equal('true');
      expect(numberOf('Udgået').textContent.trim()).to.equal('1');
      expect(textOf(list)).to.contain('Ikke gennemgået i runden ');
      expect(numberOf('Ikke gennemgået').textContent.trim()).to.equal(String(all - 2));
      numberOf('Ikke gennemgået').click();
      await until('they alone', () => count(list) === all - 3);
      await until('who is gone is said', () => textOf(list).includes('1 er ikke på listen'));
      const only = await until('a pill', () =>
        allInside(list, '.pill').find((each) => each.textContent.includes('Ikke gennemgået')),
      );
      only.click();
      await until('all', () => count(list) === all - 1);
    },
  );

  inDepth('of one store is the same in two lists', async () => {
    const adapter = withRounds();
    const one = await placeList({ adapter }, { width: 1400, height: 600 });
    const view = { profileId: 'dk.demens', done: 'in-order' } as unknown as ListView;
    const other = await placeList({ adapter, view }, { width: 1400, height: 600 });
    one.round?.setStatus([idOf(names(one)[0]!)], 'reviewed', { note: 'Fra den ene' });
    await until('stored', () => one.round?.state.pending.count === 0);
    await other.reload();
    await until('seen', () => status(other, rows(other)[0]) === 'Gennemgået');
    const second = names(other)[1]!;
    other.round?.setStatus([idOf(second)], 'to-follow-up', { note: 'Fra den anden' });
    await until('stored', () => other.round?.state.pending.count === 0);
    one.round?.setNote(idOf(names(one)[2]!), 'Endnu en');
    await until('merged', () => one.round?.state.pending.count === 0);
    await until(
      'both',
      () => status(one, rows(one)[names(one).indexOf(second)]) === 'Til opfølgning',
    );
    expect(one.round?.state.conflicts).to.have.length(0);
  });

  inDepth('is not spoken of where the clinic keeps none', async () => {
    const { rounds: _, ...adapter } = adapterWith();
    const list = await placeList({ adapter }, size);
    expect(textOf(list)).to.not.contain('Runde');
    expect(footer(list), 'the line stands there before anybody is chosen').to.equal('0 valgt');
    await choose(list, 0);
    expect(footer(list)).to.not.contain('Undtag');
  });
});
