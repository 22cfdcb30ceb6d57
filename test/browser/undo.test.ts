/** What was done last is taken back by keys and buttons; the focus stays, it is said, and nothing of it is left behind. */
import { expect } from '@open-wc/testing';
import type { ClinicAdapter, OverblikPopulation, Round, RoundStore } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  at,
  button,
  cell,
  check,
  clickOn,
  field,
  grid,
  name,
  openPanel,
  panel,
  placeList,
  press,
  rows,
  status,
  write,
} from './list.ts';
import { adapterWith, allInside, clinic, inside, place, until } from './stage.ts';

const size = { width: 1400, height: 900 };
const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const said = (list: Element) => words(inside(list, '.frame > [role=status]'));
const notice = (list: Element) => words(inside(list, '.undone'));
const turns = (list: Element) =>
  allInside(list, '.undo button').map((each) => [
    each.getAttribute('aria-label'),
    each.getAttribute('aria-disabled'),
  ]);

function adapter(rounds: RoundStore = faultyRounds([]), user = 'AB', id = 'K'): ClinicAdapter {
  const inner = adapterWith();
  return {
    ...inner,
    rounds,
    describe: async (signal) => ({ ...(await inner.describe(signal)), id, user }),
  };
}

async function mark(list: OverblikPopulation, ...indexes: number[]): Promise<readonly string[]> {
  for (const index of indexes) await clickOn(check(rows(list)[index]));
  await until('chosen', () => list.selectedIds.length === indexes.length);
  const ids = list.selectedIds;
  await clickOn(button(list, 'Markér gennemgået'));
  if (indexes.length > 1) {
    await until('asked', () => inside(list, 'dialog.ask[open]'));
    button(list, 'Markér gennemgået', 'dialog.ask').click();
  }
  await until('marked', () => ids.every((each) => list.round?.member(each).status === 'reviewed'));
  await clickOn(button(list, 'Ryd valg'));
  return ids;
}

