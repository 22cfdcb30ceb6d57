/** In a panel too narrow for columns each patient is a card: all of it in view, told, and reached. */
import { expect } from '@open-wc/testing';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  at,
  button,
  cell,
  check,
  chooseFilter,
  clickOn,
  count,
  field,
  focused,
  grid,
  heads,
  indexOf,
  name,
  openPanel,
  panel,
  placeList,
  press,
  rows,
  said,
  status,
} from './list.ts';
import { adapterWith, allInside, inside, textOf, until } from './stage.ts';

const narrow = { width: 400, height: 860 };
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const scroller = (list: Element) => inside(grid(list), '.scroller')!;
/** Pixels that stand beyond the side of an element. */
const beyond = (element: Element) => element.scrollWidth - element.clientWidth;

/** Another width for what stands in a box of its own. */
async function resize(list: HTMLElement, width: number): Promise<void> {
  list.parentElement!.style.width = `${width}px`;
  for (let times = 0; times < 4; times++) await frame();
}

/** The cards in view, whole. */
function inView(list: Element): readonly HTMLElement[] {
  const box = inside(grid(list), '.body')!.getBoundingClientRect();
  return rows(list).filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= box.top - 0.5 && bottom <= box.bottom + 0.5;
  });
}

describe('cards', () => {
  for (const width of [320, 400, 600])
    it(`${width} px: all of a card is in view, nothing over anything, and nothing beyond the side`, async () => {
      const list = await placeList({}, { width, height: 860 });
      await until('the rounds', () => list.round?.state.phase === 'ready');
      expect(beyond(scroller(list)), 'the cards').to.equal(0);
      expect(beyond(inside(list, '.frame')!), 'the list').to.equal(0);
      const seen = inView(list);
      expect(seen.length).to.be.at.least(2);
      for (const row of seen) {
        const card = row.getBoundingClientRect();
        const cells = [...row.querySelectorAll<HTMLElement>('.cell')];
        const places = cells.map((each) => each.getBoundingClientRect());
        for (const [one, { left, right, top, bottom }] of places.entries()) {
          expect(left).to.be.at.least(card.left - 0.5);
          expect(right).to.be.at.most(card.right + 0.5);
          expect(top).to.be.at.least(card.top - 0.5);
          expect(bottom).to.be.at.most(card.bottom + 0.5);
          for (const other of places.slice(one + 1))
            expect(
              right <= other.left + 0.5 ||
                other.right <= left + 0.5 ||
                bottom <= other.top + 0.5 ||
                other.bottom <= top + 0.5,
            ).to.equal(true);
        }
        for (const title of ['CPR', 'Alder', 'Fremtidige aftaler', 'Status']) {
          const words = cell(list, row, title).querySelector('.text, .link')!;
          expect(beyond(words), `${title}: ${words.textContent}`).to.be.at.most(0);
          expect(words.getBoundingClientRect().right).to.be.at.most(
            cell(list, row, title).getBoundingClientRect().right + 0.5,
          );
        }
      }
    });

  inDepth(
    'stand where the list is narrow, not the window, and where it is wider there are columns',
    async () => {
      expect(innerWidth).to.equal(1600);
      const list = await placeList({}, narrow);
      expect(scroller(list).matches('.cards')).to.equal(true);
      await resize(list, 601);
      expect(scroller(list).matches('.cards')).to.equal(false);
      expect(Number(inside(grid(list), '[role=grid]')!.getAttribute('aria-colcount'))).to.be.above(
        8,
      );
      expect(indexOf(rows(list)[0]!)).to.equal(0);
      await resize(list, 600);
      expect(scroller(list).matches('.cards')).to.equal(true);
      expect(heads(list)).not.to.include('MMSE');
    },
  );

  it('say who it is, why first, what comes next and how far the round has come', async () => {
    const wide = await placeList({}, { width: 1400, height: 860 });
    const list = await placeList({}, narrow);
    await until('the rounds', () => list.round?.state.phase === 'ready');
    await until('the rounds', () => wide.round?.state.phase === 'ready');
    for (const [index, row] of rows(list).slice(0, 4).entries()) {
      const line = rows(wide)[index];
      for (const title of ['CPR', 'Navn', 'Alder', 'Fremtidige aftaler'])
        expect(said(list, row, title), title).to.equal(said(wide, line, title));
      expect(status(list, row)).to.equal(status(wide, line));
      const gravest = (of: Element, from: Element | undefined) =>
        cell(of, from, 'Hvorfor først').querySelector('.words, .text')?.textContent;
      const [short, long] = [gravest(list, row)!, gravest(wide, line)!];
      expect(long.startsWith(short.slice(0, 6)), `${short} of ${long}`).to.equal(true);
    }
  });

  it('open the other reasons in place, and give the focus back', async () => {
    const list = await placeList({}, { width: 320, height: 860 });
    const row = await until('more reasons than room', () =>
      inView(list).find((each) => each.querySelector('.count')),
    );
    const reasons = cell(list, row, 'Hvorfor først');
    const { width, height } = reasons.querySelector('.count')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    const chips = reasons.querySelectorAll('.chip').length;
    const more = Number(reasons.querySelector('.count')!.textContent.slice(1));
    await clickOn(reasons.querySelector('.count'));
    const opened = await until('the reasons', () => inside(grid(list), '.panel:popover-open'));
    expect(opened.querySelectorAll('p').length).to.be.at.least(chips + more);
    expect(opened.getAttribute('aria-label')).to.include(name(list, row));
    expect(list.patientId, 'nobody is opened').to.equal(undefined);
    await press('Escape');
    expect(focused(list)).to.equal(cell(list, row, 'Hvorfor først'));
  });

  it('open the patient, the journal and the round, and choose, at a touch', async () => {
    const opened: string[] = [];
    const list = await placeList({}, narrow);
    await until('the rounds', () => list.round?.state.phase === 'ready');
    list.addEventListener('overblik-open-journal', (event) => {
      event.preventDefault();
      opened.push(event.detail.patient.cpr ?? '');
    });
    const [first, second] = rows(list);
    await clickOn(cell(list, first, 'CPR').querySelector('.link'));
    expect(opened).to.deep.equal([said(list, first, 'CPR').replace('-', '')]);
    await clickOn(cell(list, second, 'Navn'));
    expect(second!.getAttribute('aria-current')).to.equal('true');
    await clickOn(cell(list, first, 'Status'));
    const form = await until('the round', () => panel(list));
    expect(form.textContent).to.include(name(list, first));
    await press('Escape');
    // The whole edge of the card, not the box alone.
    const { left, bottom } = first!.getBoundingClientRect();
    const edge = cell(list, first, 'Vælg alle, der vises').getBoundingClientRect();
    expect(edge.left).to.equal(left);
    expect(edge.bottom).to.be.closeTo(bottom, 1);
    expect(edge.width).to.be.at.least(40);
    await clickOn(cell(list, first, 'Vælg alle, der vises'));
    await until('chosen', () => list.selectedIds.length === 1);
    expect(check(first)?.getAttribute('aria-checked')).to.equal('true');
    expect(inside(list, '.footer .chosen')).to.not.equal(null);
  });

  it('are a grid to screen readers, with heads that are heard and not seen', async () => {
    const list = await placeList({}, narrow);
    await until('the rounds', () => list.round?.state.phase === 'ready');
    const table = inside(grid(list), '[role=grid]')!;
    expect(table.getAttribute('aria-rowcount')).to.equal(String(count(list) + 1));
    expect(rows(list)[0]!.getAttribute('aria-rowindex')).to.equal('2');
    expect(heads(list).slice(1)).to.deep.equal([
      ...['Navn', 'Alder', 'CPR', 'Fremtidige aftaler', 'Hvorfor først', 'Status', 'Note'],
    ]);
    expect(table.getAttribute('aria-colcount')).to.equal('8');
    for (const each of allInside(grid(list), '.heads [role=columnheader]').slice(1))
      expect(each.getBoundingClientRect().width).to.be.at.most(1);
    expect(allInside(grid(list), '.track [tabindex="0"]')).to.have.length(1);
    await isAccessible(list);
  });

  inDepth('are gone through by keys, in the order that they are read', async () => {
    const list = await placeList({}, narrow);
    await until('the rounds', () => list.round?.state.phase === 'ready');
    list.focus();
    expect(focused(list)?.getAttribute('aria-label')).to.equal('Vælg alle, der vises');
    await press('ArrowRight');
    expect(at(list), 'there is no other head').to.equal('-1,0');
    await press('ArrowDown');
    expect(at(list)).to.equal('0,0');
    const seen: DOMRect[] = [];
    for (let column = 1; column < 8; column++) {
      await press('ArrowRight');
      expect(at(list)).to.equal(`0,${column}`);
      seen.push(focused(list)!.closest('.cell')!.getBoundingClientRect());
    }
    for (const [index, { top, left }] of seen.entries())
      if (index > 0)
        expect(
          top > seen[index - 1]!.top + 1 || left > seen[index - 1]!.left + 1,
          `cell ${index}`,
        ).to.equal(true);
    await press('Home');
    await press('Space');
    await until('chosen', () => list.selectedIds.length === 1);
    await press('ArrowDown');
    await press('ArrowRight');
    await press('Enter');
    expect(rows(list)[1]!.getAttribute('aria-current')).to.equal('true');
    await press('Control+End');
    const last = focused(list)!.closest<HTMLElement>('.line')!;
    expect(indexOf(last)).to.equal(count(list) - 1);
    expect(inView(list)).to.include(last);
    await press('Control+Home');
    expect(at(list)).to.equal('-1,0');
    await press('Control+a');
    await until('all', () => list.selectedIds.length === count(list));
  });

  inDepth(
    'keep the focus with the patient when the list is made wider and narrower, and the row in view',
    async () => {
      const list = await placeList({}, { width: 1200, height: 1100 });
      const row = rows(list)[9]!;
      const who = name(list, row);
      await clickOn(cell(list, row, 'Navn'));
      await resize(list, 400);
      const card = focused(list)!.closest<HTMLElement>('.line')!;
      expect(name(list, card)).to.equal(who);
      expect(inView(list), 'in view as a card').to.include(card);
      expect(focused(list)).to.equal(cell(list, card, 'Navn'));
      await resize(list, 1200);
      const line = focused(list)!.closest<HTMLElement>('.line')!;
      expect(name(list, line)).to.equal(who);
      expect(inView(list), 'in view as a row').to.include(line);
      // A head has no place on a card: the focus is still in the list.
      await press('Control+Home');
      await press('ArrowRight');
      await press('ArrowRight');
      await resize(list, 400);
      expect(focused(list)?.getAttribute('aria-label')).to.equal('Vælg alle, der vises');
    },
  );

  inDepth('are sorted and filtered without heads, and say what they are sorted by', async () => {
    const list = await placeList({}, narrow);
    const open = await openPanel(list, 'Rækkefølge');
    const choose = field<HTMLSelectElement>(open, 'Sortér efter');
    choose.value = 'age';
    choose.dispatchEvent(new Event('change', { bubbles: true }));
    const ages = () => rows(list).map((row) => Number.parseInt(said(list, row, 'Alder')));
    const isSorted = (way: 1 | -1) =>
      ages().every((age, index, all) => index === 0 || (age - all[index - 1]!) * way >= 0);
    await until('the oldest first', () => list.view?.sort[0]?.descending && isSorted(-1));
    expect(textOf(list)).to.include('Sorteret efter Alder, faldende');
    field(open, 'Stigende').click();
    await until('the youngest first', () => !list.view?.sort[0]?.descending && isSorted(1));
    choose.value = 'item:mmse';
    choose.dispatchEvent(new Event('change', { bubbles: true }));
    await until('on the card', () => heads(list).includes('MMSE'));
    expect(cell(list, rows(list)[0], 'MMSE').querySelector('.label')?.textContent).to.equal('MMSE');
    choose.value = '';
    choose.dispatchEvent(new Event('change', { bubbles: true }));
    await until('by priority', () => list.view?.sort.length === 0);
    await press('Escape');
    const all = count(list);
    const filter = await chooseFilter(list, 'Alder');
    const from = field(filter, 'Fra');
    from.value = '85';
    from.dispatchEvent(new Event('change', { bubbles: true }));
    await until('fewer', () => count(list) < all && ages().every((age) => age >= 85));
    await press('Escape');
    button(list, [...allInside(list, '.pair button')].at(-1)!.title).click();
    await until('all', () => count(list) === all);
  });

  it('show what the user asks for, by its name, and nobody who cannot be decided without saying why', async () => {
    const list = await placeList({}, narrow);
    list.view = { ...list.view!, columns: [{ id: 'item:mmse', hidden: false }], tab: 'undecided' };
    await until('the column', () => heads(list).includes('MMSE'));
    await until('the undecided', () => rows(list).length > 0);
    for (const row of inView(list))
      expect(said(list, row, 'Hvad mangler for at afgøre det')).to.not.equal('');
    await isAccessible(list);
  });

  inDepth('are none where nobody is found, and say so', async () => {
    const list = await placeList({}, narrow);
    list.view = { ...list.view!, query: 'findes ikke' };
    await until('nobody', () =>
      rows(list).every((row) => row.getBoundingClientRect().height === 0),
    );
    expect(beyond(scroller(list))).to.equal(0);
    await isAccessible(list);
  });

  it('stand below one line of numbers, as long as the user does not ask for charts', async () => {
    const list = await placeList({}, narrow);
    expect(inside(list, '.overview.brief')).to.not.equal(null);
    await resize(list, 1200);
    expect(inside(list, '.overview.brief')).to.equal(null);
    await resize(list, 400);
    button(list, 'Vis diagrammer').click();
    await until('the charts', () => inside(list, '.overview .cards'));
    expect(beyond(inside(list, '.frame')!)).to.equal(0);
  });

  it('are lower where rows are compact, and higher where text is twice as large', async () => {
    const list = await placeList({ density: 'compact' }, narrow);
    const compact = rows(list)[0]!.getBoundingClientRect().height;
    list.density = undefined;
    await list.updateComplete;
    await frame();
    const normal = rows(list)[0]!.getBoundingClientRect().height;
    expect(compact).to.be.below(normal - 10);
    document.documentElement.style.fontSize = '32px';
    for (let times = 0; times < 4; times++) await frame();
    expect(rows(list)[0]!.getBoundingClientRect().height).to.be.at.least(2 * normal);
    expect(beyond(scroller(list))).to.equal(0);
    document.documentElement.style.fontSize = '';
  });

  it('tell a source that is missing as unknown', async () => {
    const list = await placeList({ adapter: adapterWith({ missing: ['appointment'] }) }, narrow);
    expect(said(list, rows(list)[0], 'Fremtidige aftaler')).to.equal('kan ikke afgøres');
  });
});
