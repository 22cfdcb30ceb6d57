/** One current patient for list, panel and journal; and what is written goes to whose name is in sight. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { OverblikPopulation, OverblikWorkspace, Round, RoundStore } from '../../src/define.ts';
import { faultyAdapter, faultyRounds } from '../../src/testing/index.ts';
import { inDepth } from './in-depth.ts';
import { cell, clickOn, grid, name, panel, ready, rows } from './list.ts';
import { clinic, inside, place, until } from './stage.ts';

const opened: string[] = [];

/** A workspace with rounds; what it stores can be looked at. */
async function placeWorkspace(size = { width: 1366, height: 768 }): Promise<{
  workspace: OverblikWorkspace;
  list: OverblikPopulation;
  stored: () => Promise<readonly Round[]>;
}> {
  opened.length = 0;
  const rounds = faultyRounds([]);
  const adapter = {
    ...faultyAdapter(clinic, {
      openJournal: ({ id }: { id: string }) => void opened.push(id),
    }),
    rounds,
  };
  const workspace = place('overblik-workspace', { adapter }, size);
  const list = await until('the list', () =>
    inside<OverblikPopulation>(workspace, 'overblik-population'),
  );
  await ready(list);
  return {
    workspace,
    list,
    stored: async () => rounds.list('dk.demens', new AbortController().signal),
  };
}

const cockpit = (workspace: Element) => inside(workspace, 'overblik-cockpit');
/** The name over the panel. */
const shown = (workspace: Element) => {
  const found = cockpit(workspace);
  return (found && inside(found, '.identity h2')?.textContent) ?? '';
};
const note = (workspace: Element) =>
  until('the note', () => {
    const found = cockpit(workspace);
    return found && inside<HTMLTextAreaElement>(found, 'textarea.note');
  });
const nameOf = (id: string | undefined) =>
  clinic.patients.find(({ patient }) => patient.id === id)?.patient.name ?? '?';

async function openRow(list: Element, workspace: Element, index: number): Promise<string> {
  await clickOn(cell(list, rows(list)[index], 'Navn'));
  const id = await until('the patient', () => (workspace as OverblikWorkspace).patientId);
  await until('the panel', () => shown(workspace).startsWith(nameOf(id)));
  return id;
}

describe('the patient that list, panel and journal show', () => {
  it('is one: a CPR number of another row takes the panel along, and the note is that patient’s', async () => {
    const { workspace, list, stored } = await placeWorkspace();
    const first = await openRow(list, workspace, 1);
    await clickOn(cell(list, rows(list)[4], 'CPR').querySelector('.link'));
    const second = await until('the journal', () => opened[0]);
    expect(second).to.not.equal(first);
    await until('the panel', () => shown(workspace).startsWith(nameOf(second)));
    expect(workspace.patientId).to.equal(second);
    expect(rows(list)[4]!.classList.contains('current')).to.equal(true);
    const field = await note(workspace);
    field.focus();
    await sendKeys({ type: 'Ringet til datteren' });
    field.blur();
    const members = await until('the round', () => list.round!.state.current?.members);
    expect(members.filter((each) => each.note).map(({ patientId }) => patientId)).to.deep.equal([
      second,
    ]);
    await until('saved', () => list.round!.state.pending.count === 0);
    const [round] = await stored();
    expect(round!.members.find(({ note: said }) => said)?.patientId).to.equal(second);
  });

  inDepth('the journal alone opens no panel, and marks the row', async () => {
    const { workspace, list } = await placeWorkspace();
    const told: (string | undefined)[] = [];
    list.addEventListener('overblik-patient-selected', ({ detail }) => told.push(detail.by));
    await clickOn(cell(list, rows(list)[2], 'CPR').querySelector('.link'));
    await until('the journal', () => opened.length === 1);
    expect(workspace.patientId).to.equal(undefined);
    expect(cockpit(workspace)).to.equal(null);
    expect(list.patientId).to.equal(opened[0]);
    expect(told).to.deep.equal(['journal']);
  });

  it('a note that is being written stays with whom it was begun for, whatever takes the field away', async () => {
    const { workspace, list } = await placeWorkspace();
    const first = await openRow(list, workspace, 1);
    (await note(workspace)).focus();
    await sendKeys({ type: 'halv' });
    workspace.patientId = undefined;
    await until('closed', () => !cockpit(workspace));
    expect(list.round!.member(first).note).to.equal('halv');
    const second = await openRow(list, workspace, 3);
    (await note(workspace)).focus();
    await sendKeys({ type: 'en anden' });
    await (cockpit(workspace) as HTMLElementTagNameMap['overblik-cockpit']).reload();
    await until('again', () => shown(workspace).startsWith(nameOf(second)));
    // Whether the field stands or was taken away meanwhile.
    (await note(workspace)).blur();
    expect(list.round!.member(second).note).to.equal('en anden');
    expect(list.round!.member(first).note).to.equal('halv');
  });
});

