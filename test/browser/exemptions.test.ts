/** Why patients and markers are exempt: asked, told, chosen anew, counted, and handed over without patients. */
import { expect } from '@open-wc/testing';
import type { OverblikPopulation, Round } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  button,
  cell,
  check,
  chooseFilter,
  clickOn,
  count,
  field,
  heads,
  names,
  openPanel,
  panel,
  placeList,
  press,
  rows,
} from './list.ts';
import { adapterWith, until } from './stage.ts';

const size = { width: 1500, height: 900 };

function adapter(rounds: readonly Round[] = [], may = {}) {
  const inner = adapterWith();
  return {
    ...inner,
    rounds: faultyRounds(rounds),
    describe: async (signal: AbortSignal) => ({
      ...(await inner.describe(signal)),
      ...{ id: 'K', user: 'AB', may },
    }),
  };
}

async function listWith(of = adapter()) {
  const list = await placeList({ adapter: of }, size);
  await until('the round', () => list.round?.state.phase === 'ready');
  return list;
}

async function choose(list: OverblikPopulation, ...indexes: number[]) {
  for (const index of indexes) await clickOn(check(rows(list)[index]));
  await until('chosen', () => list.selectedIds.length === indexes.length);
  return list.selectedIds;
}

const open = async (list: Element) => {
  const found = await openPanel(list, 'Runde');
  const table = await until('the table', () =>
    found.querySelector<HTMLDetailsElement>('.exemptions'),
  );
  if (!table.open) await clickOn(table.querySelector('summary'));
  return table;
};
const told = (table: Element) =>
  [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((each) => each.textContent.trim()),
  );

/** The file that an act hands over. */
function handedOver(
  list: OverblikPopulation,
  act: () => void,
): Promise<{ file: Blob; name: string }> {
  return new Promise((resolve) => {
    list.addEventListener(
      'overblik-export',
      (event) => {
        event.preventDefault();
        resolve(event.detail);
      },
      { once: true },
    );
    act();
  });
}

describe('the chosen', () => {
  it('are exempted for a reason alone, and keep their notes', async () => {
    const list = await listWith();
    const ids = await choose(list, 0, 1);
    list.round!.setNote(ids[0]!, 'Ring til datter');
    const form = await openPanel(list, 'Undtag');
    await isAccessible(list);
    await clickOn(field(form, 'Patienten ønsker ikke'));
    await clickOn(button(list, 'Undtag', '.panel'));
    await until('exempt', () => list.round!.member(ids[1]!).status === 'exempt');
    expect(list.round!.member(ids[0]!)).to.include({
      ...{ status: 'exempt', exemptReason: 'declined', note: 'Ring til datter' },
    });
    await press('Control+z');
    await until('taken back', () => list.round!.member(ids[1]!).status === 'new');
  });

  inDepth('are chosen by keys alone', async () => {
    const list = await listWith();
    const ids = await choose(list, 0);
    button(list, 'Undtag', '.footer').focus();
    await press('Enter');
    const form = await until('the form', () => panel(list)?.querySelector('form'));
    form.querySelector<HTMLElement>('[name=reason]')!.focus();
    await press('Space');
    await press('ArrowDown');
    expect(form.querySelector<HTMLInputElement>(':checked')!.value).to.equal('declined');
    button(list, 'Undtag', '.panel').focus();
    await press('Enter');
    await until('exempt', () => list.round!.member(ids[0]!).exemptReason === 'declined');
  });
});

describe('one patient’s form', () => {
  it('tells why, has it chosen anew, and keeps a reason that has no words here', async () => {
    const list = await listWith();
    const [id] = await choose(list, 0);
    list.round!.setStatus([id!], 'exempt', {
      ...{ exemptReason: 'moved-abroad', exemptUntil: '2999-01-01' },
    });
    await clickOn(cell(list, rows(list)[0], 'Status'));
    const form = await until('the form', () => panel(list)?.querySelector('[name=exempt-reason]'));
    const choice = form as HTMLSelectElement;
    expect(choice.selectedOptions[0]!.textContent.trim()).to.equal('moved-abroad');
    await isAccessible(list);
    choice.value = 'wrong-data';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until('another', () => list.round!.member(id!).exemptReason === 'wrong-data');
    expect(list.round!.member(id!).exemptUntil, 'the last day stays').to.equal('2999-01-01');
    // Until when is chosen anew without it.
    const until2 = panel(list)!.querySelector<HTMLInputElement>('input[type=date][min]')!;
    until2.value = '2998-01-01';
    until2.dispatchEvent(new Event('change', { bubbles: true }));
    expect(list.round!.member(id!)).to.include({
      ...{ exemptReason: 'wrong-data', exemptUntil: '2998-01-01' },
    });
  });
});

