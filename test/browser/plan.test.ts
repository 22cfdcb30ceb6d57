/** Who is to see to whom, and by when: set for one and for many, seen in the list, found by one click, taken back. */
import { expect } from '@open-wc/testing';
import type { ClinicAdapter, OverblikPopulation, RoundStore } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  button,
  cell,
  check,
  clickOn,
  count,
  field,
  heads,
  name,
  panel,
  pick,
  placeList,
  press,
  rows,
  said,
} from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';

const size = { width: 1500, height: 900 };
const team = [
  { id: 'MK', name: 'Mette Kjær' },
  { id: 'AB', name: 'Anne Bendtsen', roles: ['laeger'] },
  { id: 'laeger', name: 'Læger' },
];

function adapter(rounds: RoundStore = faultyRounds([]), more: object = { user: 'AB', team }) {
  const inner = adapterWith();
  return {
    ...inner,
    rounds,
    describe: async (signal) => ({ ...(await inner.describe(signal)), id: 'K', ...more }),
  } satisfies ClinicAdapter;
}

async function choose(list: OverblikPopulation, ...indexes: number[]) {
  for (const index of indexes) await clickOn(check(rows(list)[index]));
  await until('chosen', () => list.selectedIds.length === indexes.length);
  return list.selectedIds;
}

async function openDeed(list: OverblikPopulation, words: string): Promise<HTMLElement> {
  await clickOn(button(list, words, '.chosen'));
  return until(`the panel ${words}`, () => panel(list));
}

const announced = (list: Element) =>
  (inside(list, '.frame > [role=status]')?.textContent ?? '').trim();
const reached = (list: Element, kind: 'own' | 'overdue') =>
  (inside(list, `.reached.${kind}`)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const tasks = (list: Element) => reached(list, 'own');
const overdue = (list: Element) => reached(list, 'overdue');

describe('who is to see to the chosen', () => {
  it('is one click on a name; the column comes, it is said, and taken back', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await until('the round', () => tasks(list) === 'Mine opgaver 0');
    expect(heads(list)).not.to.contain('Ansvarlig');
    const ids = await choose(list, 1, 3);
    const open = await openDeed(list, 'Sæt ansvarlig');
    const names = [...open.querySelectorAll('.people button')].map((each) =>
      each.textContent.trim(),
    );
    expect(names).to.deep.equal([
      ...['Mig: Anne Bendtsen', 'Mette Kjær', 'Læger', 'Ingen ansvarlig'],
    ]);
    await isAccessible(list);
    await clickOn(open.querySelector('.people button'));
    await until('assigned', () => list.round?.member(ids[1]!).assignee?.id === 'AB');
    expect(announced(list)).to.equal('2 patienter: Ansvarlig: Anne Bendtsen');
    await until('the column', () => heads(list).includes('Ansvarlig'));
    expect(said(list, rows(list)[1], 'Ansvarlig')).to.equal('Anne Bendtsen');
    expect(tasks(list)).to.equal('Mine opgaver 2');
    expect(list.shadowRoot?.activeElement, 'the focus stays in the list').not.to.equal(null);
    await press('Control+z');
    await until('taken back', () => tasks(list) === 'Mine opgaver 0');
  });

  inDepth('are found by one click: as many as the button says, and a role’s too', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const [mine, other] = await choose(list, 0, 2);
    list.round!.assign([mine!], { id: 'laeger', name: 'Læger' });
    list.round!.assign([other!], { id: 'MK', name: 'Mette Kjær' });
    await until('counted', () => tasks(list) === 'Mine opgaver 1');
    const whose = name(list, rows(list)[0]);
    await clickOn(button(list, 'Ryd valg'));
    await until('the numbers', () => inside(list, '.reached.own')?.checkVisibility());
    await clickOn(inside(list, '.reached.own'));
    await until('mine alone', () => count(list) === 1);
    expect(name(list, rows(list)[0])).to.equal(whose);
    expect(inside(list, '.reached.own')?.getAttribute('aria-pressed')).to.equal('true');
    list.round!.setStatus([mine!], 'reviewed');
    await until('done', () => tasks(list) === 'Mine opgaver 0');
    await until('nobody waits', () => count(list) === 0);
    await clickOn(inside(list, '.reached.own'));
    await until('everybody', () => count(list) > 2);
  });

  it('of whoever is exempt stands back: neither late nor as plain as what is left to do', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const [one, other] = await choose(list, 0, 2);
    list.round!.assign([one!, other!], { id: 'AB', name: 'Anne Bendtsen' });
    list.round!.setDue([one!, other!], '2020-01-02');
    await until('late', () => overdue(list) === 'Overskredet 2');
    const looks = (row: Element | undefined) =>
      ['Ansvarlig', 'Frist'].map((title) => {
        const at = cell(list, row, title);
        const text = at.querySelector('.text, .chip')!;
        return [text.className.includes('warning'), getComputedStyle(text).color];
      });
    const before = looks(rows(list)[0]);
    expect(before[1]![0]).to.equal(true);
    list.round!.setStatus([one!], 'exempt', { exemptReason: 'declined' });
    await until(
      'one left',
      () => overdue(list) === 'Overskredet 1' && tasks(list) === 'Mine opgaver 1',
    );
    await until('drawn', () => looks(rows(list)[0])[1]![0] === false);
    const [assignee, due] = looks(rows(list)[0]);
    expect(assignee![1]).not.to.equal(before[0]![1]);
    expect(due![1]).to.equal(assignee![1]);
    expect(looks(rows(list)[2])[1]![0]).to.equal(true);
  });

  it('is not asked where the clinic names nobody; a day can be set all the same', async () => {
    const list = await placeList({ adapter: adapter(undefined, { user: 'AB' }) }, size);
    await choose(list, 1);
    await until('the deeds', () => button(list, 'Sæt frist', '.chosen'));
    expect(allInside(list, '.chosen button').map((each) => each.textContent.trim())).not.to.contain(
      'Sæt ansvarlig',
    );
    expect(inside(list, '.reached.own')).to.equal(null);
  });
});

