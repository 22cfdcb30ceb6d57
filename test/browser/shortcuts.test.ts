/** Shortcuts of one character: what they do, and where they do nothing. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { inDepth } from './in-depth.ts';
import { at, clickOn, focused, placeList, press, rows } from './list.ts';
import { allInside, inside, until } from './stage.ts';
import {
  cockpitOf,
  deepFocus,
  noteField,
  openDesk,
  openRow,
  saidInFoot,
  shownName,
  shows,
  statusOf,
} from './worklist.ts';

let heard: string[] = [];
const hear = ({ key }: KeyboardEvent) => heard.push(key);
beforeEach(() => {
  heard = [];
  document.addEventListener('keydown', hear);
});
afterEach(() => document.removeEventListener('keydown', hear));

const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('with the focus in the list, the cockpit open', () => {
  it('from row to note in two keys, to the next in one; the focus goes along with the row', async () => {
    const desk = await openDesk();
    desk.list.focus();
    await press('ArrowDown');
    // To the name: the check box and the link to the journal are opened otherwise.
    while (!focused(desk.list)?.textContent.includes('Anavn')) await press('ArrowRight');
    await press('Enter');
    await until('the cockpit', () => noteField(desk));
    expect(at(desk.list)).to.match(/^0,/);
    await press('n');
    expect(deepFocus()).to.equal(noteField(desk));
    await sendKeys({ type: 'Jeg ringer? fr' });
    expect(noteField(desk)!.value).to.equal('Jeg ringer? fr');
    await press('Control+Enter');
    await shows(desk, 'Bnavn');
    expect(desk.list.round!.member('p1')).to.include({
      note: 'Jeg ringer? fr',
      status: 'reviewed',
    });
    await until('on the next row', () => at(desk.list).startsWith('1,'));
    await press('f');
    expect(statusOf(desk, 'p2')).to.equal('to-follow-up');
    expect(saidInFoot(desk)).to.equal('Bnavn2 Prøve: Til opfølgning');
    await press('j');
    await shows(desk, 'Cnavn');
    await until('on its row', () => at(desk.list).startsWith('2,'));
    await press('k');
    await shows(desk, 'Bnavn');
    await press('r');
    expect(statusOf(desk, 'p2')).to.equal('reviewed');
    expect(statusOf(desk, 'p3')).to.equal('new');
    expect(heard.filter((key) => /^[a-z?]$/.test(key))).to.deep.equal([]);
  });

  it('Escape leaves the note, which is stored, and then the cockpit', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    await press('n');
    await sendKeys({ type: 'Ring' });
    await press('Escape');
    expect(cockpitOf(desk)).to.not.equal(null);
    expect(desk.list.matches(':focus-within')).to.equal(true);
    expect(desk.list.round!.member('p1').note).to.equal('Ring');
  });

  it('the grid’s own keys do what they did', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    await press('ArrowDown');
    await press(' ');
    expect(desk.list.selectedIds).to.deep.equal(['p2']);
    expect(shownName(desk)).to.contain('Anavn');
  });
});

describe('with the focus in the cockpit', () => {
  inDepth('they work wherever nothing is written, also after a click on plain text', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    await clickOn(allInside(cockpitOf(desk)!, 'section.part h3')[0]);
    expect(cockpitOf(desk)!.matches(':focus-within')).to.equal(true);
    await press('j');
    await shows(desk, 'Bnavn');
    const follow = allInside(cockpitOf(desk)!, '.pills input')[1]!;
    follow.focus();
    await press('j');
    await shows(desk, 'Cnavn');
    // The radio button of the one before is gone.
    expect(cockpitOf(desk)!.matches(':focus-within')).to.equal(true);
    await press('k');
    await shows(desk, 'Bnavn');
  });

  it('and nothing happens where they are typed, or held with another key, or held down', async () => {
    const desk = await openDesk();
    await openRow(desk, 0);
    inside(cockpitOf(desk)!, '.asks')!.click();
    const reason = await until('the form', () =>
      inside<HTMLTextAreaElement>(cockpitOf(desk)!, 'form.exempt textarea'),
    );
    reason.focus();
    await sendKeys({ type: 'jkrfn?' });
    await press('Control+Enter');
    expect(reason.value).to.equal('jkrfn?');
    cockpitOf(desk)!.focus();
    await press('Alt+j');
    deepFocus()!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'j', repeat: true, bubbles: true, composed: true }),
    );
    deepFocus()!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'r', isComposing: true, bubbles: true, composed: true }),
    );
    await settle();
    expect(shownName(desk)).to.contain('Anavn');
    expect(statusOf(desk, 'p1')).to.equal('new');
    expect(inside(cockpitOf(desk)!, 'dialog.keys')).to.equal(null);
  });

  it('who is exempt stays so until that is agreed to', async () => {
    const desk = await openDesk();
    desk.list.round!.setStatus(['p1'], 'exempt', { note: 'Palliativt forløb' });
    await openRow(desk, 0);
    await press('r');
    const asked = await until('asked', () => inside(cockpitOf(desk)!, 'dialog.ask'));
    // In a dialog they are no shortcuts.
    await press('j');
    expect(shownName(desk)).to.contain('Anavn');
    asked.querySelector<HTMLElement>('.no')!.click();
    await settle();
    expect(statusOf(desk, 'p1')).to.equal('exempt');
    expect(saidInFoot(desk)).to.not.contain('Gennemgået');
  });
});

describe('the sheet of keys', () => {
  const sheet = async () => {
    const desk = await openDesk();
    const told: string[] = [];
    desk.workspace.addEventListener('overblik-keys-changed', ({ detail }) =>
      told.push(detail.keys),
    );
    await openRow(desk, 0);
    const before = deepFocus();
    await press('?');
    const dialog = await until('the sheet', () =>
      inside<HTMLDialogElement>(cockpitOf(desk)!, 'dialog.keys[open]'),
    );
    return { desk, dialog, told, before };
  };

  it('is a dialog with a name, and gives the focus back', async () => {
    const { desk, dialog, before } = await sheet();
    expect(dialog.getAttribute('aria-label')).to.equal('Genvejstaster');
    expect(dialog.contains(deepFocus())).to.equal(true);
    expect(dialog.innerText).to.match(/J\s+næste patient/);
    await press('Escape');
    await until('closed', () => !inside(cockpitOf(desk)!, 'dialog.keys'));
    expect(cockpitOf(desk)).to.not.equal(null);
    expect(deepFocus()).to.equal(before);
  });

  it('turns them off, which the host is told and can set; the sheet is reached by its button', async () => {
    const { desk, dialog, told } = await sheet();
    await clickOn(dialog.querySelector('input[type=checkbox]'));
    await press('Escape');
    await until('closed', () => !inside(cockpitOf(desk)!, 'dialog.keys'));
    expect(told).to.deep.equal(['off']);
    expect(desk.workspace.keys).to.equal('off');
    heard = [];
    desk.list.focus();
    for (const key of ['j', 'r', 'f', 'n', '?']) await press(key);
    await settle();
    expect(heard).to.deep.equal(['j', 'r', 'f', 'n', '?']);
    expect(shownName(desk)).to.contain('Anavn');
    expect(statusOf(desk, 'p1')).to.equal('new');
    expect(allInside(cockpitOf(desk)!, '[aria-keyshortcuts]')).to.have.length(1);
    await clickOn(inside(cockpitOf(desk)!, '.commands .keys'));
    await until('the sheet', () => inside(cockpitOf(desk)!, 'dialog.keys[open]'));
    await press('Escape');
    await until('closed', () => !inside(cockpitOf(desk)!, 'dialog.keys'));
    desk.workspace.keys = undefined;
    await desk.workspace.updateComplete;
    desk.list.focus();
    await press('j');
    await shows(desk, 'Bnavn');
  });
});

it('without a cockpit they are the host’s, but for the one that tells them', async () => {
  const desk = await openDesk();
  desk.list.focus();
  await press('ArrowDown');
  heard = [];
  for (const key of ['j', 'r']) await press(key);
  expect(heard).to.deep.equal(['j', 'r']);
  expect(rows(desk.list).some((row) => row.classList.contains('current'))).to.equal(false);
  await press('?');
  await until('the sheet', () => inside(desk.list, 'dialog.keys[open]'));
  expect(heard).to.deep.equal(['j', 'r']);
});

describe('the sheet of keys of a list alone', () => {
  const sheetOf = (list: Element) =>
    until('the sheet', () => inside<HTMLDialogElement>(list, 'dialog.keys[open]'));

  inDepth(
    'tells what keys do in a list, gives the focus back, and is reached by a button too',
    async () => {
      const list = await placeList({}, { width: 1366, height: 700 });
      list.focus();
      await press('ArrowDown');
      const before = deepFocus();
      await press('?');
      const dialog = await sheetOf(list);
      expect(dialog.contains(deepFocus())).to.equal(true);
      expect(dialog.innerText).to.match(/Enter\s+åbn patienten/);
      expect(dialog.innerText).to.match(/Alt \+ ↓\s+i et kolonnehoved: filtrér/);
      expect(dialog.innerText).not.to.contain('næste patient');
      await press('Escape');
      await until('closed', () => !inside(list, 'dialog.keys'));
      expect(deepFocus()).to.equal(before);
      await clickOn(inside(list, '.footer .keys'));
      await sheetOf(list);
    },
  );

  it('in a field it is a letter; turned off it is the host’s, and the button stays', async () => {
    const list = await placeList({}, { width: 1366, height: 700 });
    const told: string[] = [];
    list.addEventListener('overblik-keys-changed', ({ detail }) => told.push(detail.keys));
    const search = inside<HTMLInputElement>(list, 'input[type=search]')!;
    search.focus();
    await sendKeys({ type: '?' });
    expect(search.value).to.equal('?');
    expect(inside(list, 'dialog.keys')).to.equal(null);
    await clickOn(inside(list, '.footer .keys'));
    const dialog = await sheetOf(list);
    await clickOn(dialog.querySelector('input[type=checkbox]'));
    await press('Escape');
    await until('closed', () => !inside(list, 'dialog.keys'));
    expect(told).to.deep.equal(['off']);
    expect(list.keys).to.equal('off');
    list.focus();
    heard = [];
    await press('?');
    expect(heard).to.deep.equal(['?']);
    expect(inside(list, 'dialog.keys')).to.equal(null);
  });
});
