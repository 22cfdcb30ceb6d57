/** Rows in groups: heads between the rows, opened and closed by mouse and keys, and passed by everything that is about patients. */
import { expect } from '@open-wc/testing';
import type { ListView, OverblikPopulation } from '../../src/define.ts';
import { isAccessible } from './in-depth.ts';
import {
  at,
  button,
  check,
  clickOn,
  count,
  focused,
  grid,
  panel,
  placeList,
  press,
  rows,
} from './list.ts';
import { allInside, demens, inside, textOf, until } from './stage.ts';

const size = { width: 1400, height: 800 };
const grouped = (more: Partial<ListView> = {}): ListView => ({
  ...{ profileId: demens.id, tab: 'members', columns: [], sort: [], priority: [], query: '' },
  ...{ filters: [], group: 'practitioner', ...more },
});
const heads = (list: Element) => rows(list).filter((row) => row.classList.contains('group'));
const wordsOf = (head: Element | undefined) =>
  head?.querySelector('.group-cell')?.getAttribute('aria-label') ?? '';
const isOpen = (head: Element | undefined) =>
  head?.querySelector('.group-cell')?.getAttribute('aria-expanded') === 'true';
const numberIn = (head: Element | undefined) => Number(/, (\d+) patient/.exec(wordsOf(head))?.[1]);
const members = (list: Element) =>
  Number(/(\d+) patienter/.exec(inside(list, '.progress')?.getAttribute('aria-label') ?? '')?.[1]);

/** So few that all are in view. */
const few = { filters: [{ columnId: 'severity', any: ['critical'] }] };
const shownIn = (list: Element) => heads(list).reduce((whole, head) => whole + numberIn(head), 0);

async function turn(list: Element, place: number, open: boolean): Promise<void> {
  await clickOn(heads(list)[place]?.querySelector('.group-cell'));
  await until('turned', () => isOpen(heads(list)[place]) === open);
}

async function placeGrouped(more: Partial<ListView> = {}): Promise<OverblikPopulation> {
  const list = await placeList({ view: grouped(more), overview: 'line' }, size);
  await until('groups', () => heads(list).length > 0);
  return list;
}
/** All groups closed: every head is in view. */
async function closeAll(list: OverblikPopulation): Promise<void> {
  for (let open = heads(list).find(isOpen); open; open = heads(list).find(isOpen)) {
    const words = wordsOf(open);
    await clickOn(open.querySelector('.group-cell'));
    await until('closed', () => !isOpen(heads(list).find((each) => wordsOf(each) === words)));
  }
}