describe('one patient who was exempted at a press', () => {
  it('is told to want a reason, until one is chosen', async () => {
    const list = await listWith();
    const [id] = await choose(list, 0);
    list.round!.setStatus([id!], 'exempt');
    await clickOn(cell(list, rows(list)[0], 'Status'));
    const choice = await until('the choice', () =>
      panel(list)?.querySelector<HTMLSelectElement>('[name=exempt-reason]'),
    );
    const told = () => panel(list)!.textContent.includes('Vælg en årsag');
    expect(told()).to.equal(true);
    choice.value = 'declined';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until('the reason', () => !told());
    expect(list.round!.member(id!).exemptReason).to.equal('declined');
  });
});

describe('the round’s panel', () => {
  async function counted(of = adapter()) {
    const list = await listWith(of);
    const ids = await choose(list, 0, 1, 2, 3);
    const marked = names(list).slice(2, 4);
    list.round!.setStatus(ids.slice(0, 2), 'exempt', {
      exemptReason: 'declined',
      note: 'Hemmelig',
    });
    for (const id of ids.slice(2))
      list.round!.exemptMarker(id, 'antipsykotika', { reason: 'disagree', note: 'Hemmelig' });
    list.round!.exemptMarker(ids[3]!, 'forsvundet', { note: 'Hemmelig' });
    await clickOn(button(list, 'Ryd valg'));
    return { list, marked };
  }

  it('counts by marker and reason; each number shows its patients, as the filter does', async () => {
    const { list, marked } = await counted();
    const table = await open(list);
    expect(told(table)).to.deep.equal([
      ['Hele patienten', 'Patienten ønsker ikke', '2'],
      ['Antipsykotika ved demens', 'Uenig i reglen', '2'],
      ['forsvundet', 'Årsag ikke angivet', '1'],
    ]);
    await isAccessible(list);
    await clickOn(table.querySelectorAll('tbody .link')[1]);
    await until('two', () => count(list) === 2);
    const shown = names(list);
    expect(new Set(shown)).to.deep.equal(new Set(marked));
  });

  inDepth('counts as many as the filter of the column finds', async () => {
    const { list, marked } = await counted();
    const filter = await chooseFilter(list, 'Undtagelse');
    field(filter, 'Uenig i reglen').click();
    await until('two', () => count(list) === 2);
    expect(new Set(names(list))).to.deep.equal(new Set(marked));
  });

  it('is not there where nobody is exempt, nor before the rounds are here', async () => {
    const list = await listWith();
    const found = await openPanel(list, 'Runde');
    await until('drawn', () => found.querySelector('.buttons'));
    expect(found.querySelector('.exemptions')).to.equal(null);
  });

  it('hands over the numbers without patients, notes and small numbers', async () => {
    const { list } = await counted();
    const table = await open(list);
    const save = [...table.querySelectorAll('button')].find((each) =>
      each.textContent.includes('Gem som CSV'),
    )!;
    const { file, name } = await handedOver(list, () => save.click());
    const text = await file.text();
    expect(name).to.match(/^Undtagelser .*\.csv$/);
    expect(text).to.contain(
      '"Antipsykotika ved demens";"antipsykotika";"Uenig i reglen";"disagree";"under 5"',
    );
    expect(text).not.to.match(/Hemmelig|forsvundet|;[1-4]\r/);
    for (const { patientId } of list.round!.state.current!.members)
      expect(text).not.to.contain(`"${patientId}"`);
  });

  it('hands nothing over where nothing may be exported', async () => {
    const { list } = await counted(adapter([], { export: false }));
    const table = await open(list);
    expect(table.textContent).not.to.match(/Gem som CSV|Kopiér antal/);
    expect(told(table)).to.have.length(3);
  });
});

inDepth('the column tells why, when it is chosen', async () => {
  const list = await listWith();
  const [id] = await choose(list, 0);
  list.view = { ...list.view!, columns: [{ id: 'exemption', hidden: false }] };
  await until('the column', () => heads(list).includes('Undtagelse'));
  list.round!.setStatus([id!], 'exempt', { exemptReason: 'wrong-data' });
  await until('told', () =>
    cell(list, rows(list)[0], 'Undtagelse').textContent.includes('Fejl i data'),
  );
});