describe('by when', () => {
  it('is one click, or a date, and is said in words when it has passed', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const [id] = await choose(list, 1);
    const open = await openDeed(list, 'Sæt frist');
    await isAccessible(list);
    await clickOn(
      [...open.querySelectorAll('button')].find((each) => each.textContent.includes('Om 2 uger')),
    );
    await until('due', () => list.round?.member(id!).due === '2026-12-08');
    expect(announced(list)).to.equal('1 patient: Frist 8. dec. 2026');
    await until('the column', () => heads(list).includes('Frist'));
    expect(said(list, rows(list)[1], 'Frist')).to.equal('8. dec.');
    const again = await openDeed(list, 'Sæt frist');
    expect(again.textContent).to.contain('1 af dem har en anden frist i forvejen');
    pick(field(again, 'Anden dato'), '2027-02-01');
    await clickOn(button(list, 'Sæt frist', '.own-day'));
    await until('another', () => list.round?.member(id!).due === '2027-02-01');
    expect(overdue(list)).to.equal('Overskredet 0');
    list.round!.setDue([id!], '2026-11-01');
    await until('late', () => said(list, rows(list)[1], 'Frist').includes('Overskredet'));
    expect(overdue(list)).to.equal('Overskredet 1');
  });

  inDepth(
    'has passed for as many as the button says; it shows whom, beside what is the user’s',
    async () => {
      const list = await placeList({ adapter: adapter() }, size);
      const [mine, other, later] = await choose(list, 0, 1, 2);
      expect(inside(list, '.reached.overdue'), 'nothing is due').to.equal(null);
      list.round!.setDue([mine!, other!], '2026-11-01');
      list.round!.setDue([later!], '2027-11-01');
      list.round!.assign([mine!, later!], { id: 'AB', name: 'Anne Bendtsen' });
      await clickOn(button(list, 'Ryd valg'));
      await until('counted', () => overdue(list) === 'Overskredet 2');
      await clickOn(inside(list, '.reached.overdue'));
      await until('the late', () => count(list) === 2);
      await clickOn(inside(list, '.reached.own'));
      await until('mine of them', () => count(list) === 1);
      await clickOn(inside(list, '.reached.overdue'));
      await until('all of mine', () => count(list) === 2);
      expect(inside(list, '.reached.own')?.getAttribute('aria-pressed')).to.equal('true');
      await clickOn(inside(list, '.reached.own'));
      await until('everybody', () => count(list) > 2);
      await isAccessible(list);
    },
  );
});

describe('one patient’s form', () => {
  it('sets both, and nothing on the way to a year that is typed', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const row = rows(list)[1];
    await clickOn(row?.querySelector('.status'));
    const open = await until('the form', () => panel(list));
    const whom = field<HTMLSelectElement>(open, 'Ansvarlig');
    expect([...whom.options].map(({ text }) => text.trim())).to.deep.equal([
      ...['Ingen ansvarlig', 'Mette Kjær', 'Anne Bendtsen', 'Læger'],
    ]);
    whom.value = 'MK';
    whom.dispatchEvent(new Event('change', { bubbles: true }));
    await until('assigned', () => list.round?.state.plan.assigned.get('MK')?.count === 1);
    const day = field(open, 'Frist');
    pick(day, '0020-12-24');
    expect(list.round?.state.plan.hasDue).to.equal(false);
    pick(day, '2026-12-24');
    await until('due', () => list.round?.state.plan.hasDue);
    pick(day, '');
    await until('no longer', () => !list.round?.state.plan.hasDue);
    await isAccessible(list);
  });
});
