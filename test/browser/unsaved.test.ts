/** What is written and not stored: it stays with its clinic, is offered there again, and the page asks before it closes. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  memoryAdapter,
  type ClinicAdapter,
  type OverblikPopulation,
  type PatientRecords,
  type Round,
  type RoundStore,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { oneIn } from './in-depth.ts';
import { button, cell, check, clickOn, field, openPanel, panel, ready, rows } from './list.ts';
import { clinic, demens, inside, place, until } from './stage.ts';

const records: PatientRecords = {
  patient: { id: '1', name: 'Anna Prøve', birthDate: '1942-01-01', sex: 'female' },
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
};

function adapterOf(id: string | undefined, rounds: RoundStore = faultyRounds([])): ClinicAdapter {
  const { id: _, ...description } = clinic.description;
  const plain = memoryAdapter({
    description: { ...description, patients: 1, ...(id === undefined ? {} : { id }) },
    patients: [records],
  });
  return { ...plain, rounds };
}

async function stored({ rounds }: ClinicAdapter): Promise<readonly string[]> {
  const all: readonly Round[] = await rounds!.list('dk.demens', new AbortController().signal);
  return all.flatMap(({ members }) => members.flatMap(({ note }) => note ?? []));
}

/** Whether the page asks before it closes. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

/** A place to write in: how it is opened, and the field that it is written in. */
interface Place {
  readonly tag: 'overblik-cockpit' | 'overblik-workspace' | 'overblik-population';
  readonly open: (element: HTMLElement) => Promise<HTMLTextAreaElement>;
}

const listIn = (element: Element) =>
  (element.localName === 'overblik-population'
    ? element
    : inside(element, 'overblik-population')) as OverblikPopulation;
const cockpitIn = (element: Element) =>
  element.localName === 'overblik-cockpit' ? element : inside(element, 'overblik-cockpit');

const noteOf = (element: Element) =>
  until('the note', () => {
    const cockpit = cockpitIn(element);
    return cockpit && inside<HTMLTextAreaElement>(cockpit, 'textarea.note');
  });

const places: Readonly<Record<string, Place>> = {
  'a note in the cockpit': { tag: 'overblik-cockpit', open: noteOf },
  'a note in the workspace': {
    tag: 'overblik-workspace',
    open: async (element) => {
      (element as HTMLElementTagNameMap['overblik-workspace']).patientId = '1';
      return noteOf(element);
    },
  },
  'a note in the list': {
    tag: 'overblik-population',
    open: async (element) => {
      const list = listIn(element);
      await ready(list);
      await until('the round', () => list.round?.state.phase === 'ready');
      await clickOn(cell(list, rows(list)[0], 'Status'));
      const open = await until('the panel', () => panel(list));
      return open.querySelector<HTMLTextAreaElement>('textarea.note')!;
    },
  },
  'an exemption in the cockpit': {
    tag: 'overblik-cockpit',
    open: async (cockpit) => {
      (await until('it can be exempted', () => inside(cockpit, '.asks'))).click();
      return until('the form', () => inside<HTMLTextAreaElement>(cockpit, 'form.exempt textarea'));
    },
  },
  'an exemption of the chosen': {
    tag: 'overblik-population',
    open: async (element) => {
      const list = listIn(element);
      await ready(list);
      await until('the round', () => list.round?.state.phase === 'ready');
      if (list.selectedIds.length === 0) await clickOn(check(rows(list)[0]));
      return field<HTMLTextAreaElement>(await openPanel(list, 'Undtag'), 'Begrundelse');
    },
  },
};

// Everyday each in each place once.
const asked = oneIn(2);

for (const [which, { tag, open }] of Object.entries(places))
  describe(which, () => {
    async function begin(adapter: ClinicAdapter) {
      const element = place(tag, {
        adapter,
        profiles: [demens],
        ...(tag === 'overblik-cockpit' ? { patientId: '1' } : {}),
      });
      const control = await open(element);
      expect(asks(), 'before anything is written').to.equal(false);
      control.focus();
      await sendKeys({ type: 'Ringet til' });
      expect(asks(), 'half written').to.equal(true);
      return element;
    }

    for (const [ids, first, second] of [
      ['with an id each', 'k1', 'k2'],
      ['without ids', undefined, undefined],
    ] as const)
      asked()(
        `${ids}: is kept for its clinic, and neither shown nor stored in another`,
        async () => {
          const [one, other] = [adapterOf(first), adapterOf(second)];
          const element = await begin(one);
          element.adapter = other;
          await settle();
          expect((await open(element)).value).to.equal('');
          expect(asks(), 'it is still not stored').to.equal(true);
          element.adapter = one;
          await settle();
          expect((await open(element)).value).to.equal('Ringet til');
          expect(await Promise.all([one, other].map(stored))).to.deep.equal([[], []]);
          element.remove();
          expect(asks(), 'gone').to.equal(false);
        },
      );

    asked()(
      'is forgotten where nobody is logged in, and when the element leaves the page',
      async () => {
        const one = adapterOf('k1');
        const element = await begin(one);
        element.adapter = undefined;
        await element.updateComplete;
        expect(asks()).to.equal(false);
        element.adapter = one;
        await settle();
        const control = await open(element);
        expect(control.value).to.equal('');
        control.focus();
        await sendKeys({ type: 'Igen' });
        element.adapter = adapterOf('k2');
        await settle();
        const box = element.parentElement!;
        element.remove();
        await settle();
        box.append(element);
        element.adapter = one;
        await settle();
        expect((await open(element)).value).to.equal('');
        expect(await stored(one)).to.deep.equal([]);
      },
    );
  });