describe('rows in groups', () => {
  it('are asked for where the order is chosen, and told', async () => {
    const list = await placeList({ overview: 'line' }, size);
    const all = count(list);
    await clickOn(
      allInside(list, '.filters button').find((each) => each.textContent.includes('Sortér')),
    );
    const open = await until('the order', () => panel(list));
    const choice = open.querySelector<HTMLSelectElement>('.group-by')!;
    expect([...choice.options].map((each) => each.textContent.trim())).to.include.members([
      ...['ingen grupper', 'Læge', 'Kommune', 'Alvorlighed'],
    ]);
    choice.value = 'practitioner';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until('groups', () => heads(list).length > 0);
    expect(textOf(list)).to.contain('Grupper: Læge · Sortér: ');
    expect(list.view?.group).to.equal('practitioner');
    expect(count(list)).to.be.greaterThan(all);
    choice.value = '';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await until('none', () => count(list) === all && heads(list).length === 0);
  });

  it('have heads that are rows, counted and numbered as such, each with how many it has', async () => {
    const list = await placeGrouped();
    const [first] = heads(list);
    expect(first).to.equal(rows(list)[0]);
    expect(isOpen(first)).to.equal(true);
    const cell = first!.querySelector('.group-cell')!;
    expect(cell.getAttribute('role')).to.equal('rowheader');
    expect(cell.getAttribute('aria-colspan')).to.equal(
      inside(grid(list), '[role=grid]')?.getAttribute('aria-colcount'),
    );
    expect(first!.getAttribute('aria-selected')).to.equal(null);
    const numbers = rows(list).map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(numbers).to.deep.equal(numbers.map((_, place) => numbers[0]! + place));
    await isAccessible(grid(list));
    await closeAll(list);
    // All rows are heads now, and together they have everybody.
    expect(count(list)).to.equal(heads(list).length);
    const sum = heads(list).reduce((whole, head) => whole + numberIn(head), 0);
    expect(sum).to.equal(members(list));
  });

  it('are opened and closed by keys; the focus stays, and passes in its column', async () => {
    const list = await placeGrouped();
    const all = count(list);
    const own = numberIn(heads(list)[0]);
    list.focus();
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowDown');
    expect(focused(list)?.classList.contains('group-cell')).to.equal(true);
    await press('ArrowDown');
    expect(at(list)).to.equal('1,2');
    await press('ArrowUp');
    await press('ArrowLeft');
    await until('closed', () => count(list) === all - own);
    expect(focused(list)?.getAttribute('aria-expanded')).to.equal('false');
    await press('ArrowLeft');
    expect(count(list)).to.equal(all - own);
    await press('ArrowRight');
    await until('open', () => count(list) === all);
    for (const key of ['Enter', 'Space']) {
      await press(key);
      await until('turned', () => (count(list) === all) === (key === 'Space'));
      expect(focused(list)?.classList.contains('group-cell')).to.equal(true);
    }
    await press('ArrowDown');
    expect(at(list)).to.equal('1,2');
  });

  it('choosing all chooses everybody whom the filters leave, closed groups and all, and no heads', async () => {
    const list = await placeGrouped(few);
    const all = shownIn(list);
    const own = numberIn(heads(list)[0]);
    await turn(list, 0, false);
    list.focus();
    await press('Control+a');
    // Whoever is in a closed group too, and so it is said.
    await until('chosen', () => list.selectedIds.length === all);
    const box = inside(grid(list), '.heads [role=checkbox]');
    expect(box?.getAttribute('aria-checked')).to.equal('true');
    await until('said', () =>
      textOf(list).includes(`${all} valgt, ${own} af dem i lukkede grupper`),
    );
    expect(inside(list, '.footer .chosen')?.textContent).to.contain(
      `${own} af dem i lukkede grupper`,
    );
    await clickOn(button(list, 'Sæt til opfølgning'));
    const question = await until('asked', () => inside(list, 'dialog.ask[open]'));
    expect(question.textContent).to.contain(`${all} patienter`);
    expect(question.textContent).to.contain(`${own} af dem står i lukkede grupper.`);
    button(list, 'Annullér', 'dialog.ask').click();
    await until('closed', () => !inside(list, 'dialog.ask[open]'));
    await turn(list, 0, true);
    expect(inside(list, '.footer .chosen')?.textContent).not.to.contain('lukkede');
    await closeAll(list);
    // All are chosen still, and one press lets go of them.
    expect(box?.getAttribute('aria-checked')).to.equal('true');
    await clickOn(box);
    await until('none', () => list.selectedIds.length === 0);
    await clickOn(box);
    await until('all', () => list.selectedIds.length === all);
    await press('Control+Shift+a');
    await until('none', () => list.selectedIds.length === 0);
    for (const head of heads(list).keys()) await turn(list, head, true);
    // A range from the last row of one group into the next passes the head between them.
    await clickOn(check(rows(list)[own]));
    await until('one', () => list.selectedIds.length === 1);
    await clickOn(rows(list)[own + 2]?.querySelector('.cell.c4'), 'Shift');
    await until('both', () => list.selectedIds.length === 2);
  });

  it('whoever goes on from patient to patient passes heads and closed groups', async () => {
    const list = await placeGrouped(few);
    const all = shownIn(list);
    const own = numberIn(heads(list)[0]);
    await clickOn(rows(list)[1]?.querySelector('.cell.c4'));
    await until('the first', () => list.place?.at === 1);
    expect(list.place).to.deep.include({ of: all, hasPrevious: false, hasNext: true });
    let last = list.patientId;
    for (let step = 1; step < own; step++) last = list.step('next');
    await until('the last of the group', () => list.place?.at === own);
    expect(list.step('next')).not.to.equal(last);
    await until('the next group', () => list.place?.at === own + 1);
    expect(list.step('previous')).to.equal(last);
    await until('back', () => list.place?.at === own);
    await turn(list, 0, false);
    expect(list.place?.at).to.equal(undefined);
    expect(list.place?.of).to.equal(all - own);
    expect(list.step('next')).not.to.equal(undefined);
    await until('the first that is shown', () => list.place?.at === 1);
  });

  it('are open again by another column, and kept where the same is sorted otherwise', async () => {
    const list = await placeGrouped();
    await closeAll(list);
    list.view = grouped({ sort: [{ columnId: 'age', descending: true }] });
    await list.updateComplete;
    expect(heads(list).some(isOpen)).to.equal(false);
    list.view = grouped({ group: 'severity' });
    await until('by severity', () => wordsOf(heads(list)[0]).startsWith('Alvorlig, '));
    expect(isOpen(heads(list)[0])).to.equal(true);
  });

  it('by marker say how grave it is, by mark and in words, on screen and on paper', async () => {
    const list = await placeGrouped({ group: 'reasons' });
    const [first] = heads(list);
    expect(wordsOf(first)).to.match(/^Alvorlig: .+, \d+ patient/);
    expect(first?.querySelector('.group-cell .grave.critical svg')).not.to.equal(null);
    await isAccessible(list);
    await turn(list, 0, false);
    dispatchEvent(new Event('beforeprint'));
    const paper = await until('the paper', () => inside(list, '.printed tr.group'));
    expect(paper.textContent).to.match(/Alvorlig/);
    expect(inside(list, '.printed')?.textContent).to.contain('i grupper efter alvorligste markør');
    dispatchEvent(new Event('afterprint'));
  });

  it('stand on paper, everybody in them, whichever are closed', async () => {
    const list = await placeGrouped();
    await closeAll(list);
    const number = heads(list).length;
    dispatchEvent(new Event('beforeprint'));
    const paper = await until('the paper', () => inside(list, '.printed table'));
    expect(paper.querySelectorAll('tbody tr.group')).to.have.length(number);
    expect(paper.querySelectorAll('tbody tr:not(.group)')).to.have.length(members(list));
    expect(inside(list, '.printed')?.textContent).to.contain('i grupper efter Læge');
    dispatchEvent(new Event('afterprint'));
  });

  it('stand between cards too', async () => {
    const list = await placeList(
      { view: grouped(), overview: 'line' },
      { width: 400, height: 860 },
    );
    await until('groups', () => heads(list).length > 0);
    expect(heads(list)[0]).to.equal(rows(list)[0]);
    const box = (row: Element | undefined) => row!.getBoundingClientRect();
    const card = box(rows(list).find((row) => !row.classList.contains('group')));
    const head = box(heads(list)[0]);
    // One line, and as high as a thumb needs; what comes after follows without a gap.
    expect(head.height).to.be.within(32, 44);
    expect(head.height).to.be.lessThan(card.height / 2);
    const gapless = () => {
      const all = rows(list)
        .map(box)
        .sort((a, b) => a.top - b.top);
      return all.every(
        (each, at) => at === 0 || Math.abs(each.top - all[at - 1]!.bottom - 6) < 1.5,
      );
    };
    expect(gapless()).to.equal(true);
    await clickOn(heads(list)[0]?.querySelector('.group-cell'));
    await until('closed', () => !isOpen(heads(list)[0]));
    await until('together', gapless);
    // The last of them is reached, and none is missed on the way.
    list.focus();
    await press('Control+End');
    const last = await until('the last', () => {
      const row = focused(list)?.closest('[role=row]');
      return Number(row?.getAttribute('aria-rowindex')) === count(list) + 1 ? row : undefined;
    });
    expect(box(last).bottom).to.be.at.most(box(grid(list)).bottom + 1);
    expect(gapless()).to.equal(true);
  });
});
