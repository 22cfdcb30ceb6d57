/** What is half written of an exemption is kept for the patients it was written of, and shown for nobody else. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter, type PatientRecords } from '../../src/define.ts';
import { inDepth } from './in-depth.ts';
import { button, check, clickOn, field, openPanel, panel, placeList, press, rows } from './list.ts';
import { adapterWith, allInside, clinic, inside, place, textOf, until } from './stage.ts';

const person = { id: 'p', name: 'Birthe Prøve', birthDate: '1942-01-01', sex: 'female' } as const;
const records: PatientRecords = {
  patient: person,
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
};
const other = { ...records, patient: { ...person, id: 'q', name: 'Carl Prøve' } };
const named = (id: string) =>
  memoryAdapter({
    description: { ...clinic.description, id },
    patients: [records, other],
  });

const reason = (cockpit: Element) =>
  inside<HTMLTextAreaElement>(cockpit, 'form.exempt textarea') ?? undefined;

async function openForm(cockpit: Element): Promise<HTMLTextAreaElement> {
  await until('it can be exempted', () => inside(cockpit, '.asks'));
  inside(cockpit, '.asks')!.click();
  return until('the form', () => reason(cockpit));
}

async function write(control: HTMLElement, text: string): Promise<void> {
  control.focus();
  await sendKeys({ type: text });
}

describe('the form of a marker in the cockpit', () => {
  it('has what was written, when it is closed and opened, for its patient alone', async () => {
    const workspace = place('overblik-workspace', { adapter: named('k1'), patientId: 'p' });
    const shown = () => inside(workspace, 'overblik-cockpit')!;
    await until('the cockpit', shown);
    await write(await openForm(shown()), 'Aftalt med');
    inside(shown(), '.asks')!.click();
    await until('closed', () => !reason(shown()));
    expect((await openForm(shown())).value).to.equal('Aftalt med');

    workspace.patientId = 'q';
    await until('the other', () => textOf(shown()).includes('Carl Prøve'));
    expect((await openForm(shown())).value).to.equal('');

    // A cockpit that is closed is gone.
    workspace.patientId = undefined;
    await until('no cockpit', () => !inside(workspace, 'overblik-cockpit'));
    workspace.patientId = 'p';
    await until('the cockpit', () => inside(workspace, 'overblik-cockpit'));
    expect((await openForm(shown())).value).to.equal('Aftalt med');
  });

  inDepth('goes on under a new adapter of the same clinic, and ends with the clinic', async () => {
    const cockpit = place('overblik-cockpit', { adapter: named('k1'), patientId: 'p' });
    await write(await openForm(cockpit), 'Aftalt med');
    inside(cockpit, '.asks')!.click();
    cockpit.adapter = named('k1');
    await until('again', () => !inside(cockpit, '.frame.veiled') && inside(cockpit, '.asks'));
    expect((await openForm(cockpit)).value).to.equal('Aftalt med');
    cockpit.adapter = named('k2');
    await until('another clinic', () => inside(cockpit, '.asks') && !reason(cockpit));
    expect((await openForm(cockpit)).value).to.equal('');
  });

  it('is empty after it was saved, and after it was cancelled', async () => {
    const cockpit = place('overblik-cockpit', { adapter: named('k1'), patientId: 'p' });
    const press = (words: string) =>
      allInside(cockpit, 'form.exempt button')
        .find((each) => each.textContent.trim() === words)!
        .click();
    await write(await openForm(cockpit), 'Fortrudt');
    press('Annullér');
    await until('closed', () => !reason(cockpit));
    const field = await openForm(cockpit);
    expect(field.value).to.equal('');
    await write(field, 'Palliativt forløb');
    inside(cockpit, 'form.exempt [value=not-relevant]')!.click();
    press('Gem');
    await until('exempted', () => textOf(cockpit).includes('Palliativt forløb'));
    [...allInside(cockpit, '.exempted .link')][0]!.click();
    const dialog = await until('asked', () => inside(cockpit, 'dialog.ask'));
    dialog.querySelector<HTMLElement>('.primary')!.click();
    expect((await openForm(cockpit)).value).to.equal('');
  });
});

describe('the form for the chosen patients in the list', () => {
  it('has what was written for them, when more are chosen too, and for nobody else', async () => {
    const list = await placeList({ adapter: adapterWith() }, { width: 1400, height: 900 });
    const reasonIn = (open: Element) => field<HTMLTextAreaElement>(open, 'Begrundelse');
    const open = async () => reasonIn(await openPanel(list, 'Undtag'));
    const close = async () => {
      await press('Escape');
      await until('closed', () => !panel(list));
    };
    await until('the round', () => list.round?.state.phase === 'ready');
    await clickOn(check(rows(list)[0]));
    await clickOn(check(rows(list)[1]));
    await write(await open(), 'Følges på');
    await close();
    expect((await open()).value).to.equal('Følges på');
    await close();
    await clickOn(check(rows(list)[2]));
    expect((await open()).value).to.equal('Følges på');
    await close();
    await clickOn(button(list, 'Ryd valg'));
    await clickOn(check(rows(list)[3]));
    expect((await open()).value).to.equal('');
    await close();
    await clickOn(check(rows(list)[0]));
    await clickOn(check(rows(list)[1]));
    await write(await open(), ' sygehus');
    field(panel(list)!, 'Allerede udført andetsteds').click();
    await close();
    await open();
    expect(field(panel(list)!, 'Allerede udført andetsteds').checked).to.equal(true);
    await until('the button', () => button(list, 'Undtag', '.panel')).then((found) =>
      found.click(),
    );
    await until('closed', () => !panel(list));
    expect((await open()).value).to.equal('');
  });
});