describe('a note that is offered again', () => {
  it('is stored when its field is left, below what somebody else has stored meanwhile', async () => {
    const rounds = faultyRounds([]);
    const one = adapterOf('k1', rounds);
    const cockpit = place('overblik-cockpit', { adapter: one, patientId: '1' });
    (await noteOf(cockpit)).focus();
    await sendKeys({ type: 'Ringet til' });
    cockpit.adapter = adapterOf('k2');
    await until('the other', async () => (await noteOf(cockpit)).value === '');
    await settle();
    const profile = { id: 'dk.demens', version: demens.version };
    await rounds.save(
      {
        ...{ id: 'dk.demens#1', revision: 0, profile, asOf: '2026-11-24' },
        members: [{ patientId: '1', status: 'new', note: 'Afventer svar' }],
      },
      new AbortController().signal,
    );
    cockpit.adapter = one;
    await settle();
    const control = await noteOf(cockpit);
    await until('both', () => control.value === 'Afventer svar\nRinget til');
    control.focus();
    control.blur();
    await until('stored', async () => (await stored(one))[0] === 'Afventer svar\nRinget til');
    await until('nothing is unsaved', () => !asks());
  });
});

describe('what is not stored yet', () => {
  it('has the page ask in the cockpit and the workspace, until it is stored', async () => {
    for (const tag of ['overblik-cockpit', 'overblik-workspace'] as const) {
      const rounds = faultyRounds([], { delay: 150 });
      const element = place(tag, { adapter: adapterOf('k1', rounds), patientId: '1' });
      const control = await noteOf(element);
      control.focus();
      await sendKeys({ type: 'Ringet til' });
      control.blur();
      expect(asks(), `${tag} is storing`).to.equal(true);
      await until('stored', () => !asks());
      element.remove();
    }
  });

  it('has it ask though the cockpit that it was written in is closed', async () => {
    const rounds = faultyRounds([], { delay: 300 });
    const workspace = place('overblik-workspace', {
      // Of a profile that is not the list's: the cockpit has its round by itself.
      ...{ adapter: adapterOf('k1', rounds), profiles: [{ ...demens, id: 'dk.anden' }, demens] },
      page: 'list',
    });
    await workspace.updateComplete;
    await ready(listIn(workspace));
    workspace.patientId = '1';
    const cockpit = await until('the cockpit', () => inside(workspace, 'overblik-cockpit'));
    (cockpit as HTMLElementTagNameMap['overblik-cockpit']).profileId = 'dk.demens';
    await settle();
    const control = await noteOf(workspace);
    control.focus();
    await sendKeys({ type: 'Ringet til' });
    workspace.patientId = undefined;
    await workspace.updateComplete;
    expect(inside(workspace, 'overblik-cockpit')).to.equal(null);
    expect(asks()).to.equal(true);
    await until('stored', () => !asks());
  });
});

describe('a question that is open when another clinic comes', () => {
  it('is taken back, and its yes reaches nobody', async () => {
    const [one, other] = [adapterOf('k1'), adapterOf('k2')];
    const list = place('overblik-population', { adapter: one });
    await ready(list);
    await until('the round', () => list.round?.state.phase === 'ready');
    list.round!.setStatus(['1'], 'exempt', { note: 'Palliativt forløb' });
    await list.updateComplete;
    await clickOn(check(rows(list)[0]));
    await clickOn(button(list, 'Markér gennemgået'));
    const question = await until('the question', () =>
      inside<HTMLDialogElement>(list, 'dialog.ask'),
    );
    const yes = question.querySelector<HTMLElement>('.primary')!;
    list.adapter = other;
    yes.click();
    await list.updateComplete;
    expect(question.open).to.equal(false);
    await ready(list);
    await until('the round', () => list.round?.state.phase === 'ready');
    yes.click();
    await settle();
    expect(list.round!.state.current).to.equal(undefined);
    expect(await stored(other)).to.deep.equal([]);
    expect(await stored(one)).to.deep.equal(['Palliativt forløb']);
  });
});