describe('the name', () => {
  for (const [width, height] of [
    [1366, 768],
    [400, 860],
  ] as const)
    it(`stays in sight in the panel, however far it is scrolled, at ${width} px`, async () => {
      await setViewport({ width: Math.max(width, 500), height });
      const { workspace } = await placeWorkspace({ width, height });
      const { patient } = clinic.patients.find(({ diagnoses = [] }) =>
        diagnoses.some(({ code }) => code === 'P70'),
      )!;
      workspace.patientId = patient.id;
      const field = await note(workspace);
      const side = inside(workspace, '.side')!;
      // The patient may be drawn after the note.
      await until('scrolled', () => {
        side.scrollTop = side.scrollHeight;
        return side.scrollTop > 100;
      });
      const identity = inside(cockpit(workspace)!, '.identity')!;
      expect(identity.textContent)
        .to.contain(patient.name)
        .and.to.contain(patient.cpr!.slice(0, 6));
      const { left, top, bottom } = identity.getBoundingClientRect();
      expect(top).to.be.at.least(0).and.to.be.below(120);
      expect(field.getBoundingClientRect().bottom).to.be.at.least(bottom);
      // Nothing lies over it.
      const hit = cockpit(workspace)!.shadowRoot!.elementFromPoint(left + 20, (top + bottom) / 2);
      expect(identity.contains(hit)).to.equal(true);
      await setViewport({ width: 1600, height: 1500 });
    });

  it('stands over the status of a row, with the CPR number, though the list becomes another below it', async () => {
    const { list } = await placeWorkspace();
    const [, row] = rows(list);
    const whose = name(list, row);
    await clickOn(cell(list, row, 'Status'));
    const open = await until('the panel', () => panel(list));
    const heading = open.querySelector('.whose')!.textContent;
    expect(heading)
      .to.contain(whose)
      .and.to.match(/\d{6}-/);
    const field = open.querySelector<HTMLTextAreaElement>('textarea')!;
    field.focus();
    await sendKeys({ type: 'skal ringes op' });
    // What is searched for hides the row.
    list.view = { ...list.view!, query: 'findes ikke' };
    await until('no rows', () => rows(list).length === 0);
    expect(open.querySelector('.whose')!.textContent).to.equal(heading);
    await sendKeys({ press: 'Escape' });
    await until('closed', () => !panel(list));
    const { patient } = clinic.patients.find(({ patient: each }) => each.name === whose)!;
    expect(list.round!.member(patient.id).note).to.equal('skal ringes op');
  });
});

