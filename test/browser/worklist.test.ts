/** Patient by patient through a list: who comes next, what is saved, and what is said. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PatientPlace, StepDetail } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth } from './in-depth.ts';
import { button, clickOn, name, names, press, rows } from './list.ts';
import { allInside, demens, inside, place, textOf, until } from './stage.ts';
import {
  adapterOf,
  alertInFoot,
  cockpitOf,
  deepFocus,
  inFoot,
  noteField,
  openDesk,
  openRow,
  placeShown,
  saidInFoot,
  shownName,
  shows,
  statusOf,
  type Desk,
} from './worklist.ts';

const pill = (desk: Desk, words: string) =>
  allInside(cockpitOf(desk)!, '.pills label').find(({ textContent }) =>
    textContent.includes(words),
  );

describe('the head of the cockpit', () => {
  it('says who it is, and how grave in words, over all profiles', async () => {
    const desk = await openDesk({
      ...{ page: 'list', profiles: [demens, { ...demens, id: 'dk.anden' }] },
    });
    await openRow(desk, 0);
    const cockpit = cockpitOf(desk)!;
    const head = inside(cockpit, '.identity')!;
    expect(head.innerText.replaceAll(/\s+/g, ' ')).to.match(
      /^Anavn1 Prøve, 84 år kvinde · 010142-1000 2 alvorlige/,
    );
    expect(inside(cockpit, '.identity .cpr button')!.getAttribute('aria-label')).to.equal(
      '010142-1000, Åbn journal for Anavn1 Prøve',
    );
    expect(inside(cockpit, '.severity')!.getAttribute('aria-label')).to.equal(
      'Markører i alle profiler',
    );
  });
});

describe('next and previous', () => {
  it('go through the rows as they are shown, mark them, and say who comes', async () => {
    const desk = await openDesk();
    await openRow(desk, 1);
    expect(placeShown(desk)).to.equal('2/5');
    expect(inside(cockpitOf(desk)!, '.foot .place')!.textContent).to.contain(
      'Patient 2 af 5 på listen',
    );
    await clickOn(inFoot(desk, 'Næste patient'));
    await shows(desk, 'Cnavn');
    expect(placeShown(desk)).to.equal('3/5');
    expect(rows(desk.list)[2]!.classList.contains('current')).to.equal(true);
    expect(saidInFoot(desk)).to.equal(
      'Cnavn3 Prøve, 84 år. 1 alvorlig, 1 info. Patient 3 af 5 på listen',
    );
    await clickOn(inFoot(desk, 'Forrige patient'));
    await shows(desk, 'Bnavn');

    // In the list's own order.
    desk.list.view = { ...desk.list.view!, sort: [{ columnId: 'name', descending: true }] };
    await until('sorted', () => name(desk.list, rows(desk.list)[0]).startsWith('E'));
    await until('its place', () => placeShown(desk) === '4/5');
    await clickOn(inFoot(desk, 'Næste patient'));
    await shows(desk, 'Anavn');
  });

  inDepth('end with the list, which is said; the focus stays on the button', async () => {
    const desk = await openDesk();
    await openRow(desk, 3);
    const next = inFoot(desk, 'Næste patient');
    await clickOn(next);
    await shows(desk, 'Enavn');
    expect(textOf(cockpitOf(desk)!)).to.contain('Sidste på listen');
    expect(saidInFoot(desk)).to.equal(
      'Enavn5 Prøve, 84 år. 1 alvorlig, 1 info. Patient 5 af 5 på listen. Sidste på listen',
    );
    expect(next.getAttribute('aria-disabled')).to.equal('true');
    await clickOn(next);
    expect(saidInFoot(desk)).to.equal('Sidste på listen');
    expect(shownName(desk)).to.contain('Enavn');
    expect(deepFocus()).to.equal(next);
    inFoot(desk, 'Markér gennemgået').click();
    await until('reviewed', () => statusOf(desk, 'p5') === 'reviewed');
    await until('said', () => saidInFoot(desk) === 'Gennemgået. Gemt. Sidste på listen');
    expect(inFoot(desk, 'Gem')).to.not.equal(undefined);
  });

  it('reveal the row in a long list, whichever way it is gone', async () => {
    const desk = await openDesk({ adapter: adapterOf(200) });
    await openRow(desk, 2);
    const isInView = () => {
      const current = rows(desk.list).find((row) => row.classList.contains('current'));
      const { top = 0, bottom = 0 } = current?.getBoundingClientRect() ?? {};
      const foot = inside(desk.list, '.footer')!.getBoundingClientRect().top;
      const head = inside(inside(desk.list, 'overblik-grid')!, '.head')!.getBoundingClientRect();
      return top >= head.bottom - 1 && bottom <= foot + 1;
    };
    for (let times = 0; times < 30; times++) {
      const before = desk.workspace.patientId;
      inFoot(desk, 'Næste patient').click();
      await until('the next', () => desk.workspace.patientId !== before && noteField(desk));
    }
    await until('in view', isInView);
    expect(placeShown(desk)).to.equal('33/200');
  });
});

describe('save and next', () => {
  it('says what it does: who was not reviewed is, who is to be followed up stays so', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    await clickOn(inFoot(desk, 'Gennemgået og næste'));
    await shows(desk, 'Bnavn');
    expect(statusOf(desk, 'p1')).to.equal('reviewed');
    expect(statusOf(desk, 'p2')).to.equal('new');
    await clickOn(pill(desk, 'Til opfølgning'));
    const note = noteField(desk)!;
    note.focus();
    await sendKeys({ type: 'Ring til datter' });
    await clickOn(inFoot(desk, 'Gem og næste'));
    await shows(desk, 'Cnavn');
    expect(desk.list.round!.member('p2')).to.include({
      status: 'to-follow-up',
      note: 'Ring til datter',
    });
    expect(noteField(desk)!.value).to.equal('');
    expect(statusOf(desk, 'p3')).to.equal('new');
  });

  it('is done once by a double click: the second half meets a patient whom nobody has seen', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    const save = inFoot(desk, 'Gennemgået og næste');
    save.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await shows(desk, 'Bnavn');
    save.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shownName(desk)).to.contain('Bnavn');
    expect(statusOf(desk, 'p2')).to.equal('new');
  });

  it('sets nothing for a patient who is not there yet', async () => {
    const adapter = adapterOf(5);
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const slow = {
      ...adapter,
      patient: async (...args: Parameters<typeof adapter.patient>) => {
        if (args[0] === 'p2') await late;
        return adapter.patient(...args);
      },
    };
    const desk = await openDesk({ adapter: slow });
    await openRow(desk, 0);
    const save = inFoot(desk, 'Gennemgået og næste');
    save.focus();
    await sendKeys({ press: 'Enter' });
    await until('on the way', () => !noteField(desk));
    // The button stands where it stood, and keeps the focus.
    expect(deepFocus()).to.equal(save);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'r' });
    answer();
    await shows(desk, 'Bnavn');
    expect(desk.workspace.patientId).to.equal('p2');
    expect(statusOf(desk, 'p2')).to.equal('new');
    expect(deepFocus()).to.equal(save);
  });
});

describe('a row that goes or moves by a new status', () => {
  it('leaves its place behind in a filter: next is who stood after it, and before who stood before', async () => {
    const desk = await openDesk();
    desk.list.view = { ...desk.list.view!, filters: [{ columnId: 'status', any: ['new'] }] };
    await openRow(desk, 2);
    await press('r');
    await until('gone', () => names(desk.list).length === 4);
    expect(placeShown(desk)).to.equal('–/4');
    expect(inside(cockpitOf(desk)!, '.foot .place')!.textContent).to.contain(
      'Ikke blandt de 4 på listen, som den vises nu',
    );
    inFoot(desk, 'Forrige patient').click();
    await shows(desk, 'Bnavn');
    expect(placeShown(desk)).to.equal('2/4');
    inFoot(desk, 'Gennemgået og næste').click();
    await shows(desk, 'Dnavn');
    expect(placeShown(desk)).to.equal('2/3');
    inFoot(desk, 'Gennemgået og næste').click();
    await shows(desk, 'Enavn');
    inFoot(desk, 'Markér gennemgået').click();
    await until('gone', () => placeShown(desk) === '–/1');
    expect(inFoot(desk, 'Næste patient').getAttribute('aria-disabled')).to.equal('true');
    inFoot(desk, 'Forrige patient').click();
    await shows(desk, 'Anavn');
  });

  inDepth(
    'sinks: next is who stood after it, and the list’s order counts for the place',
    async () => {
      const desk = await openDesk();
      await openRow(desk, 1);
      const first = names(desk.list);
      await press('r');
      await until('reviewed', () => statusOf(desk, desk.workspace.patientId!) === 'reviewed');
      button(desk.list, 'Flyt 1 færdig nederst').click();
      await until('it moved', () => placeShown(desk) === '5/5');
      inFoot(desk, 'Næste patient').click();
      await shows(desk, first[2]!);
      expect(placeShown(desk)).to.equal('2/5');
    },
  );
});

describe('what is written', () => {
  it('is stored for the patient it was begun for, whatever takes the patient away', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    noteField(desk)!.focus();
    await sendKeys({ type: 'halv' });
    inFoot(desk, 'Næste patient').click();
    await shows(desk, 'Bnavn');
    expect(desk.list.round!.member('p1')).to.include({ note: 'halv', status: 'new' });
    expect(noteField(desk)!.value).to.equal('');
    expect(desk.list.round!.member('p2').note).to.equal(undefined);
    // The field that was written in is gone: the focus is in the cockpit, not on the page.
    expect(deepFocus()).to.not.equal(document.body);
  });

  it('and cannot be stored, holds the patient once; who is left all the same is told of until it is stored', async () => {
    const store = faultyRounds([]);
    let fails = true;
    const rounds = {
      list: (...args: Parameters<typeof store.list>) => store.list(...args),
      save: (...args: Parameters<typeof store.save>) =>
        fails ? Promise.reject(new Error('away')) : store.save(...args),
    };
    const desk = await openDesk({ adapter: adapterOf(5, rounds) });
    await openRow(desk, 0);
    await press('r');
    await until('it failed', () => textOf(cockpitOf(desk)!).includes('Gem nu'));
    await press('j');
    expect(shownName(desk)).to.contain('Anavn');
    expect(alertInFoot(desk)).to.contain('Ikke gemt endnu: Anavn1 Prøve.');
    await clickOn(inFoot(desk, 'Gå videre alligevel'));
    await shows(desk, 'Bnavn');
    expect(alertInFoot(desk)).to.contain('Ikke gemt endnu: Anavn1 Prøve.');
    // Who fails only after having been left is told of as well.
    inFoot(desk, 'Gennemgået og næste').click();
    await shows(desk, 'Cnavn');
    await until('both', () => alertInFoot(desk).includes('Anavn1 Prøve, Bnavn2 Prøve'));
    fails = false;
    await clickOn(inFoot(desk, 'Gem nu'));
    await until('stored', () => alertInFoot(desk) === '');
    const [round] = await store.list('dk.demens', new AbortController().signal);
    expect(round!.members.filter(({ status }) => status === 'reviewed')).to.have.length(2);
  });
});

describe('the place in the cockpit', () => {
  it('is kept: the section that was looked at stays under the head', async () => {
    const desk = await openDesk({}, { width: 1366, height: 520 });
    await openRow(desk, 0);
    const side = inside(desk.workspace, '.side')!;
    const section = () => allInside(cockpitOf(desk)!, 'section.part[data-type=diagnosis]')[0]!;
    const head = () => inside(cockpitOf(desk)!, '.identity')!.getBoundingClientRect().bottom;
    side.scrollTop += section().getBoundingClientRect().top - head() + 10;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const before = section().getBoundingClientRect().top;
    expect(before).to.be.below(head());
    inFoot(desk, 'Næste patient').click();
    await shows(desk, 'Bnavn');
    await until('there', () => Math.abs(section().getBoundingClientRect().top - before) < 2);
    expect(inside(cockpitOf(desk)!, '.frame')!.style.minBlockSize).to.equal('');
  });
});

describe('a cockpit that covers the list', () => {
  it('takes the focus along, and gives it back to the row of who is shown', async () => {
    const desk = await openDesk({}, { width: 400, height: 800 });
    await openRow(desk, 0);
    await until('the focus', () => cockpitOf(desk)!.matches(':focus-within'));
    await press('j');
    await shows(desk, 'Bnavn');
    await press('n');
    await until('in the note', () => deepFocus() === noteField(desk));
    await sendKeys({ type: 'Ring' });
    await press('Control+Enter');
    await shows(desk, 'Cnavn');
    expect(statusOf(desk, 'p2')).to.equal('reviewed');
    expect(cockpitOf(desk)!.matches(':focus-within')).to.equal(true);
    await press('Escape');
    await until('closed', () => !cockpitOf(desk));
    await until('on the row', () => desk.list.matches(':focus-within'));
    expect(deepFocus()!.closest('.line')!.textContent).to.contain('Cnavn');
  });
});

describe('a cockpit alone', () => {
  const alone = (given: object = {}) =>
    place('overblik-cockpit', { adapter: adapterOf(5), patientId: 'p1', ...given });

  it('has status and note where there are rounds, and no way to anybody', async () => {
    const cockpit = alone();
    await until('the foot', () => inside(cockpit, '.foot textarea.note'));
    expect(inside(cockpit, '.foot')!.getAttribute('aria-label')).to.equal(
      `Status i runden: ${demens.title.da}`,
    );
    expect(allInside(cockpit, '.foot .step, .foot .save')).to.deep.equal([]);
  });

  it('has no foot where there are neither rounds nor a list', async () => {
    const { rounds: _, ...adapter } = adapterOf(1);
    const cockpit = alone({ adapter });
    await until('the patient', () => inside(cockpit, '.identity'));
    expect(inside(cockpit, '.foot')).to.equal(null);
  });

  it('tells a host that gives it a place where to go', async () => {
    const at: PatientPlace = { at: 2, of: 3 };
    const cockpit = alone({ patientId: 'p2', place: at });
    const told: StepDetail[] = [];
    cockpit.addEventListener('overblik-step', ({ detail }) => told.push(detail));
    const step = (words: string) =>
      until(words, () =>
        allInside(cockpit, '.foot button').find(
          (each) => each.getAttribute('aria-label') === words,
        ),
      );
    (await step('Næste patient')).click();
    (await step('Forrige patient')).click();
    expect(told).to.deep.equal([
      { patientId: 'p2', to: 'next' },
      { patientId: 'p2', to: 'previous' },
    ]);
    cockpit.place = { at: 3, of: 3 };
    await cockpit.updateComplete;
    (await step('Næste patient')).click();
    expect(told).to.have.length(2);
  });
});
