/**
 * Escape twice, one right after the other, wherever something is written: nothing that was typed is lost, and the focus
 * stays in what was worked in.
 */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ClinicAdapter, HostAction, OverblikWorkspace } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { button, cell, check, clickOn, openPanel, panel, placeList, press, rows } from './list.ts';
import { adapterWith, allInside, clinic, demens, drawn, inside, place, until } from './stage.ts';

const wide = { width: 1500, height: 900 };
const ill = clinic.patients.find(
  ({ diagnoses = [], medications = [] }) =>
    diagnoses.some(({ code }) => code === 'P70') &&
    medications.some(({ code, to }) => code?.startsWith('N05A') && to === undefined),
)!.patient.id;

function adapterOf(more: Parameters<typeof adapterWith>[0] = {}): ClinicAdapter {
  const inner = adapterWith(more);
  return {
    ...inner,
    rounds: faultyRounds([]),
    describe: async (signal) => ({
      ...(await inner.describe(signal)),
      ...{ id: 'K', user: 'AB', team: [{ id: 'AB', name: 'Anne Bendtsen' }] },
    }),
  };
}

/** What has the focus, however deep. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

async function twice(root: Element): Promise<void> {
  await press('Escape');
  await press('Escape');
  for (let turn = 0; turn < 3; turn++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(
    focused() !== document.body && root.contains(document.activeElement),
    `at ${focused()?.localName}`,
  ).to.equal(true);
}

async function type(field: HTMLElement, text: string): Promise<void> {
  field.focus();
  await sendKeys({ type: text });
}

async function listOf() {
  const list = await placeList({ adapter: adapterOf() }, wide);
  await until('the round', () => list.round?.state.phase === 'ready');
  return list;
}

describe('over the list', () => {
  it('the goal of a round', async () => {
    const list = await listOf();
    list.round!.startNext();
    const open = await openPanel(list, 'Runde');
    await clickOn(await until('the aim', () => open.querySelector('.aim summary')));
    await type(open.querySelector<HTMLElement>('[name=goal]')!, 'Halvér');
    await twice(list);
    await until('kept', () => list.round!.state.aimed?.aim?.goal === 'Halvér');
  });

  it('what a round has come to', async () => {
    const list = await listOf();
    list.round!.startNext();
    list.round!.setAim({ goal: 'Mål', evaluation: '2026-01-01' });
    await clickOn(await until('due', () => inside(list, '.evaluation-due')));
    await until('open', () => inside(list, '.panel .since-began[open]'));
    await twice(list);
    expect(panel(list)).to.equal(null);
  });

  it('why the chosen are exempt', async () => {
    const list = await listOf();
    await clickOn(check(rows(list)[0]));
    await until('what to do', () => inside(list, '.chosen'));
    const open = await openPanel(list, 'Undtag');
    await type(open.querySelector('textarea')!, 'Palliativt');
    await twice(list);
    // Whoever is chosen no more has to be chosen again.
    if (list.selectedIds.length === 0) await clickOn(check(rows(list)[0]));
    const again = await openPanel(list, 'Undtag');
    expect(again.querySelector('textarea')!.value).to.equal('Palliativt');
  });

  it('the note of a status', async () => {
    const list = await listOf();
    const status = cell(list, rows(list)[0], 'Status');
    status.focus();
    await press('Enter');
    const open = await until('the panel', () => panel(list));
    const note = await until('the note', () => open.querySelector('textarea'));
    await type(note, 'Ring');
    await twice(list);
    cell(list, rows(list)[0], 'Status').focus();
    await press('Enter');
    const again = await until('again', () => panel(list));
    expect(again.querySelector('textarea')!.value).to.equal('Ring');
  });

  it('the text of an action', async () => {
    const action: HostAction = {
      ...{ id: 'a', label: { da: 'Opgave' }, scope: 'many' },
      fields: [{ id: 't', type: 'text', label: { da: 'Tekst' }, required: true }],
      run: (patients) => Promise.resolve(patients.map(({ id }) => ({ patientId: id, ok: true }))),
    };
    const list = await placeList({ adapter: adapterOf({ actions: [action] }) }, wide);
    await clickOn(check(rows(list)[0]));
    await clickOn(await until('the action', () => button(list, 'Opgave', '.footer')));
    const field = await until('the form', () =>
      inside<HTMLTextAreaElement>(list, 'dialog.run[open] textarea'),
    );
    await type(field, 'Ring til patienten');
    await twice(list);
    const dialog = inside<HTMLDialogElement>(list, 'dialog.run')!;
    if (!dialog.open) await clickOn(button(list, 'Opgave', '.footer'));
    const again = await until('again', () =>
      inside<HTMLTextAreaElement>(list, 'dialog.run[open] textarea'),
    );
    expect(again.value).to.equal('Ring til patienten');
  });
});

describe('in the cockpit beside the list', () => {
  const sharer = {
    recipients: [{ id: 'a', name: 'Bo', organisation: 'Sygehuset' }],
    share: () => Promise.resolve(),
  };

  async function desk(): Promise<{ page: OverblikWorkspace; cockpit: () => Promise<Element> }> {
    const page = place(
      'overblik-workspace',
      { adapter: adapterOf(), profiles: [demens], patientId: ill, sharer },
      wide,
    );
    const cockpit = async () => {
      page.patientId = ill;
      const found = await until('the cockpit', () => inside(page, 'overblik-cockpit'));
      await drawn(found);
      await until('the round', () => inside(found, 'textarea.note'));
      return found;
    };
    const list = await until('the list', () => inside(page, 'overblik-population'));
    await until('rows', () => rows(list).length > 0);
    return { page, cockpit };
  }

  it('a note', async () => {
    const { page, cockpit } = await desk();
    await type(inside(await cockpit(), 'textarea.note')!, 'Ring til datter');
    await twice(page);
    const note = inside<HTMLTextAreaElement>(await cockpit(), 'textarea.note')!;
    expect(note.value).to.equal('Ring til datter');
  });

  it('why a marker does not apply', async () => {
    const { page, cockpit } = await desk();
    const first = await cockpit();
    const toExempt = async (host: Element) => {
      const details = await until('more', () =>
        inside<HTMLDetailsElement>(host, '.advice .more:has(.asks)'),
      );
      if (!details.open) await clickOn(details.querySelector('summary'));
      await clickOn(details.querySelector('.asks'));
    };
    await toExempt(first);
    await type(await until('the form', () => inside(first, 'form.exempt textarea')), 'Aftalt');
    await twice(page);
    const again = await cockpit();
    const open = () => inside<HTMLTextAreaElement>(again, 'form.exempt textarea');
    if (!open()) await toExempt(again);
    const note = await until('the form again', open);
    expect(note.value).to.equal('Aftalt');
  });

  it('what a view is shared for', async () => {
    const { page, cockpit } = await desk();
    const first = await cockpit();
    const opener = (of: Element) =>
      until('to share', () =>
        allInside(of, '.commands button').find(({ title }) => title === 'Giv kiggeadgang'),
      );
    await clickOn(await opener(first));
    const purpose = await until('the form', () =>
      inside<HTMLInputElement>(first, 'dialog.share[open] [name=purpose]'),
    );
    await type(purpose, 'Indlæggelse');
    await twice(page);
    const again = await cockpit();
    if (!inside<HTMLDialogElement>(again, 'dialog.share')?.open) await clickOn(await opener(again));
    const kept = await until('the form again', () =>
      inside<HTMLInputElement>(again, 'dialog.share[open] [name=purpose]'),
    );
    expect(kept.value).to.equal('Indlæggelse');
  });
});