describe('taking back what was done in the list', () => {
  it('by Ctrl+Z from a cell: the focus stays there, and it is said; by Ctrl+Y it is done again', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const whose = name(list, rows(list)[1]);
    const [id] = await mark(list, 1);
    await clickOn(cell(list, rows(list)[3], 'Alder'));
    const before = at(list);
    await press('Control+z');
    await until('taken back', () => list.round?.member(id!).status === 'new');
    expect(at(list)).to.equal(before);
    await until('said', () => said(list) === `Fortrudt: ${whose}: Gennemgået`);
    expect(notice(list)).to.contain(`Fortrudt: ${whose}: Gennemgået`);
    await press('Control+y');
    await until('again', () => list.round?.member(id!).status === 'reviewed');
    await until('said', () => said(list) === `Gentaget: ${whose}: Gennemgået`);
    expect(at(list)).to.equal(before);
    await press('Control+Shift+Z');
    await until('nothing', () => said(list) === 'Der er intet at gentage');
    await press('Control+z');
    await press('Control+z');
    await until('nothing', () => said(list) === 'Der er intet at fortryde');
    await isAccessible(list);
  });

  inDepth(
    'by its buttons, which stand still, keep the focus, and say what they would do',
    async () => {
      const list = await placeList({ adapter: adapter() }, size);
      await until('the buttons', () => turns(list).length === 2);
      expect(turns(list)).to.deep.equal([
        ['Fortryd', 'true'],
        ['Gentag', 'true'],
      ]);
      const whose = name(list, rows(list)[0]);
      const [id] = await mark(list, 0);
      const undo = await until('offered', () => offered(list, `Fortryd: ${whose}: Gennemgået`));
      const { left, top } = undo.getBoundingClientRect();
      undo.focus();
      await press('Enter');
      await until('taken back', () => list.round?.member(id!).status === 'new');
      await list.updateComplete;
      expect(list.shadowRoot?.activeElement).to.equal(undo);
      expect([undo.getBoundingClientRect().left, undo.getBoundingClientRect().top]).to.deep.equal([
        left,
        top,
      ]);
      expect(turns(list)).to.deep.equal([
        ['Fortryd', 'true'],
        [`Gentag: ${whose}: Gennemgået`, 'false'],
      ]);
      // A second press does no harm.
      await press('Enter');
      await until('nothing', () => said(list) === 'Der er intet at fortryde');
    },
  );

  it('of several by the notice, whose focus goes to the list; figures and rows go along', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await mark(list, 0, 1, 2);
    await until('counted', () => offered(list, 'Gennemgået 3'));
    const undo = button(list, 'Fortryd', '.late');
    undo.focus();
    await press('Enter');
    await until('as before', () => offered(list, 'Gennemgået 0'));
    expect(status(list, rows(list)[0])).to.match(/^Ikke gennemgået/);
    expect(list.shadowRoot?.activeElement).to.equal(grid(list));
    expect(notice(list)).to.contain('Fortrudt: 3 patienter: Gennemgået');
    await clickOn(button(list, 'Gentag', '.undone'));
    await until('again', () => offered(list, 'Gennemgået 3'));
    await clickOn(button(list, 'Luk', '.undone'));
    await until('closed', () => notice(list) === '');
  });

  it('is offered over the rows until something else is done: a search, a panel, a patient; the button stays', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const late = () => inside(list, '.late .notice');
    const offeredStill = () => turns(list)[0]?.[1] === 'false';
    const deeds: readonly (readonly [string, () => Promise<void>])[] = [
      [
        'a search',
        async () => void (await write(inside<HTMLInputElement>(list, '.search input')!, 'a')),
      ],
      [
        'a panel',
        async () => {
          await openPanel(list, 'Kolonner');
          await press('Escape');
        },
      ],
      ['a patient', () => clickOn(cell(list, rows(list)[3], 'Alder'))],
    ];
    for (const [what, act] of deeds) {
      await mark(list, 0, 1);
      await until('offered', late);
      await act();
      await until(`gone by ${what}`, () => !late());
      expect(offeredStill(), what).to.equal(true);
      await clickOn(inside(list, '.undo button'));
      await until('told', () => notice(list).startsWith('Fortrudt'));
      await act();
      await until(`gone by ${what}`, () => notice(list) === '');
    }
  });

  inDepth('of one in the patient’s panel, whose focus goes to the status that is set', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await clickOn(cell(list, rows(list)[0], 'Status'));
    const open = await until('the panel', () => panel(list));
    field(open, 'Til opfølgning').click();
    const link = await until('offered', () => offered(list, 'Fortryd: Til opfølgning', '.panel'));
    link.focus();
    await press('Enter');
    await until('taken back', () => field(open, 'Ikke gennemgået').matches(':checked'));
    await until(
      'the focus',
      () => list.shadowRoot?.activeElement === field(open, 'Ikke gennemgået'),
    );
    expect(panel(list)).to.equal(open);
  });

  it('not from a field that is written in, which has its own', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const [id] = await mark(list, 0);
    inside(list, '.search input')!.focus();
    await press('Control+z');
    await clickOn(cell(list, rows(list)[2], 'Status'));
    const open = await until('the panel', () => panel(list));
    const note = field<HTMLTextAreaElement>(open, 'Note');
    note.focus();
    await press('x');
    await press('Control+z');
    expect(list.round?.member(id!).status).to.equal('reviewed');
  });

  it('a note, and what was written in it is there', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await clickOn(cell(list, rows(list)[0], 'Status'));
    const open = await until('the panel', () => panel(list));
    await write(field(open, 'Note'), 'Ring til datter');
    const link = await until('offered', () => offered(list, 'Fortryd: note', '.panel'));
    await clickOn(link);
    await until('taken back', () => field<HTMLTextAreaElement>(open, 'Note').value === '');
    await press('Control+y');
    await until(
      'again',
      () => field<HTMLTextAreaElement>(open, 'Note').value === 'Ring til datter',
    );
  });

  inDepth('that the round was finished, and that another was begun', async () => {
    const store = faultyRounds([]);
    const list = await placeList({ adapter: adapter(store) }, size);
    const [id] = await mark(list, 0);
    await openPanel(list, 'Runde');
    await clickOn(button(list, 'Afslut runde', '.panel'));
    await until('asked', () => inside(list, 'dialog.ask[open]'));
    button(list, 'Afslut runde', 'dialog.ask').click();
    await until('finished', () => list.round?.state.current === undefined);
    list.round!.startNext();
    await until('begun', () => words(inside(list, '.late')).includes('Ny runde er begyndt'));
    await until('stored', () => list.round?.state.pending.count === 0);
    await clickOn(button(list, 'Fortryd', '.late'));
    await until('not begun', () => list.round?.state.current === undefined);
    expect(notice(list)).to.contain('Fortrudt: Ny runde er begyndt');
    list.focus();
    await press('Control+z');
    await until('goes on', () => list.round?.state.current !== undefined);
    expect(list.round?.member(id!).status).to.equal('reviewed');
    await until('stored', () => list.round?.state.pending.count === 0);
    const stored = await store.list('dk.demens', new AbortController().signal);
    expect(stored.map(({ finished, withdrawn }) => [!finished, withdrawn ?? false])).to.deep.equal([
      [true, false],
      [false, true],
    ]);
  });

  it('says what was not taken back and why: a colleague has changed it since', async () => {
    const store = faultyRounds([]);
    const list = await placeList({ adapter: adapter(store) }, size);
    const whose = name(list, rows(list)[0]);
    const ids = await mark(list, 0, 1);
    await until('stored', () => list.round?.state.pending.count === 0);
    const first = (grid(list) as HTMLElement & { rows: { idAt(at: number): string } }).rows.idAt(0);
    await colleague(store, first);
    list.focus();
    await press('Control+z');
    await until('told', () =>
      notice(list).includes(`Ikke fortrudt: ${whose} (status er siden ændret af CD)`),
    );
    expect(notice(list)).to.contain('Fortrudt for 1 af 2 patienter: Gennemgået');
    await until('said', () => said(list).includes('Ikke fortrudt'));
    expect(ids.map((id) => list.round!.member(id).status).sort()).to.deep.equal([
      'new',
      'to-follow-up',
    ]);
    await isAccessible(list);
  });
});