describe('a click aimed at a row', () => {
  it('and its second half, meets no other row and nothing in the panel that it opens', async () => {
    const { workspace, list } = await placeWorkspace();
    // Far to the right: the panel comes under the pointer.
    const { top, height } = rows(list)[2]!.getBoundingClientRect();
    const position: [number, number] = [1300, Math.round(top + height / 2)];
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    const id = await until('opened', () => workspace.patientId);
    await until('the panel', () => shown(workspace).startsWith(nameOf(id)));
    const side = inside(workspace, '.side')!;
    let heard = 0;
    side.addEventListener('click', () => heard++);
    const at = document.elementFromPoint(...position);
    expect(at).to.equal(workspace);
    const inPanel = cockpit(workspace)!.shadowRoot!.elementFromPoint(...position)!;
    inPanel.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, detail: 2, cancelable: true }),
    );
    expect(heard, 'the second click of a pair that began on the row').to.equal(0);
    inPanel.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    expect(heard, 'a click of its own').to.equal(1);
  });

  it('opens no other where another patient came under it between press and release', async () => {
    const { workspace, list } = await placeWorkspace();
    const target = cell(list, rows(list)[3], 'Navn');
    const { left, top } = target.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 8), Math.round(top + 8)] });
    await sendMouse({ type: 'down' });
    const before = name(list, rows(list)[3]);
    const pressed = (grid(list) as HTMLElementTagNameMap['overblik-grid']).rows.idAt(3);
    list.view = { ...list.view!, sort: [{ columnId: 'name', descending: true }] };
    await until('another order', () => name(list, rows(list)[3]) !== before);
    await sendMouse({ type: 'up' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    // The row that has the focus may go along with it.
    expect([undefined, pressed]).to.include(workspace.patientId);
  });
});

describe('while a new adapter has not said whether it is of the same clinic', () => {
  const named = (id: string, rounds: RoundStore) => {
    const adapter = { ...faultyAdapter(clinic), rounds };
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    return {
      tell,
      adapter: {
        ...adapter,
        describe: async (signal: AbortSignal) => {
          await told;
          return { ...(await adapter.describe(signal)), id };
        },
      },
    };
  };

  it('no name is seen and nothing can be written; then the note is whose it was, and the name is the journal’s', async () => {
    const rounds = faultyRounds([]);
    const first = named('k1', rounds);
    first.tell();
    const workspace = place(
      'overblik-workspace',
      { adapter: first.adapter },
      { width: 1366, height: 768 },
    );
    const list = await until('the list', () =>
      inside<OverblikPopulation>(workspace, 'overblik-population'),
    );
    await ready(list);
    const id = await openRow(list, workspace, 1);
    const other = (grid(list) as HTMLElementTagNameMap['overblik-grid']).rows.idAt(3);
    const field = await note(workspace);
    field.focus();
    await sendKeys({ type: 'halv' });

    const second = named('k1', rounds);
    workspace.adapter = second.adapter;
    await until('veiled', () => inside(cockpit(workspace)!, '.frame.veiled'));
    const name = inside(cockpit(workspace)!, '.identity h2')!;
    expect(getComputedStyle(name).visibility).to.equal('hidden');
    expect(getComputedStyle(field).visibility).to.equal('hidden');
    await sendKeys({ type: ' forkert' });
    field.focus();
    await sendKeys({ type: ' forkert' });
    expect(field.value).to.equal('halv');

    // The journal goes on to another patient meanwhile.
    workspace.patientId = other;
    await workspace.updateComplete;
    second.tell();
    await until('the journal’s', () => shown(workspace).startsWith(nameOf(other)));
    await until('no veil', () => !inside(cockpit(workspace)!, '.frame.veiled'));
    expect(getComputedStyle(inside(cockpit(workspace)!, '.identity h2')!).visibility).to.equal(
      'visible',
    );
    const mine = await note(workspace);
    expect(mine.value).to.equal('');
    mine.focus();
    await sendKeys({ type: 'hendes' });
    mine.blur();
    await until('stored', () => list.round!.state.pending.count === 0 && list.round!.state.current);
    const [round] = await rounds.list('dk.demens', new AbortController().signal);
    const noteOf = (patientId: string) =>
      round!.members.find((each) => each.patientId === patientId)?.note;
    expect([noteOf(id), noteOf(other)]).to.deep.equal(['halv', 'hendes']);
  });
});