/** Another user sets a patient to be followed up. */
async function colleague(store: RoundStore, id: string): Promise<void> {
  const { signal } = new AbortController();
  const [stored] = await store.list('dk.demens', signal);
  const members = stored!.members.map((member) =>
    member.patientId === id ? { ...member, status: 'to-follow-up' as const, by: 'CD' } : member,
  );
  await store.save({ ...stored!, members } satisfies Round, signal);
}

describe('what is left of it', () => {
  const nothing = [
    ['Fortryd', 'true'],
    ['Gentag', 'true'],
  ];

  it('nothing for another user, in another clinic, after a logout, or once the element is gone', async () => {
    const store = faultyRounds([]);
    const cases: readonly ((list: OverblikPopulation) => void | Promise<void>)[] = [
      (list) => void (list.adapter = adapter(store, 'CD')),
      (list) => void (list.adapter = adapter(faultyRounds([]), 'AB', 'another')),
      async (list) => {
        list.adapter = undefined;
        await list.updateComplete;
        list.adapter = adapter(store);
      },
      async (list) => {
        const { parentElement } = list;
        list.remove();
        await new Promise((resolve) => setTimeout(resolve));
        parentElement!.append(list);
      },
    ];
    for (const [index, change] of cases.entries()) {
      const list = await placeList({ adapter: adapter(store) }, size);
      const id = clinic.patients[0]!.patient.id;
      list.round!.setNote(id, `note ${index}`);
      await until('offered', () => turns(list)[0]?.[1] === 'false');
      await change(list);
      await until(`forgotten ${index}`, () => {
        const now = JSON.stringify(turns(list));
        return now === JSON.stringify(nothing) && list.round?.state.phase === 'ready';
      });
      list.remove();
    }
  });

  inDepth('all of it where the element is only moved', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const [id] = await mark(list, 0);
    list.parentElement!.append(list);
    await until('drawn', () => rows(list).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(turns(list)[0]?.[1]).to.equal('false');
    list.focus();
    await press('Control+z');
    await until('taken back', () => list.round?.member(id!).status === 'new');
  });
});

describe('taking back what was done, in the cockpit', () => {
  it('by keys, whoever it was done to: it is said, and the list goes along', async () => {
    const workspace = place(
      'overblik-workspace',
      { adapter: adapter() },
      { width: 1500, height: 900 },
    );
    const list = await until('the list', () => {
      const found = inside<OverblikPopulation>(workspace, 'overblik-population');
      return found?.round && rows(found).length > 0 ? found : undefined;
    });
    const [id] = await mark(list, 0);
    await clickOn(cell(list, rows(list)[1], 'Alder'));
    const cockpit = await until('the cockpit', () => {
      const found = inside(workspace, 'overblik-cockpit');
      return found && inside(found, '[name=status]') ? found : undefined;
    });
    inside(cockpit, '[name=status]')!.focus();
    await press('Control+z');
    await until('taken back', () => list.round?.member(id!).status === 'new');
    await until('said', () =>
      allInside(cockpit, '[role=status]').some((each) =>
        words(each).includes('Fortrudt: en anden patient: Gennemgået'),
      ),
    );
    expect(cockpit.shadowRoot?.activeElement).to.equal(inside(cockpit, '[name=status]'));
    await press('Control+z');
    await until('nothing', () =>
      allInside(cockpit, '[role=status]').some(
        (each) => words(each) === 'Der er intet at fortryde',
      ),
    );
    await press('Control+y');
    await until('again', () => list.round?.member(id!).status === 'reviewed');
  });
});

/** A button by its words, once it is there. */
function offered(list: Element, label: string, within = ''): HTMLButtonElement | undefined {
  try {
    return button(list, label, within);
  } catch {
    return undefined;
  }
}
